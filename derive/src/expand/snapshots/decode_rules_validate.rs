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
                    __Form::Some(&self.name),
                    __Form::Some(&self.sizes),
                    __Form::Some(&self.labels),
                    __Form::Some(&self.email),
                    __Form::Some(&self.low),
                    __Form::Some(&self.high),
                )
            },
        );
    }
}
