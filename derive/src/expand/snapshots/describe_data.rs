impl __Node::Dataclass for Node {
    const __RULES: __Node::RuleTable = &[
        &[
            __Node::rule::values(const {
                &[
                    __Node::rule::items(const {
                        &[__Node::rule::max_value(__Node::Number::Int(3))]
                    }),
                    __Node::rule::min_items(1),
                ]
            }),
        ],
    ];
    const __BODIES: __Node::Bodies = {
        use __Node::Unknown as _;
        &[
            __Node::Ty::<i64>::TYPE
                .body()
                .with_key(__Node::Text::new("id"))
                .with_aliases(__Node::List::new(const { &[__Node::Text::new("key")] })),
            __Node::Ty::<Option<Box<Self>>>::TYPE.or_opaque("Option<Box<Self>>").body(),
            __Node::Ty::<IpAddr>::TYPE.or_opaque("IpAddr").body(),
            __Node::Ty::<Vec<Option<Uuid>>>::TYPE.or_opaque("Vec<Option<Uuid>>").body(),
            __Node::Ty::<Vec<Self>>::TYPE
                .or_opaque("Vec<Self>")
                .body()
                .with_key(__Node::Text::new("childNodes"))
                .with_aliases(__Node::List::new(const { &[__Node::Text::new("kids")] })),
            __Node::ruled::<Self>(0, __Node::Ty::<BTreeMap<String, Vec<i64>>>::TYPE),
        ]
    };
    const __HEAD: __Node::Head = {
        use __Node::Unknown as _;
        (
            __Node::module_path!(),
            "Node",
            "(node_id: i64, next: Option<Box<Self>>, address: IpAddr, many: Vec<Option<Uuid>>, token: String, child_nodes: Vec<Self> = Default::default(), lists: BTreeMap<String, Vec<i64>> = next.is_some(), scale: i64 = 1)",
            &[
                __Node::described::<Self>(0, "node_id")
                    .with_flags(__Node::Flags::DEFAULT.with(__Node::Flags::STRICT)),
                __Node::described::<Self>(1, "next"),
                __Node::described::<Self>(2, "address"),
                __Node::described::<Self>(3, "many"),
                __Node::of(__Node::Ty::<String>::BODY, "token")
                    .with_flags(__Node::Flags::DEFAULT.with(__Node::Flags::SECRET)),
                __Node::described::<Self>(4, "child_nodes")
                    .defaulted(const {
                        &__Node::DefaultSpec::compiled(
                            "Default::default()",
                            || __Node::made(
                                {
                                    use __Node::Unknown as _;
                                    __Node::Ty::<Vec<Self>>::TO_VALUE
                                },
                                __Node::Default::default(),
                            ),
                        )
                    }),
                __Node::field::<usize>("count")
                    .defaulted(const {
                        &__Node::DefaultSpec::factory(
                            __Node::Text::new("child_nodes.len()"),
                        )
                    })
                    .with_flags(__Node::Flags::DEFAULT.without(__Node::Flags::INIT)),
                __Node::described::<Self>(5, "lists")
                    .defaulted(const {
                        &__Node::DefaultSpec::factory(
                            __Node::Text::new("next.is_some()"),
                        )
                    }),
            ],
        )
    };
    const __OPTIONS: __Node::Options = __Node::Options::DEFAULT
        .with(__Node::Options::FORBID_EXTRA);
    const __INIT_VARS: __Node::Fields = &[
        __Node::field::<i64>("scale").defaulted(__Node::int::<1>()),
    ];
    fn __cell() -> __Node::Cell {
        static CELL: __Node::ClassCell = __Node::ClassCell::NEW;
        &CELL
    }
}
