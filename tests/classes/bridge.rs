//! Compiled classes among those made at run time.

use std::collections::BTreeMap;
use std::time::Duration;

use metaclass::prelude::*;
use metaclass::spec::{ClassRef, ClassSpec, Flags};
use metaclass::value::Comparison;
use metaclass::{Function, builtins};

use super::refused;

/// A point.
#[derive(Dataclass, Clone)]
#[dataclass(order)]
struct Point {
    /// To the right.
    pub x: f64,
    pub y: f64,
    #[field(default = 0.0)]
    pub z: f64,
}

#[derive(Dataclass, Clone)]
#[dataclass(hash, frozen, getters)]
struct Key {
    id: u64,
    name: String,
    #[field(compare = false, default)]
    note: Option<String>,
}

#[test]
fn a_class_is_what_its_struct_is() {
    let class = Point::class();
    assert_eq!(class.spec(), Point::spec());
    assert_eq!((class.name(), class.qualname(), class.module()), ("Point", "Point", module_path!()));
    assert_eq!(class.doc(), Some("A point."));
    assert_eq!(class.to_string(), format!("<class '{}.Point'>", module_path!()));
    assert_eq!(class.spec().signature().to_string(), "(x: float, y: float, z: float = 0.0)");
    assert_eq!(format!("{:?}", class.mro()), "[Point, object]");
    assert!(std::ptr::eq(class, Point::class()));
    // The default is an attribute of the class, as in Python.
    assert_eq!(class.get("z").unwrap(), 0.0.into());
    refused(class.get("x"), "AttributeError: type object 'Point' has no attribute 'x'");
}

/// The same class made at run time, without the methods that `@dataclass` writes.
fn made() -> Class {
    let z = Field::float().default(0.0);
    let class = Class::builder("Point").module(module_path!()).doc("A point.");
    class.field("x", Field::float().doc("To the right.")).field("y", Field::float()).field("z", z).build().unwrap()
}

#[test]
fn both_halves_are_described_alike() {
    let made = made();
    let described = |class: &Class| (class.spec().fields().to_vec(), class.spec().doc().to_owned());
    assert_eq!(described(&made), described(Point::class()));
    assert_eq!(made.spec().signature(), Point::class().spec().signature());
    assert_eq!((made.to_string(), made.doc()), (Point::class().to_string(), Point::class().doc()));
}

#[test]
fn both_halves_refuse_the_same_calls() {
    let made = made();
    let calls = [
        args!(),
        args!(1.0),
        args!(1.0, 2.0, 3.0, 4.0),
        args!(1.0, x = 2.0),
        args!(1.0, 2.0, zz = 3.0),
        args!(1.0, "a"),
        args!(x = 1.0, y = Value::None),
    ];
    for call in calls {
        let error = |class: &Class| format!("{:?}", class.instantiate(call.clone()).unwrap_err());
        assert_eq!(error(Point::class()), error(&made), "{call}");
    }
    let text = "TypeError: Point.__init__() missing 2 required positional arguments: 'x' and 'y'";
    refused(Point::class().instantiate(args!()), text);
    refused(Point::class().instantiate(args!(1.0, "a")), "TypeError: y: expected float, got str");
    let mut instances = [made, Point::class().clone()].map(|class| class.instantiate(args!(1.0, 2.0)).unwrap());
    for instance in &mut instances {
        refused(instance.set("x", "a"), "TypeError: x: expected float, got str");
        refused(instance.get("q"), "AttributeError: 'Point' object has no attribute 'q'");
        assert_eq!(instance.vars().to_string(), "{'x': 1.0, 'y': 2.0, 'z': 0.0}");
    }
}

#[test]
fn instances_behave_as_those_of_a_dataclass() -> Result<(), Error> {
    let make = |x: f64, z: f64| Point::class().instantiate(args!(x, 2.0, z = z));
    let (a, b) = (make(1.0, 0.0)?, make(1.0, 0.5)?);
    assert_eq!(a.to_string(), Point!(1.0, 2.0).repr().to_string());
    assert!(a == a.clone() && a != b);
    assert!(Value::from(a.clone()) < Value::from(b));
    let text = "TypeError: '<' not supported between instances of 'Point' and 'int'";
    refused(Comparison::Lt.holds(&a.clone().into(), &1.into()), text);
    assert_eq!(a.call("__lt__", args!(1))?, Value::NotImplemented);
    refused(Value::from(a.clone()).hash_key(), "TypeError: unhashable type: 'Point'");
    let key = |name: &str| Key::class().instantiate(args!(1, name));
    assert!(Value::from(key("a")?).hash_key()? == Value::from(key("a")?).hash_key()?);
    // A struct has its fields and nothing else.
    let mut a = a;
    assert!(a.set("q", 1).unwrap_err().to_string().starts_with("'Point' object has no attribute 'q'"));
    Ok(())
}

#[test]
fn a_frozen_class_stays_frozen() -> Result<(), Error> {
    let mut key = Key::class().instantiate(args!(1, "a"))?;
    refused(key.set("id", 2), "FrozenInstanceError: cannot assign to field 'id'");
    refused(key.set("q", 2), "FrozenInstanceError: cannot assign to field 'q'");
    refused(key.delete("id"), "FrozenInstanceError: cannot delete field 'id'");
    assert_eq!(key.to_string(), "Key(id=1, name='a', note=None)");
    // A subclass may have more, and may set that.
    let sub = Class::builder("Sub").base(Key::class()).field("size", Field::int()).build()?;
    let mut sub = sub.instantiate(args!(1, "a", 3))?;
    refused(sub.set("id", 2), "FrozenInstanceError: cannot assign to field 'id'");
    refused(sub.set("size", 2), "FrozenInstanceError: cannot assign to field 'size'");
    sub.set("label", "b")?;
    assert_eq!(sub.get("label")?, "b".into());
    Ok(())
}

#[test]
fn structs_become_instances_and_come_back() -> Result<(), Error> {
    let p = Point!(1.0, y = 2.0);
    let mut instance = p.to_instance()?;
    assert!(instance.class() == Point::class());
    assert_eq!(Point::from_instance(&instance)?, p);
    instance.set("z", 9.0)?;
    assert_eq!(Point::from_instance(instance)?, Point!(1.0, 2.0, 9.0));
    let other = made().instantiate(args!(1.0, 2.0))?;
    refused(Point::from_instance(&other), "TypeError: expected Point, got Point");
    let mut partial = p.to_instance()?;
    partial.delete("y")?;
    refused(Point::from_instance(&partial), "AttributeError: 'Point' object has no attribute 'y'");
    // Of several faults, the first is told.
    partial.delete("z")?;
    refused(Point::from_instance(&partial), "AttributeError: 'Point' object has no attribute 'y'");
    Ok(())
}

/// A type that the runtime knows nothing of.
#[derive(Clone, Debug, PartialEq)]
struct Tag(char);

/// One that cannot be copied.
#[derive(Debug, PartialEq)]
struct Handle;

#[derive(Dataclass, Clone)]
struct Everything {
    flag: bool,
    small: u8,
    name: String,
    maybe: Option<i64>,
    list: Vec<u16>,
    bytes: Vec<u8>,
    map: BTreeMap<String, i64>,
    pair: (i64, String),
    point: Point,
    points: Vec<Point>,
    tag: Tag,
    tags: Option<Vec<Box<Tag>>>,
    time: Duration,
    any: Value,
}

fn everything() -> Everything {
    Everything!(
        true,
        200,
        "a".into(),
        Some(3),
        vec![1, 2],
        vec![0, 255],
        [("k".to_owned(), 1)].into(),
        (1, "b".into()),
        Point!(1.0, 2.0),
        vec![Point!(3.0, 4.0)],
        Tag('x'),
        Some(vec![Box::new(Tag('y'))]),
        Duration::from_secs(1),
        Value::from("v")
    )
}

#[test]
fn fields_of_all_types_come_back() -> Result<(), Error> {
    let all = everything();
    let mut instance = all.to_instance()?;
    assert_eq!(instance.to_string(), all.repr().to_string());
    assert_eq!(Everything::from_instance(&instance)?, all);
    // What is checked is what the struct can hold.
    refused(instance.set("small", 300), "TypeError: small: expected int, got int");
    instance.set_own("small", 300);
    assert!(Everything::from_instance(&instance).unwrap_err().to_string().starts_with("Everything.small: "));
    instance.delete("name")?;
    assert!(Everything::from_instance(&instance).unwrap_err().to_string().starts_with("Everything.small: "));
    // An instance may stand for the struct that it is of.
    let mut instance = all.to_instance()?;
    instance.set("point", Point!(5.0, 6.0).to_instance()?)?;
    assert_eq!(Everything::from_instance(&instance)?.point, Point!(5.0, 6.0));
    Ok(())
}

#[derive(Dataclass)]
struct Holder {
    #[field(compare = false)]
    handle: Handle,
}

#[test]
fn what_cannot_be_copied_is_told() {
    let text =
        "TypeError: Holder.handle: cannot be read: 'Handle' has no conversion and is not Clone + Send + Sync + 'static";
    refused(Holder!(Handle).to_instance(), text);
    assert_eq!(Holder::class().spec().signature().to_string(), "(handle: Handle)");
}

#[derive(Dataclass, Clone)]
#[dataclass(validate)]
struct Booking {
    #[field(transform(trim), min_length = 3)]
    user: String,
    #[field(min_value = 1, max_value = 9)]
    rooms: u8,
}

#[test]
fn rules_hold_on_both_halves() -> Result<(), Error> {
    let text = "ValueError: Validation errors: user: must have at least 3 characters; rooms: must be at least 1";
    refused(Booking::class().instantiate(args!(" a ", 0)), text);
    let compiled = Booking!("a".into(), 0).unwrap_err().to_string();
    assert_eq!(format!("ValueError: {compiled}"), text);

    let mut booking = Booking::class().instantiate(args!(" Ann ", 2))?;
    assert_eq!(booking.to_string(), "Booking(user='Ann', rooms=2)");
    let refusal = "ValueError: Validation errors: rooms: must be at most 9";
    refused(booking.set("rooms", 10), refusal);
    refused(Booking!("Ann".into(), 2)?.set("rooms", 10), refusal);
    booking.set("rooms", 9)?;
    assert_eq!(Booking::from_instance(&booking)?.rooms, 9);
    booking.set_own("rooms", 10);
    refused(Booking::from_instance(&booking), refusal);
    Ok(())
}

#[test]
fn rules_hold_in_subclasses() -> Result<(), Error> {
    let builder = Class::builder("Suite").base(Booking::class());
    let suite = builder.field("beds", Field::int().min_value(1)).build()?;
    assert_eq!(suite.spec().signature().to_string(), "(user: str, rooms: int, beds: int)");
    let text = "ValueError: Validation errors: rooms: must be at least 1; beds: must be at least 1";
    refused(suite.instantiate(args!("Ann", 0, 0)), text);
    let suite = suite.instantiate(args!("Ann", 1, 2))?;
    assert_eq!(suite.to_string(), "Suite(user='Ann', rooms=1, beds=2)");
    assert_eq!(Booking::from_instance(&suite)?.user, "Ann");
    Ok(())
}

#[test]
fn classes_made_at_run_time_derive_from_compiled_ones() -> Result<(), Error> {
    let point4 = Class::builder("Point4")
        .base(Point::class())
        .field("w", Field::float().default(1.0))
        .method("norm", |this| Ok(this.get_as::<f64>("x")?.hypot(this.get_as("y")?)))
        .build()?;
    assert!(point4.is_subclass_of(Point::class()));
    assert_eq!(format!("{:?}", point4.mro()), "[Point4, Point, object]");
    assert_eq!(point4.spec().bases().iter().map(ClassRef::name).collect::<Vec<_>>(), ["Point"]);
    let p = point4.instantiate(args!(3.0, 4.0, w = 2.0))?;
    assert_eq!(p.to_string(), "Point4(x=3.0, y=4.0, z=0.0, w=2.0)");
    assert_eq!(p.call("norm", args!())?, 5.0.into());
    assert_eq!(Point::from_instance(&p)?, Point!(3.0, 4.0));
    assert!(p != Point!(3.0, 4.0).to_instance()?);
    assert!(Point::class().subclasses().contains(&point4));
    let weak = point4.downgrade();
    drop((point4, p));
    assert!(weak.upgrade().is_none());
    Ok(())
}

/// The compiled struct itself, in a value.
#[test]
fn a_struct_in_a_value_is_an_instance_of_its_class() -> Result<(), Error> {
    let point = Point!(1.0, 2.0);
    let mut value = metaclass::FieldType::to_value(&point)?;
    assert!(matches!(value, Value::Opaque(_)));
    assert_eq!(value.class(), Point::class());
    assert!(value.is_instance_of(Point::class()) && value.is_instance_of(builtins::object()));
    assert!(Point::class().has_instance(&value)? && !Key::class().has_instance(&value)?);
    assert_eq!((value.to_string(), value.type_name()), (point.repr().to_string(), "Point"));
    assert_eq!((value.get_attr("x")?, value.get_attr("__class__")?), (1.0.into(), Point::class().into()));
    value.set_attr("x", 3.0)?;
    assert_eq!(value.get_attr("x")?, 3.0.into());
    refused(value.get_attr("q"), "AttributeError: 'Point' object has no attribute 'q'");
    refused(value.set_attr("x", "a"), "TypeError: x: expected float, got str");
    assert_eq!(value.downcast_ref::<Point>(), Some(&Point!(3.0, 2.0)));
    // It equals the instance that has its values, and is ordered with it.
    let instance = Value::from(Point!(3.0, 2.0).to_instance()?);
    assert_eq!((&value, &instance), (&instance, &value));
    assert_ne!(value, point.to_instance()?.into());
    assert!(Value::from(point.to_instance()?) < value && value > point.to_instance()?.into());
    assert_eq!(value.call_method("__repr__", args!())?, "Point(x=3.0, y=2.0, z=0.0)".into());
    Ok(())
}

#[test]
fn a_struct_in_a_value_hashes_as_the_instance_that_equals_it() -> Result<(), Error> {
    let key = Key!(1, "a".into());
    let (value, instance) = (metaclass::FieldType::to_value(&key)?, Value::from(key.to_instance()?));
    assert!(value == instance);
    let mut dict = metaclass::value::Dict::new();
    dict.insert(value.clone(), 1)?;
    assert_eq!(dict.insert(instance, 2)?, Some(1.into()));
    assert_eq!(dict.len(), 1);
    Ok(())
}

#[derive(Dataclass, Clone)]
struct Meter {
    pub value: f64,
}

#[test]
fn a_compiled_class_can_get_attributes() -> Result<(), Error> {
    Meter::class().set("unit", "m")?;
    Meter::class()
        .set("shown", Function::method("shown", |this| Ok(format!("{} {}", this.get("value")?, this.get("unit")?))))?;
    let meter = Meter!(1.5);
    let value = metaclass::FieldType::to_value(&meter)?;
    assert_eq!((value.get_attr("unit")?, meter.to_instance()?.get("unit")?), ("m".into(), "m".into()));
    for result in [value.call_method("shown", args!())?, meter.to_instance()?.call("shown", args!())?] {
        assert_eq!(result, "1.5 m".into());
    }
    Ok(())
}

mod account {
    use metaclass::prelude::*;

    /// All of it is private but the name.
    #[derive(Dataclass, Clone)]
    pub(super) struct Account {
        pub(super) name: String,
        #[field(secret)]
        password: String,
        #[field(init = false, default = name.len())]
        size: usize,
    }
}

use account::Account;

#[test]
fn private_fields_stay_private() -> Result<(), Error> {
    let account = account::Account!("Ann".into(), "swordfish".into());
    let mut instance = account.to_instance()?;
    assert_eq!(instance.to_string(), "Account(name='Ann', password=***, size=3)");
    assert_eq!(instance.to_dict().to_string(), "{'name': 'Ann', 'size': 3}");
    let mut copy = account.clone();
    for (field, value) in [("password", Value::from("x")), ("size", 1.into())] {
        let refusal = format!("AttributeError: field '{field}' of 'Account' is private");
        refused(instance.set(field, value.clone()), &refusal);
        refused(copy.set(field, value), &refusal);
    }
    refused(instance.get("password"), "AttributeError: field 'password' of 'Account' is private");
    refused(account.get("password"), "AttributeError: field 'password' of 'Account' is private");
    assert_eq!(instance.get("size")?, account.get("size")?);
    assert_eq!(Account::from_instance(&instance)?, account);
    // That default reads another field: only compiled code knows it.
    let text = "TypeError: Account.__init__(): the default of 'size', `name.len()`, is known to compiled code alone";
    refused(Account::class().instantiate(args!("Ann", "x")), text);
    Ok(())
}

#[derive(Dataclass, Clone)]
struct Defaults {
    #[field(default = vec![1, 2])]
    list: Vec<i64>,
    #[field(default)]
    names: Vec<String>,
    #[field(init = false, default = 7)]
    seven: i64,
}

#[test]
fn defaults_are_made_anew() -> Result<(), Error> {
    let mut first = Defaults::class().instantiate(args!())?;
    first.update("list", |list| match list {
        Value::List(list) => {
            list.push(3);
            Ok(())
        }
        _ => Ok(()),
    })?;
    let second = Defaults::class().instantiate(args!(names = ["a"]))?;
    assert_eq!(first.to_string(), "Defaults(list=[1, 2, 3], names=[], seven=7)");
    assert_eq!(second.to_string(), "Defaults(list=[1, 2], names=['a'], seven=7)");
    Ok(())
}

#[derive(Dataclass, Clone)]
struct Pair<T, const N: usize> {
    first: T,
    all: Vec<T>,
    bytes: [u8; N],
}

#[test]
fn a_generic_struct_has_one_class() -> Result<(), Error> {
    let class = Pair::<i64, 2>::class();
    assert!(std::ptr::eq(class, Pair::<String, 3>::class()));
    assert_eq!(class.spec().field("first").map(|field| field.ty().to_string()), Some("Any".to_owned()));
    let pair = Pair!(1_i64, vec![2], [3_u8, 4]);
    let mut instance = pair.to_instance()?;
    assert_eq!(Pair::<i64, 2>::from_instance(&instance)?, pair);
    instance.set("first", "a")?;
    let error = Pair::<i64, 2>::from_instance(&instance).unwrap_err();
    assert_eq!(error.to_string(), "Pair.first: expected int, got str");
    Ok(())
}

#[derive(Dataclass)]
struct Borrowed<'a> {
    text: &'a str,
}

#[test]
fn what_borrows_has_a_class_and_no_instances_that_come_back() -> Result<(), Error> {
    assert_eq!(Borrowed::class().name(), "Borrowed");
    let instance = Borrowed!("a").to_instance()?;
    assert_eq!(instance.to_string(), "Borrowed(text='a')");
    refused(
        Borrowed::<'static>::from_instance(&instance),
        "TypeError: cannot make 'Borrowed' of an instance: it borrows",
    );
    Ok(())
}

fn scaled(point: &mut Scaled, factor: f64) {
    point.value *= factor;
}

#[derive(Dataclass)]
#[dataclass(post_init = scaled, init_var(factor: f64 = 1.0))]
struct Scaled {
    value: f64,
}

impl Scaled {
    fn of(value: f64) -> Self {
        Self { value }
    }
}

#[test]
fn arguments_that_are_no_fields_are_taken() -> Result<(), Error> {
    let class = Scaled::class();
    assert_eq!(class.spec().signature().to_string(), "(value: float, factor: float = 1.0)");
    let instance = class.instantiate(args!(1.0, factor = 2.0))?;
    assert_eq!(Scaled::from_instance(&instance)?, Scaled::of(1.0));
    Ok(())
}

#[derive(Dataclass)]
#[dataclass(init = false)]
struct Made {
    value: f64,
}

#[test]
fn a_struct_without_a_constructor_has_a_class_without_one() -> Result<(), Error> {
    let text = "TypeError: cannot create 'Made' instances: the class has no constructor";
    refused(Made::class().instantiate(args!(1.0)), text);
    let instance = Made { value: 1.0 }.to_instance()?;
    assert_eq!(Made::from_instance(&instance)?, Made { value: 1.0 });
    Ok(())
}

#[test]
fn structs_of_one_name_are_two_classes() {
    let outer = {
        #[derive(Dataclass)]
        struct Twin {
            x: f64,
        }
        let _ = Twin { x: 1.0 }.x;
        Twin::class()
    };
    #[derive(Dataclass)]
    struct Twin {
        x: f64,
    }
    let _ = Twin { x: 1.0 }.x;
    assert_ne!(outer, Twin::class());
}

#[test]
fn compiled_classes_are_registered_as_others() -> Result<(), Error> {
    let registry = Registry::new();
    registry.register(Point::class())?;
    registry.register(Point::class())?;
    let name = format!("{}.Point", module_path!().replace("::", "."));
    assert_eq!(registry.get(&name).as_ref(), Some(Point::class()));
    let twin = made();
    assert!(registry.register(&twin).is_err());
    let sub = Class::builder("Sub").base(Point::class()).build()?;
    registry.register(&sub)?;
    assert_eq!(registry.subclasses(Point::class()), [sub]);
    Ok(())
}

#[test]
fn a_copied_description_leaves_the_class_as_it_is() {
    let renamed = Meter::spec().clone().with_module("elsewhere".into());
    assert_ne!(&renamed, Meter::class().spec());
    assert_eq!(Meter::class().module(), module_path!());
    let flags = |spec: &ClassSpec| spec.field("value").map(|field| field.has(Flags::PRIVATE));
    assert_eq!(flags(&renamed), flags(Meter::spec()));
}

#[test]
fn threads_make_one_class() {
    #[derive(Dataclass)]
    struct Late {
        x: i64,
    }
    let classes = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| Late::class().clone())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(classes.iter().all(|class| class == Late::class()));
    assert_eq!(Late { x: 1 }.x, 1);
}
