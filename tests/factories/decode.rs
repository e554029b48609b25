//! Data that become instances, and instances that become data.

use std::io::{self, Read};

use metaclass::prelude::*;
use metaclass::{DecodeError, Extra, json};

fn address() -> Class {
    Model::define("Address", [("zip", Field::str().min_length(5))]).unwrap()
}

fn user() -> Class {
    let fields = [
        ("name", Field::str().min_length(3).rename("userName").alias("nick")),
        ("home", Field::class(&address())),
        ("others", Field::list(Field::class(&address())).default_factory(|| Ok(Vec::<Value>::new()))),
        ("pin", Field::int().secret().default(0)),
    ];
    Model::define("User", fields).unwrap()
}

#[track_caller]
fn faults(class: &Class, text: &str) -> Vec<String> {
    let error = class.decode_json(text).unwrap_err();
    error
        .issues()
        .iter()
        .map(|issue| format!("{}:{} {issue}", issue.line().unwrap(), issue.column().unwrap()))
        .collect()
}

#[test]
fn what_is_read_becomes_instances_all_the_way_down() {
    let text = r#"{"nick": "Anne", "home": {"zip": "12345"}, "others": [{"zip": "54321"}], "pin": 7}"#;
    let anne = user().decode_json(text).unwrap();
    let shown = "User(name='Anne', home=Address(zip='12345'), others=[Address(zip='54321')], pin=***)";
    assert_eq!(anne.to_string(), shown);
    assert_eq!(anne.get("home").unwrap().class().name(), "Address");
    let written = r#"{"userName":"Anne","home":{"zip":"12345"},"others":[{"zip":"54321"}]}"#;
    assert_eq!(anne.to_json().unwrap(), written);
    assert_eq!(json::to_string(&Value::from(anne)).unwrap(), written);
}

#[test]
fn every_fault_is_told_with_its_place() {
    let text = "{\"userName\": \"Al\",\n \"home\": {\"zip\": 1, \"x\": 2},\n \"others\": [{}], \"age\": 3}";
    let expected = [
        "1:14 userName: must have at least 3 characters",
        "2:18 home.zip: expected str, got int",
        "2:21 home.x: unknown field",
        "3:13 others[0].zip: required",
        "3:18 age: unknown field",
    ];
    assert_eq!(faults(&user(), text), expected);
    let syntax = user().decode_json("{").unwrap_err();
    assert!(matches!(syntax, DecodeError::Syntax { line: 1, .. }));
}

#[test]
fn names_that_no_field_has_are_passed_over_on_request() {
    let class = |extra| Model::builder("C", [("x", Field::int())]).extra(extra).build().unwrap();
    assert_eq!(class(Extra::Ignore).decode_json(r#"{"x": 1, "y": 2}"#).unwrap().to_string(), "C(x=1)");
    assert_eq!(faults(&class(Extra::Forbid), r#"{"x": 1, "y": 2}"#), ["1:10 y: unknown field"]);
    // So it is for every class made at run time.
    let plain = Class::builder("P").field("x", Field::int()).build().unwrap();
    assert_eq!(faults(&plain, r#"{"x": 1, "__class__": 2}"#), ["1:10 __class__: unknown field"]);
}

#[test]
fn post_init_and_init_vars_have_their_part() {
    let class = Class::builder("Scaled")
        .field("x", Field::int())
        .field("by", Field::int().min_value(1).default(1).init_var())
        .method_mut_with("__post_init__", ["by"], |this, args| {
            let x = this.get_as::<i64>("x")? * args.get_as::<i64>("by")?;
            if x > 100 {
                return Err(Error::value_error("too much"));
            }
            this.set("x", x)
        })
        .dataclass(DataclassOptions::new())
        .build()
        .unwrap();
    assert_eq!(class.decode_json(r#"{"x": 3, "by": 5}"#).unwrap().to_string(), "Scaled(x=15)");
    assert_eq!(class.decode_json(r#"{"x": 3}"#).unwrap().to_string(), "Scaled(x=3)");
    assert_eq!(faults(&class, r#"{"x": 3, "by": 0}"#), ["1:16 by: must be at least 1"]);
    let error = class.decode_json(r#"{"x": 99, "by": 5}"#).unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: too much");
}

#[test]
fn a_constructor_of_its_own_is_called() {
    let class = Class::builder("C")
        .field("x", Field::int())
        .init_with(["x"], |this, args| this.set("x", args.get_as::<i64>("x")? + 1))
        .build()
        .unwrap();
    assert_eq!(class.decode_json(r#"{"x": 1}"#).unwrap().get("x").unwrap(), 2.into());
    // Also one that comes later.
    let class = Class::builder("C").field("x", Field::int()).build().unwrap();
    assert_eq!(class.decode_json(r#"{"x": 1}"#).unwrap().get("x").unwrap(), 1.into());
    let init = Class::builder("I").init_with(["x"], |this, _| this.set("x", 9)).build().unwrap();
    class.set("__init__", init.vars().get("__init__").unwrap().clone()).unwrap();
    assert_eq!(class.decode_json(r#"{"x": 1}"#).unwrap().get("x").unwrap(), 9.into());
}

#[test]
fn hooks_in_the_way_are_not_passed() {
    let loud = Class::builder("Loud")
        .field("x", Field::int())
        .setattr(|this, name, value| this.set_plainly(name, value.add(&1.into())?))
        .build()
        .unwrap();
    assert_eq!(loud.decode_json(r#"{"x": 1}"#).unwrap().get("x").unwrap(), 2.into());
    // Also one that comes later, to a base.
    let base = Class::builder("Base").build().unwrap();
    let heir = Class::builder("Heir").base(&base).field("x", Field::int()).build().unwrap();
    assert_eq!(heir.decode_json(r#"{"x": 1}"#).unwrap().get("x").unwrap(), 1.into());
    base.set("__setattr__", loud.vars().get("__setattr__").unwrap().clone()).unwrap();
    assert_eq!(heir.decode_json(r#"{"x": 1}"#).unwrap().get("x").unwrap(), 2.into());
    let frozen = make_dataclass("F", [("x", Field::int())]).frozen(true).build().unwrap();
    let mut f = frozen.decode_json(r#"{"x": 1}"#).unwrap();
    assert!(f.set("x", 2).is_err() && f.get("x").unwrap() == 1.into());
    let made = Class::builder("New").field("x", Field::int()).new(|_| Err(Error::type_error("none is made"))).build();
    let error = made.unwrap().decode_json(r#"{"x": 1}"#).unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: none is made");
    let shape = Class::builder("Shape").field("x", Field::int()).abstract_method("area").build().unwrap();
    assert!(shape.decode_json(r#"{"x": 1}"#).unwrap_err().to_string().contains("abstract class Shape"));
}

#[derive(Dataclass, Clone)]
struct Point {
    x: f64,
    #[field(default = 0.0, min_value = 0.0)]
    y: f64,
}

#[test]
fn compiled_classes_are_read_as_instances_too() {
    let p = Point::class().decode_json(r#"{"x": 1}"#).unwrap();
    assert_eq!(Point::from_instance(&p).unwrap(), Point!(1.0));
    let line = make_dataclass("Line", [("from", Field::class(Point::class()))]).build();
    assert_eq!(line.map(drop).unwrap_err().to_string(), "Field names must not be keywords: 'from'");
    let line = make_dataclass("Line", [("start", Field::class(Point::class()))]).build().unwrap();
    assert_eq!(line.decode_json(r#"{"start": {"x": 1}}"#).unwrap().to_string(), "Line(start=Point(x=1.0, y=0.0))");
    assert_eq!(faults(&line, r#"{"start": {"x": 1, "y": -1}}"#), ["1:25 start.y: must be at least 0.0"]);
}

#[test]
fn a_factory_that_fails_is_a_fault() {
    let field = Field::int().default_factory(|| Err::<Value, _>(Error::value_error("no number is left")));
    let class = make_dataclass("C", [("x", field)]).build().unwrap();
    let error = class.decode_json("{}").unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: x: no number is left");
    assert_eq!(class.instantiate(args!()).unwrap_err().to_string(), "no number is left");
}

#[test]
fn lines_are_read_one_by_one() {
    let class = make_dataclass("Row", [("x", Field::int())]).build().unwrap();
    let text = "{\"x\": 1}\r\n\n  \n{\"x\": \"a\"}\n{\"x\"\n{\"x\": 2}";
    let rows: Vec<Result<Instance, DecodeError>> = class.decode_lines(text.as_bytes()).collect();
    let shown: Vec<String> = rows
        .iter()
        .map(|row| match row {
            Ok(row) => row.to_string(),
            Err(DecodeError::Syntax { line, .. }) => format!("syntax in line {line}"),
            Err(error) => format!("{}: {error}", error.issues()[0].line().unwrap()),
        })
        .collect();
    let wrong = "4: Validation errors: x: expected int, got str";
    assert_eq!(shown, ["Row(x=1)", wrong, "syntax in line 5", "Row(x=2)"]);
    let rows: Vec<_> = class.decode_lines(&b"\xff\n{\"x\": 1}"[..]).collect();
    assert!(matches!(rows[0], Err(DecodeError::Syntax { line: 1, .. })) && rows[1].is_ok());
}

#[test]
fn a_line_without_end_is_not_read_to_its_end() {
    let class = make_dataclass("Row", [("x", Field::int())]).build().unwrap();
    let mut rows = class.decode_lines(io::BufReader::new(io::repeat(b' ').take(1 << 40).chain(io::empty())));
    match rows.next() {
        Some(Err(DecodeError::Io(error))) => assert_eq!(error.to_string(), "there are more than 67108864 bytes"),
        other => panic!("{}", other.is_some()),
    }
    assert!(rows.next().is_none());
}

#[test]
fn the_schema_is_that_of_the_description() {
    let schema = user().json_schema();
    assert_eq!(schema, user().spec().json_schema());
    let text = json::to_string(&schema).unwrap();
    assert!(
        text.contains(r##""home":{"$ref":"#/$defs/Address"}"##) && text.contains(r#""additionalProperties":false"#)
    );
}
