//! `kw_only`, on a field and on the class.

use metaclass::prelude::*;

#[derive(Dataclass)]
struct Mixed {
    #[field(kw_only)]
    a: u8,
    b: u8,
    #[field(kw_only, default = 3)]
    c: u8,
    d: u8,
}

#[test]
fn keyword_only_fields_are_skipped_by_position() {
    let mixed = Mixed!(1, 2, a = 9);
    assert_eq!((mixed.a, mixed.b, mixed.c, mixed.d), (9, 1, 3, 2));
}

#[test]
fn they_move_behind_in_the_signature_but_not_in_repr_and_fields() {
    assert_eq!(Mixed::SIGNATURE, "(b: u8, d: u8, *, a: u8, c: u8 = 3)");
    assert_eq!(Mixed::spec().signature().to_string(), "(b: int, d: int, *, a: int, c: int = 3)");
    assert_eq!(Mixed::field_names(), ["a", "b", "c", "d"]);
    assert_eq!(Mixed!(1, 2, a = 9).repr().to_string(), "Mixed(a=9, b=1, c=3, d=2)");
    assert_eq!(Mixed!(1, 2, a = 9), Mixed::new(1, 2, 9));
}

#[test]
fn a_required_keyword_only_field_may_follow_a_default() {
    #[derive(Dataclass)]
    struct Late {
        #[field(default = 1)]
        x: u8,
        #[field(kw_only)]
        y: u8,
    }

    assert_eq!(Late!(y = 2), Late!(1, y = 2));
    assert_eq!(Late::new(2).x, 1);
}

#[test]
fn a_class_of_keyword_only_fields() {
    #[derive(Dataclass, Clone)]
    #[dataclass(kw_only)]
    struct Options {
        width: u8,
        #[field(default = 2)]
        height: u8,
        #[field(kw_only = false)]
        name: &'static str,
    }

    let options = Options!("n", height = 4, width = 3);
    assert_eq!((options.width, options.height, options.name), (3, 4, "n"));
    assert_eq!(Options::SIGNATURE, "(name: &'static str, *, width: u8, height: u8 = 2)");
    assert_eq!(Options!("m", ..options).width, 3);
}
