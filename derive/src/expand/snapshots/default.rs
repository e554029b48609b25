#[automatically_derived]
impl<T> __P::Default for P<T>
where
    T: __P::Default,
{
    #[inline]
    fn default() -> Self {
        Self::__new(__P::Default::default(), 1)
    }
}
