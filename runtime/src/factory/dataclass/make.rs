//! Python's `make_dataclass`.

use super::DataclassOptions;
use crate::class::{Class, ClassBuilder};
use crate::descriptor::Attribute;
use crate::error::Error;
use crate::field::{Field, Names};
use crate::spec::Group;
use crate::symbol::Sym;
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
    name: impl AsRef<str>,
    fields: impl IntoIterator<Item = (impl AsRef<str>, Field)>,
) -> MakeDataclass {
    let mut fields = fields.into_iter();
    // What follows finds room.
    let mut named = Vec::with_capacity(fields.size_hint().0 + 1);
    let mut before = Names::default();
    let checked = fields.try_for_each(|(name, field)| {
        named.push((before.next_kept(name.as_ref())?, field.into()));
        Ok(())
    });
    MakeDataclass {
        builder: Class::builder(name),
        fields: checked.map(|()| named),
        namespace: vec![],
        options: DataclassOptions::new(),
    }
}

/// A dataclass that [`make_dataclass`] is to make: its parameters are those of Python's function.
#[must_use = "a class is made by `build`"]
pub struct MakeDataclass {
    builder: ClassBuilder,
    /// What cannot be the name of a field is told when the class is to be made.
    fields: Result<Vec<(Sym, Attribute)>, Error>,
    namespace: Vec<(Sym, Value)>,
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
    pub fn namespace<N: AsRef<str>>(mut self, attributes: impl IntoIterator<Item = (N, Value)>) -> Self {
        self.namespace.extend(attributes.into_iter().map(|(name, value)| (Sym::new(name.as_ref()), value)));
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
        let mut fields = fields?;
        // As in Python, a value in the namespace is the default of a field of this name.
        for (name, value) in namespace.iter().rev() {
            let field = fields.iter_mut().find(|(other, _)| other == name).map(|(_, field)| field);
            if let Some(field) = field
                && let Some(bare) = field.field().filter(|field| field.is_bare())
            {
                *field = Field::clone(bare).default(value.clone()).into();
            }
        }
        let namespace = namespace.into_iter().map(|(name, value)| (name, value.into())).collect();
        builder.all_named(namespace).all_named(fields).dataclass(options).build()
    }
}
