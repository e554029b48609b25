//! What a namespace says of a class: its own attributes, fields and slots.

use std::sync::{Arc, OnceLock};

use super::super::inner::Own;
use super::super::table::Held;
use super::MAIN;
use crate::descriptor::{DescriptorValue, FieldMark, SlotMember};
use crate::error::Error;
use crate::factory::dataclass::{DataclassOptions, Mark};
use crate::field::{Field, Role, is_identifier};
use crate::namespace::Namespace;
use crate::repr::repr;
use crate::spec::{ClassSpec, FieldSpec, Text};
use crate::symbol::{DATACLASS_PARAMS, DOC, EQ, HASH, MODULE, QUALNAME, SLOTS, Sym};
use crate::value::{Tuple, Value};

/// What becomes of a namespace.
pub(crate) struct Members {
    pub(super) own: Own,
    /// The fields, unless the description names them.
    pub(super) declared: Vec<FieldSpec>,
    /// The names in `__slots__`.
    pub(super) slots: Vec<Sym>,
    pub(super) module: Text,
    pub(super) qualname: Text,
    pub(super) doc: Option<Text>,
    /// Has it `__slots__`, and is `__dict__` none of them?
    pub(super) is_closed: bool,
    pub(super) is_builtin: bool,
    /// The description, if it does not follow from the rest.
    pub(super) spec: OnceLock<Arc<ClassSpec>>,
    /// The parameters of a dataclass, if it is to be one, and the fields as they are written.
    pub(super) options: Option<DataclassOptions>,
    pub(super) fields: Vec<(Sym, Field)>,
}

impl Members {
    /// Nothing yet.
    pub(super) fn new(module: Text, qualname: Text) -> Self {
        Self {
            own: Own::default(),
            declared: vec![],
            slots: vec![],
            module,
            qualname,
            doc: None,
            is_closed: false,
            is_builtin: false,
            spec: OnceLock::new(),
            options: None,
            fields: vec![],
        }
    }

    /// Of a class that is called so, in this namespace.
    pub(super) fn collect(name: &Text, namespace: &dyn Namespace) -> Result<Self, Error> {
        let entries = namespace.__entries();
        let mut members = Self::new(MAIN, name.clone());
        members.own.reserve(entries.len());
        // What is written of the class as a whole is known before the rest is looked at.
        for (name, value) in &entries {
            members.note(*name, value)?;
        }
        let mut slots = None;
        for (name, value) in entries {
            if name == *SLOTS {
                slots = Some(value);
            } else if ![*MODULE, *QUALNAME, *DOC].contains(&name) {
                members.add(name, value)?;
            }
        }
        if let Some(names) = slots {
            members.add_slots(&names)?;
        }
        if members.own.contains_key(&*EQ) {
            // As in Python: what says when it is equal has to say how it is hashed.
            members.insert_missing(*HASH, || Value::None);
        }
        Ok(members)
    }

    /// Takes notice of what concerns the class as a whole.
    fn note(&mut self, name: Sym, value: &Value) -> Result<(), Error> {
        let text = |usual: &Text| {
            value.as_str().map(|text| if *usual == *text { usual.clone() } else { Text::from(text.to_owned()) })
        };
        if name == *MODULE {
            self.module = text(&self.module).unwrap_or(MAIN);
        } else if name == *QUALNAME {
            let wrong = || Error::type_error(format!("type __qualname__ must be a str, not {}", value.type_name()));
            self.qualname = text(&self.qualname).ok_or_else(wrong)?;
        } else if name == *DOC {
            self.doc = text(&Text::new(""));
        } else if name == *DATACLASS_PARAMS {
            self.options = options(value);
        }
        Ok(())
    }

    fn add(&mut self, symbol: Sym, value: Value) -> Result<(), Error> {
        let value = match &value {
            Value::Descriptor(descriptor) => match descriptor.downcast_ref::<FieldMark>() {
                Some(FieldMark(field)) => {
                    match self.options.is_some() {
                        true => self.fields.push((symbol, field.clone())),
                        false => self.declare(symbol, field.clone())?,
                    }
                    field.constant()
                }
                None => Some(value),
            },
            _ => Some(value),
        };
        if let Some(value) = value {
            self.insert(symbol, value);
        }
        Ok(())
    }

    /// A field of a class that is no dataclass.
    fn declare(&mut self, name: Sym, field: Field) -> Result<(), Error> {
        match field.role() {
            Role::Field => {
                self.declared.push(field.build_as(name.into())?);
                Ok(())
            }
            Role::ClassVar => Ok(()),
            Role::InitVar | Role::KwOnly => {
                let error = Error::type_error("only a dataclass has `init_var` and `KW_ONLY`");
                Err(error.at(Text::new(name.as_str())))
            }
        }
    }

    /// Slots: a text is one, a list or tuple several.
    fn add_slots(&mut self, names: &Value) -> Result<(), Error> {
        self.is_closed = true;
        self.own.insert(*SLOTS, Held::Fixed(names.clone()));
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
            if !is_identifier(name) {
                return Err(Error::type_error("__slots__ must be identifiers"));
            }
            if name == "__dict__" {
                self.is_closed = false;
                continue;
            }
            let symbol = Sym::new(name);
            match self.own.get(&symbol).map(Held::fixed) {
                None => {}
                Some(Some(Value::Descriptor(member))) if member.is_slot_member() => continue,
                Some(_) => {
                    let name = repr(name);
                    return Err(Error::value_error(format!("{name} in __slots__ conflicts with class variable")));
                }
            }
            self.insert(symbol, DescriptorValue::new(SlotMember { name: symbol }));
            self.slots.push(symbol);
        }
        Ok(())
    }
}

/// What makes a dataclass of it.
impl Members {
    /// The parameters, if it is to be a dataclass.
    pub(super) fn take_options(&mut self) -> Option<DataclassOptions> {
        self.options.take()
    }

    /// The fields of the body, as they are written.
    pub(crate) fn take_fields(&mut self) -> Vec<(Sym, Field)> {
        std::mem::take(&mut self.fields)
    }

    pub(crate) const fn module(&self) -> &Text {
        &self.module
    }

    pub(crate) const fn doc(&self) -> Option<&Text> {
        self.doc.as_ref()
    }

    /// What the class has itself under a name.
    pub(crate) fn get(&self, name: Sym) -> Option<&Value> {
        self.own.get(&name)?.fixed()
    }

    /// Gives the class an attribute.
    pub(crate) fn insert(&mut self, name: Sym, value: impl Into<Value>) {
        let value = value.into();
        if let Value::Function(function) = &value {
            function.define_in(&self.qualname);
        }
        self.own.insert(name, Held::Fixed(value));
    }

    /// Gives the class an attribute, unless it has one of this name.
    pub(crate) fn insert_missing(&mut self, name: Sym, value: impl FnOnce() -> Value) {
        if !self.own.contains_key(&name) {
            self.insert(name, value());
        }
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.own.shift_remove(&Sym::new(name));
    }

    /// Gives instances a place for each field of a description, which is that of the class.
    pub(crate) fn describe(&mut self, spec: &Arc<ClassSpec>) {
        self.spec = Arc::clone(spec).into();
    }

    /// Gives the class `__slots__` of these names.
    pub(crate) fn close(&mut self, names: &[&str]) {
        self.is_closed = true;
        for name in names {
            let name = Sym::new(name);
            self.insert(name, DescriptorValue::new(SlotMember { name }));
        }
        let names: Tuple = names.iter().copied().map(Value::from).collect();
        self.insert(*SLOTS, names);
    }
}

/// The parameters of a dataclass, if these are some.
fn options(value: &Value) -> Option<DataclassOptions> {
    match value {
        Value::Descriptor(descriptor) => descriptor.downcast_ref().map(|Mark(options)| options.clone()),
        _ => None,
    }
}
