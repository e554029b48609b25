//! What stands in the way of assignments: to a frozen class, and to one whose rules always hold.

use crate::args::Args;
use crate::dataclass::frozen;
use crate::error::Error;
use crate::factory::dataclass::FieldTable;
use crate::instance::This;
use crate::spec::{FieldSpec, Flags};
use crate::value::{Dict, Value};

/// As in Python, an instance of the frozen class itself refuses every name, that of a subclass the fields.
fn is_frozen(this: &This<'_>, name: &str) -> bool {
    this.place() == 0 || FieldTable::running(this).field(name).is_some()
}

pub(super) fn set(this: &mut This<'_>, args: Args) -> Result<Value, Error> {
    let (name, _): (&str, &Value) = args.get()?;
    match is_frozen(this, name) {
        true => Err(frozen("assign to", name)),
        false => this.super_call_mut("__setattr__", args),
    }
}

pub(super) fn delete(this: &mut This<'_>, args: Args) -> Result<Value, Error> {
    let (name,): (&str,) = args.get()?;
    match is_frozen(this, name) {
        true => Err(frozen("delete", name)),
        false => this.super_call_mut("__delattr__", args),
    }
}

/// Sets an attribute of an instance whose rules always hold.
pub(super) fn checked_set(this: &mut This<'_>, args: Args) -> Result<Value, Error> {
    let (name, value): (&str, &Value) = args.get()?;
    let class = this.class();
    if let Some(slot) = class.layout().find(name) {
        slot.check(value)?;
        let vars = this.vars()?;
        let value_of = |field: &FieldSpec| if field.name() == name { Some(value) } else { vars.get(field.name()) };
        let data = class.spec().fields().iter().filter(|field| field.has(Flags::INIT));
        let data: Dict = data.filter_map(|field| Some((field.key(), value_of(field)?.clone()))).collect();
        class.spec().validate(&data)?;
    }
    this.super_call_mut("__setattr__", args)
}
