//! Forms of several tenants, known only when the program runs: loaded from JSON Schema, filled in, and defined anew while
//! they are in use.
//!
//! ```sh
//! cargo run --example tenant_forms
//! ```

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use metaclass::prelude::*;

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

/// The bakery's second edition of its form.
const ORDER_2: &str = include_str!("tenant_forms/bakery_2.json");

/// The classes of a tenant: no tenant sees those of another.
type Forms = BTreeMap<&'static str, Registry>;

fn main() -> Result<(), Error> {
    let mut out = String::new();
    run(&mut out)?;
    print!("{out}");
    Ok(())
}

fn run(out: &mut String) -> Result<(), Error> {
    let forms = load()?;
    let mut orders = vec![];
    for (tenant, _, submissions) in TENANTS {
        for (name, text) in submissions {
            let form = form(&forms, tenant, name)?;
            match form.decode_json(text) {
                Ok(filled) => {
                    say(out, format_args!("{tenant}: {filled}"));
                    orders.extend((tenant == "bakery").then_some(filled));
                }
                Err(error) => say(out, format_args!("{tenant}: {name} refused\n{}", indented(&error))),
            }
        }
    }
    redefine(out, &forms, &orders)?;
    say(
        out,
        format_args!(
            "\nThe forms of the bakery, for https://mermaid.live:\n{}",
            registry(&forms, "bakery")?.to_mermaid()
        ),
    );
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

/// Puts the new edition in the place of the old one, and takes along what was ordered by that.
fn redefine(out: &mut String, forms: &Forms, orders: &[Instance]) -> Result<(), Error> {
    let registry = registry(forms, "bakery")?;
    for newer in Registry::new().load(ORDER_2)? {
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
