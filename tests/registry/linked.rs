//! Two structs that register themselves under one name.

use metaclass::prelude::*;

fn first() -> &'static Class {
    #[derive(Dataclass)]
    #[dataclass(register)]
    struct Twin {
        a: i64,
    }
    Twin::class()
}

fn second() -> &'static Class {
    #[derive(Dataclass)]
    #[dataclass(register)]
    struct Twin {
        b: i64,
    }
    Twin::class()
}

#[test]
fn two_structs_of_one_name_are_told() {
    let registry = Registry::new();
    let text = registry.register_linked().unwrap_err().to_string();
    assert!(text.starts_with("'registry.linked.Twin' is registered already: Twin(a: int) at "), "{text}");
    assert!(text.contains("and Twin(b: int) at "), "{text}");
    assert!(registry.is_empty());
    // The first in the text of the program is found.
    assert_eq!(Registry::global().get("registry.linked.Twin").as_ref(), Some(first()));
    assert_ne!(first(), second());
}
