impl Class {
    ///Makes an instance of the required fields.
    /**
# Errors
If a rule is broken.*/
    #[inline]
    pub fn new(
        name: String,
        sizes: Vec<u16>,
        labels: BTreeMap<String, Label>,
        email: Option<String>,
    ) -> __Form::Result<Self, __Form::ValidationError> {
        Self::__new(name, sizes, labels, email, 2, __Form::Default::default())
    }
    #[doc(hidden)]
    #[inline]
    pub fn __new(
        name: String,
        sizes: Vec<u16>,
        labels: BTreeMap<String, Label>,
        email: Option<String>,
        low: i64,
        high: i64,
    ) -> __Form::Result<Self, __Form::ValidationError> {
        let name = __Form::trim(name);
        let name = {
            let inner = name;
            __Form::transform(inner, slug)
        };
        let this = Self {
            name,
            sizes,
            labels,
            email,
            low,
            high,
        };
        __Form::validated(this)
    }
}
