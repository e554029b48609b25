//! What tells breaking changes from compatible ones.

use metaclass::prelude::*;
use metaclass::spec::{ClassRef, ClassSpec, Group, Literal, Options, TypeSpec};
use metaclass::validate::{Format, StructCheck, Transform, Unit};

use crate::random::Random;

fn spec(fields: impl IntoIterator<Item = (&'static str, Field)>) -> ClassSpec {
    ClassSpec::define("C", fields).unwrap()
}

/// What is told of a class of one field, and that nothing is told of one that stays.
#[track_caller]
fn told(old: Field, new: Field, expected: &[&str]) {
    let (old, new) = (spec([("x", old)]), spec([("x", new)]));
    let lines = old.diff(&new).to_string();
    assert_eq!(lines.lines().collect::<Vec<_>>(), expected);
    assert!(old.diff(&old.clone()).is_empty() && new.diff(&new.clone()).is_empty());
}

#[test]
fn types_are_widened_narrowed_or_changed() {
    told(Field::int(), Field::int().nullable(), &["compatible: x: was int and is int | None"]);
    told(Field::int().nullable(), Field::int(), &["breaking: x: was int | None and is int"]);
    told(Field::int(), Field::str(), &["breaking: x: was int and is str"]);
    told(Field::int(), Field::float(), &["breaking: x: was int and is float"]);
    told(Field::str(), Field::any(), &["compatible: x: was str and is Any"]);
    let int = |min, max| Field::of(TypeSpec::Int { min, max });
    told(int(0, 9), int(0, 10), &["compatible: x: was int from 0 to 9 and is int from 0 to 10"]);
    told(int(0, 9), int(1, 10), &["breaking: x: was int from 0 to 9 and is int from 1 to 10"]);
    let list = |item| Field::list(item);
    told(list(int(0, 9)), list(Field::int()), &["compatible: x: was list[int from 0 to 9] and is list[int]"]);
    told(list(Field::int()), Field::set(Field::int()), &["breaking: x: was list[int] and is set[int]"]);
    let dict = |value| Field::dict(Field::str(), value);
    told(dict(Field::any()), dict(Field::int()), &["breaking: x: was dict[str, Any] and is dict[str, int]"]);
    let pair = |second| Field::tuple([Field::int(), second]);
    told(
        pair(Field::str()),
        pair(Field::str().nullable()),
        &["compatible: x: was tuple[int, str] and is tuple[int, str | None]"],
    );
}

#[test]
fn rules_are_tightened_loosened_or_changed() {
    let text = Field::str;
    told(text().max_length(9), text().max_length(5), &["breaking: x: `max_length` was 9 and is 5"]);
    told(text().max_length(5), text().max_length(9), &["compatible: x: `max_length` was 5 and is 9"]);
    told(text().min_length(1), text(), &["compatible: x: is not asked for `min_length` any more"]);
    told(text(), text().min_length(1), &["breaking: x: is asked for `min_length` now: 1"]);
    told(text(), text().ascii(), &["breaking: x: is asked for `ascii` now"]);
    let bytes = text().max_length(9).unit(Unit::Bytes);
    told(text().max_length(9), bytes, &["breaking: x: `max_length` was 9 and is 9"]);
    told(Field::int().min_value(3), Field::int().min_value(2.5), &["compatible: x: `min_value` was 3 and is 2.5"]);
    told(
        Field::int().exclusive_max(3),
        Field::int().exclusive_max(2),
        &["breaking: x: `exclusive_max` was 3 and is 2"],
    );
    told(Field::int().multiple_of(4), Field::int().multiple_of(2), &["breaking: x: `multiple_of` was 4 and is 2"]);
    let of = |allowed: &[&'static str]| {
        text().one_of(allowed.iter().map(|text| Literal::Str((*text).into())).collect::<Vec<_>>())
    };
    told(of(&["a"]), of(&["a", "b"]), &["compatible: x: `one_of` was ['a'] and is ['a', 'b']"]);
    told(of(&["a", "b"]), of(&["b"]), &["breaking: x: `one_of` was ['a', 'b'] and is ['b']"]);
    told(of(&["a"]), of(&["b"]), &["breaking: x: `one_of` was ['a'] and is ['b']"]);
    told(
        text().format(Format::Email),
        text().format(Format::Date),
        &["breaking: x: `format` was 'email' and is 'date'"],
    );
    let list = |item| Field::list(item);
    told(list(text().max_length(2)), list(text().max_length(3)), &["compatible: x: `items.max_length` was 2 and is 3"]);
    told(list(text()), list(text().max_length(3)), &["breaking: x: is asked for `items` now"]);
    let deep = |limit| list(list(text().min_length(limit)));
    told(deep(2), deep(3), &["breaking: x: `items.items.min_length` was 2 and is 3"]);
    // A message is no rule.
    told(text().min_length(1), text().min_length(1).message("too short"), &[]);
}

#[test]
fn names_defaults_and_switches_are_told() {
    let text = Field::str;
    told(text().rename("a"), text().rename("b"), &["breaking: x: was 'a' in data and is 'b'"]);
    let both = ["compatible: x: was 'a' in data and is 'b'"];
    told(text().rename("a"), text().rename("b").alias("a"), &both);
    told(text().alias("a"), text(), &["breaking: x: may not be called 'a' in data any more"]);
    told(text(), text().alias("a\u{202e}"), &[r"compatible: x: may be called 'a\u202e' in data"]);
    told(text(), text().default("a"), &["compatible: x: has the default 'a'"]);
    told(text().default("a"), text(), &["breaking: x: has no default any more"]);
    told(text().default("a"), text().default("b"), &["compatible: x: had the default 'a' and has 'b'"]);
    told(
        text().secret().default("a"),
        text().secret().default("b"),
        &["compatible: x: had the default *** and has ***"],
    );
    told(text(), text().kw_only(), &["breaking: x: is given by keyword only now"]);
    told(text().strict(), text(), &["compatible: x: is not read strictly now"]);
    let option = || Field::str().nullable();
    told(option(), option().present(), &["breaking: x: must be named by data now"]);
    told(option().present(), option(), &["compatible: x: may be left out now"]);
    told(text(), text().secret(), &["breaking: x: is secret now"]);
    told(text(), text().transform(Transform::Trim), &["breaking: x: is transformed in another way"]);
    told(text().doc("a"), text().doc("b"), &[]);
}

#[test]
fn fields_and_their_order_are_told() {
    let diff = |old: &[&'static str], new: &[&'static str]| {
        let of = |names: &[&'static str]| spec(names.iter().map(|name| (*name, Field::any())).collect::<Vec<_>>());
        of(old).diff(&of(new)).to_string()
    };
    assert_eq!(diff(&["a", "b"], &["a"]), "breaking: b: is gone");
    assert_eq!(diff(&["a"], &["a", "b"]), "breaking: b: is new and required");
    let order = "breaking: takes its positional arguments in another order";
    assert_eq!(diff(&["a", "b"], &["b", "a"]), order);
    assert_eq!(diff(&["a"], &["b", "a"]), format!("breaking: b: is new and required\n{order}"));
    let (old, new) = (spec([("a", Field::any())]), spec([("a", Field::any()), ("b", Field::any().default(1))]));
    assert_eq!(old.diff(&new).to_string(), "compatible: b: is new, with the default 1");
    let code = |change: &metaclass::Change| (change.path().to_string(), change.code(), change.is_breaking());
    assert_eq!(old.diff(&new).changes().iter().map(code).collect::<Vec<_>>(), [("b".to_owned(), "field_added", false)]);
}

#[test]
fn what_concerns_the_class_is_told() -> Result<(), Error> {
    let fields =
        || [("a", Field::int().nullable().default(Value::None)), ("b", Field::int().nullable().default(Value::None))];
    let plain = spec(fields());
    let frozen = plain.clone().with_options(plain.options() | Options::FROZEN | Options::ORDER);
    assert_eq!(plain.diff(&frozen).to_string(), "compatible: has an order now\nbreaking: is frozen now");
    assert_eq!(frozen.diff(&plain).to_string(), "breaking: has no order now\ncompatible: is not frozen now");
    let grouped = plain.clone().grouped(Group::exactly_one(["a", "b"]))?;
    assert_eq!(plain.diff(&grouped).to_string(), "breaking: has the exactly_one(a, b) now");
    assert_eq!(grouped.diff(&plain).to_string(), "compatible: has no exactly_one(a, b) any more");
    let checked = plain.clone().checked(StructCheck::new(["a"], |_: &[&Value]| true))?;
    assert!(plain.diff(&checked).is_breaking() && !checked.diff(&plain).is_breaking());

    let base = Class::builder("Base").field("id", Field::int()).build()?;
    let derived = Class::builder("C").base(&base).build()?;
    let flat = Class::builder("C").field("id", Field::int()).build()?;
    assert_eq!(derived.diff(&flat).to_string(), "breaking: does not derive from 'Base' any more");
    assert_eq!(flat.diff(&derived).to_string(), "compatible: derives from 'Base' now");
    Ok(())
}

#[test]
fn classes_within_are_told_by_their_path() {
    let line = |limit: i64| {
        let spec = ClassSpec::define("Line", [("count", Field::int().max_value(limit))]).unwrap();
        Field::of(TypeSpec::Class(ClassRef::Shared(spec.into())))
    };
    let order = |limit| spec([("lines", Field::list(line(limit))), ("best", line(limit).nullable())]);
    let diff = order(9).diff(&order(5));
    assert_eq!(
        diff.to_string(),
        "breaking: lines.count: `max_value` was 9 and is 5\nbreaking: best.count: `max_value` was 9 and is 5"
    );
    let deep = (0..2_000)
        .fold(spec([]), |inner, _| spec([("next", Field::of(TypeSpec::Class(ClassRef::Shared(inner.into()))))]));
    assert!(deep.diff(&deep.clone()).is_empty());
}

/// A field with a type and rules that random values obey now and then.
fn field(random: &mut Random) -> Field {
    let limit = |random: &mut Random| i64::try_from(random.below(6)).unwrap();
    let field = match random.below(5) {
        0 => {
            let field = if random.below(2) == 0 { Field::int() } else { Field::of(TypeSpec::Int { min: -1, max: 7 }) };
            let field = if random.below(2) == 0 { field.min_value(limit(random) - 2) } else { field };
            if random.below(2) == 0 { field.max_value(limit(random) + 3) } else { field }
        }
        1 => {
            let field = if random.below(2) == 0 { Field::str().max_length(1 + random.below(3)) } else { Field::str() };
            if random.below(3) == 0 {
                field.one_of(
                    ["a", "ab"]
                        .iter()
                        .take(1 + random.below(2))
                        .map(|text| Literal::Str((*text).into()))
                        .collect::<Vec<_>>(),
                )
            } else {
                field
            }
        }
        2 => Field::list(Field::int().max_value(limit(random))).max_items(random.below(3)),
        3 => Field::any(),
        _ => Field::bool(),
    };
    let field = if random.below(3) == 0 { field.nullable() } else { field };
    if random.below(3) == 0 { field.nullable().default(Value::None) } else { field }
}

fn value(random: &mut Random) -> Value {
    match random.below(5) {
        0 => Value::None,
        1 => i64::try_from(random.below(10)).map_or(Value::None, |int| (int - 2).into()),
        2 => random.pick(&["", "a", "ab", "abc"]).into(),
        3 => (0..random.below(4)).map(|_| i64::try_from(random.below(7)).unwrap()).collect::<Vec<_>>().into(),
        _ => (random.below(2) == 0).into(),
    }
}

/// The meaning of "compatible": every instance that obeys its rules migrates.
#[test]
fn instances_survive_every_compatible_change() {
    let mut random = Random(11);
    let (mut migrated, mut compatible, mut refused) = (0, 0, 0);
    for _ in 0..3_000 {
        let mut class = || {
            let names = ["a", "b", "c"].into_iter().take(1 + random.below(3));
            make_dataclass("C", names.map(|name| (name, field(&mut random))).collect::<Vec<_>>()).kw_only(true).build()
        };
        let (Ok(old), Ok(new)) = (class(), class()) else { continue };
        let is_breaking = old.diff(&new).is_breaking();
        compatible += usize::from(!is_breaking);
        for _ in 0..8 {
            let args = old
                .field_names()
                .into_iter()
                .fold(Args::new(), |args, name| args.with_keyword(name.to_owned(), value(&mut random)));
            let Ok(instance) = old.instantiate(args) else { continue };
            let data = old.field_names().into_iter().map(|name| (name, instance.get_own(name).cloned().unwrap()));
            if old.spec().validate(&data.collect()).is_err() {
                continue;
            }
            match instance.migrate(&new) {
                Ok(_) => migrated += 1,
                Err(error) if !is_breaking => panic!("{old:?} {}: {error}\n{}", instance, old.diff(&new)),
                Err(_) => refused += 1,
            }
        }
    }
    assert!(migrated > 200 && compatible > 50 && refused > 200, "{migrated} {compatible} {refused}");
}
