impl Class {
    const __VALIDATED: bool = true;
    #[inline]
    #[allow(clippy::redundant_closure_call)]
    fn __validate(&self, report: &mut __Form::Report) {
        __Form::Validator::run(
            <Self as __Form::Dataclass>::__SPEC,
            report,
            |v| {
                Self::__rules(
                    v,
                    v.start(),
                    true,
                    __Form::Option::Some(&self.name),
                    __Form::Option::Some(&self.sizes),
                    __Form::Option::Some(&self.labels),
                    __Form::Option::Some(&self.email),
                    __Form::Option::Some(&self.low),
                    __Form::Option::Some(&self.high),
                )
            },
        );
    }
}
