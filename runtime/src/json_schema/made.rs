//! From the descriptions that a JSON Schema gives to classes.

use std::collections::HashMap;
use std::sync::Arc;

use crate::bridge;
use crate::class::Class;
use crate::error::Error;
use crate::spec::{ClassRef, ClassSpec, FieldSpec, List, Ref, Text, TypeSpec};

impl Class {
    /// Makes the class that a JSON Schema of an object describes, and the classes within it: see
    /// [`ClassSpec::from_json_schema`]. A class that is described in `allOf` is a base, and
    /// of a property of both holds what both say.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let form = Class::from_json_schema(r#"{
    ///     "title": "Signup", "type": "object", "required": ["email"], "additionalProperties": false,
    ///     "properties": {"email": {"type": "string", "format": "email"}, "age": {"type": "integer", "minimum": 18}}
    /// }"#)?;
    /// let ann = form.decode_json(r#"{"email": "ann@example.org", "age": 40}"#)?;
    /// assert_eq!(ann.to_string(), "Signup(email='ann@example.org', age=40)");
    /// let error = form.decode_json(r#"{"email": "ann", "age": 7}"#).unwrap_err();
    /// assert_eq!(error.to_string(), "Validation errors: email: must be an e-mail address; age: must be at least 18");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// A `ValueError`: the [`SchemaError`](crate::json_schema::SchemaError) is its source. A `TypeError` if the classes in
    /// `allOf` have no consistent order.
    pub fn from_json_schema(text: &str) -> Result<Self, Error> {
        Made::default().class(&Arc::new(ClassSpec::from_json_schema(text)?))
    }
}

/// The classes that were made of descriptions, by where those lie.
#[derive(Default)]
pub(crate) struct Made {
    classes: HashMap<usize, Class>,
    /// What lies there stays there.
    specs: Vec<Arc<ClassSpec>>,
}

impl Made {
    /// The class of a description. What lies within another is made first, and no description lies within itself.
    pub(crate) fn class(&mut self, spec: &Arc<ClassSpec>) -> Result<Class, Error> {
        let address = Arc::as_ptr(spec).addr();
        if let Some(class) = self.classes.get(&address) {
            return Ok(class.clone());
        }
        let field = |field: &FieldSpec| Ok(field.clone().with_ty(self.ty(field.ty())?));
        let fields = spec.fields().iter().map(field).collect::<Result<List<FieldSpec>, Error>>()?;
        let bases = spec.bases().iter().map(|base| self.referred(base));
        let bases = bases.collect::<Result<List<ClassRef>, Error>>()?;
        // As every class that is made without a module.
        let described = ClassSpec::new(spec.name_text().clone(), fields)
            .with_module(Text::new("__main__"))
            .with_doc(spec.doc_text().clone())
            .with_bases(bases)
            .with_groups(spec.groups().iter().cloned().collect())
            .with_options(spec.options());
        let class = bridge::class_of(&described)?;
        self.classes.insert(address, class.clone());
        self.specs.push(Arc::clone(spec));
        Ok(class)
    }

    fn referred(&mut self, class: &ClassRef) -> Result<ClassRef, Error> {
        match class {
            ClassRef::Shared(spec) => Ok(ClassRef::Class(self.class(spec)?)),
            other => Ok(other.clone()),
        }
    }

    fn ty(&mut self, ty: &TypeSpec) -> Result<TypeSpec, Error> {
        Ok(match ty {
            TypeSpec::Option(inner) => TypeSpec::Option(self.inner(inner)?),
            TypeSpec::List(item) => TypeSpec::List(self.inner(item)?),
            TypeSpec::Set(item) => TypeSpec::Set(self.inner(item)?),
            TypeSpec::Dict(key, value) => TypeSpec::Dict(self.inner(key)?, self.inner(value)?),
            TypeSpec::Tuple(items) => {
                TypeSpec::Tuple(items.iter().map(|item| self.ty(item)).collect::<Result<_, Error>>()?)
            }
            TypeSpec::Class(class) => TypeSpec::Class(self.referred(class)?),
            other => other.clone(),
        })
    }

    fn inner(&mut self, ty: &TypeSpec) -> Result<Ref<TypeSpec>, Error> {
        Ok(Ref::shared(self.ty(ty)?))
    }
}
