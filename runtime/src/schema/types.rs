//! The schemas of values: what their types and rules say.

use super::{Defs, Schema};
use crate::factory::enumeration::Enumeration;
use crate::spec::TypeSpec;
use crate::validate::Rule;
use crate::validate::rules::Kind;
use crate::value::Dict;

/// An integer as the name of a property: there is one name for each.
const INTEGER: &str = "^(0|-?[1-9][0-9]*)$";

impl<'a> Defs<'a> {
    /// The schema of values of a type that obey rules; `None`, where the type has it, obeys them all.
    pub(super) fn value(&mut self, ty: &'a TypeSpec, rules: &'a [Rule]) -> Schema {
        let schema = self.present(ty, rules);
        let lacks_null = match ty {
            TypeSpec::Option(_) => !schema.is_empty(),
            // What other rules say is about other types than null.
            TypeSpec::Any => schema.says("enum") || schema.says("const"),
            _ => false,
        };
        match lacks_null {
            true => Schema::any_of([schema, Schema::of_type("null")]),
            false => schema,
        }
    }

    /// The same for values that are not `None`.
    pub(super) fn present(&mut self, ty: &'a TypeSpec, rules: &'a [Rule]) -> Schema {
        if let TypeSpec::Option(inner) = ty {
            return self.present(inner, rules);
        }
        let mut schema = self.of_type(ty);
        for rule in rules.iter().map(Rule::kind) {
            match (self.within(ty, rule), written(rule)) {
                (Some(within), _) => schema.set(rule.keyword(), within),
                (None, Some(written)) => schema.require_written(written),
                (None, None) => rule.schema().into_iter().for_each(|(keyword, value)| schema.add(keyword, value)),
            }
        }
        schema
    }

    /// The schema of what lies within a value, if that is what the rule is about.
    fn within(&mut self, ty: &'a TypeSpec, rule: &'a Kind) -> Option<Schema> {
        match (rule, ty) {
            (Kind::Items(rule), TypeSpec::List(item) | TypeSpec::Set(item)) => Some(self.value(item, rule.rules())),
            (Kind::Items(rule), _) => Some(self.value(&TypeSpec::Any, rule.rules())),
            (Kind::Keys(rule), TypeSpec::Dict(key, _)) => Some(self.name_of_key(key, rule.rules())),
            (Kind::Keys(rule), _) => Some(self.name_of_key(&TypeSpec::Any, rule.rules())),
            (Kind::Values(rule), TypeSpec::Dict(_, value)) => Some(self.value(value, rule.rules())),
            (Kind::Values(rule), _) => Some(self.value(&TypeSpec::Any, rule.rules())),
            _ => None,
        }
    }

    fn of_type(&mut self, ty: &'a TypeSpec) -> Schema {
        if let Some(members) = ty.enumeration() {
            return of_members(members);
        }
        match ty {
            TypeSpec::Any => Schema::default(),
            TypeSpec::None => Schema::of_type("null"),
            TypeSpec::Bool => Schema::of_type("boolean"),
            TypeSpec::Int { min, max } => integer(*min, *max),
            TypeSpec::Float => Schema::of_type("number"),
            TypeSpec::Str => Schema::of_type("string"),
            TypeSpec::Bytes => array().with("items", integer(0, 255)),
            TypeSpec::Option(inner) => self.of_type(inner),
            TypeSpec::List(item) => array().with("items", self.value(item, &[])),
            TypeSpec::Set(item) => array().with("items", self.value(item, &[])).with("uniqueItems", true),
            TypeSpec::Dict(key, value) => self.dict(key, value),
            TypeSpec::Tuple(items) => self.tuple(items),
            TypeSpec::Class(class) => match class.spec() {
                Some(spec) => self.reference(spec),
                None => Schema::of_type("object").with("title", class.name()),
            },
            TypeSpec::Opaque(name) if name.is_empty() => Schema::default(),
            TypeSpec::Opaque(name) => Schema::default().with("x-rust-type", &**name),
        }
    }

    fn dict(&mut self, key: &'a TypeSpec, value: &'a TypeSpec) -> Schema {
        let schema = Schema::of_type("object");
        let name = self.name_of_key(key, &[]);
        let schema = if name.is_empty() { schema } else { schema.with("propertyNames", name) };
        schema.with("additionalProperties", self.value(value, &[]))
    }

    /// The schema of the names that stand for keys: in JSON they are text, whatever the keys are.
    fn name_of_key(&mut self, ty: &'a TypeSpec, rules: &'a [Rule]) -> Schema {
        let name = match ty {
            TypeSpec::Any | TypeSpec::Str => return self.present(&TypeSpec::Any, rules),
            TypeSpec::Option(inner) => return self.name_of_key(inner, rules),
            TypeSpec::Int { .. } => Schema::default().with("pattern", INTEGER),
            TypeSpec::Bool => Schema::default().with("enum", ["true", "false"]),
            _ => Schema::default(),
        };
        name.with("x-key", self.value(ty, rules))
    }

    fn tuple(&mut self, items: &'a [TypeSpec]) -> Schema {
        let schema = match items {
            // `prefixItems` is never empty (Core, 10.3.1.1).
            [] => array(),
            items => array().with("prefixItems", items.iter().map(|item| self.value(item, &[])).collect::<Vec<_>>()),
        };
        schema.with("items", false).with("minItems", items.len()).with("maxItems", items.len())
    }
}

/// What a rule says that was a schema.
fn written(rule: &Kind) -> Option<&Dict> {
    match rule {
        Kind::Check(check) => check.written(),
        _ => None,
    }
}

/// The schema of the values of members.
fn of_members(members: Enumeration<'_>) -> Schema {
    match members.has_combinations() {
        true => Schema::of_type("integer"),
        false => Schema::default().with("enum", members.values()),
    }
}

fn array() -> Schema {
    Schema::of_type("array")
}

/// An integer from `min` to `max`. A type without a limit of its own has that of 128 bits.
fn integer(min: i128, max: i128) -> Schema {
    let mut schema = Schema::of_type("integer");
    if min != i128::MIN {
        schema.set("minimum", min);
    }
    if max != i128::MAX {
        schema.set("maximum", max);
    }
    schema
}
