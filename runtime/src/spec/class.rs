//! The description of a class.

#[cfg(feature = "serde")]
use super::steps::{Step, Steps};
use super::{ClassRef, FieldSpec, Flags, Group, List, Options, Text, replace};
use crate::bridge::Home;
use crate::class::Class;
use crate::signature::Signature;
use crate::validate::StructCheck;

/// The description of a class, compiled or made at run time.
///
/// The `with_*` methods are for building: each is called at most once, right after [`new`](Self::new).
#[derive(Clone, Debug, PartialEq)]
pub struct ClassSpec {
    name: Text,
    module: Text,
    doc: Text,
    bases: List<ClassRef>,
    fields: List<FieldSpec>,
    init_vars: List<FieldSpec>,
    /// How many fields stand before each of these; all, where nothing is said.
    init_var_places: List<usize>,
    groups: List<Group>,
    checks: List<StructCheck>,
    options: Options,
    home: Home,
    #[cfg(feature = "serde")]
    steps: Steps,
}

impl ClassSpec {
    /// A class with these fields, in this order.
    #[must_use]
    pub const fn new(name: Text, fields: List<FieldSpec>) -> Self {
        Self {
            name,
            module: Text::new(""),
            doc: Text::new(""),
            bases: List::EMPTY,
            fields,
            init_vars: List::EMPTY,
            init_var_places: List::EMPTY,
            groups: List::EMPTY,
            checks: List::EMPTY,
            options: Options::DEFAULT,
            home: Home::NONE,
            #[cfg(feature = "serde")]
            steps: Steps::NOWHERE,
        }
    }

    /// The same at run time: it can keep what is found out of it.
    pub(crate) fn made(name: Text, fields: List<FieldSpec>) -> Self {
        Self {
            #[cfg(feature = "serde")]
            steps: Steps::later(),
            ..Self::new(name, fields)
        }
    }

    /// The class in a module.
    #[must_use]
    pub const fn with_module(mut self, module: Text) -> Self {
        replace(&mut self.module, module);
        self
    }

    /// The class with a documentation.
    #[must_use]
    pub const fn with_doc(mut self, doc: Text) -> Self {
        replace(&mut self.doc, doc);
        self
    }

    /// The class derived from others.
    #[must_use]
    pub const fn with_bases(mut self, bases: List<ClassRef>) -> Self {
        replace(&mut self.bases, bases);
        self
    }

    /// The class with constructor arguments that are no fields (Python's `InitVar`).
    #[must_use]
    pub const fn with_init_vars(mut self, init_vars: List<FieldSpec>) -> Self {
        replace(&mut self.init_vars, init_vars);
        self
    }

    /// The class with such arguments among the fields: before each of them stand so many.
    pub(crate) const fn with_init_var_places(mut self, places: List<usize>) -> Self {
        replace(&mut self.init_var_places, places);
        self
    }

    /// The class with groups of fields; those of classes made at run time are best added with [`grouped`](Self::grouped).
    #[must_use]
    pub const fn with_groups(mut self, groups: List<Group>) -> Self {
        replace(&mut self.groups, groups);
        self
    }

    /// The class with one more group of fields.
    pub(crate) fn and_group(mut self, group: Group) -> Self {
        self.groups = self.groups.and(group);
        self
    }

    /// The class with checks over several fields; those of classes made at run time are best added with
    /// [`checked`](Self::checked).
    #[must_use]
    pub const fn with_checks(mut self, checks: List<StructCheck>) -> Self {
        replace(&mut self.checks, checks);
        self
    }

    /// The class with one more check over several fields.
    pub(crate) fn and_check(mut self, check: StructCheck) -> Self {
        self.checks = self.checks.and(check);
        self
    }

    /// The class with these switches.
    #[must_use]
    pub const fn with_options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// The description of a compiled class, which knows its class.
    pub(crate) const fn with_home(mut self, home: Home) -> Self {
        self.home = home;
        self
    }

    /// The class that it describes, if that is compiled.
    #[inline]
    pub(crate) fn class(&self) -> Option<&'static Class> {
        self.home.class()
    }

    /// Is this the class that it describes?
    #[inline]
    pub(crate) fn is_of(&self, class: &Class) -> bool {
        self.home.is(class)
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) const fn name_text(&self) -> &Text {
        &self.name
    }

    pub(crate) const fn module_text(&self) -> &Text {
        &self.module
    }

    pub(crate) const fn doc_text(&self) -> &Text {
        &self.doc
    }

    /// The module where it was defined; `""` if not known.
    #[must_use]
    pub fn module(&self) -> &str {
        &self.module
    }

    /// The documentation; `""` if there is none.
    #[must_use]
    pub fn doc(&self) -> &str {
        &self.doc
    }

    /// The classes it derives from, in written order.
    #[must_use]
    pub fn bases(&self) -> &[ClassRef] {
        &self.bases
    }

    /// The fields, in written order.
    #[must_use]
    pub fn fields(&self) -> &[FieldSpec] {
        &self.fields
    }

    /// The same as they are kept, to be shared.
    pub(crate) const fn field_list(&self) -> &List<FieldSpec> {
        &self.fields
    }

    /// What reading each field takes; nothing if that is not kept.
    #[cfg(feature = "serde")]
    #[inline]
    pub(crate) fn steps(&self) -> &[Step] {
        self.steps.of(&self.fields)
    }

    /// The constructor arguments that are no fields, in written order.
    #[doc(alias = "InitVar")]
    #[must_use]
    pub fn init_vars(&self) -> &[FieldSpec] {
        &self.init_vars
    }

    /// The groups of fields that are to be given together, or not together, in written order.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The checks over several fields, in written order.
    #[must_use]
    pub fn checks(&self) -> &[StructCheck] {
        &self.checks
    }

    /// All switches.
    #[must_use]
    pub const fn options(&self) -> Options {
        self.options
    }

    /// Are its instances tuples?
    pub(crate) const fn is_tuple(&self) -> bool {
        self.options.has(Options::NAMED_TUPLE)
    }

    /// The field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&FieldSpec> {
        self.fields.iter().find(|field| field.name() == name)
    }

    /// The name of the primary key, if there is one.
    #[must_use]
    pub fn primary_key(&self) -> Option<&str> {
        self.fields.iter().find(|field| field.has(Flags::PRIMARY_KEY)).map(FieldSpec::name)
    }

    /// The signature of the constructor.
    ///
    /// As in Python, keyword-only parameters come last, whatever their place among the fields. Before them, those without
    /// a default come first.
    #[doc(alias = "inspect.signature")]
    #[must_use]
    pub fn signature(&self) -> Signature {
        Signature::of_constructor(self.parameters().map(Into::into).collect())
    }

    /// The fields, and arguments that are no fields, in the order of the signature.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &FieldSpec> {
        let taken = || {
            let all = self.in_written_order().filter(|(is_field, field)| !is_field || field.has(Flags::INIT));
            all.map(|(_, field)| field)
        };
        let positional = |is_required| {
            let positional = taken().filter(|field| !field.has(Flags::KW_ONLY));
            positional.filter(move |field| field.default().is_required() == is_required)
        };
        positional(true).chain(positional(false)).chain(taken().filter(|field| field.has(Flags::KW_ONLY)))
    }
}

impl ClassSpec {
    /// The fields, and with `false` the arguments that stand among them.
    pub(crate) fn in_written_order(&self) -> impl Iterator<Item = (bool, &FieldSpec)> {
        let place = |var: usize| self.init_var_places.get(var).copied().unwrap_or(self.fields.len());
        let vars = move |i: usize| (0..self.init_vars.len()).filter(move |var| place(*var) == i);
        (0..=self.fields.len()).flat_map(move |i| {
            let before = vars(i).filter_map(|var| Some((false, self.init_vars.get(var)?)));
            before.chain(self.fields.get(i).map(|field| (true, field)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{DefaultSpec, FieldBody, Literal, TypeSpec};

    const FLOAT: &FieldBody = &FieldBody::new(TypeSpec::Float);
    const FIELDS: &[FieldSpec] = &[
        FieldSpec::compiled("x", const { &FieldBody::new(TypeSpec::INT) })
            .with_flags(Flags::DEFAULT.with(Flags::PRIMARY_KEY)),
        FieldSpec::compiled("y", const { &FieldBody::new(TypeSpec::Str) })
            .with_flags(Flags::DEFAULT.with(Flags::KW_ONLY)),
        FieldSpec::compiled("z", FLOAT).defaulted(&DefaultSpec::Value(Literal::Float(0.0))),
        FieldSpec::compiled("area", FLOAT).with_flags(Flags::DEFAULT.without(Flags::INIT)),
    ];
    const SCALE: &[FieldSpec] =
        &[FieldSpec::compiled("scale", FLOAT).defaulted(&DefaultSpec::Value(Literal::Float(1.0)))];
    const BASES: &[ClassRef] = &[ClassRef::Named(Text::new("Base"))];
    const COMPILED: ClassSpec = ClassSpec::new(Text::new("P"), List::new(FIELDS))
        .with_module(Text::new("shop"))
        .with_doc(Text::new("A point."))
        .with_bases(List::new(BASES))
        .with_init_vars(List::new(SCALE))
        .with_options(Options::DEFAULT.with(Options::FROZEN));

    #[test]
    fn a_compiled_class_equals_one_made_at_run_time() {
        let text = |text: &str| Text::from(text.to_owned());
        let made = ClassSpec::new(text("P"), FIELDS.to_vec().into())
            .with_module(text("shop"))
            .with_doc(text("A point."))
            .with_bases(vec![ClassRef::Named(text("Base"))].into())
            .with_init_vars(SCALE.to_vec().into())
            .with_options(Options::DEFAULT | Options::FROZEN);
        assert_eq!(COMPILED, made);
        assert_ne!(COMPILED, made.with_options(Options::DEFAULT));
    }

    #[test]
    fn the_signature_puts_keyword_only_last() {
        let signature = COMPILED.signature().to_string();
        assert_eq!(signature, "(x: int, z: float = 0.0, scale: float = 1.0, *, y: str)");
    }

    #[test]
    fn fields_are_found_by_name() {
        assert_eq!(COMPILED.primary_key(), Some("x"));
        assert_eq!(COMPILED.field("z").map(FieldSpec::name), Some("z"));
        assert!(COMPILED.field("q").is_none());
    }
}
