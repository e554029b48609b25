//! What reading the fields of a class takes, found out once.

use std::fmt;
use std::sync::{Arc, OnceLock};

use super::{FieldSpec, Flags, List, Literal, Text, TypeSpec};
use crate::validate::rules::Kind;
#[cfg(feature = "regex")]
use crate::validate::rules::Pattern;
use crate::validate::{Rule, Unit, Within};
use crate::value::{Number, Value};

/// The steps of the fields of one list, found out when they are asked for.
///
/// Only descriptions that are made at run time have them: a constant can keep nothing that comes later.
#[derive(Clone)]
pub(super) struct Steps(Option<Arc<OnceLock<Box<[Step]>>>>);

impl Steps {
    pub(super) const NOWHERE: Self = Self(None);

    pub(super) fn later() -> Self {
        Self(Some(Arc::default()))
    }

    /// Those of these fields, which are always the same.
    #[inline]
    pub(super) fn of(&self, fields: &[FieldSpec]) -> &[Step] {
        match &self.0 {
            Some(steps) => steps.get_or_init(|| fields.iter().map(Step::of).collect()),
            None => &[],
        }
    }
}

/// They follow from the fields, which are compared.
impl PartialEq for Steps {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for Steps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Steps")
    }
}

/// What reading a field takes.
pub(crate) struct Step {
    /// The name as JSON writes it with what stands around it, `"name":`; `""` if data does not give the field.
    written: Box<str>,
    /// The type, without the options around it, and the rules.
    ty: TypeSpec,
    rules: List<Rule>,
    is_nullable: bool,
    is_strict: bool,
    settled: Settled,
    /// The same of the items of a list.
    items: Settled,
    /// Is the value `None`, and obeys, if nothing is said of it?
    is_none_if_missing: bool,
}

impl Step {
    fn of(field: &FieldSpec) -> Self {
        let mut ty = field.ty();
        while let TypeSpec::Option(inner) = ty {
            ty = inner;
        }
        // What is changed, or may not be `None`, is looked at later.
        let is_as_read = field.transforms().is_empty() && !field.has(Flags::REQUIRED);
        let settled = if is_as_read { Settled::of(ty, field.rules()) } else { Settled::Unknown };
        let items = match ty {
            TypeSpec::List(item) => Settled::of(item, Within::of(field.rules()).items),
            _ => Settled::Unknown,
        };
        let is_none = field.is_none_if_left_out() || field.default().constant() == Some(Value::None);
        let is_none_if_missing = is_none && settled.has(&Value::None);
        Self {
            written: written(field),
            ty: ty.clone(),
            rules: field.rule_list().clone(),
            is_nullable: matches!(field.ty(), TypeSpec::Option(_)),
            is_strict: field.has(Flags::STRICT),
            settled,
            items,
            is_none_if_missing,
        }
    }

    #[inline]
    pub(crate) fn written(&self) -> &str {
        &self.written
    }

    /// The type, without the options around it.
    #[inline]
    pub(crate) const fn ty(&self) -> &TypeSpec {
        &self.ty
    }

    #[inline]
    pub(crate) fn rules(&self) -> &[Rule] {
        &self.rules
    }

    #[inline]
    pub(crate) const fn is_nullable(&self) -> bool {
        self.is_nullable
    }

    #[inline]
    pub(crate) const fn is_strict(&self) -> bool {
        self.is_strict
    }

    /// The values of which nothing is left to be asked.
    #[inline]
    pub(crate) const fn settled(&self) -> &Settled {
        &self.settled
    }

    /// Is the value `None`, with nothing left to be asked, if nothing is said of it?
    #[inline]
    pub(crate) const fn is_none_if_missing(&self) -> bool {
        self.is_none_if_missing
    }

    /// The items of which nothing is left to be asked.
    #[inline]
    pub(crate) const fn items(&self) -> &Settled {
        &self.items
    }
}

#[cfg(not(feature = "json"))]
fn written(_: &FieldSpec) -> Box<str> {
    Box::default()
}

#[cfg(feature = "json")]
fn written(field: &FieldSpec) -> Box<str> {
    if field.has(Flags::INIT)
        && let Ok(name) = serde_json::to_string(field.key())
    {
        return (name + ":").into();
    }
    Box::default()
}

/// The values of a type that obey all rules at a glance; of others it is not known.
// With a byte of its own, each value is asked in fewer steps than with what a pattern leaves unused.
#[derive(Debug, PartialEq)]
#[repr(u8)]
pub(crate) enum Settled {
    Unknown,
    Any,
    /// Texts of so many bytes. From `sure` on they have enough characters, whichever these are.
    Bytes {
        least: usize,
        sure: usize,
        most: usize,
    },
    Texts(Box<[Text]>),
    #[cfg(feature = "regex")]
    Matching(Pattern),
    Ints(i64, i64),
    Floats(f64, f64),
    /// Lists of so many items, whose own rules were asked.
    Lists(usize, usize),
}

impl Settled {
    /// Is it one of them?
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "most values take fewer steps than a call")]
    pub(crate) fn has(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Any, _) => true,
            (Self::Bytes { sure, most, .. }, Value::Str(text)) if *sure <= text.len() && text.len() <= *most => true,
            _ => self.has_other(value),
        }
    }

    fn has_other(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Unknown, _) => false,
            (Self::Bytes { least, most, .. }, Value::Str(text)) => {
                *least <= text.len() && text.len() <= *most && text.is_ascii()
            }
            (Self::Texts(texts), Value::Str(text)) => is_among(text, texts),
            #[cfg(feature = "regex")]
            (Self::Matching(pattern), Value::Str(text)) => pattern.check(text),
            (Self::Ints(least, most), Value::Int(int)) => least <= int && int <= most,
            (Self::Floats(least, most), Value::Float(float)) => *least <= float.get() && float.get() <= *most,
            (Self::Lists(least, most), Value::List(items)) => *least <= items.len() && items.len() <= *most,
            // Rules let it pass.
            (_, value) => value.is_none(),
        }
    }

    fn of(ty: &TypeSpec, rules: &[Rule]) -> Self {
        let all = match ty {
            _ if rules.is_empty() => return Self::Any,
            TypeSpec::Str => Self::Bytes { least: 0, sure: 0, most: usize::MAX },
            TypeSpec::Int { .. } => Self::Ints(i64::MIN, i64::MAX),
            TypeSpec::Float => Self::Floats(f64::NEG_INFINITY, f64::INFINITY),
            TypeSpec::List(_) => Self::Lists(0, usize::MAX),
            _ => return Self::Unknown,
        };
        let alone = match (ty, rules) {
            (TypeSpec::Str, [rule]) => Self::of_one(rule.kind()),
            _ => None,
        };
        let all = || rules.iter().map(Rule::kind).try_fold(all, Self::and);
        alone.or_else(all).unwrap_or(Self::Unknown)
    }

    /// The texts that obey a rule that stands alone.
    fn of_one(rule: &Kind) -> Option<Self> {
        let text = |literal: &Literal| match literal {
            Literal::Str(text) => Some(text.clone()),
            _ => None,
        };
        match rule {
            #[cfg(feature = "regex")]
            Kind::Pattern(pattern) => Some(Self::Matching(pattern.clone())),
            Kind::OneOf(rule) => rule.allowed().iter().map(text).collect::<Option<_>>().map(Self::Texts),
            _ => None,
        }
    }

    /// Those that obey one more rule; `None` if a glance does not tell.
    fn and(self, rule: &Kind) -> Option<Self> {
        Some(match (self, rule) {
            (Self::Bytes { least, sure, most }, Kind::MinLength(rule)) => {
                let bytes = match rule.unit() {
                    Unit::Bytes => rule.limit(),
                    // A character takes at most four bytes, and each unit is a part of one.
                    _ => rule.limit().checked_mul(4)?.saturating_sub(3),
                };
                Self::Bytes { least: least.max(rule.limit()), sure: sure.max(bytes), most }
            }
            (Self::Bytes { least, sure, most }, Kind::MaxLength(rule)) => {
                Self::Bytes { least, sure, most: most.min(rule.limit()) }
            }
            (Self::Ints(least, most), Kind::MinValue(rule)) => Self::Ints(least.max(int(rule.limit())?), most),
            (Self::Ints(least, most), Kind::MaxValue(rule)) => Self::Ints(least, most.min(int(rule.limit())?)),
            (Self::Floats(least, most), Kind::MinValue(rule)) => Self::Floats(least.max(float(rule.limit())?), most),
            (Self::Floats(least, most), Kind::MaxValue(rule)) => Self::Floats(least, most.min(float(rule.limit())?)),
            (Self::Lists(least, most), Kind::MinItems(rule)) => Self::Lists(least.max(rule.limit()), most),
            (Self::Lists(least, most), Kind::MaxItems(rule)) => Self::Lists(least, most.min(rule.limit())),
            (lists @ Self::Lists(..), Kind::Items(_)) => lists,
            _ => return None,
        })
    }
}

/// A function of its own, so that no other kind of values pays for the loop.
#[inline(never)]
fn is_among(text: &str, texts: &[Text]) -> bool {
    texts.iter().any(|other| **other == *text)
}

fn int(limit: Number) -> Option<i64> {
    match limit {
        Number::Int(limit) => limit.try_into().ok(),
        Number::Float(_) => None,
    }
}

fn float(limit: Number) -> Option<f64> {
    match limit {
        Number::Float(limit) => (!limit.is_nan()).then_some(limit),
        Number::Int(limit) => i32::try_from(limit).ok().map(f64::from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Field;
    use crate::validate::all_hold;

    #[cfg(feature = "json")]
    #[test]
    fn names_are_written_as_json_writes_them() {
        use crate::spec::{ClassSpec, Text};
        let field = |name: &str| FieldSpec::new(Text::from(name.to_owned()), TypeSpec::Any);
        let hidden = field("hidden").with_flags(Flags::NONE);
        let renamed = field("renamed").with_key(Text::new("Re-named"));
        let fields = vec![field("a\"\\\n"), hidden, field("é/"), renamed];
        let spec = ClassSpec::made(Text::new("C"), fields.into());
        let names: Vec<_> = spec.steps().iter().map(Step::written).collect();
        assert_eq!(names, [r#""a\"\\\n":"#, "", "\"é/\":", "\"Re-named\":"]);
        let bare = ClassSpec::new(Text::new("C"), spec.field_list().clone());
        assert_eq!((&spec, bare.steps().len()), (&bare, 0));
    }

    #[test]
    fn what_is_settled_obeys_all_rules() {
        let fields = [
            Field::str().min_length(2).max_length(5),
            Field::str().min_length(3).max_length(3),
            Field::str().unit(Unit::Bytes).min_length(2).max_length(4),
            Field::str().min_length(0).max_length(usize::MAX),
            Field::str().min_length(usize::MAX),
            Field::str().nullable().max_length(3),
            Field::str().min_length(1).ascii(),
            Field::int().min_value(-3).max_value(7),
            Field::int().min_value(i128::from(i64::MAX) + 1),
            Field::int().max_value(2.5),
            Field::float().min_value(-0.5).max_value(3),
            Field::float().min_value(i64::MAX),
            Field::float().min_value(f64::NAN),
            Field::float().finite(),
            Field::bool(),
            Field::str().one_of(["ab", "é"].map(|text| Literal::Str(Text::new(text)))),
            Field::str().nullable().one_of([Literal::Str(Text::new("a")), Literal::Int(0)]),
            #[cfg(feature = "regex")]
            Field::str().pattern("^a"),
            #[cfg(feature = "regex")]
            Field::str().pattern("("),
            Field::list(Field::int().min_value(1)).min_items(1).max_items(2),
            Field::list(Field::any()).unique_items(),
        ];
        let texts = ["", "a", "ab", "é", "éé", "€€€", "abcdef", "😀😀", "😀😀😀😀😀", "😀😀😀😀😀😀"].map(Value::from);
        let ints = [i64::MIN, -4, -3, 0, 7, 8, i64::MAX].map(Value::from);
        let floats = [f64::NEG_INFINITY, -0.6, -0.5, 0.0, 3.0, 3.1, f64::INFINITY, f64::NAN].map(Value::from);
        let lists = [vec![], vec![1], vec![1, 1], vec![1, 2, 3]].map(Value::from);
        let others = [Value::None, true.into()].into_iter().chain(lists);
        let values: Vec<Value> = others.chain(texts).chain(ints).chain(floats).collect();
        for field in fields {
            let Ok(field) = field.build("x") else { continue };
            let step = Step::of(&field);
            for value in &values {
                assert!(!step.settled.has(value) || all_hold(field.rules(), value), "{:?} {value:?}", step.settled);
            }
        }
    }

    #[test]
    fn what_is_common_is_settled() {
        let of = |field: Field| Step::of(&field.build("x").unwrap()).settled;
        assert_eq!(of(Field::str().min_length(1).max_length(64)), Settled::Bytes { least: 1, sure: 1, most: 64 });
        assert_eq!(
            of(Field::str().unit(Unit::Bytes).min_length(3)),
            Settled::Bytes { least: 3, sure: 3, most: usize::MAX }
        );
        assert_eq!(of(Field::int().min_value(18).max_value(150).nullable()), Settled::Ints(18, 150));
        assert_eq!(of(Field::float().min_value(0).max_value(1.5)), Settled::Floats(0.0, 1.5));
        assert_eq!((of(Field::bool()), of(Field::str().lowercase())), (Settled::Any, Settled::Unknown));
        let tags = Field::list(Field::str().max_length(24)).max_items(10);
        assert_eq!(of(tags.clone()), Settled::Lists(0, 10));
        assert_eq!(Step::of(&tags.build("tags").unwrap()).items, Settled::Bytes { least: 0, sure: 0, most: 24 });
    }
}
