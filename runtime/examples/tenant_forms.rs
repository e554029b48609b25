//! Forms of several tenants, known only when the program runs: loaded from JSON Schema, filled in, searched, and defined
//! anew while they are in use.
//!
//! ```sh
//! cargo run --example tenant_forms
//! ```

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use metaclass::prelude::*;
use metaclass::{Filter, json};

/// The name of a form, and what was sent in for it.
type Submission = (&'static str, &'static str);

/// What a tenant has: a name, the document of its forms, and what was sent in.
const TENANTS: [(&str, &str, &[Submission]); 2] = [
    (
        "bakery",
        include_str!("tenant_forms/bakery.json"),
        &[
            ("Order", r#"{"customer": {"name": "Ann", "mail": "ann@example.org"}, "loaves": 2}"#),
            ("Order", r#"{"customer": {"name": "", "mail": "ann"}, "loaves": 0, "note": null}"#),
            ("Order", r#"{"customer": {"name": "Bob", "mail": "bob@example.org"}, "loaves": 40, "note": "rye"}"#),
        ],
    ),
    (
        "clinic",
        include_str!("tenant_forms/clinic.json"),
        &[
            ("Visit", r#"{"patient": "Cy", "day": "2026-02-30"}"#),
            ("Visit", r#"{"patient": "Cy", "day": "2026-02-28", "symptoms": ["cough", "cough"]}"#),
            ("Visit", r#"{"patient": "Cy", "day": "2026-02-28", "symptoms": ["cough"]}"#),
        ],
    ),
];

/// What is asked of the submissions for a form: field, operator and value, all of which must hold. It comes from people who
/// may write what they like.
const QUERIES: [(&str, &str, &str); 10] = [
    ("bakery", "Order", r#"[["loaves", ">=", 10], ["note", "contains", "rye"]]"#),
    ("bakery", "Order", r#"[["loaves", "in", [1, 2, 3]], ["note", "==", null]]"#),
    ("clinic", "Visit", r#"[["symptoms", "contains", "cough"], ["day", "<", "2026-03-01"]]"#),
    // A name that is none, one that leads elsewhere, code, an object, a type that the field has not: all are refused.
    ("bakery", "Order", r#"[["loafs", ">", 1]]"#),
    ("bakery", "Order", r#"[["__class__", "==", "Order"]]"#),
    ("bakery", "Order", r#"[["customer.mail", "contains", "@"]]"#),
    ("bakery", "Order", r#"[["loaves", ">= 0 or 1 ==", 1]]"#),
    ("bakery", "Order", r#"[["loaves", "==", {"$gt": 0}]]"#),
    ("bakery", "Order", r#"[["loaves", ">", "1; drop table orders"]]"#),
    ("clinic", "Visit", r#"[["patient", "contains", 7]]"#),
];

/// The bakery's second edition of its form.
const ORDER_2: &str = include_str!("tenant_forms/bakery_2.json");

/// The classes of a tenant: no tenant sees those of another.
type Forms = BTreeMap<&'static str, Registry>;

/// What was sent in and is kept, by tenant and form.
type Stored = BTreeMap<(&'static str, &'static str), Vec<Instance>>;

fn main() -> Result<(), Error> {
    let mut out = String::new();
    run(&mut out)?;
    print!("{out}");
    Ok(())
}

fn run(out: &mut String) -> Result<(), Error> {
    let forms = load()?;
    let stored = submit(out, &forms)?;
    search(out, &forms, &stored)?;
    redefine(out, &forms, &stored[&("bakery", "Order")])?;
    let diagram = registry(&forms, "bakery")?.to_mermaid();
    say(out, format_args!("\nThe forms of the bakery, for https://mermaid.live:\n{diagram}"));
    Ok(())
}

/// Loads all forms of all tenants: a document with a fault loads none of its forms.
fn load() -> Result<Forms, Error> {
    let mut forms = Forms::new();
    for (tenant, document, _) in TENANTS {
        forms.entry(tenant).or_default().load(document)?;
    }
    Ok(forms)
}

/// Takes what is filled in as it should be, and tells all faults of the rest.
fn submit(out: &mut String, forms: &Forms) -> Result<Stored, Error> {
    let mut stored = Stored::new();
    for (tenant, _, submissions) in TENANTS {
        for (name, text) in submissions {
            match form(forms, tenant, name)?.decode_json(text) {
                Ok(filled) => {
                    say(out, format_args!("{tenant}: {filled}"));
                    stored.entry((tenant, name)).or_default().push(filled);
                }
                Err(error) => say(out, format_args!("{tenant}: {name} refused\n{}", indented(&error))),
            }
        }
    }
    Ok(stored)
}

/// Answers the queries that can be answered.
fn search(out: &mut String, forms: &Forms, stored: &Stored) -> Result<(), Error> {
    say(out, format_args!(""));
    for (tenant, name, query) in QUERIES {
        let form = form(forms, tenant, name)?;
        // Names, operators and values are looked at once, before there is anything to be asked.
        match filter(query).and_then(|filter| filter.compile(&form)) {
            Ok(filter) => {
                say(out, format_args!("{tenant}: where {}", filter.explain()));
                for found in filter.select(&stored[&(tenant, name)])? {
                    say(out, format_args!("    {found}"));
                }
            }
            Err(error) => say(out, format_args!("{tenant}: where {query} refused\n    {error}")),
        }
    }
    Ok(())
}

/// The filter that a query is.
fn filter(query: &str) -> Result<Filter, Error> {
    let conditions: Vec<(String, String, Value)> = json::from_str(query)?;
    let filters = conditions.into_iter().map(|(field, operator, value)| Filter::new(&field, &operator, value));
    Filter::all(filters.collect::<Result<Vec<Filter>, Error>>()?)
}

/// Puts the new edition in the place of the old one, and takes along what was ordered by that.
fn redefine(out: &mut String, forms: &Forms, orders: &[Instance]) -> Result<(), Error> {
    let registry = registry(forms, "bakery")?;
    for newer in registry.read(ORDER_2)? {
        if let Some(diff) = registry.diff(&newer) {
            say(out, format_args!("\nA new edition of {}:\n{diff}", newer.name()));
        }
        registry.replace(&newer);
    }
    say(out, format_args!(""));
    let newer = form(forms, "bakery", "Order")?;
    for order in orders {
        match order.migrate(&newer) {
            Ok(migrated) => say(out, format_args!("moved: {migrated}")),
            // It stays what it is, until somebody has looked at it.
            Err(error) => say(out, format_args!("stays: {order}\n{}", indented(&error))),
        }
    }
    Ok(())
}

fn registry<'a>(forms: &'a Forms, tenant: &str) -> Result<&'a Registry, Error> {
    forms.get(tenant).ok_or_else(|| Error::key_error(tenant.to_owned()))
}

fn form(forms: &Forms, tenant: &str, name: &str) -> Result<Class, Error> {
    let form = registry(forms, tenant)?.get(&format!("__main__.{name}"));
    form.ok_or_else(|| Error::key_error(name.to_owned()))
}

fn say(out: &mut String, line: fmt::Arguments<'_>) {
    // A `String` takes anything.
    let _ = writeln!(out, "{line}");
}

/// The faults, each on a line of its own.
fn indented(error: &impl fmt::Display) -> String {
    error.to_string().replacen("Validation errors: ", "    ", 1).replace("; ", "\n    ")
}

#[test]
fn prints_what_it_should() -> Result<(), Error> {
    let mut out = String::new();
    run(&mut out)?;
    let expected = include_str!("tenant_forms/expected.txt");
    assert_eq!(out, expected, "{out}");
    Ok(())
}
