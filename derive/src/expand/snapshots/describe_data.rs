impl __Node::Dataclass for Node {
    const __HEAD: __Node::Head = [
        __Node::module_path!(),
        "Node",
        "(node_id: i64, next: Option<Box<Self>>, address: IpAddr, many: Vec<Option<Uuid>>, token: String, child_nodes: Vec<Self> = Default::default(), lists: BTreeMap<String, Vec<i64>> = next.is_some(), scale: i64 = 1)",
    ];
    const __OPTIONS: __Node::Options = __Node::Options::DEFAULT
        .with(__Node::Options::FORBID_EXTRA);
    const __FIELDS: __Node::Fields = &[
        __Node::field_of::<i64>("node_id")
            .with_flags(__Node::Flags::DEFAULT.with(__Node::Flags::STRICT))
            .with_key(__Node::Text::new("id"))
            .with_aliases(__Node::List::new(const { &[__Node::Text::new("key")] })),
        __Node::Ty::<Option<Box<Self>>>::TYPE
            .or_opaque("Option<Box<Self>>")
            .field("next"),
        __Node::Ty::<IpAddr>::TYPE.or_opaque("IpAddr").field("address"),
        __Node::Ty::<Vec<Option<Uuid>>>::TYPE
            .or_opaque("Vec<Option<Uuid>>")
            .field("many"),
        __Node::Ty::<String>::TYPE
            .field("token")
            .with_flags(__Node::Flags::DEFAULT.with(__Node::Flags::SECRET)),
        __Node::Ty::<Vec<Self>>::TYPE
            .or_opaque("Vec<Self>")
            .field("child_nodes")
            .with_maker(
                "Default::default()",
                || __Node::made(
                    __Node::Ty::<Vec<Self>>::TO_VALUE,
                    __Node::Default::default(),
                ),
            )
            .with_key(__Node::Text::new("childNodes"))
            .with_aliases(__Node::List::new(const { &[__Node::Text::new("kids")] })),
        __Node::field_of::<usize>("count")
            .with_factory("child_nodes.len()")
            .with_flags(__Node::Flags::DEFAULT.without(__Node::Flags::INIT)),
        __Node::Ty::<BTreeMap<String, Vec<i64>>>::TYPE
            .field("lists")
            .with_factory("next.is_some()")
            .with_rules(
                __Node::List::new(const {
                    &[
                        __Node::Rule::new(
                            __Node::Kind::Values(
                                __Node::Values::new(
                                    __Node::List::new(const {
                                        &[
                                            __Node::Rule::new(
                                                __Node::Kind::Items(
                                                    __Node::Items::new(
                                                        __Node::List::new(const {
                                                            &[
                                                                __Node::Rule::new(
                                                                    __Node::Kind::MaxValue(
                                                                        __Node::MaxValue::new(__Node::Number::Int(3)),
                                                                    ),
                                                                ),
                                                            ]
                                                        }),
                                                    ),
                                                ),
                                            ),
                                            __Node::Rule::new(
                                                __Node::Kind::MinItems(__Node::MinItems::new(1)),
                                            ),
                                        ]
                                    }),
                                ),
                            ),
                        ),
                    ]
                }),
            ),
    ];
    const __INIT_VARS: __Node::Fields = &[
        __Node::field_of::<i64>("scale").with_literal(__Node::Int(1)),
    ];
    fn __cell() -> __Node::Cell {
        static CELL: __Node::ClassCell = __Node::ClassCell::new();
        &CELL
    }
}
