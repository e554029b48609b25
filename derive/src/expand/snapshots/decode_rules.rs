impl<'__de> __Form::data::Decode<'__de> for Form {
    #[inline]
    fn __decode_into<D__: __Form::data::Deserializer<'__de>>(
        deserializer: D__,
        context: &mut __Form::data::Context,
        out: &mut __Form::Option<Self>,
    ) -> __Form::Result<(), D__::Error> {
        #[allow(non_camel_case_types)]
        struct __Form_Slots {
            name: __Form::Option<String>,
            sizes: __Form::Option<Vec<u16>>,
            labels: __Form::Option<BTreeMap<String, Label>>,
            email: __Form::Option<Option<String>>,
            low: __Form::Option<i64>,
            high: __Form::Option<i64>,
        }
        impl<'__de> __Form::data::ClassSlots<'__de> for __Form_Slots {
            type Class = Form;
            const KEYS: __Form::Names = &[
                "name",
                "sizes",
                "labels",
                "email",
                "low",
                "high",
            ];
            #[inline]
            fn slot(name: &str) -> usize {
                match name {
                    "name" => 0,
                    "sizes" => 1,
                    "labels" => 2,
                    "email" => 3,
                    "low" => 4,
                    "high" => 5,
                    _ => __Form::data::UNKNOWN,
                }
            }
            #[inline]
            fn read<S__: __Form::data::Source<'__de>>(
                &mut self,
                slot: usize,
                reader: &mut __Form::data::SlotReader<'_, S__>,
            ) -> __Form::Result<(), S__::Error> {
                use __Form::data::ForeignSeed as _;
                match slot {
                    0 => {
                        __Form::data::Seed::<String, __Form::Leaf>::NEW
                            .next(reader, &mut self.name)
                    }
                    1 => {
                        reader
                            .within(
                                1,
                                &__Form::data::items::<
                                    Vec<u16>,
                                    _,
                                    _,
                                >(
                                    1,
                                    |v, inner| {
                                        v.min_value(0, __Form::Number::Int(0), inner);
                                    },
                                    __Form::data::NoRules,
                                ),
                                &mut self.sizes,
                            )
                    }
                    2 => {
                        reader
                            .within(
                                2,
                                &__Form::data::entries::<
                                    BTreeMap<String, Label>,
                                    _,
                                    _,
                                    _,
                                >(
                                    (0, 0),
                                    |v, key| {
                                        v.rule(0, &__Form::Ascii, key);
                                    },
                                    |_, _| {},
                                    __Form::data::NoRules,
                                ),
                                &mut self.labels,
                            )
                    }
                    3 => {
                        __Form::data::Seed::<Option<String>, __Form::Leaf>::NEW
                            .next(reader, &mut self.email)
                    }
                    4 => reader.next(&mut self.low),
                    5 => reader.next(&mut self.high),
                    _ => __Form::Ok(()),
                }
            }
            #[inline]
            fn finish(
                self,
                finish: &mut __Form::data::Finish<'_>,
                out: &mut __Form::Option<Form>,
            ) {
                <Form>::__decoded(
                    finish,
                    out,
                    self.name,
                    self.sizes,
                    self.labels,
                    self.email,
                    self.low,
                    self.high,
                );
            }
        }
        let slots = __Form_Slots {
            name: __Form::None,
            sizes: __Form::None,
            labels: __Form::None,
            email: __Form::None,
            low: __Form::None,
            high: __Form::None,
        };
        __Form::data::decode_class(deserializer, context, out, slots)
    }
}
#[allow(
    clippy::too_many_arguments,
    clippy::question_mark,
    clippy::manual_map,
    clippy::option_if_let_else
)]
#[allow(clippy::redundant_closure_call)]
impl<'__de> Form {
    #[doc(hidden)]
    #[inline]
    fn __decoded(
        finish: &mut __Form::data::Finish<'_>,
        out: &mut __Form::Option<Self>,
        mut name: __Form::Option<String>,
        sizes: __Form::Option<Vec<u16>>,
        mut labels: __Form::Option<BTreeMap<String, Label>>,
        mut email: __Form::Option<Option<String>>,
        mut low: __Form::Option<i64>,
        mut high: __Form::Option<i64>,
    ) {
        use __Form::data::ForeignSeed as _;
        finish.required(0, 3);
        finish
            .present_or(
                2,
                &mut labels,
                __Form::data::Seed::<BTreeMap<String, Label>, __Form::Leaf>::NEW
                    .missing(),
            );
        finish.present(3, &mut email);
        if finish.is_missing(4) {
            low = __Form::Some(2);
        }
        if finish.is_missing(5) {
            high = __Form::Some(__Form::Default::default());
        }
        if let __Form::Some(value) = name {
            let changed = {
                let name = value;
                let name = __Form::trim(name);
                let name = {
                    let inner = name;
                    __Form::transform(inner, slug)
                };
                name
            };
            name = __Form::Some(changed);
        }
        let (scope, start) = (finish.scope(), finish.start());
        Self::__rules(
            &mut finish.validator(&scope),
            start,
            false,
            __Form::data::peek(&name),
            __Form::data::peek(&sizes),
            __Form::data::peek(&labels),
            __Form::data::peek(&email),
            __Form::data::peek(&low),
            __Form::data::peek(&high),
        );
        if finish.is_faulty() {
            return;
        }
        let (
            __Form::Some(name),
            __Form::Some(sizes),
            __Form::Some(labels),
            __Form::Some(email),
            __Form::Some(low),
            __Form::Some(high),
        ) = (name, sizes, labels, email, low, high) else { return };
        *out = __Form::Some(Self {
            name,
            sizes,
            labels,
            email,
            low,
            high,
        });
    }
}
impl<'__de> __Form::data::Deserialize<'__de> for Form {
    fn deserialize<D__: __Form::data::Deserializer<'__de>>(
        deserializer: D__,
    ) -> __Form::Result<Self, D__::Error> {
        __Form::data::deserialize(deserializer)
    }
}
