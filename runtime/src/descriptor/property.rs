//! Python's `property`.

use std::sync::{Arc, OnceLock};

use super::{Descriptor, DescriptorValue, Parts};
use crate::class::Class;
use crate::error::Error;
use crate::instance::This;
use crate::value::Value;

type Getter = dyn Fn(&This<'_>) -> Result<Value, Error> + Send + Sync;
type Setter = dyn Fn(&mut This<'_>, Value) -> Result<(), Error> + Send + Sync;
type Deleter = dyn Fn(&mut This<'_>) -> Result<(), Error> + Send + Sync;

/// An attribute that is computed: Python's `property`.
///
/// Parts that are not given are refused when they are needed. A clone shares them, so a subclass can replace one part
/// of its base's property.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::Property;
///
/// let area = Property::new()
///     .getter(|this| Ok(this.get_as::<i64>("w")? * this.get_as::<i64>("h")?));
/// let rect = Class::builder("Rect").attr("w", 2).attr("h", 3).property("area", area).build()?;
///
/// let mut r = rect.instantiate(Args::new())?;
/// r.set("w", 10)?;
/// assert_eq!(r.get("area")?, 30.into());
/// let error = r.set("area", 1).unwrap_err();
/// assert_eq!(error.to_string(), "property 'area' of 'Rect' object has no setter");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct Property {
    get: Option<Arc<Getter>>,
    set: Option<Arc<Setter>>,
    delete: Option<Arc<Deleter>>,
    name: Arc<OnceLock<String>>,
}

impl Property {
    /// Without any part.
    pub fn new() -> Self {
        Self::default()
    }

    /// With what reads it.
    pub fn getter<R: Into<Value>>(self, get: impl Fn(&This<'_>) -> Result<R, Error> + Send + Sync + 'static) -> Self {
        let get = Arc::new(move |this: &This<'_>| get(this).map(Into::into));
        Self { get: Some(get), ..self.renamed() }
    }

    /// With what sets it.
    pub fn setter(self, set: impl Fn(&mut This<'_>, Value) -> Result<(), Error> + Send + Sync + 'static) -> Self {
        Self { set: Some(Arc::new(set)), ..self.renamed() }
    }

    /// With what deletes it.
    pub fn deleter(self, delete: impl Fn(&mut This<'_>) -> Result<(), Error> + Send + Sync + 'static) -> Self {
        Self { delete: Some(Arc::new(delete)), ..self.renamed() }
    }

    /// Another property, which learns a name of its own.
    fn renamed(self) -> Self {
        Self { name: Arc::default(), ..self }
    }

    #[cold]
    fn refuse(&self, class: &Class, part: &str) -> Error {
        let name = self.name.get().map(|name| format!(" {}", crate::repr::repr(name))).unwrap_or_default();
        Error::attribute_error(format!("property{name} of '{}' object has no {part}", class.qualname()))
    }
}

impl Descriptor for Property {
    fn class_name(&self) -> &'static str {
        "property"
    }

    /// A property without a setter refuses to be set: it has all parts.
    fn parts(&self) -> Parts {
        Parts::GET.with(Parts::SET).with(Parts::DELETE)
    }

    fn get(&self, this: Option<&This<'_>>, _: &Class) -> Result<Value, Error> {
        match (this, &self.get) {
            (None, _) => Ok(DescriptorValue::new(self.clone()).into()),
            (Some(this), Some(get)) => get(this),
            (Some(this), None) => Err(self.refuse(this.class(), "getter")),
        }
    }

    fn set(&self, this: &mut This<'_>, value: Value) -> Result<(), Error> {
        match &self.set {
            Some(set) => set(this, value),
            None => Err(self.refuse(this.class(), "setter")),
        }
    }

    fn delete(&self, this: &mut This<'_>) -> Result<(), Error> {
        match &self.delete {
            Some(delete) => delete(this),
            None => Err(self.refuse(this.class(), "deleter")),
        }
    }

    fn set_name(&self, _: &Class, name: &str) -> Result<(), Error> {
        self.name.get_or_init(|| name.to_owned());
        Ok(())
    }
}

impl From<Property> for Value {
    fn from(property: Property) -> Self {
        DescriptorValue::new(property).into()
    }
}
