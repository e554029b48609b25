impl Class {
    #[doc(hidden)]
    #[inline]
    pub const fn __guard_price(value: Cents) -> __Item_price {
        __Item_price(value)
    }
    #[doc(hidden)]
    #[inline]
    pub const fn __guard_tax(value: Option<Cents>) -> __Item_tax {
        __Item_tax(value)
    }
    #[doc(hidden)]
    #[inline]
    pub fn __guard_owner(value: impl __Item::Into<Owner>) -> __Item_owner {
        __Item_owner(__Item::Into::into(value))
    }
    #[doc(hidden)]
    #[allow(
        unused_variables,
        clippy::ptr_arg,
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        clippy::unnecessary_wraps
    )]
    #[inline]
    pub fn __guarded_default_price(name: &String) -> __Item_price {
        __Item_price(Self::__default_price(name))
    }
    #[doc(hidden)]
    #[allow(
        unused_variables,
        clippy::ptr_arg,
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        clippy::unnecessary_wraps
    )]
    #[inline]
    pub fn __guarded_default_tax() -> __Item_tax {
        __Item_tax(__Item::Default::default())
    }
    #[doc(hidden)]
    #[allow(
        unused_variables,
        clippy::ptr_arg,
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        clippy::unnecessary_wraps
    )]
    #[inline]
    pub fn __guarded_default_total(price: &__Item_price) -> usize {
        let price = &price.0;
        Self::__default_total(price)
    }
    #[doc(hidden)]
    #[inline]
    pub fn __guarded_new(
        name: String,
        price: __Item_price,
        tax: __Item_tax,
        total: usize,
        owner: __Item_owner,
    ) -> Self {
        Self::__new(name, price.0, tax.0, total, owner.0)
    }
    #[doc(hidden)]
    #[inline]
    pub fn __guarded_parts(
        self,
    ) -> (String, __Item_price, __Item_tax, usize, __Item_owner) {
        (
            self.name,
            __Item_price(self.price),
            __Item_tax(self.tax),
            self.total,
            __Item_owner(self.owner),
        )
    }
}
