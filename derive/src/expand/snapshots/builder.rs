impl Class {
    ///Starts to build an instance, argument by argument.
    #[inline]
    pub fn builder() -> PointBuilder<
        (__Point::builder::Open, (__Point::builder::Open, (__Point::builder::Open, ()))),
    > {
        PointBuilder {
            slots: (__Point::Option::None, __Point::Option::None, __Point::Option::None),
            state: __Point::PhantomData,
        }
    }
    #[inline]
    fn __built(
        (x, y, z): (__Point::Option<f64>, __Point::Option<f64>, __Point::Option<f64>),
    ) -> Self {
        let x = __Point::builder::given(x);
        let y = __Point::builder::given(y);
        let z = match z {
            __Point::Option::Some(z) => z,
            _ => 0.0,
        };
        Self::__new(x, y, z)
    }
}
///Builds a `Point`, argument by argument; `build` ends it.
#[must_use = "nothing is made before `build`"]
#[allow(dead_code, missing_debug_implementations)]
pub struct PointBuilder<S__> {
    slots: (__Point::Option<f64>, __Point::Option<f64>, __Point::Option<f64>),
    state: __Point::PhantomData<S__>,
}
#[doc(hidden)]
#[allow(non_camel_case_types)]
#[diagnostic::on_unimplemented(
    message = "missing required argument `x`",
    label = "`Point` is built without it: call `.x(..)` before"
)]
pub trait __Point_given_x {}
impl __Point_given_x for __Point::builder::Given {}
#[doc(hidden)]
#[allow(non_camel_case_types)]
#[diagnostic::on_unimplemented(
    message = "missing required argument `y`",
    label = "`Point` is built without it: call `.y(..)` before"
)]
pub trait __Point_given_y {}
impl __Point_given_y for __Point::builder::Given {}
#[allow(dead_code)]
impl<S__> PointBuilder<S__> {
    ///To the right.
    #[inline]
    pub fn x(
        mut self,
        value: f64,
    ) -> PointBuilder<__Point::builder::Give<S__, __Point::place::I0>>
    where
        S__: __Point::builder::At<__Point::place::I0, Now: __Point::builder::Unset>,
    {
        self.slots.0 = __Point::Option::Some(value);
        PointBuilder {
            slots: self.slots,
            state: __Point::PhantomData,
        }
    }
    ///The argument `y`.
    #[inline]
    pub fn y(
        mut self,
        value: f64,
    ) -> PointBuilder<__Point::builder::Give<S__, __Point::place::I1>>
    where
        S__: __Point::builder::At<__Point::place::I1, Now: __Point::builder::Unset>,
    {
        self.slots.1 = __Point::Option::Some(value);
        PointBuilder {
            slots: self.slots,
            state: __Point::PhantomData,
        }
    }
    /**The argument `z`.

By default: `0.0`.*/
    #[inline]
    pub fn z(
        mut self,
        value: f64,
    ) -> PointBuilder<__Point::builder::Give<S__, __Point::place::I2>>
    where
        S__: __Point::builder::At<__Point::place::I2, Now: __Point::builder::Unset>,
    {
        self.slots.2 = __Point::Option::Some(value);
        PointBuilder {
            slots: self.slots,
            state: __Point::PhantomData,
        }
    }
    ///Makes the instance.
    #[must_use]
    #[inline]
    pub fn build(self) -> Point
    where
        S__: __Point::builder::At<__Point::place::I0, Now: __Point_given_x>,
        S__: __Point::builder::At<__Point::place::I1, Now: __Point_given_y>,
    {
        <Point>::__built(self.slots)
    }
}
