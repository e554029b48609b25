#[automatically_derived]
impl __P::PartialOrd for P {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> __P::Option<__P::Ordering> {
        __P::Option::Some(__P::Ord::cmp(self, other))
    }
}
#[automatically_derived]
impl __P::Ord for P {
    #[inline]
    fn cmp(&self, other: &Self) -> __P::Ordering {
        match __P::Ord::cmp(&self.x, &other.x) {
            __P::Ordering::Equal => {}
            order => return order,
        }
        match __P::Ord::cmp(&self.y, &other.y) {
            __P::Ordering::Equal => {}
            order => return order,
        }
        __P::Ordering::Equal
    }
}
