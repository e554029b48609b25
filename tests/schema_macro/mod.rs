//! `schema!`: what it does by itself, how that is switched off, and that its classes are those of the derive.

mod bases;
mod cfg;
mod derives;
mod hygiene;
mod options;
mod order;
mod same_as_derive;
mod visibility;

use metaclass::prelude::*;

schema! {
    /// Anything.
    pub struct First {
        id: i64,
    }

    /// Something.
    #[dataclass(serde = false)]
    struct Second<'a, T, const N: usize = 2> where T: Clone {
        /// What it is called.
        name: &'a str,
        all: [T; N],
        r#type: String = "x",
        first: First = First::new(7),
        double: i64 = first.id * 2,
    }

    struct Empty {}
}

#[test]
fn several_classes_stand_in_one_block() {
    let second = Second!("a", [1, 2]);
    assert_eq!(second.to_string(), "Second(name='a', all=[1, 2], type='x', first=First(id=7), double=14)");
    assert_eq!(Second!("a", ["b"; 3], r#type = "y", double = 3).r#type, "y");
    assert_eq!(Empty!().to_string(), "Empty()");
    assert_eq!(First::spec().doc(), "Anything.");
    assert_eq!(Second::<u8>::fields()[0].doc(), "What it is called.");
    assert_eq!(
        Second::<u8>::SIGNATURE,
        "(name: &'a str, all: [T; N], type: String = \"x\", first: First = First::new(7), double: i64 = first.id * 2)"
    );
}

#[test]
fn a_class_may_be_declared_within_a_function() {
    schema! {
        struct Local { name: String, tags: Vec<String> = vec!["a".to_owned()] }
    }
    assert_eq!(Local!("x").to_string(), "Local(name='x', tags=['a'])");
    assert_eq!(Local::new("x"), Local!(name = "x"));
}

#[test]
fn an_instance_is_read_and_written() {
    let first: First = metaclass::json::from_str(r#"{"id": 3}"#).unwrap();
    assert_eq!(first, First!(3));
    assert_eq!(serde_json::to_string(&first).unwrap(), r#"{"id":3}"#);
}
