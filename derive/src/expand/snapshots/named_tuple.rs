impl __Point::NamedTuple for Point {
    const FIELDS: __Point::Names = &["x", "y"];
}
#[automatically_derived]
impl __Point::Clone for Point
where
    for<'__any> f64: __Point::Clone,
{
    #[inline]
    fn clone(&self) -> Self {
        Self {
            x: __Point::Clone::clone(&self.x),
            y: __Point::Clone::clone(&self.y),
        }
    }
}
#[automatically_derived]
impl __Point::Copy for Point
where
    for<'__any> f64: __Point::Copy,
{}
#[automatically_derived]
impl __Point::From<(f64, f64)> for Point {
    #[inline]
    #[allow(unused_variables)]
    fn from(items: (f64, f64)) -> Self {
        Self::__new(items.0, items.1)
    }
}
#[automatically_derived]
impl __Point::From<Point> for (f64, f64) {
    #[inline]
    fn from(tuple: Point) -> Self {
        (tuple.x, tuple.y)
    }
}
#[automatically_derived]
impl<I0__, I1__> __Point::PartialEq<(I0__, I1__)> for Point
where
    f64: __Point::PartialEq<I0__>,
    f64: __Point::PartialEq<I1__>,
{
    #[inline]
    fn eq(&self, other: &(I0__, I1__)) -> bool {
        true && self.x == other.0 && self.y == other.1
    }
}
#[automatically_derived]
impl<I0__, I1__> __Point::PartialEq<Point> for (I0__, I1__)
where
    f64: __Point::PartialEq<I0__>,
    f64: __Point::PartialEq<I1__>,
{
    #[inline]
    fn eq(&self, other: &Point) -> bool {
        other == self
    }
}
#[automatically_derived]
impl<I0__, I1__> __Point::PartialOrd<(I0__, I1__)> for Point
where
    f64: __Point::PartialOrd<I0__>,
    f64: __Point::PartialOrd<I1__>,
{
    #[inline]
    fn partial_cmp(&self, other: &(I0__, I1__)) -> __Point::Option<__Point::Ordering> {
        match __Point::PartialOrd::partial_cmp(&self.x, &other.0) {
            __Point::Option::Some(__Point::Ordering::Equal) => {}
            order => return order,
        }
        match __Point::PartialOrd::partial_cmp(&self.y, &other.1) {
            __Point::Option::Some(__Point::Ordering::Equal) => {}
            order => return order,
        }
        __Point::Option::Some(__Point::Ordering::Equal)
    }
}
#[automatically_derived]
impl<I0__, I1__> __Point::PartialOrd<Point> for (I0__, I1__)
where
    f64: __Point::PartialOrd<I0__>,
    f64: __Point::PartialOrd<I1__>,
{
    #[inline]
    fn partial_cmp(&self, other: &Point) -> __Point::Option<__Point::Ordering> {
        __Point::PartialOrd::partial_cmp(other, self).map(__Point::Ordering::reverse)
    }
}
impl __Point::Index<usize> for Point {
    type Output = f64;
    #[inline]
    fn index(&self, index: usize) -> &f64 {
        match index {
            0 => &self.x,
            1 => &self.y,
            _ => __Point::out_of_range(),
        }
    }
}
impl __Point::IntoIterator for Point {
    type Item = f64;
    type IntoIter = __Point::IntoIter<f64, 2usize>;
    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        __Point::IntoIterator::into_iter([self.x, self.y])
    }
}
impl<'__items> __Point::IntoIterator for &'__items Point {
    type Item = &'__items f64;
    type IntoIter = __Point::IntoIter<&'__items f64, 2usize>;
    #[inline]
    fn into_iter(self) -> Self::IntoIter {
        __Point::IntoIterator::into_iter([&self.x, &self.y])
    }
}
