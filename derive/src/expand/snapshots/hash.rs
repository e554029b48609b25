#[automatically_derived]
impl __Account::Hash for Account {
    #[inline]
    fn hash<H__: __Account::Hasher>(&self, state: &mut H__) {
        __Account::Hash::hash(&self.id, state);
        __Account::Hash::hash(&self.address, state);
        __Account::Hash::hash(&self.tags, state);
        __Account::Hash::hash(&self.r#type, state);
    }
}
