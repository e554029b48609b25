//! Class diagrams of Mermaid.
//!
//! Source: the class diagram page of Mermaid's documentation; `#35;` is its way to write a character by its number.

use super::{Diagram, Edge, EdgeKind, Node};
use crate::validate::whole;

impl Diagram {
    /// As a `classDiagram`.
    pub(crate) fn to_mermaid(&self) -> String {
        let mut text = "classDiagram\n".to_owned();
        for (i, node) in self.nodes.iter().enumerate() {
            text += &class(i, node);
        }
        for edge in &self.edges {
            text += &relation(edge);
        }
        text
    }
}

fn class(i: usize, node: &Node) -> String {
    let head = format!("    class c{i}[\"{}\"]", escaped(&node.title));
    // Braces with nothing between them are no body.
    if node.fields.is_empty() {
        return head + "\n";
    }
    let rows = node.fields.iter().map(|row| format!("        {} {}\n", escaped(&row.ty), escaped(&row.name)));
    format!("{head} {{\n{}    }}\n", rows.collect::<String>())
}

fn relation(edge: &Edge) -> String {
    let (from, to) = (edge.from, edge.to);
    match &edge.kind {
        EdgeKind::Derives => format!("    c{to} <|-- c{from}\n"),
        EdgeKind::Refers { field, is_many: false } => format!("    c{from} --> c{to} : {}\n", escaped(field)),
        EdgeKind::Refers { field, is_many: true } => format!("    c{from} --> \"*\" c{to} : {}\n", escaped(field)),
    }
}

/// Text in which no character has a meaning: all that could have one are written by their numbers. So is an underscore,
/// unless it stands within a word: `__x__` is bold in Markdown.
fn escaped(text: &str) -> String {
    let text = whole(text).to_string();
    let mut escaped = String::new();
    let (mut before, mut rest) = (None, text.chars());
    while let Some(c) = rest.next() {
        let is_within =
            || before.is_some_and(char::is_alphanumeric) && rest.clone().next().is_some_and(char::is_alphanumeric);
        match c.is_alphanumeric() || " .,|[]".contains(c) || c == '_' && is_within() {
            true => escaped.push(c),
            false => escaped += &format!("#{};", u32::from(c)),
        }
        before = Some(c);
    }
    escaped
}
