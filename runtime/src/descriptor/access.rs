//! The descriptor protocol on values: functions, descriptors written in Rust, instances with the methods of one.
//!
//! A descriptor may ask for the attribute that it is: each is a call, so that this is an error and no overflow.

use super::{Parts, missing_part};
use crate::args::Args;
use crate::class::Class;
use crate::error::Error;
use crate::function::enter;
use crate::instance::This;
use crate::value::Value;

/// Has it `__get__`?
pub(crate) fn can_get(attribute: &Value) -> bool {
    match attribute {
        Value::Function(_) => true,
        Value::Descriptor(descriptor) => descriptor.get().parts().has(Parts::GET),
        Value::Instance(_) | Value::Shared(_) => attribute.class().finds("__get__"),
        _ => false,
    }
}

/// Has it any part of the protocol but `__set_name__`?
pub(crate) fn is_descriptor(attribute: &Value) -> bool {
    let has_part = |class: &Class| ["__get__", "__set__", "__delete__"].iter().any(|part| class.finds(part));
    match attribute {
        Value::Function(_) => true,
        Value::Descriptor(descriptor) => descriptor.get().parts() != Parts::NONE,
        Value::Instance(_) | Value::Shared(_) => has_part(attribute.class()),
        _ => false,
    }
}

/// What a class attribute gives when it is read through an instance, or through the class `owner` if there is none.
pub(crate) fn get(attribute: &Value, this: Option<&This<'_>>, owner: &Class) -> Result<Value, Error> {
    match attribute {
        Value::Function(function) => Ok(function.bind(this, owner)),
        _ if !can_get(attribute) => Ok(attribute.clone()),
        Value::Descriptor(descriptor) => {
            let _entered = enter()?;
            descriptor.get().get(this, owner)
        }
        _ => {
            let instance = this.map_or(Value::None, This::to_value);
            attribute.call_method("__get__", Args::new().with(instance).with(owner.clone()))
        }
    }
}

/// Sets an attribute through the data descriptor that the class has for it.
pub(crate) fn set(attribute: &Value, this: &mut This<'_>, value: Value) -> Result<(), Error> {
    match attribute {
        Value::Descriptor(descriptor) => {
            let _entered = enter()?;
            descriptor.get().set(this, value)
        }
        _ if attribute.class().finds("__set__") => {
            attribute.call_method("__set__", Args::new().with(this.to_value()).with(value)).map(drop)
        }
        _ => Err(missing_part("__set__")),
    }
}

/// Deletes an attribute through the data descriptor that the class has for it.
pub(crate) fn delete(attribute: &Value, this: &mut This<'_>) -> Result<(), Error> {
    match attribute {
        Value::Descriptor(descriptor) => {
            let _entered = enter()?;
            descriptor.get().delete(this)
        }
        _ if attribute.class().finds("__delete__") => {
            attribute.call_method("__delete__", Args::new().with(this.to_value())).map(drop)
        }
        _ => Err(missing_part("__delete__")),
    }
}

/// Tells a value the class that it is made an attribute of, and the name.
///
/// An instance that is no shared one is a value of its own in the class: what it becomes by that is given back.
pub(crate) fn set_name(attribute: &Value, owner: &Class, name: &str) -> Result<Option<Value>, Error> {
    match attribute {
        Value::Descriptor(descriptor) => {
            let _entered = enter()?;
            descriptor.get().set_name(owner, name).map(|()| None)
        }
        Value::Instance(_) | Value::Shared(_) if attribute.class().finds("__set_name__") => {
            let mut told = attribute.clone();
            told.call_method_mut("__set_name__", Args::new().with(owner.clone()).with(name))?;
            Ok(matches!(told, Value::Instance(_)).then_some(told))
        }
        _ => Ok(None),
    }
}
