//! The type and rules of the values that a JSON Schema describes.

use super::JsonSchema;
use super::classes::{Classes, MAX_DEPTH};
use super::node::{Array, Check, Composed, Node, NodeId, Object};
use super::types::Types;
use crate::field::Field;
use crate::spec::{Literal, Ref, TypeSpec};
use crate::validate::rules::{self, Equals, Items, Keys, Kind, MaxLength, MinLength, OneOf, UniqueItems, Values};
use crate::validate::{Format, Rule, Unit};
use crate::value::{Dict, Number, Value};

/// What a description says of a value.
pub(super) struct Typed {
    /// Without `None`.
    pub(super) ty: TypeSpec,
    pub(super) takes_null: bool,
    pub(super) rules: Vec<Rule>,
}

/// What a description would have to say more.
struct Unsaid;

type Said<T> = Result<T, Unsaid>;

impl Typed {
    /// Any value.
    pub(super) const fn anything() -> Self {
        Self { ty: TypeSpec::Any, takes_null: true, rules: vec![] }
    }

    /// As a field with a type and rules.
    pub(super) fn field(self) -> Field {
        let Self { ty, takes_null, rules } = self;
        let field = Field::of(ty.clone());
        let field = if takes_null && !has_null(&ty) { field.nullable() } else { field };
        rules.into_iter().fold(field, Field::rule)
    }

    /// Is it of a type that is `None` where nothing is given?
    pub(super) const fn is_option(&self) -> bool {
        self.takes_null && !has_null(&self.ty)
    }

    /// As what lies within a container, where nothing but a type refuses null.
    fn within(self) -> Said<(TypeSpec, Vec<Rule>)> {
        match (self.ty, self.takes_null) {
            (TypeSpec::Any, false) => Err(Unsaid),
            (ty, true) if has_null(&ty) => Ok((ty, self.rules)),
            (ty, true) => Ok((TypeSpec::Option(Ref::shared(ty)), self.rules)),
            (ty, false) => Ok((ty, self.rules)),
        }
    }
}

impl Classes<'_, '_> {
    /// What a description says of the values of the whole schema.
    pub(super) fn typed_root(&mut self, name: &str) -> Typed {
        self.typed(self.root_id(), name)
    }

    /// What a description says of the values of a schema. What it cannot say, the schema is asked.
    pub(super) fn typed(&mut self, id: NodeId, name: &str) -> Typed {
        self.depth += 1;
        let said = if self.depth > MAX_DEPTH { Err(Unsaid) } else { self.say(id, name) };
        self.depth -= 1;
        match said {
            Ok((ty, rules)) => Typed { ty, takes_null: self.at(id).is_valid(&Value::None), rules },
            Err(Unsaid) => self.asked(&[id]),
        }
    }

    /// The kind of the values that obey several schemas, which are asked for all the rest.
    pub(super) fn asked(&mut self, ids: &[NodeId]) -> Typed {
        let mut types = ids.iter().filter_map(|id| self.node(*id).and_then(type_of));
        let ty = types.find(|ty| *ty != TypeSpec::Any).unwrap_or(TypeSpec::Any);
        let takes_null = ids.iter().all(|id| self.at(*id).is_valid(&Value::None));
        let asked = |id: &NodeId| JsonSchema { written: self.said_by(*id), ..self.at(*id) };
        Typed {
            ty,
            takes_null,
            rules: ids.iter().map(asked).map(|schema| rules::Check::of_schema(schema).into()).collect(),
        }
    }

    fn say(&mut self, id: NodeId, name: &str) -> Said<(TypeSpec, Vec<Rule>)> {
        let node = self.node(id).ok_or(Unsaid)?;
        if let Some(inner) = self.nullable(node) {
            let Typed { ty, rules, .. } = self.typed(inner, name);
            return Ok((ty, rules));
        }
        if self.is_class(id) || node.class.is_some() {
            let class = self.class_of_value(id, name).ok_or(Unsaid)?;
            return Ok((TypeSpec::Class(class), vec![]));
        }
        let ty = type_of(node).ok_or(Unsaid)?;
        let mut rules = vec![];
        self.add_checks(node, &mut rules)?;
        if let Some(schema) = self.written(id) {
            add_own(schema, &mut rules)?;
        }
        let ty = match (ty, node.array.as_deref(), node.object.as_deref()) {
            (_, Some(_), _) | (_, _, Some(_)) if node.looks_at_rest() => return Err(Unsaid),
            (TypeSpec::List(_), Some(array), None) => self.list(array, &mut rules, name)?,
            (TypeSpec::Dict(..), None, Some(object)) => self.dict(object, &mut rules, name)?,
            (TypeSpec::Int { .. }, None, None) => integer(&mut rules),
            (ty, None, None) => ty,
            _ => return Err(Unsaid),
        };
        match is_exact(&ty, &rules) {
            true => Ok((ty, rules)),
            false => Err(Unsaid),
        }
    }

    /// The other of two schemas of which one is about null, if nothing else is said.
    fn nullable(&self, node: &Node) -> Option<NodeId> {
        let is_bare = node.types == Types::ANY && node.checks.is_empty() && node.is_of_one_value();
        let [Composed::Any(nodes) | Composed::One(nodes)] = &*node.composed else { return None };
        let [a, b] = **nodes else { return None };
        let is_null = |id: NodeId| self.node(id).is_some_and(|node| node.types == Types::NULL && node.is_bare());
        match (is_bare, is_null(a), is_null(b)) {
            (true, false, true) => Some(a),
            (true, true, false) => Some(b),
            _ => None,
        }
        // Of exactly one, null would be two if the other took it as well.
        .filter(|other| matches!(*node.composed, [Composed::Any(_)]) || !self.at(*other).is_valid(&Value::None))
    }

    /// The rules of the value itself, and those of schemas that say nothing else.
    fn add_checks(&self, node: &Node, rules: &mut Vec<Rule>) -> Said<()> {
        for check in &node.checks {
            rules.push(rule(check)?);
        }
        for composed in &node.composed {
            match composed {
                Composed::All(nodes) => {
                    for node in nodes.iter().map(|id| self.node(*id)) {
                        let node = node.filter(|node| node.types == Types::ANY && node.has_checks_only());
                        for check in &node.ok_or(Unsaid)?.checks {
                            rules.push(rule(check)?);
                        }
                    }
                }
                // Null is told by the type.
                Composed::Not([id])
                    if self.node(*id).is_some_and(|node| node.types == Types::NULL && node.is_bare()) => {}
                _ => return Err(Unsaid),
            }
        }
        let may_repeat = |rule: &Rule| matches!(rule.kind().key(), "multiple_of" | "pattern");
        let is_twice = |(i, rule): (usize, &Rule)| {
            !may_repeat(rule) && rules.iter().take(i).any(|other| other.kind().key() == rule.kind().key())
        };
        if rules.iter().enumerate().any(is_twice) { Err(Unsaid) } else { Ok(()) }
    }

    fn list(&mut self, array: &Array, rules: &mut Vec<Rule>, name: &str) -> Said<TypeSpec> {
        if array.contains.is_some() {
            return Err(Unsaid);
        }
        if !array.prefix.is_empty() {
            return self.tuple(array, rules, name);
        }
        let Some(items) = array.items else { return Ok(TypeSpec::List(Ref::shared(TypeSpec::Any))) };
        let (item, inner) = self.typed(items, name).within()?;
        if !inner.is_empty() {
            rules.push(Items::new(inner.into()).into());
        }
        Ok(TypeSpec::List(Ref::shared(item)))
    }

    /// A list of so many items, each with its type and nothing else.
    fn tuple(&mut self, array: &Array, rules: &mut Vec<Rule>, name: &str) -> Said<TypeSpec> {
        let length = array.prefix.len();
        let is_limit = |rule: &Rule| match rule.kind() {
            Kind::MinItems(rule) => rule.limit() == length,
            Kind::MaxItems(rule) => rule.limit() == length,
            _ => false,
        };
        // No rule is there twice.
        if rules.len() != 2 || !rules.iter().all(is_limit) {
            return Err(Unsaid);
        }
        rules.clear();
        let item = |id: &NodeId| match self.typed(*id, name).within()? {
            (ty, rules) if rules.is_empty() => Ok(ty),
            _ => Err(Unsaid),
        };
        let items: Said<Vec<TypeSpec>> = array.prefix.iter().map(item).collect();
        Ok(TypeSpec::Tuple(items?.into()))
    }

    fn dict(&mut self, object: &Object, rules: &mut Vec<Rule>, name: &str) -> Said<TypeSpec> {
        if object.has_names() {
            return Err(Unsaid);
        }
        if let Some(names) = object.names {
            let node = self.node(names).filter(|node| node.is_of_one_value()).ok_or(Unsaid)?;
            if !node.types.takes(Types::STR) {
                return Err(Unsaid);
            }
            let mut of_names = vec![];
            self.add_checks(node, &mut of_names)?;
            if let Some(schema) = self.written(names) {
                add_own(schema, &mut of_names)?;
            }
            rules.push(Keys::new(of_names.into()).into());
        }
        let (value, inner) = match object.additional {
            Some(values) => self.typed(values, name).within()?,
            None => (TypeSpec::Any, vec![]),
        };
        if !inner.is_empty() {
            rules.push(Values::new(inner.into()).into());
        }
        Ok(TypeSpec::Dict(Ref::shared(TypeSpec::Str), Ref::shared(value)))
    }
}

/// Is null a value of the type itself?
pub(super) const fn has_null(ty: &TypeSpec) -> bool {
    matches!(ty, TypeSpec::Any | TypeSpec::None)
}

/// The type of the values that a schema takes; none if they are of several types.
fn type_of(node: &Node) -> Option<TypeSpec> {
    let any = || Ref::shared(TypeSpec::Any);
    let types = if node.types == Types::ANY { node.kind_of_literals() } else { node.types };
    Some(match types.without(Types::NULL) {
        Types::NONE if types == Types::NULL => TypeSpec::None,
        Types::BOOL => TypeSpec::Bool,
        Types::INT => TypeSpec::INT,
        types if types != Types::NONE && Types::NUMBER.takes(types) => TypeSpec::Float,
        Types::STR => TypeSpec::Str,
        Types::LIST => TypeSpec::List(any()),
        Types::DICT => TypeSpec::Dict(Ref::shared(TypeSpec::Str), any()),
        _ if types == Types::ANY => TypeSpec::Any,
        _ => return None,
    })
}

/// A check as a rule.
fn rule(check: &Check) -> Said<Rule> {
    let literal = |value: &Value| Literal::of(value).filter(|literal| *literal != Literal::None);
    match check {
        Check::Rule(rule) => Ok(rule.clone()),
        Check::UniqueItems => Ok(UniqueItems.into()),
        Check::Equals(value) => literal(value).map(|value| Equals::new(value).into()).ok_or(Unsaid),
        Check::OneOf(allowed) => {
            // Null is told by the type.
            let allowed = allowed.iter().filter(|value| !value.is_none()).map(literal);
            let allowed: Option<Vec<Literal>> = allowed.collect();
            allowed.filter(|allowed| !allowed.is_empty()).map(|allowed| OneOf::new(allowed.into()).into()).ok_or(Unsaid)
        }
    }
}

/// The rules that JSON Schema has no word for.
fn add_own(schema: &Dict, rules: &mut Vec<Rule>) -> Said<()> {
    for (keyword, value) in schema.iter() {
        let count = || value.as_int().and_then(|count| usize::try_from(count).ok()).ok_or(Unsaid);
        let text = || value.as_str().ok_or(Unsaid);
        rules.push(match keyword.as_str().unwrap_or_default() {
            "x-min-length-bytes" => MinLength::new(count()?).with_unit(Unit::Bytes).into(),
            "x-min-length-utf16" => MinLength::new(count()?).with_unit(Unit::Utf16).into(),
            "x-max-length-bytes" => MaxLength::new(count()?).with_unit(Unit::Bytes).into(),
            "x-max-length-utf16" => MaxLength::new(count()?).with_unit(Unit::Utf16).into(),
            #[cfg(feature = "regex")]
            "x-pattern" => rules::Pattern::compile(text()?).map_err(|_| Unsaid)?.into(),
            "x-format" => Format::from_name(text()?).ok_or(Unsaid)?.into(),
            _ => continue,
        });
    }
    Ok(())
}

/// The integers of a type of Rust, if two limits are those of one.
fn integer(rules: &mut Vec<Rule>) -> TypeSpec {
    const TYPES: [(i128, i128); 8] = [
        (i8::MIN as i128, i8::MAX as i128),
        (i16::MIN as i128, i16::MAX as i128),
        (i32::MIN as i128, i32::MAX as i128),
        (i64::MIN as i128, i64::MAX as i128),
        (0, u8::MAX as i128),
        (0, u16::MAX as i128),
        (0, u32::MAX as i128),
        (0, u64::MAX as i128),
    ];
    let min = rules.iter().position(|rule| matches!(rule.kind(), Kind::MinValue(_)));
    let max = rules.iter().position(|rule| matches!(rule.kind(), Kind::MaxValue(_)));
    let limit = |at: Option<usize>| match rules.get(at?)?.kind() {
        Kind::MinValue(rule) => int(rule.limit()),
        Kind::MaxValue(rule) => int(rule.limit()),
        _ => None,
    };
    match limit(min).zip(limit(max)).filter(|limits| TYPES.contains(limits)) {
        Some((min, max)) => {
            rules.retain(|rule| !matches!(rule.kind(), Kind::MinValue(_) | Kind::MaxValue(_)));
            TypeSpec::Int { min, max }
        }
        None => TypeSpec::INT,
    }
}

const fn int(number: Number) -> Option<i128> {
    match number {
        Number::Int(value) => Some(value),
        Number::Float(_) => None,
    }
}

/// Do the rules say what the schema says? Among items of several types, a truth value is a number for us.
fn is_exact(ty: &TypeSpec, rules: &[Rule]) -> bool {
    let are_of_one_type = match ty {
        TypeSpec::List(item) => {
            matches!(&**item, TypeSpec::Bool | TypeSpec::Int { .. } | TypeSpec::Float | TypeSpec::Str)
        }
        _ => false,
    };
    are_of_one_type || !rules.iter().any(|rule| matches!(rule.kind(), Kind::UniqueItems(_)))
}
