impl __Node::data::Serialize for Node {
    fn serialize<S__: __Node::data::Serializer>(
        &self,
        serializer: S__,
    ) -> __Node::Result<S__::Ok, S__::Error> {
        __Node::data::Fields::new(serializer, "Node", 6usize, 1usize)
            .field("id", &self.node_id)
            .field("next", &self.next)
            .field("address", &self.address)
            .field("many", &self.many)
            .field("childNodes", &self.child_nodes)
            .computed("count", &self.count)
            .field("lists", &self.lists)
            .end()
    }
}
