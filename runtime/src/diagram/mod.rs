//! Pictures of classes: their fields, what they derive from, what they refer to.
//!
//! One model, and a file for each language that it is written in. A name is data: each language escapes it in one place.

mod dot;
mod mermaid;

use std::collections::{HashMap, HashSet};

use crate::class::Class;
use crate::spec::{ClassRef, ClassSpec, FieldSpec, TypeSpec};

/// Classes as they are drawn.
pub(crate) struct Diagram {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
}

struct Node {
    title: String,
    /// The fields that no drawn base has.
    fields: Vec<Row>,
}

struct Row {
    name: String,
    ty: String,
}

/// From one node to another, by their numbers.
struct Edge {
    from: usize,
    to: usize,
    kind: EdgeKind,
}

enum EdgeKind {
    /// The first derives from the second.
    Derives,
    /// A field of the first holds instances of the second: one, or several.
    Refers { field: String, is_many: bool },
}

impl Diagram {
    /// That of these classes. What they derive from or refer to is drawn if it is among them.
    pub(crate) fn of(classes: &[Class]) -> Self {
        let numbers = classes.iter().enumerate().map(|(i, class)| (class.address(), i)).collect();
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        for (i, class) in classes.iter().enumerate() {
            by_name.entry(class.spec().name()).or_default().push(i);
        }
        let find = |class: &ClassRef| {
            let same_module = |spec: &ClassSpec| class.spec().is_none_or(|class| class.module() == spec.module());
            let named = by_name.get(class.name())?.iter().copied();
            named.into_iter().find(|i| classes.get(*i).is_some_and(|class| same_module(class.spec())))
        };
        let mut diagram = Self { nodes: vec![], edges: vec![] };
        for (from, class) in classes.iter().enumerate() {
            let bases = drawn_bases(class, &numbers);
            let is_own = |field: &&FieldSpec| {
                let inherited = |base: &usize| classes.get(*base).and_then(|base| base.spec().field(field.name()));
                !bases.iter().filter_map(inherited).any(|base| base == *field)
            };
            let own: Vec<&FieldSpec> = class.spec().fields().iter().filter(is_own).collect();
            diagram.edges.extend(bases.iter().map(|to| Edge { from, to: *to, kind: EdgeKind::Derives }));
            for field in &own {
                let found = references(field.ty()).into_iter().filter_map(|(class, many)| Some((find(class)?, many)));
                diagram.edges.extend(found.map(|(to, is_many)| Edge {
                    from,
                    to,
                    kind: EdgeKind::Refers { field: field.name().to_owned(), is_many },
                }));
            }
            let row = |field: &&FieldSpec| Row { name: field.name().to_owned(), ty: field.ty().to_string() };
            diagram.nodes.push(Node { title: title(class), fields: own.iter().map(row).collect() });
        }
        diagram
    }
}

/// Module and name, as Python shows a class; without `__main__`.
fn title(class: &Class) -> String {
    match class.module() {
        "" | "__main__" => class.qualname().to_owned(),
        module => format!("{}.{}", module.replace("::", "."), class.qualname()),
    }
}

/// The nearest of the drawn classes that a class derives from: `numbers` knows them by their addresses.
fn drawn_bases(class: &Class, numbers: &HashMap<usize, usize>) -> Vec<usize> {
    let mut found = vec![];
    let mut seen = HashSet::new();
    let mut pending = class.bases();
    pending.reverse();
    while let Some(base) = pending.pop() {
        match numbers.get(&base.address()) {
            _ if !seen.insert(base.address()) => {}
            Some(number) => found.push(*number),
            None => pending.extend(base.bases().into_iter().rev()),
        }
    }
    found
}

/// The classes that a type names, each once, and whether there may be several instances.
fn references(ty: &TypeSpec) -> Vec<(&ClassRef, bool)> {
    let mut found: Vec<(&ClassRef, bool)> = vec![];
    for (class, is_many) in ty.classes() {
        if !found.iter().any(|(known, _)| *known == class) {
            found.push((class, is_many));
        }
    }
    found
}
