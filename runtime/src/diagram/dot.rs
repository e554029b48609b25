//! Graphs in the DOT language of Graphviz.
//!
//! Source: Graphviz, "The DOT Language", "Record-based Nodes" and the type `escString`.

use super::{Diagram, Edge, EdgeKind, Node};
use crate::validate::whole;

impl Diagram {
    /// As a `digraph` of records.
    pub(crate) fn to_dot(&self) -> String {
        let mut text = "digraph classes {\n    rankdir=BT;\n    node [shape=record];\n".to_owned();
        for (i, node) in self.nodes.iter().enumerate() {
            text += &class(i, node);
        }
        for edge in &self.edges {
            text += &relation(edge);
        }
        text + "}\n"
    }
}

fn class(i: usize, node: &Node) -> String {
    // `\l` ends a line that begins at the left.
    let rows = node.fields.iter().map(|row| format!("{}: {}\\l", escaped(&row.name), escaped(&row.ty)));
    let rows = rows.collect::<String>();
    let divider = if rows.is_empty() { "" } else { "|" };
    format!("    c{i} [label=\"{{{}{divider}{rows}}}\"];\n", escaped(&node.title))
}

fn relation(edge: &Edge) -> String {
    let (from, to) = (edge.from, edge.to);
    match &edge.kind {
        EdgeKind::Derives => format!("    c{from} -> c{to} [arrowhead=empty];\n"),
        EdgeKind::Refers { field, is_many } => {
            let many = if *is_many { "*" } else { "" };
            format!("    c{from} -> c{to} [label=\"{}{many}\", style=dashed];\n", escaped(field))
        }
    }
}

/// Text in which no character has a meaning: neither to the language, nor to records, nor as an entity of HTML.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in whole(text).to_string().chars() {
        match c {
            '&' => escaped += "&amp;",
            '"' | '\\' | '{' | '}' | '|' | '<' | '>' => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}
