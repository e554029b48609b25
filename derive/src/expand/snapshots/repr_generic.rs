#[allow(single_use_lifetimes)]
impl<'a, T: Clone, const N: usize> __Pair::Repr for Pair<'a, T, N>
where
    T: Copy,
    T: __Pair::Repr,
    T::Item: __Pair::Repr,
{
    fn fmt_repr(&self, f: &mut __Pair::Formatter<'_>) -> __Pair::Shown {
        __Pair::repr_of_fields(
            <Self as __Pair::Dataclass>::spec(),
            &|index| match index {
                0 => __Pair::probe_repr(&self.first).field(),
                1 => __Pair::probe_repr(&self.all).field().or_named("Vec<T::Item>"),
                2 => __Pair::probe_borrowed(&self.name).field(),
                3 => __Pair::probe_borrowed(&self.bytes).field(),
                _ => __Pair::FieldRef::UNREADABLE,
            },
            f,
        )
    }
}
