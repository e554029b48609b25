//! `#[field(transform(..))]`: what is done to a value before the rules look at it.

use std::borrow::Cow;
use std::sync::Arc;

use metaclass::prelude::*;

fn dashed(mut text: String) -> String {
    text = text.replace(' ', "-");
    text
}

fn doubled(number: i64) -> i64 {
    number * 2
}

#[derive(Dataclass)]
struct Post<'a> {
    #[field(transform(trim, lowercase, with = dashed), into)]
    slug: String,
    #[field(transform(uppercase), default = Cow::Borrowed("de"))]
    country: Cow<'a, str>,
    #[field(transform(trim), default)]
    note: Option<Arc<str>>,
    #[field(transform(with = doubled), default)]
    number: Option<i64>,
}

#[derive(Dataclass)]
#[dataclass(validate)]
struct Name {
    #[field(transform(trim), min_length = 2)]
    text: String,
}

#[test]
fn the_constructor_transforms_in_the_written_order() {
    let post = Post!("  Hello World ");
    assert_eq!((post.slug.as_str(), &*post.country, post.note, post.number), ("hello-world", "DE", None, None));
    let post = Post!("a", note = Some(" x ".into()), number = Some(2));
    assert_eq!((post.note.as_deref(), post.number), (Some("x"), Some(4)));
    assert_eq!(Post::new(" B ").slug, "b");
}

#[test]
fn rules_see_what_was_transformed() {
    assert!(Name!(" ab ".to_owned()).is_ok());
    assert_eq!(
        Name!(" a ".to_owned()).unwrap_err().to_string(),
        "Validation errors: text: must have at least 2 characters"
    );
}

#[test]
fn data_is_transformed_before_it_is_checked() {
    assert!(Name::spec().validate(&[("text", " ab ")].into()).is_ok());
    assert!(Name::spec().validate(&[("text", "  a")].into()).is_err());
}
