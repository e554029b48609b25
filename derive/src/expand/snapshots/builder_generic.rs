impl Class {
    ///Starts to build an instance, argument by argument.
    #[inline]
    fn builder() -> PairBuilder<
        'a,
        (
            __Pair::builder::Open,
            (__Pair::builder::Open, (__Pair::builder::Open, (__Pair::builder::Open, ()))),
        ),
        T,
        N,
    > {
        PairBuilder {
            slots: (
                __Pair::Option::None,
                __Pair::Option::None,
                __Pair::Option::None,
                __Pair::Option::None,
            ),
            state: __Pair::PhantomData,
        }
    }
    #[inline]
    fn __built(
        (
            first,
            all,
            name,
            bytes,
        ): (
            __Pair::Option<T>,
            __Pair::Option<Vec<T::Item>>,
            __Pair::Option<&'a str>,
            __Pair::Option<[u8; N]>,
        ),
    ) -> Self {
        let first = __Pair::builder::given(first);
        let all = __Pair::builder::given(all);
        let name = __Pair::builder::given(name);
        let bytes = __Pair::builder::given(bytes);
        Self { first, all, name, bytes }
    }
}
#[allow(single_use_lifetimes)]
///Builds a `Pair`, argument by argument; `build` ends it.
#[must_use = "nothing is made before `build`"]
#[allow(dead_code, missing_debug_implementations)]
struct PairBuilder<'a, S__, T: Clone, const N: usize>
where
    T: Copy,
{
    slots: (
        __Pair::Option<T>,
        __Pair::Option<Vec<T::Item>>,
        __Pair::Option<&'a str>,
        __Pair::Option<[u8; N]>,
    ),
    state: __Pair::PhantomData<(S__, fn() -> Pair<'a, T, N>)>,
}
#[doc(hidden)]
#[allow(non_camel_case_types)]
#[diagnostic::on_unimplemented(
    message = "missing required argument `first`",
    label = "`Pair` is built without it: call `.first(..)` before"
)]
trait __Pair_given_first {}
impl __Pair_given_first for __Pair::builder::Given {}
#[doc(hidden)]
#[allow(non_camel_case_types)]
#[diagnostic::on_unimplemented(
    message = "missing required argument `all`",
    label = "`Pair` is built without it: call `.all(..)` before"
)]
trait __Pair_given_all {}
impl __Pair_given_all for __Pair::builder::Given {}
#[doc(hidden)]
#[allow(non_camel_case_types)]
#[diagnostic::on_unimplemented(
    message = "missing required argument `name`",
    label = "`Pair` is built without it: call `.name(..)` before"
)]
trait __Pair_given_name {}
impl __Pair_given_name for __Pair::builder::Given {}
#[doc(hidden)]
#[allow(non_camel_case_types)]
#[diagnostic::on_unimplemented(
    message = "missing required argument `bytes`",
    label = "`Pair` is built without it: call `.bytes(..)` before"
)]
trait __Pair_given_bytes {}
impl __Pair_given_bytes for __Pair::builder::Given {}
#[allow(single_use_lifetimes)]
#[allow(dead_code, private_interfaces)]
impl<'a, S__, T: Clone, const N: usize> PairBuilder<'a, S__, T, N>
where
    T: Copy,
{
    ///The argument `first`.
    #[inline]
    fn first(
        mut self,
        value: T,
    ) -> PairBuilder<'a, __Pair::builder::Give<S__, __Pair::place::I0>, T, N>
    where
        S__: __Pair::builder::At<__Pair::place::I0, Now: __Pair::builder::Unset>,
    {
        self.slots.0 = __Pair::Option::Some(value);
        PairBuilder {
            slots: self.slots,
            state: __Pair::PhantomData,
        }
    }
    ///The argument `all`.
    #[inline]
    fn all(
        mut self,
        value: Vec<T::Item>,
    ) -> PairBuilder<'a, __Pair::builder::Give<S__, __Pair::place::I1>, T, N>
    where
        S__: __Pair::builder::At<__Pair::place::I1, Now: __Pair::builder::Unset>,
    {
        self.slots.1 = __Pair::Option::Some(value);
        PairBuilder {
            slots: self.slots,
            state: __Pair::PhantomData,
        }
    }
    ///The argument `name`.
    #[inline]
    fn name(
        mut self,
        value: &'a str,
    ) -> PairBuilder<'a, __Pair::builder::Give<S__, __Pair::place::I2>, T, N>
    where
        S__: __Pair::builder::At<__Pair::place::I2, Now: __Pair::builder::Unset>,
    {
        self.slots.2 = __Pair::Option::Some(value);
        PairBuilder {
            slots: self.slots,
            state: __Pair::PhantomData,
        }
    }
    ///The argument `bytes`.
    #[inline]
    fn bytes(
        mut self,
        value: [u8; N],
    ) -> PairBuilder<'a, __Pair::builder::Give<S__, __Pair::place::I3>, T, N>
    where
        S__: __Pair::builder::At<__Pair::place::I3, Now: __Pair::builder::Unset>,
    {
        self.slots.3 = __Pair::Option::Some(value);
        PairBuilder {
            slots: self.slots,
            state: __Pair::PhantomData,
        }
    }
    ///Makes the instance.
    #[must_use]
    #[inline]
    fn build(self) -> Pair<'a, T, N>
    where
        S__: __Pair::builder::At<__Pair::place::I0, Now: __Pair_given_first>,
        S__: __Pair::builder::At<__Pair::place::I1, Now: __Pair_given_all>,
        S__: __Pair::builder::At<__Pair::place::I2, Now: __Pair_given_name>,
        S__: __Pair::builder::At<__Pair::place::I3, Now: __Pair_given_bytes>,
    {
        <Pair<'a, T, N>>::__built(self.slots)
    }
}
