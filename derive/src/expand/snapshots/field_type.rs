impl __Point::FieldType for Point {
    const TYPE: __Point::TypeSpec = __Point::class::<Self>();
    const __OBJECT: __Point::Object<Self> = {
        use __Point::{Ty, Unknown as _};
        Ty::<Self>::OWNED.and(Ty::<Self>::HASH)
    };
    fn __field(&self, i: usize) -> __Point::FieldRef<'_> {
        use __Point::ways::*;
        match i {
            0 => Ours(&self.x),
            1 => Ours(&self.y),
            _ => Ours(&self.z),
        }
    }
    #[inline]
    fn __slot(&mut self, i: usize) -> __Point::FieldMut<'_> {
        use __Point::ways::*;
        match i {
            0 => Slot(&mut self.x),
            1 => Slot(&mut self.y),
            _ => Slot(&mut self.z),
        }
    }
    #[inline]
    fn __from_row(v: &mut __Point::Row<'_>) -> __Point::Option<Self> {
        use __Point::making::*;
        make_3(v, Self::__new, OURS, OURS, OURS)
    }
}
