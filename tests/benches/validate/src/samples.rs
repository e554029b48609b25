//! The values that are checked, written once for all structs.

/// `valid` and `faulty` of [`Validated`](crate::contender::Validated), for the `Record` and `Item` of the module.
macro_rules! samples {
    () => {
        fn valid() -> Self {
            let item = |name: &str, quantity| Item { name: name.to_owned(), quantity };
            Self {
                id: 4711,
                name: "Ada Lovelace".to_owned(),
                age: 36,
                score: 97.5,
                email: "ada.lovelace@example.org".to_owned(),
                slug: "ada-lovelace_1815".to_owned(),
                items: vec![item("notes", 3), item("punched cards", 250), item("engine", 1)],
                active: true,
            }
        }

        fn faulty() -> Self {
            let mut record = Self::valid();
            record.age = 151;
            record.email = "ada.lovelace.example.org".to_owned();
            record.items[1].quantity = 0;
            record
        }
    };
}

/// The pattern of `slug`.
pub(crate) const SLUG: &str = "^[a-z0-9_-]+$";

pub(crate) use samples;
