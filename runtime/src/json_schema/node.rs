//! A schema made ready: what a value must be like, with the schemas of what lies within by their numbers.

use indexmap::IndexMap;

use super::types::Types;
use crate::class::Class;
use crate::spec::Text;
use crate::validate::{Issue, Rule, View};
use crate::value::{Digest, Value};

/// The number of a schema.
pub(super) type NodeId = usize;

/// What a value must be like.
#[derive(Default)]
pub(super) struct Node {
    pub(super) types: Types,
    /// What an object of it is called, if that can be a name; `""` otherwise.
    pub(super) title: String,
    pub(super) checks: Vec<Check>,
    pub(super) object: Option<Box<Object>>,
    pub(super) array: Option<Box<Array>>,
    /// Schemas of the same value.
    pub(super) composed: Vec<Composed>,
    /// The class of a registry that it stands for: what that reads, it takes.
    pub(super) class: Option<Class>,
    /// Do several schemas lead to it, so that one value might be looked at again and again?
    pub(super) is_shared: bool,
}

impl Node {
    /// Is there nothing that it takes?
    pub(super) fn is_never(&self) -> bool {
        self.types == Types::NONE
    }

    /// Does it take everything?
    pub(super) fn is_anything(&self) -> bool {
        self.types == Types::ANY && self.is_bare()
    }

    /// Does it say nothing but the type?
    pub(super) fn is_bare(&self) -> bool {
        self.checks.is_empty() && self.has_checks_only()
    }

    /// Does it say nothing but the type and what a value by itself must be?
    pub(super) fn has_checks_only(&self) -> bool {
        self.is_of_one_value() && self.composed.is_empty()
    }

    /// Does it say nothing of what lies within?
    pub(super) fn is_of_one_value(&self) -> bool {
        self.object.is_none() && self.array.is_none() && self.class.is_none()
    }

    /// The types of the values that are allowed, if they are told.
    pub(super) fn kind_of_literals(&self) -> Types {
        let kinds = |values: &[Value]| values.iter().fold(Types::NONE, |kinds, value| kinds.and(Types::of(value)));
        let told = self.checks.iter().find_map(|check| match check {
            Check::OneOf(allowed) => Some(kinds(allowed)),
            Check::Equals(value) => Some(Types::of(value)),
            _ => None,
        });
        told.unwrap_or(Types::ANY)
    }

    /// What it takes, as a fault names it.
    pub(super) fn expected(&self) -> String {
        match self.types == Types::DICT && !self.title.is_empty() {
            true => self.title.clone(),
            false => self.types.names(),
        }
    }

    /// The schemas that look at the same value.
    pub(super) fn in_place(&self) -> impl Iterator<Item = NodeId> {
        self.composed.iter().flat_map(Composed::nodes).copied()
    }

    /// Does it say something of what no other schema of the value looks at?
    pub(super) fn looks_at_rest(&self) -> bool {
        self.object.as_ref().is_some_and(|object| object.unevaluated.is_some())
            || self.array.as_ref().is_some_and(|array| array.unevaluated.is_some())
    }

    /// The schemas that it leads to, each as often as it does.
    pub(super) fn nodes_mut(&mut self) -> Vec<&mut NodeId> {
        let mut nodes: Vec<&mut NodeId> = self.composed.iter_mut().flat_map(Composed::nodes_mut).collect();
        if let Some(object) = &mut self.object {
            nodes.extend(object.properties.values_mut().filter_map(|property| property.node.as_mut()));
            #[cfg(feature = "regex")]
            nodes.extend(object.patterns.iter_mut().map(|(_, node)| node));
            nodes.extend(object.names.iter_mut().chain(&mut object.additional).chain(&mut object.unevaluated));
        }
        if let Some(array) = &mut self.array {
            nodes.extend(array.prefix.iter_mut().chain(&mut array.items).chain(&mut array.unevaluated));
            nodes.extend(array.contains.iter_mut().map(|contains| &mut contains.node));
        }
        nodes
    }
}

/// What a value by itself must be.
pub(super) enum Check {
    Rule(Rule),
    /// One of these, which need not be scalars.
    OneOf(Vec<Value>),
    /// This, which need not be a scalar.
    Equals(Value),
    /// A list in which nothing stands twice, as JSON Schema has it.
    UniqueItems,
}

impl Check {
    pub(super) fn holds(&self, value: &Value, view: View<'_>) -> bool {
        match self {
            Self::Rule(rule) => rule.holds(view),
            Self::OneOf(allowed) => allowed.iter().any(|allowed| allowed.equals_json(value)),
            Self::Equals(expected) => expected.equals_json(value),
            Self::UniqueItems => items_of(value).and_then(repeated).is_none(),
        }
    }

    /// The fault, in the words of the rule.
    pub(super) fn issue(&self, value: &Value, view: View<'_>) -> Issue {
        match self {
            Self::Rule(rule) => rule.issue(view),
            Self::OneOf(allowed) => Issue::new("one_of").with_param("allowed", allowed.clone()),
            Self::Equals(expected) => Issue::new("equals").with_param("expected", expected.clone()),
            Self::UniqueItems => {
                Issue::new("unique_items").with_param("index", items_of(value).and_then(repeated).unwrap_or_default())
            }
        }
    }

    /// About how many values and pieces of text it looks at.
    pub(super) fn cost(&self, value: &Value) -> usize {
        match (self, value) {
            (Self::UniqueItems, Value::List(_) | Value::Tuple(_)) => weight(value),
            (Self::OneOf(allowed), _) => allowed.len(),
            (Self::Rule(_), Value::Str(text)) => weight_of_text(text),
            _ => 1,
        }
    }
}

/// The position of the first item that stood before, where a truth value is no number.
fn repeated(items: &[Value]) -> Option<usize> {
    let digest = Digest::of_json();
    let mut seen: std::collections::HashMap<u64, Vec<&Value>> = std::collections::HashMap::new();
    items.iter().position(|item| {
        let alike = seen.entry(digest.of(item)).or_default();
        let is_repeated = alike.iter().any(|earlier| earlier.equals_json(item));
        if !is_repeated {
            alike.push(item);
        }
        is_repeated
    })
}

/// The items of what is a list in JSON.
pub(super) fn items_of(value: &Value) -> Option<&[Value]> {
    match value {
        Value::List(items) => Some(items),
        Value::Tuple(items) => Some(items),
        _ => None,
    }
}

/// How much there is of a value: values, and pieces of text.
pub(super) fn weight(value: &Value) -> usize {
    let mut weight = 0_usize;
    let mut pending = vec![value];
    while let Some(value) = pending.pop() {
        weight = weight.saturating_add(1);
        match value {
            Value::Str(text) => weight = weight.saturating_add(weight_of_text(text)),
            Value::Dict(dict) => pending.extend(dict.values()),
            value => pending.extend(items_of(value).unwrap_or_default()),
        }
    }
    weight
}

/// How many pieces of text there are.
fn weight_of_text(text: &str) -> usize {
    const PIECE: usize = 256;
    text.len() / PIECE + 1
}

/// What an object must be like.
#[derive(Default)]
pub(super) struct Object {
    pub(super) properties: IndexMap<Text, Property>,
    #[cfg(feature = "regex")]
    pub(super) patterns: Vec<(crate::validate::rules::Pattern, NodeId)>,
    /// What is neither of the properties nor of a pattern.
    pub(super) additional: Option<NodeId>,
    /// What no other schema of the object says something of.
    pub(super) unevaluated: Option<NodeId>,
    pub(super) names: Option<NodeId>,
    /// Where there is the first, there must be the others.
    pub(super) dependent: Vec<(Text, Vec<Text>)>,
}

impl Object {
    /// Is something said of single names?
    pub(super) fn has_names(&self) -> bool {
        #[cfg(feature = "regex")]
        if !self.patterns.is_empty() {
            return true;
        }
        !self.properties.is_empty() || !self.dependent.is_empty()
    }

    /// Is something said of names that are not known?
    pub(super) fn looks_at_names(&self) -> bool {
        #[cfg(feature = "regex")]
        if !self.patterns.is_empty() {
            return true;
        }
        self.names.is_some() || self.additional.is_some()
    }

    /// Is something said of the value of this property?
    pub(super) fn knows(&self, name: &str) -> bool {
        #[cfg(feature = "regex")]
        if self.patterns.iter().any(|(pattern, _)| pattern.check(name)) {
            return true;
        }
        self.has_property(name)
    }

    /// Is something said of its value because of its name alone?
    pub(super) fn has_property(&self, name: &str) -> bool {
        self.properties.get(name).is_some_and(|property| property.node.is_some())
    }

    /// Is something said of all properties?
    pub(super) const fn knows_all(&self) -> bool {
        self.additional.is_some() || self.unevaluated.is_some()
    }
}

/// A property that is known by its name.
#[derive(Default)]
pub(super) struct Property {
    /// None if it must be there and nothing else is said.
    pub(super) node: Option<NodeId>,
    pub(super) is_required: bool,
}

/// What a list must be like.
#[derive(Default)]
pub(super) struct Array {
    /// The first items.
    pub(super) prefix: Vec<NodeId>,
    /// All others.
    pub(super) items: Option<NodeId>,
    /// Those that no other schema of the list says something of.
    pub(super) unevaluated: Option<NodeId>,
    pub(super) contains: Option<Contains>,
}

/// How many items must be like this.
pub(super) struct Contains {
    pub(super) node: NodeId,
    pub(super) min: usize,
    pub(super) max: Option<usize>,
}

/// Schemas of the same value.
pub(super) enum Composed {
    All(Vec<NodeId>),
    Any(Vec<NodeId>),
    One(Vec<NodeId>),
    Not([NodeId; 1]),
    /// If, then, else.
    If(NodeId, [Option<NodeId>; 2]),
    /// Where there is such a name.
    Dependent(Vec<(Text, NodeId)>),
}

/// The same for `&` and `&mut`.
macro_rules! nodes_of {
    ($composed:expr, $iter:ident) => {{
        let nodes: Vec<_> = match $composed {
            Composed::All(nodes) | Composed::Any(nodes) | Composed::One(nodes) => nodes.$iter().collect(),
            Composed::Not(node) => node.$iter().collect(),
            Composed::If(condition, branches) => [condition].into_iter().chain(branches.$iter().flatten()).collect(),
            Composed::Dependent(nodes) => nodes.$iter().map(|(_, node)| node).collect(),
        };
        nodes
    }};
}

impl Composed {
    /// Those that all have to take the value.
    pub(super) fn all(&self) -> &[NodeId] {
        match self {
            Self::All(nodes) => nodes,
            _ => &[],
        }
    }

    fn nodes(&self) -> Vec<&NodeId> {
        nodes_of!(self, iter)
    }

    fn nodes_mut(&mut self) -> Vec<&mut NodeId> {
        nodes_of!(self, iter_mut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_truth_value_repeats_no_number() {
        assert_eq!(repeated(&[1.into(), true.into(), 0.into(), false.into()]), None);
        assert_eq!(repeated(&[vec![1].into(), vec![true].into(), vec![1.0].into()]), Some(2));
    }
}
