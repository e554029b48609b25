impl<'__de> __Node::data::Decode<'__de> for Node {
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
                reader: &mut __Node::data::SlotReader<'_, S__>,
            ) -> __Node::Result<(), S__::Error> {
                use __Node::data::ForeignSeed as _;
                match slot {
                    0 => reader.strictly(|reader| reader.next(&mut self.node_id)),
                    1 => {
                        __Node::data::Seed::<
                            Option<Box<Node>>,
                            __Node::Opt<__Node::Boxed<__Node::Leaf>>,
                        >::NEW
                            .next(reader, &mut self.next)
                    }
                    2 => {
                        __Node::data::Seed::<IpAddr, __Node::Leaf>::NEW
                            .next(reader, &mut self.address)
                    }
                    3 => {
                        __Node::data::Seed::<
                            Vec<Option<Uuid>>,
                            __Node::Many<__Node::Opt<__Node::Leaf>>,
                        >::NEW
                            .next(reader, &mut self.many)
                    }
                    4 => {
                        __Node::data::Seed::<String, __Node::Leaf>::NEW
                            .next(reader, &mut self.token)
                    }
                    5 => {
                        __Node::data::Seed::<Vec<Node>, __Node::Many<__Node::Leaf>>::NEW
                            .next(reader, &mut self.child_nodes)
                    }
                    6 => {
                        reader
                            .within(
                                7,
                                &__Node::data::entries::<
                                    BTreeMap<String, Vec<i64>>,
                                    _,
                                    _,
                                    _,
                                >(
                                    (0, 0),
                                    |_, _| {},
                                    |v, inner| {
                                        v.min_items(1, 1, inner);
                                    },
                                    __Node::data::items::<
                                        <BTreeMap<String, Vec<i64>> as __Node::EachEntry>::Value,
                                        _,
                                        _,
                                    >(
                                        0,
                                        |v, inner| {
                                            v.max_value(0, __Node::Number::Int(3), inner);
                                        },
                                        __Node::data::NoRules,
                                    ),
                                ),
                                &mut self.lists,
                            )
                    }
                    7 => reader.next(&mut self.scale),
                    _ => __Node::Ok(()),
                }
            }
            #[inline]
            fn finish(
                self,
                finish: &mut __Node::data::Finish<'_>,
                out: &mut __Node::Option<Node>,
            ) {
                <Node>::__decoded(
                    finish,
                    out,
                    self.node_id,
                    self.next,
                    self.address,
                    self.many,
                    self.token,
                    self.child_nodes,
                    self.lists,
                    self.scale,
                );
            }
        }
        let slots = __Node_Slots {
            node_id: __Node::None,
            next: __Node::None,
            address: __Node::None,
            many: __Node::None,
            token: __Node::None,
            child_nodes: __Node::None,
            lists: __Node::None,
            scale: __Node::None,
        };
        __Node::data::decode_class(deserializer, context, out, slots)
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
        node_id: __Node::Option<i64>,
        mut next: __Node::Option<Option<Box<Self>>>,
        mut address: __Node::Option<IpAddr>,
        mut many: __Node::Option<Vec<Option<Uuid>>>,
        token: __Node::Option<String>,
        mut child_nodes: __Node::Option<Vec<Self>>,
        mut lists: __Node::Option<BTreeMap<String, Vec<i64>>>,
        mut scale: __Node::Option<i64>,
    ) {
        use __Node::data::ForeignSeed as _;
        finish.required(0, 17);
        finish
            .present_or(
                1,
                &mut next,
                __Node::data::Seed::<
                    Option<Box<Self>>,
                    __Node::Opt<__Node::Boxed<__Node::Leaf>>,
                >::NEW
                    .missing(),
            );
        finish
            .present_or(
                2,
                &mut address,
                __Node::data::Seed::<IpAddr, __Node::Leaf>::NEW.missing(),
            );
        finish
            .present_or(
                3,
                &mut many,
                __Node::data::Seed::<
                    Vec<Option<Uuid>>,
                    __Node::Many<__Node::Opt<__Node::Leaf>>,
                >::NEW
                    .missing(),
            );
        if finish.is_missing(5) {
            child_nodes = __Node::Some(__Node::Default::default());
        }
        let count: __Node::Option<usize> = match (&child_nodes,) {
            (__Node::Some(child_nodes),) => {
                __Node::Some(Self::__default_count(child_nodes))
            }
            _ => __Node::None,
        };
        if finish.is_missing(6) {
            lists = match (&next,) {
                (__Node::Some(next),) => __Node::Some(Self::__default_lists(next)),
                _ => __Node::None,
            };
        }
        if finish.is_missing(7) {
            scale = __Node::Some(1);
        }
        let (scope, start) = (finish.scope(), finish.start());
        Self::__rules(
            &mut finish.validator(&scope),
            start,
            false,
            __Node::data::peek(&next),
            __Node::data::peek(&address),
            __Node::data::peek(&many),
            __Node::data::peek(&child_nodes),
            __Node::data::peek(&lists),
        );
        if finish.is_faulty() {
            return;
        }
        let (
            __Node::Some(node_id),
            __Node::Some(next),
            __Node::Some(address),
            __Node::Some(many),
            __Node::Some(token),
            __Node::Some(child_nodes),
            __Node::Some(count),
            __Node::Some(lists),
            __Node::Some(scale),
        ) = (node_id, next, address, many, token, child_nodes, count, lists, scale) else {
            return
        };
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
        *out = __Node::Some(this);
    }
}
impl<'__de> __Node::data::Deserialize<'__de> for Node {
    fn deserialize<D__: __Node::data::Deserializer<'__de>>(
        deserializer: D__,
    ) -> __Node::Result<Self, D__::Error> {
        __Node::data::deserialize(deserializer)
    }
}
