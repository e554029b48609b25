#[automatically_derived]
impl<'a, T: Clone, const N: usize> __Pair::Display for Pair<'a, T, N>
where
    T: Copy,
    T: __Pair::Repr,
    T::Item: __Pair::Repr,
{
    fn fmt(&self, f: &mut __Pair::Formatter<'_>) -> __Pair::Shown {
        __Pair::Repr::fmt_repr(self, f)
    }
}
