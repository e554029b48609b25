impl __Point::data::Serialize for Point {
    fn serialize<S__: __Point::data::Serializer>(
        &self,
        serializer: S__,
    ) -> __Point::Result<S__::Ok, S__::Error> {
        __Point::data::Elements::new(serializer, 2usize)
            .item(&self.x)
            .item(&self.y)
            .end()
    }
}
