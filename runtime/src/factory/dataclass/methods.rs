//! The methods of a dataclass, and of the class of a compiled struct: over the fields of the class that has them.

mod frozen;
mod repr;

use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use smallvec::SmallVec;

use super::table::FieldTable;
use crate::args::Args;
use crate::error::Error;
use crate::function::Function;
use crate::function::takes::{as_it_says, name_and_value, only_name, other};
use crate::instance::This;
use crate::spec::{FieldSpec, Flags};
use crate::symbol::{DELATTR, EQ, GE, GT, HASH, LE, LT, REPLACE, REPR, SETATTR, Sym};
use crate::value::{Comparison, Tuple, Value};

/// Which methods a class gets.
pub(crate) struct Wanted {
    pub(crate) repr: bool,
    pub(crate) eq: bool,
    pub(crate) order: bool,
    pub(crate) hash: bool,
    pub(crate) frozen: bool,
    /// Are assignments checked by the rules?
    pub(crate) checked: bool,
}

/// Names and methods.
pub(crate) fn methods(wanted: &Wanted) -> SmallVec<[(Sym, Value); 4]> {
    let mut methods = SmallVec::new();
    let mut add = |is_wanted, name: &Sym, function: fn(&'static str) -> Function| {
        if is_wanted {
            methods.push((*name, function(name.as_str()).into()));
        }
    };
    add(true, &REPLACE, |name| Function::reader(name, as_it_says, super::functions::replaced));
    add(wanted.repr, &REPR, |name| Function::method(name, repr::repr));
    add(wanted.eq, &EQ, |name| Function::reader(name, other, |this, args| eq(this, &args)));
    add(wanted.order, &LT, |name| order(name, Comparison::Lt));
    add(wanted.order, &LE, |name| order(name, Comparison::Le));
    add(wanted.order, &GT, |name| order(name, Comparison::Gt));
    add(wanted.order, &GE, |name| order(name, Comparison::Ge));
    add(wanted.hash, &HASH, |name| Function::method(name, hash));
    add(wanted.frozen, &SETATTR, |name| Function::writer(name, name_and_value, frozen::set));
    add(wanted.frozen, &DELATTR, |name| Function::writer(name, only_name, frozen::delete));
    add(wanted.checked, &SETATTR, |name| Function::writer(name, name_and_value, frozen::checked_set));
    methods
}

/// The value of a field: that of the instance, else what its class gives.
fn value(this: &This<'_>, field: &FieldSpec) -> Result<Value, Error> {
    match this.get_own(field.name())? {
        Some(value) => Ok(value),
        None => this.get(field.name()),
    }
}

/// The values of the fields of the class that pass a test.
fn values(this: &This<'_>, test: fn(&FieldSpec) -> bool) -> Result<Tuple, Error> {
    if let Some(instance) = this.compiled() {
        let instance = instance?;
        return values(&This::of_ref(&instance).within(this.place()), test);
    }
    let fields = FieldTable::running(this).fields().iter().filter(|field| test(field));
    fields.map(|field| value(this, field)).collect()
}

fn is_compared(field: &FieldSpec) -> bool {
    field.has(Flags::COMPARE)
}

/// Field by field, up to the first that differs. As in Python an instance equals itself, whatever its fields do.
fn eq(this: &This<'_>, args: &Args) -> Result<Value, Error> {
    let (other,): (&Value,) = args.get()?;
    if this.is(other) {
        return Ok(Value::True);
    }
    if other.class() != this.class() {
        return Ok(Value::NotImplemented);
    }
    let other = values(&This::of(other, other.class()).within(this.place()), is_compared)?;
    Ok((Value::from(values(this, is_compared)?) == other.into()).into())
}

/// As the tuples of the fields.
fn order(name: &'static str, comparison: Comparison) -> Function {
    Function::reader(name, other, move |this, args| {
        let (other,): (&Value,) = args.get()?;
        if other.class() != this.class() {
            return Ok(Value::NotImplemented);
        }
        let other = values(&This::of(other, other.class()).within(this.place()), is_compared)?;
        comparison.holds(&values(this, is_compared)?.into(), &other.into()).map(Value::from)
    })
}

fn hash(this: &This<'_>) -> Result<i64, Error> {
    hash_of(values(this, FieldSpec::is_hashed)?).map(u64::cast_signed)
}

/// One hasher for all, so that equal instances hash alike; the map that uses the hash has its own random one.
pub(crate) fn hash_of(values: Tuple) -> Result<u64, Error> {
    Ok(BuildHasherDefault::<DefaultHasher>::default().hash_one(Value::from(values).hash_key()?))
}
