#[automatically_derived]
impl __P::PartialOrd for P {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> __P::Option<__P::Ordering> {
        match __P::PartialOrd::partial_cmp(&self.x, &other.x) {
            __P::Option::Some(__P::Ordering::Equal) => {}
            order => return order,
        }
        match __P::PartialOrd::partial_cmp(&self.y, &other.y) {
            __P::Option::Some(__P::Ordering::Equal) => {}
            order => return order,
        }
        __P::Option::Some(__P::Ordering::Equal)
    }
}
