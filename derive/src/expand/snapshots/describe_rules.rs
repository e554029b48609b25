#[allow(clippy::redundant_closure_call)]
impl __Form::Dataclass for Form {
    const __RULES: __Form::RuleTable = &[
        &[
            __Form::MinLength::new(3).with_unit(__Form::Unit::Bytes).rule(),
            __Form::MaxLength::new(20)
                .with_unit(__Form::Unit::Bytes)
                .rule()
                .with_text("too long"),
        ],
        &[
            __Form::rule::max_items(2),
            __Form::rule::items(const {
                &[__Form::rule::min_value(__Form::Number::Int(0))]
            }),
        ],
        &[__Form::rule::keys(const { &[__Form::Ascii.rule()] })],
        &[
            __Form::Format::Email.rule(),
            __Form::OneOf::new(
                    __Form::List::new(const {
                        &[
                            __Form::Literal::Str(__Form::Text::Static("a")),
                            __Form::Literal::Str(__Form::Text::Static("b")),
                        ]
                    }),
                )
                .rule(),
        ],
        &[
            __Form::Check::compiled(
                    "is_even",
                    |value| __Form::check_value(
                        {
                            use __Form::Unknown as _;
                            __Form::Ty::<i64>::FROM_VALUE
                        },
                        value,
                        |value: &i64| __Form::Outcome::into_issue((is_even)(value)),
                    ),
                )
                .rule(),
            __Form::Check::compiled(
                    "",
                    |value| __Form::check_value(
                        {
                            use __Form::Unknown as _;
                            __Form::Ty::<i64>::FROM_VALUE
                        },
                        value,
                        |value: &i64| __Form::Outcome::into_issue(
                            (|value: &i64| *value < LIMIT)(value),
                        ),
                    ),
                )
                .rule(),
            __Form::Matches::new(__Form::Text::new("high")).rule(),
        ],
    ];
    const __BODIES: __Form::Bodies = {
        use __Form::Unknown as _;
        &[
            __Form::ruled::<Self>(0, __Form::Ty::<String>::TYPE)
                .with_transforms(
                    __Form::List::new(const {
                        &[
                            __Form::Transform::Trim,
                            __Form::Transform::compiled(
                                "slug",
                                |value| __Form::transform_value::<
                                    String,
                                >(value, |inner| __Form::transform(inner, slug)),
                            ),
                        ]
                    }),
                ),
            __Form::ruled::<Self>(1, __Form::Ty::<Vec<u16>>::TYPE),
            __Form::ruled::<
                Self,
            >(
                2,
                __Form::Ty::<BTreeMap<String, Label>>::TYPE
                    .or_opaque("BTreeMap<String, Label>"),
            ),
            __Form::ruled::<Self>(3, __Form::Ty::<Option<String>>::TYPE),
            __Form::ruled::<Self>(4, __Form::Ty::<i64>::TYPE),
        ]
    };
    const __HEAD: __Form::Head = (
        __Form::module_path!(),
        "Form",
        "(name: String, sizes: Vec<u16>, labels: BTreeMap<String, Label>, email: Option<String>, low: i64 = 2, high: i64 = Default::default())",
        &[
            __Form::described::<Self>(0, "name"),
            __Form::described::<Self>(1, "sizes"),
            __Form::described::<Self>(2, "labels"),
            __Form::described::<Self>(3, "email")
                .with_flags(__Form::Flags::DEFAULT.with(__Form::Flags::REQUIRED)),
            __Form::described::<Self>(4, "low").defaulted(__Form::int::<2>()),
            __Form::field_or::<i64, 0>("high"),
        ],
    );
    const __OPTIONS: __Form::Options = __Form::Options::DEFAULT
        .with(__Form::Options::VALIDATE);
    const __CHECKS: &'static [__Form::StructCheck] = &[
        __Form::StructCheck::compiled(
            "is_ordered",
            const { &[__Form::Text::new("low"), __Form::Text::new("high")] },
            |values| {
                let [v0, v1] = values else { return __Form::Option::None };
                let v0 = __Form::convert(
                    {
                        use __Form::Unknown as _;
                        __Form::Ty::<i64>::FROM_VALUE
                    },
                    v0,
                )?;
                let v1 = __Form::convert(
                    {
                        use __Form::Unknown as _;
                        __Form::Ty::<i64>::FROM_VALUE
                    },
                    v1,
                )?;
                __Form::Outcome::into_issue((is_ordered)(&v0, &v1))
            },
        ),
    ];
    fn __cell() -> __Form::Cell {
        static CELL: __Form::ClassCell = __Form::ClassCell::NEW;
        &CELL
    }
}
