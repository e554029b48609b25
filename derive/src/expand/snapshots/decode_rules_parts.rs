#[allow(clippy::redundant_closure_call)]
impl Form {
    #[doc(hidden)]
    #[allow(unused_variables, clippy::too_many_arguments)]
    #[inline]
    fn __rules(
        v: &mut __Form::Validator<'_>,
        start: usize,
        deep: bool,
        name: __Form::Option<&String>,
        sizes: __Form::Option<&Vec<u16>>,
        labels: __Form::Option<&BTreeMap<String, Label>>,
        email: __Form::Option<&Option<String>>,
        low: __Form::Option<&i64>,
        high: __Form::Option<&i64>,
    ) {
        if let __Form::Some(name) = name {
            v.field(0);
            v.rule(0, &__Form::MinLength::new(3).with_unit(__Form::Unit::Bytes), name);
            v.rule(1, &__Form::MaxLength::new(20).with_unit(__Form::Unit::Bytes), name);
        }
        if let __Form::Some(sizes) = sizes {
            v.field(1);
            v.max_items(0, 2, sizes);
            if deep {
                v.items(
                    sizes,
                    |v, item| {
                        v.part(1);
                        v.min_value(0, __Form::Number::Int(0), item);
                    },
                );
            }
        }
        if let __Form::Some(labels) = labels {
            v.field(2);
            if deep {
                v.entries(
                    labels,
                    |v, key, inner| {
                        let _ = (key, inner);
                        v.key(|v| {
                            v.part(0);
                            v.rule(0, &__Form::Ascii, key);
                        });
                        v.within(
                            {
                                use __Form::Unknown as _;
                                __Form::Ty::<Label>::VALIDATE
                            },
                            inner,
                        );
                    },
                );
            }
        }
        if let __Form::Some(email) = email {
            v.field(3);
            if v.required(__Form::Option::is_none(email)) {
                v.rule(0, &__Form::Format::Email, email);
                v.rule(
                    1,
                    const {
                        &__Form::OneOf::new(
                            __Form::List::new(const {
                                &[
                                    __Form::Literal::Str(__Form::Text::Static("a")),
                                    __Form::Literal::Str(__Form::Text::Static("b")),
                                ]
                            }),
                        )
                    },
                    email,
                );
            }
        }
        if let __Form::Some(low) = low {
            v.field(4);
            v.check(0, __Form::Outcome::into_issue((is_even)(low)));
            v.check(1, __Form::Outcome::into_issue((|value: &i64| *value < LIMIT)(low)));
            if let __Form::Some(high) = high {
                v.matches(
                    2,
                    __Form::given(
                        low,
                        {
                            use __Form::Unknown as _;
                            __Form::Ty::<i64>::IS_NONE
                        },
                    ),
                    __Form::given(
                        high,
                        {
                            use __Form::Unknown as _;
                            __Form::Ty::<i64>::IS_NONE
                        },
                    ),
                );
            }
        }
        if let (__Form::Some(low), __Form::Some(high)) = (low, high) {
            v.several(
                start,
                &[4, 5],
                || __Form::Outcome::into_issue((is_ordered)(low, high)),
            );
        }
    }
}
