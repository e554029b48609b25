//! The texts of faults: a formatter over code and figures, so that they can be translated after the fact.

use std::fmt::{self, Display as _};

use super::shown::cut;
use super::{Issue, composed, groups, rules};
use crate::repr::repr;
use crate::signature::Enumeration;
use crate::value::Value;

/// Writes the text of a fault, without its place.
///
/// Figures are best printed with [`shown`](super::Params::shown): they may hold what data chose.
///
/// ```
/// use std::fmt;
/// use metaclass::validate::{English, Issue, Messages};
///
/// struct German;
///
/// impl Messages for German {
///     fn write(&self, issue: &Issue, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         match issue.code() {
///             "min_value" => write!(f, "muss mindestens {} sein", issue.params().shown("limit")),
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
        let params = issue.params();
        match issue.code() {
            "missing" => f.write_str("required"),
            // Of a secret, the value itself is not told.
            "type" if params.get("actual").is_none() => write!(f, "expected {}", params.shown("expected")),
            "type" => write!(f, "expected {}, got {}", params.shown("expected"), params.shown("actual")),
            "unknown_field" => f.write_str("unknown field"),
            "duplicate_field" => f.write_str("duplicate field"),
            "invalid" if params.get("reason").is_some() => write!(f, "{}", params.shown("reason")),
            "depth" => f.write_str("nested too deeply"),
            code => match rules::text(issue).or_else(|| groups::text(issue)).or_else(|| composed::text(code)) {
                Some(text) => write_template(f, text, issue),
                None => f.write_str("validation failed"),
            },
        }
    }
}

/// Writes a text in which `{limit}` stands for the figure of that name, `{limit!r}` for its repr, and `{limit!s}` and
/// `{limit!y}` for the ending of a noun of that number: `item{limit!s}`, `propert{limit!y}`; `{names!l}` for the names in a
/// list, and `{names!a}` for the same with an "and": `'a', 'b', and 'c'`.
fn write_template(f: &mut fmt::Formatter<'_>, text: &str, issue: &Issue) -> fmt::Result {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        f.write_str(before)?;
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        let (name, conversion) = name.split_once('!').unwrap_or((name, ""));
        let is_one = || issue.params().get(name).is_some_and(|value| *value == Value::from(1));
        match conversion {
            "s" => f.write_str(if is_one() { "" } else { "s" })?,
            "y" => f.write_str(if is_one() { "y" } else { "ies" })?,
            "l" => cut(names(issue, name).map(|name| repr(name).to_string()).collect::<Vec<_>>().join(", ")).fmt(f)?,
            "a" => cut(Enumeration(&names(issue, name).collect::<Vec<_>>())).fmt(f)?,
            "r" => issue.params().shown_repr(name).fmt(f)?,
            _ => issue.params().shown(name).fmt(f)?,
        }
        rest = behind;
    }
    f.write_str(rest)
}

/// The names in a list of them.
fn names<'a>(issue: &'a Issue, name: &str) -> impl Iterator<Item = &'a str> {
    issue.params().get(name).and_then(Value::as_list).into_iter().flatten().filter_map(Value::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::Segment;
    use crate::spec::Text;

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

    /// What data could put into a figure to be seen as something else.
    const HOSTILE: &str = "\u{202e}\u{1b}[2J\r\n";

    #[test]
    fn no_text_is_long_or_has_control_characters() {
        let hostile = HOSTILE.repeat(100_000);
        let names =
            ["limit", "actual", "expected", "allowed", "divisor", "other", "index", "unit", "pattern", "format"];
        let lists = ["fields", "given", "missing"];
        let groups = ["exactly_one", "at_least_one", "requires", "conflicts"];
        for code in rules::KEYS
            .iter()
            .chain(&["missing", "type", "unknown_field", "depth", "a code of the user's"])
            .chain(&groups)
        {
            let issue = names.iter().fold(Issue::new(*code), |issue, name| issue.with_param(*name, hostile.as_str()));
            let issue = lists.iter().fold(issue, |issue, name| issue.with_param(*name, vec![hostile.as_str(); 2]));
            let text = issue.at(Text::from(hostile.clone())).at(Segment::Key(Text::new(HOSTILE))).to_string();
            assert!(text.len() < 3_000, "{code}: {} bytes", text.len());
            assert!(!text.contains(['\u{202e}', '\u{1b}', '\r', '\n']), "{text}");
        }
    }

    #[test]
    fn long_figures_are_cut() {
        let long = "a".repeat(1_000_000);
        let issue = Issue::new("type").with_param("expected", "int").with_param("actual", long.as_str());
        assert_eq!(issue.message(), format!("expected int, got {}..", "a".repeat(120)));
        let issue = Issue::new("one_of").with_param("allowed", vec![1; 100_000]);
        assert_eq!(issue.message(), format!("must be one of [{}1,..", "1, ".repeat(39)));
        let issue = Issue::new("missing").at(Text::from(long));
        assert_eq!(issue.to_string(), format!("{}..: required", "a".repeat(120)));
    }

    #[test]
    fn a_message_of_its_own_is_whole_and_escaped() {
        let text = "no ".repeat(100) + HOSTILE;
        let issue = Issue::check(text.clone());
        assert_eq!(issue.message(), "no ".repeat(100) + r"\u202e\x1b[2J\r\n");
        assert_eq!(issue.own_message(), Some(text.as_str()));
    }
}
