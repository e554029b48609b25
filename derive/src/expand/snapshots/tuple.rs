impl Class {
    ///The fields, by reference.
    #[inline]
    pub fn as_tuple(&self) -> (&f64, &f64, &f64) {
        (&self.x, &self.y, &self.z)
    }
    ///The fields.
    #[inline]
    pub fn into_tuple(self) -> (f64, f64, f64) {
        (self.x, self.y, self.z)
    }
    #[doc(hidden)]
    #[inline]
    pub fn __parts(self) -> (f64, f64, f64) {
        (self.x, self.y, self.z)
    }
}
