//! `make_dataclass`, `.dataclass(options)`, and the functions of Python's `dataclasses`. What CPython does is compared in
//! `conformance/`; here is what only Rust can ask for.

use metaclass::dataclasses::{asdict, astuple, fields, is_dataclass, replace};
use metaclass::prelude::*;
use metaclass::spec::{Flags, Options};
use metaclass::validate::StructCheck;
use metaclass::value::Comparison;
use metaclass::{Descriptor, DescriptorValue, FieldType, Function, MakeDataclass, Parts, Property, This};

fn point() -> MakeDataclass {
    make_dataclass("Point", [("x", Field::float()), ("y", Field::float().default(0.0))])
}

#[track_caller]
fn refused(made: Result<Class, Error>, text: &str) {
    assert_eq!(made.map(|class| class.to_string()).map_err(|error| format!("{error:?}")), Err(text.to_owned()));
}

#[test]
fn the_parameters_are_those_of_python() {
    let class = point().order(true).unsafe_hash(true).kw_only(true).repr(false).build().unwrap();
    let wanted = Options::INIT | Options::EQ | Options::ORDER | Options::HASH | Options::FORBID_EXTRA;
    assert_eq!(class.spec().options(), wanted);
    assert!(class.spec().fields().iter().all(|field| field.has(Flags::KW_ONLY)));
    assert_eq!(class.get("__match_args__").unwrap().to_string(), "()");
    assert!(!point().match_args(false).build().unwrap().has("__match_args__").unwrap());
    assert!(!point().eq(false).build().unwrap().has_own("__eq__"));
    let bare = point().init(false).build().unwrap();
    assert_eq!(bare.instantiate(args!(1.0)).unwrap_err().to_string(), "Point() takes no arguments");
    let closed = point().slots(true).weakref_slot(true).build().unwrap();
    assert_eq!(closed.get("__slots__").unwrap().to_string(), "('x', 'y', '__weakref__')");
    let mut p = closed.instantiate(args!(1.0)).unwrap();
    p.set("x", 2.0).unwrap();
    assert!(p.set("z", 2.0).unwrap_err().to_string().starts_with("'Point' object has no attribute 'z'"));
    assert_eq!(p.to_string(), "Point(x=2.0, y=0.0)");
}

/// What a dataclass has of being one is made when it is read: nobody sees that.
#[test]
fn what_is_made_when_it_is_read_was_always_there() {
    let class = point().order(true).frozen(true).build().unwrap();
    let names: Vec<String> = class.vars().iter().map(|(name, _)| name.to_string()).collect();
    let methods = "__init__ __replace__ __repr__ __eq__ __lt__ __le__ __gt__ __ge__ __hash__ __setattr__ __delattr__";
    let expected = format!("y __dataclass_params__ {methods} __match_args__ __dataclass_fields__");
    assert_eq!(names, expected.split(' ').collect::<Vec<_>>());
    let sub = Class::builder("Sub").base(&class).build().unwrap();
    let made = point().build().unwrap();
    for name in methods.split(' ') {
        let method = class.get(name).unwrap();
        assert!(method.is(&class.get(name).unwrap()) && method.is(&sub.get(name).unwrap()));
        assert!(class.vars().iter().any(|(_, value)| value.is(&method)));
        assert_eq!(method.repr().to_string(), format!("<function Point.{name}>"));
        assert!(made.get(name).map_or(true, |other| other != method));
    }
    for name in ["__match_args__", "__dataclass_fields__"] {
        assert!(class.get(name).unwrap().is(&sub.get(name).unwrap()), "{name}");
    }
    let inner = Class::builder("Inner").qualname("Outer.Inner").field("x", Field::int());
    let inner = inner.dataclass(DataclassOptions::new()).build().unwrap();
    assert_eq!(inner.get("__eq__").unwrap().repr().to_string(), "<function Outer.Inner.__eq__>");
    let error = inner.instantiate(args!()).unwrap_err().to_string();
    assert_eq!(error, "Outer.Inner.__init__() missing 1 required positional argument: 'x'");
}

/// As in Python, the namespace of a dataclass makes another one, which outlives it.
#[test]
fn what_is_described_when_it_is_read_is_what_was_written() -> Result<(), Error> {
    let base = Class::builder("Base").field("z", Field::str()).build()?;
    let read = |change: fn(&Class, &Class) -> Result<(), Error>| {
        let class = make_dataclass("Point", [("x", Field::int()), ("y", Field::float())])
            .doc("A point.")
            .order(true)
            .build()?;
        change(&class, &base)?;
        let spec = class.spec();
        Ok::<_, Error>((spec.signature().to_string(), spec.doc().to_owned(), spec.options()))
    };
    let expected = read(|_, _| Ok(()))?;
    assert_eq!(expected.0, "(x: int, y: float)");
    assert_eq!(read(|class, _| class.delete("__dataclass_fields__"))?, expected);
    assert_eq!(read(|class, base| class.set_bases([base]))?, expected);
    assert_eq!(read(|class, base| class.delete("__init__").and_then(|()| class.set_bases([base])))?, expected);
    Ok(())
}

#[test]
fn a_namespace_can_be_used_again() {
    let class = point().build().unwrap();
    let vars = class.vars();
    let entries = vars.iter().map(|(name, value)| (name.to_string(), value.clone()));
    // With this it would be decorated once more.
    let entries: Vec<(String, Value)> = entries.filter(|(name, _)| name != "__dataclass_params__").collect();
    let again = Class::new("Again", [], entries.iter().map(|(name, value)| (&**name, value.clone()))).unwrap();
    drop((class, vars));
    assert!(is_dataclass(&again.clone().into()));
    let names: Vec<String> = fields(&again.into()).unwrap().iter().map(|field| field.name().to_owned()).collect();
    assert_eq!(names, ["x", "y"]);
}

#[test]
fn a_class_attribute_takes_the_place_of_what_was_made() {
    let class = point().build().unwrap();
    let (sub, p) = (Class::builder("Sub").base(&class).build().unwrap(), class.instantiate(args!(1.0)).unwrap());
    class.set("__match_args__", vec!["y"]).unwrap();
    assert_eq!(sub.get("__match_args__").unwrap().to_string(), "['y']");
    class.set("__repr__", Function::method("__repr__", |_| Ok("another"))).unwrap();
    assert_eq!((p.to_string(), sub.instantiate(args!(1.0)).unwrap().to_string()), ("another".into(), "another".into()));
    class.delete("__eq__").unwrap();
    assert!(class.get("__eq__").unwrap().is(&metaclass::builtins::object().get("__eq__").unwrap()));
}

#[test]
fn what_python_refuses_is_refused_in_its_words() {
    let order = "ValueError: eq must be true if order is true";
    refused(point().eq(false).order(true).build(), order);
    refused(point().weakref_slot(true).build(), "TypeError: weakref_slot is True but slots is False");
    let field = |field| make_dataclass("C", [("x", field)]).build();
    refused(
        field(Field::list(Field::int()).default(vec![1])),
        "ValueError: mutable default <class 'list'> for field x is not allowed: use default_factory",
    );
    refused(
        field(Field::int().default(1).default_factory(|| Ok(1))),
        "ValueError: cannot specify both default and default_factory",
    );
    let factory = || Field::int().default_factory(|| Ok(1));
    refused(field(factory().init_var()), "TypeError: field x cannot have a default factory");
    refused(field(factory().class_var()), "TypeError: field x cannot have a default factory");
    refused(field(Field::int().class_var().kw_only()), "TypeError: field x is a ClassVar but specifies kw_only");
    refused(field(Field::int().class_var().positional()), "TypeError: field x is a ClassVar but specifies kw_only");
    refused(
        make_dataclass("C", [("a", Field::KW_ONLY), ("b", Field::KW_ONLY)]).build(),
        "TypeError: 'b' is KW_ONLY, but KW_ONLY has already been specified",
    );
    refused(
        make_dataclass("C", [("x", Field::int().default(1)), ("y", Field::int())]).build(),
        "TypeError: non-default argument 'y' follows default argument 'x'",
    );
    let frozen = point().frozen(true).build().unwrap();
    let none: [(&str, Field); 0] = [];
    refused(
        make_dataclass("C", none.clone()).bases([&frozen]).build(),
        "TypeError: cannot inherit non-frozen dataclass from a frozen one",
    );
    refused(
        make_dataclass("C", none).bases([&point().build().unwrap()]).frozen(true).build(),
        "TypeError: cannot inherit frozen dataclass from a non-frozen one",
    );
    let method = |name: &'static str| Class::builder("C").method(name, |_| Ok(1));
    for name in ["__setattr__", "__delattr__"] {
        let text = format!("TypeError: Cannot overwrite attribute {name} in class C");
        refused(method(name).dataclass(DataclassOptions::new().frozen(true)).build(), &text);
    }
    refused(
        method("__lt__").dataclass(DataclassOptions::new().order(true)).build(),
        "TypeError: Cannot overwrite attribute __lt__ in class C Consider using functools.total_ordering",
    );
    refused(
        method("__hash__").dataclass(DataclassOptions::new().unsafe_hash(true)).build(),
        "TypeError: Cannot overwrite attribute __hash__ in class C",
    );
    refused(
        Class::builder("C")
            .slots(["x"])
            .field("y", Field::int())
            .dataclass(DataclassOptions::new().slots(true))
            .build(),
        "TypeError: C already specifies __slots__",
    );
}

#[test]
fn names_are_those_that_python_takes() {
    let named = |name: &str| make_dataclass("C", [("a", Field::int()), (name, Field::int())]).build();
    refused(named("1x"), "TypeError: Field names must be valid identifiers: '1x'");
    refused(named("if"), "TypeError: Field names must not be keywords: 'if'");
    refused(named("a"), "TypeError: Field name duplicated: 'a'");
}

#[test]
fn what_goes_wrong_in_a_field_or_between_fields_is_told() {
    refused(make_dataclass("C", [("x", Field::int().min_length(1))]).build(), {
        "TypeError: x: rule `min_length` does not fit type `int`"
    });
    refused(
        make_dataclass("C", [("x", Field::int().primary_key()), ("y", Field::int().primary_key())]).build(),
        "TypeError: y: there can be one primary key only, and 'x' is one already",
    );
    refused(
        Class::builder("C")
            .field("x", Field::int())
            .dataclass(DataclassOptions::new().check(StructCheck::new(["y"], |_: &[&Value]| true)))
            .build(),
        "TypeError: a check names the unknown field 'y'",
    );
    refused(
        make_dataclass("C", [("x", Field::list(Field::int().init_var()))]).build(),
        "TypeError: x: what lies within a container has a type and rules, and no other options",
    );
    let plain = |field| Class::builder("C").field("x", field).build();
    refused(plain(Field::int().init_var()), "TypeError: x: only a dataclass has `init_var` and `KW_ONLY`");
    refused(plain(Field::KW_ONLY), "TypeError: x: only a dataclass has `init_var` and `KW_ONLY`");
    assert_eq!(plain(Field::int().default(1).class_var()).unwrap().get("x").unwrap(), 1.into());
}

#[test]
fn types_are_checked_by_the_constructor_and_by_assignments() {
    let class = point().build().unwrap();
    assert_eq!(class.instantiate(args!("a")).unwrap_err().to_string(), "x: expected float, got str");
    let mut p = class.instantiate(args!(1.0)).unwrap();
    assert_eq!(p.set("y", "a").unwrap_err().to_string(), "y: expected float, got str");
    let scaled = make_dataclass("S", [("scale", Field::int().init_var())])
        .namespace([("__post_init__", Function::new("__post_init__", |_| Ok(())).into())])
        .build()
        .unwrap();
    assert_eq!(scaled.instantiate(args!("a")).unwrap_err().to_string(), "scale: expected int, got str");
}

#[test]
fn a_comparison_that_fails_tells_itself() {
    let class = make_dataclass("Point", [("x", Field::any())]).order(true).build().unwrap();
    let [a, b] = [Value::from(1), Value::from("a")].map(|x| Value::from(class.instantiate(args!(x)).unwrap()));
    for comparison in [Comparison::Lt, Comparison::Le, Comparison::Gt, Comparison::Ge] {
        let text = format!("'{}' not supported between instances of 'int' and 'str'", comparison.symbol());
        assert_eq!(comparison.holds(&a, &b).unwrap_err().to_string(), text);
    }
    let error = a.call_method("__lt__", args!()).unwrap_err();
    assert_eq!(error.to_string(), "Point.__lt__() missing 1 required positional argument: 'other'");
    let error = a.call_method("__eq__", args!(1, 2)).unwrap_err();
    assert_eq!(error.to_string(), "Point.__eq__() takes 2 positional arguments but 3 were given");
    assert_eq!(a.call_method("__eq__", args!(other = a.clone())).unwrap(), true.into());
}

#[test]
fn what_no_call_gives_may_be_of_keywords_only() {
    let fields = [("x", Field::int()), ("y", Field::int().init(false).default(0))];
    let class = make_dataclass("C", fields).kw_only(true).build().unwrap();
    assert!(class.spec().fields().iter().all(|field| field.has(Flags::KW_ONLY)));
    assert_eq!(class.signature().to_string(), "(*, x: int)");
}

/// Keeps twice what it is set to, under another name.
struct Doubled;

impl Descriptor for Doubled {
    fn parts(&self) -> Parts {
        Parts::GET.with(Parts::SET)
    }

    fn get(&self, this: Option<&This<'_>>, _: &Class) -> Result<Value, Error> {
        this.map_or(Ok(100.into()), |this| this.get("_i"))
    }

    fn set(&self, this: &mut This<'_>, value: Value) -> Result<(), Error> {
        this.set_own("_i", 2 * i64::try_from(value)?)
    }
}

#[test]
fn the_constructor_of_a_frozen_class_sets_through_descriptors() -> Result<(), Error> {
    for frozen in [false, true] {
        let field = Field::any().default(DescriptorValue::new(Doubled));
        let class = make_dataclass("C", [("i", field)]).frozen(frozen).build()?;
        let (given, left) = (class.instantiate(args!(5))?, class.instantiate(args!())?);
        assert_eq!((given.get("i")?, given.vars().to_string()), (10.into(), "{'_i': 10}".into()));
        assert_eq!((left.get("i")?, left.repr().to_string()), (200.into(), "C(i=200)".into()));
    }
    Ok(())
}

#[test]
fn a_property_of_an_heir_stands_before_a_frozen_field() -> Result<(), Error> {
    let frozen = point().frozen(true).build()?;
    let property = Property::new().getter(|_| Ok(7.0));
    let heir = Class::builder("Heir").base(&frozen).property("x", property).build()?;
    refused(
        heir.instantiate(args!(1.0)).map(|_| heir.clone()),
        "AttributeError: property 'x' of 'Heir' object has no setter",
    );
    Ok(())
}

#[test]
fn a_frozen_instance_stays_as_it_is() {
    let frozen = point().frozen(true).build().unwrap();
    let mut p = frozen.instantiate(args!(1.0)).unwrap();
    let error = p.set("x", 2.0).unwrap_err();
    assert_eq!(format!("{error:?}"), "FrozenInstanceError: cannot assign to field 'x'");
    assert_eq!(p.set("z", 2.0).unwrap_err().to_string(), "cannot assign to field 'z'");
    assert_eq!(p.delete("x").unwrap_err().to_string(), "cannot delete field 'x'");
    // A plain subclass takes others.
    let open = Class::builder("Open").base(&frozen).build().unwrap();
    let mut p = open.instantiate(args!(1.0)).unwrap();
    p.set("z", 2.0).unwrap();
    assert_eq!(p.set("x", 2.0).unwrap_err().to_string(), "cannot assign to field 'x'");
}

#[test]
fn rules_hold_on_request() {
    let age = || make_dataclass("User", [("age", Field::int().min_value(0)), ("max", Field::int().default(9))]);
    assert!(age().build().unwrap().instantiate(args!(-1)).is_ok());
    let class = age().validate(true).build().unwrap();
    let error = class.instantiate(args!(-1)).unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: age: must be at least 0");
    let mut user = class.instantiate(args!(1)).unwrap();
    assert_eq!(user.set("age", -5).unwrap_err().to_string(), "Validation errors: age: must be at least 0");
    assert_eq!(user.get("age").unwrap(), 1.into());
    user.set("age", 5).unwrap();
}

#[test]
fn a_shared_instance_may_hold_itself() {
    let node = make_dataclass("Node", [("next", Field::any().default(Value::None))]).build().unwrap();
    let a = Shared::new(node.instantiate(args!()).unwrap());
    a.set("next", vec![Value::from(a.clone())]).unwrap();
    assert_eq!(a.to_string(), "Node(next=[...])");
    let error = asdict(&a.clone().into()).unwrap_err();
    assert_eq!(format!("{error:?}"), "RecursionError: maximum recursion depth exceeded");
    a.set("next", Value::None).unwrap();
    assert_eq!(a.to_string(), "Node(next=None)");
}

#[derive(Dataclass, Clone)]
#[dataclass(base)]
struct Compiled {
    x: i64,
    #[field(default = 2)]
    y: i64,
}

#[test]
fn compiled_classes_are_dataclasses() {
    let value = Value::from(Compiled!(1).to_instance().unwrap());
    assert!(is_dataclass(&Compiled::class().into()) && is_dataclass(&value));
    assert_eq!(fields(&value).unwrap().len(), 2);
    assert_eq!(asdict(&value).unwrap().to_string(), "{'x': 1, 'y': 2}");
    assert_eq!(astuple(&value).unwrap().to_string(), "(1, 2)");
    assert_eq!(replace(&value, args!(y = 5)).unwrap().to_string(), "Compiled(x=1, y=5)");
    let structs = make_dataclass("Both", [("one", Field::any())]).build().unwrap();
    let both = structs.instantiate(args!(FieldType::to_value(&Compiled!(1)).unwrap())).unwrap();
    assert_eq!(asdict(&both.into()).unwrap().to_string(), "{'one': {'x': 1, 'y': 2}}");
}

#[test]
fn a_dataclass_derives_from_compiled_and_plain_classes() {
    let base = Compiled::class();
    let derived = make_dataclass("D", [("z", Field::int().default(3)), ("x", Field::int().default(9))]);
    let derived = derived.bases([base]).build().unwrap();
    assert_eq!(derived.instantiate(args!(y = 4)).unwrap().to_string(), "D(x=9, y=4, z=3)");
    assert!(derived.is_subclass_of(base));
    let plain = Class::builder("Plain").field("a", Field::int()).build().unwrap();
    let derived = make_dataclass("D", [("b", Field::int())]).bases([&plain]).build().unwrap();
    let d = derived.instantiate(args!(1, 2)).unwrap();
    assert_eq!((d.to_string(), d.vars().to_string()), ("D(a=1, b=2)".to_owned(), "{'a': 1, 'b': 2}".to_owned()));
    // What derives from a dataclass and adds fields has them in its methods.
    let more = Class::builder("More").base(&derived).field("c", Field::int()).build().unwrap();
    assert_eq!(more.instantiate(args!(1, 2, 3)).unwrap().to_string(), "More(a=1, b=2, c=3)");
}

#[test]
fn functions_refuse_what_is_no_dataclass() {
    let (class, number) = (Value::from(point().build().unwrap()), Value::from(1));
    let text = |result: Result<Value, Error>| result.unwrap_err().to_string();
    for value in [&class, &number] {
        assert_eq!(text(asdict(value)), "asdict() should be called on dataclass instances");
        assert_eq!(text(astuple(value)), "astuple() should be called on dataclass instances");
        assert_eq!(text(replace(value, args!())), "replace() should be called on dataclass instances");
    }
    assert_eq!(fields(&number).unwrap_err().to_string(), "must be called with a dataclass type or instance");
    assert!(fields(&class).is_ok());
    let p = Value::from(point().build().unwrap().instantiate(args!(1.0)).unwrap());
    assert_eq!(text(replace(&p, args!(2.0))), "Point.__replace__() takes 1 positional argument but 2 were given");
    let dict = make_dataclass("D", [("d", Field::any())]).build().unwrap();
    let frozen = point().frozen(true).build().unwrap().instantiate(args!(1.0)).unwrap();
    let mut inner = metaclass::value::Dict::new();
    inner.insert(frozen, 1).unwrap();
    let d = Value::from(dict.instantiate(args!(inner)).unwrap());
    assert_eq!(text(asdict(&d)), "unhashable type: 'dict'");
}

#[test]
fn secrets_are_in_no_dict() {
    let login = make_dataclass("Login", [("name", Field::str()), ("password", Field::str().secret())]).build().unwrap();
    let login = login.instantiate(args!("ann", "x")).unwrap();
    assert_eq!(login.to_string(), "Login(name='ann', password=***)");
    assert_eq!(asdict(&login.into()).unwrap().to_string(), "{'name': 'ann'}");
}

#[test]
fn a_metaclass_sees_a_dataclass_before_its_methods() {
    let meta = Class::builder("Meta")
        .new_class(|step| {
            let names = step.namespace().entries();
            assert!(names.iter().any(|(name, _)| name == "__dataclass_params__"));
            assert!(!names.iter().any(|(name, _)| name == "__eq__"));
            step.next()
        })
        .build()
        .unwrap();
    let class = Class::builder("C").metaclass(&meta).field("x", Field::int()).dataclass(DataclassOptions::new());
    let class = class.build().unwrap();
    assert!(class.has_own("__eq__") && class.signature().to_string() == "(x: int)");
    assert_eq!(class.get("__doc__").unwrap(), "C(x: int)".into());
}
