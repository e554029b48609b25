//! What a base says in functions and constants of its own module.

use metaclass::prelude::*;

mod base {
    use metaclass::prelude::*;

    const LEAST: i64 = 1;
    const MOST: f64 = 9.5;
    const COUNT: usize = 2;

    fn ordered(from: &i64, to: &i64) -> Result<(), String> {
        if from <= to { Ok(()) } else { Err(format!("{from} is after {to}")) }
    }

    #[allow(clippy::needless_pass_by_value)]
    fn without_blanks(text: String) -> String {
        text.replace(' ', "")
    }

    schema! {
        #[dataclass(check(ordered, fields(from, to)), check(|from: &i64, name: &str| *from != 7 || name != "x", fields(from, name)))]
        pub struct Range {
            #[field(min_value = LEAST)]
            from: i64,
            to: i64 = from + 1,
            #[field(max_value = MOST, multiple_of = Self::STEP)]
            size: f64 = 0.5,
            #[field(transform(trim, with = without_blanks), min_length = COUNT - 1, message = "empty")]
            name: String = "n",
            #[field(items(check = |tag: &str| tag != "bad", min_length = COUNT), max_items = COUNT)]
            tags: Vec<String> = vec![],
            #[field(matches = name)]
            again: Option<String>,
        }
    }

    impl Range {
        const STEP: f64 = 0.5;
    }
}

schema! {
    struct Page: base::Range {
        #[field(min_value = 2)]
        count: i64 = 2,
    }

    #[dataclass(check(|count: &i64, to: &i64| count <= to, fields(count, to)))]
    struct Near: Page {}
}

fn faults(result: Result<(), metaclass::ValidationError>) -> String {
    result.unwrap_err().to_string().replace("Validation errors: ", "")
}

#[test]
fn rules_hold_for_the_class_that_inherits_them() {
    Page!(1).validate().unwrap();
    assert_eq!(faults(Page!(0).validate()), "from: must be at least 1");
    assert_eq!(faults(Page!(1, size = 10.0).validate()), "size: must be at most 9.5");
    assert_eq!(faults(Page!(1, size = 0.7).validate()), "size: must be a multiple of 0.5");
    assert_eq!(faults(Page!(1, name = "  ").validate()), "name: empty");
    assert_eq!(Page!(1, name = " a b ").name, "ab");
    let tags = vec!["bad".to_owned(), "x".to_owned(), "yy".to_owned()];
    assert_eq!(
        faults(Page!(1, tags = tags).validate()),
        "tags: must have at most 2 items; tags[0]: validation failed; tags[1]: must have at least 2 characters"
    );
    assert!(Page!(1, again = Some("m".into())).validate().is_err());
}

#[test]
fn checks_over_several_fields_are_inherited() {
    assert_eq!(faults(Page!(3, 2).validate()), "3 is after 2");
    assert_eq!(faults(Near!(7, 8, name = "x", count = 9).validate()), "validation failed; validation failed");
    assert_eq!(Page::spec().checks(), base::Range::spec().checks());
    assert_eq!(Near::spec().checks().len(), 3);
    assert_eq!(Page::fields()[..6], *base::Range::fields());
}

#[test]
fn what_is_read_is_checked_too() {
    let error = metaclass::json::from_str::<Page>(r#"{"from": 3, "to": 2, "tags": ["bad"]}"#).unwrap_err();
    let said: Vec<String> =
        error.issues().iter().map(|issue| format!("{} {}", issue.path(), issue.message())).collect();
    assert_eq!(said, ["tags[0] validation failed", " 3 is after 2"]);
}
