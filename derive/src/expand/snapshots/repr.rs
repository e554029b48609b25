impl __Point::Repr for Point {
    fn fmt_repr(&self, f: &mut __Point::Formatter<'_>) -> __Point::Shown {
        __Point::repr(self, f)
    }
}
