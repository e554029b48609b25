//! What a field may not say: rules without a meaning, rules that contradict each other, a default that breaks them.

use super::Field;
use crate::error::Error;
use crate::spec::TypeSpec;
use crate::validate::rules::Kind;
use crate::validate::{Number, Report, Rule, check_value};

/// Tells the first broken law.
pub(super) fn check(field: &Field) -> Result<(), Error> {
    no_rules_in_tuples(field)?;
    check_rules(&field.ty, &field.rules)?;
    default_obeys(field)
}

/// A law about the rules for values of a type.
type Law = fn(&TypeSpec, &[Rule]) -> Result<(), Error>;

/// The laws about rules, also of those for what lies within.
fn check_rules(ty: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    const LAWS: &[Law] = &[
        rules_fit,
        rules_are_given_once,
        limits_are_numbers,
        limits_do_not_cross,
        #[cfg(feature = "regex")]
        patterns_compile,
    ];
    LAWS.iter().try_for_each(|law| law(ty, rules))?;
    rules.iter().try_for_each(|rule| match (rule.kind(), ty) {
        (_, TypeSpec::Option(inner)) => check_rules(inner, std::slice::from_ref(rule)),
        (Kind::Items(items), TypeSpec::List(item) | TypeSpec::Set(item)) => check_rules(item, items.rules()),
        (Kind::Keys(keys), TypeSpec::Dict(key, _)) => check_rules(key, keys.rules()),
        (Kind::Values(values), TypeSpec::Dict(_, value)) => check_rules(value, values.rules()),
        _ => Ok(()),
    })
}

/// A rule that has no meaning for the type would never fail.
fn rules_fit(ty: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    match rules.iter().find(|rule| !rule.kind().fits(ty)) {
        Some(rule) => Err(Error::type_error(format!("rule `{rule}` does not fit type `{ty}`"))),
        None => Ok(()),
    }
}

/// They would be lost.
fn no_rules_in_tuples(field: &Field) -> Result<(), Error> {
    match field.tuple_rules {
        true => Err(Error::type_error("the items of a tuple cannot have rules; use a list or a class")),
        false => Ok(()),
    }
}

/// The second would hide the first. A predicate with another text is another rule.
fn rules_are_given_once(_: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    let may_repeat = |kind: &Kind| matches!(kind.key(), "contains" | "not_contains" | "multiple_of" | "pattern");
    let kinds: Vec<&Kind> = rules.iter().map(Rule::kind).filter(|kind| !may_repeat(kind)).collect();
    for (i, kind) in kinds.iter().enumerate() {
        if kinds.iter().take(i).any(|other| other.key() == kind.key()) {
            return Err(Error::value_error(format!("rule `{}` is given twice", kind.key())));
        }
    }
    Ok(())
}

/// No number obeys a NaN, and none is a multiple of what is not greater than 0.
fn limits_are_numbers(_: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    for rule in rules {
        let (number, is_right) = match rule.kind() {
            Kind::MinValue(rule) => (rule.limit(), !is_nan(rule.limit())),
            Kind::MaxValue(rule) => (rule.limit(), !is_nan(rule.limit())),
            Kind::ExclusiveMin(rule) => (rule.limit(), !is_nan(rule.limit())),
            Kind::ExclusiveMax(rule) => (rule.limit(), !is_nan(rule.limit())),
            Kind::MultipleOf(rule) => {
                let divisor = rule.divisor();
                let is_finite = !matches!(divisor, Number::Float(divisor) if divisor.is_infinite());
                (divisor, is_finite && divisor.order(Number::Int(0)).is_some_and(std::cmp::Ordering::is_gt))
            }
            _ => continue,
        };
        if !is_right {
            let number = crate::Value::from(number);
            return Err(Error::value_error(format!("rule `{rule}` cannot be {number}")));
        }
    }
    Ok(())
}

fn is_nan(number: Number) -> bool {
    matches!(number, Number::Float(float) if float.is_nan())
}

/// A lower limit, if the rule is one: its kind of quantity, itself, and whether it is excluded.
enum Limit {
    Length(usize),
    Items(usize),
    Properties(usize),
    Value { limit: Number, excluded: bool },
}

fn lower(kind: &Kind) -> Option<Limit> {
    match kind {
        Kind::MinLength(rule) => Some(Limit::Length(rule.limit())),
        Kind::MinItems(rule) => Some(Limit::Items(rule.limit())),
        Kind::MinProperties(rule) => Some(Limit::Properties(rule.limit())),
        Kind::MinValue(rule) => Some(Limit::Value { limit: rule.limit(), excluded: false }),
        Kind::ExclusiveMin(rule) => Some(Limit::Value { limit: rule.limit(), excluded: true }),
        _ => None,
    }
}

fn upper(kind: &Kind) -> Option<Limit> {
    match kind {
        Kind::MaxLength(rule) => Some(Limit::Length(rule.limit())),
        Kind::MaxItems(rule) => Some(Limit::Items(rule.limit())),
        Kind::MaxProperties(rule) => Some(Limit::Properties(rule.limit())),
        Kind::MaxValue(rule) => Some(Limit::Value { limit: rule.limit(), excluded: false }),
        Kind::ExclusiveMax(rule) => Some(Limit::Value { limit: rule.limit(), excluded: true }),
        _ => None,
    }
}

/// How a lower limit stands to an upper one so that nothing is between them.
fn leave_no_room(lower: &Limit, upper: &Limit) -> Option<&'static str> {
    let order = match (lower, upper) {
        (Limit::Length(min), Limit::Length(max))
        | (Limit::Items(min), Limit::Items(max))
        | (Limit::Properties(min), Limit::Properties(max)) => (min.cmp(max), false),
        (Limit::Value { limit: min, excluded: a }, Limit::Value { limit: max, excluded: b }) => {
            (min.order(*max)?, *a || *b)
        }
        _ => return None,
    };
    match order {
        (std::cmp::Ordering::Greater, _) => Some("is greater than"),
        (std::cmp::Ordering::Equal, true) => Some("meets"),
        _ => None,
    }
}

/// A lower limit above an upper one leaves no value.
fn limits_do_not_cross(_: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    for low in rules {
        for high in rules {
            if let (Some(min), Some(max)) = (lower(low.kind()), upper(high.kind()))
                && let Some(how) = leave_no_room(&min, &max)
            {
                return Err(Error::value_error(format!("`{low}` {how} `{high}`: no value can obey both")));
            }
        }
    }
    Ok(())
}

/// A pattern that is none would let nothing pass.
#[cfg(feature = "regex")]
fn patterns_compile(_: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    rules.iter().try_for_each(|rule| match rule.kind() {
        Kind::Pattern(pattern) => pattern.verify(),
        _ => Ok(()),
    })
}

/// An instance with all defaults is to be valid.
fn default_obeys(field: &Field) -> Result<(), Error> {
    let Some(value) = &field.default_value else { return Ok(()) };
    // As in Python, `None` is a default for any type: it stands for "not given".
    if value.is_none() && !matches!(field.ty, TypeSpec::Option(_)) {
        return Err(Error::type_error(format!("default None does not fit type `{}`; make it `nullable`", field.ty)));
    }
    let mut report = Report::new();
    check_value(&field.ty, &field.rules, value, &mut report);
    report.finish().map_err(|error| {
        let faults: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
        Error::value_error(format!("the default breaks the field's own rules: {}", faults.join("; ")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{Literal, Text};

    #[track_caller]
    fn refused(field: Field, text: &str) {
        assert_eq!(field.build("x").map(drop).map_err(|error| format!("{error:?}")), Err(text.to_owned()));
    }

    #[test]
    fn a_rule_must_fit_its_type() {
        refused(Field::int().min_length(1), "TypeError: x: rule `min_length` does not fit type `int`");
        refused(Field::list(Field::int().ascii()), "TypeError: x: rule `ascii` does not fit type `int`");
        refused(
            Field::tuple([Field::int().min_value(0)]),
            "TypeError: x: the items of a tuple cannot have rules; use a list or a class",
        );
        assert!(Field::str().nullable().min_length(1).build("x").is_ok());
        assert!(Field::any().min_length(1).min_value(1).build("x").is_ok());
    }

    #[test]
    fn rules_do_not_contradict_each_other() {
        let crossed =
            |low: &str, high: &str| format!("ValueError: x: `{low}` is greater than `{high}`: no value can obey both");
        refused(Field::str().max_length(1).min_length(2), &crossed("min_length", "max_length"));
        refused(Field::list(Field::int()).min_items(2).max_items(1), &crossed("min_items", "max_items"));
        refused(Field::int().min_value(1).max_value(0.5), &crossed("min_value", "max_value"));
        refused(
            Field::int().exclusive_min(1).max_value(1),
            "ValueError: x: `exclusive_min` meets `max_value`: no value can obey both",
        );
        refused(Field::str().min_length(1).min_length(2), "ValueError: x: rule `min_length` is given twice");
        refused(Field::float().min_value(f64::NAN), "ValueError: x: rule `min_value` cannot be nan");
        refused(Field::int().multiple_of(0), "ValueError: x: rule `multiple_of` cannot be 0");
        assert!(Field::int().min_value(1).max_value(1).build("x").is_ok());
        assert!(Field::str().contains("a").contains("b").build("x").is_ok());
    }

    #[test]
    #[cfg(feature = "regex")]
    fn a_pattern_compiles_wherever_it_stands() {
        use crate::validate::rules::Pattern;
        let bad = "ValueError: x: bad pattern: unclosed group at position 1";
        refused(Field::str().pattern("a(b"), bad);
        refused(Field::str().nullable().rule(Pattern::new("a(b")), bad);
        refused(Field::list(Field::list(Field::str().pattern("a(b"))), bad);
        refused(Field::dict(Field::str().pattern("a(b"), Field::int()), bad);
        refused(
            Field::str().pattern("a".repeat(2000)),
            "ValueError: x: bad pattern: it has 2000 bytes, at most 1024 are allowed",
        );
        assert!(Field::str().pattern("^a").pattern("b$").default("ab").build("x").is_ok());
        refused(
            Field::str().pattern("^[a-z]+$").default("A"),
            "ValueError: x: the default breaks the field's own rules: must match the pattern '^[a-z]+$'",
        );
    }

    #[test]
    fn a_default_obeys_its_own_rules() {
        let broken = "ValueError: x: the default breaks the field's own rules: ";
        refused(Field::int().min_value(1).default(0), &format!("{broken}must be at least 1"));
        refused(Field::int().default("a"), &format!("{broken}expected int, got str"));
        refused(Field::list(Field::str().ascii()).default(vec!["é"]), &format!("{broken}[0]: must be ASCII"));
        refused(
            Field::str().default(crate::Value::None),
            "TypeError: x: default None does not fit type `str`; make it `nullable`",
        );
        assert!(Field::str().nullable().default(crate::Value::None).build("x").is_ok());
    }

    #[test]
    fn a_built_field_is_what_a_compiled_one_is() {
        use crate::spec::{DefaultSpec, FieldSpec, Flags};
        use crate::validate::rules::MinValue;
        let made = Field::int().min_value(0).default(1).primary_key().doc("A number.").build("n").unwrap();
        let rules: &'static [Rule] = vec![Rule::new(Kind::MinValue(MinValue::new(Number::Int(0))))].leak();
        let compiled = FieldSpec::new(Text::new("n"), TypeSpec::INT)
            .with_default(DefaultSpec::Value(Literal::Int(1)))
            .with_flags(Flags::DEFAULT.with(Flags::PRIMARY_KEY))
            .with_rules(crate::spec::List::new(rules))
            .with_doc(Text::new("A number."));
        assert_eq!(made, compiled);
    }
}
