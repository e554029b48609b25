//! Classes made at run time: fields with their names, and what may not be said of them together.

use std::collections::HashMap;

use super::{Field, laws, names, values};
use crate::error::Error;
use crate::repr::repr;
use crate::signature::closest;
use crate::spec::{ClassSpec, FieldSpec, Flags, Options, Text};
use crate::validate::rules::Kind;
use crate::validate::{Rule, StructCheck};

impl ClassSpec {
    /// A class with these fields, in this order; what [`Field::build`] is for one of them.
    ///
    /// Data may have no names but those of the fields; [`with_options`](Self::with_options) can lift that.
    ///
    /// ```
    /// use metaclass::Field;
    /// use metaclass::spec::ClassSpec;
    ///
    /// let fields = [("password", Field::str().min_length(8)), ("again", Field::str().matches("password"))];
    /// let form = ClassSpec::define("Form", fields)?;
    /// assert_eq!(form.signature().to_string(), "(password: str, again: str)");
    ///
    /// let error = ClassSpec::define("Form", [("a", Field::str()), ("b", Field::str().matches("aa"))]).unwrap_err();
    /// assert_eq!(error.to_string(), "b: `matches` names the unknown field 'aa'. Did you mean 'a'?");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// The first mistake: in a name, in a field, or in how they fit together. It is a `TypeError`, as with Python's
    /// `make_dataclass`, or what [`Field::build`] gives.
    #[doc(alias = "make_dataclass")]
    pub fn define(
        name: impl Into<String>,
        fields: impl IntoIterator<Item = (impl Into<String>, Field)>,
    ) -> Result<Self, Error> {
        let fields: Vec<(String, Field)> = fields.into_iter().map(|(name, field)| (name.into(), field)).collect();
        names::check(fields.iter().map(|(name, _)| &**name))?;
        let built: Result<Vec<FieldSpec>, Error> = fields.into_iter().map(|(name, field)| field.build(&name)).collect();
        let options = Options::DEFAULT.with(Options::FORBID_EXTRA);
        let spec = Self::made(Text::from(name.into()), built?.into()).with_options(options);
        fit_together(spec.fields())?;
        required_before_default(spec.fields())?;
        Ok(spec)
    }

    /// The class with one more check over several fields, of which all are known.
    ///
    /// A check that [`with_checks`](Self::with_checks) adds is never called if it names a field that there is not.
    ///
    /// ```
    /// use metaclass::{Field, Value};
    /// use metaclass::spec::ClassSpec;
    /// use metaclass::validate::StructCheck;
    ///
    /// fn ordered(values: &[&Value]) -> bool {
    ///     values.is_sorted_by_key(|value| value.as_int())
    /// }
    ///
    /// let range = ClassSpec::define("Range", [("low", Field::int()), ("high", Field::int())])?;
    /// let checked = range.clone().checked(StructCheck::new(["low", "high"], ordered))?;
    /// assert!(checked.validate(&[("low", 2), ("high", 1)].into()).is_err());
    ///
    /// let error = range.checked(StructCheck::new(["low", "hig"], ordered)).unwrap_err();
    /// assert_eq!(error.to_string(), "the check `ordered` names the unknown field 'hig'. Did you mean 'high'?");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `TypeError` if the check names no field, or one that there is not.
    pub fn checked(self, check: StructCheck) -> Result<Self, Error> {
        let who = match check.name() {
            "" => "a check".to_owned(),
            name => format!("the check `{name}`"),
        };
        if check.fields().is_empty() {
            return Err(Error::type_error(format!("{who} names no field")));
        }
        check.fields().iter().try_for_each(|name| is_known(&who, name, self.fields()))?;
        Ok(self.and_check(check))
    }
}

/// Tells the first field that does not go together with the others.
pub(crate) fn fit_together(fields: &[FieldSpec]) -> Result<(), Error> {
    if fields.iter().all(|field| field.says_only_type() && !field.has(Flags::PRIMARY_KEY)) {
        return Ok(());
    }
    keys_are_unique(fields)?;
    one_primary_key(fields)?;
    others_fit(fields.iter())
}

fn at(field: &FieldSpec, message: String) -> Error {
    Error::type_error(message).at(field.name_text().clone())
}

/// A name in data means one field.
fn keys_are_unique(fields: &[FieldSpec]) -> Result<(), Error> {
    // Names are told apart already.
    if fields.iter().all(|field| field.key() == field.name() && field.aliases().is_empty()) {
        return Ok(());
    }
    let keys_of = |field| std::iter::once(FieldSpec::key(field)).chain(field.aliases().iter().map(|alias| &**alias));
    let mut keys: Vec<(&FieldSpec, &str)> =
        fields.iter().flat_map(|field| keys_of(field).map(move |key| (field, key))).collect();
    // A field's own name is not what is wrong: it comes first, so that a `rename` or an `alias` is blamed.
    keys.sort_by_key(|(field, key)| field.name() != *key);
    let mut taken: HashMap<&str, &str> = HashMap::new();
    for (field, key) in keys {
        if let Some(other) = taken.insert(key, field.name()) {
            let (key, other) = (repr(key), repr(other));
            return Err(at(field, format!("duplicate name {key}: it already means field {other}")));
        }
    }
    Ok(())
}

/// One field identifies the instance.
fn one_primary_key(fields: &[FieldSpec]) -> Result<(), Error> {
    let mut keyed = fields.iter().filter(|field| field.has(Flags::PRIMARY_KEY));
    match (keyed.next(), keyed.next()) {
        (Some(first), Some(second)) => {
            let first = repr(first.name());
            Err(at(second, format!("there can be one primary key only, and {first} is one already")))
        }
        _ => Ok(()),
    }
}

/// Rules that look at another field look at one that there is, and that can be what is asked of it.
pub(crate) fn others_fit<'a>(fields: impl Iterator<Item = &'a FieldSpec> + Clone) -> Result<(), Error> {
    let rules = fields.clone().flat_map(|field| field.rules().iter().map(move |rule| (field, rule)));
    let naming: Vec<(&FieldSpec, &Rule, &str)> =
        rules.filter_map(|(field, rule)| Some((field, rule, other(rule)?))).collect();
    if naming.is_empty() {
        return Ok(());
    }
    let by_name: HashMap<&str, &FieldSpec> = fields.clone().map(|field| (field.name(), field)).collect();
    for (field, rule, name) in &naming {
        if *name == field.name() {
            return Err(at(field, format!("`{rule}` names the field itself")));
        }
        if !by_name.contains_key(name) {
            let error = unknown(&format!("`{rule}`"), name, fields);
            return Err(error.at(field.name_text().clone()));
        }
    }
    naming
        .iter()
        .try_for_each(|(field, rule, name)| by_name.get(name).map_or(Ok(()), |other| can_be(field, rule, other)))
}

/// What is compared can be equal, and what is asked for could be missing.
fn can_be(field: &FieldSpec, rule: &Rule, other: &FieldSpec) -> Result<(), Error> {
    let (ty, name, other) = (field.ty(), repr(other.name()), other.ty());
    match rule.kind() {
        Kind::Matches(_) if !values::are_comparable(ty, other) => {
            Err(at(field, format!("`matches` names field {name} of type `{other}`, and no `{ty}` is equal to one")))
        }
        Kind::RequiredWith(_) if !laws::could_be_none(ty) => Err(laws::always_there(ty).at(field.name_text().clone())),
        Kind::RequiredWith(_) if !laws::could_be_none(other) => {
            let text = format!(
                "`required_with` names field {name} of type `{other}`, which is always there: it is never None"
            );
            Err(at(field, text))
        }
        _ => Ok(()),
    }
}

/// The other field that a rule looks at.
fn other(rule: &Rule) -> Option<&str> {
    match rule.kind() {
        Kind::Matches(rule) => Some(rule.other()),
        Kind::RequiredWith(rule) => Some(rule.other()),
        _ => None,
    }
}

/// Refuses a name that no field has.
pub(super) fn is_known(who: &str, name: &str, fields: &[FieldSpec]) -> Result<(), Error> {
    match fields.iter().any(|field| field.name() == name) {
        true => Ok(()),
        false => Err(unknown(who, name, fields.iter())),
    }
}

#[cold]
fn unknown<'a>(who: &str, name: &str, fields: impl Iterator<Item = &'a FieldSpec>) -> Error {
    let text = format!("{who} names the unknown field {}", repr(name));
    Error::type_error(match closest(name, fields.map(FieldSpec::name)) {
        Some(meant) => format!("{text}. Did you mean {}?", repr(meant)),
        None => text,
    })
}

/// An argument left out by position would leave a hole. Keyword-only ones are exempt.
fn required_before_default(fields: &[FieldSpec]) -> Result<(), Error> {
    let mut defaulted: Option<&FieldSpec> = None;
    for field in fields.iter().filter(|field| field.has(Flags::INIT) && !field.has(Flags::KW_ONLY)) {
        match (field.default().is_required(), defaulted) {
            (false, _) => defaulted = Some(field),
            (true, Some(before)) => {
                let (name, before) = (repr(field.name()), repr(before.name()));
                return Err(at(field, format!("non-default argument {name} follows default argument {before}")));
            }
            (true, None) => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(fields: impl IntoIterator<Item = (&'static str, Field)>, text: &str) {
        let error = ClassSpec::define("C", fields).unwrap_err();
        assert_eq!(format!("{error:?}"), format!("TypeError: {text}"));
    }

    #[test]
    fn a_class_is_what_was_said() {
        let class = ClassSpec::define(
            String::from("User"),
            [
                ("id", Field::int().primary_key()),
                ("nick", Field::str().default("").rename("nick-name").alias("nick")),
                ("email", Field::str().kw_only()),
            ],
        );
        let class = class.unwrap();
        assert_eq!((class.name(), class.primary_key()), ("User", Some("id")));
        assert_eq!(class.signature().to_string(), "(id: int, nick: str = '', *, email: str)");
        let none: [(&str, Field); 0] = [];
        assert_eq!(ClassSpec::define("Empty", none).map(|class| class.fields().len()).ok(), Some(0));
    }

    #[test]
    fn a_name_in_data_means_one_field() {
        let field = Field::str;
        refused([("x", field()), ("y", field().rename("x"))], "y: duplicate name 'x': it already means field 'x'");
        refused([("x", field().alias("y")), ("y", field())], "x: duplicate name 'y': it already means field 'y'");
        refused(
            [("x", field().alias("z")), ("w", field().alias("z"))],
            "w: duplicate name 'z': it already means field 'x'",
        );
        refused([("x", field().alias("x"))], "x: duplicate name 'x': it already means field 'x'");
        let swapped = [("x", field().rename("y")), ("y", field().rename("x"))];
        assert!(ClassSpec::define("C", swapped).is_ok());
    }

    #[test]
    fn one_field_is_the_primary_key() {
        let key = || Field::int().primary_key();
        refused([("a", key()), ("b", key())], "b: there can be one primary key only, and 'a' is one already");
    }

    #[test]
    fn a_rule_names_another_field_that_is_there() {
        let text = || Field::str().nullable().default(crate::Value::None);
        let unknown = "again: `matches` names the unknown field 'pasword'. Did you mean 'password'?";
        refused([("password", Field::str()), ("again", Field::str().matches("pasword"))], unknown);
        let unknown = "holder: `required_with` names the unknown field 'q'";
        refused([("card", text()), ("holder", text().required_with("q"))], unknown);
        refused([("card", text().required_with("card"))], "card: `required_with` names the field itself");
        assert!(ClassSpec::define("C", [("a", text().required_with("b")), ("b", text())]).is_ok());
    }

    #[test]
    fn a_required_argument_does_not_follow_one_with_a_default() {
        let (default, required) = (|| Field::int().default(1), Field::int);
        refused([("x", default()), ("y", required())], "y: non-default argument 'y' follows default argument 'x'");
        assert!(ClassSpec::define("C", [("x", default().kw_only()), ("y", required())]).is_ok());
        assert!(ClassSpec::define("C", [("x", default()), ("y", required().kw_only())]).is_ok());
    }

    #[test]
    fn the_first_mistake_is_told() {
        refused([("x", Field::int().min_length(1))], "x: rule `min_length` does not fit type `int`");
        refused(
            [("x", Field::int().min_length(1)), ("a b", Field::int())],
            "Field names must be valid identifiers: 'a b'",
        );
    }

    #[test]
    fn a_check_names_fields_that_are_there() {
        let class = || ClassSpec::define("C", [("first", Field::int()), ("last", Field::int())]).unwrap();
        let check = |names: &[&str]| StructCheck::new(names.iter().copied(), |_: &[&crate::Value]| false);
        let refused = |names: &[&str]| class().checked(check(names)).map(drop).map_err(|error| format!("{error:?}"));
        let text = "TypeError: a check names the unknown field 'frist'. Did you mean 'first'?";
        assert_eq!(refused(&["last", "frist"]), Err(text.to_owned()));
        assert_eq!(refused(&[]), Err("TypeError: a check names no field".to_owned()));
        let both = class().checked(check(&["first"])).unwrap().checked(check(&["last", "first"])).unwrap();
        assert_eq!(both.checks().iter().map(|check| check.fields().len()).collect::<Vec<_>>(), [1, 2]);
    }
}
