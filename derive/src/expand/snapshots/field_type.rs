impl __Point::FieldType for Point {
    const TYPE: __Point::TypeSpec = __Point::class::<Self>();
    const __OBJECT: __Point::Object<Self> = __Point::Ty::<Self>::OWNED
        .and(__Point::Ty::<Self>::HASH);
    #[inline]
    fn __field(&self, i: usize) -> __Point::FieldRef<'_> {
        use __Point::*;
        match i {
            0 => ours(&self.x),
            1 => ours(&self.y),
            _ => ours(&self.z),
        }
    }
    #[inline]
    fn __slot(&mut self, i: usize) -> __Point::FieldMut<'_> {
        use __Point::*;
        match i {
            0 => ours_mut(&mut self.x),
            1 => ours_mut(&mut self.y),
            _ => ours_mut(&mut self.z),
        }
    }
    fn __from_row(v: &mut __Point::Row<'_>) -> __Point::Option<Self> {
        __Point::Some(Self::__new(v.ours()?, v.ours()?, v.ours()?))
    }
}
