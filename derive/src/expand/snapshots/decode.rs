impl<'__de> __Point::data::Decode<'__de> for Point {
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
                reader: &mut __Point::data::SlotReader<'_, S__>,
            ) -> __Point::Result<(), S__::Error> {
                match slot {
                    0 => reader.next(&mut self.x),
                    1 => reader.next(&mut self.y),
                    2 => reader.next(&mut self.z),
                    _ => __Point::Ok(()),
                }
            }
            #[inline]
            fn finish(
                self,
                finish: &mut __Point::data::Finish<'_>,
                out: &mut __Point::Option<Point>,
            ) {
                let Self { x, y, mut z } = self;
                finish.required(0, 3);
                if finish.is_missing(2) {
                    z = __Point::Some(0.0);
                }
                if finish.is_faulty() {
                    return;
                }
                let (__Point::Some(x), __Point::Some(y), __Point::Some(z)) = (x, y, z)
                else { return };
                *out = __Point::Some(Point { x, y, z });
            }
        }
        let slots = __Point_Slots {
            x: __Point::None,
            y: __Point::None,
            z: __Point::None,
        };
        __Point::data::decode_class(deserializer, context, out, slots)
    }
}
impl<'__de> __Point::data::Deserialize<'__de> for Point {
    fn deserialize<D__: __Point::data::Deserializer<'__de>>(
        deserializer: D__,
    ) -> __Point::Result<Self, D__::Error> {
        __Point::data::deserialize(deserializer)
    }
}
