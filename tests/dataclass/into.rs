//! `#[field(into)]`.

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
struct User {
    #[field(into)]
    name: String,
    #[field(into)]
    age: u64,
    #[field(into, default = "none")]
    mail: String,
    #[field(into, default)]
    tag: Option<String>,
}

#[test]
fn arguments_are_converted() {
    let user = User!("Ann", 30_u8, mail = 'm', tag = "x".to_owned());
    assert_eq!((user.name.as_str(), user.age, user.mail.as_str()), ("Ann", 30, "m"));
    assert_eq!(user.tag.as_deref(), Some("x"));
    assert_eq!(User!(age = 1_u32, name = String::from("B")).name, "B");
}

#[test]
fn defaults_are_converted_if_literals() {
    assert_eq!(User!("Ann", 30_u8).into_tuple(), ("Ann".to_owned(), 30, "none".to_owned(), None));
    assert_eq!(User::new("Ann", 30_u8), User!("Ann", 30_u8));
}

#[test]
fn a_replaced_field_is_converted_and_one_taken_over_is_not() {
    let user = User!("Ann", 1_u8);
    let next = User!(name = "Bob", ..user);
    assert_eq!((next.name.as_str(), next.age), ("Bob", 1));
}

#[test]
fn a_default_sees_the_converted_field() {
    #[derive(Dataclass)]
    struct Named {
        #[field(into)]
        name: String,
        #[field(default = name.len())]
        length: usize,
    }

    assert_eq!(Named!("four").length, 4);
    assert_eq!(Named!(name = "four").length, 4);
    assert_eq!(Named::new("four").length, 4);
}

#[test]
fn the_question_mark_works_within() {
    fn parse(text: &str) -> Result<User, std::num::ParseIntError> {
        Ok(User!("p", text.parse::<u32>()?))
    }

    assert_eq!(parse("7").map(|user| user.age), Ok(7));
    assert!(parse("x").is_err());
}
