//! `namedtuple("Point", "x y").build()`: what `collections.namedtuple` and `typing.NamedTuple` make.

use metaclass::prelude::*;
use metaclass::value::{Dict, Tuple};
use metaclass::{Function, builtins};

use crate::classes::refused;

fn point() -> Class {
    namedtuple("Point", "x, y").build().unwrap()
}

fn tuple(items: impl IntoIterator<Item = i64>) -> Value {
    items.into_iter().collect::<Tuple>().into()
}

#[test]
fn the_class_is_what_python_makes() -> Result<(), Error> {
    let point = namedtuple("Point", ["x", "y"]).defaults([20]).module("geo").build()?;
    assert_eq!(format!("{:?}", point.mro()), "[Point, tuple, object]");
    assert_eq!((point.module(), point.doc()), ("geo", Some("Point(x, y)")));
    assert_eq!(point.to_string(), "<class 'geo.Point'>");
    assert_eq!(point.get("_fields")?.to_string(), "('x', 'y')");
    assert_eq!(point.get("__match_args__")?.to_string(), "('x', 'y')");
    assert_eq!(point.get("_field_defaults")?.to_string(), "{'y': 20}");
    assert_eq!(point.get("__slots__")?.to_string(), "()");
    assert_eq!(point.get("x")?.to_string(), "_tuplegetter(0, 'Alias for field number 0')");
    assert_eq!(point.spec().signature().to_string(), "(x: Any, y: Any = 20)");
    assert_eq!(namedtuple("Empty", "").build()?.call(args!())?.to_string(), "Empty()");
    assert_eq!(namedtuple("One", "x").doc("One.").build()?.doc(), Some("One."));
    let of_value = namedtuple("P", Value::from(Dict::from([("a", 1), ("b", 2)]))).build()?;
    assert_eq!(of_value.get("_fields")?.to_string(), "('a', 'b')");
    Ok(())
}

#[test]
fn an_instance_is_a_tuple_with_names() -> Result<(), Error> {
    let point = point();
    let p = point.call(args!(11, y = 22))?;
    assert_eq!((p.get_attr("x")?, p.get_item(&(-1).into())?, p.len()?), (11.into(), 22.into(), 2));
    assert_eq!((p.repr().to_string(), p.to_string()), ("Point(x=11, y=22)".into(), "Point(x=11, y=22)".into()));
    assert_eq!((p.slice(1, (), ())?, p.add(&tuple([3]))?), (tuple([22]), tuple([11, 22, 3])));
    assert_eq!((p.clone(), tuple([11, 22])), (tuple([11, 22]), p.clone()));
    assert_eq!(p.hash_key()?, tuple([11, 22]).hash_key()?);
    assert!(p < tuple([11, 23]) && p.contains(&22.into())? && p.is_instance_of(builtins::tuple()));
    assert_eq!(p.iterate()?.collect::<Vec<_>>(), [11.into(), 22.into()]);
    assert_eq!(args!(*&p).get::<(i64, i64)>()?, (11, 22));
    assert_eq!(<(i64, i64) as metaclass::FieldType>::from_value(p.clone())?, (11, 22));
    assert_eq!(p.call_method("count", args!(22))?, 1.into());
    assert_eq!(p.call_method("index", args!(22))?, 1.into());
    refused(p.get_item(&2.into()), "IndexError: tuple index out of range");
    refused(p.get_attr("z"), "AttributeError: 'Point' object has no attribute 'z'");
    let mut p = p;
    refused(p.set_attr("x", 1), "AttributeError: can't set attribute");
    refused(p.delete_attr("x"), "AttributeError: can't delete attribute");
    refused(
        p.set_attr("z", 1),
        "AttributeError: 'Point' object has no attribute 'z' and no __dict__ for setting new attributes",
    );
    refused(p.set_item(&0.into(), 1), "TypeError: 'Point' object does not support item assignment");
    Ok(())
}

#[test]
fn methods_have_pythons_names() -> Result<(), Error> {
    let point = point();
    let p = point.call_method("_make", args!([1, 2]))?;
    assert_eq!(p.call_method("_asdict", args!())?.to_string(), "{'x': 1, 'y': 2}");
    assert_eq!(p.call_method("_replace", args!(y = 5))?.to_string(), "Point(x=1, y=5)");
    assert_eq!(p.call_method("__replace__", args!())?, p);
    assert_eq!(p.call_method("__getnewargs__", args!())?.type_name(), "tuple");
    assert_eq!(point.call_method("_make", args!(iterable = "ab"))?.to_string(), "Point(x='a', y='b')");
    refused(point.call_method("_make", args!([1])), "TypeError: Expected 2 arguments, got 1");
    refused(point.call_method("_make", args!(1)), "TypeError: 'int' object is not iterable");
    refused(
        point.call_method("_make", args!()),
        "TypeError: Point._make() missing 1 required positional argument: 'iterable'",
    );
    refused(p.call_method("_replace", args!(z = 1, w = 2)), "TypeError: Got unexpected field names: ['z', 'w']");
    refused(
        p.call_method("_replace", args!(1)),
        "TypeError: Point._replace() takes 1 positional argument but 2 were given",
    );
    Ok(())
}

#[test]
fn methods_are_named_by_the_class_that_has_them() -> Result<(), Error> {
    let sub = Class::builder("Sub").base(&point()).build()?;
    let value = Value::from(sub.instantiate(args!(1, 2))?);
    assert_eq!(value.get_attr("_asdict")?.to_string(), "<bound method Point._asdict of Sub(x=1, y=2)>");
    assert_eq!(sub.get("_make")?.to_string(), "<bound method Point._make of <class '__main__.Sub'>>");
    let error = value.call_method("_asdict", args!(1)).unwrap_err();
    assert_eq!(error.to_string(), "Point._asdict() takes 1 positional argument but 2 were given");
    Ok(())
}

#[test]
fn the_first_of_several_makes_the_instance() -> Result<(), Error> {
    let wide = namedtuple("Wide", "a b c").build()?;
    let both = Class::builder("Both").bases([&point(), &wide]).build()?;
    assert_eq!(both.instantiate(args!(1, 2))?.to_string(), "Both(x=1, y=2)");
    refused(both.instantiate(args!(1)), "TypeError: Point.__new__() missing 1 required positional argument: 'y'");
    Ok(())
}

#[test]
fn arguments_are_bound_as_in_python() -> Result<(), Error> {
    let point = namedtuple("Point", "x y").defaults([20]).build()?;
    assert_eq!(point.call(args!(1))?.to_string(), "Point(x=1, y=20)");
    refused(point.call(args!()), "TypeError: Point.__new__() missing 1 required positional argument: 'x'");
    refused(
        point.call(args!(1, 2, 3)),
        "TypeError: Point.__new__() takes from 2 to 3 positional arguments but 4 were given",
    );
    refused(point.call(args!(1, z = 2)), "TypeError: Point.__new__() got an unexpected keyword argument 'z'");
    refused(point.call(args!(1, x = 2)), "TypeError: Point.__new__() got multiple values for argument 'x'");
    Ok(())
}

#[test]
fn names_are_refused_in_the_words_of_python() -> Result<(), Error> {
    let fields = |names: &str| namedtuple("Row", names).build();
    refused(fields("a 1b _c"), "ValueError: Type names and field names must be valid identifiers: '1b'");
    refused(fields("a class"), "ValueError: Type names and field names cannot be a keyword: 'class'");
    refused(fields("a _b"), "ValueError: Field names cannot start with an underscore: '_b'");
    refused(fields("a b a"), "ValueError: Encountered duplicate field name: 'a'");
    refused(namedtuple("a b", "x").build(), "ValueError: Type names and field names must be valid identifiers: 'a b'");
    refused(namedtuple("Row", Value::from(5)).build(), "TypeError: 'int' object is not iterable");
    refused(namedtuple("Row", "a").defaults([1, 2]).build(), "TypeError: Got more default values than field names");
    let renamed = namedtuple("Row", "a 1b class a _x").rename(true).build()?;
    assert_eq!(renamed.get("_fields")?.to_string(), "('a', '_1', '_2', '_3', '_4')");
    refused(
        namedtuple("if", "x").rename(true).build(),
        "ValueError: Type names and field names cannot be a keyword: 'if'",
    );
    Ok(())
}

#[test]
fn typed_fields_are_checked() -> Result<(), Error> {
    let user = namedtuple("User", [("name", Field::str().min_length(2)), ("age", Field::int().default(0))]).build()?;
    assert_eq!(user.spec().signature().to_string(), "(name: str, age: int = 0)");
    let ann = user.call(args!("Ann"))?;
    assert_eq!(ann.to_string(), "User(name='Ann', age=0)");
    refused(user.call(args!("Ann", "x")), "TypeError: User.__new__.age: expected int, got str");
    refused(user.call(args!("A")), "ValueError: User.__new__.name: must have at least 2 characters");
    refused(user.call_method("_make", args!(["Ann", "x"])), "TypeError: User._make.age: expected int, got str");
    refused(ann.call_method("_replace", args!(age = "x")), "TypeError: User._make.age: expected int, got str");
    refused(
        namedtuple("P", [("a", Field::int().default(1)), ("b", Field::int())]).build(),
        "TypeError: Non-default namedtuple field b cannot follow default field a",
    );
    refused(
        namedtuple("P", [("a", Field::any())]).attr("_make", 1).build(),
        "AttributeError: Cannot overwrite NamedTuple attribute _make",
    );
    Ok(())
}

#[test]
fn classes_derive_from_it() -> Result<(), Error> {
    let hypot = Function::method("hypot", |this| {
        this.get("x")?.mul(&this.get("x")?)?.add(&this.get("y")?.mul(&this.get("y")?)?)
    });
    let point = namedtuple("Point", "x y").attr("hypot", hypot).build()?;
    let sub = Class::builder("Sub")
        .base(&point)
        .new(|step| {
            let (x,): (i64,) = step.args().get()?;
            *step.args_mut() = args!(x, x + 1);
            step.next()
        })
        .method("__repr__", |this| Ok(format!("<{}>", this.super_call("__repr__", args!())?)))
        .build()?;
    let mut s = sub.call(args!(3))?;
    assert_eq!((s.to_string(), s.call_method("hypot", args!())?), ("<Sub(x=3, y=4)>".into(), 25.into()));
    s.set_attr("label", "corner")?;
    assert_eq!(s.vars()?.to_string(), "{'label': 'corner'}");
    assert_eq!(s.call_method("_replace", args!(x = 9))?.to_string(), "<Sub(x=9, y=4)>");
    assert_eq!(sub.spec().fields().len(), 2);
    assert!(s == tuple([3, 4]) && s.is_instance_of(&point));
    refused(
        Class::builder("C").base(&point).slots(["z"]).build(),
        "TypeError: nonempty __slots__ not supported for subtype of 'Point'",
    );
    Ok(())
}

#[test]
fn it_is_a_sequence_in_data() -> Result<(), Error> {
    let p = point().call(args!(1, ["a"]))?;
    assert_eq!(serde_json::to_string(&p).unwrap(), r#"[1,["a"]]"#);
    assert!(point().spec().json_schema().to_string().contains("prefixItems"));
    Ok(())
}
