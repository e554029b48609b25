impl __Node::Dataclass for Node {
    const NAME: &'static str = "Node";
    const SIGNATURE: &'static str = "(node_id: i64, next: Option<Box<Self>>, address: IpAddr, many: Vec<Option<Uuid>>, token: String, child_nodes: Vec<Self> = Default::default(), lists: BTreeMap<String, Vec<i64>> = next.is_some(), scale: i64 = 1)";
    const __MODULE: &'static str = __Node::module_path!();
    const __CELL: __Node::CellOf = __Node::Option::Some(|| {
        static CELL: __Node::ClassCell = __Node::ClassCell::new();
        &CELL
    });
    const __OPTIONS: __Node::Options = __Node::Options::DEFAULT
        .with(__Node::Options::FORBID_EXTRA);
    const __FIELD_NAMES: __Node::Names = &[
        "node_id",
        "next",
        "address",
        "many",
        "token",
        "child_nodes",
        "count",
        "lists",
    ];
    const __FIELDS: __Node::Fields = &[
        __Node::field_of::<i64>("node_id")
            .with_flags(__Node::Flags::DEFAULT.with(__Node::Flags::STRICT))
            .with_key(__Node::Text::new("id"))
            .with_aliases(__Node::List::new(const { &[__Node::Text::new("key")] })),
        __Node::field(
            "next",
            __Node::Ty::<Option<Box<Self>>>::TYPE.or_opaque("Option<Box<Self>>"),
        ),
        __Node::field("address", __Node::Ty::<IpAddr>::TYPE.or_opaque("IpAddr")),
        __Node::field(
            "many",
            __Node::Ty::<Vec<Option<Uuid>>>::TYPE.or_opaque("Vec<Option<Uuid>>"),
        ),
        __Node::field("token", __Node::Ty::<String>::TYPE)
            .with_flags(__Node::Flags::DEFAULT.with(__Node::Flags::SECRET)),
        __Node::field(
                "child_nodes",
                __Node::Ty::<Vec<Self>>::TYPE.or_opaque("Vec<Self>"),
            )
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
        __Node::field("lists", __Node::Ty::<BTreeMap<String, Vec<i64>>>::TYPE)
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
        __Node::field_of::<i64>("scale").with_literal(__Node::Literal::Int(1)),
    ];
}
