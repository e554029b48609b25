//! A rule of a field: what it asks, and what is told if it is broken.

use std::fmt;

use super::Kind;
use crate::spec::Text;
use crate::validate::{Issue, Report, Unit, View, engine};
use crate::value::Value;

/// A rule of a field.
///
/// ```
/// use metaclass::spec::Text;
/// use metaclass::validate::Rule;
/// use metaclass::validate::rules::MinLength;
///
/// let rule = Rule::from(MinLength::new(3)).with_message(Text::new("too short"));
/// assert_eq!(rule.kind().key(), "min_length");
/// assert_eq!(rule.check(&"ab".into()).map(|issue| issue.message()), Some("too short".into()));
/// assert_eq!(rule.check(&"abc".into()), None);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub(super) kind: Kind,
    pub(super) message: Text,
}

impl Rule {
    /// A rule with its usual message.
    #[must_use]
    pub const fn new(kind: Kind) -> Self {
        Self { kind, message: Text::new("") }
    }

    /// The rule with a message of its own.
    #[must_use]
    pub fn with_message(mut self, message: Text) -> Self {
        self.message = message;
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_text(mut self, message: &'static str) -> Self {
        crate::spec::replace(&mut self.message, Text::new(message));
        self
    }

    /// The rule with lengths counted in this unit, if it is about length.
    #[must_use]
    pub fn with_unit(self, unit: Unit) -> Self {
        let Self { kind, message } = self;
        let kind = match kind {
            Kind::MinLength(rule) => Kind::MinLength(rule.with_unit(unit)),
            Kind::MaxLength(rule) => Kind::MaxLength(rule.with_unit(unit)),
            other => other,
        };
        Self { kind, message }
    }

    /// Its own message; `""` if it has the usual one.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What the rule says.
    #[must_use]
    pub const fn kind(&self) -> &Kind {
        &self.kind
    }

    /// The rules for what lies within the value, if that is what the rule has.
    #[must_use]
    pub fn within(&self) -> Option<&[Self]> {
        match &self.kind {
            Kind::Items(items) => Some(items.rules()),
            Kind::Keys(keys) => Some(keys.rules()),
            Kind::Values(values) => Some(values.rules()),
            _ => None,
        }
    }

    /// The first fault of a value that breaks the rule; `None`, and values that the rule does not fit, break none.
    ///
    /// A rule that looks at another field is never broken by a value alone.
    #[must_use]
    pub fn check(&self, value: &Value) -> Option<Issue> {
        match &self.kind {
            Kind::Items(_) | Kind::Keys(_) | Kind::Values(_) => engine::first_within(self, value),
            Kind::Check(check) => check.call(value).map(|issue| self.own(issue)),
            kind => {
                self.check_view(View::of(value)).filter(|_| !matches!(kind, Kind::Matches(_) | Kind::RequiredWith(_)))
            }
        }
    }

    /// The fault of a value by itself: those of other fields, and of what lies within, are not looked for.
    #[inline]
    fn fault(&self, value: &Value) -> Option<Issue> {
        match &self.kind {
            Kind::Items(_) | Kind::Keys(_) | Kind::Values(_) | Kind::Matches(_) | Kind::RequiredWith(_) => None,
            Kind::Check(check) => check.call(value).map(|issue| self.own(issue)),
            _ => self.check_view(View::of(value)),
        }
    }

    /// Adds the faults of a value by itself to a report; a schema may find several.
    #[inline]
    pub(in crate::validate) fn tell(&self, value: &Value, report: &mut Report) {
        match &self.kind {
            Kind::Check(check) if self.message.is_empty() => check.tell(value, report),
            _ => {
                if let Some(issue) = self.fault(value) {
                    report.push(issue);
                }
            }
        }
    }

    #[inline]
    pub(in crate::validate) fn check_view(&self, view: View<'_>) -> Option<Issue> {
        if view.is_none() { None } else { self.kind.fault(view).map(|issue| self.worded(issue)) }
    }

    /// Does a value obey, as far as that can be seen of it? `None` does.
    #[cfg(feature = "json")]
    pub(crate) fn holds(&self, view: View<'_>) -> bool {
        view.is_none() || self.kind.holds(view)
    }

    /// Does what is seen of a value surely obey? What a function says, and what another field says, is not known here.
    #[inline(never)]
    fn surely_holds_of(&self, view: View<'_>) -> bool {
        match &self.kind {
            Kind::Check(_) | Kind::Matches(_) | Kind::RequiredWith(_) => false,
            // These are asked of what lies within.
            Kind::Items(_) | Kind::Keys(_) | Kind::Values(_) => true,
            kind => view.is_none() || kind.holds(view),
        }
    }

    /// The fault of a value that breaks the rule.
    #[cold]
    pub(crate) fn issue(&self, view: View<'_>) -> Issue {
        self.worded(self.kind.issue(view))
    }

    /// The fault in the rule's own words, if it has any. A rule that is none itself says so.
    fn worded(&self, issue: Issue) -> Issue {
        if issue.own_message().is_some() { issue } else { self.own(issue) }
    }

    /// The fault in the rule's own words, if it has any.
    pub(in crate::validate) fn own(&self, issue: Issue) -> Issue {
        match self.message.is_empty() {
            true => issue,
            false => issue.with_message(self.message.clone()),
        }
    }
}

/// Does a value surely obey all rules? If it does, nothing else has to be asked.
///
/// The kind of the value is found out once, and each rule knows it then. The most common rules are asked in place.
#[inline(always)]
#[allow(clippy::inline_always, reason = "most values have a rule or two, which take fewer steps than a call")]
pub(crate) fn all_hold(rules: &[Rule], value: &Value) -> bool {
    match value {
        Value::Str(text) => rules.iter().all(|rule| match &rule.kind {
            Kind::MinLength(rule) => rule.check(text),
            Kind::MaxLength(rule) => rule.check(text),
            _ => rule.surely_holds_of(View::Str(text)),
        }),
        Value::Int(int) => rules.iter().all(|rule| match &rule.kind {
            Kind::MinValue(rule) => rule.check(i128::from(*int)),
            Kind::MaxValue(rule) => rule.check(i128::from(*int)),
            _ => rule.surely_holds_of(View::Int((*int).into())),
        }),
        Value::Float(float) => rules.iter().all(|rule| match &rule.kind {
            Kind::MinValue(rule) => rule.check(float.get()),
            Kind::MaxValue(rule) => rule.check(float.get()),
            _ => rule.surely_holds_of(View::Float(float.get())),
        }),
        value => {
            rules.is_empty() || {
                let view = View::of(value);
                rules.iter().all(|rule| rule.surely_holds_of(view))
            }
        }
    }
}

/// As it is written in `#[field(..)]`, without its values.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.key())
    }
}
