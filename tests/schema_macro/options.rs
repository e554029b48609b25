//! What `schema!` does by itself, and how each of that is switched off.

use metaclass::prelude::*;
use metaclass::spec::{DefaultSpec, Literal};

schema! {
    struct All {
        name: String,
        nick: Option<String>,
    }

    #[dataclass(display = false, clone = false, serde = false, debug = false, eq = false, tuple = false)]
    struct Without {
        #[field(into = false)]
        name: String,
        #[field(optional = false)]
        nick: Option<String>,
        #[field(required)]
        age: Option<u8>,
    }

    #[dataclass(order, hash, ord, default, kw_only, rename_all = "camelCase", new(name = make), call = call_it)]
    struct With {
        first_name: String = "",
        #[field(default)]
        last_name: String,
        #[field(min_value = 1, secret)]
        age: u8 = 7,
    }

    #[dataclass(validate, post_init = Self::finish, init_var(scale: i64 = 2), check(|a: &i64, b: &i64| a <= b, fields(a, b)))]
    struct Checked {
        a: i64,
        b: i64 = *a + 1,
    }
}

impl Checked {
    fn finish(&mut self, scale: i64) {
        self.b *= scale;
    }
}

/// Has the type a method of the trait? The trait's own is the other answer.
macro_rules! has {
    ($ty:ty: $($bound:tt)*) => {{
        struct Probe<T>(std::marker::PhantomData<T>);
        #[allow(dead_code)]
        trait Otherwise {
            fn has(&self) -> bool {
                false
            }
        }
        impl<T> Otherwise for Probe<T> {}
        #[allow(dead_code)]
        impl<T: $($bound)*> Probe<T> {
            fn has(&self) -> bool {
                true
            }
        }
        Probe::<$ty>(std::marker::PhantomData).has()
    }};
}

#[test]
fn traits_are_there_by_themselves() {
    assert!(has!(All: Clone));
    assert!(has!(All: std::fmt::Display));
    assert!(has!(All: std::fmt::Debug));
    assert!(has!(All: PartialEq));
    assert!(has!(All: serde::Serialize));
    assert!(has!(All: serde::de::DeserializeOwned));
    assert!(!has!(All: Default));
}

#[test]
fn traits_are_switched_off() {
    assert!(!has!(Without: Clone));
    assert!(!has!(Without: std::fmt::Display));
    assert!(!has!(Without: std::fmt::Debug));
    assert!(!has!(Without: PartialEq));
    assert!(!has!(Without: serde::Serialize));
    assert!(!has!(Without: serde::de::DeserializeOwned));
}

#[test]
fn text_is_converted_and_options_are_none() {
    let all = All!("a");
    assert_eq!((all.name.as_str(), all.nick.as_deref()), ("a", None));
    assert_eq!(All::SIGNATURE, "(name: String, nick: Option<String> = None)");
    assert_eq!(*All::fields()[1].default(), DefaultSpec::Value(Literal::None));
}

#[test]
fn conversion_and_none_are_switched_off() {
    assert_eq!(Without::SIGNATURE, "(name: String, nick: Option<String>, age: Option<u8>)");
    let without = Without!(String::from("a"), None, Some(3));
    assert_eq!(without.repr().to_string(), "Without(name='a', nick=None, age=3)");
}

#[test]
fn the_options_of_the_derive_are_those_of_schema() {
    let with = call_it!(first_name = "a");
    assert!(with < call_it!(first_name = "b"));
    assert_eq!(with.to_string(), "With(first_name='a', last_name='', age=***)");
    assert_eq!(With::default(), With::make());
    assert_eq!(With::fields()[0].key(), "firstName");
    assert_eq!(call_it!(age = 0).validate().unwrap_err().to_string(), "Validation errors: age: must be at least 1");
    assert_eq!(Checked!(1).unwrap().to_string(), "Checked(a=1, b=4)");
    assert_eq!(Checked!(1, scale = 0).unwrap_err().to_string(), "Validation errors: validation failed");
    assert_eq!(Checked!(1).unwrap().a(), 1);
}
