//! The methods of a compiled class as `@dataclass` writes them: over the fields of the receiver's class, which may be a
//! subclass that has more of them.

use std::cmp::Ordering;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use crate::args::Args;
use crate::class::init_of_fields;
use crate::dataclass::{SECRET, frozen};
use crate::error::Error;
use crate::field_type::FieldType;
use crate::function::Function;
use crate::instance::This;
use crate::spec::{ClassSpec, FieldSpec, Flags, Options};
use crate::value::{Dict, Tuple, Value};

/// Names and methods.
pub(super) fn of(spec: &ClassSpec) -> Vec<(&'static str, Value)> {
    let options = spec.options();
    let mut methods = vec![("__repr__", Function::method("__repr__", repr).into())];
    let mut add = |wanted, name, function: fn(&'static str) -> Value| {
        if wanted {
            methods.push((name, function(name)));
        }
    };
    add(options.has(Options::EQ), "__eq__", |name| Function::reader(name, |this, args| eq(this, &args)).into());
    add(options.has(Options::ORDER), "__lt__", |name| order(name, "<", Ordering::is_lt));
    add(options.has(Options::ORDER), "__le__", |name| order(name, "<=", Ordering::is_le));
    add(options.has(Options::ORDER), "__gt__", |name| order(name, ">", Ordering::is_gt));
    add(options.has(Options::ORDER), "__ge__", |name| order(name, ">=", Ordering::is_ge));
    add(options.has(Options::HASH), "__hash__", |name| Function::method(name, hash).into());
    // As in Python, what has `__eq__` alone is not hashable.
    add(options.has(Options::EQ) && !options.has(Options::HASH), "__hash__", |_| Value::None);
    add(options.has(Options::FROZEN), "__setattr__", |name| Function::writer(name, frozen_set).into());
    add(options.has(Options::FROZEN), "__delattr__", |name| Function::writer(name, frozen_delete).into());
    let is_checked = options.has(Options::VALIDATE) && !options.has(Options::FROZEN);
    add(is_checked, "__setattr__", |name| Function::writer(name, checked_set).into());
    let init: Value = match options.has(Options::INIT) {
        true => init_of_fields(spec.clone()).into(),
        false => Function::writer("__init__", |this, _| Err(no_constructor(this))).into(),
    };
    methods.push(("__init__", init));
    methods
}

#[cold]
fn no_constructor(this: &This<'_>) -> Error {
    Error::type_error(format!("cannot create '{}' instances: the class has no constructor", this.class().name()))
}

/// The values of the fields that pass a test.
fn values(this: &This<'_>, test: fn(&FieldSpec) -> bool) -> Result<Tuple, Error> {
    if let Some(instance) = this.compiled() {
        return values(&This::of_ref(&instance?), test);
    }
    let class = this.class();
    let fields = class.spec().fields().iter().filter(|field| test(field));
    fields.map(|field| this.get_own(field.name())?.ok_or_else(|| class.no_attribute(field.name()))).collect()
}

fn is_compared(field: &FieldSpec) -> bool {
    field.has(Flags::COMPARE)
}

fn is_hashed(field: &FieldSpec) -> bool {
    field.has(Flags::HASH) || field.has(Flags::COMPARE) && !field.has(Flags::NO_HASH)
}

fn repr(this: &This<'_>) -> Result<String, Error> {
    let is_shown = |field: &FieldSpec| field.has(Flags::REPR);
    let fields = this.class().spec().fields().iter().filter(|field| is_shown(field));
    let values = values(this, is_shown)?;
    let shown = fields.zip(&values).map(|(field, value)| match field.has(Flags::SECRET) {
        true => format!("{}={SECRET}", field.name()),
        false => format!("{}={}", field.name(), value.repr()),
    });
    Ok(format!("{}({})", this.class().qualname(), shown.collect::<Vec<_>>().join(", ")))
}

fn eq(this: &This<'_>, args: &Args) -> Result<Value, Error> {
    let (other,): (&Value,) = args.get()?;
    if other.class() != this.class() {
        return Ok(Value::False);
    }
    let other = values(&This::of(other, other.class()), is_compared)?;
    Ok((Value::from(values(this, is_compared)?) == other.into()).into())
}

fn order(name: &'static str, operator: &'static str, test: fn(Ordering) -> bool) -> Value {
    let compare = move |this: &This<'_>, args: Args| {
        let (other,): (&Value,) = args.get()?;
        if other.class() != this.class() {
            let (class, other) = (this.class().name(), other.type_name());
            return Err(Error::type_error(format!(
                "'{operator}' not supported between instances of '{class}' and '{other}'"
            )));
        }
        let other = values(&This::of(other, other.class()), is_compared)?;
        let order = Value::from(values(this, is_compared)?).compare(&other.into())?;
        Ok(order.is_some_and(test).into())
    };
    Function::reader(name, compare).into()
}

fn hash(this: &This<'_>) -> Result<i64, Error> {
    hash_of(values(this, is_hashed)?).map(u64::cast_signed)
}

/// One hasher for all, so that equal instances hash alike; the map that uses the hash has its own random one.
fn hash_of(values: Tuple) -> Result<u64, Error> {
    Ok(BuildHasherDefault::<DefaultHasher>::default().hash_one(Value::from(values).hash_key()?))
}

/// The hash of a struct: that of the instance that is equal to it.
pub(crate) fn hash_of_fields(instance: &impl FieldType, spec: &ClassSpec) -> Result<u64, Error> {
    let hashed = spec.fields().iter().enumerate().filter(|(_, field)| is_hashed(field));
    hash_of(hashed.map(|(i, field)| instance.__field(i).to_value(field.ty())).collect::<Result<_, _>>()?)
}

/// Are the attributes of this name those of a frozen class? A subclass may have others.
fn is_frozen(this: &This<'_>, name: &str) -> bool {
    !this.class().is_open() || this.class().spec().field(name).is_some()
}

fn frozen_set(this: &mut This<'_>, args: Args) -> Result<Value, Error> {
    let (name, _): (&str, &Value) = args.get()?;
    match is_frozen(this, name) {
        true => Err(frozen("assign to", name)),
        false => this.super_call_mut("__setattr__", args),
    }
}

fn frozen_delete(this: &mut This<'_>, args: Args) -> Result<Value, Error> {
    let (name,): (&str,) = args.get()?;
    match is_frozen(this, name) {
        true => Err(frozen("delete", name)),
        false => this.super_call_mut("__delattr__", args),
    }
}

/// Sets an attribute of an instance whose rules always hold.
fn checked_set(this: &mut This<'_>, args: Args) -> Result<Value, Error> {
    let (name, value): (&str, &Value) = args.get()?;
    let class = this.class();
    if let Some(slot) = class.layout().of(name) {
        slot.check(value)?;
        let vars = this.vars()?;
        let value_of = |field: &FieldSpec| if field.name() == name { Some(value) } else { vars.get(field.name()) };
        let data = class.spec().fields().iter().filter(|field| field.has(Flags::INIT));
        let data: Dict = data.filter_map(|field| Some((field.key(), value_of(field)?.clone()))).collect();
        class.spec().validate(&data)?;
    }
    this.super_call_mut("__setattr__", args)
}
