//! The options that a named tuple cannot have.

use crate::diagnostics::{Errors, with_help};
use crate::input::Form;
use crate::input::options::Options;

const AS_ITS_ITEMS: &str = "it is compared, hashed, copied and shown as a tuple of its fields";
const BY_POSITION: &str = "each of its fields is an argument, in its place";
const NOT_SET: &str = "none of its fields is set by name";
const NOTHING_ELSE: &str = "it is made of its items and of nothing else";
const NO_TYPES: &str = "the types of its fields are not known";
const NO_NAMES: &str = "it is a sequence in data, without names";

/// Of the struct, and why.
pub(super) const OF_STRUCT: &[(&str, &str)] = &[
    ("init", BY_POSITION),
    ("kw_only", BY_POSITION),
    ("tuple", AS_ITS_ITEMS),
    ("clone", AS_ITS_ITEMS),
    ("eq", AS_ITS_ITEMS),
    ("order", AS_ITS_ITEMS),
    ("ord", AS_ITS_ITEMS),
    ("hash", AS_ITS_ITEMS),
    ("frozen", NOT_SET),
    ("setters", NOT_SET),
    ("post_init", NOTHING_ELSE),
    ("init_var", NOTHING_ELSE),
    ("validate", "any tuple of its items is turned into it"),
    ("extra", NO_NAMES),
    ("rename_all", NO_NAMES),
];

/// Of a class whose fields are given by their names alone, and why.
pub(super) const OF_UNTYPED: &[(&str, &str)] = &[("default", NO_TYPES), ("builder", NO_TYPES)];

/// Of a field, and why.
pub(super) const OF_FIELD: &[(&str, &str)] = &[
    ("init", BY_POSITION),
    ("kw_only", BY_POSITION),
    ("repr", AS_ITS_ITEMS),
    ("compare", AS_ITS_ITEMS),
    ("hash", AS_ITS_ITEMS),
    ("secret", AS_ITS_ITEMS),
    ("rename", NO_NAMES),
    ("alias", NO_NAMES),
];

/// Refuses what a named tuple cannot have, and leaves it out.
pub(in crate::input) fn refuse_of_struct(form: Form, options: &mut impl Options, errors: &mut Errors) {
    refuse(form, options, OF_STRUCT, errors);
    if form == Form::Untyped {
        refuse(form, options, OF_UNTYPED, errors);
    }
}

/// The same of a field.
pub(in crate::input) fn refuse_of_field(form: Form, options: &mut impl Options, errors: &mut Errors) {
    refuse(form, options, OF_FIELD, errors);
}

fn refuse(form: Form, options: &mut impl Options, refused: &[(&str, &str)], errors: &mut Errors) {
    for (key, why) in refused.iter().filter(|_| form.is_tuple()) {
        if let Some(span) = options.take_out(key) {
            let message = format!("a named tuple has no option `{key}`: {why}");
            errors.push(span, with_help(message, "leave it out, or derive Dataclass for a struct"));
        }
    }
}
