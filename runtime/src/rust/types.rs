//! Types, and the rules that come with them.

use super::code::Code;
use super::names::{Name, is_same};
use super::rules;
use crate::spec::{ClassRef, ClassSpec, TypeSpec};
use crate::validate::Rule;
use crate::validate::rules::{Kind, MaxValue, MinValue};
use crate::value::Number;

/// What is needed to write the types of a class.
pub(super) struct Types<'a> {
    pub(super) classes: &'a [(Name, &'a ClassSpec)],
    /// The class whose fields they are.
    pub(super) within: &'a ClassSpec,
    pub(super) others: &'a dyn Fn(&str) -> Option<&'a Name>,
}

/// The integers of Rust, from the narrowest on.
const INTEGERS: [(&str, i128, i128); 10] = [
    ("u8", 0, u8::MAX as i128),
    ("i8", i8::MIN as i128, i8::MAX as i128),
    ("u16", 0, u16::MAX as i128),
    ("i16", i16::MIN as i128, i16::MAX as i128),
    ("u32", 0, u32::MAX as i128),
    ("i32", i32::MIN as i128, i32::MAX as i128),
    ("i64", i64::MIN as i128, i64::MAX as i128),
    ("u64", 0, u64::MAX as i128),
    ("u128", 0, i128::MAX),
    ("i128", i128::MIN, i128::MAX),
];

/// A type, and what stands in the attribute of a value of it.
type Written = (Code, Vec<Code>);

impl Types<'_> {
    /// A type with its rules. An item of a list is no `u8`: a list of those would be bytes.
    pub(super) fn of(&self, ty: &TypeSpec, rules: &[Rule], is_item: bool) -> Result<Written, String> {
        match ty {
            TypeSpec::Option(inner) => {
                let (ty, rules) = self.of(inner, rules, false)?;
                Ok((Code::of("Option<") + ty + ">", rules))
            }
            TypeSpec::Int { min, max } => self.integer((*min, *max), rules, is_item),
            TypeSpec::List(item) => self.list("Vec<", item, rules),
            TypeSpec::Set(item) if is_hashed(item) => self.list("std::collections::HashSet<", item, rules),
            TypeSpec::Set(_) => Err("a set in Rust holds text, integers and truth values only".to_owned()),
            TypeSpec::Dict(key, value) => self.dict(key, value, rules),
            TypeSpec::Tuple(items) => Ok((self.tuple(items)?, self.rules(rules)?)),
            TypeSpec::Class(class) => Ok((self.class(class)?, self.rules(rules)?)),
            TypeSpec::Opaque(name) => Err(format!("only a program knows the type {}", super::shown(name))),
            TypeSpec::Any => Ok((Code::of("Value"), self.rules(rules)?)),
            TypeSpec::None => Ok((Code::of("()"), self.rules(rules)?)),
            TypeSpec::Bool => Ok((Code::of("bool"), self.rules(rules)?)),
            TypeSpec::Float => Ok((Code::of("f64"), self.rules(rules)?)),
            TypeSpec::Str => Ok((Code::of("String"), self.rules(rules)?)),
            TypeSpec::Bytes => Ok((Code::of("Vec<u8>"), self.rules(rules)?)),
        }
    }

    fn rules(&self, rules: &[Rule]) -> Result<Vec<Code>, String> {
        let mut codes = rules.iter().map(|rule| rules::of(rule, self.others)).collect::<Result<Vec<Code>, String>>()?;
        codes.extend(rules::unit(rules)?);
        Ok(codes)
    }

    /// The narrowest integer that has all values; what it has beyond them is forbidden by rules.
    fn integer(&self, (min, max): (i128, i128), rules: &[Rule], is_item: bool) -> Result<Written, String> {
        let holds =
            |(name, least, most): &&(&str, i128, i128)| *least <= min && max <= *most && !(is_item && *name == "u8");
        let exact = INTEGERS.iter().filter(holds).find(|(_, least, most)| (*least, *most) == (min, max));
        let &(name, least, most) = exact.or_else(|| INTEGERS.iter().find(holds)).unwrap_or(&INTEGERS[9]);
        let mut rules = rules.to_vec();
        if least < min {
            narrow(&mut rules, MinValue::new(Number::Int(min)).into(), i128::max);
        }
        if max < most {
            narrow(&mut rules, MaxValue::new(Number::Int(max)).into(), i128::min);
        }
        Ok((Code::of(name), self.rules(&rules)?))
    }

    fn list(&self, head: &'static str, item: &TypeSpec, rules: &[Rule]) -> Result<Written, String> {
        let (ty, within) = self.of(item, items_of(rules, |kind| matches!(kind, Kind::Items(_))), true)?;
        let mut own = self.rules(&own_of(rules))?;
        own.extend(group("items(", within));
        Ok((Code::of(head) + ty + ">", own))
    }

    fn dict(&self, key: &TypeSpec, value: &TypeSpec, rules: &[Rule]) -> Result<Written, String> {
        if !is_hashed(key) {
            return Err("a key in Rust is text, an integer or a truth value".to_owned());
        }
        let (key, keys) = self.of(key, items_of(rules, |kind| matches!(kind, Kind::Keys(_))), false)?;
        let (value, values) = self.of(value, items_of(rules, |kind| matches!(kind, Kind::Values(_))), false)?;
        let mut own = self.rules(&own_of(rules))?;
        own.extend(group("keys(", keys));
        own.extend(group("values(", values));
        Ok((Code::of("std::collections::HashMap<") + key + ", " + value + ">", own))
    }

    fn tuple(&self, items: &[TypeSpec]) -> Result<Code, String> {
        let item = |item: &TypeSpec| match self.of(item, &[], false)? {
            (ty, rules) if rules.is_empty() => Ok(ty),
            _ => Err("an item of a tuple has a range that no integer of Rust has".to_owned()),
        };
        let items = items.iter().map(item).collect::<Result<Vec<Code>, String>>()?;
        let end = if items.len() == 1 { ",)" } else { ")" };
        Ok(Code::of("(") + Code::join(items, ", ") + end)
    }

    /// A class; one that leads back to where it stands has a place of its own.
    fn class(&self, class: &ClassRef) -> Result<Code, String> {
        let unknown = || format!("the class {} is known by its name only", super::shown(class.name()));
        let spec = class.spec().ok_or_else(unknown)?;
        let known = self.classes.iter().find(|(_, known)| is_same(known, spec));
        let (name, spec) = known.ok_or_else(unknown)?;
        let name = Code::default() + name;
        Ok(if leads_to(spec, self.within) { Code::of("Box<") + name + ">" } else { name })
    }
}

/// Takes the narrower of a limit and of that which is there already.
fn narrow(rules: &mut Vec<Rule>, limit: Rule, narrower: fn(i128, i128) -> i128) {
    let figure = |rule: &Rule| match rule.kind() {
        Kind::MinValue(rule) => Some(rule.limit()),
        Kind::MaxValue(rule) => Some(rule.limit()),
        _ => None,
    };
    let same = |rule: &&mut Rule| rule.kind().key() == limit.kind().key();
    match rules.iter_mut().find(same) {
        None => rules.push(limit),
        Some(rule) => {
            if let (Some(Number::Int(new)), Some(Number::Int(old))) = (figure(&limit), figure(rule))
                && narrower(new, old) != old
            {
                *rule = limit;
            }
        }
    }
}

/// Do the fields of a class lead to another without anything between that has a place of its own?
fn leads_to(class: &ClassSpec, other: &ClassSpec) -> bool {
    let mut seen: Vec<&ClassSpec> = vec![];
    let mut pending = vec![class];
    while let Some(class) = pending.pop() {
        if is_same(class, other) {
            return true;
        }
        if !seen.iter().any(|known| is_same(known, class)) {
            seen.push(class);
            let direct = class.fields().iter().flat_map(|field| field.ty().classes()).filter(|(_, apart)| !apart);
            pending.extend(direct.filter_map(|(class, _)| class.spec()));
        }
    }
    false
}

fn is_hashed(ty: &TypeSpec) -> bool {
    matches!(ty, TypeSpec::Str | TypeSpec::Int { .. } | TypeSpec::Bool)
}

/// The rules of what lies within, of one kind.
fn items_of(rules: &[Rule], is_kind: fn(&Kind) -> bool) -> &[Rule] {
    rules.iter().filter(|rule| is_kind(rule.kind())).find_map(Rule::within).unwrap_or_default()
}

/// The rules of the value itself.
fn own_of(rules: &[Rule]) -> Vec<Rule> {
    rules.iter().filter(|rule| rule.within().is_none()).cloned().collect()
}

fn group(head: &'static str, rules: Vec<Code>) -> Option<Code> {
    (!rules.is_empty()).then(|| Code::of(head) + Code::join(rules, ", ") + ")")
}
