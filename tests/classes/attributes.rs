//! Attributes of classes: own, inherited, of the metaclass.

use metaclass::builtins;
use metaclass::prelude::*;

use super::refused;

#[test]
fn inherited_attributes_are_found_in_the_order_of_the_mro() -> Result<(), Error> {
    let a = Class::builder("A").attr("x", "A").attr("y", "A").build()?;
    let b = Class::builder("B").base(&a).attr("x", "B").build()?;
    let c = Class::builder("C").base(&a).attr("x", "C").attr("y", "C").build()?;
    let d = Class::builder("D").bases([&b, &c]).build()?;
    assert_eq!((d.get("x")?, d.get("y")?), ("B".into(), "C".into()));
    let instance = d.instantiate(args!())?;
    assert_eq!((instance.get("x")?, instance.get("y")?), ("B".into(), "C".into()));
    assert_eq!(format!("{:?}", d.mro()), "[D, B, C, A, object]");
    assert_eq!(d.attribute_names(), ["x", "y"]);
    Ok(())
}

#[test]
fn what_is_missing_is_told_in_pythons_words() -> Result<(), Error> {
    let class = Class::builder("C").build()?;
    refused(class.get("zz"), "AttributeError: type object 'C' has no attribute 'zz'");
    refused(class.delete("zz"), "AttributeError: type object 'C' has no attribute 'zz'");
    refused(class.call_method("zz", args!()), "AttributeError: type object 'C' has no attribute 'zz'");
    refused(class.instantiate(args!())?.get("zz"), "AttributeError: 'C' object has no attribute 'zz'");
    refused(Value::from(1).get_attr("zz"), "AttributeError: 'int' object has no attribute 'zz'");
    assert!(!class.has("zz")?);
    Ok(())
}

#[test]
fn every_class_and_every_object_has_some() -> Result<(), Error> {
    let base = Class::builder("Base").build()?;
    let class =
        Class::builder("Inner").base(&base).qualname("Outer.Inner").module("shop").doc("What it is.").build()?;
    let texts = ["__name__", "__qualname__", "__module__", "__doc__", "__bases__", "__mro__", "__class__"]
        .map(|name| class.get(name).map(|value| value.to_string()));
    let texts: Vec<String> = texts.into_iter().collect::<Result<_, _>>()?;
    assert_eq!(texts[..4], ["Inner", "Outer.Inner", "shop", "What it is."]);
    assert_eq!(texts[4], "(<class '__main__.Base'>,)");
    assert_eq!(texts[5], "(<class 'shop.Outer.Inner'>, <class '__main__.Base'>, <class 'object'>)");
    assert_eq!(texts[6], "<class 'type'>");
    let instance = class.instantiate(args!())?;
    assert_eq!(instance.get("__class__")?, Value::from(&class));
    assert_eq!(instance.to_string(), "<shop.Outer.Inner object>");
    Ok(())
}

#[test]
fn any_text_is_a_name() -> Result<(), Error> {
    for name in ["", "not an identifier", "class", "a.b", "\u{202e}x"] {
        let class = Class::new(name, [], [("x", 1.into())])?;
        assert_eq!(class.name(), name);
        refused(class.instantiate(args!(1)), &format!("TypeError: {name}() takes no arguments"));
    }
    Ok(())
}

#[test]
fn classes_are_told_apart_by_identity() -> Result<(), Error> {
    let make = |i: i64| Class::new("Gen", [], [("i", i.into())]);
    let (a, b) = (make(0)?, make(1)?);
    assert_ne!(a, b);
    assert!(!a.instantiate(args!())?.is_instance_of(&b));
    assert_ne!(Value::from(&a).hash_key()?, Value::from(&b).hash_key()?);
    assert_eq!((a.get("i")?, b.get("i")?), (0.into(), 1.into()));
    Ok(())
}

#[test]
fn built_in_classes_are_those_of_values() -> Result<(), Error> {
    let class = Class::builder("C").method("m", |_| Ok(())).build()?;
    let instance = class.instantiate(args!())?;
    let values: [(Value, &str); 13] = [
        (Value::None, "NoneType"),
        (true.into(), "bool"),
        (1.into(), "int"),
        (i128::MAX.into(), "int"),
        (1.5.into(), "float"),
        ("a".into(), "str"),
        (vec![1].into(), "list"),
        (metaclass::value::Dict::new().into(), "dict"),
        (Value::from(&class), "type"),
        (class.get("m")?, "function"),
        (instance.get("m")?, "method"),
        (class.downgrade().into(), "weakref"),
        (instance.into(), "C"),
    ];
    for (value, name) in values {
        assert_eq!((value.class().name(), value.type_name()), (name, name));
        assert!(builtins::object().has_instance(&value)?);
    }
    assert!(builtins::int().has_instance(&true.into())? && !builtins::bool().has_instance(&1.into())?);
    assert!(Value::from(builtins::object()).is_instance_of(builtins::type_()));
    Ok(())
}

#[test]
fn built_in_classes_do_not_change() {
    let int = builtins::int();
    refused(int.set("x", 1), "TypeError: cannot set 'x' attribute of immutable type 'int'");
    refused(int.delete("x"), "TypeError: cannot delete 'x' attribute of immutable type 'int'");
    refused(
        builtins::object().set_bases([int]),
        "TypeError: cannot set '__bases__' attribute of immutable type 'object'",
    );
    refused(Class::new("C", [builtins::bool()], []), "TypeError: type 'bool' is not an acceptable base type");
    refused(builtins::function().call(args!()), "TypeError: cannot create 'function' instances");
    refused(builtins::object().instantiate(args!(1)), "TypeError: object() takes no arguments");
}

#[test]
fn type_is_called_as_in_python() -> Result<(), Error> {
    let type_ = builtins::type_();
    assert_eq!(type_.call(args!(1))?, Value::from(builtins::int()));
    let no_bases = metaclass::value::Tuple::new();
    let attrs = metaclass::value::Dict::from([("x", 1)]);
    let class = Class::try_from(type_.call(args!("A", no_bases.clone(), attrs.clone()))?)?;
    assert_eq!((class.get("x")?, class.to_string()), (1.into(), "<class '__main__.A'>".into()));
    refused(type_.call(args!()), "TypeError: type() takes 1 or 3 arguments");
    refused(type_.call(args!("A", no_bases.clone())), "TypeError: type() takes 1 or 3 arguments");
    let list = vec![Value::from(builtins::object())];
    refused(
        type_.call(args!("A", list, attrs.clone())),
        "TypeError: type.__new__() argument 2 must be tuple, not list",
    );
    refused(type_.call(args!(1, no_bases, attrs)), "TypeError: type.__new__() argument 1 must be str, not int");
    Ok(())
}

#[test]
fn a_value_that_is_no_instance_takes_no_attributes() {
    let mut one = Value::from(1);
    let text = "AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes";
    refused(one.set_attr("x", 1), text);
    refused(one.delete_attr("x"), text);
    refused(one.set_attr("__repr__", 1), "AttributeError: 'int' object attribute '__repr__' is read-only");
    refused(one.delete_attr("__hash__"), "AttributeError: 'int' object attribute '__hash__' is read-only");
    let point = namedtuple("Point", "x y").build().unwrap();
    let mut point = Value::from(point.instantiate(args!(1, 2)).unwrap());
    let bare = Class::builder("Bare").slots(Vec::<&str>::new()).build().unwrap().instantiate(args!()).unwrap();
    for value in [one, point.clone(), bare.into()] {
        let text = format!("AttributeError: '{}' object has no attribute '__dict__'", value.type_name());
        refused(value.get_attr("__dict__"), &text);
        refused(value.vars(), "TypeError: vars() argument must have __dict__ attribute");
    }
    refused(point.set_attr("index", 1), "AttributeError: 'Point' object attribute 'index' is read-only");
    refused(point.delete_attr("__hash__"), "AttributeError: 'Point' object attribute '__hash__' is read-only");
}

#[test]
fn classes_are_called_and_instances_hashed_by_name_too() -> Result<(), Error> {
    let class = Class::builder("C").field("x", Field::int()).build()?;
    assert_eq!(class.call_method("__call__", args!(3))?.get_attr("x")?, 3.into());
    assert!(class.has("__call__")? && class.has("__hash__")?);
    refused(
        class.call_method("__call__", args!()),
        "TypeError: C.__init__() missing 1 required positional argument: 'x'",
    );
    let (a, b) = (Value::from(class.instantiate(args!(1))?), Value::from(class.instantiate(args!(1))?));
    let hash = |value: &Value| value.call_method("__hash__", args!());
    assert_eq!(hash(&a)?, hash(&a.clone())?);
    assert_ne!(hash(&a)?, hash(&b)?);
    let equal = Class::builder("E").method_with("__eq__", ["other"], |_, _| Ok(true)).build()?;
    refused(hash(&equal.instantiate(args!())?.into()), "TypeError: 'NoneType' object is not callable");
    Ok(())
}

#[test]
fn what_everything_has_cannot_be_set() -> Result<(), Error> {
    let class = Class::builder("C").build()?;
    let mut instance = class.instantiate(args!())?;
    for name in ["__class__", "__dict__"] {
        refused(instance.set(name, 1), &format!("AttributeError: attribute '{name}' of 'C' objects is not writable"));
    }
    refused(instance.delete("__class__"), "TypeError: can't delete __class__ attribute");
    for name in ["__class__", "__name__", "__qualname__"] {
        refused(class.set(name, 1), &format!("AttributeError: attribute '{name}' of class 'C' is not writable"));
    }
    for name in ["__bases__", "__name__", "__qualname__"] {
        refused(class.delete(name), &format!("TypeError: cannot delete '{name}' attribute of immutable type 'C'"));
    }
    refused(class.delete("__class__"), "TypeError: can't delete __class__ attribute");
    for text in [class.set("__mro__", 1), class.delete("__mro__")] {
        refused(text, "AttributeError: readonly attribute");
    }
    for text in [class.set("__dict__", 1), class.delete("__dict__")] {
        refused(text, "AttributeError: attribute '__dict__' of 'type' objects is not writable");
    }
    // A name does not make a class one of Python's own.
    let posing = Class::builder("int").module("builtins").build()?;
    posing.set("x", 1)?;
    assert!(posing.instantiate(args!()).is_ok() && posing != *metaclass::builtins::int());
    Ok(())
}
