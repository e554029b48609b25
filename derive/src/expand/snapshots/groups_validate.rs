impl Class {
    const __VALIDATED: bool = true;
    #[inline]
    fn __validate(&self, report: &mut __Contact::Report) {
        __Contact::Validator::run(
            <Self as __Contact::Dataclass>::__SPEC,
            report,
            |v| {
                let start = v.start();
                v.group(
                    start,
                    0,
                    __Contact::GroupKind::ExactlyOne,
                    &[0, 1],
                    [
                        __Contact::Option::is_some(&self.email),
                        __Contact::Option::is_some(&self.phone),
                    ],
                );
                v.group(
                    start,
                    1,
                    __Contact::GroupKind::Requires,
                    &[2, 3],
                    [
                        __Contact::differs_from_text(&self.text, "t"),
                        __Contact::differs(&self.flag, &__Contact::Default::default()),
                    ],
                );
            },
        );
    }
}
