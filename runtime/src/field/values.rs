//! Laws about the values that rules name.

use crate::error::Error;
use crate::spec::{Literal, TypeSpec};
use crate::validate::rules::Kind;
use crate::validate::{Number, Rule};

/// A limit that no value of the type can reach is a mistake.
pub(super) fn limits_are_in_range(ty: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    let TypeSpec::Int { min, max } = ty else { return Ok(()) };
    for rule in rules {
        let limit = match rule.kind() {
            Kind::MinValue(rule) => rule.limit(),
            Kind::MaxValue(rule) => rule.limit(),
            Kind::ExclusiveMin(rule) => rule.limit(),
            Kind::ExclusiveMax(rule) => rule.limit(),
            Kind::MultipleOf(rule) => rule.divisor(),
            _ => continue,
        };
        let order = |bound: i128| limit.order(Number::Int(bound));
        if *ty != TypeSpec::INT
            && (order(*min).is_some_and(std::cmp::Ordering::is_lt)
                || order(*max).is_some_and(std::cmp::Ordering::is_gt))
        {
            let text = format!("no `{ty}` is beyond the limit of rule `{rule}`: it holds {min} to {max}");
            return Err(Error::value_error(text));
        }
    }
    Ok(())
}

/// What is of another type is equal to no value of the field, and without values there is none to be equal to.
pub(super) fn literals_are_of_the_type(ty: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    for rule in rules {
        let literals = match rule.kind() {
            Kind::OneOf(rule) if rule.allowed().is_empty() => {
                return Err(Error::value_error("`one_of` without values lets none pass"));
            }
            Kind::OneOf(rule) => rule.allowed(),
            Kind::Equals(rule) => std::slice::from_ref(rule.expected()),
            _ => continue,
        };
        if !literals.iter().all(|literal| is_of(literal, ty)) {
            let text = format!("a value of rule `{rule}` is no `{ty}`, so that nothing is equal to it");
            return Err(Error::type_error(text));
        }
    }
    Ok(())
}

/// As in Python, `1.0` is equal to 1; but a truth value is no number.
fn is_of(literal: &Literal, ty: &TypeSpec) -> bool {
    match (ty, literal) {
        (TypeSpec::Option(inner), literal) => is_of(literal, inner),
        (_, Literal::None)
        | (TypeSpec::Str, Literal::Str(_))
        | (TypeSpec::Bool, Literal::Bool(_))
        | (TypeSpec::Float, Literal::Int(_) | Literal::Float(_)) => true,
        (TypeSpec::Int { min, max }, Literal::Int(value)) => min <= value && value <= max,
        (TypeSpec::Int { .. }, Literal::Float(value)) => value.fract() == 0.0,
        // What does not fit was told already.
        _ => !matches!(ty, TypeSpec::Str | TypeSpec::Bool | TypeSpec::Int { .. } | TypeSpec::Float),
    }
}

/// The kind of values that can be equal to each other; none if that cannot be told.
fn kind(ty: &TypeSpec) -> Option<u8> {
    match ty {
        TypeSpec::Option(inner) => kind(inner),
        TypeSpec::Str => Some(0),
        TypeSpec::Int { .. } | TypeSpec::Float => Some(1),
        TypeSpec::Bool => Some(2),
        TypeSpec::Bytes => Some(3),
        TypeSpec::List(_) => Some(4),
        TypeSpec::Set(_) => Some(5),
        TypeSpec::Dict(..) => Some(6),
        TypeSpec::Tuple(_) => Some(7),
        _ => None,
    }
}

/// Can a value of the one type be equal to one of the other?
pub(super) fn are_comparable(a: &TypeSpec, b: &TypeSpec) -> bool {
    kind(a).zip(kind(b)).is_none_or(|(a, b)| a == b)
}

#[cfg(test)]
mod tests {
    use crate::Field;
    use crate::spec::{ClassSpec, Literal, Text, TypeSpec};

    #[track_caller]
    fn refused(field: Field, text: &str) {
        assert_eq!(field.build("x").map(drop).map_err(|error| error.to_string()), Err(format!("x: {text}")));
    }

    #[test]
    fn limits_are_those_that_a_value_can_reach() {
        let byte = || Field::of(TypeSpec::Int { min: 0, max: 255 });
        let beyond = |key| format!("no `int` is beyond the limit of rule `{key}`: it holds 0 to 255");
        refused(byte().max_value(300), &beyond("max_value"));
        refused(byte().nullable().min_value(-1), &beyond("min_value"));
        refused(Field::list(byte().exclusive_max(255.5)), &beyond("exclusive_max"));
        assert!(
            byte().min_value(0).max_value(255).build("x").is_ok() && Field::int().max_value(1e300).build("x").is_ok()
        );
    }

    #[test]
    fn values_are_of_the_type() {
        let text = || Literal::Str(Text::new("a"));
        let no = |key, ty| format!("a value of rule `{key}` is no `{ty}`, so that nothing is equal to it");
        refused(Field::int().one_of([]), "`one_of` without values lets none pass");
        refused(Field::int().one_of([Literal::Int(1), text()]), &no("one_of", "int"));
        refused(Field::int().equals(text()), &no("equals", "int"));
        refused(Field::int().equals(Literal::Bool(true)), &no("equals", "int"));
        refused(Field::of(TypeSpec::Int { min: 0, max: 255 }).equals(Literal::Int(256)), &no("equals", "int"));
        refused(Field::str().nullable().one_of([Literal::Int(1)]), &no("one_of", "str | None"));
        assert!(Field::int().equals(Literal::Float(1.0)).build("x").is_ok());
        assert!(Field::any().one_of([text(), Literal::None]).build("x").is_ok());
    }

    #[test]
    fn other_fields_can_be_what_is_asked_of_them() {
        let told = |b: Field, a: Field| {
            ClassSpec::define("C", [("a", a), ("b", b)]).map(drop).map_err(|error| error.to_string()).unwrap_err()
        };
        assert_eq!(
            told(Field::int().matches("a"), Field::str()),
            "b: `matches` names field 'a' of type `str`, and no `int` is equal to one"
        );
        assert_eq!(
            told(Field::int().required_with("a"), Field::str().nullable()),
            "b: a field of type `int` is always there: it is never None"
        );
        assert_eq!(
            told(Field::int().nullable().required_with("a"), Field::str()),
            "b: `required_with` names field 'a' of type `str`, which is always there: it is never None"
        );
        let number = [("a", Field::int()), ("b", Field::float().matches("a"))];
        assert!(ClassSpec::define("C", number).is_ok());
    }
}
