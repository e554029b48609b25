#[allow(single_use_lifetimes)]
impl<'__de: 'a, 'a, T: Clone, const N: usize> __Pair::data::Decode<'__de>
for Pair<'a, T, N>
where
    T: Copy,
    T: __Pair::data::Decode<'__de>,
    T::Item: __Pair::data::Decode<'__de>,
{
    #[inline]
    fn decode<D__: __Pair::data::Deserializer<'__de>>(
        deserializer: D__,
        context: &mut __Pair::data::Context,
    ) -> __Pair::Result<__Pair::Option<Self>, D__::Error> {
        __Pair::data::decode_out(deserializer, context)
    }
    #[inline]
    fn __decode_into<D__: __Pair::data::Deserializer<'__de>>(
        deserializer: D__,
        context: &mut __Pair::data::Context,
        out: &mut __Pair::Option<Self>,
    ) -> __Pair::Result<(), D__::Error> {
        #[allow(non_camel_case_types)]
        struct __Pair_Slots<'a, T: Clone, const N: usize>
        where
            T: Copy,
        {
            first: __Pair::Option<T>,
            all: __Pair::Option<Vec<T::Item>>,
            name: __Pair::Option<&'a str>,
            bytes: __Pair::Option<[u8; N]>,
            __class: __Pair::PhantomData<fn() -> Pair<'a, T, N>>,
        }
        impl<'__de: 'a, 'a, T: Clone, const N: usize> __Pair::data::ClassSlots<'__de>
        for __Pair_Slots<'a, T, N>
        where
            T: Copy,
            T: __Pair::data::Decode<'__de>,
            T::Item: __Pair::data::Decode<'__de>,
        {
            type Class = Pair<'a, T, N>;
            const KEYS: __Pair::Names = &["first", "all", "name", "bytes"];
            #[inline]
            fn empty() -> Self {
                Self {
                    first: __Pair::Option::None,
                    all: __Pair::Option::None,
                    name: __Pair::Option::None,
                    bytes: __Pair::Option::None,
                    __class: __Pair::PhantomData,
                }
            }
            fn spec() -> &'static __Pair::ClassSpec {
                <Pair<'a, T, N> as __Pair::Dataclass>::__SPEC
            }
            #[inline]
            fn slot(name: &str) -> usize {
                match name {
                    "first" => 0,
                    "all" => 1,
                    "name" => 2,
                    "bytes" => 3,
                    _ => __Pair::data::UNKNOWN,
                }
            }
            #[inline]
            fn read<S__: __Pair::data::Source<'__de>>(
                &mut self,
                slot: usize,
                source: &mut S__,
                context: &mut __Pair::data::Context,
            ) -> __Pair::Result<(), S__::Error> {
                use __Pair::data::ForeignSeed as _;
                match slot {
                    0 => {
                        __Pair::data::Seed::<T, __Pair::Leaf>::NEW
                            .next(source, context, &mut self.first)
                    }
                    1 => {
                        __Pair::data::Seed::<
                            Vec<T::Item>,
                            __Pair::Many<__Pair::Leaf>,
                        >::NEW
                            .next(source, context, &mut self.all)
                    }
                    2 => {
                        __Pair::data::Seed::<&'a str, __Pair::Leaf>::NEW
                            .next(source, context, &mut self.name)
                    }
                    3 => {
                        __Pair::data::Seed::<[u8; N], __Pair::Leaf>::NEW
                            .next(source, context, &mut self.bytes)
                    }
                    _ => __Pair::Result::Ok(()),
                }
            }
            #[inline]
            #[allow(
                clippy::too_many_arguments,
                clippy::question_mark,
                clippy::manual_map,
                clippy::option_if_let_else
            )]
            fn finish(
                &mut self,
                finish: &mut __Pair::data::Finish<'_>,
                out: &mut __Pair::Option<Pair<'a, T, N>>,
            ) {
                let Self { first, all, name, bytes, .. } = self;
                use __Pair::data::ForeignSeed as _;
                finish
                    .present_or(
                        0,
                        first,
                        __Pair::data::Seed::<T, __Pair::Leaf>::NEW.missing(),
                    );
                finish
                    .present_or(
                        1,
                        all,
                        __Pair::data::Seed::<
                            Vec<T::Item>,
                            __Pair::Many<__Pair::Leaf>,
                        >::NEW
                            .missing(),
                    );
                finish.present(2, name);
                finish.present(3, bytes);
                if finish.is_faulty() {
                    return;
                }
                let (
                    __Pair::Option::Some(first),
                    __Pair::Option::Some(all),
                    __Pair::Option::Some(name),
                    __Pair::Option::Some(bytes),
                ) = (
                    __Pair::Option::take(first),
                    __Pair::Option::take(all),
                    __Pair::Option::take(name),
                    __Pair::Option::take(bytes),
                ) else { return };
                *out = __Pair::Option::Some(Pair { first, all, name, bytes });
            }
        }
        __Pair::data::decode_class::<
            __Pair_Slots<'a, T, N>,
            D__,
        >(deserializer, context, out)
    }
}
#[allow(single_use_lifetimes)]
impl<'__de: 'a, 'a, T: Clone, const N: usize> __Pair::data::Deserialize<'__de>
for Pair<'a, T, N>
where
    T: Copy,
    T: __Pair::data::Decode<'__de>,
    T::Item: __Pair::data::Decode<'__de>,
{
    fn deserialize<D__: __Pair::data::Deserializer<'__de>>(
        deserializer: D__,
    ) -> __Pair::Result<Self, D__::Error> {
        __Pair::data::deserialize(deserializer)
    }
}
