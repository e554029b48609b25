//! From schemas to nodes: what each keyword says.

#![allow(clippy::unnecessary_wraps, reason = "all that reads a keyword has one form")]

use std::borrow::Cow;

use super::error::{SchemaError, SchemaErrorKind};
use super::keywords::find;
use super::locations::{Fault, Locations, invalid};
use super::node::{Array, Check, Composed, Contains, Node, NodeId, Object};
#[cfg(feature = "regex")]
use super::patterns::Patterns;
use super::registered::Registered;
use super::types::Types;
use super::written::{count, flag, is_unique, names, number};
use crate::registry::Registry;
use crate::spec::Text;
use crate::validate::rules::{
    ExclusiveMax, ExclusiveMin, MaxItems, MaxLength, MaxProperties, MaxValue, MinItems, MinLength, MinProperties,
    MinValue, MultipleOf,
};
use crate::validate::{Format, Rule, cut};
use crate::value::{Number, Value};

/// The nodes of all schemas, by the numbers of their places, and then those of the classes that they refer to.
pub(super) fn compile(
    locations: &Locations<'_>,
    registry: Option<&Registry>,
    asserts_formats: bool,
) -> Result<Vec<Node>, SchemaError> {
    let mut registered = Registered::new(registry, locations.iter().len());
    #[cfg(feature = "regex")]
    let mut patterns = Patterns::default();
    let draft = |(id, location): (NodeId, &super::locations::Location<'_>)| {
        let draft = Draft {
            locations,
            id,
            keyword: "",
            #[cfg(feature = "regex")]
            patterns: &mut patterns,
            registered: &mut registered,
            asserts_formats,
            node: Node::default(),
        };
        draft.read_all(location.value)
    };
    let mut nodes = locations.iter().enumerate().map(draft).collect::<Result<Vec<Node>, SchemaError>>()?;
    nodes.extend(registered.into_nodes());
    Ok(nodes)
}

/// A schema in the making.
pub(super) struct Draft<'l, 'a, 'r> {
    locations: &'l Locations<'a>,
    id: NodeId,
    /// That which is read.
    keyword: &'static str,
    #[cfg(feature = "regex")]
    patterns: &'l mut Patterns,
    registered: &'l mut Registered<'r>,
    asserts_formats: bool,
    node: Node,
}

pub(super) type Read = Result<(), Fault>;

impl<'a> Draft<'_, 'a, '_> {
    fn read_all(mut self, value: &Value) -> Result<Node, SchemaError> {
        let schema = match value {
            Value::Dict(schema) => schema,
            Value::False => return Ok(Node { types: Types::NONE, ..self.node }),
            _ => return Ok(self.node),
        };
        for (key, value) in schema.iter() {
            let Some(keyword) = key.as_str().and_then(find) else { continue };
            self.keyword = keyword.name;
            let read = (keyword.read)(&mut self, value);
            read.map_err(|fault| self.locations.error(self.id, Some(keyword.name), fault))?;
        }
        Ok(self.node)
    }

    /// The schemas within the value of a keyword.
    fn children_of(&self, keyword: &str) -> impl Iterator<Item = (&Cow<'a, str>, NodeId)> {
        let location = self.locations.get(self.id);
        let children = location.into_iter().flat_map(|location| &location.children);
        children.filter(move |(of, ..)| *of == keyword).map(|(_, name, id)| (name, *id))
    }

    /// The schema that is the value of a keyword.
    fn child_of(&self, keyword: &str) -> Option<NodeId> {
        self.children_of(keyword).next().map(|(_, id)| id)
    }

    /// The schemas in the list that is the value.
    fn list(&self) -> Vec<NodeId> {
        self.children_of(self.keyword).map(|(_, id)| id).collect()
    }

    /// The schemas in the object that is the value.
    fn named(&self) -> Vec<(Text, NodeId)> {
        self.children_of(self.keyword).map(|(name, id)| (Text::from(name.to_string()), id)).collect()
    }

    fn object(&mut self) -> &mut Object {
        self.node.object.get_or_insert_default()
    }

    fn array(&mut self) -> &mut Array {
        self.node.array.get_or_insert_default()
    }

    fn rule(&mut self, rule: impl Into<Rule>) -> Read {
        self.node.checks.push(Check::Rule(rule.into()));
        Ok(())
    }

    fn compose(&mut self, composed: Composed) -> Read {
        self.node.composed.push(composed);
        Ok(())
    }

    pub(super) fn reference(&mut self, value: &Value) -> Read {
        let reference = value.as_str().ok_or_else(|| invalid("it takes a URI"))?;
        let node = self.locations.resolve(self.id, reference, self.registered)?;
        self.compose(Composed::All(vec![node]))
    }

    pub(super) fn title(&mut self, value: &Value) -> Read {
        let title = value.as_str().ok_or_else(|| invalid("it takes text"))?;
        if title.chars().all(|c| c.is_alphanumeric() || c == '_') {
            title.clone_into(&mut self.node.title);
        }
        Ok(())
    }

    pub(super) fn types(&mut self, value: &Value) -> Read {
        let of_name = |value: &Value| {
            let name = value.as_str()?;
            Types::NAMES.iter().find(|(known, ..)| *known == name).map(|(_, ty, _)| *ty)
        };
        let types = match value {
            Value::List(names) if !names.is_empty() && is_unique(names) => {
                names.iter().try_fold(Types::NONE, |types, name| Some(types.and(of_name(name)?)))
            }
            name => of_name(name),
        };
        let names = Types::NAMES.map(|(name, ..)| name).join(", ");
        self.node.types = types.ok_or_else(|| invalid(&format!("it takes one or several of {names}")))?;
        Ok(())
    }

    pub(super) fn one_of(&mut self, value: &Value) -> Read {
        let allowed = value.as_list().ok_or_else(|| invalid("it takes a list"))?;
        self.node.checks.push(Check::OneOf(allowed.to_vec()));
        Ok(())
    }

    pub(super) fn equals(&mut self, value: &Value) -> Read {
        self.node.checks.push(Check::Equals(value.clone()));
        Ok(())
    }

    pub(super) fn min_length(&mut self, value: &Value) -> Read {
        self.rule(MinLength::new(count(value)?))
    }

    pub(super) fn max_length(&mut self, value: &Value) -> Read {
        self.rule(MaxLength::new(count(value)?))
    }

    #[cfg(feature = "regex")]
    pub(super) fn pattern(&mut self, value: &Value) -> Read {
        let rule = self.patterns.compile(value.as_str().ok_or_else(|| invalid("it takes text"))?)?;
        self.rule(rule)
    }

    #[cfg(not(feature = "regex"))]
    pub(super) fn pattern(&mut self, _: &Value) -> Read {
        let text = format!("enable feature `regex` of `metaclass` to use '{}'", self.keyword);
        Err((SchemaErrorKind::UnsupportedKeyword, text))
    }

    /// An annotation, unless it is to be asserted (Validation, 7.2).
    pub(super) fn format(&mut self, value: &Value) -> Read {
        let name = value.as_str().ok_or_else(|| invalid("it takes text"))?;
        if !self.asserts_formats {
            return Ok(());
        }
        match Format::from_json_schema(name) {
            Some(format) => self.rule(format),
            None => Err((SchemaErrorKind::UnsupportedKeyword, format!("the format '{}' is not supported", cut(name)))),
        }
    }

    pub(super) fn min_value(&mut self, value: &Value) -> Read {
        self.rule(MinValue::new(number(value)?))
    }

    pub(super) fn max_value(&mut self, value: &Value) -> Read {
        self.rule(MaxValue::new(number(value)?))
    }

    pub(super) fn exclusive_min(&mut self, value: &Value) -> Read {
        self.rule(ExclusiveMin::new(number(value)?))
    }

    pub(super) fn exclusive_max(&mut self, value: &Value) -> Read {
        self.rule(ExclusiveMax::new(number(value)?))
    }

    pub(super) fn multiple_of(&mut self, value: &Value) -> Read {
        let divisor = number(value)?;
        match divisor.order(Number::Int(0)).is_some_and(std::cmp::Ordering::is_gt) {
            true => self.rule(MultipleOf::new(divisor)),
            false => Err(invalid("it takes a number greater than 0")),
        }
    }

    pub(super) fn min_items(&mut self, value: &Value) -> Read {
        self.rule(MinItems::new(count(value)?))
    }

    pub(super) fn max_items(&mut self, value: &Value) -> Read {
        self.rule(MaxItems::new(count(value)?))
    }

    pub(super) fn unique_items(&mut self, value: &Value) -> Read {
        flag(self, value)?;
        if *value == Value::True {
            self.node.checks.push(Check::UniqueItems);
        }
        Ok(())
    }

    pub(super) fn prefix_items(&mut self, _: &Value) -> Read {
        self.array().prefix = self.list();
        Ok(())
    }

    pub(super) fn items(&mut self, _: &Value) -> Read {
        self.array().items = self.child_of("items");
        Ok(())
    }

    pub(super) fn unevaluated_items(&mut self, _: &Value) -> Read {
        self.array().unevaluated = self.child_of("unevaluatedItems");
        Ok(())
    }

    /// Only with it the limits to their number have a meaning (Core, 10.3.1.3).
    pub(super) fn contains(&mut self, _: &Value) -> Read {
        let limit = |keyword| self.sibling(keyword).map(count).transpose();
        let (min, max) = (limit("minContains")?.unwrap_or(1), limit("maxContains")?);
        let contains = self.child_of("contains").map(|node| Contains { node, min, max });
        self.array().contains = contains;
        Ok(())
    }

    pub(super) fn min_properties(&mut self, value: &Value) -> Read {
        self.rule(MinProperties::new(count(value)?))
    }

    pub(super) fn max_properties(&mut self, value: &Value) -> Read {
        self.rule(MaxProperties::new(count(value)?))
    }

    pub(super) fn properties(&mut self, _: &Value) -> Read {
        for (name, node) in self.named() {
            self.object().properties.entry(name).or_default().node = Some(node);
        }
        Ok(())
    }

    pub(super) fn required(&mut self, value: &Value) -> Read {
        for name in names(value)? {
            self.object().properties.entry(name).or_default().is_required = true;
        }
        Ok(())
    }

    #[cfg(feature = "regex")]
    pub(super) fn pattern_properties(&mut self, _: &Value) -> Read {
        for (name, node) in self.named() {
            let pattern = self.patterns.compile(&name)?;
            self.object().patterns.push((pattern, node));
        }
        Ok(())
    }

    #[cfg(not(feature = "regex"))]
    pub(super) fn pattern_properties(&mut self, value: &Value) -> Read {
        self.pattern(value)
    }

    pub(super) fn additional_properties(&mut self, _: &Value) -> Read {
        self.object().additional = self.child_of("additionalProperties");
        Ok(())
    }

    pub(super) fn unevaluated_properties(&mut self, _: &Value) -> Read {
        self.object().unevaluated = self.child_of("unevaluatedProperties");
        Ok(())
    }

    pub(super) fn property_names(&mut self, _: &Value) -> Read {
        self.object().names = self.child_of("propertyNames");
        Ok(())
    }

    pub(super) fn dependent_required(&mut self, value: &Value) -> Read {
        let dependent = value.as_dict().ok_or_else(|| invalid("it takes an object of lists of names"))?;
        for (name, needed) in dependent.iter() {
            let entry = (Text::from(name.to_string()), names(needed)?);
            self.object().dependent.push(entry);
        }
        Ok(())
    }

    pub(super) fn dependent_schemas(&mut self, _: &Value) -> Read {
        self.compose(Composed::Dependent(self.named()))
    }

    pub(super) fn all_of(&mut self, _: &Value) -> Read {
        self.compose(Composed::All(self.list()))
    }

    pub(super) fn any_of(&mut self, _: &Value) -> Read {
        self.compose(Composed::Any(self.list()))
    }

    pub(super) fn exactly_one_of(&mut self, _: &Value) -> Read {
        self.compose(Composed::One(self.list()))
    }

    pub(super) fn not(&mut self, _: &Value) -> Read {
        match self.child_of("not") {
            Some(node) => self.compose(Composed::Not([node])),
            None => Ok(()),
        }
    }

    /// Only with it the other two have a meaning (Core, 10.2.2). Without them it tells what it looks at (11).
    pub(super) fn condition(&mut self, _: &Value) -> Read {
        let branches = ["then", "else"].map(|keyword| self.child_of(keyword));
        match self.child_of("if") {
            Some(condition) => self.compose(Composed::If(condition, branches)),
            None => Ok(()),
        }
    }

    /// What another keyword of the same schema says.
    fn sibling(&self, keyword: &str) -> Option<&'a Value> {
        self.locations.get(self.id).and_then(|location| location.value.as_dict()?.get(keyword))
    }
}
