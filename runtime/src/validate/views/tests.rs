//! Every view of a report, exactly.

use super::*;
use crate::Field;
use crate::path::Segment;
use crate::spec::{ClassRef, ClassSpec, Options, Text, TypeSpec};
use crate::validate::{Report, StructCheck};
use crate::value::{Dict, Tuple};

fn instance_of(class: &ClassSpec) -> Field {
    Field::of(TypeSpec::Class(ClassRef::Shared(class.clone().into())))
}

fn class(fields: impl IntoIterator<Item = (&'static str, Field)>) -> ClassSpec {
    let fields = fields.into_iter().map(|(name, field)| field.build(name).unwrap());
    let options = Options::DEFAULT.with(Options::FORBID_EXTRA);
    ClassSpec::new(Text::new("C"), fields.collect()).with_options(options)
}

#[track_caller]
fn rendered(class: &ClassSpec, data: &Dict, lines: &[&str]) {
    let error = class.validate(data).unwrap_err();
    let expected = format!("Validation errors:\n  {}", lines.join("\n  "));
    assert_eq!(error.render(&data.clone().into()).to_string(), expected);
}

#[test]
fn faults_are_found_by_place() {
    let mut report = Report::new();
    report.push(Issue::new("min_value").with_param("limit", 0).at("age"));
    report.push(Issue::new("missing").at("zip").at("addr"));
    report.push(Issue::check("is odd").at("age"));
    let error = report.finish().unwrap_err();
    assert_eq!(error.at("/addr/zip").map(Issue::code).collect::<Vec<_>>(), ["missing"]);
    let groups: Vec<_> = error.by_field().into_iter().map(|(field, issues)| (field, issues.len())).collect();
    assert_eq!(groups, [("age".into(), 2), ("addr.zip".into(), 1)]);
}

#[test]
fn each_fault_is_rendered_with_its_value() {
    let line = class([("count", Field::int().min_value(1)), ("item", Field::str().min_length(1))]);
    let order = class([
        ("note", Field::str().nullable().required()),
        ("lines", Field::list(instance_of(&line)).max_items(1)),
        ("scores", Field::dict(Field::str().ascii(), Field::float().max_value(1))),
        ("pair", Field::tuple([Field::int(), Field::str()])),
        ("place", instance_of(&line)),
        ("id", Field::int()),
    ]);
    let data = Dict::from([
        ("note", Value::None),
        ("lines", vec![Value::from(Dict::from([("count", 0)])), 5.into()].into()),
        ("scores", Dict::from([("é", 2.0)]).into()),
        ("pair", Tuple::from(vec!["x".into(), "y".into()]).into()),
        ("place", Dict::from([("count", Value::from(1)), ("item", "".into())]).into()),
        ("idd", 1.into()),
    ]);
    let lines = [
        "note: required (got None)",
        "lines: must have at most 1 item (got [{..}, 5])",
        "lines[0].count: must be at least 1 (got 0)",
        "lines[0].item: required",
        "lines[1]: expected C, got int (got 5)",
        "scores['é']: must be ASCII (got 'é')",
        "scores['é']: must be at most 1 (got 2.0)",
        "pair[0]: expected int, got str (got 'x')",
        "place.item: must have at least 1 character (got '')",
        "id: required",
        "idd: unknown field",
    ];
    rendered(&order, &data, &lines);
}

#[test]
fn no_secret_is_rendered() {
    let pin = |values: &[&Value]| values.iter().all(|_| false);
    let login = class([("name", Field::str()), ("password", Field::str().secret().min_length(8).ascii())]);
    let login = login.with_checks(vec![StructCheck::new(["name"], pin)].into());
    let at_secret = |_: &[&Value]| Err(Issue::check("is weak").at("password"));
    let site = class([("logins", Field::list(instance_of(&login)).max_items(0)), ("password", Field::str().secret())])
        .with_checks(vec![StructCheck::new(["password"], at_secret)].into());
    let login = Dict::from([("name", "ann"), ("password", "hünter2")]);
    let data = Dict::from([
        ("logins", vec![Value::from(login), "hunter3".into()].into()),
        ("password", "hunter4".into()),
        ("pasword", Value::from("hunter5")),
    ]);
    let lines = [
        "logins: must have at most 0 items (got [{..}, 'hunter3'])",
        "logins[0].password: must have at least 8 characters (hidden)",
        "logins[0].password: must be ASCII (hidden)",
        "logins[0]: validation failed",
        "logins[1]: expected C, got str (got 'hunter3')",
        "password: is weak (hidden)",
        "pasword: unknown field",
    ];
    rendered(&site, &data, &lines);
    rendered(&site, &Dict::from([("logins", Vec::<Value>::new())]), &["password: required"]);
}

#[cfg(feature = "derive")]
mod compiled {
    use super::*;
    use crate::{Dataclass, Value};

    fn never(_: &str) -> bool {
        false
    }

    #[derive(Dataclass, Clone)]
    struct Line {
        #[field(min_value = 1, rename = "n")]
        count: i64,
    }

    #[derive(Dataclass, Clone)]
    #[dataclass(check(never, fields(mail)))]
    struct Order {
        #[field(min_length = 9, rename = "e-mail")]
        mail: String,
        #[field(secret, min_length = 9)]
        password: String,
        lines: Vec<Line>,
        by_name: std::collections::BTreeMap<String, Line>,
        pair: (i64, Line),
    }

    fn order(mail: &str) -> Order {
        let line = Line { count: 0 };
        Order {
            mail: mail.to_owned(),
            password: "hunter2".to_owned(),
            lines: vec![line.clone()],
            by_name: std::iter::once(("a b".to_owned(), line.clone())).collect(),
            pair: (7, line),
        }
    }

    #[test]
    fn instances_are_looked_into_by_their_names_in_data() {
        let order = order("a@b");
        let error = order.validate().unwrap_err();
        let expected = "Validation errors:
  e-mail: must have at least 9 characters (got 'a@b')
  password: must have at least 9 characters (hidden)
  lines[0].n: must be at least 1 (got 0)
  by_name['a b'].n: must be at least 1 (got 0)
  pair[1].n: must be at least 1 (got 0)";
        let instance = crate::FieldType::to_value(&order).unwrap();
        assert_eq!(error.render(&instance).to_string(), expected);
        let dict = Value::from(Dict::from([("orders", vec![instance])]));
        let error = error.prefixed(0).prefixed("orders");
        let expected = expected.replace("\n  ", "\n  orders[0].");
        assert_eq!(error.render(&dict).to_string(), expected);
    }

    #[test]
    fn an_instance_shows_no_secret() {
        let order = Order { password: "long enough".to_owned(), lines: vec![], ..order("long enough") };
        let instance = crate::FieldType::to_value(&order).unwrap();
        let error = order.validate().unwrap_err();
        assert_eq!(
            error.render(&instance).to_string().lines().last(),
            Some(
                "  validation failed (got Order(mail='long enough', password=***, lines=[], \
                 by_name={'a b': Line(count=0)}, pair=(7, Line(count=0))))"
            )
        );
        // Not even where a fault does not know that it is about one.
        let error = ValidationError::from(Issue::check("is weak").at("password"));
        assert_eq!(error.render(&instance).to_string(), "Validation errors:\n  password: is weak (hidden)");
    }
}

#[test]
fn long_values_are_cut_and_hostile_ones_escaped() {
    let class = class([("text", Field::str().max_length(1)), ("list", Field::list(Field::int()).max_items(1))]);
    let data = Dict::from([
        ("text", Value::from("\u{202e}".to_owned() + &"a".repeat(1_000_000))),
        ("list", vec![7; 1_000_000].into()),
    ]);
    let text = format!(r"text: must have at most 1 character (got '\u202e{}..)", "a".repeat(113));
    let list = format!("list: must have at most 1 item (got [{}7,..)", "7, ".repeat(39));
    rendered(&class, &data, &[&text, &list]);
}

#[test]
fn whatever_the_source_is_a_report_is_rendered() {
    let mut report = Report::with_max_issues(3);
    report.push(Issue::check("a").at(Segment::Key(Text::new("k"))).at(7).at("x"));
    report.push(Issue::check("b"));
    report.push(Issue::new("missing").at(usize::MAX));
    report.push(Issue::new("more"));
    let error = report.finish().unwrap_err();
    let deep = (0..100_000).fold(Value::None, |inner, _| vec![inner].into());
    let sources =
        [(Value::None, "None"), (vec![1].into(), "[1]"), ("text".into(), "'text'"), (Value::foreign(1.5_f32), "1.5")];
    for (source, shown) in sources.into_iter().chain([(deep, &*format!("{}..", "[".repeat(120)))]) {
        let expected =
            format!("Validation errors:\n  x[7]['k']: a\n  b (got {shown})\n  [{}]: required\n  and more", usize::MAX);
        assert_eq!(error.render(&source).to_string(), expected);
    }
}

/// The entries of `details`: path of the subschema, its location, place, texts.
#[track_caller]
fn listed(error: &ValidationError, expected: &[&str]) {
    let list = error.to_list();
    let list = list.as_dict().unwrap();
    assert_eq!(list.get("valid"), Some(&Value::False));
    let details = list.get("details").and_then(Value::as_list).unwrap();
    let unit = |unit: &Value| {
        let unit = unit.as_dict().unwrap();
        let names: Vec<_> = unit.keys().map(|key| key.value().to_string()).collect();
        assert_eq!(names, ["valid", "evaluationPath", "schemaLocation", "instanceLocation", "errors"]);
        assert_eq!(unit.get("valid"), Some(&Value::False));
        ["evaluationPath", "schemaLocation", "instanceLocation", "errors"]
            .map(|name| unit.get(name).unwrap().to_string())
            .join(" ")
    };
    assert_eq!(details.iter().map(unit).collect::<Vec<_>>(), expected);
}

#[test]
fn a_list_has_one_entry_for_each_subschema() {
    let line = class([("count", Field::int().min_value(1).multiple_of(2)), ("item", Field::str())]);
    let order = class([
        ("code", Field::str().contains("a").contains("b").ascii()),
        ("lines", Field::list(instance_of(&line)).max_items(0)),
        ("scores", Field::dict(Field::str().max_length(1), Field::float().max_value(1))),
        ("password", Field::str().secret().min_length(8)),
        ("id", Field::int()),
    ]);
    let data = Dict::from([
        ("code", Value::from("é")),
        ("lines", vec![Value::from(Dict::from([("count", -1)]))].into()),
        ("scores", Dict::from([("a/é", 2.0)]).into()),
        ("password", "hunter2".into()),
        ("a/b", 1.into()),
        ("~", 1.into()),
    ]);
    let expected = [
        "/properties/code #/properties/code /code {'pattern': [\"must contain 'a'\", \"must contain 'b'\", 'must be ASCII']}",
        "/properties/lines #/properties/lines /lines {'maxItems': 'must have at most 0 items'}",
        "/properties/lines/items/properties/count #/properties/lines/items/properties/count /lines/0/count \
         {'minimum': 'must be at least 1', 'multipleOf': 'must be a multiple of 2'}",
        "/properties/lines/items #/properties/lines/items /lines/0 {'required': 'item: required'}",
        "/properties/scores/propertyNames #/properties/scores/propertyNames /scores/a~1é \
         {'maxLength': 'must have at most 1 character'}",
        "/properties/scores/additionalProperties #/properties/scores/additionalProperties /scores/a~1é \
         {'maximum': 'must be at most 1'}",
        "/properties/password #/properties/password /password {'minLength': 'must have at least 8 characters'}",
        " #  {'required': 'id: required', 'additionalProperties': [\"['a/b']: unknown field\", \"['~']: unknown field\"]}",
    ];
    listed(&order.validate(&data).unwrap_err(), &expected);
}

#[test]
fn what_has_no_keyword_is_listed_under_its_code() {
    let mut report = Report::new();
    report.push(Issue::new("matches").with_param("other", "a").at("again"));
    report.push(Issue::new("taken").with_message("is taken").at("é %\"").at("n/a"));
    report.push(Issue::check("is odd"));
    report.push(Issue::new("type").with_param("expected", "int").with_param("actual", "str"));
    report.push(Issue::new("missing").with_message("please give it").at("x"));
    let expected = [
        "/properties/again #/properties/again /again {'matches': \"must be equal to 'a'\"}",
        "/properties/n~1a/properties/é %\" #/properties/n~1a/properties/%C3%A9%20%25%22 /n~1a/é %\" {'taken': 'is taken'}",
        " #  {'check': 'is odd', 'type': 'expected int, got str', 'required': 'x: please give it'}",
    ];
    listed(&report.finish().unwrap_err(), &expected);
}
