//! What a namespace says of a class: its own attributes, fields and slots.

use std::sync::{Arc, OnceLock};

use super::super::describe::describe;
use super::super::held::Held;
use super::super::table::Row;
use super::super::{Class, Init, Layout};
use super::MAIN;
use super::create::may_ask;
use crate::descriptor::{Attribute, DescriptorValue, FieldMark, SlotMember};
use crate::error::Error;
use crate::factory::dataclass::{DataclassOptions, FieldTable, Mark, Part};
use crate::field::{Field, Role, is_identifier};
use crate::function::Function;
use crate::repr::repr;
use crate::spec::{ClassSpec, FieldSpec, List, Text, TypeSpec};
use crate::symbol::{DATACLASS_PARAMS, DOC, EQ, HASH, INIT, MODULE, NameMap, Names, QUALNAME, SLOTS, Sym};
use crate::value::{Tuple, Value};

/// What becomes of a namespace.
pub(crate) struct Members {
    /// In the order in which it was defined.
    pub(super) own: NameMap<Row>,
    /// The names in `__slots__`.
    pub(super) slots: Vec<Sym>,
    /// What the class is called.
    pub(super) name: Text,
    pub(super) module: Text,
    /// The name with those of the classes around it, if that was said.
    pub(super) qualname: Option<Text>,
    pub(super) doc: Option<Text>,
    /// Has it `__slots__`, and is `__dict__` none of them?
    pub(super) is_closed: bool,
    pub(super) is_builtin: bool,
    /// The places of the class itself, if they are known before it is made.
    pub(super) declared: Option<Arc<Layout>>,
    /// The description, if it does not follow from the rest.
    pub(super) spec: OnceLock<Arc<ClassSpec>>,
    /// The parameters of a dataclass, if it is to be one, and the fields as they are written.
    pub(super) options: Option<DataclassOptions>,
    pub(super) fields: Vec<(Sym, Attribute)>,
    /// Has it values that may want to know their class and name?
    pub(super) are_told: bool,
    /// Has it abstract methods?
    pub(super) may_be_abstract: bool,
}

impl Members {
    /// Nothing yet.
    #[inline]
    pub(super) fn new(name: Text, module: Text) -> Self {
        Self {
            name,
            own: NameMap::default(),
            slots: vec![],
            module,
            qualname: None,
            doc: None,
            is_closed: false,
            is_builtin: false,
            declared: None,
            spec: OnceLock::new(),
            options: None,
            fields: vec![],
            are_told: false,
            may_be_abstract: false,
        }
    }

    /// Takes in what a namespace has: each name is there once.
    pub(super) fn collect(&mut self, mut entries: Vec<(Sym, Attribute)>) -> Result<(), Error> {
        if entries.is_empty() {
            return Ok(());
        }
        // What is written of the class as a whole is known before the rest is looked at.
        let mut fields = 0;
        for (name, attribute) in &entries {
            match attribute {
                Attribute::Plain(_) => fields += 1,
                Attribute::Value(value) if is_special(*name) => self.note(*name, value)?,
                Attribute::Value(_) => {}
            }
        }
        // A constructor comes, and to a dataclass what it has beside it. What is a field has a row in the table.
        let more = if self.options.is_some() { 7 } else { usize::from(fields > 0) };
        self.own.reserve(entries.len() - fields + more, entries.len() + more);
        let (mut slots, mut added) = (None, Ok(()));
        // What is left are the fields.
        entries.retain_mut(|(name, attribute)| match attribute {
            Attribute::Plain(_) => true,
            Attribute::Value(_) if added.is_err() => false,
            Attribute::Value(value) if is_special(*name) && *name == *SLOTS => {
                slots = Some(std::mem::take(value));
                false
            }
            Attribute::Value(_) if is_special(*name) && [*MODULE, *QUALNAME, *DOC].contains(name) => false,
            Attribute::Value(value) => self.add(*name, value).unwrap_or_else(|error| {
                added = Err(error);
                false
            }),
        });
        added?;
        self.fields = entries;
        if let Some(names) = slots {
            self.add_slots(&names)?;
        }
        if self.own.contains_key(*EQ) && !self.own.contains_key(*HASH) {
            // As in Python: what says when it is equal has to say how it is hashed.
            self.insert(*HASH, Value::None);
        }
        Ok(())
    }

    /// Takes notice of what concerns the class as a whole.
    fn note(&mut self, name: Sym, value: &Value) -> Result<(), Error> {
        let text =
            |usual: &Text| value.as_str().map(|text| if *usual == *text { usual.clone() } else { Text::copied(text) });
        if name == *MODULE {
            self.module = text(&self.module).unwrap_or(MAIN);
        } else if name == *QUALNAME {
            let wrong = || Error::type_error(format!("type __qualname__ must be a str, not {}", value.type_name()));
            self.qualname = Some(text(self.qualname()).ok_or_else(wrong)?);
        } else if name == *DOC {
            self.doc = text(&Text::new(""));
        } else if name == *DATACLASS_PARAMS {
            self.options = options(value);
        }
        Ok(())
    }

    /// Adds what has a name. Is it a field, which stays where it is?
    fn add(&mut self, symbol: Sym, value: &mut Value) -> Result<bool, Error> {
        let Some(field) = FieldMark::of(value) else {
            self.define(value);
            self.own.push(symbol, || Row::of_value(value));
            return Ok(false);
        };
        if field.is_plain() {
            return Ok(true);
        }
        let is_kept = self.options.is_some() || is_plain_field(symbol, field)?;
        if let Some(mut default) = field.constant() {
            self.define(&mut default);
            self.own.push(symbol, || Row::of_value(&mut default));
        }
        Ok(is_kept)
    }

    /// Slots: a text is one, what can be gone through several.
    fn add_slots(&mut self, names: &Value) -> Result<(), Error> {
        self.is_closed = true;
        self.own.insert(*SLOTS, names.clone().into());
        let names = match names {
            Value::Str(_) => vec![names.clone()],
            names => names.iterate()?.collect(),
        };
        for name in &names {
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
            match self.own.get(symbol).map(|row| row.held()?.fixed()) {
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
    pub(crate) fn fields(&self) -> &[(Sym, Attribute)] {
        &self.fields
    }

    pub(crate) fn take_fields(&mut self) -> Vec<(Sym, Attribute)> {
        std::mem::take(&mut self.fields)
    }

    /// Gives instances a place for each field of the body.
    pub(crate) fn lay_out(&mut self) -> Arc<Layout> {
        let fields = self.take_fields();
        self.declared = Layout::of_body(&self.slots, &fields, false);
        self.declared.clone().unwrap_or_else(Layout::none)
    }

    /// Are there names in `__slots__`?
    pub(crate) fn has_slots(&self) -> bool {
        !self.slots.is_empty()
    }

    pub(crate) const fn module(&self) -> &Text {
        &self.module
    }

    pub(crate) const fn name(&self) -> &Text {
        &self.name
    }

    /// The name with those of the classes around it, if that was said.
    pub(crate) const fn long_name(&self) -> Option<&Text> {
        self.qualname.as_ref()
    }

    fn qualname(&self) -> &Text {
        self.long_name().unwrap_or(&self.name)
    }

    pub(crate) const fn doc(&self) -> Option<&Text> {
        self.doc.as_ref()
    }

    /// What the class has itself under a name.
    pub(crate) fn get(&self, name: Sym) -> Option<&Value> {
        self.own.get(name)?.held()?.fixed()
    }

    /// Gives the class an attribute.
    pub(crate) fn insert(&mut self, name: Sym, value: impl Into<Value>) {
        let mut value = value.into();
        self.define(&mut value);
        self.own.insert(name, Row::of_value(&mut value));
    }

    /// Takes notice of a value that the class is to have: a function becomes part of it.
    #[inline]
    fn define(&mut self, value: &mut Value) {
        if let Value::Function(function) = value {
            function.define_in(self.qualname());
            self.may_be_abstract |= function.is_abstract();
        } else {
            self.are_told |= may_ask(value);
        }
    }

    /// Gives instances a place for each slot, and for each field of the body unless they are described: are they?
    pub(super) fn lay_out_itself(&mut self) -> bool {
        // What has a description of its own names all its fields.
        let is_described = self.declared.is_some() || self.spec.get().is_some();
        if !is_described {
            self.declared = Layout::of_body(&self.slots, &self.fields, true);
        }
        is_described
    }

    /// Gives a class with fields the constructor that they make, unless it has one.
    pub(super) fn add_init(&mut self, bases: &[Class], layout: &Arc<Layout>) {
        let has_fields = self.declared.as_ref().is_some_and(|own| own.has_fields());
        if !has_fields || self.own.contains_key(*INIT) {
            return;
        }
        let init = match !bases.iter().any(|base| base.layout().has_fields()) {
            true => Init::of_fields(),
            false => {
                let (name, doc) = (&self.name, self.doc.as_ref());
                let described = || describe(name, &self.module, doc, bases, layout.fields().clone());
                Init::new(Arc::clone(self.spec.get_or_init(described)))
            }
        };
        let mut function = Value::from(Function::init(init));
        self.define(&mut function);
        self.own.push(*INIT, || Row::of_value(&mut function));
    }

    /// Tells the constructor where the fields have their places.
    pub(super) fn settle(&mut self, layout: &Arc<Layout>) {
        match self.own.get_mut(*INIT).and_then(Row::held_mut) {
            Some(Held::Fixed(Value::Function(function))) => function.settle(layout),
            Some(Held::Init(table)) => table.settle(layout),
            _ => {}
        }
    }

    /// Gives the class what it has of being a dataclass.
    pub(crate) fn insert_part(&mut self, name: Sym, table: Arc<FieldTable>, part: Part) {
        self.own.insert(name, Held::of_part(table, part).into());
    }

    /// The same, unless it has an attribute of this name: was it missing?
    pub(crate) fn insert_missing(&mut self, name: Sym, table: &Arc<FieldTable>, part: Part) -> bool {
        self.own.insert_missing(name, || Held::of_part(Arc::clone(table), part).into())
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.own.shift_remove(name);
    }

    /// Gives instances a place for each field of a description, which is that of the class. Its fields have these names.
    pub(crate) fn describe(&mut self, spec: Arc<ClassSpec>, names: Names) {
        self.declared = Layout::declared(&self.slots, spec.field_list(), names.into_iter(), false);
        self.spec = spec.into();
    }

    /// Gives the class `__slots__` of these names.
    pub(crate) fn close(&mut self, names: &[&str]) {
        self.is_closed = true;
        for name in names {
            let name = Sym::new(name);
            self.insert(name, DescriptorValue::new(SlotMember { name }));
        }
        let names: Tuple = names.iter().map(|name| Sym::new(name).to_value()).collect();
        self.insert(*SLOTS, names);
    }
}

/// Can it be a name that Python gives a meaning?
fn is_special(name: Sym) -> bool {
    name.starts_with("__")
}

/// Is it a field of a class that is no dataclass?
fn is_plain_field(name: Sym, field: &Field) -> Result<bool, Error> {
    match field.role() {
        Role::Field => field.check_as(&name.into()).map(|()| true),
        Role::ClassVar => Ok(false),
        Role::InitVar | Role::KwOnly => {
            let error = Error::type_error("only a dataclass has `init_var` and `KW_ONLY`");
            Err(error.at(Text::from(name)))
        }
    }
}

/// The descriptions of fields that have passed their laws.
pub(crate) fn described(fields: &[(Sym, Attribute)]) -> List<FieldSpec> {
    let spec = |(name, attribute): &(Sym, Attribute)| match attribute.field() {
        Some(field) if field.is_plain() => FieldSpec::of((*name).into(), field.body().clone()),
        Some(field) => field.describe((*name).into()),
        None => FieldSpec::new((*name).into(), TypeSpec::Any),
    };
    fields.iter().map(spec).collect()
}

/// The parameters of a dataclass, if these are some.
fn options(value: &Value) -> Option<DataclassOptions> {
    match value {
        Value::Descriptor(descriptor) => descriptor.downcast_ref().map(|Mark(options)| options.clone()),
        _ => None,
    }
}
