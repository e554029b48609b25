//! The methods of a dataclass, and of the class of a compiled struct: over the fields of the class that has them.

mod frozen;
mod repr;

use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

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

impl Wanted {
    /// The methods, in the order in which they come into the class.
    pub(crate) fn methods(&self) -> impl Iterator<Item = Method> {
        Method::ALL.iter().copied().filter(|method| method.is_wanted(self))
    }
}

/// The methods: what each is called, which classes get it, and what it is.
macro_rules! methods {
    ($($method:ident $name:ident $is_wanted:expr, $function:expr;)*) => {
        /// A method that dataclasses can have.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Method { $($method),* }

        impl Method {
            pub(super) const ALL: &[Self] = &[$(Self::$method),*];

            pub(crate) fn name(self) -> Sym {
                match self { $(Self::$method => *$name),* }
            }

            fn is_wanted(self, wanted: &Wanted) -> bool {
                match self { $(Self::$method => { let is_wanted: fn(&Wanted) -> bool = $is_wanted; is_wanted(wanted) })* }
            }

            /// The function, which is part of no class yet.
            pub(crate) fn function(self) -> Function {
                let function: fn(&'static str) -> Function = match self { $(Self::$method => $function),* };
                function(self.name().as_str())
            }
        }
    };
}

methods! {
    Replace REPLACE |_| true, |name| Function::reader(name, as_it_says, super::functions::replaced);
    Repr REPR |wanted| wanted.repr, |name| Function::method(name, repr::repr);
    Eq EQ |wanted| wanted.eq, |name| Function::reader(name, other, |this, args| eq(this, &args));
    Lt LT |wanted| wanted.order, |name| order(name, Comparison::Lt);
    Le LE |wanted| wanted.order, |name| order(name, Comparison::Le);
    Gt GT |wanted| wanted.order, |name| order(name, Comparison::Gt);
    Ge GE |wanted| wanted.order, |name| order(name, Comparison::Ge);
    Hash HASH |wanted| wanted.hash, |name| Function::method(name, hash);
    FrozenSet SETATTR |wanted| wanted.frozen, |name| Function::writer(name, name_and_value, frozen::set);
    FrozenDelete DELATTR |wanted| wanted.frozen, |name| Function::writer(name, only_name, frozen::delete);
    CheckedSet SETATTR |wanted| wanted.checked, |name| Function::writer(name, name_and_value, frozen::checked_set);
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
