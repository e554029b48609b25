//! Bases in another module.

use metaclass::prelude::*;

mod animals {
    use metaclass::prelude::*;

    /// What only this module can name.
    #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
    pub struct Tag(pub u8);

    mod hidden {
        pub(super) const LONGEST: usize = 5;

        pub(super) fn tag(name: &str) -> super::Tag {
            super::Tag(u8::try_from(name.len()).unwrap())
        }
    }

    fn is_short(name: &str) -> bool {
        name.len() < hidden::LONGEST
    }

    fn shown(tags: &[Option<Tag>]) -> String {
        format!("{} tags", tags.len())
    }

    schema! {
        /// Lives.
        pub struct Animal {
            /// What it is called.
            #[field(max_length = hidden::LONGEST, check = is_short)]
            name: String,
            tag: Tag = hidden::tag(name),
            #[field(repr = shown)]
            tags: Vec<Option<Tag>> = vec![],
            legs: Option<u8>,
        }
    }
}

schema! {
    pub struct Dog: animals::Animal {
        good: bool = true,
    }
}

mod globbed {
    use metaclass::prelude::*;

    use super::animals::*;

    schema! {
        pub(super) struct Cat: Animal { lives: u8 = 9 }
    }
}

/// Before the struct that it inherits from.
mod before {
    metaclass::schema! {
        pub(super) struct Below: super::after::Above { b: i64 }
    }
}

mod after {
    metaclass::schema! {
        pub(super) struct Above { a: i64 = 1 }
    }
}

#[test]
fn fields_are_inherited() {
    let dog = Dog!("Rex");
    assert_eq!(dog.to_string(), "Dog(name='Rex', tag=Tag(3), tags=0 tags, legs=None, good=True)");
    assert_eq!(dog.tag, animals::Tag(3));
    let cat = call!(globbed::Cat("Tom", legs = Some(4), tags = vec![None]));
    assert_eq!(cat.to_string(), "Cat(name='Tom', tag=Tag(3), tags=1 tags, legs=4, lives=9)");
    assert_eq!(call!(before::Below(3)).to_string(), "Below(a=1, b=3)");
}

#[test]
fn rules_and_docs_are_inherited() {
    let report = Dog!("Barbarossa").validate().unwrap_err().to_string();
    assert_eq!(report, "Validation errors: name: must have at most 5 characters; name: validation failed");
    let [name, ..] = Dog::fields() else { panic!("fields") };
    assert_eq!(name, &animals::Animal::fields()[0]);
    assert_eq!(name.doc(), "What it is called.");
}

#[test]
fn types_are_shown_as_they_were_written() {
    assert_eq!(
        Dog::SIGNATURE,
        "(name: String, tag: Tag = hidden::tag(name), tags: Vec<Option<Tag>> = vec![], legs: Option<u8> = None, \
         good: bool = true)"
    );
    assert_eq!(
        Dog::spec().signature().to_string(),
        "(name: str, tag: Tag = hidden::tag(name), tags: Vec<Option<Tag>> = vec![], legs: int | None = None, \
         good: bool = True)"
    );
}

#[test]
fn what_is_inherited_is_read_and_written() {
    let dog: Dog = metaclass::json::from_str(r#"{"name": "Rex", "tag": 7, "good": false}"#).unwrap();
    assert_eq!(dog, Dog!("Rex", animals::Tag(7), good = false));
    let error = metaclass::json::from_str::<Dog>(r#"{"name": "Barbarossa", "good": 1}"#).unwrap_err();
    assert_eq!(error.issues().len(), 3);
}
