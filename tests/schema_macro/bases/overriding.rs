//! A field of the class takes the place of the base's.

use metaclass::prelude::*;

schema! {
    struct Base {
        #[field(max_length = 3)]
        name: String,
        size: i64 = 1,
        #[field(kw_only)]
        key: i64 = 0,
        last: Option<String>,
    }

    #[dataclass(kw_only)]
    struct Derived: Base {
        more: i64 = 5,
        /// With a default now.
        name: String = "x",
        size: i64,
    }
}

#[test]
fn an_override_keeps_its_place_and_nothing_else() {
    assert_eq!(Derived::field_names(), ["name", "size", "key", "last", "more"]);
    let derived = Derived!(size = 4);
    assert_eq!(derived.to_string(), "Derived(name='x', size=4, key=0, last=None, more=5)");
    derived.validate().unwrap();
    Derived!(name = "longer", size = 1).validate().unwrap();
    assert_eq!(Derived::fields()[0].doc(), "With a default now.");
}

#[test]
fn keyword_only_holds_for_the_fields_of_the_class_that_says_so() {
    let signature = Derived::spec().signature().to_string();
    assert_eq!(signature, "(last: str | None = None, *, name: str = 'x', size: int, key: int = 0, more: int = 5)");
    assert_eq!(Derived!(Some("z".into()), size = 1).last.as_deref(), Some("z"));
}
