//! Classes that derive from `int`, `str`, `tuple` and the like: their instances are such values.

use metaclass::builtins;
use metaclass::prelude::*;
use metaclass::value::{Dict, Set, Tuple};

use super::refused;

fn derived(base: &Class) -> Class {
    Class::builder("My").base(base).build().unwrap()
}

fn made(base: &Class, args: Args) -> Value {
    derived(base).call(args).unwrap()
}

fn tuple(items: impl IntoIterator<Item = i64>) -> Value {
    items.into_iter().collect::<Tuple>().into()
}

#[test]
fn an_instance_is_what_the_built_in_class_makes_of_the_arguments() -> Result<(), Error> {
    let expected = [
        (made(builtins::int(), args!()), "0"),
        (made(builtins::int(), args!(" -1_000 ")), "-1000"),
        (made(builtins::int(), args!(2.9)), "2"),
        (made(builtins::int(), args!("ff", 16)), "255"),
        (made(builtins::float(), args!("1.5")), "1.5"),
        (made(builtins::float(), args!(2)), "2.0"),
        (made(builtins::str(), args!(1.5)), "'1.5'"),
        (made(builtins::bytes(), args!([1, 2])), r"b'\x01\x02'"),
        (made(builtins::list(), args!("ab")), "['a', 'b']"),
        (made(builtins::tuple(), args!([1, 2])), "(1, 2)"),
        (made(builtins::set(), args!([1, 1])), "My({1})"),
        (made(builtins::set(), args!()), "My()"),
        (made(builtins::dict(), args!(Dict::from([("a", 1)]), b = 2)), "{'a': 1, 'b': 2}"),
        (made(builtins::dict(), args!([tuple([1, 2])])), "{1: 2}"),
    ];
    for (value, text) in expected {
        assert_eq!((value.repr().to_string(), value.type_name()), (text.to_owned(), "My"));
    }
    // The classes themselves are called in the same way.
    assert_eq!(builtins::int().call(args!("7"))?, 7.into());
    assert_eq!(builtins::list().call(args!(tuple([1])))?, vec![1].into());
    assert_eq!(builtins::int().call(args!(made(builtins::int(), args!(3))))?.type_name(), "int");
    Ok(())
}

#[test]
fn methods_take_what_those_of_python_take() -> Result<(), Error> {
    let items = tuple([1, 2, 1]);
    let call = |name, args| items.call_method(name, args);
    assert_eq!((call("index", args!(1, 1))?, call("count", args!(1))?), (2.into(), 2.into()));
    refused(call("index", args!()), "TypeError: index expected at least 1 argument, got 0");
    refused(call("index", args!(1, 2, 3, 4)), "TypeError: index expected at most 3 arguments, got 4");
    refused(call("index", args!(1, x = 1)), "TypeError: tuple.index() takes no keyword arguments");
    refused(call("count", args!()), "TypeError: tuple.count() takes exactly one argument (0 given)");
    refused(call("__contains__", args!(1, 2)), "TypeError: expected 1 argument, got 2");
    refused(call("__contains__", args!(key = 2)), "TypeError: wrapper __contains__() takes no keyword arguments");
    let mut list = Value::from(vec![1]);
    let mut call = |name, args| list.call_method_mut(name, args);
    refused(call("append", args!(1, 2)), "TypeError: list.append() takes exactly one argument (2 given)");
    refused(call("insert", args!(1)), "TypeError: insert expected 2 arguments, got 1");
    refused(call("pop", args!(0, 1)), "TypeError: pop expected at most 1 argument, got 2");
    refused(call("clear", args!(0)), "TypeError: list.clear() takes no arguments (1 given)");
    refused(call("__setitem__", args!(0)), "TypeError: expected 2 arguments, got 1");
    let plain = Value::from(Class::builder("C").build()?.instantiate(args!())?);
    refused(plain.call_method("__eq__", args!()), "TypeError: expected 1 argument, got 0");
    Ok(())
}

#[test]
fn what_cannot_be_converted_is_refused_as_in_python() {
    let int = |args| derived(builtins::int()).call(args);
    refused(int(args!("abc")), "ValueError: invalid literal for int() with base 10: 'abc'");
    refused(int(args!(f64::NAN)), "ValueError: cannot convert float NaN to integer");
    refused(int(args!(f64::INFINITY)), "OverflowError: cannot convert float infinity to integer");
    refused(int(args!(1e300)), "OverflowError: int too large: it has at most 128 bits");
    refused(
        int(args!([1])),
        "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'",
    );
    refused(int(args!("1", 37)), "ValueError: int() base must be >= 2 and <= 36, or 0");
    refused(int(args!(1, 16)), "TypeError: int() can't convert non-string with explicit base");
    refused(int(args!(1, 2, 3)), "TypeError: int() takes at most 2 arguments (3 given)");
    refused(int(args!(x = 1)), "TypeError: int() takes no keyword arguments");
    let call = |base: &Class, args| derived(base).call(args);
    refused(call(builtins::float(), args!("x")), "ValueError: could not convert string to float: 'x'");
    refused(call(builtins::float(), args!(1, 2)), "TypeError: float expected at most 1 argument, got 2");
    refused(call(builtins::bytes(), args!("a")), "TypeError: string argument without an encoding");
    refused(call(builtins::bytes(), args!([256])), "ValueError: bytes must be in range(0, 256)");
    refused(call(builtins::bytes(), args!(i64::MAX)), "MemoryError");
    refused(call(builtins::tuple(), args!(1)), "TypeError: 'int' object is not iterable");
    refused(call(builtins::set(), args!([[1]])), "TypeError: unhashable type: 'list'");
    refused(
        call(builtins::dict(), args!([[1]])),
        "ValueError: dictionary update sequence element #0 has length 1; 2 is required",
    );
    refused(
        call(builtins::dict(), args!([1])),
        "TypeError: cannot convert dictionary update sequence element #0 to a sequence",
    );
}

#[test]
fn operators_work_on_the_value() -> Result<(), Error> {
    let class = derived(builtins::int());
    let (three, four) = (class.call(args!(3))?, class.call(args!(4))?);
    assert_eq!(three.add(&four)?.to_string(), "7");
    assert_eq!(three.add(&four)?.type_name(), "int");
    assert_eq!((three.mul(&2.5.into())?, Value::from(10).sub(&three)?), (7.5.into(), 7.into()));
    assert_eq!((three.neg()?, three.invert()?, four.abs()?), ((-3).into(), (-4).into(), 4.into()));
    assert!(three < four && three == Value::from(3) && Value::from(3.0) == three && three > Value::from(2));
    assert_eq!(three.total_cmp(&four), std::cmp::Ordering::Less);
    assert!(!class.call(args!(0))?.is_truthy() && three.is_truthy());
    assert_eq!(three.format("03d")?, "003");
    refused(three.add(&"a".into()), "TypeError: unsupported operand type(s) for +: 'My' and 'str'");
    refused(three.compare(&"a".into()), "TypeError: '<' not supported between instances of 'My' and 'str'");

    let text = made(builtins::str(), args!("abc"));
    assert_eq!((text.to_string(), text.len()?, text.get_item(&1.into())?), ("abc".into(), 3, "b".into()));
    assert_eq!((text.add(&"d".into())?, Value::from("z").add(&text)?), ("abcd".into(), "zabc".into()));
    assert_eq!((text.mul(&2.into())?, text.slice(1, (), ())?), ("abcabc".into(), "bc".into()));
    assert!(text.contains(&"bc".into())? && text < Value::from("abd"));
    refused(text.add(&1.into()), "TypeError: can only concatenate str (not \"int\") to str");

    let list = made(builtins::list(), args!([3, 1, 2]));
    assert_eq!((list.sorted()?, list.reversed()?, list.max()?), (vec![1, 2, 3].into(), vec![2, 1, 3].into(), 3.into()));
    assert_eq!((list.clone(), Value::from(vec![0]).add(&list)?), (vec![3, 1, 2].into(), vec![0, 3, 1, 2].into()));
    assert_ne!(list, tuple([3, 1, 2]));
    let dict = made(builtins::dict(), args!(a = 1));
    assert_eq!(dict.bit_or(&Dict::from([("b", 2)]).into())?.to_string(), "{'a': 1, 'b': 2}");
    refused(dict.compare(&dict), "TypeError: '<' not supported between instances of 'My' and 'My'");
    Ok(())
}

#[test]
fn keys_are_found_by_the_value() -> Result<(), Error> {
    let mut set = Set::new();
    for value in [made(builtins::str(), args!("a")), "a".into(), made(builtins::tuple(), args!([1])), tuple([1])] {
        set.insert(value)?;
    }
    assert_eq!(set.len(), 2);
    let mut dict = Dict::new();
    dict.insert(made(builtins::str(), args!("a")), 1)?;
    assert_eq!((dict.get("a"), dict.get_key(&Value::from("b").hash_key()?)), (Some(&1.into()), None));
    assert_eq!(made(builtins::int(), args!(5)).call_method("__hash__", args!())?, 5.into());
    refused(made(builtins::list(), args!()).hash_key(), "TypeError: unhashable type: 'My'");
    refused(made(builtins::tuple(), args!([[1]])).hash_key(), "TypeError: unhashable type: 'list'");
    let equal = Class::builder("Equal").base(builtins::int()).method_with("__eq__", ["other"], |_, _| Ok(true));
    refused(equal.build()?.call(args!(1))?.hash_key(), "TypeError: unhashable type: 'Equal'");
    Ok(())
}

#[test]
fn a_class_overrides_what_it_likes() -> Result<(), Error> {
    let tag = Class::builder("Tag")
        .base(builtins::str())
        .method("__repr__", |this| Ok(format!("Tag({})", this.super_call("__repr__", args!())?)))
        .method("__len__", |_| Ok(99))
        .method_with("__add__", ["other"], |this, args| {
            let (other,): (&Value,) = args.get()?;
            this.class().call(args!(this.super_call("__add__", args!(other.clone()))?))
        })
        .build()?;
    let value = tag.call(args!("a"))?;
    assert_eq!((value.repr().to_string(), value.to_string(), value.len()?), ("Tag('a')".into(), "a".into(), 99));
    assert_eq!(value.add(&"b".into())?.repr().to_string(), "Tag('ab')");

    let default = Class::builder("Default")
        .base(builtins::dict())
        .method_with("__missing__", ["key"], |_, args| Ok(format!("no {}", args.get::<(&Value,)>()?.0)))
        .build()?;
    let value = default.call(args!(a = 1))?;
    assert_eq!((value.get_item(&"a".into())?, value.get_item(&"b".into())?), (1.into(), "no b".into()));

    // The built-in class comes before one that is named behind it.
    let loud = Class::builder("Loud").method("__repr__", |_| Ok("loud")).method("shout", |_| Ok("!")).build()?;
    let first = Class::builder("First").bases([builtins::int(), &loud]).build()?.call(args!(1))?;
    let last = Class::builder("Last").bases([&loud, builtins::int()]).build()?.call(args!(1))?;
    assert_eq!((first.repr().to_string(), last.repr().to_string()), ("1".into(), "loud".into()));
    assert_eq!(first.call_method("shout", args!())?, "!".into());
    Ok(())
}

#[test]
fn the_side_that_knows_more_is_asked_first() -> Result<(), Error> {
    let angle = Class::builder("Angle")
        .base(builtins::int())
        .method_with("__radd__", ["other"], |_, args| Ok(format!("{} + angle", args.get::<(&Value,)>()?.0)))
        .method_with("__gt__", ["other"], |_, _| Ok(Value::NotImplemented))
        .build()?
        .call(args!(5))?;
    assert_eq!(Value::from(1).add(&angle)?, "1 + angle".into());
    assert_eq!(angle.add(&1.into())?, 6.into());
    assert!(Value::from(1) < angle && angle > Value::from(4));

    let shy = Class::builder("Shy")
        .method_with("__add__", ["other"], |_, _| Ok(Value::NotImplemented))
        .method_with("__eq__", ["other"], |_, _| Ok(Value::NotImplemented))
        .method_with("__lt__", ["other"], |_, _| Ok(Value::NotImplemented))
        .build()?
        .call(args!())?;
    refused(shy.add(&1.into()), "TypeError: unsupported operand type(s) for +: 'Shy' and 'int'");
    refused(shy.compare(&1.into()), "TypeError: '<' not supported between instances of 'Shy' and 'int'");
    assert!(shy == shy.clone() && shy != Value::from(1));
    assert_eq!(Value::NotImplemented.to_string(), "NotImplemented");
    Ok(())
}

#[test]
fn lists_sets_and_dicts_are_filled_by_init_and_changed_in_place() -> Result<(), Error> {
    let stack = Class::builder("Stack")
        .base(builtins::list())
        .init_with(["size"], |this, args| {
            let size = args.get::<(i64,)>()?.0;
            this.set("size", size)?;
            this.super_call_mut("__init__", args!(vec![0; usize::try_from(size).unwrap()])).map(drop)
        })
        .method_mut_with("push", ["item"], |this, args| {
            let (item,): (&Value,) = args.get()?;
            this.call_mut("append", args!(item.clone()))
        })
        .build()?;
    let mut value = stack.call(args!(2))?;
    let before = value.clone();
    value.call_method_mut("push", args!("x"))?;
    value.set_item(&0.into(), 9)?;
    assert_eq!((value.to_string(), before.to_string()), ("[9, 0, 'x']".into(), "[0, 0]".into()));
    assert_eq!(value.get_attr("size")?, 2.into());
    assert_eq!(value.call_method_mut("pop", args!())?, "x".into());
    value.push("y")?;
    assert_eq!(value.call_method_mut("pop", args!())?, "y".into());
    refused(Value::from(1).push(2), "AttributeError: 'int' object has no attribute 'append'");
    value.del_item(&0.into())?;
    assert_eq!(value, vec![0].into());
    refused(value.call_method_mut("pop", args!(5)), "IndexError: pop index out of range");
    refused(
        value.call_method("append", args!(1)),
        "TypeError: list.append() changes its 'Stack' object: call 'append' with `call_mut`",
    );

    let shared = Shared::new(derived(builtins::set()).instantiate(args!([1]))?);
    shared.call("add", args!(2))?;
    assert!(Value::from(shared.clone()).contains(&2.into())?);
    assert_eq!(shared.to_string(), "My({1, 2})");
    let mut dict = made(builtins::dict(), args!());
    dict.call_method_mut("update", args!(b = 2, a = 1))?;
    assert_eq!(dict.call_method("keys", args!())?.to_string(), "['b', 'a']");
    assert_eq!(dict.call_method_mut("pop", args!("z", 0))?, 0.into());
    refused(dict.call_method_mut("pop", args!("z")), "KeyError: 'z'");
    Ok(())
}

#[test]
fn rust_reads_the_value() -> Result<(), Error> {
    let port = made(builtins::int(), args!(8080));
    assert_eq!((u16::try_from(port.clone())?, port.as_int()), (8080, Some(8080)));
    let name = made(builtins::str(), args!("Ann"));
    assert_eq!((name.as_str(), String::try_from(name.clone())?), (Some("Ann"), "Ann".to_owned()));
    let user = Class::builder("User").field("name", Field::str().min_length(4)).field("port", Field::int()).build()?;
    let made = user.instantiate(args!(name.clone(), port))?;
    assert_eq!((made.get_as::<&str>("name")?, made.get_as::<i64>("port")?), ("Ann", 8080));
    refused(user.instantiate(args!(1, 1)), "TypeError: name: expected str, got int");
    Ok(())
}

#[test]
fn instances_have_attributes_and_places_beside_the_value() -> Result<(), Error> {
    let price = Class::builder("Price").base(builtins::float()).attr("currency", "EUR").build()?;
    let mut value = price.instantiate(args!(3))?;
    value.set("currency", "USD")?;
    assert_eq!((value.get("currency")?, value.vars().to_string()), ("USD".into(), "{'currency': 'USD'}".into()));
    assert_eq!(value.clone(), value);
    let point = Class::builder("Point").field("x", Field::int()).build()?;
    let both = Class::builder("Both")
        .bases([&point, builtins::list()])
        .init(|this| this.set("x", 7))
        .build()?
        .instantiate(args!())?;
    assert_eq!((both.get("x")?, both.payload()), (7.into(), Some(&Vec::<i64>::new().into())));
    assert_eq!(both.vars().to_string(), "{'x': 7}");
    refused(
        Class::builder("C").base(builtins::tuple()).slots(["x"]).build(),
        "TypeError: nonempty __slots__ not supported for subtype of 'tuple'",
    );
    let slots = Class::builder("C").base(builtins::str()).slots(["x"]).build()?;
    let mut value = slots.instantiate(args!("a"))?;
    value.set("x", 1)?;
    assert_eq!((value.get("x")?, value.to_string()), (1.into(), "a".into()));
    refused(
        value.set("y", 1),
        "AttributeError: 'C' object has no attribute 'y' and no __dict__ for setting new attributes",
    );
    Ok(())
}

#[test]
fn only_one_base_says_what_an_instance_is() -> Result<(), Error> {
    let conflict = "TypeError: multiple bases have instance lay-out conflict";
    let class = |bases: &[&Class]| Class::new("C", bases.iter().copied(), []);
    refused(class(&[builtins::int(), builtins::str()]), conflict);
    refused(class(&[&derived(builtins::list()), builtins::exception()]), conflict);
    refused(class(&[builtins::dict(), builtins::type_()]), conflict);
    let (a, b) = (derived(builtins::int()), derived(builtins::int()));
    assert_eq!(class(&[&a, &b])?.call(args!(3))?, 3.into());
    refused(class(&[builtins::bool()]), "TypeError: type 'bool' is not an acceptable base type");
    refused(class(&[builtins::function()]), "TypeError: type 'function' is not an acceptable base type");
    let plain = class(&[])?;
    refused(
        plain.set_bases([builtins::int()]),
        "TypeError: __bases__ assignment: 'int' object layout differs from 'object'",
    );
    refused(a.set_bases([builtins::str()]), "TypeError: __bases__ assignment: 'str' object layout differs from 'int'");
    a.set_bases([&b])?;
    assert!(a.call(args!(1))?.is_instance_of(&b));
    Ok(())
}

#[test]
fn isinstance_and_methods_follow_the_order() -> Result<(), Error> {
    let value = made(builtins::int(), args!(3));
    assert!(value.is_instance_of(builtins::int()) && !value.is_instance_of(builtins::str()));
    assert_eq!(format!("{:?}", derived(builtins::int()).mro()), "[My, int, object]");
    assert!(value.has_attr("__add__")? && !value.has_attr("__len__")?);
    assert_eq!(value.call_method("__add__", args!(1))?, 4.into());
    assert_eq!(Value::from(3).call_method("__rsub__", args!(1))?, (-2).into());
    assert_eq!(Value::from(3).call_method("__add__", args!(1.5))?, Value::NotImplemented);
    assert_eq!(builtins::tuple().call_method("count", args!(tuple([1, 2, 1]), 1))?, 2.into());
    refused(
        builtins::int().call_method("__neg__", args!("a")),
        "TypeError: descriptor '__neg__' requires a 'int' object but received a 'str'",
    );
    refused(builtins::int().set("x", 1), "TypeError: cannot set 'x' attribute of immutable type 'int'");
    Ok(())
}

#[test]
fn values_within_values_do_not_overflow_the_stack() {
    let class = derived(builtins::tuple());
    let nested = |class: &Class| (0..20_000).fold(Value::from(1), |inner, _| class.call(args!([inner])).unwrap());
    let (a, b) = (nested(&class), nested(&class));
    assert!(a.hash_key().is_ok());
    // Beyond the limit of recursion, as in Python.
    assert_ne!(a, b);
    assert!(!a.to_string().is_empty());
    drop((a, b));
}
