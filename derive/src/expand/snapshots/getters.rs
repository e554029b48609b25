impl Class {
    ///The field `id`.
    #[inline]
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }
    ///The field `address`.
    #[inline]
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
    ///The field `password`.
    #[inline]
    #[must_use]
    pub fn password(&self) -> &Option<Secret> {
        &self.password
    }
    ///The field `size`.
    #[inline]
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }
    ///The field `tags`.
    #[inline]
    #[must_use]
    pub fn tags(&self) -> &Vec<Box<Tag>> {
        &self.tags
    }
    ///The field `type`.
    #[inline]
    #[must_use]
    pub fn r#type(&self) -> &Uuid {
        &self.r#type
    }
}
