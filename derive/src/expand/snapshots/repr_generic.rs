impl<'a, T: Clone, const N: usize> __Pair::Repr for Pair<'a, T, N>
where
    T: Copy,
    T: __Pair::Repr,
    T::Item: __Pair::Repr,
{
    #[inline]
    fn fmt_repr(&self, f: &mut __Pair::Formatter<'_>) -> __Pair::FmtResult {
        __Pair::repr_of_fields(
            <Self as __Pair::Dataclass>::spec(),
            &|index| match index {
                0usize => __Pair::FieldRef::of_repr(&self.first),
                1usize => __Pair::FieldRef::of_repr(&self.all),
                2usize => __Pair::probe_borrowed(&self.name).field(),
                3usize => __Pair::probe_borrowed(&self.bytes).field(),
                _ => __Pair::FieldRef::UNREADABLE,
            },
            f,
        )
    }
}
