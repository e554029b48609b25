//! Groups of fields of classes made at run time, and what may not be said of them.

use std::collections::HashSet;

use super::define::is_known;
use crate::error::Error;
use crate::repr::repr;
use crate::spec::{ClassSpec, FieldSpec, Flags, Group, GroupKind, Literal, Text, TypeSpec};

impl ClassSpec {
    /// The class with one more group of fields that are to be given together, or not together.
    ///
    /// ```
    /// use metaclass::Field;
    /// use metaclass::spec::{ClassSpec, Group};
    ///
    /// let flag = || Field::bool().default(false);
    /// let output = ClassSpec::define("Output", [("level", Field::int()), ("quiet", flag()), ("verbose", flag())])?;
    /// let output = output.grouped(Group::conflicts(["quiet", "verbose"]))?;
    /// let error = output.grouped(Group::requires(["quiet", "level"])).unwrap_err();
    /// assert_eq!(error.to_string(), "`requires(quiet, level)`: field 'level' is always given, since it has no default");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `TypeError` if the group names a field that there is not, that is always given or never, or of which it cannot be
    /// told; a `ValueError` if it contradicts another group.
    pub fn grouped(self, group: Group) -> Result<Self, Error> {
        let who = format!("`{group}`");
        if group.fields().len() < 2 {
            return Err(Error::type_error(format!("{who} is about several fields")));
        }
        for (i, name) in group.fields().iter().enumerate() {
            is_known(&who, name, self.fields())?;
            if group.fields().iter().take(i).any(|other| other == name) {
                return Err(Error::type_error(format!("{who} names field {} twice", repr(&**name))));
            }
            if let Some(why) = self.field(name).and_then(cannot_be_told) {
                return Err(Error::type_error(format!("{who}: {why}")));
            }
        }
        if self.groups().iter().any(|other| says_the_same(other, &group)) {
            return Err(Error::value_error(format!("{who} is given twice")));
        }
        let spec = self.and_group(group);
        match never_given(&spec) {
            Some(name) => {
                let text = format!("{who} contradicts the other groups: field {} could never be given", repr(&*name));
                Err(Error::value_error(text))
            }
            None => Ok(spec),
        }
    }
}

/// Why it cannot be told whether a field is given, if it cannot.
fn cannot_be_told(field: &FieldSpec) -> Option<String> {
    let name = repr(field.name());
    if !field.has(Flags::INIT) {
        return Some(format!("field {name} is never given, since the constructor does not take it"));
    }
    if field.default().is_required() {
        return Some(format!("field {name} is always given, since it has no default"));
    }
    let is_plain = matches!(field.ty(), TypeSpec::Bool | TypeSpec::Int { .. } | TypeSpec::Float | TypeSpec::Str);
    let can_be_told = match field.default().literal() {
        Some(Literal::None) => true,
        // Its default would be told, and a transform makes one value of another.
        Some(_) => is_plain && !field.has(Flags::SECRET) && field.transforms().is_empty(),
        None => false,
    };
    (!can_be_told).then(|| {
        format!("it cannot be told whether field {name} is given, with default {}; make it `nullable`", field.default())
    })
}

fn says_the_same(a: &Group, b: &Group) -> bool {
    let (first, second): (HashSet<&Text>, HashSet<&Text>) = (a.fields().iter().collect(), b.fields().iter().collect());
    let starts_alike = a.kind() != GroupKind::Requires || a.fields().first() == b.fields().first();
    a.kind() == b.kind() && first == second && starts_alike
}

/// A field with which others have to be given that conflict.
fn never_given(spec: &ClassSpec) -> Option<Text> {
    let requiring = spec.groups().iter().filter(|group| group.kind() == GroupKind::Requires);
    let exclusive: Vec<&Group> = spec
        .groups()
        .iter()
        .filter(|group| matches!(group.kind(), GroupKind::ExactlyOne | GroupKind::Conflicts))
        .collect();
    let first = requiring.filter_map(|group| group.fields().first()).find(|field| {
        let with = given_with(spec, field);
        exclusive.iter().any(|group| group.fields().iter().filter(|field| with.contains(field)).nth(1).is_some())
    });
    first.cloned()
}

/// The fields that have to be given with one, and it.
fn given_with<'a>(spec: &'a ClassSpec, field: &'a Text) -> HashSet<&'a Text> {
    let (mut found, mut open) = (HashSet::from([field]), vec![field]);
    while let Some(field) = open.pop() {
        let requiring = spec.groups().iter().filter(|group| group.kind() == GroupKind::Requires);
        for group in requiring.filter(|group| group.fields().first() == Some(field)) {
            open.extend(group.fields().iter().filter(|other| found.insert(other)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Field, Value};

    fn class() -> ClassSpec {
        let text = || Field::str().nullable().default(Value::None);
        let fields = [
            ("a", text()),
            ("b", text()),
            ("c", Field::int().default(0)),
            ("required", Field::str().kw_only()),
            ("list", Field::list(Field::str()).default(Vec::<String>::new())),
            ("secret", Field::str().secret().default("x")),
            ("trimmed", Field::str().transform(crate::validate::Transform::Trim).default("")),
        ];
        ClassSpec::define("C", fields).unwrap()
    }

    #[track_caller]
    fn refused(groups: impl IntoIterator<Item = Group>, text: &str) {
        let grouped = groups.into_iter().try_fold(class(), ClassSpec::grouped);
        assert_eq!(grouped.map(drop).map_err(|error| format!("{error:?}")), Err(text.to_owned()));
    }

    #[test]
    fn a_group_is_of_fields_of_which_it_can_be_told() {
        refused([Group::conflicts(["a"])], "TypeError: `conflicts(a)` is about several fields");
        refused([Group::conflicts([""; 0])], "TypeError: `conflicts()` is about several fields");
        refused(
            [Group::exactly_one(["a", "requird"])],
            "TypeError: `exactly_one(a, requird)` names the unknown field 'requird'. Did you mean 'required'?",
        );
        refused([Group::conflicts(["a", "b", "a"])], "TypeError: `conflicts(a, b, a)` names field 'a' twice");
        let always =
            "TypeError: `at_least_one(a, required)`: field 'required' is always given, since it has no default";
        refused([Group::at_least_one(["a", "required"])], always);
        for (name, default) in [("list", "[]"), ("secret", "'x'"), ("trimmed", "''")] {
            let text = format!(
                "TypeError: `conflicts(a, {name})`: it cannot be told whether field '{name}' is given, with default \
                 {default}; make it `nullable`"
            );
            refused([Group::conflicts(["a", name])], &text);
        }
    }

    #[test]
    fn groups_do_not_contradict_each_other() {
        let twice = "ValueError: `conflicts(b, a)` is given twice";
        refused([Group::conflicts(["a", "b"]), Group::conflicts(["b", "a"])], twice);
        let never =
            |group: &str| format!("ValueError: `{group}` contradicts the other groups: field 'a' could never be given");
        refused([Group::requires(["a", "b"]), Group::exactly_one(["b", "a"])], &never("exactly_one(b, a)"));
        let chain = [Group::conflicts(["a", "c"]), Group::requires(["a", "b"]), Group::requires(["b", "c"])];
        refused(chain, &never("requires(b, c)"));
        refused([Group::conflicts(["b", "c"]), Group::requires(["a", "b", "c"])], &never("requires(a, b, c)"));
        let circle = [Group::requires(["a", "b"]), Group::requires(["b", "a"]), Group::at_least_one(["a", "b"])];
        assert!(circle.into_iter().try_fold(class(), ClassSpec::grouped).is_ok());
    }
}
