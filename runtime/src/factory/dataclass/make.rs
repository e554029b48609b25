//! Python's `make_dataclass`.

use super::DataclassOptions;
use crate::class::{Class, ClassBuilder};
use crate::error::Error;
use crate::field::{Field, check_names};
use crate::spec::Group;
use crate::validate::StructCheck;
use crate::value::Value;

/// Makes a dataclass of fields: Python's `make_dataclass`.
///
/// ```
/// use metaclass::prelude::*;
///
/// let point = make_dataclass("Point", [("x", Field::float()), ("z", Field::float().default(0.0))]).order(true).build()?;
/// let p = point.instantiate(args!(1.5))?;
/// assert_eq!(p.to_string(), "Point(x=1.5, z=0.0)");
/// assert_eq!(point.instantiate(args!()).unwrap_err().to_string(), "Point.__init__() missing 1 required positional argument: 'x'");
/// # Ok::<(), Error>(())
/// ```
pub fn make_dataclass(
    name: impl Into<String>,
    fields: impl IntoIterator<Item = (impl Into<String>, Field)>,
) -> MakeDataclass {
    MakeDataclass {
        builder: Class::builder(name),
        fields: fields.into_iter().map(|(name, field)| (name.into(), field)).collect(),
        namespace: vec![],
        options: DataclassOptions::new(),
    }
}

/// A dataclass that [`make_dataclass`] is to make: its parameters are those of Python's function.
#[must_use = "a class is made by `build`"]
pub struct MakeDataclass {
    builder: ClassBuilder,
    fields: Vec<(String, Field)>,
    namespace: Vec<(String, Value)>,
    options: DataclassOptions,
}

impl MakeDataclass {
    pub(in crate::factory) fn with_options(
        mut self,
        change: impl FnOnce(DataclassOptions) -> DataclassOptions,
    ) -> Self {
        self.options = change(std::mem::take(&mut self.options));
        self
    }

    /// With all of these options.
    pub fn options(mut self, options: DataclassOptions) -> Self {
        self.options = options;
        self
    }

    /// Derived from these classes.
    pub fn bases<'a>(mut self, bases: impl IntoIterator<Item = &'a Class>) -> Self {
        self.builder = self.builder.bases(bases);
        self
    }

    /// With these attributes: methods, say.
    ///
    /// ```
    /// use metaclass::prelude::*;
    /// use metaclass::Function;
    ///
    /// let double = Function::method("double", |this| Ok(this.get_as::<i64>("x")? * 2));
    /// let class = make_dataclass("C", [("x", Field::int())]).namespace([("double", double.into())]).build()?;
    /// assert_eq!(class.instantiate(args!(4))?.call("double", args!())?, 8.into());
    /// # Ok::<(), Error>(())
    /// ```
    pub fn namespace<N: Into<String>>(mut self, attributes: impl IntoIterator<Item = (N, Value)>) -> Self {
        self.namespace.extend(attributes.into_iter().map(|(name, value)| (name.into(), value)));
        self
    }

    /// In this module.
    pub fn module(mut self, module: impl Into<String>) -> Self {
        self.builder = self.builder.module(module);
        self
    }

    /// With a documentation.
    pub fn doc(mut self, doc: impl Into<String>) -> Self {
        self.builder = self.builder.doc(doc);
        self
    }

    /// What becomes of names in data that are none of the fields'. They are faults unless said otherwise.
    pub fn extra(self, extra: super::Extra) -> Self {
        self.with_options(|options| options.extra(extra))
    }

    /// With a group of fields that are to be given together, or not together.
    pub fn group(self, group: Group) -> Self {
        self.with_options(|options| options.group(group))
    }

    /// With a check over several fields.
    pub fn check(self, check: StructCheck) -> Self {
        self.with_options(|options| options.check(check))
    }

    /// Makes the class.
    ///
    /// # Errors
    /// A `TypeError` for a name that is none, and those of [`ClassBuilder::build`].
    pub fn build(self) -> Result<Class, Error> {
        let Self { builder, fields, namespace, options } = self;
        check_names(fields.iter().map(|(name, _)| &**name))?;
        // As in Python, a value in the namespace is the default of a field of this name.
        let value_of = |name: &str| namespace.iter().rev().find(|(other, _)| other == name).map(|(_, value)| value);
        let fields: Vec<(String, Field)> = fields
            .into_iter()
            .map(|(name, field)| match value_of(&name).filter(|_| field.is_bare()) {
                Some(value) => (name, field.default(value.clone())),
                None => (name, field),
            })
            .collect();
        let builder = builder.attrs(namespace);
        let builder = fields.into_iter().fold(builder, |builder, (name, field)| builder.field(name, field));
        builder.dataclass(options).build()
    }
}
