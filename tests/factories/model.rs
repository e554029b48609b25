//! `Model`, `Record`, and what every class with fields tells: `describe`, `primary_key`, `field_names`, `validate`.

use metaclass::prelude::*;
use metaclass::spec::Group;
use metaclass::validate::StructCheck;

use crate::classes::refused;

fn user() -> Class {
    let fields = [
        ("id", Field::int().primary_key()),
        ("active", Field::bool().default(true)),
        ("name", Field::str().max_length(5).doc("What to call her.")),
    ];
    Model::builder("User", fields).doc("A customer.").build().unwrap()
}

#[test]
fn a_required_field_may_follow_one_with_a_default() {
    let user = user();
    assert_eq!(user.signature().to_string(), "(id: int, name: str, active: bool = True)");
    assert_eq!(user.signature(), user.spec().signature());
    assert_eq!(user.field_names(), ["id", "active", "name"]);
    assert_eq!(user.instantiate(args!(1, "Ann")).unwrap().to_string(), "User(id=1, active=True, name='Ann')");
}

#[test]
fn the_constructor_checks_types_and_validate_the_rules() {
    let user = user();
    refused(user.instantiate(args!(1, 2)), "TypeError: name: expected str, got int");
    refused(user.instantiate(args!()), {
        "TypeError: User.__init__() missing 2 required positional arguments: 'id' and 'name'"
    });
    let anne = user.instantiate(args!(1, "Anne-Marie")).unwrap();
    let error = anne.validate().unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: name: must have at most 5 characters");
    assert!(user.instantiate(args!(1, "Ann")).unwrap().validate().is_ok());
}

#[test]
fn instances_within_an_instance_are_validated() {
    let user = user();
    let fields = [("owner", Field::class(&user)), ("others", Field::list(Field::class(&user)))];
    let group = Model::define("Group", fields).unwrap();
    let bad = || user.instantiate(args!(1, "Anne-Marie")).unwrap();
    let all = vec![user.instantiate(args!(2, "Bob")).unwrap(), bad()];
    let error = group.instantiate(args!(bad(), Value::from(all))).unwrap().validate().unwrap_err();
    let texts: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    let text = "must have at most 5 characters";
    assert_eq!(texts, [format!("owner.name: {text}"), format!("others[1].name: {text}")]);
    let shared = Shared::new(bad());
    let error = group.instantiate(args!(shared, Vec::<Value>::new())).unwrap().validate().unwrap_err();
    assert_eq!(error.issues().len(), 1);
    refused(group.instantiate(args!(1, Vec::<Value>::new())), "TypeError: owner: expected User, got int");
}

#[test]
fn a_cycle_of_shared_instances_ends() {
    let node = Model::define("Node", [("next", Field::any())]).unwrap();
    let a = Shared::new(node.instantiate(args!(Value::None)).unwrap());
    a.set("next", a.clone()).unwrap();
    let error = a.to_instance().unwrap().validate().unwrap_err();
    assert_eq!(error.issues()[0].code(), "depth");
    a.set("next", Value::None).unwrap();
}

#[test]
fn checks_and_groups_are_those_of_the_description() {
    let fields =
        || [("low", Field::int()), ("high", Field::int()), ("note", Field::str().nullable().default(Value::None))];
    let ordered = |values: &[&Value]| values.is_sorted_by_key(|value| value.as_int());
    let class = Model::builder("Range", fields()).check(StructCheck::new(["low", "high"], ordered)).build().unwrap();
    let error = class.instantiate(args!(2, 1)).unwrap().validate().unwrap_err();
    assert_eq!(error.issues()[0].code(), "check");
    let both = Group::requires(["note", "nothing"]);
    let text = refused_text(Model::builder("Range", fields()).group(both).build());
    assert!(text.contains("'nothing'"), "{text}");
}

fn refused_text(made: Result<Class, Error>) -> String {
    made.map(|class| class.to_string()).unwrap_err().to_string()
}

#[test]
fn a_class_tells_what_there_is_to_know() {
    let text = "\
class __main__.User(id: int, name: str, active: bool = True)
    A customer.
    id: int
        primary key
    active: bool = True
    name: str
        What to call her.
        max_length: must have at most 5 characters
mro: User, object
";
    assert_eq!(user().describe(), text);
    assert_eq!(Class::builder("C").build().unwrap().describe(), "class __main__.C()\nmro: C, object\n");
}

#[test]
fn a_record_keeps_the_types_of_its_fields() {
    let record = Record::define("User", [("name", Field::str()), ("age", Field::int())]).unwrap();
    let mut alice = record.instantiate(args!("Alice", age = 30)).unwrap();
    refused(alice.set("age", "old"), "TypeError: age: expected int, got str");
    refused(record.instantiate(args!("Alice", "old")), "TypeError: age: expected int, got str");
    alice.set("age", 31).unwrap();
    assert_eq!(alice.to_string(), "User(name='Alice', age=31)");
    refused(Record::define("R", [("a b", Field::int())]), "TypeError: Field names must be valid identifiers: 'a b'");
}
