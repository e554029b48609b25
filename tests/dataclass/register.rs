//! `register`: the registry of the whole program has the class, wherever it was compiled.

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
#[dataclass(register)]
struct Hidden {
    x: i64,
}

mod inner {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    #[dataclass(register, frozen, crate = metaclass)]
    pub(super) struct Hidden {
        x: i64,
    }
}

schema! {
    #[dataclass(register)]
    struct Order: Base {
        total: i64,
    }

    #[dataclass(register = false)]
    struct Base {
        id: i64,
    }
}

namedtuple! {
    #[dataclass(register)]
    struct Pair {
        a: i64,
        b: i64,
    }
}

fn registered(name: &str) -> Option<Class> {
    Registry::global().get(&format!("suite.dataclass.register.{name}"))
}

#[test]
fn a_registered_struct_is_found_by_module_and_name() {
    assert_eq!(registered("Hidden").as_ref(), Some(Hidden::class()));
    assert_eq!(registered("inner.Hidden").as_ref(), Some(inner::Hidden::class()));
    assert_eq!(registered("Order").as_ref(), Some(Order::class()));
    assert_eq!(registered("Pair").as_ref(), Some(Pair::class()));
    assert_eq!(registered("Base"), None);
    assert_eq!(Registry::global().get("geo.Registered").as_ref(), Some(geo::Registered::class()));
    assert!(Registry::global().subclasses(Base::class()).contains(Order::class()));
}

#[test]
fn a_registry_of_ones_own_can_have_them_too() -> Result<(), Error> {
    let registry = Registry::new();
    registry.register(Hidden::class())?;
    registry.register_linked()?;
    registry.register_linked()?;
    assert_eq!(registry.get("geo.Registered").as_ref(), Some(geo::Registered::class()));
    assert_eq!(registry.iter().filter(|class| class == Hidden::class()).count(), 1);

    // Where one of the names is taken, none of them comes.
    let registry = Registry::new();
    let other = Class::builder("Registered").module("geo").build()?;
    registry.register(&other)?;
    let text = registry.register_linked().unwrap_err().to_string();
    assert!(text.starts_with("'geo.Registered' is registered already: Registered() at "), "{text}");
    assert!(text.contains("and Registered(x: int) at ") && text.contains("geo/src/lib.rs:"), "{text}");
    assert_eq!(registry.iter().collect::<Vec<_>>(), [other]);
    Ok(())
}

#[test]
fn documents_refer_to_registered_structs() -> Result<(), Error> {
    let document = r#"{"title": "Form", "type": "object", "required": ["of"],
        "properties": {"of": {"$ref": "class:suite.dataclass.register.Hidden"}}}"#;
    let form = Registry::global().read(document)?.remove(0);
    let hidden: Hidden = form.decode_json(r#"{"of": {"x": 7}}"#)?.get_as("of")?;
    assert_eq!(hidden.x, 7);
    Ok(())
}
