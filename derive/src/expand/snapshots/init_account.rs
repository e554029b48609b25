impl Class {
    ///Makes an instance of the required fields.
    #[must_use]
    #[inline]
    pub fn new(
        id: u64,
        address: String,
        password: impl __Account::Into<Option<Secret>>,
        r#type: Uuid,
        tag: &'static str,
    ) -> Self {
        let password = __Account::Into::into(password);
        let size = Self::__default_size(&address);
        let tags = __Account::Default::default();
        Self::__new(id, address, password, size, tags, r#type, 1.0, tag)
    }
    #[doc(hidden)]
    #[inline]
    pub fn __new(
        id: u64,
        address: String,
        password: Option<Secret>,
        size: usize,
        tags: Vec<Box<Tag>>,
        r#type: Uuid,
        scale: f64,
        tag: &'static str,
    ) -> Self {
        let mut this = Self {
            id,
            address,
            password,
            size,
            tags,
            r#type,
        };
        __Account::nothing(Self::check(&mut this, scale, tag));
        this
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
    pub fn __default_size(address: &String) -> usize {
        address.len() * 2
    }
}
