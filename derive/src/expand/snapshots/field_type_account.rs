impl __Account::FieldType for Account {
    const TYPE: __Account::TypeSpec = __Account::class::<Self>();
    const __OBJECT: __Account::Object<Self> = {
        use __Account::{Ty, Unknown as _};
        Ty::<Self>::OWNED.and(Ty::<Self>::HASH)
    };
    fn __field(&self, i: usize) -> __Account::FieldRef<'_> {
        let field = {
            use __Account::ways::*;
            match i {
                0 => Ours(&self.id),
                1 => Likely(&self.address).way(),
                2 => shaped(&self.password, PhantomData::<Opt<Leaf>>).field(),
                3 => Ours(&self.size),
                4 => shaped(&self.tags, PhantomData::<Many<Boxed<Leaf>>>).field(),
                _ => probe(&self.r#type).field(),
            }
        };
        match i {
            4 => field.shown_by(move || short(&self.tags)),
            _ => field,
        }
    }
    #[inline]
    fn __from_row(v: &mut __Account::Row<'_>) -> __Account::Option<Self> {
        use __Account::making::*;
        make_6(
            v,
            |id, address, password, size, tags, r#type| Self {
                id,
                address,
                password,
                size,
                tags,
                r#type,
            },
            OURS,
            likely::<String>().way(),
            __Account::make_shaped::<Option<Secret>, __Account::Opt<__Account::Leaf>>()
                .way(),
            OURS,
            __Account::make_shaped::<
                Vec<Box<Tag>>,
                __Account::Many<__Account::Boxed<__Account::Leaf>>,
            >()
                .way(),
            __Account::make::<Uuid>().way(),
        )
    }
    const __VALIDATED: bool = true;
    #[inline]
    fn __validate(&self, report: &mut __Account::Report) {
        __Account::Validator::run(
            <Self as __Account::Dataclass>::__SPEC,
            report,
            |v| {
                v.field(2);
                v.within(
                    {
                        use __Account::Unknown as _;
                        __Account::Ty::<Option<Secret>>::VALIDATE
                    },
                    &self.password,
                );
                v.field(4);
                v.within(
                    {
                        use __Account::Unknown as _;
                        __Account::Ty::<Vec<Box<Tag>>>::VALIDATE
                    },
                    &self.tags,
                );
                v.field(5);
                v.within(
                    {
                        use __Account::Unknown as _;
                        __Account::Ty::<Uuid>::VALIDATE
                    },
                    &self.r#type,
                );
            },
        );
    }
}
