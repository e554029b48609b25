//! Fields that are left to their defaults: rules see these, in both halves.

use metaclass::prelude::*;
use metaclass::spec::ClassSpec;
use metaclass::validate::StructCheck;
use metaclass::value::Dict;
use metaclass::{Field, ValidationError};

fn told(result: Result<(), ValidationError>) -> String {
    result
        .map_err(|error| error.to_string().trim_start_matches("Validation errors: ").to_owned())
        .err()
        .unwrap_or_default()
}

/// Data of both classes; what both say of it.
#[track_caller]
fn both<T: Dataclass>(made: &ClassSpec, data: impl Into<Dict>, expected: &str) {
    let data = data.into();
    assert_eq!(told(made.validate(&data)), expected, "made");
    assert_eq!(told(T::spec().validate(&data)), expected, "by the compiled description");
}

#[test]
fn what_is_compared_with_a_default_is_compared() {
    #[derive(Dataclass)]
    struct Form {
        #[field(default = "x", into)]
        a: String,
        #[field(matches = a, default = "x", into)]
        b: String,
    }
    let made =
        ClassSpec::define("Form", [("a", Field::str().default("x")), ("b", Field::str().matches("a").default("x"))]);
    let made = made.unwrap();
    assert_eq!(told(Form!(b = "y").validate()), "b: must be equal to 'a'");
    both::<Form>(&made, [("b", "y")], "b: must be equal to 'a'");
    both::<Form>(&made, [("a", "y")], "b: must be equal to 'a'");
    both::<Form>(&made, [("a", "y"), ("b", "y")], "");
    both::<Form>(&made, Dict::new(), "");
}

#[test]
fn a_default_is_there_for_required_with() {
    #[derive(Dataclass)]
    struct Form {
        #[field(default)]
        a: Option<String>,
        #[field(required_with = a, default = Some("q".to_owned()))]
        b: Option<String>,
        #[field(required_with = b, default)]
        c: Option<String>,
    }
    let text = || Field::str().nullable();
    let made = ClassSpec::define(
        "Form",
        [
            ("a", text().default(Value::None)),
            ("b", text().required_with("a").default("q")),
            ("c", text().required_with("b").default(Value::None)),
        ],
    );
    let made = made.unwrap();
    assert_eq!(told(Form!(a = Some("x".to_owned())).validate()), "c: required with 'b'");
    both::<Form>(&made, [("a", "x")], "c: required with 'b'");
    both::<Form>(&made, [("b", Value::None)], "");
    both::<Form>(&made, [("a", "x".into()), ("b", Value::None)], "b: required with 'a'");
}

#[test]
fn a_check_sees_defaults_that_are_no_literals() {
    fn fits(tags: &[String], limit: &i64) -> bool {
        i64::try_from(tags.len()).is_ok_and(|count| count <= *limit)
    }

    #[derive(Dataclass)]
    #[dataclass(check(fits, fields(tags, limit)))]
    struct Form {
        #[field(default = vec!["a".to_owned(), "b".to_owned()])]
        tags: Vec<String>,
        #[field(default = 5)]
        limit: i64,
    }
    let fits = StructCheck::new(["tags", "limit"], |values: &[&Value]| match values {
        [Value::List(tags), limit] => limit.as_int() >= i128::try_from(tags.len()).ok(),
        _ => panic!("{values:?}"),
    });
    let fields = [("tags", Field::list(Field::str()).default(vec!["a", "b"])), ("limit", Field::int().default(5))];
    let made = ClassSpec::define("Form", fields).and_then(|class| class.checked(fits)).unwrap();
    assert_eq!(told(Form!(limit = 1).validate()), "validation failed");
    both::<Form>(&made, [("limit", 1)], "validation failed");
    both::<Form>(&made, [("limit", 2)], "");
    both::<Form>(&made, Dict::new(), "");
}
