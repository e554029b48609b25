#[allow(clippy::redundant_closure_call)]
impl __Form::Dataclass for Form {
    const __HEAD: __Form::Head = [
        __Form::module_path!(),
        "Form",
        "(name: String, sizes: Vec<u16>, labels: BTreeMap<String, Label>, email: Option<String>, low: i64 = 2, high: i64 = Default::default())",
    ];
    const __OPTIONS: __Form::Options = __Form::Options::DEFAULT
        .with(__Form::Options::VALIDATE);
    const __FIELDS: __Form::Fields = &[
        const {
            &__Form::Ty::<String>::TYPE
                .body()
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
                )
                .with_rules(
                    __Form::List::new(const {
                        &[
                            __Form::Rule::new(
                                __Form::Kind::MinLength(
                                    __Form::MinLength::new(3).with_unit(__Form::Unit::Bytes),
                                ),
                            ),
                            __Form::Rule::new(
                                    __Form::Kind::MaxLength(
                                        __Form::MaxLength::new(20).with_unit(__Form::Unit::Bytes),
                                    ),
                                )
                                .with_text("too long"),
                        ]
                    }),
                )
        }
            .field("name"),
        const {
            &__Form::Ty::<Vec<u16>>::TYPE
                .body()
                .with_rules(
                    __Form::List::new(const {
                        &[
                            __Form::Rule::new(
                                __Form::Kind::MaxItems(__Form::MaxItems::new(2)),
                            ),
                            __Form::Rule::new(
                                __Form::Kind::Items(
                                    __Form::Items::new(
                                        __Form::List::new(const {
                                            &[
                                                __Form::Rule::new(
                                                    __Form::Kind::MinValue(
                                                        __Form::MinValue::new(__Form::Number::Int(0)),
                                                    ),
                                                ),
                                            ]
                                        }),
                                    ),
                                ),
                            ),
                        ]
                    }),
                )
        }
            .field("sizes"),
        const {
            &__Form::Ty::<BTreeMap<String, Label>>::TYPE
                .or_opaque("BTreeMap<String, Label>")
                .body()
                .with_rules(
                    __Form::List::new(const {
                        &[
                            __Form::Rule::new(
                                __Form::Kind::Keys(
                                    __Form::Keys::new(
                                        __Form::List::new(const {
                                            &[__Form::Rule::new(__Form::Kind::Ascii(__Form::Ascii))]
                                        }),
                                    ),
                                ),
                            ),
                        ]
                    }),
                )
        }
            .field("labels"),
        const {
            &__Form::Ty::<Option<String>>::TYPE
                .body()
                .with_rules(
                    __Form::List::new(const {
                        &[
                            __Form::Rule::new(
                                __Form::Kind::Format(__Form::Format::Email),
                            ),
                            __Form::Rule::new(
                                __Form::Kind::OneOf(
                                    __Form::OneOf::new(
                                        __Form::List::new(const {
                                            &[
                                                __Form::Literal::Str(__Form::Text::Static("a")),
                                                __Form::Literal::Str(__Form::Text::Static("b")),
                                            ]
                                        }),
                                    ),
                                ),
                            ),
                        ]
                    }),
                )
        }
            .field("email")
            .with_flags(__Form::Flags::DEFAULT.with(__Form::Flags::REQUIRED)),
        const {
            &__Form::Ty::<i64>::TYPE
                .body()
                .with_rules(
                    __Form::List::new(const {
                        &[
                            __Form::Rule::new(
                                __Form::Kind::Check(
                                    __Form::Check::compiled(
                                        "is_even",
                                        |value| __Form::check_value(
                                            __Form::Ty::<i64>::FROM_VALUE,
                                            value,
                                            |value: &i64| __Form::Outcome::into_issue((is_even)(value)),
                                        ),
                                    ),
                                ),
                            ),
                            __Form::Rule::new(
                                __Form::Kind::Check(
                                    __Form::Check::compiled(
                                        "",
                                        |value| __Form::check_value(
                                            __Form::Ty::<i64>::FROM_VALUE,
                                            value,
                                            |value: &i64| __Form::Outcome::into_issue(
                                                (|value: &i64| *value < LIMIT)(value),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                            __Form::Rule::new(
                                __Form::Kind::Matches(
                                    __Form::Matches::new(__Form::Text::new("high")),
                                ),
                            ),
                        ]
                    }),
                )
        }
            .field("low")
            .defaulted(&__Form::DefaultSpec::Value(__Form::Int(2))),
        __Form::field::<i64>("high")
            .defaulted(&__Form::DefaultSpec::Value(__Form::Literal::Int(0))),
    ];
    const __CHECKS: &'static [__Form::StructCheck] = &[
        __Form::StructCheck::compiled(
            "is_ordered",
            const { &[__Form::Text::new("low"), __Form::Text::new("high")] },
            |values| {
                let [v0, v1] = values else { return __Form::Option::None };
                let v0 = __Form::convert(__Form::Ty::<i64>::FROM_VALUE, v0)?;
                let v1 = __Form::convert(__Form::Ty::<i64>::FROM_VALUE, v1)?;
                __Form::Outcome::into_issue((is_ordered)(&v0, &v1))
            },
        ),
    ];
    fn __cell() -> __Form::Cell {
        static CELL: __Form::ClassCell = __Form::ClassCell::new();
        &CELL
    }
}
