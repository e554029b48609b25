//! All classes of a document.

use std::collections::HashMap;
use std::panic::Location;

use super::{Held, Registry, full_name, next_number, taken};
use crate::class::Class;
use crate::error::Error;
use crate::json_schema::{JsonSchema, Made};

impl Registry {
    /// Registers all classes that a JSON Schema describes, or none: those in its `$defs`, and that which it is itself. They
    /// are in the module `__main__`, as all classes that are made without one.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let registry = Registry::new();
    /// registry.load(r##"{"$defs": {
    ///     "Line": {"type": "object", "properties": {"count": {"type": "integer"}}, "required": ["count"]},
    ///     "Order": {"type": "object", "properties": {"lines": {"type": "array", "items": {"$ref": "#/$defs/Line"}}}}
    /// }}"##)?;
    /// assert_eq!(registry.names(), ["__main__.Line", "__main__.Order"]);
    /// let order = registry.get("__main__.Order").ok_or(Error::key_error("Order"))?;
    /// assert_eq!(order.decode_json(r#"{"lines": [{"count": 2}]}"#)?.to_string(), "Order(lines=[Line(count=2)])");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`Class::from_json_schema`], and those of [`register`](Self::register) if a name is taken, by another class
    /// of the document as well.
    #[cfg_attr(docsrs, doc(cfg(feature = "json")))]
    #[track_caller]
    pub fn load(&self, document: &str) -> Result<Vec<Class>, Error> {
        let site = Location::caller();
        let specs = JsonSchema::loader().load_classes(document)?;
        let mut made = Made::default();
        let classes = specs.iter().map(|spec| made.class(spec)).collect::<Result<Vec<Class>, Error>>()?;

        let new: Vec<Held> = classes.iter().map(|class| Held { class: class.clone(), site }).collect();
        let mut names: HashMap<Box<str>, &Held> = HashMap::new();
        let mut held = self.held();
        for new in &new {
            let name = full_name(&new.class);
            let known = self.by_name.pin().get(&*name).and_then(|entry| held.get(&entry.number)).cloned();
            if let Some(old) = known.or_else(|| names.get(&name).map(|other| Held::clone(other))) {
                drop(held);
                return Err(taken(&name, &old, new));
            }
            names.insert(name, new);
        }
        for new in new {
            self.put(&mut held, next_number, full_name(&new.class), new);
        }
        drop(held);
        Ok(classes)
    }
}
