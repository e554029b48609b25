impl<'__de> __Point::data::Decode<'__de> for Point {
    #[inline]
    fn decode<D__: __Point::data::Deserializer<'__de>>(
        deserializer: D__,
        context: &mut __Point::data::Context,
    ) -> __Point::Result<__Point::Option<Self>, D__::Error> {
        __Point::data::decode_out(deserializer, context)
    }
    #[inline]
    fn __decode_into<D__: __Point::data::Deserializer<'__de>>(
        deserializer: D__,
        context: &mut __Point::data::Context,
        out: &mut __Point::Option<Self>,
    ) -> __Point::Result<(), D__::Error> {
        #[allow(non_camel_case_types)]
        struct __Point_Slots {
            x: __Point::Option<f64>,
            y: __Point::Option<f64>,
            z: __Point::Option<f64>,
        }
        impl<'__de> __Point::data::ClassSlots<'__de> for __Point_Slots {
            type Class = Point;
            const KEYS: __Point::Names = &["x", "y", "z"];
            #[inline]
            fn empty() -> Self {
                Self {
                    x: __Point::Option::None,
                    y: __Point::Option::None,
                    z: __Point::Option::None,
                }
            }
            fn spec() -> &'static __Point::ClassSpec {
                <Point as __Point::Dataclass>::__SPEC
            }
            #[inline]
            fn slot(name: &str) -> usize {
                match name {
                    "x" => 0,
                    "y" => 1,
                    "z" => 2,
                    _ => __Point::data::UNKNOWN,
                }
            }
            #[inline]
            fn read<S__: __Point::data::Source<'__de>>(
                &mut self,
                slot: usize,
                source: &mut S__,
                context: &mut __Point::data::Context,
            ) -> __Point::Result<(), S__::Error> {
                match slot {
                    0 => __Point::data::next(source, context, &mut self.x),
                    1 => __Point::data::next(source, context, &mut self.y),
                    2 => __Point::data::next(source, context, &mut self.z),
                    _ => __Point::Result::Ok(()),
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
                finish: &mut __Point::data::Finish<'_>,
                out: &mut __Point::Option<Point>,
            ) {
                let Self { x, y, z } = self;
                finish.required(0, 3);
                if finish.is_missing(2) {
                    *z = __Point::Option::Some(0.0);
                }
                if finish.is_faulty() {
                    return;
                }
                let (
                    __Point::Option::Some(x),
                    __Point::Option::Some(y),
                    __Point::Option::Some(z),
                ) = (
                    __Point::Option::take(x),
                    __Point::Option::take(y),
                    __Point::Option::take(z),
                ) else { return };
                *out = __Point::Option::Some(Point { x, y, z });
            }
        }
        __Point::data::decode_class::<__Point_Slots, D__>(deserializer, context, out)
    }
}
impl<'__de> __Point::data::Deserialize<'__de> for Point {
    fn deserialize<D__: __Point::data::Deserializer<'__de>>(
        deserializer: D__,
    ) -> __Point::Result<Self, D__::Error> {
        __Point::data::deserialize(deserializer)
    }
}
