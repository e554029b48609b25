impl<'__de> __Form::data::Decode<'__de> for Form {
    #[inline]
    fn decode<D__: __Form::data::Deserializer<'__de>>(
        deserializer: D__,
        context: &mut __Form::data::Context,
    ) -> __Form::Result<__Form::Option<Self>, D__::Error> {
        __Form::data::decode_out(deserializer, context)
    }
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
            fn empty() -> Self {
                Self {
                    name: __Form::Option::None,
                    sizes: __Form::Option::None,
                    labels: __Form::Option::None,
                    email: __Form::Option::None,
                    low: __Form::Option::None,
                    high: __Form::Option::None,
                }
            }
            fn spec() -> &'static __Form::ClassSpec {
                <Form as __Form::Dataclass>::__SPEC
            }
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
                source: &mut S__,
                context: &mut __Form::data::Context,
            ) -> __Form::Result<(), S__::Error> {
                use __Form::data::ForeignSeed as _;
                match slot {
                    0 => {
                        __Form::data::Seed::<String, __Form::Leaf>::NEW
                            .next(source, context, &mut self.name)
                    }
                    1 => <Form>::__read_sizes(source, context, &mut self.sizes),
                    2 => <Form>::__read_labels(source, context, &mut self.labels),
                    3 => {
                        __Form::data::Seed::<Option<String>, __Form::Leaf>::NEW
                            .next(source, context, &mut self.email)
                    }
                    4 => __Form::data::next(source, context, &mut self.low),
                    5 => __Form::data::next(source, context, &mut self.high),
                    _ => __Form::Result::Ok(()),
                }
            }
            #[inline]
            fn finish(
                &mut self,
                finish: &mut __Form::data::Finish<'_>,
                out: &mut __Form::Option<Form>,
            ) {
                <Form>::__decoded(
                    finish,
                    out,
                    &mut self.name,
                    &mut self.sizes,
                    &mut self.labels,
                    &mut self.email,
                    &mut self.low,
                    &mut self.high,
                );
            }
        }
        __Form::data::decode_class::<__Form_Slots, D__>(deserializer, context, out)
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
        name: &mut __Form::Option<String>,
        sizes: &mut __Form::Option<Vec<u16>>,
        labels: &mut __Form::Option<BTreeMap<String, Label>>,
        email: &mut __Form::Option<Option<String>>,
        low: &mut __Form::Option<i64>,
        high: &mut __Form::Option<i64>,
    ) {
        use __Form::data::ForeignSeed as _;
        finish.required(0, 3);
        finish
            .present_or(
                2,
                labels,
                __Form::data::Seed::<BTreeMap<String, Label>, __Form::Leaf>::NEW
                    .missing(),
            );
        finish.present(3, email);
        if finish.is_missing(4) {
            *low = __Form::Option::Some(2);
        }
        if finish.is_missing(5) {
            *high = __Form::Option::Some(__Form::Default::default());
        }
        if let __Form::Option::Some(value) = __Form::Option::take(name) {
            let changed = {
                let name = value;
                let name = __Form::trim(name);
                let name = {
                    let inner = name;
                    __Form::transform(inner, slug)
                };
                name
            };
            *name = __Form::Option::Some(changed);
        }
        let (scope, start) = (finish.scope(), finish.start());
        Self::__rules(
            &mut finish.validator(&scope),
            start,
            false,
            __Form::Option::as_ref(name),
            __Form::Option::as_ref(sizes),
            __Form::Option::as_ref(labels),
            __Form::Option::as_ref(email),
            __Form::Option::as_ref(low),
            __Form::Option::as_ref(high),
        );
        if finish.is_faulty() {
            return;
        }
        let (
            __Form::Option::Some(name),
            __Form::Option::Some(sizes),
            __Form::Option::Some(labels),
            __Form::Option::Some(email),
            __Form::Option::Some(low),
            __Form::Option::Some(high),
        ) = (
            __Form::Option::take(name),
            __Form::Option::take(sizes),
            __Form::Option::take(labels),
            __Form::Option::take(email),
            __Form::Option::take(low),
            __Form::Option::take(high),
        ) else { return };
        *out = __Form::Option::Some(Self {
            name,
            sizes,
            labels,
            email,
            low,
            high,
        });
    }
    #[doc(hidden)]
    #[inline]
    fn __read_sizes<S__: __Form::data::Source<'__de>>(
        source: &mut S__,
        context: &mut __Form::data::Context,
        slot: &mut __Form::Option<Vec<u16>>,
    ) -> __Form::Result<(), S__::Error> {
        let seed = __Form::data::WithRules::new(
            <Self as __Form::Dataclass>::__SPEC,
            1,
            __Form::data::items::<
                Vec<u16>,
                _,
                _,
            >(
                1,
                |v, inner| {
                    v.rule(0, &__Form::MinValue::new(__Form::Number::Int(0)), inner);
                },
                __Form::data::NoRules,
            ),
            context,
        );
        __Form::data::next_by(source, slot, seed)
    }
    #[doc(hidden)]
    #[inline]
    fn __read_labels<S__: __Form::data::Source<'__de>>(
        source: &mut S__,
        context: &mut __Form::data::Context,
        slot: &mut __Form::Option<BTreeMap<String, Label>>,
    ) -> __Form::Result<(), S__::Error> {
        let seed = __Form::data::WithRules::new(
            <Self as __Form::Dataclass>::__SPEC,
            2,
            __Form::data::entries::<
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
            context,
        );
        __Form::data::next_by(source, slot, seed)
    }
}
impl<'__de> __Form::data::Deserialize<'__de> for Form {
    fn deserialize<D__: __Form::data::Deserializer<'__de>>(
        deserializer: D__,
    ) -> __Form::Result<Self, D__::Error> {
        __Form::data::deserialize(deserializer)
    }
}
