impl<'__de> __Node::data::Decode<'__de> for Node {
    #[inline]
    fn decode<D__: __Node::data::Deserializer<'__de>>(
        deserializer: D__,
        context: &mut __Node::data::Context,
    ) -> __Node::Result<__Node::Option<Self>, D__::Error> {
        __Node::data::decode_out(deserializer, context)
    }
    #[inline]
    fn __decode_into<D__: __Node::data::Deserializer<'__de>>(
        deserializer: D__,
        context: &mut __Node::data::Context,
        out: &mut __Node::Option<Self>,
    ) -> __Node::Result<(), D__::Error> {
        #[allow(non_camel_case_types)]
        struct __Node_Slots {
            node_id: __Node::Option<i64>,
            next: __Node::Option<Option<Box<Node>>>,
            address: __Node::Option<IpAddr>,
            many: __Node::Option<Vec<Option<Uuid>>>,
            token: __Node::Option<String>,
            child_nodes: __Node::Option<Vec<Node>>,
            lists: __Node::Option<BTreeMap<String, Vec<i64>>>,
            scale: __Node::Option<i64>,
        }
        impl<'__de> __Node::data::ClassSlots<'__de> for __Node_Slots {
            type Class = Node;
            const KEYS: __Node::Names = &[
                "id",
                "next",
                "address",
                "many",
                "token",
                "childNodes",
                "lists",
                "scale",
            ];
            #[inline]
            fn empty() -> Self {
                Self {
                    node_id: __Node::Option::None,
                    next: __Node::Option::None,
                    address: __Node::Option::None,
                    many: __Node::Option::None,
                    token: __Node::Option::None,
                    child_nodes: __Node::Option::None,
                    lists: __Node::Option::None,
                    scale: __Node::Option::None,
                }
            }
            fn spec() -> &'static __Node::ClassSpec {
                <Node as __Node::Dataclass>::__SPEC
            }
            #[inline]
            fn slot(name: &str) -> usize {
                match name {
                    "id" | "key" => 0,
                    "next" => 1,
                    "address" => 2,
                    "many" => 3,
                    "token" => 4,
                    "childNodes" | "kids" => 5,
                    "lists" => 6,
                    "scale" => 7,
                    "count" => __Node::data::PASSED,
                    _ => __Node::data::UNKNOWN,
                }
            }
            #[inline]
            fn read<S__: __Node::data::Source<'__de>>(
                &mut self,
                slot: usize,
                source: &mut S__,
                context: &mut __Node::data::Context,
            ) -> __Node::Result<(), S__::Error> {
                use __Node::data::ForeignSeed as _;
                match slot {
                    0 => {
                        __Node::data::strictly(
                            context,
                            |context| __Node::data::next(
                                source,
                                context,
                                &mut self.node_id,
                            ),
                        )
                    }
                    1 => {
                        __Node::data::Seed::<
                            Option<Box<Node>>,
                            __Node::Opt<__Node::Boxed<__Node::Leaf>>,
                        >::NEW
                            .next(source, context, &mut self.next)
                    }
                    2 => {
                        __Node::data::Seed::<IpAddr, __Node::Leaf>::NEW
                            .next(source, context, &mut self.address)
                    }
                    3 => {
                        __Node::data::Seed::<
                            Vec<Option<Uuid>>,
                            __Node::Many<__Node::Opt<__Node::Leaf>>,
                        >::NEW
                            .next(source, context, &mut self.many)
                    }
                    4 => {
                        __Node::data::Seed::<String, __Node::Leaf>::NEW
                            .next(source, context, &mut self.token)
                    }
                    5 => {
                        __Node::data::Seed::<Vec<Node>, __Node::Many<__Node::Leaf>>::NEW
                            .next(source, context, &mut self.child_nodes)
                    }
                    6 => <Node>::__read_lists(source, context, &mut self.lists),
                    7 => __Node::data::next(source, context, &mut self.scale),
                    _ => __Node::Result::Ok(()),
                }
            }
            #[inline]
            fn finish(
                &mut self,
                finish: &mut __Node::data::Finish<'_>,
                out: &mut __Node::Option<Node>,
            ) {
                <Node>::__decoded(
                    finish,
                    out,
                    &mut self.node_id,
                    &mut self.next,
                    &mut self.address,
                    &mut self.many,
                    &mut self.token,
                    &mut self.child_nodes,
                    &mut self.lists,
                    &mut self.scale,
                );
            }
        }
        __Node::data::decode_class::<__Node_Slots, D__>(deserializer, context, out)
    }
}
#[allow(
    clippy::too_many_arguments,
    clippy::question_mark,
    clippy::manual_map,
    clippy::option_if_let_else
)]
impl<'__de> Node {
    #[doc(hidden)]
    #[inline]
    fn __decoded(
        finish: &mut __Node::data::Finish<'_>,
        out: &mut __Node::Option<Self>,
        node_id: &mut __Node::Option<i64>,
        next: &mut __Node::Option<Option<Box<Self>>>,
        address: &mut __Node::Option<IpAddr>,
        many: &mut __Node::Option<Vec<Option<Uuid>>>,
        token: &mut __Node::Option<String>,
        child_nodes: &mut __Node::Option<Vec<Self>>,
        lists: &mut __Node::Option<BTreeMap<String, Vec<i64>>>,
        scale: &mut __Node::Option<i64>,
    ) {
        use __Node::data::ForeignSeed as _;
        finish.required(0, 17);
        finish
            .present_or(
                1,
                next,
                __Node::data::Seed::<
                    Option<Box<Self>>,
                    __Node::Opt<__Node::Boxed<__Node::Leaf>>,
                >::NEW
                    .missing(),
            );
        finish
            .present_or(
                2,
                address,
                __Node::data::Seed::<IpAddr, __Node::Leaf>::NEW.missing(),
            );
        finish
            .present_or(
                3,
                many,
                __Node::data::Seed::<
                    Vec<Option<Uuid>>,
                    __Node::Many<__Node::Opt<__Node::Leaf>>,
                >::NEW
                    .missing(),
            );
        if finish.is_missing(5) {
            *child_nodes = __Node::Option::Some(__Node::Default::default());
        }
        let count: &mut __Node::Option<usize> = &mut match (&*child_nodes,) {
            (__Node::Option::Some(child_nodes),) => {
                __Node::Option::Some(Self::__default_count(child_nodes))
            }
            _ => __Node::Option::None,
        };
        if finish.is_missing(6) {
            *lists = match (&*next,) {
                (__Node::Option::Some(next),) => {
                    __Node::Option::Some(Self::__default_lists(next))
                }
                _ => __Node::Option::None,
            };
        }
        if finish.is_missing(7) {
            *scale = __Node::Option::Some(1);
        }
        let (scope, start) = (finish.scope(), finish.start());
        Self::__rules(
            &mut finish.validator(&scope),
            start,
            false,
            __Node::Option::as_ref(next),
            __Node::Option::as_ref(address),
            __Node::Option::as_ref(many),
            __Node::Option::as_ref(child_nodes),
            __Node::Option::as_ref(lists),
        );
        if finish.is_faulty() {
            return;
        }
        let (
            __Node::Option::Some(node_id),
            __Node::Option::Some(next),
            __Node::Option::Some(address),
            __Node::Option::Some(many),
            __Node::Option::Some(token),
            __Node::Option::Some(child_nodes),
            __Node::Option::Some(count),
            __Node::Option::Some(lists),
            __Node::Option::Some(scale),
        ) = (
            __Node::Option::take(node_id),
            __Node::Option::take(next),
            __Node::Option::take(address),
            __Node::Option::take(many),
            __Node::Option::take(token),
            __Node::Option::take(child_nodes),
            __Node::Option::take(count),
            __Node::Option::take(lists),
            __Node::Option::take(scale),
        ) else { return };
        let mut this = Self {
            node_id,
            next,
            address,
            many,
            token,
            child_nodes,
            count,
            lists,
        };
        __Node::nothing(Self::finish(&mut this, scale));
        finish.validate(&this);
        *out = __Node::Option::Some(this);
    }
    #[doc(hidden)]
    #[inline]
    fn __read_lists<S__: __Node::data::Source<'__de>>(
        source: &mut S__,
        context: &mut __Node::data::Context,
        slot: &mut __Node::Option<BTreeMap<String, Vec<i64>>>,
    ) -> __Node::Result<(), S__::Error> {
        let seed = __Node::data::WithRules::new(
            <Self as __Node::Dataclass>::__SPEC,
            7,
            __Node::data::entries::<
                BTreeMap<String, Vec<i64>>,
                _,
                _,
                _,
            >(
                (0, 0),
                |_, _| {},
                |v, inner| {
                    v.rule(1, &__Node::MinItems::new(1), inner);
                },
                __Node::data::items::<
                    <BTreeMap<String, Vec<i64>> as __Node::EachEntry>::Value,
                    _,
                    _,
                >(
                    0,
                    |v, inner| {
                        v.rule(0, &__Node::MaxValue::new(__Node::Number::Int(3)), inner);
                    },
                    __Node::data::NoRules,
                ),
            ),
            context,
        );
        __Node::data::next_by(source, slot, seed)
    }
}
impl<'__de> __Node::data::Deserialize<'__de> for Node {
    fn deserialize<D__: __Node::data::Deserializer<'__de>>(
        deserializer: D__,
    ) -> __Node::Result<Self, D__::Error> {
        __Node::data::deserialize(deserializer)
    }
}
