//! What a namespace says of a class: its own attributes, fields and slots.

use std::sync::{Arc, OnceLock};

use super::super::inner::Own;
use super::super::{Slot, table::Held};
use crate::descriptor::{DescriptorValue, FieldMark, SlotMember};
use crate::error::Error;
use crate::namespace::Namespace;
use crate::repr::repr;
use crate::spec::{ClassSpec, Text};
use crate::symbol::Sym;
use crate::value::Value;

/// What becomes of a namespace.
pub(super) struct Members {
    pub(super) own: Own,
    pub(super) declared: Vec<Slot>,
    pub(super) module: Text,
    pub(super) qualname: Text,
    pub(super) doc: Option<Text>,
    /// Has it `__slots__`, and is `__dict__` none of them?
    pub(super) is_closed: bool,
    pub(super) is_builtin: bool,
    /// The description, if it does not follow from the rest.
    pub(super) spec: OnceLock<Arc<ClassSpec>>,
}

impl Members {
    pub(super) fn collect(name: &str, namespace: &dyn Namespace) -> Result<Self, Error> {
        let entries = namespace.entries();
        let text = |wanted: &str| match entries.iter().find(|(name, _)| name == wanted) {
            Some((_, Value::Str(text))) => Some(Text::from(text.to_string())),
            _ => None,
        };
        let mut members = Self {
            own: Own::default(),
            declared: vec![],
            module: text("__module__").unwrap_or(Text::new("__main__")),
            qualname: text("__qualname__").unwrap_or_else(|| Text::from(name.to_owned())),
            doc: text("__doc__"),
            is_closed: false,
            is_builtin: false,
            spec: OnceLock::new(),
        };
        let mut slots = None;
        for (name, value) in entries {
            match (&*name, value) {
                ("__module__" | "__qualname__" | "__doc__", _) => {}
                ("__slots__", names) => slots = Some(names),
                (_, value) => members.add(&name, value)?,
            }
        }
        slots.map_or(Ok(()), |names| members.add_slots(&names)).map(|()| members)
    }

    fn add(&mut self, name: &str, value: Value) -> Result<(), Error> {
        let symbol = Sym::new(name);
        if let Value::Function(function) = &value {
            function.define_in(&self.qualname);
        }
        let value = match &value {
            Value::Descriptor(descriptor) => match descriptor.downcast_ref::<FieldMark>() {
                Some(FieldMark(field)) => {
                    let field = field.clone().build(name)?;
                    let default = field.default().literal().map(Value::from);
                    self.declared.push(Slot { name: symbol, field: Some(field) });
                    default
                }
                None => Some(value),
            },
            _ => Some(value),
        };
        if let Some(value) = value {
            self.own.insert(symbol, Held::Fixed(value));
        }
        Ok(())
    }

    /// Slots: a text is one, a list or tuple several.
    fn add_slots(&mut self, names: &Value) -> Result<(), Error> {
        self.is_closed = true;
        let names = match names {
            Value::Str(_) => std::slice::from_ref(names),
            Value::List(names) => names,
            Value::Tuple(names) => names,
            other => return Err(Error::type_error(format!("'{}' object is not iterable", other.type_name()))),
        };
        for name in names {
            let Some(name) = name.as_str() else {
                let got = name.type_name();
                return Err(Error::type_error(format!("__slots__ items must be strings, not '{got}'")));
            };
            if name == "__dict__" {
                self.is_closed = false;
                continue;
            }
            let symbol = Sym::new(name);
            if self.own.contains_key(&symbol) {
                let name = repr(name);
                return Err(Error::value_error(format!("{name} in __slots__ conflicts with class variable")));
            }
            let member = DescriptorValue::new(SlotMember { name: symbol });
            self.own.insert(symbol, Held::Fixed(member.into()));
            self.declared.push(Slot { name: symbol, field: None });
        }
        Ok(())
    }
}
