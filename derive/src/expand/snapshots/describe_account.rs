impl __Account::Dataclass for Account {
    const __BODIES: __Account::Bodies = {
        use __Account::Unknown as _;
        &[
            __Account::Ty::<String>::TYPE
                .body()
                .with_key(__Account::Text::new("e-mail"))
                .with_aliases(
                    __Account::List::new(const {
                        &[__Account::Text::new("mail"), __Account::Text::new("email")]
                    }),
                )
                .with_metadata(
                    __Account::List::new(const {
                        &[
                            (
                                __Account::Text::new("unit"),
                                __Account::Literal::Str(__Account::Text::Static("none")),
                            ),
                            (__Account::Text::new("rank"), __Account::Int(-1)),
                        ]
                    }),
                ),
            __Account::Ty::<Option<Secret>>::TYPE.or_opaque("Option<Secret>").body(),
            __Account::Ty::<Vec<Box<Tag>>>::TYPE.or_opaque("Vec<Box<Tag>>").body(),
            __Account::Ty::<Uuid>::TYPE.or_opaque("Uuid").body(),
        ]
    };
    const __HEAD: __Account::Head = (
        __Account::module_path!(),
        "Account",
        "(*, id: u64, address: String, password: Option<Secret>, tags: Vec<Box<Tag>> = Default::default(), type: Uuid, scale: f64 = 1.0, tag: &'static str)",
        &[
            __Account::field::<u64>("id")
                .with_flags(
                    __Account::Flags::DEFAULT
                        .with(__Account::Flags::KW_ONLY)
                        .with(__Account::Flags::PRIMARY_KEY)
                        .with(__Account::Flags::PRIVATE),
                ),
            __Account::described::<Self>(0, "address")
                .with_flags(
                    __Account::Flags::DEFAULT
                        .with(__Account::Flags::KW_ONLY)
                        .with(__Account::Flags::PRIVATE),
                ),
            __Account::described::<Self>(1, "password")
                .with_flags(
                    __Account::Flags::DEFAULT
                        .with(__Account::Flags::KW_ONLY)
                        .with(__Account::Flags::SECRET)
                        .with(__Account::Flags::PRIVATE)
                        .without(__Account::Flags::REPR)
                        .without(__Account::Flags::COMPARE),
                ),
            __Account::field::<usize>("size")
                .defaulted(const {
                    &__Account::DefaultSpec::factory(
                        __Account::Text::new("address.len() * 2"),
                    )
                })
                .with_flags(
                    __Account::Flags::DEFAULT
                        .with(__Account::Flags::PRIVATE)
                        .with(__Account::Flags::NO_HASH)
                        .without(__Account::Flags::INIT),
                ),
            __Account::described::<Self>(2, "tags")
                .defaulted(const {
                    &__Account::DefaultSpec::compiled(
                        "Default::default()",
                        || __Account::made(
                            {
                                use __Account::Unknown as _;
                                __Account::Ty::<Vec<Box<Tag>>>::TO_VALUE
                            },
                            __Account::Default::default(),
                        ),
                    )
                })
                .with_flags(
                    __Account::Flags::DEFAULT
                        .with(__Account::Flags::KW_ONLY)
                        .with(__Account::Flags::PRIVATE),
                ),
            __Account::described::<Self>(3, "type")
                .with_flags(
                    __Account::Flags::DEFAULT
                        .with(__Account::Flags::KW_ONLY)
                        .with(__Account::Flags::PRIVATE),
                ),
        ],
    );
    const __OPTIONS: __Account::Options = __Account::Options::DEFAULT
        .with(__Account::Options::FROZEN);
    const __INIT_VARS: __Account::Fields = {
        use __Account::Unknown as _;
        &[
            __Account::field::<f64>("scale")
                .defaulted(&__Account::DefaultSpec::Value(__Account::Float(1.0)))
                .with_flags(__Account::Flags::DEFAULT.with(__Account::Flags::KW_ONLY)),
            __Account::of(__Account::Ty::<&'static str>::BODY, "tag")
                .with_flags(__Account::Flags::DEFAULT.with(__Account::Flags::KW_ONLY)),
        ]
    };
    fn __cell() -> __Account::Cell {
        static CELL: __Account::ClassCell = __Account::ClassCell::NEW;
        &CELL
    }
}
