#[automatically_derived]
impl __Point::Hash for Point
where
    for<'__any> f64: __Point::Hash,
{
    #[inline]
    fn hash<H__: __Point::Hasher>(&self, state: &mut H__) {
        __Point::Hash::hash(&self.x, state);
        __Point::Hash::hash(&self.y, state);
    }
}
