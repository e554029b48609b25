//! `format`: text of a format that a standard defines.

use super::Constraint;
use crate::validate::{Fit, Issue, View};
use crate::value::{Dict, Value};

pub use crate::validate::formats::Format;

impl Constraint for Format {
    const KEY: &'static str = "format";
    const KEYWORD: &'static str = "format";
    const FITS: Fit = Fit::STR;

    fn text(issue: &Issue) -> &'static str {
        let format = issue.params().get("format").and_then(Value::as_str).and_then(Self::from_name);
        format.map_or("must have the format {format!r}", Self::text)
    }

    #[inline]
    fn holds(&self, view: View<'_>) -> bool {
        view.as_str().is_none_or(|text| self.check(text))
    }

    fn issue(&self, _: View<'_>) -> Issue {
        Issue::new(Self::KEY).with_param("format", self.name())
    }

    /// Under a keyword of its own if validators would take a format of the same name for something else.
    fn schema(&self) -> Option<(&'static str, Value)> {
        let named = |format: Self| Dict::from([(Self::KEYWORD, format.json_schema())]);
        match (self, self.json_schema()) {
            (Self::Ip, _) => Some(("anyOf", [Self::Ipv4, Self::Ipv6].map(named).into())),
            (_, "") => Some(("x-format", self.name().into())),
            (_, name) => Some((Self::KEYWORD, name.into())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::Rule;

    #[test]
    fn each_format_has_a_text_of_its_own_and_names_itself() {
        for format in Format::ALL {
            let issue = Rule::from(*format).check(&"\u{0}(".into()).or_else(|| Rule::from(*format).check(&"~".into()));
            let issue = issue.unwrap_or_else(|| panic!("{format} takes anything"));
            assert_eq!((issue.code(), issue.params().get("format")), ("format", Some(&format.name().into())));
            assert!(issue.message().starts_with("must be a"), "{format}: {}", issue.message());
        }
    }

    #[test]
    fn a_format_of_another_build_is_named() {
        let issue = Issue::new("format").with_param("format", "zip");
        assert_eq!(issue.message(), "must have the format 'zip'");
    }
}
