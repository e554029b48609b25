//! Chains of dataclasses as CPython was seen to make them: the signatures and the reprs are those of the recorded cases.
//!
//! Each module has the classes of one case of `conformance/cases/dataclass_init.json` that inherit from each other, in
//! the syntax of `schema!`, with `Value` as the type of all fields. What it must give is read from there. Left out are
//! cases with classes that are no dataclasses, with an override that finds its default in a class attribute, with `ClassVar`, with a default that several instances share,
//! those in which CPython refuses a required field behind one with a default, which `schema!` takes, and those in which an
//! `InitVar` takes the place of a field: here, an instance is one of each base too. Those with an `InitVar` are in
//! `chains_of_init_vars`.

use metaclass::prelude::*;
use metaclass::signature::ParamKind;
use serde_json::Value as Json;

/// What was recorded of an operation of a case.
fn recorded(case: &str, operation: usize) -> Json {
    let all: Json = serde_json::from_str(include_str!("../../conformance/cases/dataclass_init.json")).unwrap();
    let cases = all["cases"].as_array().unwrap();
    cases.iter().find(|other| other["id"] == case).unwrap()["expect"]["ops"][operation].clone()
}

pub(super) fn signature<C: Dataclass>(case: &str, operation: usize) {
    let recorded = recorded(case, operation);
    let expected = recorded["params"].as_array().unwrap().iter().map(|param| {
        let is_keyword_only = param["kind"] == "keyword_only";
        (param["name"].as_str().unwrap().to_owned(), is_keyword_only, param["required"] == true)
    });
    let signature = C::spec().signature();
    let got = signature.params().iter().map(|param| {
        let is_keyword_only = param.kind() == ParamKind::KeywordOnly;
        (param.name().to_owned(), is_keyword_only, param.default().is_required())
    });
    assert_eq!(got.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{case}");
}

pub(super) fn shown(case: &str, operation: usize, instance: &impl std::fmt::Display) {
    assert_eq!(instance.to_string(), recorded(case, operation)["ok"].as_str().unwrap(), "{case}");
}

pub(super) fn v(value: impl Into<Value>) -> Value {
    value.into()
}

/// Keyword-only fields move behind in a derived class.
mod kwonly_inherit {
    use super::*;

    schema! {
        pub struct A { a: Value, #[field(kw_only)] b: Value }
        pub struct B: A { c: Value }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/kwonly/inherit", 0);
        shown("dataclass_init/kwonly/inherit", 1, &B!(v(1), v(2), b = v(3)));
    }
}

/// The class flag is not inherited.
mod kwonly_inherit_class_flag {
    use super::*;

    schema! {
        pub struct A { #[field(kw_only)] a: Value }
        pub struct B: A { b: Value }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/kwonly/inherit_class_flag", 0);
        shown("dataclass_init/kwonly/inherit_class_flag", 1, &B!(v(1), a = v(2)));
    }
}

/// Overriding a field may make it positional again.
mod kwonly_override_from_kw_only {
    use super::*;

    schema! {
        pub struct A { #[field(kw_only)] a: Value, b: Value }
        pub struct B: A { a: Value }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/kwonly/override_from_kw_only", 0);
        shown("dataclass_init/kwonly/override_from_kw_only", 1, &B!(v(1), v(2)));
    }
}

/// A derived class replaces a default by a factory.
mod factory_override_default_with_factory {
    use super::*;

    schema! {
        pub struct B { x: Value = v(3) }
        pub struct C: B { x: Value = Value::from(Vec::<Value>::new()) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<C>("dataclass_init/factory/override_default_with_factory", 0);
        shown("dataclass_init/factory/override_default_with_factory", 1, &C!());
    }
}

/// Redeclaring an inherited factory field without a default makes it required.
mod factory_override_factory_without_default {
    use super::*;

    schema! {
        pub struct B { x: Value = Value::from(Vec::<Value>::new()) }
        pub struct C: B { x: Value }
    }

    #[test]
    fn is_as_recorded() {
        signature::<C>("dataclass_init/factory/override_factory_without_default", 0);
    }
}

/// Base fields first.
mod inherit_order {
    use super::*;

    schema! {
        pub struct B { x: Value }
        pub struct C: B { y: Value = v(10) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<C>("dataclass_init/inherit/order", 0);
        shown("dataclass_init/inherit/order", 1, &C!(v(4)));
    }
}

/// An overridden field keeps its place and takes the new type and default.
mod inherit_override_keeps_position {
    use super::*;

    schema! {
        pub struct Base { x: Value = v(15.0), y: Value = v(0) }
        pub struct C1: Base { z: Value = v(10), x: Value = v(15) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<C1>("dataclass_init/inherit/override_keeps_position", 0);
        shown("dataclass_init/inherit/override_keeps_position", 1, &C1!());
        shown("dataclass_init/inherit/override_keeps_position", 2, &C1!(x = v(5)));
    }
}

/// Two dataclass bases: fields are collected in reverse linearization order.
mod inherit_multiple {
    use super::*;

    schema! {
        pub struct A { a: Value = v(1), s: Value = v("A") }
        pub struct B { b: Value = v(2), s: Value = v("B") }
        pub struct C: A, B { c: Value = v(3) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<C>("dataclass_init/inherit/multiple", 0);
        shown("dataclass_init/inherit/multiple", 1, &C!());
    }
}

/// Diamond of dataclasses.
mod inherit_diamond {
    use super::*;

    schema! {
        pub struct R { r: Value = v(0) }
        pub struct A: R { a: Value = v(1), r: Value = v(10) }
        pub struct B: R { b: Value = v(2), r: Value = v(20) }
        pub struct C: A, B { c: Value = v(3) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<C>("dataclass_init/inherit/diamond", 0);
        shown("dataclass_init/inherit/diamond", 1, &C!());
    }
}

/// A base's own copy of an inherited field counts: the last arm in reverse order wins.
mod inherit_diamond_untouched_arm {
    use super::*;

    schema! {
        pub struct R { r: Value = v(0) }
        pub struct A: R { a: Value = v(1) }
        pub struct B: R { r: Value = v(20) }
        pub struct C: A, B {  }
    }

    #[test]
    fn is_as_recorded() {
        signature::<C>("dataclass_init/inherit/diamond_untouched_arm", 0);
        shown("dataclass_init/inherit/diamond_untouched_arm", 1, &C!());
    }
}

/// An override may change init.
mod inherit_init_false_override {
    use super::*;

    schema! {
        pub struct A { x: Value, y: Value = v(2) }
        pub struct B: A { #[field(init = false)] x: Value = v(0) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/inherit/init_false_override", 0);
        shown("dataclass_init/inherit/init_false_override", 1, &B!());
        shown("dataclass_init/inherit/init_false_override", 2, &B!(v(5)));
    }
}

/// Fields are collected when the class is made.
mod inherit_later_class_change_unseen {
    use super::*;

    schema! {
        pub struct A { x: Value = v(1) }
        pub struct B: A {  }
    }

    #[test]
    fn is_as_recorded() {
        shown("dataclass_init/inherit/later_class_change_unseen", 1, &A!());
        shown("dataclass_init/inherit/later_class_change_unseen", 2, &B!());
    }
}

/// Random fields and calls.
mod random_006 {
    use super::*;

    schema! {
        pub struct A { #[field(kw_only)] b: Value = v(0) }
        pub struct B: A { c: Value = Value::None, a: Value = Value::from(metaclass::value::Dict::new()) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/006", 0);
        shown("dataclass_init/random/006", 1, &B!(v(31), v(35)));
        shown("dataclass_init/random/006", 2, &B!(c = v(8)));
        shown("dataclass_init/random/006", 3, &B!(v(68), v(44), b = v(7)));
        shown("dataclass_init/random/006", 4, &B!(v(12), b = v(2)));
        shown("dataclass_init/random/006", 6, &B!(c = v(0), b = v(5)));
    }
}

/// Random fields and calls.
mod random_019 {
    use super::*;

    schema! {
        pub struct A { e: Value, #[field(repr = false)] g: Value, c: Value }
        pub struct B: A { #[field(kw_only)] a: Value = Value::None, #[field(kw_only)] c: Value = v(true) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/019", 0);
        shown("dataclass_init/random/019", 1, &B!(e = v(4), c = v(4), g = v(0)));
        shown("dataclass_init/random/019", 3, &B!(v(38), v(49), a = v(6), c = v(5)));
        shown("dataclass_init/random/019", 4, &B!(v(19), c = v(8), g = v(0)));
        shown("dataclass_init/random/019", 5, &B!(v(60), g = v(5), a = v(2), c = v(4)));
        shown("dataclass_init/random/019", 6, &B!(g = v(4), e = v(9), a = v(5), c = v(5)));
    }
}

/// Random fields and calls.
mod random_030 {
    use super::*;

    schema! {
        pub struct A { a: Value }
        pub struct B: A {  }
        pub struct C: B {  }
    }

    #[test]
    fn is_as_recorded() {
        signature::<C>("dataclass_init/random/030", 0);
        shown("dataclass_init/random/030", 2, &C!(v(86)));
        shown("dataclass_init/random/030", 3, &C!(v(21)));
        shown("dataclass_init/random/030", 4, &C!(v(57)));
    }
}

/// Random fields and calls.
mod random_043 {
    use super::*;

    schema! {
        pub struct A {  }
        pub struct B: A { h: Value, #[field(repr = false, kw_only)] c: Value = v("s"), #[field(repr = false, kw_only)] a: Value = Value::from(Vec::<Value>::new()) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/043", 0);
        shown("dataclass_init/random/043", 1, &B!(h = v(0), a = v(1), c = v(2)));
        shown("dataclass_init/random/043", 2, &B!(v(86), c = v(0), a = v(3)));
        shown("dataclass_init/random/043", 3, &B!(h = v(5), a = v(9), c = v(9)));
    }
}

/// Random fields and calls.
mod random_044 {
    use super::*;

    schema! {
        pub struct A { g: Value, a: Value }
        pub struct B: A {  }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/044", 0);
        shown("dataclass_init/random/044", 1, &B!(v(64), a = v(0)));
        shown("dataclass_init/random/044", 2, &B!(v(81), v(60)));
        shown("dataclass_init/random/044", 3, &B!(v(27), v(12)));
        shown("dataclass_init/random/044", 4, &B!(v(65), v(29)));
        shown("dataclass_init/random/044", 6, &B!(v(28), v(98)));
    }
}

/// Random fields and calls.
mod random_052 {
    use super::*;

    schema! {
        pub struct A { #[field(kw_only)] h: Value }
        pub struct B: A { c: Value = Value::from(vec![v(1), v(2)]) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/052", 0);
        shown("dataclass_init/random/052", 3, &B!(h = v(2)));
        shown("dataclass_init/random/052", 5, &B!(c = v(5), h = v(4)));
        shown("dataclass_init/random/052", 6, &B!(h = v(1)));
    }
}

/// Random fields and calls.
mod random_058 {
    use super::*;

    schema! {
        pub struct A {  }
        pub struct B: A { #[field(kw_only)] c: Value = v(2.5) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/058", 0);
        shown("dataclass_init/random/058", 3, &B!(c = v(1)));
        shown("dataclass_init/random/058", 4, &B!(c = v(7)));
        shown("dataclass_init/random/058", 6, &B!(c = v(1)));
    }
}

/// Random fields and calls.
mod random_066 {
    use super::*;

    schema! {
        pub struct A { g: Value }
        pub struct B: A {  }
        pub struct C: B { a: Value = Value::from(Vec::<Value>::new()) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<C>("dataclass_init/random/066", 0);
        shown("dataclass_init/random/066", 1, &C!(g = v(3)));
    }
}

/// Random fields and calls.
mod random_076 {
    use super::*;

    schema! {
        pub struct A { #[field(kw_only)] d: Value, #[field(kw_only)] e: Value, #[field(kw_only)] h: Value }
        pub struct B: A { b: Value = v("s"), #[field(repr = false)] a: Value = v(0), c: Value = v(true), d: Value = v(2.5) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/076", 0);
        shown("dataclass_init/random/076", 3, &B!(v(73), v(38), v(92), h = v(6), e = v(6)));
        shown("dataclass_init/random/076", 4, &B!(v(31), b = v(8), h = v(9), e = v(4)));
        shown("dataclass_init/random/076", 5, &B!(v(88), a = v(8), b = v(2), e = v(3), c = v(8), h = v(1)));
        shown("dataclass_init/random/076", 6, &B!(a = v(3), e = v(1), h = v(7)));
    }
}

/// Random fields and calls.
mod random_078 {
    use super::*;

    schema! {
        pub struct A { h: Value }
        pub struct B: A { h: Value = v("s") }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/078", 0);
        shown("dataclass_init/random/078", 1, &B!(h = v(6)));
        shown("dataclass_init/random/078", 2, &B!(v(99)));
        shown("dataclass_init/random/078", 3, &B!(h = v(1)));
        shown("dataclass_init/random/078", 4, &B!(h = v(1)));
        shown("dataclass_init/random/078", 5, &B!(v(17)));
        shown("dataclass_init/random/078", 6, &B!(v(40)));
    }
}

/// Random fields and calls.
mod random_086 {
    use super::*;

    schema! {
        pub struct A { a: Value, e: Value }
        pub struct B: A {  }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/086", 0);
        shown("dataclass_init/random/086", 2, &B!(v(63), v(16)));
        shown("dataclass_init/random/086", 3, &B!(e = v(3), a = v(2)));
        shown("dataclass_init/random/086", 4, &B!(a = v(4), e = v(3)));
        shown("dataclass_init/random/086", 6, &B!(v(18), e = v(5)));
    }
}

/// Random fields and calls.
mod random_088 {
    use super::*;

    schema! {
        pub struct A {  }
        pub struct B: A { e: Value }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/088", 0);
        shown("dataclass_init/random/088", 1, &B!(e = v(8)));
        shown("dataclass_init/random/088", 2, &B!(v(85)));
        shown("dataclass_init/random/088", 5, &B!(v(98)));
    }
}

/// Random fields and calls.
mod random_090 {
    use super::*;

    schema! {
        pub struct A {  }
        pub struct B: A {  }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/090", 0);
        shown("dataclass_init/random/090", 1, &B!());
        shown("dataclass_init/random/090", 2, &B!());
        shown("dataclass_init/random/090", 3, &B!());
        shown("dataclass_init/random/090", 6, &B!());
    }
}

/// Random fields and calls.
mod random_106 {
    use super::*;

    schema! {
        pub struct A { #[field(kw_only)] b: Value, h: Value, e: Value }
        pub struct B: A { #[field(kw_only)] d: Value = Value::from(vec![v(1), v(2)]), #[field(repr = false, kw_only)] a: Value = v(0), #[field(kw_only)] g: Value = v(true), #[field(repr = false, kw_only)] h: Value = Value::None }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/106", 0);
        shown("dataclass_init/random/106", 1, &B!(d = v(4), b = v(9), e = v(6), g = v(3)));
        shown("dataclass_init/random/106", 4, &B!(v(66), h = v(9), g = v(3), b = v(7), a = v(1), d = v(8)));
        shown("dataclass_init/random/106", 6, &B!(h = v(9), e = v(9), d = v(1), a = v(4), b = v(7), g = v(2)));
    }
}

/// Random fields and calls.
mod random_109 {
    use super::*;

    schema! {
        pub struct A { h: Value }
        pub struct B: A { #[field(kw_only)] e: Value = v(true), #[field(kw_only)] g: Value = v("s"), #[field(kw_only)] a: Value = v(2.5), #[field(repr = false, kw_only)] h: Value }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/109", 0);
        shown("dataclass_init/random/109", 2, &B!(e = v(3), g = v(3), h = v(4)));
        shown("dataclass_init/random/109", 6, &B!(a = v(4), g = v(5), h = v(6)));
    }
}
