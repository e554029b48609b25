use std::sync::Arc;

use crate::spec::{
    ClassRef, ClassSpec, DefaultSpec, FieldBody, FieldSpec, Flags, List, Literal, Options, Ref, Text, TypeSpec,
};
use crate::validate::rules::{Items, Keys, MinValue, MultipleOf, OneOf, Values};
use crate::validate::{StructCheck, Transform};
use crate::value::Dict;
use crate::{Field, Value};

fn class<const N: usize>(name: &str, fields: [(&str, Field); N]) -> ClassSpec {
    ClassSpec::define(name, fields).unwrap()
}

fn instance(class: &ClassSpec) -> Field {
    Field::of(TypeSpec::Class(ClassRef::Shared(Arc::new(class.clone()))))
}

/// The schema of a class without the name of the dialect.
fn schema_of(class: &ClassSpec) -> Dict {
    let mut schema = Dict::try_from(class.json_schema()).unwrap();
    assert_eq!(schema.remove("$schema"), Some(super::DIALECT.into()));
    schema
}

/// What the schema of a class says by a keyword, as Python prints it.
#[track_caller]
fn says(class: &ClassSpec, keyword: &str, expected: &str) {
    assert_eq!(schema_of(class).get(keyword).map(Value::to_string).as_deref(), Some(expected));
}

/// The schema of the value of a field.
#[track_caller]
fn field(field: Field, expected: &str) {
    says(&class("C", [("x", field)]), "properties", &format!("{{'x': {expected}}}"));
}

#[test]
fn keywords_stand_in_the_order_of_the_declaration() {
    let fields = [
        ("b", Field::str().min_length(1).pattern("^b").doc("The second.").default("b")),
        ("a", Field::int().kw_only()),
        ("c", Field::str().secret().kw_only().default("hidden")),
    ];
    let class = class("C", fields).with_doc(Text::new("Three."));
    assert_eq!(
        schema_of(&class).to_string(),
        "{'title': 'C', 'description': 'Three.', 'type': 'object', 'properties': {\
            'b': {'type': 'string', 'minLength': 1, 'pattern': '^b', 'description': 'The second.', 'default': 'b'}, \
            'a': {'type': 'integer'}, \
            'c': {'type': 'string', 'writeOnly': True}}, \
          'required': ['a'], 'additionalProperties': False}"
    );
    let empty: [(&str, Field); 0] = [];
    let empty = ClassSpec::define("E", empty).unwrap();
    let expected = "{'title': 'E', 'type': 'object', 'properties': {}, 'additionalProperties': False}";
    assert_eq!(schema_of(&empty).to_string(), expected);
}

#[test]
fn unknown_names_may_be_forbidden() {
    let made = FieldSpec::new(Text::new("made"), TypeSpec::Str)
        .with_flags(Flags::DEFAULT.without(Flags::INIT))
        .with_aliases(vec![Text::new("done")].into());
    let class = ClassSpec::new(Text::new("C"), vec![made].into());
    says(&class, "properties", "{}");
    assert!(!schema_of(&class).contains("additionalProperties"));

    let class = class.with_options(Options::DEFAULT.with(Options::FORBID_EXTRA));
    says(&class, "properties", "{'made': {'readOnly': True}, 'done': {'readOnly': True}}");
    says(&class, "additionalProperties", "False");
}

#[test]
fn data_give_init_vars_and_no_fields_without_init() {
    let made = FieldSpec::new(Text::new("made"), TypeSpec::Str).with_flags(Flags::DEFAULT.without(Flags::INIT));
    let given = FieldSpec::new(Text::new("given"), TypeSpec::Bool);
    let class = ClassSpec::new(Text::new("C"), vec![made].into()).with_init_vars(vec![given].into());
    says(&class, "properties", "{'given': {'type': 'boolean'}}");
    says(&class, "required", "['given']");
}

#[test]
fn what_may_be_left_out_is_not_required() {
    let fields = [
        ("any", Field::any()),
        ("option", Field::str().nullable()),
        ("needed", Field::str().nullable().nullable().required()),
        ("something", Field::any().required()),
        ("default", Field::str().default("")),
        ("factory", Field::list(Field::str()).default(Vec::<String>::new())),
        ("present", Field::str().nullable().default("a").required()),
    ];
    let class = class("C", fields.map(|(name, field)| (name, field.kw_only())));
    says(&class, "required", "['any', 'needed', 'something']");
    says(
        &class,
        "properties",
        "{'any': {}, 'option': {'anyOf': [{'type': 'string'}, {'type': 'null'}]}, 'needed': {'type': 'string'}, \
          'something': {'not': {'type': 'null'}}, 'default': {'type': 'string', 'default': ''}, \
          'factory': {'type': 'array', 'items': {'type': 'string'}}, 'present': {'type': 'string', 'default': 'a'}}",
    );
}

#[test]
fn any_of_its_names_is_enough() {
    let class = class(
        "C",
        [
            ("mail", Field::str().rename("e-mail").alias("email").alias("mail")),
            ("nick", Field::str().alias("name").default("")),
        ],
    );
    says(&class, "allOf", "[{'anyOf': [{'required': ['e-mail']}, {'required': ['email']}, {'required': ['mail']}]}]");
    let text = "{'type': 'string'}";
    let nick = "{'type': 'string', 'default': ''}";
    let alias = |schema: &str, key: &str| schema.replace('}', &format!(", 'x-alias-of': '{key}'}}"));
    let (mail, name) = (alias(text, "e-mail"), alias(nick, "nick"));
    let properties = format!("{{'e-mail': {text}, 'email': {mail}, 'mail': {mail}, 'nick': {nick}, 'name': {name}}}");
    says(&class, "properties", &properties);
    assert!(!schema_of(&class).contains("required"));
}

#[test]
fn a_field_is_needed_where_another_is_not_none() {
    let text = |default: Value| Field::str().nullable().default(default);
    let holder = || Field::str().nullable().alias("owner").required_with("card");
    let needs = |card: Field, holder: Field, expected: &str| {
        says(&class("C", [("card", card), ("holder", holder.kw_only())]), "allOf", &format!("[{expected}]"));
    };
    let given =
        |name: &str| format!("{{'required': ['{name}'], 'properties': {{'{name}': {{'not': {{'type': 'null'}}}}}}}}");
    let (card, either) = (given("card"), format!("{{'anyOf': [{}, {}]}}", given("holder"), given("owner")));
    needs(text(Value::None), holder(), &format!("{{'if': {card}, 'then': {either}}}"));

    // What data do not give may be there all the same.
    let not_null = "{'not': {'type': 'null'}}";
    let unless_null = format!("{{'properties': {{'holder': {not_null}, 'owner': {not_null}}}}}");
    needs(
        text("1".into()),
        holder().default("ann"),
        &format!("{{'if': {{'properties': {{'card': {not_null}}}}}, 'then': {unless_null}}}"),
    );

    // Descriptions that `define` would refuse.
    let described = |card: Field, holder: Field| {
        let fields = [card.build("card").unwrap(), holder.kw_only().build("holder").unwrap()];
        ClassSpec::new(Text::new("C"), fields.into_iter().collect())
    };
    let needs = |card: Field, expected: &str| says(&described(card, holder()), "allOf", &format!("[{expected}]"));
    needs(Field::str().default(""), &format!("{{'if': {{}}, 'then': {either}}}"));
    needs(Field::str(), &format!("{{'if': {{'required': ['card']}}, 'then': {either}}}"));

    let never_none = described(text(Value::None), Field::str().default("").required_with("card"));
    assert!(!schema_of(&never_none).contains("allOf"));
}

#[test]
fn fields_are_named_as_in_data() {
    fn is_new(_: &[&Value]) -> bool {
        true
    }

    let again = Field::str().matches("password");
    let class = class("C", [("password", Field::str().rename("pass-word")), ("again", again)]);
    says(
        &class,
        "properties",
        "{'pass-word': {'type': 'string'}, 'again': {'type': 'string', 'x-matches': 'pass-word'}}",
    );

    let named = StructCheck::new(["password", "again"], is_new);
    let unnamed = StructCheck::new(["again"], |_: &[&Value]| true);
    let class = class.checked(named).unwrap().checked(unnamed).unwrap();
    says(&class, "x-checks", "[{'name': 'is_new', 'fields': ['pass-word', 'again']}, {'fields': ['again']}]");
}

#[test]
fn none_obeys_all_rules_where_the_type_has_it() {
    let one = || [Literal::Int(1)];
    field(Field::int().nullable().one_of(one()), "{'anyOf': [{'type': 'integer', 'enum': [1]}, {'type': 'null'}]}");
    field(Field::any().one_of(one()), "{'anyOf': [{'enum': [1]}, {'type': 'null'}]}");
    field(Field::any().one_of(one()).required(), "{'enum': [1], 'not': {'type': 'null'}}");
    field(Field::any().nullable().min_length(1), "{'anyOf': [{'minLength': 1}, {'type': 'null'}]}");
    field(Field::any().nullable(), "{}");
    field(Field::any().nullable().required(), "{'not': {'type': 'null'}}");
    field(
        Field::list(Field::str().min_length(1).nullable()),
        "{'type': 'array', 'items': {'anyOf': [{'type': 'string', 'minLength': 1}, {'type': 'null'}]}}",
    );
}

#[test]
fn rules_look_into_anything() {
    let rules = || List::from(vec![MinValue::new(0.into()).into()]);
    field(Field::any().rule(Items::new(rules())), "{'items': {'minimum': 0}}");
    field(Field::any().rule(Keys::new(rules())), "{'propertyNames': {'minimum': 0}}");
    field(Field::any().rule(Values::new(rules())), "{'additionalProperties': {'minimum': 0}}");
}

#[test]
fn the_narrower_limit_wins() {
    let byte = || Field::of(TypeSpec::Int { min: 0, max: 255 });
    field(byte().min_value(0).max_value(255), "{'type': 'integer', 'minimum': 0, 'maximum': 255}");
    field(byte().min_value(1).max_value(9.5), "{'type': 'integer', 'minimum': 1, 'maximum': 9.5}");
    field(byte().exclusive_min(0), "{'type': 'integer', 'minimum': 0, 'maximum': 255, 'exclusiveMinimum': 0}");
    field(Field::of(TypeSpec::Int { min: 0, max: i128::MAX }), "{'type': 'integer', 'minimum': 0}");
}

#[test]
fn what_is_said_twice_is_asked_for_both_times() {
    field(
        Field::str().pattern("a").contains("b").not_contains("c"),
        r"{'type': 'string', 'pattern': 'a', 'allOf': [{'pattern': 'b'}], 'not': {'type': 'string', 'pattern': 'c'}}",
    );
    field(
        Field::int().multiple_of(2).multiple_of(3),
        "{'type': 'integer', 'multipleOf': 2, 'allOf': [{'multipleOf': 3}]}",
    );
}

#[test]
fn what_json_cannot_say_is_left_out() {
    field(Field::float().default(f64::NAN).metadata("a", Literal::Float(f64::NAN)), "{'type': 'number'}");
    field(Field::float().max_value(f64::INFINITY), "{'type': 'number'}");
    let rule = OneOf::new(vec![Literal::Float(f64::NAN), Literal::Float(0.5)].into());
    field(Field::float().rule(rule), "{'type': 'number', 'enum': [0.5]}");
    let never = FieldSpec::new(Text::new("x"), TypeSpec::Float)
        .with_default(DefaultSpec::factory(Text::new("now()")))
        .with_rules(vec![MultipleOf::new(0.into()).into()].into());
    says(&ClassSpec::new(Text::new("C"), vec![never].into()), "properties", "{'x': {'type': 'number'}}");
}

#[test]
fn rules_after_a_transform_are_no_rules_for_data() {
    field(
        Field::str().transform(Transform::Trim).transform(Transform::with(|value| value)).max_length(3).nullable(),
        "{'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-transform': ['trim', 'with'], \
          'x-transformed': {'anyOf': [{'type': 'string', 'maxLength': 3}, {'type': 'null'}]}}",
    );
}

#[test]
fn classes_are_defined_once_each_under_a_name_of_its_own() {
    let text = |module| class("A/~", [("x", Field::str())]).with_module(Text::new(module));
    let number = |module| class("A/~", [("x", Field::int())]).with_module(Text::new(module));
    let class = class(
        "C",
        [
            ("a", instance(&text("m"))),
            ("b", instance(&number("n"))),
            ("c", Field::list(instance(&number("")))),
            ("d", instance(&text("m"))),
            ("e", Field::of(TypeSpec::Class(ClassRef::Named(Text::new("Unknown"))))),
        ],
    );
    says(
        &class,
        "properties",
        "{'a': {'$ref': '#/$defs/A~1~0'}, 'b': {'$ref': '#/$defs/n::A~1~0'}, \
          'c': {'type': 'array', 'items': {'$ref': '#/$defs/A~1~02'}}, 'd': {'$ref': '#/$defs/A~1~0'}, \
          'e': {'type': 'object', 'title': 'Unknown'}}",
    );
    let defs = Dict::try_from(schema_of(&class).remove("$defs").unwrap()).unwrap();
    let names: Vec<String> = defs.iter().map(|(name, _)| name.to_string()).collect();
    assert_eq!(names, ["A/~", "n::A/~", "A/~2"]);
}

#[test]
fn classes_are_told_apart_by_what_lies_within() {
    let item = |field: Field| class("Item", [("x", field)]);
    let page = |field: Field| class("Page", [("items", Field::list(instance(&item(field))))]);
    let both = class("C", [("a", instance(&page(Field::int()))), ("b", instance(&page(Field::str())))]);
    says(&both, "properties", "{'a': {'$ref': '#/$defs/Page'}, 'b': {'$ref': '#/$defs/Page2'}}");
    assert_eq!(schema_of(&both).get("$defs").and_then(Value::as_dict).map(Dict::len), Some(4));
}

#[test]
fn a_class_may_contain_itself_and_lie_deep() {
    fn node() -> &'static ClassSpec {
        const NEXT: TypeSpec = TypeSpec::Option(Ref::new(&TypeSpec::Class(ClassRef::Static(node))));
        const FIELDS: &[FieldSpec] = &[FieldSpec::compiled("next", const { &FieldBody::new(NEXT) })];
        const NODE: &ClassSpec = &ClassSpec::new(Text::new("Nœud"), List::new(FIELDS));
        NODE
    }
    says(node(), "properties", "{'next': {'anyOf': [{'$ref': '#'}, {'type': 'null'}]}}");
    let list = class("List", [("first", Field::class(node()))]);
    says(&list, "properties", "{'first': {'$ref': '#/$defs/N%C5%93ud'}}");
    says(
        &list,
        "$defs",
        "{'Nœud': {'title': 'Nœud', 'type': 'object', 'properties': \
          {'next': {'anyOf': [{'$ref': '#/$defs/N%C5%93ud'}, {'type': 'null'}]}}}}",
    );

    let deep =
        (0..200).fold(class("C", [("x", Field::int())]), |inner, i| class(&format!("C{i}"), [("x", instance(&inner))]));
    assert_eq!(schema_of(&deep).get("$defs").and_then(Value::as_dict).map(Dict::len), Some(200));
}

#[test]
fn a_long_chain_of_bases_is_written_at_once() {
    let of = |bases: List<ClassRef>, i: usize| {
        ClassSpec::new(Text::from(format!("C{i}")), List::EMPTY).with_options(Options::DEFAULT).with_bases(bases)
    };
    let last = (1..300).fold(of(List::EMPTY, 0), |base, i| {
        let base = ClassRef::Shared(Arc::new(base));
        // Twice, as a class has it that derives from two classes of one base.
        of([base.clone(), base].into_iter().collect(), i)
    });
    let defs = schema_of(&last).get("$defs").and_then(Value::as_dict).map_or(0, Dict::len);
    assert_eq!(defs, 299);
}
