impl<T0, T1> __Row::NamedTuple for Row<T0, T1> {
    const FIELDS: __Row::Names = &["id", "type"];
}
#[allow(dead_code)]
impl Row<(), ()> {
    ///The names of the fields, in their order.
    pub const FIELDS: __Row::Names = <Self as __Row::NamedTuple>::FIELDS;
    ///How many fields there are.
    pub const LEN: usize = <Self as __Row::NamedTuple>::LEN;
}
#[allow(dead_code, private_interfaces)]
impl<T0> Row<T0, &'static ::core::primitive::str> {
    ///Makes an instance of the required fields.
    #[must_use]
    #[inline]
    pub const fn new(id: T0) -> Self {
        Self::__new(id, "a")
    }
}
#[automatically_derived]
impl<T0, T1> __Row::Clone for Row<T0, T1>
where
    T0: __Row::Clone,
    T1: __Row::Clone,
{
    #[inline]
    fn clone(&self) -> Self {
        Self {
            id: __Row::Clone::clone(&self.id),
            r#type: __Row::Clone::clone(&self.r#type),
        }
    }
}
#[automatically_derived]
impl<T0, T1> __Row::Copy for Row<T0, T1>
where
    T0: __Row::Copy,
    T1: __Row::Copy,
{}
#[automatically_derived]
impl<T0, T1> __Row::From<(T0, T1)> for Row<T0, T1> {
    #[inline]
    #[allow(unused_variables)]
    fn from(items: (T0, T1)) -> Self {
        Self::__new(items.0, items.1)
    }
}
#[automatically_derived]
impl<T0, T1> __Row::From<Row<T0, T1>> for (T0, T1) {
    #[inline]
    fn from(tuple: Row<T0, T1>) -> Self {
        (tuple.id, tuple.r#type)
    }
}
#[automatically_derived]
impl<T0, T1, I0__, I1__> __Row::PartialEq<(I0__, I1__)> for Row<T0, T1>
where
    T0: __Row::PartialEq<I0__>,
    T1: __Row::PartialEq<I1__>,
{
    #[inline]
    fn eq(&self, other: &(I0__, I1__)) -> bool {
        true && self.id == other.0 && self.r#type == other.1
    }
}
#[automatically_derived]
impl<T0, T1, I0__, I1__> __Row::PartialEq<Row<T0, T1>> for (I0__, I1__)
where
    T0: __Row::PartialEq<I0__>,
    T1: __Row::PartialEq<I1__>,
{
    #[inline]
    fn eq(&self, other: &Row<T0, T1>) -> bool {
        other == self
    }
}
#[automatically_derived]
impl<T0, T1, I0__, I1__> __Row::PartialOrd<(I0__, I1__)> for Row<T0, T1>
where
    T0: __Row::PartialOrd<I0__>,
    T1: __Row::PartialOrd<I1__>,
{
    #[inline]
    fn partial_cmp(&self, other: &(I0__, I1__)) -> __Row::Option<__Row::Ordering> {
        match __Row::PartialOrd::partial_cmp(&self.id, &other.0) {
            __Row::Option::Some(__Row::Ordering::Equal) => {}
            order => return order,
        }
        match __Row::PartialOrd::partial_cmp(&self.r#type, &other.1) {
            __Row::Option::Some(__Row::Ordering::Equal) => {}
            order => return order,
        }
        __Row::Option::Some(__Row::Ordering::Equal)
    }
}
#[automatically_derived]
impl<T0, T1, I0__, I1__> __Row::PartialOrd<Row<T0, T1>> for (I0__, I1__)
where
    T0: __Row::PartialOrd<I0__>,
    T1: __Row::PartialOrd<I1__>,
{
    #[inline]
    fn partial_cmp(&self, other: &Row<T0, T1>) -> __Row::Option<__Row::Ordering> {
        __Row::PartialOrd::partial_cmp(other, self).map(__Row::Ordering::reverse)
    }
}
impl<T0> __Row::Index<usize> for Row<T0, T0> {
    type Output = T0;
    #[inline]
    fn index(&self, index: usize) -> &T0 {
        match index {
            0 => &self.id,
            1 => &self.r#type,
            _ => __Row::out_of_range(),
        }
    }
}
impl<T0> __Row::IntoIterator for Row<T0, T0> {
    type Item = T0;
    type IntoIter = __Row::IntoIter<T0, 2usize>;
    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        __Row::IntoIterator::into_iter([self.id, self.r#type])
    }
}
impl<'__items, T0> __Row::IntoIterator for &'__items Row<T0, T0> {
    type Item = &'__items T0;
    type IntoIter = __Row::IntoIter<&'__items T0, 2usize>;
    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        __Row::IntoIterator::into_iter([&self.id, &self.r#type])
    }
}
