//! The texts of faults: a formatter over code and figures, so that they can be translated after the fact.

use std::fmt::{self, Display as _};

use super::Issue;
use super::rules;
use crate::value::Value;

/// Writes the text of a fault, without its place.
///
/// ```
/// use std::fmt;
/// use metaclass::validate::{English, Issue, Messages};
///
/// struct German;
///
/// impl Messages for German {
///     fn write(&self, issue: &Issue, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         match (issue.code(), issue.params().get("limit")) {
///             ("min_value", Some(limit)) => write!(f, "muss mindestens {limit} sein"),
///             _ => English.write(issue, f),
///         }
///     }
/// }
///
/// let issue = Issue::new("min_value").with_param("limit", 0);
/// assert_eq!(issue.message_in(&German).to_string(), "muss mindestens 0 sein");
/// ```
pub trait Messages {
    /// Writes the text.
    ///
    /// # Errors
    /// Only those of the formatter.
    fn write(&self, issue: &Issue, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// The texts in English.
#[derive(Clone, Copy, Debug, Default)]
pub struct English;

impl Messages for English {
    fn write(&self, issue: &Issue, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match issue.code() {
            "missing" => f.write_str("required"),
            "type" => write!(f, "expected {}, got {}", Param(issue, "expected"), Param(issue, "actual")),
            "unknown_field" => f.write_str("unknown field"),
            "depth" => f.write_str("nested too deeply"),
            _ => match rules::text(issue) {
                Some(text) => write_template(f, text, issue),
                None => f.write_str("validation failed"),
            },
        }
    }
}

/// A figure as it is printed; `?` if it was not given.
struct Param<'a>(&'a Issue, &'a str);

impl fmt::Display for Param<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.params().get(self.1) {
            Some(value) => value.fmt(f),
            None => f.write_str("?"),
        }
    }
}

/// Writes a text in which `{limit}` stands for the figure of that name, `{limit!r}` for its repr, and `{limit!s}` and
/// `{limit!y}` for the ending of a noun of that number: `item{limit!s}`, `propert{limit!y}`.
fn write_template(f: &mut fmt::Formatter<'_>, text: &str, issue: &Issue) -> fmt::Result {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        f.write_str(before)?;
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        let (name, conversion) = name.split_once('!').unwrap_or((name, ""));
        let value = issue.params().get(name);
        let is_one = value.is_some_and(|value| *value == Value::from(1));
        match (conversion, value) {
            ("s", _) => f.write_str(if is_one { "" } else { "s" })?,
            ("y", _) => f.write_str(if is_one { "y" } else { "ies" })?,
            ("r", Some(value)) => value.repr().fmt(f)?,
            _ => Param(issue, name).fmt(f)?,
        }
        rest = behind;
    }
    f.write_str(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_of_the_lesson_are_exact() {
        assert_eq!(Issue::new("missing").at("username").to_string(), "username: required");
        let issue = Issue::new("type").with_param("expected", "int").with_param("actual", "str").at("age");
        assert_eq!(issue.to_string(), "age: expected int, got str");
        assert_eq!(Issue::new("check").at("email").to_string(), "email: validation failed");
    }

    #[test]
    fn a_template_takes_figures_and_their_reprs() {
        let issue = Issue::new("starts_with").with_param("expected", "it's");
        assert_eq!(issue.message(), r#"must start with "it's""#);
        assert_eq!(Issue::new("starts_with").message(), "must start with ?");
        assert_eq!(Issue::new("a code of the user's").message(), "validation failed");
    }
}
