#[automatically_derived]
impl __Account::PartialEq for Account {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.address == other.address && self.size == other.size
            && __Account::eq(&self.tags, &other.tags)
            && __Account::eq(&self.r#type, &other.r#type)
    }
}
#[automatically_derived]
impl __Account::Eq for Account {}
#[allow(dead_code, single_use_lifetimes)]
impl Account {
    fn __assert_eq(this: &Self) {
        let _ = this;
        __Account::assert_eq(&this.id);
        __Account::assert_eq(&this.address);
        __Account::assert_eq(&this.size);
        __Account::assert_eq(&this.tags);
        __Account::assert_eq(&this.r#type);
    }
}
