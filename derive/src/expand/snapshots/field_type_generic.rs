#[allow(single_use_lifetimes)]
impl<'a, T: Clone, const N: usize> __Pair::FieldType for Pair<'a, T, N>
where
    T: Copy,
    T: __Pair::FieldType,
    T::Item: __Pair::FieldType,
{
    const TYPE: __Pair::TypeSpec = __Pair::class::<Self>();
    fn __field(&self, i: usize) -> __Pair::FieldRef<'_> {
        use __Pair::ways::*;
        match i {
            0 => probe_borrowed(&self.first).field(),
            1 => probe_borrowed(&self.all).field(),
            2 => probe_borrowed(&self.name).field(),
            _ => probe(&self.bytes).field(),
        }
    }
    #[inline]
    fn __slot(&mut self, i: usize) -> __Pair::FieldMut<'_> {
        use __Pair::ways::*;
        match i {
            0 => probe_borrowed(&self.first).slot()(&mut self.first),
            1 => probe_borrowed(&self.all).slot()(&mut self.all),
            2 => probe_borrowed(&self.name).slot()(&mut self.name),
            _ => probe(&self.bytes).slot()(&mut self.bytes),
        }
    }
    const __VALIDATED: bool = true;
    #[inline]
    fn __validate(&self, report: &mut __Pair::Report) {
        __Pair::Validator::run(
            <Self as __Pair::Dataclass>::__SPEC,
            report,
            |v| {
                v.field(0);
                v.within(
                    {
                        use __Pair::Unknown as _;
                        __Pair::Ty::<T>::VALIDATE
                    },
                    &self.first,
                );
                v.field(1);
                v.within(
                    {
                        use __Pair::Unknown as _;
                        __Pair::Ty::<Vec<T::Item>>::VALIDATE
                    },
                    &self.all,
                );
            },
        );
    }
}
