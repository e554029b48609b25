#[allow(single_use_lifetimes)]
impl<'a, T: Clone, const N: usize> __Pair::data::Serialize for Pair<'a, T, N>
where
    T: Copy,
    T: __Pair::data::Serialize,
    T::Item: __Pair::data::Serialize,
{
    fn serialize<S__: __Pair::data::Serializer>(
        &self,
        serializer: S__,
    ) -> __Pair::Result<S__::Ok, S__::Error> {
        __Pair::data::Fields::new(serializer, "Pair", 4usize, 0usize)
            .field("first", &self.first)
            .field("all", &self.all)
            .field("name", &self.name)
            .field("bytes", &self.bytes)
            .end()
    }
}
