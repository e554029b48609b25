//! Documents that refer to classes which are registered already: by the URI of what was loaded, or by name.

use metaclass::json_schema::{JsonSchema, SchemaError, SchemaErrorKind};
use metaclass::prelude::*;

const SHOP: &str = r##"{
    "$id": "https://example.org/shop",
    "$defs": {
        "Entity": {"type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]},
        "Line": {
            "$anchor": "line", "type": "object", "required": ["count"],
            "allOf": [{"$ref": "#/$defs/Entity"}],
            "properties": {"count": {"type": "integer", "minimum": 1}}
        },
        "Card": {"$id": "cards/card", "type": "object", "properties": {"number": {"type": "string"}}}
    }
}"##;

/// A compiled struct with a check that no schema could say.
#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Address {
    #[field(min_length = 2)]
    street: String,
    #[field(check = is_even)]
    number: i64,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "what a check takes")]
const fn is_even(number: &i64) -> bool {
    *number % 2 == 0
}

fn shop() -> Registry {
    let registry = Registry::new();
    registry.load(SHOP).unwrap();
    registry
}

/// The only class of a document.
fn one(registry: &Registry, document: &str) -> Result<Class, Error> {
    registry.load(document).map(|mut loaded| loaded.remove(0))
}

/// A form with one field, which is what a schema says.
fn form(title: &str, schema: &str) -> String {
    format!(r#"{{"title": "{title}", "type": "object", "properties": {{"x": {schema}}}, "required": ["x"]}}"#)
}

fn faults(class: &Class, text: &str) -> Vec<String> {
    class.decode_json(text).unwrap_err().issues().iter().map(ToString::to_string).collect()
}

#[track_caller]
fn refused(registry: &Registry, document: &str, kind: SchemaErrorKind, expected: &str) {
    let error = registry.load(document).unwrap_err();
    let source = std::error::Error::source(&error).unwrap().downcast_ref::<SchemaError>().unwrap();
    assert_eq!((source.kind(), source.to_string().as_str()), (kind, expected), "{document}");
}

#[test]
fn a_class_is_found_by_the_uri_that_it_was_loaded_from() -> Result<(), Error> {
    let registry = shop();
    let line = registry.get("__main__.Line").unwrap();
    for (i, reference) in [
        "https://example.org/shop#/$defs/Line",
        "https://example.org/shop#/%24defs/Line",
        "HTTPS://EXAMPLE.org/a/../shop#line",
    ]
    .iter()
    .enumerate()
    {
        let bill = one(&registry, &form(&format!("Bill{i}"), &format!(r#"{{"$ref": "{reference}"}}"#)))?;
        let read = bill.decode_json(r#"{"x": {"id": 1, "count": 2}}"#)?;
        assert_eq!(read.get("x")?.to_string(), "Line(id=1, count=2)", "{reference}");
        assert_eq!(read.get("x")?.class(), &line);
        assert_eq!(faults(&bill, r#"{"x": {"count": 0}}"#), ["x.id: required", "x.count: must be at least 1"]);
    }
    // A document that has a URI itself refers by what stands beside it.
    let document = r#"{"$id": "https://example.org/wallet", "title": "Wallet", "type": "object",
        "properties": {"cards": {"type": "array", "items": {"$ref": "cards/card"}}}}"#;
    assert_eq!(one(&registry, document)?.spec().signature().to_string(), "(cards: list[Card] = None)");
    let again = r#"{"title": "Purse", "type": "object", "properties": {
        "of": {"anyOf": [{"$ref": "https://example.org/wallet"}, {"type": "null"}]}}}"#;
    assert_eq!(one(&registry, again)?.spec().fields()[0].ty().to_string(), "Wallet | None");
    Ok(())
}

#[test]
fn a_class_is_found_by_its_name() -> Result<(), Error> {
    let registry = Registry::new();
    registry.register(&Class::builder("A b/ü").module("my.shop").field("id", Field::int()).build()?)?;
    for (i, name) in ["my.shop.A%20b%2F%C3%BC", "my.shop.A b%2Fü", "%6Dy.shop.%41%20b%2fü"].iter().enumerate() {
        let made = one(&registry, &form(&format!("F{i}"), &format!(r#"{{"$ref": "CLASS:{name}#"}}"#)))?;
        assert_eq!(made.spec().fields()[0].ty().to_string(), "A b/ü", "{name}");
    }
    Ok(())
}

#[test]
fn a_compiled_struct_is_a_class_too() -> Result<(), Error> {
    let registry = Registry::new();
    registry.register(Address::class())?;
    let name = registry.names().remove(0);
    let parcel = one(
        &registry,
        &format!(
            r#"{{"title": "Parcel", "type": "object", "required": ["to"], "properties": {{
                "to": {{"$ref": "class:{name}"}},
                "via": {{"type": "array", "maxItems": 1, "items": {{"$ref": "class:{name}"}}}}
            }}}}"#
        ),
    )?;
    let read = parcel.decode_json(r#"{"to": {"street": "Elm", "number": 4}}"#)?;
    let to: Address = read.get_as("to")?;
    assert_eq!((&*to.street, to.number), ("Elm", 4));
    // Also what no schema could say is asked.
    let told = faults(&parcel, r#"{"to": {"street": "E", "number": 3}, "via": [{"street": "Oak", "number": 5}]}"#);
    let expected = [
        "to.street: must have at least 2 characters",
        "to.number: validation failed",
        "via[0].number: validation failed",
    ];
    assert_eq!(told, expected);
    Ok(())
}

#[test]
fn a_registered_class_can_be_a_base() -> Result<(), Error> {
    let registry = shop();
    registry.register(Address::class())?;
    let address = registry.names().pop().unwrap();
    let document = format!(
        r#"{{"title": "Item", "type": "object", "properties": {{"name": {{"type": "string"}}}}, "required": ["name"],
            "allOf": [{{"$ref": "https://example.org/shop#/$defs/Line"}}, {{"$ref": "class:{address}"}}]}}"#
    );
    let item = one(&registry, &document)?;
    assert!(item.is_subclass_of(&registry.get("__main__.Line").unwrap()) && item.is_subclass_of(Address::class()));
    let read = item.decode_json(r#"{"street": "Elm", "number": 4, "id": 1, "count": 2, "name": "a"}"#)?;
    assert_eq!(read.to_string(), "Item(street='Elm', number=4, id=1, count=2, name='a')");

    // As within a document: each of the two would forbid the fields of the other.
    registry.register(&Class::builder("Closed").field("id", Field::int()).build()?)?;
    registry.register(&namedtuple("Pair", "a b").build()?)?;
    let heir = |base: &str| {
        format!(r#"{{"type": "object", "properties": {{}}, "allOf": [{{"$ref": "class:__main__.{base}"}}]}}"#)
    };
    let (kind, at) = (SchemaErrorKind::UnsupportedKeyword, "at line 1 column 38");
    let text = "/allOf: a class cannot say this:";
    refused(&registry, &heir("Closed"), kind, &format!("{text} a base or a derived class forbids other names {at}"));
    refused(&registry, &heir("Pair"), kind, &format!("{text} its values are not all objects {at}"));
    Ok(())
}

#[test]
fn hierarchies_that_are_read_have_an_end() -> Result<(), Error> {
    let registry = Registry::new();
    registry.load(r#"{"title": "C0", "type": "object", "properties": {}}"#)?;
    let heir = |i: usize| {
        let base = format!(r#"[{{"$ref": "class:__main__.C{i}"}}]"#);
        registry.load(&format!(r#"{{"title": "C{}", "type": "object", "properties": {{}}, "allOf": {base}}}"#, i + 1))
    };
    let error = (0..1_000).find_map(|i| heir(i).err()).unwrap().to_string();
    assert!(error.contains("a class that is read from data has at most 64 classes above it"), "{error}");
    assert_eq!(registry.len(), 64);
    Ok(())
}

#[test]
fn the_class_of_the_moment_is_meant() -> Result<(), Error> {
    let registry = shop();
    let by_uri = r#"{"$ref": "https://example.org/shop#/$defs/Card"}"#;
    let by_name = r#"{"$ref": "class:__main__.Card"}"#;
    let (old, card) = (one(&registry, &form("Old", by_uri))?, registry.get("__main__.Card").unwrap());
    let newer = Class::builder("Card").field("iban", Field::str()).build()?;
    registry.replace(&newer);
    // What is made stays what it is.
    assert_eq!(old.decode_json(r#"{"x": {"number": "1"}}"#)?.get("x")?.class(), &card);
    // What is made now has the new one, which stands in the place of what was loaded.
    for (title, reference) in [("A", by_uri), ("B", by_name)] {
        let made = one(&registry, &form(title, reference))?;
        assert_eq!(made.decode_json(r#"{"x": {"iban": "1"}}"#)?.get("x")?.class(), &newer);
    }
    registry.remove("__main__.Card");
    let (kind, at) = (SchemaErrorKind::UnresolvedReference, "at line 1 column 55");
    refused(
        &registry,
        &form("C", by_name),
        kind,
        &format!("/properties/x/$ref: no class is registered as '__main__.Card' {at}"),
    );
    refused(
        &registry,
        &form("C", by_uri),
        kind,
        &format!(
            "/properties/x/$ref: no document at hand has the URI 'https://example.org/shop#/$defs/Card', no class was \
             loaded from it, and nothing is fetched {at}"
        ),
    );
    Ok(())
}

/// A first document cannot refer to a second one that is not loaded; its next edition can.
#[test]
fn documents_refer_to_each_other_in_turn() -> Result<(), Error> {
    let registry = Registry::new();
    let author = r#"{"$id": "https://example.org/author", "title": "Author", "type": "object",
        "properties": {"books": {"type": "array", "items": {"$ref": "book"}}}}"#;
    let book = r#"{"$id": "https://example.org/book", "title": "Book", "type": "object",
        "properties": {"by": {"$ref": "author"}}}"#;
    let text = registry.load(author).unwrap_err().to_string();
    assert!(text.starts_with("/properties/books/items/$ref: no document at hand has the URI"), "{text}");
    registry.load(r#"{"$id": "https://example.org/author", "title": "Author", "type": "object", "properties": {}}"#)?;
    registry.load(book)?;
    let first = registry.get("__main__.Author").unwrap();
    for newer in registry.read(author)? {
        assert_eq!(registry.replace(&newer), Some(first.clone()));
    }
    // The new author has books, whose authors are of the first edition: no class is made of itself.
    let author = registry.get("__main__.Author").unwrap();
    let read = author.decode_json(r#"{"books": [{"by": {}}]}"#)?;
    assert_eq!(read.to_string(), "Author(books=[Book(by=Author())])");
    assert!(author.decode_json(r#"{"books": [{"by": {"books": "no list"}}]}"#).is_ok());
    Ok(())
}

#[test]
fn what_a_class_takes_is_asked_where_schemas_are_composed() -> Result<(), Error> {
    let registry = shop();
    registry.register(Address::class())?;
    let address = registry.names().pop().unwrap();
    let either =
        format!(r#"{{"oneOf": [{{"$ref": "class:{address}"}}, {{"$ref": "https://example.org/shop#line"}}]}}"#);
    let made = one(&registry, &form("Either", &either))?;
    for (data, is_valid) in [
        (r#"{"street": "Elm", "number": 4}"#, true),
        (r#"{"street": "Elm", "number": 3}"#, false),
        (r#"{"id": 1, "count": 2}"#, true),
        (r#"{"id": 1, "count": 0}"#, false),
        // Both are open to other names.
        (r#"{"street": "Elm", "number": 4, "id": 1, "count": 2}"#, false),
        ("1", false),
        ("null", false),
    ] {
        assert_eq!(made.decode_json(&format!(r#"{{"x": {data}}}"#)).is_ok(), is_valid, "{data}");
    }
    let schema = JsonSchema::loader().registry(&registry);
    let schema = schema.load(&format!(r#"{{"not": {{"$ref": "class:{address}"}}, "type": "object"}}"#))?;
    assert!(schema.decode_json(r#"{"street": "Elm", "number": 4}"#).is_err());
    assert!(schema.decode_json(r#"{"street": "Elm", "number": 3}"#).is_ok());
    Ok(())
}

#[test]
fn a_document_that_is_loaded_is_not_loaded_again() -> Result<(), Error> {
    let registry = shop();
    for twin in ["https://example.org/shop", "https://example.org/SHOP", "https://example.org/%73hop#"] {
        let document = form("Other", "{}").replacen('{', &format!(r#"{{"$id": "{twin}", "#), 1);
        let text = registry.load(&document).unwrap_err().to_string();
        assert_eq!(text, "a document with the URI 'https://example.org/shop' is loaded already", "{twin}");
        // To be compared and put in its place, it can be read.
        assert_eq!(registry.read(&document)?.len(), 1);
    }
    // A name in another case is another name.
    let document = form("Other", r#"{"$ref": "https://example.org/SHOP#line"}"#);
    assert!(registry.load(&document).unwrap_err().to_string().contains("no document at hand has the URI"));
    // Where there is nothing left of it, it can be loaded again.
    for name in registry.names() {
        registry.remove(&name);
    }
    assert_eq!(registry.load(SHOP)?.len(), 3);
    Ok(())
}

#[test]
fn hostile_references_lead_nowhere() {
    let registry = shop();
    registry.register(metaclass::builtins::int()).unwrap();
    let long = format!("class:{}", "a".repeat(100_000));
    for reference in [
        "class:",
        "class:__main__",
        "class:Line",
        "class:__main__.line",
        "class://__main__.Line",
        "class:/__main__.Line",
        "class:__main__.Line/..",
        "class:__main__.Line?",
        "class:__main__.Line%00",
        "class:%ff",
        "class:%",
        "class:__main__.Line#/properties/count",
        "class:__main__.Line#line",
        "https://example.org/shop",
        "https://example.org/shop#",
        "https://example.org/shop#Line",
        "https://example.org/shop#/$defs/Line/properties/count",
        "https://example.org/shop#/$defs",
        "https://user@example.org/shop#line",
        "https://example.org:443/shop#line",
        "http://example.org/shop#line",
        "//example.org/shop#line",
        "shop#line",
        "../shop#line",
        "file:///etc/passwd",
        "ftp://example.org/shop#line",
        "data:application/json,{}",
        &long,
    ] {
        let document = form("F", &format!(r#"{{"$ref": "{reference}"}}"#));
        let error = registry.load(&document).unwrap_err();
        let source = std::error::Error::source(&error).unwrap().downcast_ref::<SchemaError>().unwrap();
        assert_eq!(source.kind(), SchemaErrorKind::UnresolvedReference, "{reference}: {error}");
        assert_eq!((source.pointer(), source.line()), ("/properties/x/$ref", Some(1)), "{reference}");
        assert!(error.to_string().len() < 1_000, "{reference}");
    }
    assert_eq!(registry.len(), 4);
}

#[test]
fn a_document_cannot_call_itself_a_class() {
    let registry = shop();
    for document in [
        r#"{"$id": "class:__main__.Line", "title": "Line2", "type": "object", "properties": {}}"#,
        r#"{"$defs": {"a": {"$id": "CLASS:__main__.Line", "type": "object", "properties": {}}}}"#,
    ] {
        let text = registry.load(document).unwrap_err().to_string();
        assert!(text.contains("$id: a URI that begins with 'class:' is that of a class of a registry"), "{text}");
    }
    assert!(JsonSchema::loader().document("class:a", "{}").unwrap().load("{}").is_err());
    // Without a registry there are no such classes.
    let text = Class::from_json_schema(&form("F", r#"{"$ref": "class:__main__.Line"}"#)).unwrap_err().to_string();
    assert!(text.contains("no document at hand has the URI 'class:__main__.Line', and none is fetched"), "{text}");
}

#[test]
fn a_document_that_is_a_class_already_is_none_of_its_own() -> Result<(), Error> {
    let registry = shop();
    assert!(registry.load(r#"{"$ref": "class:__main__.Line"}"#)?.is_empty());
    let document = r##"{"$id": "https://example.org/one", "$ref": "#/$defs/A",
        "$defs": {"A": {"type": "object", "properties": {}}}}"##;
    assert_eq!(registry.load(document)?.len(), 1);
    for reference in ["https://example.org/one", "https://example.org/one#/$defs/A"] {
        assert_eq!(registry.read(&form("F", &format!(r#"{{"$ref": "{reference}"}}"#)))?.len(), 1);
    }
    Ok(())
}

/// Each document asks the classes of the one before twice, on the same value.
#[test]
fn classes_that_ask_classes_end() -> Result<(), Error> {
    let registry = Registry::new();
    registry.load(&form("A0", "{}"))?;
    registry.load(&form("B0", "{}"))?;
    for i in 0..40 {
        let before = format!(
            r#"{{"oneOf": [{{"$ref": "class:__main__.A{i}"}}, {{"$ref": "class:__main__.B{i}"}}, {{"type": "null"}}]}}"#
        );
        for name in ["A", "B"] {
            registry.load(&form(&format!("{name}{}", i + 1), &before))?;
        }
    }
    let deep = |levels: usize| format!("{}1{}", r#"{"x": "#.repeat(levels), "}".repeat(levels));
    let class = registry.get("__main__.A40").unwrap();
    let begin = std::time::Instant::now();
    let error = class.decode_json(&deep(41)).unwrap_err();
    assert!(error.issues().iter().any(|issue| issue.code() == "steps"), "{error}");
    assert!(class.decode_json(&deep(2)).is_err() && class.decode_json(r#"{"x": null}"#).is_ok());
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
    Ok(())
}

#[test]
fn a_long_chain_of_documents_is_read_and_freed() -> Result<(), Error> {
    let registry = Registry::new();
    registry.load(&form("C0", r#"{"type": "integer"}"#))?;
    for i in 0..5_000 {
        registry.load(&form(&format!("C{}", i + 1), &format!(r#"{{"$ref": "class:__main__.C{i}"}}"#)))?;
        registry.remove(&format!("__main__.C{i}"));
    }
    assert_eq!(registry.len(), 1);
    let last = registry.get("__main__.C5000").unwrap();
    assert!(last.decode_json(&format!("{}1{}", r#"{"x": "#.repeat(500), "}".repeat(500))).is_err());
    drop((last, registry));
    Ok(())
}
