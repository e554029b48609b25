impl Class {
    ///Makes an instance of the required fields.
    #[must_use]
    #[inline]
    pub const fn new(x: f64, y: f64) -> Self {
        Self::__new(x, y, 0.0)
    }
    #[doc(hidden)]
    #[inline]
    pub const fn __new(x: f64, y: f64, z: f64) -> Self {
        Self { x, y, z }
    }
}
