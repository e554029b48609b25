impl __Point::FieldType for Point {
    const TYPE: __Point::TypeSpec = __Point::class::<Self>();
    const __OBJECT: __Point::Object<Self> = __Point::Object::of(
        __Point::Ty::<Self>::OWNED,
        __Point::Ty::<Self>::HASH,
    );
    #[inline]
    fn __field(&self, i: usize) -> __Point::FieldRef<'_> {
        use __Point::*;
        match i {
            0 => ours(&self.x),
            1 => ours(&self.y),
            2 => ours(&self.z),
            _ => FieldRef::UNREADABLE,
        }
    }
    #[inline]
    fn __slot(&mut self, i: usize) -> __Point::FieldMut<'_> {
        use __Point::*;
        match i {
            0 => ours_mut(&mut self.x),
            1 => ours_mut(&mut self.y),
            2 => ours_mut(&mut self.z),
            _ => FieldMut::UNWRITABLE,
        }
    }
    fn __from_row(v: &mut __Point::Row<'_>) -> __Point::Option<Self> {
        __Point::Option::Some(Self {
            x: v.ours()?,
            y: v.ours()?,
            z: v.ours()?,
        })
    }
}
