//! Flags: members that are bits, and are combined.

use super::members::Members;
use crate::args::Args;
use crate::class::Class;
use crate::error::Error;
use crate::function::Function;
use crate::function::takes::other;
use crate::instance::{Instance, This};
use crate::value::{List, Operator, Value};

/// What becomes of bits that no member has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Boundary {
    Strict,
    Conform,
    Eject,
    Keep,
}

impl Boundary {
    /// As the class keyword `boundary` says it.
    pub(super) fn read(value: &Value) -> Result<Self, Error> {
        match value.as_str() {
            Some("strict") => Ok(Self::Strict),
            Some("conform") => Ok(Self::Conform),
            Some("eject") => Ok(Self::Eject),
            Some("keep") => Ok(Self::Keep),
            _ => {
                let got = value.repr().to_string();
                Err(Error::value_error(format!("boundary is one of 'strict', 'conform', 'eject', 'keep', not {got}")))
            }
        }
    }
}

/// The bits of a value: as in Python, a truth value is 0 or 1.
pub(super) fn bits_of(value: &Value) -> Option<i128> {
    value.as_int().or_else(|| value.as_bool().map(i128::from))
}

/// The bits of all members, and of those of one bit.
fn masks(members: &Members) -> (i128, i128) {
    members.values().iter().filter_map(|(_, value)| bits_of(value)).fold((0, 0), |(mask, singles), bits| {
        (mask | bits, if bits.count_ones() == 1 { singles | bits } else { singles })
    })
}

/// The members of one bit that are in these bits, in the order of definition.
fn single(members: &Members, bits: i128) -> Vec<(String, i128)> {
    members
        .values()
        .into_iter()
        .filter_map(|(name, value)| Some((name, bits_of(&value)?)))
        .filter(|(_, bit)| bit.count_ones() == 1 && bit & bits == *bit)
        .collect()
}

/// The flag of these bits: a combination of members.
///
/// Source: `Flag._missing_` in CPython's `Lib/enum.py`.
pub(super) fn combined(class: &Class, members: &Members, boundary: Boundary, value: &Value) -> Result<Value, Error> {
    let Some(mut bits) = bits_of(value) else { return Err(super::metaclass::not_valid(class, value)) };
    let (mask, _) = masks(members);
    let width = 128 - mask.leading_zeros();
    let all = 1_i128.checked_shl(width).map_or(i128::MAX, |bit| bit.wrapping_sub(1));
    if !(!all..=all).contains(&bits) || bits & (all ^ mask) != 0 && bits >= 0 {
        match boundary {
            Boundary::Strict => return Err(invalid(class, bits, mask)),
            Boundary::Conform => bits &= mask,
            Boundary::Eject => return Ok(bits.into()),
            Boundary::Keep => {}
        }
    }
    if bits < 0 {
        bits = if boundary == Boundary::Keep { bits & all.max(0) } else { bits & mask };
    }
    if let Some(member) = members.by_value(class, &bits.into()) {
        return Ok(member);
    }
    let singles = single(members, bits);
    let mut names: Vec<String> = singles.iter().map(|(name, _)| name.clone()).collect();
    let mut known = singles.iter().fold(0, |known, (_, bit)| known | bit);
    for (name, value) in members.values() {
        let Some(several) = bits_of(&value).filter(|value| value.count_ones() > 1) else { continue };
        if several & bits == several && several & !known != 0 {
            names.push(name);
            known |= several;
        }
    }
    let unknown = bits & !known;
    if unknown != 0 && known != 0 && boundary == Boundary::Strict {
        let class = Value::from(class).repr().to_string();
        return Err(Error::value_error(format!("{class}: no members with value {unknown}")));
    }
    if unknown != 0 {
        names.push(unknown.to_string());
    }
    let name = if known == 0 { Value::None } else { names.join("|").into() };
    let mut made = Instance::empty(class.clone());
    if class.layout().payload().is_some() {
        made.set_payload(bits.into());
    }
    made.set_own("_value_", bits);
    made.set_own("_name_", name);
    Ok(made.into())
}

#[cold]
fn invalid(class: &Class, bits: i128, mask: i128) -> Error {
    let width =
        (128 - mask.leading_zeros()).max(if bits < 0 { 128 - bits.leading_ones() } else { 128 - bits.leading_zeros() });
    let (given, allowed) = (binary(bits, width), binary(mask, width));
    let class = Value::from(class).repr().to_string();
    Error::value_error(format!("{class} invalid value {bits}\n    given {given}\n  allowed {allowed}"))
}

/// As Python's `enum.bin` shows bits: the sign, and so many digits.
fn binary(bits: i128, width: u32) -> String {
    let width = usize::try_from(width).unwrap_or_default();
    let kept = if width >= 128 { bits } else { bits & ((1 << width) - 1) };
    format!("0b{} {kept:0width$b}", i32::from(bits < 0))
}

/// The bits of a receiver.
fn bits(this: &This<'_>) -> Result<i128, Error> {
    this.get("_value_")?.try_into()
}

/// The bits of another value that a flag is combined with: of a flag of the same class, or of an integer if they are ones.
fn other_bits(this: &This<'_>, other: &Value) -> Option<i128> {
    match other.class() == this.class() {
        true => other.get_attr("_value_").ok()?.as_int(),
        false => this.class().layout().payload().and_then(|_| other.plain().as_int()),
    }
}

fn operator(name: &'static str, operator: Operator) -> Function {
    Function::reader(name, other, move |this, args| {
        let (other,): (&Value,) = args.get()?;
        match other_bits(this, other) {
            Some(other) => {
                let value = operator.apply(&bits(this)?.into(), &other.into())?;
                this.class().call(Args::new().with(value))
            }
            None => Ok(Value::NotImplemented),
        }
    })
}

const OPERATORS: [Operator; 3] = [Operator::BitOr, Operator::BitAnd, Operator::BitXor];

/// The methods of the operators of flags.
pub(super) fn operators() -> impl Iterator<Item = &'static str> {
    OPERATORS.iter().flat_map(|each| [each.method(), each.reflected_method()]).chain(["__invert__"])
}

/// What flags have beside what every member has.
pub(super) fn methods() -> Vec<Function> {
    let mut functions: Vec<Function> = OPERATORS
        .into_iter()
        .flat_map(|each| [operator(each.method(), each), operator(each.reflected_method(), each)])
        .collect();
    functions.extend([
        Function::method("__invert__", |this| {
            let Some(members) = Members::of(this.class()) else { return Ok(Value::NotImplemented) };
            let bits = bits(this)?;
            let inverted = match members.flags {
                Some(Boundary::Keep | Boundary::Eject) => !bits,
                _ => masks(members).1 & !bits,
            };
            this.class().call(Args::new().with(inverted))
        }),
        Function::method("__bool__", |this| Ok(bits(this)? != 0)),
        Function::method("__len__", |this| Ok(i64::from(bits(this)?.count_ones()))),
        Function::method("__iter__", |this| {
            let class = this.class();
            let Some(members) = Members::of(class) else { return Ok(List::new()) };
            Ok(single(members, bits(this)?).iter().filter_map(|(name, _)| members.by_name(class, name)).collect())
        }),
        Function::reader("__contains__", other, |this, args| {
            let (other,): (&Value,) = args.get()?;
            if other.class() != this.class() {
                let (other, class) = (other.type_name(), this.class().qualname());
                return Err(Error::type_error(format!(
                    "unsupported operand type(s) for 'in': '{other}' and '{class}'"
                )));
            }
            let other: i128 = other.get_attr("_value_")?.try_into()?;
            Ok((other & bits(this)? == other).into())
        }),
        Function::static_method("_generate_next_value_", |args| {
            let (_, start, count, values): (&str, &Value, i64, &Value) = args.get()?;
            if count == 0 {
                return Ok(start.clone());
            }
            let highest: i128 = values.max()?.try_into()?;
            let bit = 1_i128.checked_shl(128 - highest.max(0).leading_zeros()).filter(|bit| *bit > 0);
            bit.map(Value::from).ok_or_else(|| Error::overflow_error("int too large: it has at most 128 bits"))
        }),
    ]);
    functions
}
