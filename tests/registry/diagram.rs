//! Pictures of classes.

use metaclass::prelude::*;
use metaclass::spec::{ClassRef, TypeSpec};

/// A shop: inheritance, references, one of them to several, and a class that is not registered between two that are.
fn shop() -> Result<Registry, Error> {
    let registry = Registry::new();
    let of = |class: &Class| Field::of(TypeSpec::Class(ClassRef::Shared(class.spec().clone().into())));
    let entity = Class::builder("Entity").module("shop").field("id", Field::int().primary_key()).build()?;
    let hidden = Class::builder("Hidden").module("shop").base(&entity).build()?;
    let line = make_dataclass("Line", [("count", Field::int())]).module("shop::stock").build()?;
    let order = Class::builder("Order")
        .module("shop")
        .base(&hidden)
        .field("lines", Field::list(of(&line)))
        .field("next", of(&line).nullable())
        .build()?;
    for class in [&entity, &line, &order, &Class::builder("Empty").build()?] {
        registry.register(class)?;
    }
    Ok(registry)
}

#[test]
fn mermaid_shows_fields_inheritance_and_references() -> Result<(), Error> {
    let expected = r#"classDiagram
    class c0["shop.Entity"] {
        int id
    }
    class c1["shop.stock.Line"] {
        int count
    }
    class c2["shop.Order"] {
        list[Line] lines
        Line | None next
    }
    class c3["Empty"]
    c0 <|-- c2
    c2 --> "*" c1 : lines
    c2 --> c1 : next
"#;
    assert_eq!(shop()?.to_mermaid(), expected);
    assert_eq!(Registry::new().to_mermaid(), "classDiagram\n");
    Ok(())
}

#[test]
fn dot_shows_the_same() -> Result<(), Error> {
    let expected = r#"digraph classes {
    rankdir=BT;
    node [shape=record];
    c0 [label="{shop.Entity|id: int\l}"];
    c1 [label="{shop.stock.Line|count: int\l}"];
    c2 [label="{shop.Order|lines: list[Line]\lnext: Line \| None\l}"];
    c3 [label="{Empty}"];
    c2 -> c0 [arrowhead=empty];
    c2 -> c1 [label="lines*", style=dashed];
    c2 -> c1 [label="next", style=dashed];
}
"#;
    assert_eq!(shop()?.to_dot(), expected);
    Ok(())
}

/// Names that would be something else in a diagram, if they could.
const HOSTILE: [&str; 8] = [
    "a\"]\n class Evil",
    "a\"]; evil [label=\"x",
    "<script>alert(1)</script>",
    "%%{init: {}}%%",
    "} note \"x\" {",
    "\\",
    "\\N&lt;#quot;|{",
    "\u{202e}abc\u{0}\r",
];

fn hostile() -> Result<Registry, Error> {
    let registry = Registry::new();
    for (i, name) in HOSTILE.iter().enumerate() {
        let name: String = name.chars().filter(|c| *c != '\0').collect();
        let class = Class::builder(name.clone()).module(format!("m{i}"));
        registry.register(&class.field("x", Field::of(TypeSpec::Opaque(name.into()))).build()?)?;
    }
    Ok(registry)
}

#[test]
fn hostile_names_are_shown_and_do_nothing_in_mermaid() -> Result<(), Error> {
    let text = hostile()?.to_mermaid();
    assert_eq!(text.lines().count(), 1 + 3 * HOSTILE.len());
    let harmless = |c: char| c.is_ascii_alphanumeric() || " _.,|[]\\#;".contains(c);
    for line in text.lines().skip(1) {
        let inner = match (line.strip_prefix("    class c"), line.strip_prefix("        ")) {
            (Some(class), _) => class.split_once("[\"").unwrap().1.strip_suffix("\"] {").unwrap(),
            (_, Some(field)) => field.strip_suffix(" x").unwrap(),
            _ => {
                assert_eq!(line, "    }");
                continue;
            }
        };
        assert!(inner.chars().all(harmless), "{line}");
        // A `#` begins a number, and a `;` ends one.
        for part in inner.split('#').skip(1) {
            assert!(part.split_once(';').is_some_and(|(code, _)| code.parse::<u32>().is_ok()), "{line}");
        }
    }
    Ok(())
}

#[test]
fn hostile_names_are_shown_and_do_nothing_in_dot() -> Result<(), Error> {
    let text = hostile()?.to_dot();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4 + HOSTILE.len());
    for line in &lines[3..lines.len() - 1] {
        let label = line.split_once(" [label=\"{").unwrap().1.strip_suffix("}\"];").unwrap();
        // Read as a label of a record is: what is not escaped is a divider, of which there is one.
        let (mut chars, mut dividers) = (label.chars(), 0);
        while let Some(c) = chars.next() {
            match c {
                '\\' => assert!("\\\"{}|<>l".contains(chars.next().unwrap()), "{line}"),
                '|' => dividers += 1,
                '&' => assert!(chars.as_str().starts_with("amp;"), "{line}"),
                c => assert!(!"\"{}<>".contains(c) && !c.is_control() && c != '\u{202e}', "{line}"),
            }
        }
        assert_eq!(dividers, 1, "{line}");
    }
    Ok(())
}

#[test]
fn a_document_has_all_classes() -> Result<(), Error> {
    let registry = shop()?;
    let document = registry.to_json_schema();
    let defs = document.as_dict().unwrap().get("$defs").and_then(Value::as_dict).unwrap();
    let names: Vec<String> = defs.iter().map(|(name, _)| name.to_string()).collect();
    assert_eq!(names, ["Entity", "Line", "Order", "Empty"]);
    assert!(defs.get("Order").unwrap().to_string().contains("{'$ref': '#/$defs/Line'}"));

    // Two classes of one name have two schemas.
    let other = Class::builder("Line").module("other").field("note", Field::str()).build()?;
    registry.register(&other)?;
    let document = registry.to_json_schema();
    let defs = document.as_dict().unwrap().get("$defs").and_then(Value::as_dict).unwrap();
    assert!(defs.contains("other::Line") && defs.contains("Line"));
    Ok(())
}

/// Whether or not a name would be bold or in italics in Markdown, which Mermaid reads.
#[test]
fn underscores_are_shown() -> Result<(), Error> {
    let registry = Registry::new();
    let class = Class::builder("__Meta__").module("a_b._c").field("snake_case", Field::int());
    let class = class.field("a__b", Field::int()).field("_x_", Field::int()).field("__y", Field::int()).build()?;
    registry.register(&class)?;
    let expected = r#"classDiagram
    class c0["a_b.#95;c.#95;#95;Meta#95;#95;"] {
        int snake_case
        int a#95;#95;b
        int #95;x#95;
        int #95;#95;y
    }
"#;
    assert_eq!(registry.to_mermaid(), expected);
    Ok(())
}
