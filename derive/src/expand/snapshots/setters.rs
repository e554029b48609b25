#[allow(dead_code)]
impl Range {
    ///The field `low`.
    /**
# Errors
If a rule is broken; then it has its old value again.*/
    #[inline]
    fn set_low(&mut self, low: i64) -> __Range::Result<(), __Range::ValidationError> {
        __Range::assign(self, low, |this| &mut this.low, Self::__rules_with_low)
    }
    ///The end.
    /**
# Errors
If a rule is broken; then it has its old value again.*/
    #[inline]
    fn set_high(&mut self, high: i64) -> __Range::Result<(), __Range::ValidationError> {
        __Range::assign(self, high, |this| &mut this.high, Self::__rules_with_high)
    }
    ///The field `name`.
    /**
# Errors
If a rule is broken; then it has its old value again.*/
    #[inline]
    fn set_name(
        &mut self,
        name: impl __Range::Into<String>,
    ) -> __Range::Result<(), __Range::ValidationError> {
        let name = __Range::Into::into(name);
        let name = __Range::trim(name);
        __Range::assign(self, name, |this| &mut this.name, Self::__rules_of_name)
    }
    ///The field `label`.
    /**
# Errors
If a rule is broken; then it has its old value again.*/
    #[inline]
    fn set_label(
        &mut self,
        label: impl __Range::Into<String>,
    ) -> __Range::Result<(), __Range::ValidationError> {
        let label = __Range::Into::into(label);
        __Range::assign(self, label, |this| &mut this.label, Self::__rules_with_label)
    }
    #[doc(hidden)]
    fn __rules_of_low(&self, v: &mut __Range::Validator<'_>) {
        v.field(0);
        v.min_value(0, __Range::Number::Int(0), &self.low);
    }
    #[doc(hidden)]
    fn __rules_with_low(&self, v: &mut __Range::Validator<'_>) {
        let start = v.start();
        self.__rules_of_low(v);
        v.several(
            start,
            &[0, 1],
            || __Range::Outcome::into_issue((is_ordered)(&self.low, &self.high)),
        );
    }
    #[doc(hidden)]
    fn __rules_with_high(&self, v: &mut __Range::Validator<'_>) {
        let start = v.start();
        if __Range::is_clean(self, Self::__rules_of_low) {
            v.several(
                start,
                &[0, 1],
                || __Range::Outcome::into_issue((is_ordered)(&self.low, &self.high)),
            );
        }
    }
    #[doc(hidden)]
    fn __rules_of_name(&self, v: &mut __Range::Validator<'_>) {
        v.field(2);
        v.matches(
            0,
            __Range::given(
                &self.name,
                {
                    use __Range::Unknown as _;
                    __Range::Ty::<String>::IS_NONE
                },
            ),
            __Range::given(
                &self.label,
                {
                    use __Range::Unknown as _;
                    __Range::Ty::<String>::IS_NONE
                },
            ),
        );
    }
    #[doc(hidden)]
    fn __rules_with_label(&self, v: &mut __Range::Validator<'_>) {
        v.field(2);
        v.matches(
            0,
            __Range::given(
                &self.name,
                {
                    use __Range::Unknown as _;
                    __Range::Ty::<String>::IS_NONE
                },
            ),
            __Range::given(
                &self.label,
                {
                    use __Range::Unknown as _;
                    __Range::Ty::<String>::IS_NONE
                },
            ),
        );
    }
}
