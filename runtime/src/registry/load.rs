//! All classes of a document.

use std::panic::Location;

use super::several::New;
use super::{Held, Registry};
use crate::class::Class;
use crate::error::Error;
use crate::json_schema::{Described, JsonSchema, Made};

impl Registry {
    /// Registers all classes that a JSON Schema describes, or none: those in its `$defs`, and that which it is itself. They
    /// are in the module `__main__`, as all classes that are made without one. They come at once: who sees one of them
    /// sees all.
    ///
    /// A `$ref` leads to a place in the document or to a class of the registry: by its name, as `class:shop.User`, or, if
    /// it was loaded from a document with a URI (`$id`), by that, as `https://example.org/shop#/$defs/User`. It is the class
    /// that has the name or the place when the document is loaded; what is registered, replaced or removed later changes
    /// nothing of the classes that were made of it. What replaces a class is found by the URIs of its place.
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
    ///
    /// registry.load(r#"{"title": "Bill", "type": "object", "properties": {"of": {"$ref": "class:__main__.Order"}}}"#)?;
    /// let bill = registry.get("__main__.Bill").ok_or(Error::key_error("Bill"))?;
    /// assert_eq!(bill.spec().signature().to_string(), "(of: Order = None)");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`Class::from_json_schema`], and those of [`register`](Self::register) if a name is taken, by another class
    /// of the document as well; a `ValueError` if a document with its URI is loaded already.
    #[cfg_attr(docsrs, doc(cfg(feature = "json")))]
    #[track_caller]
    pub fn load(&self, document: &str) -> Result<Vec<Class>, Error> {
        let site = Location::caller();
        let made = self.made(document)?;
        let classes = made.iter().map(|made| made.class.clone()).collect();
        let new = |MadeClass { class, uris }| New { held: Held { class, site }, uris };
        self.take(made.into_iter().map(new).collect())?;
        Ok(classes)
    }

    /// Makes all classes of a document as [`load`](Self::load) does, and registers none of them: another edition of what
    /// is loaded, to be compared by [`diff`](Self::diff) and put in its place by [`replace`](Self::replace).
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let registry = Registry::new();
    /// registry.load(r#"{"title": "Form", "type": "object", "properties": {"name": {"type": "string"}}}"#)?;
    /// for newer in registry.read(r#"{"title": "Form", "type": "object", "properties": {}}"#)? {
    ///     assert_eq!(registry.diff(&newer).unwrap().to_string(), "breaking: name: is gone");
    ///     registry.replace(&newer);
    /// }
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`Class::from_json_schema`].
    #[cfg_attr(docsrs, doc(cfg(feature = "json")))]
    pub fn read(&self, document: &str) -> Result<Vec<Class>, Error> {
        Ok(self.made(document)?.into_iter().map(|made| made.class).collect())
    }

    /// The class that stands where one was loaded from a document of this URI, under this fragment.
    pub(crate) fn by_uri(&self, uri: &str, fragment: &str) -> Option<Class> {
        self.places.by_uri(uri, fragment)
    }

    fn made(&self, document: &str) -> Result<Vec<MadeClass>, Error> {
        let described = JsonSchema::loader().registry(self).load_described(document)?;
        let mut made = Made::default();
        let class = |described: Described| Ok(MadeClass { class: made.class(&described.spec)?, uris: described.uris });
        described.into_iter().map(class).collect()
    }
}

/// A class of a document.
struct MadeClass {
    class: Class,
    /// The URIs by which other documents can refer to it, each with its fragment.
    uris: Vec<(String, String)>,
}
