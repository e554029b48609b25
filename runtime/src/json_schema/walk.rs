//! A value against a schema.
//!
//! One walk does for a verdict and for a report: it ends at the first fault, or it tells them all. What several schemas
//! lead to is judged once for each value, so that no composition of schemas takes more than their number times that of
//! the values; and there is a limit to that too.

use std::collections::HashMap;

use super::asked::{self, Left};
use super::faults::{Stop, wrong_type};
use super::node::{Array, Composed, Contains, Node, NodeId, Object, items_of, weight};
use super::types::Types;
use crate::class::Class;
use crate::path::Segment;
use crate::spec::Text;
use crate::validate::{Issue, Report, View};
use crate::value::{Dict, Value};

/// How many schemas may lie within each other while a value is walked through: several for each level of the value.
const MAX_DEPTH: usize = 400;
/// As many of those does a class count for that is asked: its reader takes more of the stack.
const LEVELS_OF_A_CLASS: usize = 8;
/// How much may be looked at, whatever there is.
const MIN_STEPS: usize = 1_000_000;
/// How much may be looked at for each value.
const STEPS: usize = 100;

pub(super) type Verdict = Result<bool, Stop>;

/// A walk through a value.
pub(super) struct Walk<'s, 'r> {
    pub(super) nodes: &'s [Node],
    /// Where faults are told; none if only a verdict is asked for.
    report: Option<&'r mut Report>,
    /// Verdicts by the schema and where the value lies in memory.
    known: HashMap<(NodeId, *const Value), bool>,
    depth: usize,
    steps: usize,
    max_steps: Option<usize>,
    value: &'s Value,
}

impl<'s, 'r> Walk<'s, 'r> {
    pub(super) fn new(nodes: &'s [Node], value: &'s Value, report: Option<&'r mut Report>) -> Self {
        let left = asked::left();
        let (depth, max_steps) = (left.map_or(0, |left| left.depth), left.map(|left| left.steps));
        Self { nodes, report, known: HashMap::new(), depth, steps: 0, max_steps, value }
    }

    /// The verdict on the value.
    pub(super) fn run(mut self, root: NodeId) -> Verdict {
        let verdict = self.apply(root, self.value);
        asked::leave(|| self.steps_left());
        verdict
    }

    /// Does a walk that found a fault end?
    pub(super) const fn ends(&self) -> bool {
        self.report.is_none()
    }

    /// Tells a fault.
    pub(super) fn fault(&mut self, issue: impl FnOnce() -> Issue) -> Verdict {
        match &mut self.report {
            Some(report) if report.is_truncated() => Err(Stop::Full),
            Some(report) => {
                report.push(issue());
                Ok(false)
            }
            None => Ok(false),
        }
    }

    fn stop(&mut self, stop: Stop) -> Verdict {
        if let Some(report) = &mut self.report {
            report.push(stop.issue());
        }
        Err(stop)
    }

    pub(super) fn take_steps(&mut self, steps: usize) -> Result<(), Stop> {
        self.steps = self.steps.saturating_add(steps);
        // Mostly it need not be known how much there is.
        if self.steps > self.max_steps.unwrap_or(MIN_STEPS) && self.steps > self.max_steps() {
            return self.stop(Stop::Steps).map(drop);
        }
        Ok(())
    }

    fn max_steps(&mut self) -> usize {
        let value = self.value;
        *self.max_steps.get_or_insert_with(|| weight(value).saturating_mul(STEPS).max(MIN_STEPS))
    }

    fn steps_left(&mut self) -> usize {
        self.max_steps().saturating_sub(self.steps)
    }

    /// The verdict of a schema on a value.
    pub(super) fn apply(&mut self, id: NodeId, value: &'s Value) -> Verdict {
        let Some(node) = self.nodes.get(id) else { return Ok(true) };
        self.take_steps(1)?;
        let place = (id, std::ptr::from_ref(value));
        if node.is_shared
            && let Some(&known) = self.known.get(&place)
            && (known || self.ends())
        {
            return Ok(known);
        }
        if self.depth == MAX_DEPTH {
            return self.stop(Stop::Depth);
        }
        self.depth += 1;
        let verdict = self.look(node, value);
        self.depth -= 1;
        if node.is_shared {
            self.known.insert(place, verdict?);
        }
        verdict
    }

    /// The same without telling faults.
    pub(super) fn judge(&mut self, id: NodeId, value: &'s Value) -> Verdict {
        let report = self.report.take();
        let verdict = self.apply(id, value);
        self.report = report;
        match verdict {
            Err(stop) => self.stop(stop),
            verdict => verdict,
        }
    }

    pub(super) fn within(&mut self, segment: impl FnOnce() -> Segment, id: NodeId, value: &'s Value) -> Verdict {
        let mark = self.mark();
        let verdict = self.apply(id, value);
        if let Some(report) = &mut self.report {
            report.prefix(mark, segment);
        }
        verdict
    }

    fn mark(&self) -> usize {
        self.report.as_ref().map_or(0, |report| report.len())
    }

    /// The type, then what is said of the value itself, then what lies within, then what other schemas say, then what is
    /// said of what is left.
    fn look(&mut self, node: &'s Node, value: &'s Value) -> Verdict {
        if !node.types.takes(Types::of(value)) {
            return self.fault(|| wrong_type(node, value));
        }
        if let Some(class) = &node.class {
            return self.ask(class, value);
        }
        let mut is_valid = self.check(node, value)?;
        if is_valid || !self.ends() {
            is_valid &= self.look_within(node, value)?;
        }
        for composed in &node.composed {
            if !is_valid && self.ends() {
                break;
            }
            is_valid &= self.compose(composed, value)?;
        }
        if node.looks_at_rest() && (is_valid || !self.ends()) {
            is_valid &= self.look_at_rest(node, value)?;
        }
        Ok(is_valid)
    }

    /// Can a class read it? What could not be told within its limits is no verdict.
    fn ask(&mut self, class: &Class, value: &Value) -> Verdict {
        self.take_steps(weight(value))?;
        let left = Left { steps: self.steps_left(), depth: self.depth + LEVELS_OF_A_CLASS };
        let (faults, steps) = asked::faults(class, value, left);
        self.take_steps(left.steps.saturating_sub(steps))?;
        if let Some(stop) = faults.iter().find_map(Stop::of) {
            return self.stop(stop);
        }
        let is_valid = faults.is_empty();
        for fault in faults {
            self.fault(|| fault)?;
        }
        Ok(is_valid)
    }

    fn check(&mut self, node: &'s Node, value: &'s Value) -> Verdict {
        let view = View::of(value);
        let mut is_valid = true;
        for check in &node.checks {
            self.take_steps(check.cost(value))?;
            if !check.holds(value, view) {
                is_valid = self.fault(|| check.issue(value, view))?;
                if self.ends() {
                    break;
                }
            }
        }
        Ok(is_valid)
    }

    fn look_within(&mut self, node: &'s Node, value: &'s Value) -> Verdict {
        match (value, &node.object, &node.array) {
            (Value::Dict(dict), Some(object), _) => self.object(object, dict),
            (_, _, Some(array)) => match items_of(value) {
                Some(items) => self.array(array, items),
                None => Ok(true),
            },
            _ => Ok(true),
        }
    }

    /// Properties in the order of the schema, then what is said of other names in the order of the value.
    fn object(&mut self, object: &'s Object, dict: &'s Dict) -> Verdict {
        let mut is_valid = true;
        for (name, property) in &object.properties {
            is_valid &= match (dict.get(name), property.node) {
                (Some(value), Some(node)) => self.within(|| name.clone().into(), node, value)?,
                (None, _) if property.is_required => self.fault(|| Issue::new("missing").at(name.clone()))?,
                _ => true,
            };
            if !is_valid && self.ends() {
                return Ok(false);
            }
        }
        is_valid &= self.dependent(object, dict)?;
        if object.looks_at_names() {
            for (key, value) in dict.iter() {
                if !is_valid && self.ends() {
                    return Ok(false);
                }
                is_valid &= self.entry(object, key, value)?;
            }
        }
        Ok(is_valid)
    }

    fn dependent(&mut self, object: &'s Object, dict: &Dict) -> Verdict {
        let given = object.dependent.iter().filter(|(name, _)| dict.contains(name));
        let needed = given.flat_map(|(name, needed)| needed.iter().map(move |needed| (name, needed)));
        let mut is_valid = true;
        for (name, needed) in needed {
            if !dict.contains(needed) {
                let other = name.to_string();
                is_valid = self.fault(|| Issue::new("required_with").with_param("other", other).at(needed.clone()))?;
            }
        }
        Ok(is_valid)
    }

    fn entry(&mut self, object: &'s Object, key: &'s Value, value: &'s Value) -> Verdict {
        self.take_steps(1)?;
        let segment = || Segment::Key(Text::from(key.to_string()));
        let mut is_valid = true;
        if let Some(names) = object.names {
            let mark = self.mark();
            is_valid = self.within(segment, names, key)?;
            if let Some(report) = &mut self.report {
                report.blame_keys(mark);
            }
        }
        let name = key.as_str().unwrap_or_default();
        #[cfg_attr(not(feature = "regex"), allow(unused_mut, reason = "patterns may know it"))]
        let mut is_known = object.has_property(name);
        #[cfg(feature = "regex")]
        for (pattern, node) in &object.patterns {
            if pattern.check(name) {
                is_known = true;
                is_valid &= self.within(segment, *node, value)?;
            }
        }
        match object.additional.filter(|_| !is_known) {
            Some(node) => Ok(self.unknown(node, key, value)? && is_valid),
            None => Ok(is_valid),
        }
    }

    /// What a schema says of a property of a name that is not known.
    pub(super) fn unknown(&mut self, id: NodeId, key: &Value, value: &'s Value) -> Verdict {
        let name = || Text::from(key.to_string());
        match self.nodes.get(id).is_some_and(Node::is_never) {
            true => self.fault(|| Issue::new("unknown_field").at(name())),
            false => self.within(|| Segment::Key(name()), id, value),
        }
    }

    fn array(&mut self, array: &'s Array, items: &'s [Value]) -> Verdict {
        let mut is_valid = true;
        if let Some(contains) = &array.contains {
            is_valid = self.contains(contains, items)?;
        }
        let nodes = array.prefix.iter().copied().map(Some).chain(std::iter::repeat(array.items));
        for (i, (item, node)) in items.iter().zip(nodes).enumerate() {
            let Some(node) = node else { break };
            if !is_valid && self.ends() {
                break;
            }
            is_valid &= self.within(|| i.into(), node, item)?;
        }
        Ok(is_valid)
    }

    fn contains(&mut self, contains: &Contains, items: &'s [Value]) -> Verdict {
        let mut count = 0;
        for item in items {
            count += usize::from(self.judge(contains.node, item)?);
        }
        let broken = match contains.max {
            _ if count < contains.min => Some(("min_contains", contains.min)),
            Some(max) if count > max => Some(("max_contains", max)),
            _ => None,
        };
        match broken {
            Some((code, limit)) => {
                self.fault(|| Issue::new(code).with_param("limit", limit).with_param("actual", count))
            }
            None => Ok(true),
        }
    }

    fn compose(&mut self, composed: &'s Composed, value: &'s Value) -> Verdict {
        match composed {
            Composed::All(nodes) => self.all(nodes, value),
            Composed::Any(nodes) => {
                for node in nodes {
                    if self.judge(*node, value)? {
                        return Ok(true);
                    }
                }
                self.none_matches(nodes, value)
            }
            Composed::One(nodes) => {
                let mut matching = vec![];
                for (i, node) in nodes.iter().enumerate() {
                    if self.judge(*node, value)? {
                        matching.push(i);
                    }
                }
                match matching.len() {
                    0 => self.none_matches(nodes, value),
                    1 => Ok(true),
                    _ => self.fault(|| {
                        Issue::new("several_match").with_param("count", nodes.len()).with_param("matching", matching)
                    }),
                }
            }
            Composed::Not([node]) => match self.judge(*node, value)? {
                true => self.fault(|| Issue::new("excluded")),
                false => Ok(true),
            },
            Composed::If(_, [None, None]) => Ok(true),
            Composed::If(condition, [then, otherwise]) => {
                let branch = if self.judge(*condition, value)? { then } else { otherwise };
                branch.map_or(Ok(true), |node| self.apply(node, value))
            }
            Composed::Dependent(nodes) => {
                let Value::Dict(dict) = value else { return Ok(true) };
                let mut is_valid = true;
                for (_, node) in nodes.iter().filter(|(name, _)| dict.contains(name)) {
                    is_valid &= self.apply(*node, value)?;
                }
                Ok(is_valid)
            }
        }
    }

    fn all(&mut self, nodes: &'s [NodeId], value: &'s Value) -> Verdict {
        let mut is_valid = true;
        for node in nodes {
            is_valid &= self.apply(*node, value)?;
            if !is_valid && self.ends() {
                break;
            }
        }
        Ok(is_valid)
    }
}
