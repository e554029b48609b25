//! The methods of a compiled class: those of a dataclass, as the struct has them.

use crate::class::Init;
use crate::error::Error;
use crate::factory::dataclass::{Wanted, hash_of};
use crate::field_type::FieldType;
use crate::function::Function;
use crate::function::takes::as_it_says;
use crate::instance::This;
use crate::spec::{ClassSpec, FieldSpec, Options};
use crate::symbol::{HASH, INIT, Sym};
use crate::value::Value;

/// Names and methods.
pub(super) fn of(spec: &ClassSpec) -> impl Iterator<Item = (Sym, Value)> {
    let has = |option| spec.options().has(option);
    let wanted = Wanted {
        repr: true,
        eq: has(Options::EQ),
        order: has(Options::ORDER),
        hash: has(Options::HASH),
        frozen: has(Options::FROZEN),
        checked: has(Options::VALIDATE) && !has(Options::FROZEN),
    };
    let mut methods: Vec<(Sym, Value)> =
        wanted.methods().map(|method| (method.name(), method.function().into())).collect();
    if has(Options::EQ) && !has(Options::HASH) {
        // As in Python, what has `__eq__` alone is not hashable.
        methods.push((*HASH, Value::None));
    }
    let init = match has(Options::INIT) {
        true => Function::init(Init::new(spec.clone().into())),
        false => Function::writer("__init__", as_it_says, |this, _| Err(no_constructor(this))),
    };
    methods.push((*INIT, init.into()));
    methods.into_iter()
}

#[cold]
fn no_constructor(this: &This<'_>) -> Error {
    Error::type_error(format!("cannot create '{}' instances: the class has no constructor", this.class().name()))
}

/// The hash of a struct: that of the instance that is equal to it.
pub(crate) fn hash_of_fields(instance: &impl FieldType, spec: &ClassSpec) -> Result<u64, Error> {
    let hashed = spec.fields().iter().enumerate().filter(|(_, field)| FieldSpec::is_hashed(field));
    hash_of(hashed.map(|(i, field)| instance.__field(i).to_value(field.ty())).collect::<Result<_, _>>()?)
}
