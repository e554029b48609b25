use super::*;
use crate::Field;
use crate::spec::{self, ClassRef, FieldBody, Literal};
use crate::value::Tuple;

fn class(fields: impl IntoIterator<Item = FieldSpec>) -> ClassSpec {
    let options = Options::DEFAULT.with(Options::FORBID_EXTRA);
    ClassSpec::new(Text::new("C"), fields.into_iter().collect()).with_options(options)
}

#[track_caller]
fn faults(class: &ClassSpec, data: Dict, expected: &[&str]) {
    let found = class.validate(&data).map_err(|error| error.issues().iter().map(ToString::to_string).collect());
    let expected: Result<(), Vec<String>> = match expected {
        [] => Ok(()),
        faults => Err(faults.iter().map(|fault| (*fault).to_owned()).collect()),
    };
    assert_eq!(found, expected);
}

#[test]
fn every_fault_is_told_in_the_order_of_the_declaration() {
    let address = class([Field::str().min_length(1).build("street").unwrap(), Field::str().build("zip").unwrap()]);
    let user = class([
        Field::str().min_length(3).lowercase().build("name").unwrap(),
        Field::int().min_value(0).build("age").unwrap(),
        Field::list(Field::str().max_length(2)).max_items(2).unique_items().build("tags").unwrap(),
        Field::dict(Field::str().ascii(), Field::float().finite()).build("scores").unwrap(),
        Field::of(TypeSpec::Class(ClassRef::Shared(address.into()))).build("address").unwrap(),
        Field::str().build("missing").unwrap(),
    ]);
    let data = Dict::from([
        ("unknown", Value::None),
        ("address", Dict::from([("street", "")]).into()),
        ("scores", Dict::from([("é", f64::NAN), ("b", 1.0)]).into()),
        ("tags", vec!["abc", "x", "abc"].into()),
        ("age", "old".into()),
        ("name", "AL".into()),
    ]);
    let expected = [
        "name: must have at least 3 characters",
        "name: must be lowercase",
        "age: expected int, got str",
        "tags: must have at most 2 items",
        "tags: must not have the same item twice",
        "tags[0]: must have at most 2 characters",
        "tags[2]: must have at most 2 characters",
        "scores['é']: must be ASCII",
        "scores['é']: must be finite",
        "address.street: must have at least 1 character",
        "address.zip: required",
        "missing: required",
        "unknown: unknown field",
    ];
    faults(&user, data, &expected);
}

#[test]
fn types_are_told_apart() {
    let one = |field: Field| class([field.build("x").unwrap()]);
    let x = |value: Value| Dict::from([("x", value)]);
    faults(&one(Field::int()), x(true.into()), &["x: expected int, got bool"]);
    faults(&one(Field::float()), x(1.into()), &["x: expected float, got int"]);
    faults(&one(Field::bool()), x(0.into()), &["x: expected bool, got int"]);
    faults(&one(Field::str()), x(Value::None), &["x: expected str, got NoneType"]);
    faults(&one(Field::str().nullable()), x(Value::None), &[]);
    faults(&one(Field::str().nullable()), x(1.into()), &["x: expected str, got int"]);
    faults(&one(Field::any()), x(Value::None), &[]);
    faults(&one(Field::bytes()), x("a".into()), &["x: expected bytes, got str"]);
    let byte = Field::of(TypeSpec::Int { min: 0, max: 255 });
    faults(&one(byte), x(256.into()), &["x: expected int from 0 to 255, got 256"]);
    let pair = Field::tuple([Field::int(), Field::str()]);
    faults(&one(pair.clone()), x(vec![1].into()), &["x: expected tuple[int, str], got list"]);
    faults(&one(pair), x(Tuple::from(vec!["a".into(), "b".into()]).into()), &["x[0]: expected int, got str"]);
}

#[test]
fn names_in_data_are_those_of_the_data() {
    let class = class([
        Field::str().rename("e-mail").alias("mail").min_length(3).build("email").unwrap(),
        Field::int().default(1).build("count").unwrap(),
    ]);
    faults(&class, Dict::from([("mail", "abc")]), &[]);
    faults(&class, Dict::from([("e-mail", "a")]), &["e-mail: must have at least 3 characters"]);
    faults(&class, Dict::from([("email", "abc")]), &["e-mail: required", "email: unknown field"]);
    faults(&class, Dict::from([("mail", "abc"), ("e-mail", "abc")]), &["e-mail: duplicate field"]);
}

#[test]
fn a_message_of_its_own_wins() {
    let rule = Field::str().min_length(3).message("too short").ascii();
    faults(&class([rule.build("x").unwrap()]), Dict::from([("x", "é")]), &["x: too short", "x: must be ASCII"]);
    let any = Field::any().one_of([Literal::Int(1), Literal::None]);
    faults(&class([any.build("x").unwrap()]), Dict::from([("x", 2)]), &["x: must be one of [1, None]"]);
}

#[test]
fn data_of_a_class_that_refers_to_itself_may_be_nested_so_deep_only() {
    const NEXT: &FieldBody = &FieldBody::new(TypeSpec::Class(ClassRef::Static(spec)));
    const FIELDS: &[FieldSpec] = &[FieldSpec::compiled("next", NEXT)];
    static SPEC: ClassSpec = ClassSpec::new(Text::new("Node"), spec::List::new(FIELDS));
    fn spec() -> &'static ClassSpec {
        &SPEC
    }
    let data = (0..10_000).fold(Dict::new(), |inner, _| Dict::from([("next", inner)]));
    let error = SPEC.validate(&data).unwrap_err();
    assert_eq!(error.issues().iter().map(Issue::code).collect::<Vec<_>>(), ["depth"]);
}
