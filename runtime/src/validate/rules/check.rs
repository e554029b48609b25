//! `check`: a function of the user's.

use std::fmt;
use std::sync::Arc;

use super::Constraint;
#[cfg(feature = "json")]
use crate::json_schema::JsonSchema;
use crate::spec::Text;
use crate::validate::{Fit, Issue, Outcome, Report, View};
#[cfg(feature = "json")]
use crate::value::Dict;
use crate::value::Value;

/// What a function of the user's says: `true`, `Ok(())`, or what is wrong.
///
/// Two of them are equal when their functions have the same name: functions themselves cannot be compared.
///
/// ```
/// use metaclass::Value;
/// use metaclass::validate::Rule;
/// use metaclass::validate::rules::Check;
///
/// let rule = Rule::from(Check::new(|value: &Value| value.as_int().is_some_and(|value| value % 2 == 0)));
/// assert_eq!(rule.check(&2.into()), None);
/// assert_eq!(rule.check(&3.into()).map(|issue| issue.message()), Some("validation failed".into()));
/// ```
#[derive(Clone)]
pub struct Check {
    name: Text,
    call: Call,
}

/// A function made at run time.
type Function = dyn Fn(&Value) -> Option<Issue> + Send + Sync;

#[derive(Clone)]
enum Call {
    Compiled(fn(&Value) -> Option<Issue>),
    Made(Arc<Function>),
    #[cfg(feature = "json")]
    Schema(JsonSchema),
}

impl Check {
    /// This function, called with values that are not `None`.
    pub fn new<O: Outcome>(function: impl Fn(&Value) -> O + Send + Sync + 'static) -> Self {
        let name = Text::new(function_name(std::any::type_name_of_val(&function)));
        Self { name, call: Call::Made(Arc::new(move |value| function(value).into_issue())) }
    }

    /// What a schema says of a value.
    #[cfg(feature = "json")]
    pub(crate) const fn of_schema(schema: JsonSchema) -> Self {
        Self { name: Text::new("json_schema"), call: Call::Schema(schema) }
    }

    /// Is a schema asked, rather than a function?
    pub(crate) const fn is_schema(&self) -> bool {
        match self.call {
            Call::Compiled(_) | Call::Made(_) => false,
            #[cfg(feature = "json")]
            Call::Schema(_) => true,
        }
    }

    /// All that the schema says which is asked, if it can be said in words of its own.
    #[cfg(feature = "json")]
    pub(crate) fn written(&self) -> Option<&Dict> {
        match &self.call {
            Call::Schema(schema) => schema.written()?.whole(),
            _ => None,
        }
    }

    /// A function of a compiled class.
    #[doc(hidden)]
    #[must_use]
    pub const fn compiled(name: &'static str, call: fn(&Value) -> Option<Issue>) -> Self {
        Self { name: Text::new(name), call: Call::Compiled(call) }
    }

    /// The name of the function, without its path; `""` for a closure.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(in crate::validate) fn call(&self, value: &Value) -> Option<Issue> {
        match &self.call {
            _ if value.is_none() => None,
            Call::Compiled(call) => call(value),
            Call::Made(call) => call(value),
            #[cfg(feature = "json")]
            Call::Schema(schema) => {
                let mut report = Report::with_max_issues(1);
                schema.validate_into(value, &mut report);
                report.finish().err().and_then(|error| error.into_issues().pop())
            }
        }
    }

    /// Adds all faults that it finds to a report.
    pub(in crate::validate) fn tell(&self, value: &Value, report: &mut Report) {
        match &self.call {
            #[cfg(feature = "json")]
            Call::Schema(schema) if !value.is_none() => schema.validate_into(value, report),
            _ => {
                if let Some(issue) = self.call(value) {
                    report.push(issue);
                }
            }
        }
    }
}

/// The last name of a path; `""` for a closure.
pub(in crate::validate) fn function_name(path: &'static str) -> &'static str {
    match path.rsplit("::").next() {
        Some(name) if !name.starts_with('{') => name.split('<').next().unwrap_or(name),
        _ => "",
    }
}

impl PartialEq for Check {
    fn eq(&self, other: &Self) -> bool {
        #[cfg(feature = "json")]
        if let (Call::Schema(a), Call::Schema(b)) = (&self.call, &other.call) {
            return a.written() == b.written();
        }
        self.name == other.name
    }
}

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Check").field(&self.name).finish()
    }
}

impl Constraint for Check {
    const KEY: &'static str = "check";
    const KEYWORD: &'static str = "";
    const FITS: Fit = Fit::ANY;

    fn text(_: &Issue) -> &'static str {
        "validation failed"
    }

    /// It takes the value itself, not a view of it.
    fn holds(&self, _: View<'_>) -> bool {
        true
    }

    fn issue(&self, _: View<'_>) -> Issue {
        Issue::new(Self::KEY)
    }

    /// The name of the function, if it has one.
    fn schema(&self) -> Option<(&'static str, Value)> {
        let name: Value = if self.name.is_empty() { true.into() } else { self.name().into() };
        Some(("x-check", name))
    }
}
