//! Fields made at run time: what `#[field(..)]` is at compile time.

use std::sync::Arc;

use crate::error::Error;
use crate::spec::{ClassRef, DefaultSpec, FieldBody, FieldSpec, Flags, List, Literal, Ref, Text, TypeSpec};
use crate::validate::rules::{Check, Items, Keys, Values};
use crate::validate::{Outcome, Rule, Transform, Unit};

mod dataclass;
mod define;
mod groups;
mod laws;
mod names;
mod values;

pub(crate) use dataclass::Role;
pub(crate) use define::{fit_together, others_fit};
pub(crate) use names::{Names, Seen, is_field_name, is_identifier};

/// A field of a class that is made at run time.
///
/// The methods are the options of `#[field(..)]`; rules are kept in the order of the calls.
///
/// ```
/// use metaclass::Field;
///
/// let age = Field::int().min_value(0).max_value(150).build("age")?;
/// assert_eq!(age.ty().to_string(), "int");
/// assert_eq!(age.rules().len(), 2);
///
/// let error = Field::int().min_value(10).max_value(1).build("age").unwrap_err();
/// assert_eq!(error.to_string(), "age: `min_value` is greater than `max_value`: no value can obey both");
/// # Ok::<(), metaclass::Error>(())
/// ```
#[doc(alias = "SchemaField")]
#[derive(Clone, Debug)]
#[must_use = "a field does nothing until it is built"]
pub struct Field {
    body: Ref<FieldBody>,
    default: Ref<DefaultSpec>,
    /// The default, if a function makes it.
    factory: Option<Ref<DefaultSpec>>,
    flags: Flags,
    role: Role,
    /// Is it by position where others are by keyword only?
    is_positional: bool,
    /// What all lengths are counted in, if that was said.
    unit: Option<Unit>,
    /// The first thing that was said and has no meaning.
    misuse: Option<&'static str>,
}

/// One constructor per type without parameters.
macro_rules! types {
    ($($(#[$doc:meta])* $name:ident $body:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name() -> Self {
            Self::with_body(Ref::Static(FieldBody::$body))
        }
    )*};
}

impl Field {
    /// A required field of this type.
    pub fn of(ty: TypeSpec) -> Self {
        Self::with_body(ty.into())
    }

    /// One of which nothing is said but this.
    pub(crate) const fn plain(body: &'static FieldBody) -> Self {
        Self::with_body(Ref::Static(body))
    }

    const fn with_body(body: Ref<FieldBody>) -> Self {
        Self {
            body,
            default: Ref::Static(&DefaultSpec::Required),
            factory: None,
            flags: Flags::DEFAULT,
            role: Role::Field,
            is_positional: false,
            unit: None,
            misuse: None,
        }
    }

    fn ty(&self) -> &TypeSpec {
        &self.body.ty
    }

    pub(crate) const fn body(&self) -> &Ref<FieldBody> {
        &self.body
    }

    fn rules(&self) -> &[Rule] {
        &self.body.rules
    }

    fn with(mut self, change: impl FnOnce(&mut FieldBody)) -> Self {
        self.body = self.body.changed(change);
        self
    }

    types! {
        /// Any value.
        any PLAIN_ANY;
        /// A truth value.
        bool PLAIN_BOOL;
        /// An integer of any size that a value can hold.
        int PLAIN_INT;
        /// A float.
        float PLAIN_FLOAT;
        /// Text.
        str PLAIN_STR;
        /// Bytes.
        bytes PLAIN_BYTES;
    }

    /// A list of items like this field.
    pub fn list(item: Self) -> Self {
        let rules = item.rules_within(|rules| Items::new(rules).into());
        let misuse = laws::of_item(&item);
        Self::container(TypeSpec::List(item.into_type()), rules, misuse)
    }

    /// A set of members like this field.
    pub fn set(member: Self) -> Self {
        let rules = member.rules_within(|rules| Items::new(rules).into());
        let misuse = laws::of_item(&member);
        Self::container(TypeSpec::Set(member.into_type()), rules, misuse)
    }

    /// A dict of keys and values like these fields.
    pub fn dict(key: Self, value: Self) -> Self {
        let mut rules = key.rules_within(|rules| Keys::new(rules).into());
        rules.extend(value.rules_within(|rules| Values::new(rules).into()));
        let misuse = laws::of_item(&key).or_else(|| laws::of_item(&value));
        Self::container(TypeSpec::Dict(key.into_type(), value.into_type()), rules, misuse)
    }

    /// A tuple of items like these fields.
    pub fn tuple(items: impl IntoIterator<Item = Self>) -> Self {
        let items: Vec<Self> = items.into_iter().collect();
        let misuse = items.iter().find_map(laws::of_tuple_item);
        let types = items.iter().map(|item| item.ty().clone()).collect();
        Self::container(TypeSpec::Tuple(types), vec![], misuse)
    }

    fn container(ty: TypeSpec, rules: Vec<Rule>, misuse: Option<&'static str>) -> Self {
        let body = FieldBody { rules: rules.into(), ..FieldBody::new(ty) };
        Self { misuse, ..Self::with_body(Ref::shared(body)) }
    }

    /// The type as a part of another one.
    fn into_type(self) -> Ref<TypeSpec> {
        match self.body {
            Ref::Static(body) => Ref::Static(&body.ty),
            Ref::Shared(body) => Ref::shared(Arc::unwrap_or_clone(body).ty),
        }
    }

    /// The rules of this field as one rule of a container.
    fn rules_within(&self, rule: fn(List<Rule>) -> Rule) -> Vec<Rule> {
        match self.rules().is_empty() {
            true => vec![],
            false => vec![rule(self.in_unit().rules.clone())],
        }
    }

    /// What the rules look at.
    fn transformed(&self, value: &crate::Value) -> crate::Value {
        self.body.transforms.iter().fold(value.clone(), |value, transform| transform.apply(value))
    }

    /// What is said of it, with lengths counted in the unit of the field.
    fn in_unit(&self) -> Ref<FieldBody> {
        let body = self.body.clone();
        match self.unit {
            Some(unit) => {
                body.changed(|body| body.rules = body.rules.iter().cloned().map(|rule| rule.with_unit(unit)).collect())
            }
            None => body,
        }
    }

    /// An instance of a class, which is given by itself or by its description.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let point = make_dataclass("Point", [("x", Field::int())]).build()?;
    /// let line = make_dataclass("Line", [("start", Field::class(&point))]).build()?;
    /// assert_eq!(line.instantiate(args!(point.instantiate(args!(1))?))?.to_string(), "Line(start=Point(x=1))");
    /// assert_eq!(line.instantiate(args!(1)).unwrap_err().to_string(), "start: expected Point, got int");
    /// # Ok::<(), Error>(())
    /// ```
    pub fn class(class: impl Into<ClassRef>) -> Self {
        Self::of(TypeSpec::Class(class.into()))
    }

    /// The same, or `None`.
    pub fn nullable(self) -> Self {
        let ty = TypeSpec::Option(self.clone().into_type());
        self.with(|body| body.ty = ty)
    }

    /// Named by data, if only to say that it is null: what may be `None` may be left out otherwise.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let user = Model::define("User", [("nick", Field::str().nullable().present())])?;
    /// assert_eq!(user.decode_json(r#"{"nick": null}"#)?.to_string(), "User(nick=None)");
    /// assert_eq!(user.decode_json("{}").unwrap_err().to_string(), "Validation errors: nick: required");
    /// # Ok::<(), Error>(())
    /// ```
    pub const fn present(mut self) -> Self {
        self.flags = self.flags.with(Flags::PRESENT);
        self
    }

    /// Given, even where it could be `None`.
    pub const fn required(mut self) -> Self {
        self.flags = self.flags.with(Flags::REQUIRED);
        self
    }

    /// In data, `1.0` is no integer.
    pub const fn strict(mut self) -> Self {
        self.flags = self.flags.with(Flags::STRICT);
        self
    }

    /// With a default; one that is no literal is made anew for each instance.
    pub fn default(mut self, value: impl Into<crate::Value>) -> Self {
        self.default = DefaultSpec::of(value.into()).into();
        self
    }

    pub(crate) fn has_default(&self) -> bool {
        !self.default.is_required()
    }

    /// Identifies the instance.
    pub const fn primary_key(mut self) -> Self {
        self.flags = self.flags.with(Flags::PRIMARY_KEY);
        self
    }

    /// Its value is shown nowhere.
    pub const fn secret(mut self) -> Self {
        self.flags = self.flags.with(Flags::SECRET);
        self
    }

    /// With another name in data, which is not empty.
    pub fn rename(mut self, key: impl Into<String>) -> Self {
        let key = key.into();
        if key.is_empty() {
            self.misuse = self.misuse.or(Some("the name of a field in data is not empty"));
        }
        self.with(|body| body.key = Text::from(key))
    }

    /// With a further name that data may use.
    pub fn alias(self, alias: impl Into<String>) -> Self {
        self.with(|body| body.aliases = body.aliases.and(Text::from(alias.into())))
    }

    /// With a documentation.
    pub fn doc(self, doc: impl Into<String>) -> Self {
        self.with(|body| body.doc = Text::from(doc.into()))
    }

    /// With data of the user's.
    pub fn metadata(self, key: impl Into<String>, value: Literal) -> Self {
        self.with(|body| body.metadata = body.metadata.and((Text::from(key.into()), value)))
    }

    /// With a change that is made before the rules look at a value; several are made in this order.
    pub fn transform(self, transform: Transform) -> Self {
        self.with(|body| body.transforms = body.transforms.and(transform))
    }

    /// All lengths are counted in this unit, those of rules to come too.
    pub const fn unit(mut self, unit: Unit) -> Self {
        self.unit = Some(unit);
        self
    }

    /// With a check: a function of a value that is not `None`, which gives `bool` or `Result<(), impl Into<Issue>>`.
    ///
    /// ```
    /// use metaclass::{Field, Value};
    ///
    /// let even = Field::int().check(|value: &Value| value.as_int().is_some_and(|value| value % 2 == 0));
    /// assert!(even.clone().default(2).build("n").is_ok());
    /// assert!(even.default(3).build("n").is_err());
    /// ```
    pub fn check<O: Outcome>(self, function: impl Fn(&crate::Value) -> O + Send + Sync + 'static) -> Self {
        self.rule(Check::new(function))
    }

    /// With a rule.
    pub fn rule(self, rule: impl Into<Rule>) -> Self {
        self.with(|body| body.rules = body.rules.and(rule.into()))
    }

    /// The rule before this has a message of its own.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        match self.rules().split_last() {
            Some((rule, _)) if rule.within().is_some() => {
                self.misuse =
                    self.misuse.or(Some("`message` stands after a rule of what lies within, and not after all"));
                self
            }
            Some((rule, before)) => {
                let rule = rule.clone().with_message(Text::from(message.into()));
                let rules = before.iter().cloned().chain([rule]).collect();
                self.with(|body| body.rules = rules)
            }
            None => {
                self.misuse = self.misuse.or(Some("`message` stands after the rule that it is for"));
                self
            }
        }
    }

    /// The description of the field under this name.
    ///
    /// # Errors
    /// A `TypeError` for a rule that does not fit the type, and for what else has no meaning; a `ValueError` for rules that contradict each other, for
    /// a pattern that cannot be compiled, and for a default that breaks the rules.
    pub fn build(self, name: &str) -> Result<FieldSpec, Error> {
        self.build_as(Text::from(name.to_owned()))
    }

    /// The same under a name that is kept already.
    pub(crate) fn build_as(&self, name: Text) -> Result<FieldSpec, Error> {
        self.check_as(&name)?;
        Ok(self.describe(name))
    }

    /// Its number among the fields of which nothing is said but one of the types without parameters.
    pub(crate) fn plain_number(&self) -> Option<usize> {
        let Self { body, default, factory, flags, role, is_positional, unit, misuse } = self;
        let says_nothing = default.is_required() && factory.is_none() && *flags == Flags::DEFAULT;
        let is_plain = says_nothing && *role == Role::Field && !is_positional && unit.is_none() && misuse.is_none();
        body.plain_number().filter(|_| is_plain)
    }

    /// Asks the laws.
    pub(crate) fn check_as(&self, name: &Text) -> Result<(), Error> {
        if self.plain_number().is_some() {
            return Ok(());
        }
        let in_unit = self.unit.map(|_| Self { body: self.in_unit(), ..self.clone() });
        laws::check(in_unit.as_ref().unwrap_or(self)).map_err(|error| error.at(name.clone()))
    }

    /// The description of a field that has passed the laws.
    pub(crate) fn describe(&self, name: Text) -> FieldSpec {
        let default = self.factory.as_ref().unwrap_or(&self.default).clone();
        let body = if self.unit.is_some() { self.in_unit() } else { self.body.clone() };
        FieldSpec { name, body, default, flags: self.flags }
    }
}

/// What a description says, to be said again.
impl From<FieldSpec> for Field {
    fn from(spec: FieldSpec) -> Self {
        let FieldSpec { name, body, default, flags } = spec;
        let required = Ref::Static(&DefaultSpec::Required);
        let (default, factory) = if default.is_factory() { (required, Some(default)) } else { (default, None) };
        let body = if body.key == name { body.changed(|body| body.key = Text::new("")) } else { body };
        Self { default, factory, flags, ..Self::with_body(body) }
    }
}
