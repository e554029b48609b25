//! Fields made at run time: what `#[field(..)]` is at compile time.

use crate::error::Error;
use crate::spec::{ClassRef, DefaultSpec, FieldSpec, Flags, List, Literal, Ref, Text, TypeSpec};
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
pub(crate) use names::{Seen, check as check_names, is_identifier, is_keyword};

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
    ty: TypeSpec,
    default: DefaultSpec,
    /// The default, if a function makes it.
    factory: Option<DefaultSpec>,
    flags: Flags,
    role: Role,
    /// Is it by position where others are by keyword only?
    is_positional: bool,
    transforms: Vec<Transform>,
    rules: Vec<Rule>,
    key: Text,
    aliases: Vec<Text>,
    doc: Text,
    metadata: Vec<(Text, Literal)>,
    /// What all lengths are counted in, if that was said.
    unit: Option<Unit>,
    /// The first thing that was said and has no meaning.
    misuse: Option<&'static str>,
}

/// One constructor per type without parameters.
macro_rules! types {
    ($($(#[$doc:meta])* $name:ident $ty:expr;)*) => {$(
        $(#[$doc])*
        pub fn $name() -> Self {
            Self::of($ty)
        }
    )*};
}

impl Field {
    /// A required field of this type.
    pub const fn of(ty: TypeSpec) -> Self {
        Self {
            ty,
            default: DefaultSpec::Required,
            factory: None,
            flags: Flags::DEFAULT,
            role: Role::Field,
            is_positional: false,
            transforms: Vec::new(),
            rules: Vec::new(),
            key: Text::new(""),
            aliases: Vec::new(),
            doc: Text::new(""),
            metadata: Vec::new(),
            unit: None,
            misuse: None,
        }
    }

    types! {
        /// Any value.
        any TypeSpec::Any;
        /// A truth value.
        bool TypeSpec::Bool;
        /// An integer of any size that a value can hold.
        int TypeSpec::INT;
        /// A float.
        float TypeSpec::Float;
        /// Text.
        str TypeSpec::Str;
        /// Bytes.
        bytes TypeSpec::Bytes;
    }

    /// A list of items like this field.
    pub fn list(item: Self) -> Self {
        let rules = item.rules_within(|rules| Items::new(rules).into());
        Self { rules, misuse: laws::of_item(&item), ..Self::of(TypeSpec::List(Ref::shared(item.ty))) }
    }

    /// A set of members like this field.
    pub fn set(member: Self) -> Self {
        let rules = member.rules_within(|rules| Items::new(rules).into());
        Self { rules, misuse: laws::of_item(&member), ..Self::of(TypeSpec::Set(Ref::shared(member.ty))) }
    }

    /// A dict of keys and values like these fields.
    pub fn dict(key: Self, value: Self) -> Self {
        let mut rules = key.rules_within(|rules| Keys::new(rules).into());
        rules.extend(value.rules_within(|rules| Values::new(rules).into()));
        let misuse = laws::of_item(&key).or_else(|| laws::of_item(&value));
        Self { rules, misuse, ..Self::of(TypeSpec::Dict(Ref::shared(key.ty), Ref::shared(value.ty))) }
    }

    /// A tuple of items like these fields.
    pub fn tuple(items: impl IntoIterator<Item = Self>) -> Self {
        let items: Vec<Self> = items.into_iter().collect();
        let misuse = items.iter().find_map(laws::of_tuple_item);
        Self { misuse, ..Self::of(TypeSpec::Tuple(items.into_iter().map(|item| item.ty).collect())) }
    }

    /// The rules of this field as one rule of a container.
    fn rules_within(&self, rule: fn(List<Rule>) -> Rule) -> Vec<Rule> {
        match self.rules.is_empty() {
            true => vec![],
            false => vec![rule(self.rules_in_unit().into())],
        }
    }

    /// What the rules look at.
    fn transformed(&self, value: &crate::Value) -> crate::Value {
        self.transforms.iter().fold(value.clone(), |value, transform| transform.apply(value))
    }

    /// The rules, with lengths counted in the unit of the field.
    fn rules_in_unit(&self) -> Vec<Rule> {
        let in_unit = |rule: Rule| match self.unit {
            Some(unit) => rule.with_unit(unit),
            None => rule,
        };
        self.rules.iter().cloned().map(in_unit).collect()
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
    pub fn nullable(mut self) -> Self {
        self.ty = TypeSpec::Option(Ref::shared(self.ty));
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
        self.default = DefaultSpec::of(value.into());
        self
    }

    pub(crate) const fn has_default(&self) -> bool {
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

    /// With another name in data.
    pub fn rename(mut self, key: impl Into<String>) -> Self {
        self.key = Text::from(key.into());
        self
    }

    /// With a further name that data may use.
    pub fn alias(mut self, alias: impl Into<String>) -> Self {
        self.aliases.push(Text::from(alias.into()));
        self
    }

    /// With a documentation.
    pub fn doc(mut self, doc: impl Into<String>) -> Self {
        self.doc = Text::from(doc.into());
        self
    }

    /// With data of the user's.
    pub fn metadata(mut self, key: impl Into<String>, value: Literal) -> Self {
        self.metadata.push((Text::from(key.into()), value));
        self
    }

    /// With a change that is made before the rules look at a value; several are made in this order.
    pub fn transform(mut self, transform: Transform) -> Self {
        self.transforms.push(transform);
        self
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
    pub fn rule(mut self, rule: impl Into<Rule>) -> Self {
        self.rules.push(rule.into());
        self
    }

    /// The rule before this has a message of its own.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        match self.rules.pop() {
            Some(rule) if rule.within().is_some() => {
                self.rules.push(rule);
                self.misuse =
                    self.misuse.or(Some("`message` stands after a rule of what lies within, and not after all"));
            }
            Some(rule) => self.rules.push(rule.with_message(Text::from(message.into()))),
            None => self.misuse = self.misuse.or(Some("`message` stands after the rule that it is for")),
        }
        self
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

    /// Asks the laws.
    pub(crate) fn check_as(&self, name: &Text) -> Result<(), Error> {
        let in_unit = self.unit.map(|_| Self { rules: self.rules_in_unit(), ..self.clone() });
        laws::check(in_unit.as_ref().unwrap_or(self)).map_err(|error| error.at(name.clone()))
    }

    /// The description of a field that has passed the laws.
    pub(crate) fn describe(&self, name: Text) -> FieldSpec {
        let Self { ty, default, factory, transforms, aliases, metadata, .. } = self;
        FieldSpec {
            name,
            key: self.key.clone(),
            ty: ty.clone(),
            default: factory.as_ref().unwrap_or(default).clone(),
            flags: self.flags,
            transforms: transforms.iter().cloned().collect(),
            rules: if self.rules.is_empty() { List::EMPTY } else { self.rules_in_unit().into() },
            aliases: aliases.iter().cloned().collect(),
            doc: self.doc.clone(),
            metadata: metadata.iter().cloned().collect(),
        }
    }
}

/// What a description says, to be said again.
impl From<FieldSpec> for Field {
    fn from(spec: FieldSpec) -> Self {
        let default = spec.default().clone();
        let is_factory = default.is_factory();
        Self {
            factory: is_factory.then(|| default.clone()),
            default: if is_factory { DefaultSpec::Required } else { default },
            flags: spec.flags(),
            transforms: spec.transforms().to_vec(),
            rules: spec.rules().to_vec(),
            key: if spec.key() == spec.name() { Text::new("") } else { spec.key_text().clone() },
            aliases: spec.aliases().to_vec(),
            doc: Text::from(spec.doc().to_owned()),
            metadata: spec.metadata().to_vec(),
            ..Self::of(spec.ty().clone())
        }
    }
}

/// Can a field be called so?
#[cfg(feature = "json")]
pub(crate) fn is_field_name(name: &str) -> bool {
    names::check(std::iter::once(name)).is_ok()
}
