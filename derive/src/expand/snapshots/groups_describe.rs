impl __Contact::Dataclass for Contact {
    const __HEAD: __Contact::Head = {
        use __Contact::Unknown as _;
        (
            __Contact::module_path!(),
            "Contact",
            "(email: Option<String> = Default::default(), phone: Option<u64> = Default::default(), text: String = \"t\", flag: bool = Default::default())",
            &[
                __Contact::of(__Contact::Ty::<Option<String>>::BODY, "email")
                    .defaulted(&__Contact::DefaultSpec::Value(__Contact::Literal::None)),
                __Contact::of(__Contact::Ty::<Option<u64>>::BODY, "phone")
                    .defaulted(&__Contact::DefaultSpec::Value(__Contact::Literal::None)),
                __Contact::of(__Contact::Ty::<String>::BODY, "text")
                    .defaulted(
                        &__Contact::DefaultSpec::Value(
                            __Contact::Literal::Str(__Contact::Text::Static("t")),
                        ),
                    ),
                __Contact::field::<bool>("flag")
                    .defaulted(
                        &__Contact::DefaultSpec::Value(__Contact::Literal::Bool(false)),
                    ),
            ],
        )
    };
    const __GROUPS: &'static [__Contact::Group] = &[
        __Contact::Group::new(
            __Contact::GroupKind::ExactlyOne,
            __Contact::List::new(const {
                &[__Contact::Text::new("email"), __Contact::Text::new("phone")]
            }),
        ),
        __Contact::Group::new(
            __Contact::GroupKind::Requires,
            __Contact::List::new(const {
                &[__Contact::Text::new("text"), __Contact::Text::new("flag")]
            }),
        ),
    ];
    fn __cell() -> __Contact::Cell {
        static CELL: __Contact::ClassCell = __Contact::ClassCell::NEW;
        &CELL
    }
}
