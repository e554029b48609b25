//! Rules as `#[field(..)]` has them.

use super::attributes::literal;
use super::code::Code;
use super::names::Name;
use crate::spec::Literal;
use crate::validate::rules::Kind;
use crate::validate::{Rule, Unit};
use crate::value::Number;

/// A rule that is about the value itself; `others` knows the names of the other fields.
pub(super) fn of<'a>(rule: &Rule, others: &dyn Fn(&str) -> Option<&'a Name>) -> Result<Code, String> {
    let key = rule.kind().key();
    let is = |value: Code| Ok(Code::of(key) + " = " + value);
    let code = match rule.kind() {
        Kind::MinLength(rule) => is(count(rule.limit())),
        Kind::MaxLength(rule) => is(count(rule.limit())),
        Kind::MinItems(rule) => is(count(rule.limit())),
        Kind::MaxItems(rule) => is(count(rule.limit())),
        Kind::MinProperties(rule) => is(count(rule.limit())),
        Kind::MaxProperties(rule) => is(count(rule.limit())),
        Kind::MinValue(rule) => is(number(rule.limit())?),
        Kind::MaxValue(rule) => is(number(rule.limit())?),
        Kind::ExclusiveMin(rule) => is(number(rule.limit())?),
        Kind::ExclusiveMax(rule) => is(number(rule.limit())?),
        Kind::MultipleOf(rule) => is(number(rule.divisor())?),
        Kind::UniqueItems(_)
        | Kind::Finite(_)
        | Kind::Ascii(_)
        | Kind::Alphanumeric(_)
        | Kind::Lowercase(_)
        | Kind::Uppercase(_) => Ok(Code::of(key)),
        Kind::StartsWith(rule) => is(Code::text(rule.expected())),
        Kind::EndsWith(rule) => is(Code::text(rule.expected())),
        Kind::Contains(rule) => is(Code::text(rule.expected())),
        Kind::NotContains(rule) => is(Code::text(rule.expected())),
        Kind::Format(format) => is(Code::of(format.name())),
        #[cfg(feature = "regex")]
        Kind::Pattern(rule) => is(Code::text(rule.text())),
        Kind::OneOf(rule) => is(literals(rule.allowed())?),
        Kind::Equals(rule) => is(literal(rule.expected())?),
        Kind::Matches(rule) => {
            is(Code::default() + others(rule.other()).ok_or("it looks at a field that there is not")?)
        }
        Kind::RequiredWith(rule) => {
            is(Code::default() + others(rule.other()).ok_or("it looks at a field that there is not")?)
        }
        Kind::Items(_) | Kind::Keys(_) | Kind::Values(_) => {
            Err("rules of what lies within have no place here".to_owned())
        }
        Kind::Check(check) => Err(match check.is_schema() {
            true => "a part of its JSON Schema has no rule".to_owned(),
            false => "a check is a function".to_owned(),
        }),
    }?;
    match rule.message() {
        "" => Ok(code),
        message => Ok(code + ", message = " + Code::text(message)),
    }
}

/// What lengths are counted in, which is said once for all of them.
pub(super) fn unit(rules: &[Rule]) -> Result<Option<Code>, String> {
    let units = rules.iter().filter_map(|rule| match rule.kind() {
        Kind::MinLength(rule) => Some(rule.unit()),
        Kind::MaxLength(rule) => Some(rule.unit()),
        _ => None,
    });
    let mut units: Vec<Unit> = units.collect();
    units.dedup();
    match units[..] {
        [] | [Unit::Chars] => Ok(None),
        [unit] => Ok(Some(Code::of("unit = ") + unit.name())),
        _ => Err("its lengths are counted in several units".to_owned()),
    }
}

fn count(count: usize) -> Code {
    Code::int(i128::try_from(count).unwrap_or(i128::MAX))
}

pub(super) fn number(number: Number) -> Result<Code, String> {
    match number {
        Number::Int(int) => Ok(Code::int(int)),
        Number::Float(float) => literal(&Literal::Float(float)),
    }
}

fn literals(literals: &[Literal]) -> Result<Code, String> {
    let literals = literals.iter().map(literal).collect::<Result<Vec<Code>, String>>()?;
    Ok(Code::of("[") + Code::join(literals, ", ") + "]")
}
