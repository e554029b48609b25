impl __Contact::Dataclass for Contact {
    const NAME: &'static str = "Contact";
    const SIGNATURE: &'static str = "(email: Option<String> = Default::default(), phone: Option<u64> = Default::default(), text: String = \"t\", flag: bool = Default::default())";
    const __MODULE: &'static str = __Contact::module_path!();
    const __CELL: __Contact::CellOf = __Contact::Option::Some(|| {
        static CELL: __Contact::ClassCell = __Contact::ClassCell::new();
        &CELL
    });
    const __FIELD_NAMES: __Contact::Names = &["email", "phone", "text", "flag"];
    const __FIELDS: __Contact::Fields = &[
        __Contact::field("email", __Contact::Ty::<Option<String>>::TYPE)
            .with_literal(__Contact::Literal::None),
        __Contact::field("phone", __Contact::Ty::<Option<u64>>::TYPE)
            .with_literal(__Contact::Literal::None),
        __Contact::field("text", __Contact::Ty::<String>::TYPE)
            .with_literal(__Contact::Literal::Str(__Contact::Text::new("t"))),
        __Contact::field_of::<bool>("flag").with_literal(__Contact::Literal::Bool(false)),
    ];
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
}
