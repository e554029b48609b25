//! Generated code gives no cause for complaint: every option, under lints as strict as they get.

#[deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused,
    unused_qualifications,
    unused_lifetimes,
    trivial_casts,
    single_use_lifetimes,
    clippy::all,
    clippy::pedantic
)]
pub(crate) mod data;
#[deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused,
    unused_qualifications,
    unused_lifetimes,
    trivial_casts,
    single_use_lifetimes,
    clippy::all,
    clippy::pedantic
)]
pub(crate) mod strict;

use metaclass::prelude::*;

#[test]
fn classes_under_strict_lints_work() {
    use strict::{Account, Borrowed, Everything, Flags, Pair, Quiet, Unused};

    let made = Everything!("n", list = vec![1], scale = 2.0);
    assert_eq!(made.to_string(), "Everything(name='n', list=[1], size=2, kind='k', shown=<1>)");
    assert_eq!(Account!(id = 1, name = "a".to_owned()).name(), "a");
    assert_eq!(Borrowed!(text = "t").text, "t");
    let pair: Pair<i32, 0> = Pair!(1, 2);
    assert!(pair < Pair!(1, 3));
    assert_eq!(Flags!(a = true, d = true).into_tuple(), (true, false, false, true));
    assert_eq!(Quiet!(1).repr().to_string(), "Quiet(x=1)");
    assert_eq!(Unused::NAME, "Unused");
}

#[test]
fn named_tuples_under_strict_lints_work() {
    use strict::{Nothing, Typed, Uniform, Unit, Untyped};

    let typed = Typed!("n", vec![1]);
    assert_eq!((typed.name(), typed.size()), ("n", 1));
    assert_eq!(typed, ("n", [1], None, 1));
    assert_eq!(Typed::builder().name("n").items(vec![1]).build(), typed);
    assert_eq!(Uniform!(1.0, 2.0)[1], 2.0);
    let untyped = Untyped!(1, 2, 3, 4, 5, 6, 7);
    assert_eq!(untyped, (1, 2, 3, 4, 5, 6, 7, 1, "x"));
    assert!(Nothing!() == () && Unit!() == ());
}

#[test]
fn classes_under_strict_lints_are_read() {
    use data::{Borrowed, Empty, Everything, Unread};

    let text = r#"{"low": 1, "top": 2, "address": "::1", "text": " A ", "grid": [[1]], "scale": 3}"#;
    let everything: Everything = metaclass::json::from_str(text).unwrap();
    let written = r#"{"low":1,"high":2,"address":"::1","text":"a","grid":[[1]],"dict":{},"foreign":{},"next":6,"size":1,"children":[]}"#;
    assert_eq!(metaclass::json::to_string(&everything).unwrap(), written);
    let text = r#"{"text": "a", "either": "b", "shared": [1], "array": [1, 2, 3, 4]}"#;
    assert!(metaclass::json::from_str::<Borrowed<'_, u8, 3>>(text).is_ok());
    assert!(metaclass::json::from_str::<Empty>("{}").is_ok());
    assert_eq!(Unread::NAME, "Unread");
}
