//! What a class says of itself: its description, which follows from its places and its bases.

use std::sync::Arc;

use super::inner::Inner;
use super::{Class, Payload, builtins};
use crate::factory::dataclass::FieldTable;
use crate::signature::{Param, Signature};
use crate::spec::{ClassRef, ClassSpec, FieldSpec, Flags, Group, List, Options, Text};
use crate::symbol::{AttrName, DATACLASS_FIELDS};
use crate::validate::{StructCheck, View};
use crate::value::Value;

impl Class {
    /// The description: name, module, fields with types, defaults and rules.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let user = Class::builder("User").field("name", Field::str()).field("age", Field::int().default(0)).build()?;
    /// assert_eq!(user.spec().signature().to_string(), "(name: str, age: int = 0)");
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn spec(&self) -> &ClassSpec {
        self.shared_spec()
    }

    pub(crate) fn shared_spec(&self) -> &Arc<ClassSpec> {
        self.0.spec.get_or_init(|| {
            let shape = self.shape();
            if let Some(table) = FieldTable::of_itself(self) {
                return Arc::clone(table.shared_spec());
            }
            if let Some(spec) = self.tuple_spec() {
                return Arc::new(spec);
            }
            let fields = match FieldTable::of(self).filter(|_| !self.declares_more()) {
                // As in Python, a plain subclass has the fields of the first dataclass in its MRO.
                Some(table) => table.spec().field_list().clone(),
                None => shape.layout.fields().clone(),
            };
            let Inner { name, module, .. } = &*self.0;
            describe(name, module, self.0.doc(), &shape.bases, fields)
        })
    }

    /// What derives from a named tuple has its items.
    fn tuple_spec(&self) -> Option<ClassSpec> {
        let shape = self.shape();
        shape.layout.payload().filter(|payload| *payload == Payload::Tuple)?;
        let tuple = shape.bases.iter().map(Self::shared_spec).find(|spec| spec.is_tuple())?;
        let spec = ClassSpec::made(self.0.name.clone(), tuple.field_list().clone());
        let spec = spec.with_module(self.0.module.clone()).with_options(tuple.options());
        Some(match self.0.doc() {
            Some(doc) => spec.with_doc(doc.clone()),
            None => spec,
        })
    }

    /// What a call of it takes: that of its constructor. Python's `inspect.signature`.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let point = make_dataclass("Point", [("x", Field::int()), ("y", Field::int().default(0).kw_only())]).build()?;
    /// assert_eq!(point.signature().to_string(), "(x: int, *, y: int = 0)");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// A constructor that says nothing of its parameters takes anything: `(*args, **kwargs)`.
    #[must_use]
    pub fn signature(&self) -> Signature {
        if self.spec().is_tuple() {
            return self.spec().signature();
        }
        let init = self.find("__init__");
        match init.map(|placed| placed.held.value()) {
            None => Signature::of_constructor(vec![]),
            Some(Value::Function(function)) => function.signature().cloned().unwrap_or_else(Signature::of_anything),
            Some(_) => Signature::of_anything(),
        }
    }

    /// The documentation as Python shows it: a dataclass without one shows what it takes.
    pub(super) fn shown_doc(&self) -> Option<String> {
        match self.doc() {
            Some(doc) => Some(doc.to_owned()),
            None => self.has_own(&DATACLASS_FIELDS).then(|| format!("{}{}", self.name(), self.signature())),
        }
    }

    /// The names of the fields, in their order.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let user = Class::builder("User").field("id", Field::int().primary_key()).field("name", Field::str()).build()?;
    /// assert_eq!(user.field_names(), ["id", "name"]);
    /// assert_eq!(user.primary_key(), Some("id"));
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn field_names(&self) -> Vec<&str> {
        self.spec().fields().iter().map(FieldSpec::name).collect()
    }

    /// The name of the primary key, if there is one.
    #[must_use]
    pub fn primary_key(&self) -> Option<&str> {
        self.spec().primary_key()
    }

    /// What there is to know of it, on several lines: what a call takes, the fields with their rules, the MRO.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let user = Model::define("User", [("id", Field::int().primary_key()), ("name", Field::str().default("").max_length(9))])?;
    /// assert_eq!(user.describe(), "\
    /// class __main__.User(id: int, name: str = '')
    ///     id: int
    ///         primary key
    ///     name: str = ''
    ///         max_length: must have at most 9 characters
    /// mro: User, object
    /// ");
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn describe(&self) -> String {
        let mut text = format!("class {}.{}{}\n", self.module(), self.qualname(), self.signature());
        for line in self.doc().into_iter().flat_map(str::lines) {
            text += &format!("    {line}\n");
        }
        for field in self.spec().fields() {
            text += &format!("    {}\n", Param::from(field));
            for note in notes(field) {
                text += &format!("        {note}\n");
            }
        }
        let mro: Vec<&str> = self.in_order().map(Self::name).collect();
        text + &format!("mro: {}\n", mro.join(", "))
    }

    /// The fields that the class itself declares, if it is no dataclass.
    pub(crate) fn declared_fields(&self) -> impl Iterator<Item = &FieldSpec> {
        let is_plain = !self.has_own_held(*DATACLASS_FIELDS);
        self.0.declared.iter().filter(move |_| is_plain).flat_map(|layout| layout.fields())
    }

    /// Has it fields that no dataclass knows of: its own, or of a base that comes before the first dataclass?
    pub(crate) fn declares_more(&self) -> bool {
        let first = self.table().get(*DATACLASS_FIELDS).and_then(super::Group::top);
        let before = first.map_or(usize::MAX, |placed| placed.owner as usize);
        self.in_order().take(before).any(|class| class.declared_fields().next().is_some())
    }

    /// The value that the class itself has under a name.
    pub(crate) fn own_value<N: AttrName>(&self, name: N) -> Option<Value> {
        self.own_held(name).map(|held| held.value())
    }

    /// Does the class itself name it in its `__slots__`?
    pub(crate) fn has_slot(&self, name: &str) -> bool {
        matches!(self.own_value(name), Some(Value::Descriptor(descriptor)) if descriptor.is_slot_member())
    }
}

/// What a description says of a field beside its type and default.
fn notes(field: &FieldSpec) -> impl Iterator<Item = String> {
    let switches = [
        (Flags::PRIMARY_KEY, "primary key"),
        (Flags::KW_ONLY, "by keyword only"),
        (Flags::SECRET, "secret"),
        (Flags::REQUIRED, "required"),
        (Flags::PRESENT, "present"),
        (Flags::STRICT, "strict"),
    ];
    let doc = Some(field.doc().to_owned()).filter(|doc| !doc.is_empty());
    let switches = switches.into_iter().filter(|(flag, _)| field.has(*flag)).map(|(_, note)| note.to_owned());
    let key = (field.key() != field.name()).then(|| format!("in data: {}", field.key()));
    let rules = field.rules().iter().map(|rule| format!("{rule}: {}", rule.issue(View::None).message()));
    doc.into_iter().chain(switches).chain(key).chain(rules)
}

/// The description of a class with these bases and fields. What holds for a base holds for it: switches, groups and checks
/// of several fields, arguments that are no fields.
pub(super) fn describe(
    name: &Text,
    module: &Text,
    doc: Option<&Text>,
    bases: &[Class],
    fields: List<FieldSpec>,
) -> Arc<ClassSpec> {
    let inherited = Inherited::of(bases);
    let spec = ClassSpec::made(name.clone(), fields)
        .with_module(module.clone())
        .with_doc(doc.cloned().unwrap_or(Text::new("")))
        .with_bases(inherited.bases.into())
        .with_init_vars(inherited.init_vars.into())
        .with_groups(inherited.groups.into())
        .with_checks(inherited.checks.into())
        .with_options(inherited.options | Options::FORBID_EXTRA);
    Arc::new(spec)
}

/// What a class has of its bases, but for the fields.
pub(crate) struct Inherited {
    pub(crate) bases: Vec<ClassRef>,
    pub(crate) init_vars: Vec<FieldSpec>,
    pub(crate) groups: Vec<Group>,
    pub(crate) checks: Vec<StructCheck>,
    pub(crate) options: Options,
}

impl Inherited {
    pub(crate) fn of(bases: &[Class]) -> Self {
        if bases.iter().all(builtins::is_object) {
            let (bases, init_vars, groups, checks) = (vec![], vec![], vec![], vec![]);
            return Self { bases, init_vars, groups, checks, options: Options::DEFAULT };
        }
        let described = bases.iter().filter(|base| base.layout().has_fields());
        let specs: Vec<&Arc<ClassSpec>> = described.map(Class::shared_spec).collect();
        Self {
            bases: specs.iter().map(|spec| ClassRef::Shared(Arc::clone(spec))).collect(),
            init_vars: once(specs.iter().flat_map(|spec| spec.init_vars())),
            groups: once(specs.iter().flat_map(|spec| spec.groups())),
            checks: once(specs.iter().flat_map(|spec| spec.checks())),
            options: specs.iter().fold(Options::DEFAULT, |options, spec| options | spec.options()),
        }
    }
}

/// What several bases have, each once.
fn once<'a, T: Clone + PartialEq + 'a>(items: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut found: Vec<T> = vec![];
    for item in items {
        if !found.contains(item) {
            found.push(item.clone());
        }
    }
    found
}
