#[automatically_derived]
impl<'a, T: Clone, const N: usize> __Pair::PartialEq for Pair<'a, T, N>
where
    T: Copy,
    T: __Pair::PartialEq,
    T::Item: __Pair::PartialEq,
{
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.first == other.first && self.all == other.all && self.name == other.name
            && self.bytes == other.bytes
    }
}
#[automatically_derived]
impl<'a, T: Clone, const N: usize> __Pair::Eq for Pair<'a, T, N>
where
    T: Copy,
    T: __Pair::Eq,
    T::Item: __Pair::Eq,
{}
#[allow(dead_code, single_use_lifetimes)]
impl<'a, T: Clone, const N: usize> Pair<'a, T, N>
where
    T: Copy,
    T: __Pair::Eq,
    T::Item: __Pair::Eq,
{
    fn __assert_eq(this: &Self) {
        let _ = this;
        __Pair::assert_eq(&this.first);
        __Pair::assert_eq(&this.all);
        __Pair::assert_eq(&this.name);
        __Pair::assert_eq(&this.bytes);
    }
}
