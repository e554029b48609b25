//! What a field may not say: rules without a meaning, rules that contradict each other, a default that breaks them.

mod rules;

use super::{Field, Role};
use crate::error::Error;
use crate::spec::{Flags, TypeSpec};
use crate::validate::rules::Kind;
use crate::validate::{Fit, Report, Rule, Transform, check_value};

/// Tells the first broken law.
pub(super) fn check(field: &Field) -> Result<(), Error> {
    if let Some(text) = misuse(field) {
        return Err(Error::type_error(text));
    }
    required_has_meaning(field)?;
    present_has_meaning(field)?;
    one_default(field)?;
    transforms_fit(field)?;
    rules::check(field.ty(), field.rules())?;
    default_obeys(field)
}

/// A default is a value or made by a function.
pub(super) fn one_default(field: &Field) -> Result<(), Error> {
    match field.has_factory() && !field.default.is_required() {
        true => Err(Error::value_error("cannot specify both default and default_factory")),
        false => Ok(()),
    }
}

/// What was said and would do nothing.
fn misuse(field: &Field) -> Option<&'static str> {
    let has_length = || field.rules().iter().any(|rule| matches!(rule.kind(), Kind::MinLength(_) | Kind::MaxLength(_)));
    let lost_unit = field.unit.filter(|_| !has_length()).map(|_| "`unit` has no meaning without a rule about length");
    field.misuse.or(lost_unit)
}

/// What was said of an item, key or value and would be lost: a container knows its type and rules.
pub(super) fn of_item(item: &Field) -> Option<&'static str> {
    let is_bare = item.is_bare()
        && item.role == Role::Field
        && item.body.transforms.is_empty()
        && item.body.key.is_empty()
        && item.body.aliases.is_empty()
        && item.body.doc.is_empty();
    let names_field = |rule: &Rule| matches!(rule.kind(), Kind::Matches(_) | Kind::RequiredWith(_));
    misuse(item).or((!is_bare).then_some("what lies within a container has a type and rules, and no other options")).or(
        item.rules().iter().any(names_field).then_some("what lies within a container has no rules about other fields"),
    )
}

/// The same of an item of a tuple, which knows types only.
pub(super) fn of_tuple_item(item: &Field) -> Option<&'static str> {
    let has_rules = !item.rules().is_empty();
    of_item(item).or(has_rules.then_some("the items of a tuple cannot have rules; use a list or a class"))
}

/// Where there is no `None`, there is none to be refused.
fn required_has_meaning(field: &Field) -> Result<(), Error> {
    let ty = field.ty();
    match field.flags.has(Flags::REQUIRED) && !could_be_none(ty) {
        true => Err(always_there(ty)),
        false => Ok(()),
    }
}

/// Nothing but an option may be left out that has no default.
fn present_has_meaning(field: &Field) -> Result<(), Error> {
    let (ty, has_default) = (field.ty(), field.has_factory() || !field.default.is_required());
    match (field.flags.has(Flags::PRESENT), ty) {
        (true, TypeSpec::Option(_)) if has_default => {
            Err(Error::type_error("a field that has a default may be left out: it is not `present`"))
        }
        (false, _) | (true, TypeSpec::Option(_)) => Ok(()),
        (true, ty) => Err(Error::type_error(format!("a field of type `{ty}` without a default is always present"))),
    }
}

pub(super) const fn could_be_none(ty: &TypeSpec) -> bool {
    matches!(ty, TypeSpec::Any | TypeSpec::None | TypeSpec::Option(_))
}

pub(super) fn always_there(ty: &TypeSpec) -> Error {
    Error::type_error(format!("a field of type `{ty}` is always there: it is never None"))
}

/// What changes text leaves anything else as it is.
fn transforms_fit(field: &Field) -> Result<(), Error> {
    let is_for_text = |transform: &&Transform| !matches!(transform, Transform::With(_));
    match field.body.transforms.iter().find(is_for_text) {
        Some(transform) if !Fit::STR.fits(field.ty()) => {
            Err(Error::type_error(format!("transform `{transform}` does not fit type `{}`", field.ty())))
        }
        _ => Ok(()),
    }
}

/// An instance with all defaults is to be valid.
fn default_obeys(field: &Field) -> Result<(), Error> {
    let Some(value) = field.default.value() else { return Ok(()) };
    // As in Python, `None` is a default for any type: it stands for "not given".
    if value.is_none() && !could_be_none(field.ty()) {
        return Err(Error::type_error(format!("default None does not fit type `{}`; make it `nullable`", field.ty())));
    }
    if value.is_none() && field.flags.has(Flags::REQUIRED) {
        return Err(Error::value_error("the default breaks the field's own rules: required"));
    }
    let mut report = Report::new();
    // As in validation, a transform sees no value of another type.
    check_value(field.ty(), &[], &value, &mut report);
    if report.is_empty() {
        check_value(field.ty(), field.rules(), &field.transformed(&value), &mut report);
    }
    if field.flags.has(Flags::SECRET) {
        report.hide(0);
    }
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
        refused(Field::float().min_value(f64::NAN), "ValueError: x: rule `min_value` takes a number, and not NaN");
        refused(Field::int().multiple_of(0), "ValueError: x: rule `multiple_of` takes a number greater than 0");
        assert!(Field::int().min_value(1).max_value(1).build("x").is_ok());
        assert!(Field::str().contains("a").contains("b").build("x").is_ok());
        assert!(Field::int().check(|_: &crate::Value| true).check(|_: &crate::Value| true).build("x").is_ok());
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
    fn a_default_is_transformed_before_its_rules_look_at_it() {
        let name = || Field::str().transform(Transform::Trim).transform(Transform::Lowercase).max_length(3).lowercase();
        assert!(name().default(" ABC ").build("x").is_ok());
        refused(
            name().default(" ABCD "),
            "ValueError: x: the default breaks the field's own rules: must have at most 3 characters",
        );
        let spoiled = Field::int().transform(Transform::with(|_| "a".into())).default(1);
        refused(spoiled, "ValueError: x: the default breaks the field's own rules: expected int, got str");
        refused(name().default(1), "ValueError: x: the default breaks the field's own rules: expected str, got int");
        let never = Field::int().transform(Transform::with(|value| value.as_int().unwrap().into())).default("a");
        refused(never, "ValueError: x: the default breaks the field's own rules: expected int, got str");
    }

    #[test]
    fn a_transform_of_text_must_fit_the_type() {
        let text = |key: &str, ty: &str| format!("TypeError: x: transform `{key}` does not fit type `{ty}`");
        refused(Field::int().transform(Transform::Trim), &text("trim", "int"));
        refused(Field::bytes().nullable().transform(Transform::Uppercase), &text("uppercase", "bytes | None"));
        refused(Field::list(Field::str()).transform(Transform::Lowercase), &text("lowercase", "list[str]"));
        assert!(Field::str().nullable().transform(Transform::Trim).build("x").is_ok());
        assert!(Field::any().transform(Transform::Trim).build("x").is_ok());
        assert!(Field::int().transform(Transform::with(|value| value)).build("x").is_ok());
    }

    #[test]
    fn what_would_do_nothing_is_refused() {
        use crate::validate::Unit;
        refused(
            Field::str().ascii().unit(Unit::Bytes),
            "TypeError: x: `unit` has no meaning without a rule about length",
        );
        refused(
            Field::list(Field::str().unit(Unit::Bytes)).max_items(1),
            "TypeError: x: `unit` has no meaning without a rule about length",
        );
        refused(
            Field::str().message("too short").min_length(1),
            "TypeError: x: `message` stands after the rule that it is for",
        );
        refused(
            Field::dict(Field::str(), Field::set(Field::str().message("x"))),
            "TypeError: x: `message` stands after the rule that it is for",
        );
        refused(
            Field::list(Field::str().min_length(2)).message("x"),
            "TypeError: x: `message` stands after a rule of what lies within, and not after all",
        );
        let always = "TypeError: x: a field of type `str` is always there: it is never None";
        refused(Field::str().required(), always);
        refused(Field::str().default("").required(), always);
        assert!(Field::str().nullable().required().build("x").is_ok() && Field::any().required().build("x").is_ok());
    }

    #[test]
    fn what_lies_within_has_a_type_and_rules_only() {
        let lost = "TypeError: x: what lies within a container has a type and rules, and no other options";
        refused(Field::list(Field::str().transform(Transform::Trim)), lost);
        refused(Field::set(Field::str().secret()), lost);
        refused(Field::dict(Field::str().rename("a"), Field::int()), lost);
        refused(Field::dict(Field::str(), Field::int().default(1)), lost);
        refused(Field::tuple([Field::int(), Field::list(Field::str().alias("a"))]), lost);
        let other = "TypeError: x: what lies within a container has no rules about other fields";
        refused(Field::list(Field::str().matches("y")), other);
    }

    #[test]
    fn a_unit_is_that_of_all_lengths() {
        use crate::validate::Unit;
        let bytes = |field: Field| field.default("é").build("x").map(drop).map_err(|error| error.to_string());
        let broken = "x: the default breaks the field's own rules: must have at most 1 byte";
        assert_eq!(bytes(Field::str().unit(Unit::Bytes).max_length(1)), Err(broken.into()));
        assert_eq!(bytes(Field::str().max_length(1).unit(Unit::Bytes)), Err(broken.into()));
        let list = Field::list(Field::str().unit(Unit::Bytes).max_length(1)).default(vec!["é"]).build("x");
        let broken = "x: the default breaks the field's own rules: [0]: must have at most 1 byte";
        assert_eq!(list.unwrap_err().to_string(), broken);
    }

    #[test]
    fn a_built_field_is_what_a_compiled_one_is() {
        use crate::spec::{DefaultSpec, FieldSpec, Flags};
        use crate::validate::rules::MinValue;
        let made = Field::int().min_value(0).default(1).primary_key().doc("A number.").build("n").unwrap();
        let rules: &'static [Rule] =
            vec![Rule::new(Kind::MinValue(MinValue::new(crate::validate::Number::Int(0))))].leak();
        let compiled = FieldSpec::new(Text::new("n"), TypeSpec::INT)
            .with_default(DefaultSpec::Value(Literal::Int(1)))
            .with_flags(Flags::DEFAULT.with(Flags::PRIMARY_KEY))
            .with_rules(crate::spec::List::new(rules))
            .with_doc(Text::new("A number."));
        assert_eq!(made, compiled);
    }
}
