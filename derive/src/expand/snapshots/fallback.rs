use ::metaclass::__private as __P;
#[allow(dead_code)]
impl P {
    #[allow(unused_variables)]
    ///Makes an instance of the required fields.
    #[must_use]
    #[inline]
    pub fn new(x: u8) -> Self {
        __P::stub()
    }
    ///The fields, by reference.
    #[inline]
    fn as_tuple(&self) -> (&u8,) {
        (&self.x,)
    }
    ///The fields.
    #[inline]
    fn into_tuple(self) -> (u8,) {
        (self.x,)
    }
}
#[automatically_derived]
impl __P::Dataclass for P {
    const __HEAD: __P::Head = ("", "P", "", &[]);
    fn __cell() -> __P::Cell {
        __P::stub()
    }
}
#[automatically_derived]
impl __P::FieldType for P {
    const TYPE: __P::TypeSpec = __P::TypeSpec::Any;
}
#[automatically_derived]
impl __P::Repr for P {
    fn fmt_repr(&self, _: &mut __P::Formatter<'_>) -> __P::Shown {
        __P::stub()
    }
}
#[automatically_derived]
impl __P::Debug for P {
    fn fmt(&self, _: &mut __P::Formatter<'_>) -> __P::Shown {
        __P::stub()
    }
}
#[automatically_derived]
impl __P::Display for P {
    fn fmt(&self, _: &mut __P::Formatter<'_>) -> __P::Shown {
        __P::stub()
    }
}
#[automatically_derived]
impl __P::PartialEq for P {
    fn eq(&self, _: &Self) -> bool {
        __P::stub()
    }
}
#[automatically_derived]
impl __P::PartialOrd for P {
    fn partial_cmp(&self, _: &Self) -> __P::Option<__P::Ordering> {
        __P::stub()
    }
}
#[automatically_derived]
impl __P::Eq for P {}
#[automatically_derived]
impl __P::Ord for P {
    fn cmp(&self, _: &Self) -> __P::Ordering {
        __P::stub()
    }
}
#[automatically_derived]
impl __P::Hash for P {
    fn hash<H__: __P::Hasher>(&self, _: &mut H__) {
        __P::stub()
    }
}
#[automatically_derived]
impl __P::Default for P {
    fn default() -> Self {
        __P::stub()
    }
}
::metaclass::__define_stub! {
    ${ pub } __hidden P P made_stub
}
