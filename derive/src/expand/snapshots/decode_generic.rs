#[allow(single_use_lifetimes)]
impl<'__de: 'a, 'a, T: Clone, const N: usize> __Pair::data::Decode<'__de>
for Pair<'a, T, N>
where
    T: Copy,
    T: __Pair::data::Decode<'__de>,
    T::Item: __Pair::data::Decode<'__de>,
{
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
                reader: &mut __Pair::data::SlotReader<'_, S__>,
            ) -> __Pair::Result<(), S__::Error> {
                use __Pair::data::ForeignSeed as _;
                match slot {
                    0 => {
                        __Pair::data::Seed::<T, __Pair::Leaf>::NEW
                            .next(reader, &mut self.first)
                    }
                    1 => {
                        __Pair::data::Seed::<
                            Vec<T::Item>,
                            __Pair::Many<__Pair::Leaf>,
                        >::NEW
                            .next(reader, &mut self.all)
                    }
                    2 => {
                        __Pair::data::Seed::<&'a str, __Pair::Leaf>::NEW
                            .next(reader, &mut self.name)
                    }
                    3 => {
                        __Pair::data::Seed::<[u8; N], __Pair::Leaf>::NEW
                            .next(reader, &mut self.bytes)
                    }
                    _ => __Pair::Ok(()),
                }
            }
            #[inline]
            fn finish(
                self,
                finish: &mut __Pair::data::Finish<'_>,
                out: &mut __Pair::Option<Pair<'a, T, N>>,
            ) {
                let Self { mut first, mut all, mut name, mut bytes, .. } = self;
                use __Pair::data::ForeignSeed as _;
                finish
                    .present_or(
                        0,
                        &mut first,
                        __Pair::data::Seed::<T, __Pair::Leaf>::NEW.missing(),
                    );
                finish
                    .present_or(
                        1,
                        &mut all,
                        __Pair::data::Seed::<
                            Vec<T::Item>,
                            __Pair::Many<__Pair::Leaf>,
                        >::NEW
                            .missing(),
                    );
                finish.present(2, &mut name);
                finish.present(3, &mut bytes);
                if finish.is_faulty() {
                    return;
                }
                let (
                    __Pair::Some(first),
                    __Pair::Some(all),
                    __Pair::Some(name),
                    __Pair::Some(bytes),
                ) = (first, all, name, bytes) else { return };
                *out = __Pair::Some(Pair { first, all, name, bytes });
            }
        }
        let slots = __Pair_Slots {
            first: __Pair::None,
            all: __Pair::None,
            name: __Pair::None,
            bytes: __Pair::None,
            __class: __Pair::PhantomData,
        };
        __Pair::data::decode_class(deserializer, context, out, slots)
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
