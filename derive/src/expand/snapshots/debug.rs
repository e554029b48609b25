#[automatically_derived]
impl __Point::Debug for Point {
    fn fmt(&self, f: &mut __Point::Formatter<'_>) -> __Point::Shown {
        __Point::debug(self, f)
    }
}
