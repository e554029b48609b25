impl __Form::FieldType for Form {
    const TYPE: __Form::TypeSpec = __Form::class::<Self>();
    const __OBJECT: __Form::Object<Self> = {
        use __Form::{Ty, Unknown as _};
        Ty::<Self>::OWNED.and(Ty::<Self>::HASH)
    };
    fn __field(&self, i: usize) -> __Form::FieldRef<'_> {
        use __Form::ways::*;
        match i {
            0 => Likely(&self.name).way(),
            1 => Likely(&self.sizes).way(),
            2 => probe(&self.labels).field(),
            3 => Likely(&self.email).way(),
            4 => Ours(&self.low),
            _ => Ours(&self.high),
        }
    }
    #[inline]
    fn __from_row(v: &mut __Form::Row<'_>) -> __Form::Option<Self> {
        use __Form::making::*;
        make_6(
            v,
            |name, sizes, labels, email, low, high| Self {
                name,
                sizes,
                labels,
                email,
                low,
                high,
            },
            likely::<String>().way(),
            likely::<Vec<u16>>().way(),
            __Form::make::<BTreeMap<String, Label>>().way(),
            likely::<Option<String>>().way(),
            OURS,
            OURS,
        )
    }
    fn __set(
        &mut self,
        i: usize,
        value: __Form::Value,
    ) -> __Form::Result<(), __Form::Error> {
        match i {
            0 => {
                __Form::set_checked(
                    self,
                    value,
                    {
                        use __Form::Unknown as _;
                        __Form::Ty::<String>::FROM_VALUE
                    },
                    |this| &mut this.name,
                )
            }
            1 => {
                __Form::set_checked(
                    self,
                    value,
                    {
                        use __Form::Unknown as _;
                        __Form::Ty::<Vec<u16>>::FROM_VALUE
                    },
                    |this| &mut this.sizes,
                )
            }
            2 => {
                __Form::set_checked(
                    self,
                    value,
                    {
                        use __Form::Unknown as _;
                        __Form::Ty::<BTreeMap<String, Label>>::FROM_VALUE
                    },
                    |this| &mut this.labels,
                )
            }
            3 => {
                __Form::set_checked(
                    self,
                    value,
                    {
                        use __Form::Unknown as _;
                        __Form::Ty::<Option<String>>::FROM_VALUE
                    },
                    |this| &mut this.email,
                )
            }
            4 => {
                __Form::set_checked(
                    self,
                    value,
                    {
                        use __Form::Unknown as _;
                        __Form::Ty::<i64>::FROM_VALUE
                    },
                    |this| &mut this.low,
                )
            }
            5 => {
                __Form::set_checked(
                    self,
                    value,
                    {
                        use __Form::Unknown as _;
                        __Form::Ty::<i64>::FROM_VALUE
                    },
                    |this| &mut this.high,
                )
            }
            _ => __Form::Result::Ok(()),
        }
    }
    const __VALIDATED: bool = true;
    #[inline]
    #[allow(clippy::redundant_closure_call)]
    fn __validate(&self, report: &mut __Form::Report) {
        __Form::Validator::run(
            <Self as __Form::Dataclass>::__SPEC,
            report,
            |v| {
                let start = v.start();
                v.field(0);
                v.rule(
                    0,
                    &__Form::MinLength::new(3).with_unit(__Form::Unit::Bytes),
                    &self.name,
                );
                v.rule(
                    1,
                    &__Form::MaxLength::new(20).with_unit(__Form::Unit::Bytes),
                    &self.name,
                );
                v.field(1);
                v.max_items(0, 2, &self.sizes);
                v.items(
                    &self.sizes,
                    |v, item| {
                        v.part(1);
                        v.min_value(0, __Form::Number::Int(0), item);
                    },
                );
                v.field(2);
                v.entries(
                    &self.labels,
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
                v.field(3);
                if v.required(__Form::Option::is_none(&self.email)) {
                    v.rule(0, &__Form::Format::Email, &self.email);
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
                        &self.email,
                    );
                }
                v.field(4);
                v.check(0, __Form::Outcome::into_issue((is_even)(&self.low)));
                v.check(
                    1,
                    __Form::Outcome::into_issue(
                        (|value: &i64| *value < LIMIT)(&self.low),
                    ),
                );
                v.matches(
                    2,
                    __Form::given(
                        &self.low,
                        {
                            use __Form::Unknown as _;
                            __Form::Ty::<i64>::IS_NONE
                        },
                    ),
                    __Form::given(
                        &self.high,
                        {
                            use __Form::Unknown as _;
                            __Form::Ty::<i64>::IS_NONE
                        },
                    ),
                );
                v.several(
                    start,
                    &[4, 5],
                    || __Form::Outcome::into_issue((is_ordered)(&self.low, &self.high)),
                );
            },
        );
    }
}
