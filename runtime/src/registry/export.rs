//! A registry as a picture, or as a document.

use super::Registry;
use crate::class::Class;
use crate::diagram::Diagram;

impl Registry {
    /// The classes as a class diagram of [Mermaid](https://mermaid.js.org/syntax/classDiagram.html): fields with their
    /// types, what derives from what, which field holds instances of which class.
    ///
    /// Names are data, whatever they are: they are shown, and have no meaning to Mermaid.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let registry = Registry::new();
    /// let entity = Class::builder("Entity").module("shop").field("id", Field::int()).build()?;
    /// registry.register(&entity)?;
    /// registry.register(&Class::builder("User").module("shop").base(&entity).field("name", Field::str()).build()?)?;
    /// assert_eq!(registry.to_mermaid(), "\
    /// classDiagram
    ///     class c0[\"shop.Entity\"] {
    ///         int id
    ///     }
    ///     class c1[\"shop.User\"] {
    ///         str name
    ///     }
    ///     c0 <|-- c1
    /// ");
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn to_mermaid(&self) -> String {
        self.diagram().to_mermaid()
    }

    /// The same as a graph in the DOT language of [Graphviz](https://graphviz.org): `dot -Tsvg`.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let registry = Registry::new();
    /// registry.register(&Class::builder("User").field("tags", Field::list(Field::str())).build()?)?;
    /// assert!(registry.to_dot().contains(r#"c0 [label="{User|tags: list[str]\l}"];"#));
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn to_dot(&self) -> String {
        self.diagram().to_dot()
    }

    fn diagram(&self) -> Diagram {
        Diagram::of(&self.iter().collect::<Vec<Class>>())
    }

    /// One JSON Schema with all classes in its `$defs`, and the classes within them: see
    /// [`ClassSpec::json_schema`](crate::spec::ClassSpec::json_schema).
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let registry = Registry::new();
    /// registry.register(&Class::builder("User").field("age", Field::int().min_value(0)).build()?)?;
    /// assert_eq!(
    ///     registry.to_json_schema().to_string(),
    ///     "{'$schema': 'https://json-schema.org/draft/2020-12/schema', '$defs': {'User': {'title': 'User', \
    ///       'type': 'object', 'properties': {'age': {'type': 'integer', 'minimum': 0}}, 'required': ['age'], \
    ///       'additionalProperties': False}}}"
    /// );
    /// # Ok::<(), Error>(())
    /// ```
    #[cfg(feature = "json")]
    #[cfg_attr(docsrs, doc(cfg(feature = "json")))]
    #[must_use]
    pub fn to_json_schema(&self) -> crate::Value {
        let classes: Vec<Class> = self.iter().collect();
        crate::schema::document(classes.iter().map(Class::spec))
    }
}
