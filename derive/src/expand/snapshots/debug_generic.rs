#[automatically_derived]
impl<'a, T: Clone, const N: usize> __Pair::Debug for Pair<'a, T, N>
where
    T: Copy,
    T: __Pair::Debug,
    T::Item: __Pair::Debug,
{
    fn fmt(&self, f: &mut __Pair::Formatter<'_>) -> __Pair::Shown {
        f.debug_struct("Pair")
            .field(
                "first",
                &{ __Pair::probe_borrowed(&self.first).field().into_debug("T") },
            )
            .field(
                "all",
                &{ __Pair::probe_borrowed(&self.all).field().into_debug("Vec<T::Item>") },
            )
            .field(
                "name",
                &{ __Pair::probe_borrowed(&self.name).field().into_debug("&'a str") },
            )
            .field(
                "bytes",
                &{ __Pair::probe_borrowed(&self.bytes).field().into_debug("[u8; N]") },
            )
            .finish()
    }
}
