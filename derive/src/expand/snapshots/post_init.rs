impl Class {
    #[doc(hidden)]
    #[allow(clippy::too_many_arguments, clippy::type_complexity)]
    #[inline]
    fn __post_init(width: u8, by: u8) -> (u8,) {
        let mut this = Self { width };
        __Size::nothing(Self::scale(&mut this, by));
        (this.width,)
    }
    #[doc(hidden)]
    #[inline]
    fn __new(
        width: u8,
        by: u8,
        height: u8,
    ) -> __Plank::Result<Self, __Plank::ValidationError> {
        let (width,) = <Size>::__post_init(width, by);
        let this = Self { width, height };
        __Plank::validated(this)
    }
    ///What the `post_init` of `Size` does: `super().__post_init__(..)`.
    fn super_post_init(&mut self, by: u8) {
        let copy = <Self as __Own::Clone>::clone(self);
        (self.width,) = <Size>::__post_init(copy.width, by);
    }
}
