//! What a namespace says of a class: its own attributes, fields and slots.

use std::sync::{Arc, OnceLock};

use super::super::inner::Own;
use super::super::{Slot, table::Held};
use crate::descriptor::{DescriptorValue, FieldMark, SlotMember};
use crate::error::Error;
use crate::factory::dataclass::{DataclassOptions, Mark, PARAMS};
use crate::field::{Field, Role, is_identifier};
use crate::namespace::Namespace;
use crate::repr::repr;
use crate::spec::{ClassSpec, FieldSpec, Text};
use crate::symbol::Sym;
use crate::value::{Tuple, Value};

/// What becomes of a namespace.
pub(crate) struct Members {
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

    pub(super) fn collect(name: &str, namespace: &dyn Namespace) -> Result<Self, Error> {
        let entries = namespace.entries();
        let text = |wanted: &str| match entries.iter().find(|(name, _)| name == wanted) {
            Some((_, Value::Str(text))) => Some(Text::from(text.to_string())),
            _ => None,
        };
        let module = text("__module__").unwrap_or(Text::new("__main__"));
        let qualname = text("__qualname__").unwrap_or_else(|| Text::from(name.to_owned()));
        let mut members = Self {
            doc: text("__doc__"),
            options: entries.iter().find_map(|(name, value)| options(name, value)),
            ..Self::new(module, qualname)
        };
        if let Some((_, other)) =
            entries.iter().find(|(name, value)| name == "__qualname__" && value.as_str().is_none())
        {
            let got = other.type_name();
            return Err(Error::type_error(format!("type __qualname__ must be a str, not {got}")));
        }
        let mut slots = None;
        for (name, value) in entries {
            match (&*name, value) {
                ("__module__" | "__qualname__" | "__doc__", _) => {}
                ("__slots__", names) => slots = Some(names),
                (_, value) => members.add(&name, value)?,
            }
        }
        if let Some(names) = slots {
            members.add_slots(&names)?;
        }
        if members.get("__eq__").is_some() {
            // As in Python: what says when it is equal has to say how it is hashed.
            members.insert_missing("__hash__", || Value::None);
        }
        Ok(members)
    }

    fn add(&mut self, name: &str, value: Value) -> Result<(), Error> {
        let symbol = Sym::new(name);
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
                let field = Some(field.build(&name)?.into());
                self.declared.push(Slot { name, field });
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
        self.own.insert(Sym::new("__slots__"), Held::Fixed(names.clone()));
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
            self.declared.push(Slot { name: symbol, field: None });
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
    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.own.get(&Sym::known(name)?)?.fixed()
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
    pub(crate) fn insert_missing(&mut self, name: &str, value: impl FnOnce() -> Value) {
        let name = Sym::new(name);
        if !self.own.contains_key(&name) {
            self.insert(name, value());
        }
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.own.shift_remove(&Sym::new(name));
    }

    /// Gives instances a place for each field of a description, which is that of the class.
    pub(crate) fn describe(&mut self, spec: &Arc<ClassSpec>) {
        let slot = |field: &FieldSpec| Slot { name: Sym::new(field.name()), field: Some(field.clone().into()) };
        self.declared.extend(spec.fields().iter().map(slot));
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
        self.insert(Sym::new("__slots__"), names);
    }
}

/// The parameters of a dataclass, if this is where they stand.
fn options(name: &str, value: &Value) -> Option<DataclassOptions> {
    match value {
        Value::Descriptor(descriptor) if name == PARAMS => {
            descriptor.downcast_ref().map(|Mark(options)| options.clone())
        }
        _ => None,
    }
}
