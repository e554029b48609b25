//! The fields of a class that a JSON Schema describes.

use std::collections::{HashMap, HashSet};

use super::classes::Classes;
use super::error::SchemaError;
use super::inherited::fields_of;
use super::loader::Loader;
use super::node::{Node, NodeId, Object};
use super::values::Typed;
use crate::field::{Field, is_field_name};
use crate::spec::{ClassRef, DefaultSpec, FieldSpec, Literal, Text, TypeSpec};
use crate::validate::Transform;
use crate::validate::rules::{Matches, RequiredWith};
use crate::value::{Dict, Value};

impl<'l> Classes<'l, '_> {
    /// The fields that properties are, in their order.
    pub(super) fn fields(
        &mut self,
        id: NodeId,
        node: &'l Node,
        object: &Object,
        bases: &[ClassRef],
    ) -> Result<Vec<FieldSpec>, SchemaError> {
        let means = self.aliases(id, object);
        let keys: Vec<&str> = object.properties.keys().map(|key| &**key).collect();
        let names = names_of(&keys, bases);
        let by_key: HashMap<&str, &String> = keys.iter().copied().zip(&names).collect();
        let name_of = |key: &Value| by_key.get(key.as_str()?).copied();
        let mut others: HashMap<&str, Vec<&str>> = HashMap::new();
        for alias in &keys {
            if let Some(key) = means.get(alias) {
                others.entry(key).or_default().push(alias);
            }
        }
        let mut fields = vec![];
        for ((key, property), name) in object.properties.iter().zip(&names) {
            if means.contains_key(&**key) {
                continue;
            }
            let place = self.locations.child(id, "properties", key);
            let of_bases = self.said_by_bases(id, node, key, bases)?;
            if place.is_none() && of_bases.is_none() && object.knows_all() {
                return Err(self.unsayable(id, Some("required"), "it asks for what is no field"));
            }
            let of_bases = of_bases.unwrap_or_default();
            let schema = place.and_then(|place| self.written(place)).or(of_bases.schema);
            let other = said(schema, "x-matches").and_then(name_of);
            let aliases = others.remove(&**key).unwrap_or_default();
            let in_data: Vec<&str> = std::iter::once(&**key).chain(aliases).collect();
            let is_required = property.is_required || of_bases.is_required || self.asks_for_one(node, &in_data);
            let with = said(schema, "x-required-with").and_then(Value::as_list).into_iter().flatten();
            let with = with.filter_map(name_of).collect();
            let property_of = Property { key, name, in_data, is_required, schema, with };
            let nodes: Vec<NodeId> = property.node.into_iter().chain(of_bases.nodes).collect();
            let typed = match *nodes {
                [] => Typed::anything(),
                [node] => self.typed(node, key),
                _ => self.asked(&nodes),
            };
            // What contradicts itself, the schemas are asked.
            let field = property_of.field(typed, other).or_else(|_| property_of.field(self.asked(&nodes), other));
            fields.push(field.map_err(|why| self.unsayable(place.unwrap_or(id), None, &why))?);
        }
        Ok(fields)
    }
}

/// A property as it is written.
struct Property<'p> {
    key: &'p str,
    name: &'p str,
    /// What data may call it: by its key, and otherwise.
    in_data: Vec<&'p str>,
    is_required: bool,
    schema: Option<&'p Dict>,
    /// The fields with which it is required.
    with: Vec<&'p String>,
}

impl Property<'_> {
    fn field(&self, typed: Typed, matches: Option<&String>) -> Result<FieldSpec, String> {
        let takes_null = typed.takes_null;
        let (is_any, is_option) = (typed.ty == TypeSpec::Any, typed.is_option());
        let mut field = typed.field();
        if let Some(names) = said(self.schema, "x-transform") {
            field = self.transformed(field, names)?;
        }
        if let Some(other) = matches {
            field = field.rule(Matches::new(Text::from(other.clone())));
        }
        if is_any && !takes_null {
            if !self.is_required {
                return Err("what may be left out but not be null needs a type".to_owned());
            }
            field = field.required();
        }
        if is_option && self.is_required {
            field = field.present();
        }
        if is_any || is_option {
            let rules = self.with.iter().map(|other| RequiredWith::new(Text::from((*other).clone())));
            field = rules.fold(field, Field::rule);
        }
        if *self.name != *self.key {
            field = field.rename(self.key);
        }
        field = self.in_data.iter().skip(1).fold(field, |field, alias| field.alias(*alias));
        if said(self.schema, "writeOnly") == Some(&Value::True) {
            field = field.secret();
        }
        if let Some(doc) = said(self.schema, "description").and_then(Value::as_str) {
            field = field.doc(doc);
        }
        for (name, value) in said(self.schema, "x-metadata").and_then(Value::as_dict).into_iter().flat_map(Dict::iter) {
            if let Some(literal) = Literal::of(value) {
                field = field.metadata(name.to_string(), literal);
            }
        }
        self.with_default(field, takes_null)
    }

    /// What is not asked for has its default, or `None`, which may be no value that data could give.
    fn with_default(&self, field: Field, takes_null: bool) -> Result<FieldSpec, String> {
        let built = |field: Field| field.build(self.name).map_err(|error| error.message().to_owned());
        match said(self.schema, "default").filter(|_| !self.is_required) {
            _ if self.is_required => built(field),
            Some(default) if takes_null || !default.is_none() => built(field.default(default.clone())),
            _ => Ok(built(field)?.with_default(DefaultSpec::Value(Literal::None))),
        }
    }

    /// What is done to a value before its rules are asked.
    fn transformed(&self, field: Field, names: &Value) -> Result<Field, String> {
        let mut names = names.as_list().into_iter().flatten();
        let field = names.try_fold(field, |field, name| {
            let transform = name.as_str().and_then(Transform::from_name);
            let transform = transform.ok_or("a transform is a function of the program that wrote the schema")?;
            Ok::<_, String>(field.transform(transform))
        })?;
        let schema = said(self.schema, "x-transformed").ok_or("what a transform makes of it is not said")?;
        let typed = Loader::new().assert_formats().with_classes(schema, |classes| Ok(classes.typed_root(self.key)));
        let typed = typed.map_err(|error| error.message())?;
        Ok(typed.rules.into_iter().fold(field, Field::rule))
    }
}

/// What a schema says by a keyword.
pub(super) fn said<'v>(schema: Option<&'v Dict>, keyword: &str) -> Option<&'v Value> {
    schema.and_then(|schema| schema.get(keyword))
}

/// Names of fields for names in data: those that bases have for them, or the same where they can be names of fields.
fn names_of(keys: &[&str], bases: &[ClassRef]) -> Vec<String> {
    let inherited: HashMap<&str, &str> =
        bases.iter().flat_map(fields_of).map(|field| (field.key(), field.name())).collect();
    let of_keys = keys.iter().copied().filter(|key| is_field_name(key));
    let mut taken: HashSet<String> = of_keys.chain(inherited.values().copied()).map(str::to_owned).collect();
    let mut name_of = |key: &&str| {
        if let Some(name) = inherited.get(key) {
            return (*name).to_owned();
        }
        if is_field_name(key) {
            return (*key).to_owned();
        }
        let plain: String = key.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        let name = if plain.starts_with(|c: char| c.is_ascii_alphabetic()) { plain } else { format!("field_{plain}") };
        let mut names = std::iter::once(name.clone()).chain((2_usize..).map(|number| format!("{name}_{number}")));
        // There is always a number left.
        let free = names.find(|name| is_field_name(name) && !taken.contains(name)).unwrap_or_default();
        taken.insert(free.clone());
        free
    };
    keys.iter().map(&mut name_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_data_become_names_of_fields() {
        let names = names_of(&["a", "e-mail", "e_mail", "class", "", "1", "é", "e mail", "$ref"], &[]);
        assert_eq!(names, ["a", "e_mail_2", "e_mail", "class_2", "field_", "field_1", "é", "e_mail_3", "field__ref"]);
    }
}
