//! Instances that become those of another class.

use metaclass::builtins;
use metaclass::prelude::*;
use metaclass::spec::Group;

fn class(fields: impl IntoIterator<Item = (&'static str, Field)>) -> Class {
    make_dataclass("User", fields).build().unwrap()
}

/// What is said of an instance that does not fit: place, code and text.
#[track_caller]
fn faults(instance: &Instance, class: &Class) -> Vec<(String, String, String)> {
    let error = instance.migrate(class).unwrap_err();
    let fault =
        |issue: &metaclass::validate::Issue| (issue.path().to_string(), issue.code().to_owned(), issue.message());
    error.issues().iter().map(fault).collect()
}

#[test]
fn every_field_that_does_not_fit_is_reported_and_nothing_is_done() -> Result<(), Error> {
    let old = class([
        ("name", Field::str()),
        ("age", Field::int()),
        ("tags", Field::list(Field::str())),
        ("gone", Field::int()),
    ]);
    let new = class([
        ("name", Field::str().max_length(3)),
        ("age", Field::str()),
        ("tags", Field::list(Field::str().min_length(1))),
        ("email", Field::str()),
    ]);
    let ann = old.instantiate(args!("Anna", 40, vec!["a", ""], 1))?;
    let expected = [
        ("name", "max_length", "must have at most 3 characters"),
        ("age", "type", "expected str, got int"),
        ("tags[1]", "min_length", "must have at least 1 character"),
        ("email", "missing", "required"),
    ];
    let expected = expected.map(|(path, code, text)| (path.to_owned(), code.to_owned(), text.to_owned()));
    assert_eq!(faults(&ann, &new), expected);
    assert_eq!(ann.to_string(), "User(name='Anna', age=40, tags=['a', ''], gone=1)");
    assert_eq!(ann.class(), &old);
    Ok(())
}

#[test]
fn defaults_fill_what_is_new_and_what_is_gone_is_left_behind() -> Result<(), Error> {
    let old = class([("name", Field::str()), ("gone", Field::int())]);
    let new = class([
        ("name", Field::str()),
        ("active", Field::bool().default(true)),
        ("tags", Field::list(Field::str()).default_factory(|| Ok(vec!["new"]))),
        ("size", Field::int().default(3).init(false)),
    ]);
    let ann = old.instantiate(args!("Ann", 1))?;
    assert_eq!(ann.migrate(&new)?.to_string(), "User(name='Ann', active=True, tags=['new'], size=3)");
    // Back again, what was left behind is missing.
    assert_eq!(faults(&ann.migrate(&new)?, &old), [("gone".to_owned(), "missing".to_owned(), "required".to_owned())]);
    Ok(())
}

#[test]
fn a_field_that_was_renamed_is_found_by_what_it_was_called() -> Result<(), Error> {
    let old = class([("mail", Field::str().rename("e-mail")), ("size", Field::int()), ("tag", Field::str())]);
    let new = class([
        ("email", Field::str().rename("e-mail")),
        ("length", Field::int().alias("size")),
        ("label", Field::str().alias("tag").default("none")),
    ]);
    let migrated = old.instantiate(args!("a@b.org", 3, "x"))?.migrate(&new)?;
    assert_eq!(migrated.to_string(), "User(email='a@b.org', length=3, label='x')");
    Ok(())
}

#[test]
fn old_instances_stay_valid_on_the_old_class() -> Result<(), Error> {
    let registry = Registry::new();
    let old = Class::builder("User").field("id", Field::int()).method("shown", |this| this.get("id")).build()?;
    registry.register(&old)?;
    let mut user = registry.get("__main__.User").unwrap().instantiate(args!(1))?;

    let new = Class::builder("User").field("id", Field::int().min_value(10)).method("shown", |_| Ok("new")).build()?;
    assert_eq!(registry.diff(&new).unwrap().to_string(), "breaking: id: is asked for `min_value` now: 10");
    assert_eq!(registry.replace(&new), Some(old.clone()));
    assert!(user.is_instance_of(&old) && !user.is_instance_of(&new));
    user.set("id", 2)?;
    assert_eq!(user.call("shown", args!())?, 2.into());
    assert!(user.migrate(&new).is_err());
    user.set("id", 12)?;
    let migrated = user.migrate(&registry.get("__main__.User").unwrap())?;
    assert_eq!((migrated.call("shown", args!())?, migrated.class()), ("new".into(), &new));
    Ok(())
}

#[test]
fn the_constructor_has_the_last_word() -> Result<(), Error> {
    let old = class([("low", Field::int()), ("high", Field::int())]);
    let new = Class::builder("Range")
        .field("low", Field::int())
        .field("high", Field::int())
        .method_mut("__post_init__", |this| match this.get_as::<i64>("low")? <= this.get_as("high")? {
            true => Ok(()),
            false => Err(Error::value_error("low is above high")),
        })
        .dataclass(DataclassOptions::new().frozen(true))
        .build()?;
    assert_eq!(old.instantiate(args!(1, 2))?.migrate(&new)?.to_string(), "Range(low=1, high=2)");
    let error = old.instantiate(args!(2, 1))?.migrate(&new).unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: low is above high");

    let asking = make_dataclass("User", [("low", Field::int()), ("by", Field::int().init_var())]).build()?;
    let error = old.instantiate(args!(2, 1))?.migrate(&asking).unwrap_err();
    assert!(error.to_string().ends_with("missing 1 required positional argument: 'by'"), "{error}");

    let grouped = class([
        ("low", Field::int().nullable().default(Value::None)),
        ("other", Field::int().nullable().default(Value::None)),
    ]);
    let one = make_dataclass(
        "User",
        grouped
            .spec()
            .fields()
            .iter()
            .map(|field| (field.name().to_owned(), Field::int().nullable().default(Value::None))),
    )
    .group(Group::exactly_one(["low", "other"]))
    .build()?;
    assert!(old.instantiate(args!(2, 1))?.migrate(&one).is_ok());
    assert!(grouped.instantiate(args!())?.migrate(&one).is_err());
    Ok(())
}

#[test]
fn attributes_beside_the_fields_come_along_where_there_is_room() -> Result<(), Error> {
    let old = class([("x", Field::int())]);
    let mut instance = old.instantiate(args!(1))?;
    instance.set("note", "kept")?;
    instance.set("y", 2)?;
    let open = class([("x", Field::int()), ("y", Field::int().default(0))]);
    assert_eq!(instance.migrate(&open)?.vars().to_string(), "{'x': 1, 'y': 2, 'note': 'kept'}");
    let closed = make_dataclass("User", [("x", Field::int())]).slots(true).build()?;
    assert_eq!(instance.migrate(&closed)?.vars().to_string(), "{'x': 1}");
    Ok(())
}

#[test]
fn secrets_come_along_and_are_not_told() -> Result<(), Error> {
    let old = class([("pin", Field::str().secret())]);
    let ann = old.instantiate(args!("1234"))?;
    let new = class([("pin", Field::str().secret().max_length(4))]);
    assert_eq!(ann.migrate(&new)?.get_own("pin"), Some(&"1234".into()));
    let error = ann
        .migrate(&class([("pin", Field::str().secret().one_of([metaclass::spec::Literal::Str("0".into())]))]))
        .unwrap_err();
    assert!(!format!("{error:?}{error:#}").contains("1234"), "{error:?}");
    Ok(())
}

#[derive(Dataclass, Clone)]
struct Point {
    #[field(max_value = 9)]
    x: i64,
    #[field(default = 7)]
    y: i64,
}

#[test]
fn compiled_classes_and_named_tuples_take_part() -> Result<(), Error> {
    let made = class([("x", Field::int())]);
    let point = Point::from_instance(made.instantiate(args!(3))?.migrate(Point::class())?)?;
    assert_eq!((point.x, point.y), (3, 7));
    assert!(made.instantiate(args!(10))?.migrate(Point::class()).is_err());
    assert_eq!(point.to_instance()?.migrate(&made)?.to_string(), "User(x=3)");

    let pair = namedtuple("Pair", "x y").build()?;
    let pair = Instance::try_from(pair.call(args!(5, 6))?)?;
    assert_eq!(Point::from_instance(pair.migrate(Point::class())?)?, Point!(5, y = 6));
    let triple = namedtuple("Triple", "x y z").defaults([0]).build()?;
    assert_eq!(pair.migrate(&triple)?.to_string(), "Triple(x=5, y=6, z=0)");
    assert!(pair.migrate(builtins::object()).is_ok());
    Ok(())
}

/// An order of lines, and the classes of both.
fn order(line: &Class) -> Class {
    let lines = Field::list(Field::class(line));
    let named = Field::dict(Field::str(), Field::class(line)).default_factory(|| Ok(metaclass::value::Dict::new()));
    make_dataclass(
        "Order",
        [("lines", lines), ("named", named), ("best", Field::class(line).nullable().default(Value::None))],
    )
    .build()
    .unwrap()
}

#[test]
fn instances_within_are_migrated_too() -> Result<(), Error> {
    let line = make_dataclass("Line", [("count", Field::int())]).build()?;
    let fields = [("count", Field::int().max_value(9)), ("unit", Field::str().default("kg"))];
    let newer = make_dataclass("Line", fields).build()?;
    let (old, new) = (order(&line), order(&newer));
    let of = |count: i64| line.instantiate(args!(count)).map(Value::from);
    let named = metaclass::value::Dict::from([("a", of(4)?)]);
    let whole = old.instantiate(args!(vec![of(1)?, of(2)?], named, best = of(3)?))?.migrate(&new)?;
    assert_eq!(
        whole.to_string(),
        "Order(lines=[Line(count=1, unit='kg'), Line(count=2, unit='kg')], named={'a': Line(count=4, unit='kg')}, \
         best=Line(count=3, unit='kg'))"
    );
    let wrong = old.instantiate(args!(vec![of(1)?, of(20)?], best = of(30)?))?;
    let expected = [("lines[1].count", "must be at most 9"), ("best.count", "must be at most 9")]
        .map(|(path, text)| (path.to_owned(), "max_value".to_owned(), text.to_owned()));
    assert_eq!(faults(&wrong, &new), expected);
    assert!(old.diff(&new).is_breaking());
    Ok(())
}

#[test]
fn a_long_chain_is_a_fault() -> Result<(), Error> {
    let node = |class: Option<&Class>| {
        let next = class.map_or(Field::any(), Field::class).nullable().default(Value::None);
        make_dataclass("Node", [("next", next)]).build().unwrap()
    };
    let (mut old, mut new) = (node(None), node(None));
    let mut chain = old.instantiate(args!())?;
    for _ in 0..1_000 {
        (old, new) = (node(Some(&old)), node(Some(&new)));
        chain = old.instantiate(args!(chain))?;
    }
    assert!(chain.migrate(&new).is_err());
    Ok(())
}
