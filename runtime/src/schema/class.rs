//! The schema of a class: its fields, and what it says of several of them.

use super::bases::{is_own, referred};
use super::keywords::is_json;
use super::{Defs, Schema};
use crate::spec::{ClassSpec, DefaultSpec, FieldSpec, Flags, Group, GroupKind, Literal, Options, TypeSpec};
use crate::validate::rules::Kind;
use crate::validate::{Rule, StructCheck};
use crate::value::{Dict, Value};

impl<'a> Defs<'a> {
    /// Says what data must be like that is to be an instance of a class.
    pub(super) fn describe(&mut self, spec: &'a ClassSpec, schema: &mut Schema) {
        schema.set("title", spec.name());
        if !spec.doc().is_empty() {
            schema.set("description", spec.doc());
        }
        match spec.is_tuple() {
            true => self.describe_tuple(spec, schema),
            false => self.describe_object(spec, schema),
        }
        add_groups(schema, spec);
        let groups: Vec<Schema> = spec.groups().iter().map(|group| written(spec, group)).collect();
        if !groups.is_empty() {
            schema.set("x-groups", groups);
        }
        let checks = checks(spec, &referred(spec));
        if !checks.is_empty() {
            schema.set("x-checks", checks);
        }
    }

    fn describe_object(&mut self, spec: &'a ClassSpec, schema: &mut Schema) {
        let bases = referred(spec);
        for base in &bases {
            schema.require(self.reference(base));
        }
        schema.set("type", "object");
        schema.set("properties", self.properties(spec, &bases));
        add_required(schema, spec, &bases);
        if spec.options().has(Options::FORBID_EXTRA) {
            // What the bases name is known too.
            schema.set(if bases.is_empty() { "additionalProperties" } else { "unevaluatedProperties" }, false);
        }
        add_required_with(schema, spec, &bases);
    }

    /// A named tuple is an array, whose items have titles since they have no names there.
    fn describe_tuple(&mut self, spec: &'a ClassSpec, schema: &mut Schema) {
        schema.set("type", "array");
        let items = spec.fields().iter().map(|field| {
            let mut item = self.property(spec, field);
            item.set("title", field.name());
            item
        });
        let items: Vec<Schema> = items.collect();
        let count = items.len();
        // `prefixItems` is never empty (Core, 10.3.1.1).
        if !items.is_empty() {
            schema.set("prefixItems", items);
        }
        schema.set("items", false);
        // What has a default may be left out from the end on.
        let least = spec.fields().iter().rposition(FieldSpec::must_be_named).map_or(0, |last| last + 1);
        schema.set("minItems", least);
        schema.set("maxItems", count);
    }

    fn properties(&mut self, spec: &'a ClassSpec, bases: &[&ClassSpec]) -> Schema {
        let mut properties = Schema::default();
        for field in taken(spec).filter(|field| is_own(bases, field)) {
            let property = self.property(spec, field);
            let alias = property.clone().with("x-alias-of", field.key());
            properties.set(field.key(), property);
            for name in field.aliases() {
                properties.set(name, alias.clone());
            }
        }
        // What an instance writes of itself is no unknown name, but nobody looks at it.
        if spec.options().has(Options::FORBID_EXTRA) {
            for name in spec.fields().iter().filter(|field| !field.has(Flags::INIT)).flat_map(names) {
                properties.set(name, Schema::default().with("readOnly", true));
            }
        }
        properties
    }

    fn property(&mut self, spec: &'a ClassSpec, field: &'a FieldSpec) -> Schema {
        let mut schema = match field.transforms() {
            [] => self.field(field, field.rules()),
            transforms => {
                let names: Vec<String> = transforms.iter().map(ToString::to_string).collect();
                let schema = self.field(field, &[]).with("x-transform", names);
                schema.with("x-transformed", self.field(field, field.rules()))
            }
        };
        for rule in field.rules() {
            if let Kind::Matches(rule) = rule.kind() {
                schema.set("x-matches", key_of(spec, rule.other()));
            }
        }
        let with = field.rules().iter().filter_map(|rule| match rule.kind() {
            Kind::RequiredWith(rule) => Some(key_of(spec, rule.other())),
            _ => None,
        });
        let with: Vec<&str> = with.collect();
        if !with.is_empty() {
            schema.set("x-required-with", with);
        }
        annotate(&mut schema, field);
        schema
    }

    /// The schema of the value of a field.
    fn field(&mut self, field: &'a FieldSpec, rules: &'a [Rule]) -> Schema {
        match field.has(Flags::REQUIRED) {
            false => self.value(field.ty(), rules),
            true => {
                let mut schema = self.present(field.ty(), rules);
                if takes_null(field.ty()) {
                    schema.add("not", Schema::of_type("null").into());
                }
                schema
            }
        }
    }
}

/// Might a value that is not `None` be null in JSON, as far as the type tells?
fn takes_null(ty: &TypeSpec) -> bool {
    match ty {
        TypeSpec::Option(inner) => takes_null(inner),
        ty => matches!(ty, TypeSpec::Any | TypeSpec::None | TypeSpec::Opaque(_)),
    }
}

/// The value of the member that is the default.
fn default_member(field: &FieldSpec) -> Option<Value> {
    field.ty().enumeration()?;
    field.default().make().ok()??.get_attr("_value_").ok()
}

/// What a field says that no value can break.
fn annotate(schema: &mut Schema, field: &FieldSpec) {
    if !field.doc().is_empty() {
        schema.set("description", field.doc());
    }
    match field.default().literal().map(Value::from).or_else(|| default_member(field)) {
        Some(default) if is_json(&default) && !field.has(Flags::SECRET) => schema.set("default", default),
        _ => {}
    }
    if field.has(Flags::SECRET) {
        schema.set("writeOnly", true);
    }
    let metadata = field.metadata().iter().map(|(name, value)| (&**name, Value::from(value)));
    let metadata: Dict = metadata.filter(|(_, value)| is_json(value)).collect();
    if !metadata.is_empty() {
        schema.set("x-metadata", metadata);
    }
}

/// What a class says of several fields or names, each as it stands in the `allOf` of its schema.
#[cfg(feature = "json")]
pub(crate) fn laws(spec: &ClassSpec) -> Vec<Value> {
    let (mut schema, bases) = (Schema::default(), referred(spec));
    add_required(&mut schema, spec, &bases);
    add_required_with(&mut schema, spec, &bases);
    add_groups(&mut schema, spec);
    schema.get("allOf").and_then(Value::as_list).into_iter().flatten().cloned().collect()
}

/// Asks for one of the names that a field has.
pub(crate) fn one_of_names<'n>(names: impl Iterator<Item = &'n str>) -> Value {
    Schema::any_of(names.map(requiring)).into()
}

/// Asks for what has no default. One of its names is enough.
fn add_required(schema: &mut Schema, spec: &ClassSpec, bases: &[&ClassSpec]) {
    let required = taken(spec).filter(|field| field.must_be_named() && is_own(bases, field));
    let (renamed, plain): (Vec<_>, Vec<_>) = required.partition(|field| !field.aliases().is_empty());
    if !plain.is_empty() {
        schema.set("required", keys(&plain));
    }
    for field in renamed {
        schema.require(Schema::any_of(names(field).map(requiring)));
    }
}

/// Asks for what is not to be `None` where another field is not.
fn add_required_with(schema: &mut Schema, spec: &ClassSpec, bases: &[&ClassSpec]) {
    for field in taken(spec).filter(|field| may_be_none(field) && is_own(bases, field)) {
        for other in taken(spec).filter(|other| is_required_with(field, other)) {
            let (present, needed) = (present(other, false), present(field, true));
            schema.require(Schema::default().with("if", present).with("then", needed));
        }
    }
}

/// What a group is, by the names in data.
fn written(spec: &ClassSpec, group: &Group) -> Schema {
    let fields: Vec<&str> = group.fields().iter().map(|name| key_of(spec, name)).collect();
    Schema::default().with("kind", group.kind().name()).with("fields", fields)
}

/// Says which fields go together.
fn add_groups(schema: &mut Schema, spec: &ClassSpec) {
    for group in spec.groups() {
        let given: Vec<Schema> = group.fields().iter().filter_map(|name| given(spec, name)).collect();
        let law = match group.kind() {
            GroupKind::ExactlyOne => Schema::default().with("oneOf", given),
            GroupKind::AtLeastOne => Schema::any_of(given),
            GroupKind::Conflicts => {
                let none = Schema::default().with("not", Schema::any_of(given.clone()));
                Schema::default().with("oneOf", given.into_iter().chain([none]).collect::<Vec<_>>())
            }
            GroupKind::Requires => {
                let mut given = given.into_iter();
                let Some(first) = given.next() else { continue };
                Schema::default()
                    .with("if", first)
                    .with("then", Schema::default().with("allOf", given.collect::<Vec<_>>()))
            }
        };
        schema.require(law);
    }
}

/// The schema of data by which a field has another value than its default, whatever name it is given under.
fn given(spec: &ClassSpec, name: &str) -> Option<Schema> {
    let (i, field) = spec.fields().iter().enumerate().find(|(_, field)| field.name() == name)?;
    let default = match field.default().literal() {
        None | Some(Literal::None) => Schema::of_type("null"),
        Some(default) => Schema::default().with("const", Value::from(default)),
    };
    let differs = Schema::default().with("not", default);
    if spec.is_tuple() {
        let items: Vec<Schema> = std::iter::repeat_n(Schema::default(), i).chain([differs]).collect();
        return Some(Schema::default().with("minItems", i + 1).with("prefixItems", items));
    }
    let differs = |name| Schema::default().with(name, differs.clone());
    Some(Schema::any_of(names(field).map(|name| with_properties(requiring(name), differs(name)))))
}

/// The checks over several fields: what they are called, and what they look at.
fn checks(spec: &ClassSpec, bases: &[&ClassSpec]) -> Vec<Schema> {
    let check = |check: &StructCheck| {
        let fields: Vec<&str> = check.fields().iter().map(|name| key_of(spec, name)).collect();
        match check.name() {
            "" => Schema::default().with("fields", fields),
            name => Schema::default().with("name", name).with("fields", fields),
        }
    };
    let is_own = |check: &&StructCheck| !bases.iter().any(|base| base.checks().contains(check));
    spec.checks().iter().filter(is_own).map(check).collect()
}

/// The schema of data by which a field is not `None`, whatever name it is given under. If it has a default of which
/// nothing is known, that is `unknown`.
fn present(field: &FieldSpec, unknown: bool) -> Schema {
    let not_null = |schema: Schema, name| match may_be_none(field) {
        true => schema.with(name, Schema::default().with("not", Schema::of_type("null"))),
        false => schema,
    };
    if default_is_some(field).unwrap_or(unknown) {
        return with_properties(Schema::default(), names(field).fold(Schema::default(), not_null));
    }
    Schema::any_of(names(field).map(|name| with_properties(requiring(name), not_null(Schema::default(), name))))
}

fn with_properties(schema: Schema, properties: Schema) -> Schema {
    if properties.is_empty() { schema } else { schema.with("properties", properties) }
}

fn requiring(name: &str) -> Schema {
    Schema::default().with("required", [name])
}

/// The fields and constructor arguments that data gives.
pub(super) fn taken(spec: &ClassSpec) -> impl Iterator<Item = &FieldSpec> {
    spec.fields().iter().filter(|field| field.has(Flags::INIT)).chain(spec.init_vars())
}

/// The names that a field has in data.
fn names(field: &FieldSpec) -> impl Iterator<Item = &str> {
    std::iter::once(field.key()).chain(field.aliases().iter().map(|alias| &**alias))
}

fn keys(fields: &[&FieldSpec]) -> Vec<String> {
    fields.iter().map(|field| field.key().to_owned()).collect()
}

/// The name in data of the field of this name.
fn key_of<'a>(spec: &'a ClassSpec, name: &'a str) -> &'a str {
    spec.field(name).map_or(name, FieldSpec::key)
}

fn is_required_with(field: &FieldSpec, other: &FieldSpec) -> bool {
    field.rules().iter().any(|rule| matches!(rule.kind(), Kind::RequiredWith(rule) if rule.other() == other.name()))
}

/// Does the default stand for something? `None` if that is not known.
fn default_is_some(field: &FieldSpec) -> Option<bool> {
    match field.default() {
        DefaultSpec::Required => Some(false),
        DefaultSpec::Value(literal) => Some(*literal != Literal::None),
        DefaultSpec::Factory { .. } => (!may_be_none(field)).then_some(true),
    }
}

fn may_be_none(field: &FieldSpec) -> bool {
    let has_none = matches!(field.ty(), TypeSpec::Option(_) | TypeSpec::Any | TypeSpec::None);
    has_none && !field.has(Flags::REQUIRED)
}
