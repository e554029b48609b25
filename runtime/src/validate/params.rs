//! The figures and texts that belong to a fault.

use std::fmt;
use std::sync::OnceLock;

use smallvec::SmallVec;

use super::shown::cut;
use crate::spec::{List, Literal, Text};
use crate::value::{self, Value};

/// The figures and texts of an [`Issue`](super::Issue), in the order in which they were given.
#[derive(Clone)]
pub struct Params(Figures);

#[derive(Clone)]
enum Figures {
    Given(Given),
    /// What most rules tell. Without the names, which it takes time to write down.
    Limit {
        limit: Value,
        actual: Value,
    },
    Later(Source, OnceLock<Value>),
}

type Given = SmallVec<[(Text, Value); 2]>;

/// What a figure is made of that costs more than most faults are worth: when somebody asks for it.
#[derive(Clone)]
pub(super) enum Source {
    /// The values that a rule allows.
    Allowed(List<Literal>),
    #[cfg(feature = "regex")]
    Pattern(Text),
}

impl Source {
    const fn name(&self) -> &'static str {
        match self {
            Self::Allowed(_) => "allowed",
            #[cfg(feature = "regex")]
            Self::Pattern(_) => "pattern",
        }
    }

    #[cold]
    fn figure(&self) -> Value {
        match self {
            Self::Allowed(allowed) => allowed.iter().map(Value::from).collect::<value::List>().into(),
            #[cfg(feature = "regex")]
            Self::Pattern(text) => (&**text).into(),
        }
    }
}

impl From<Source> for Params {
    #[inline]
    fn from(source: Source) -> Self {
        Self(Figures::Later(source, OnceLock::new()))
    }
}

impl Default for Params {
    #[inline]
    fn default() -> Self {
        Self(Figures::Given(Given::new()))
    }
}

impl PartialEq for Params {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Params {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Params").field(&self.iter().collect::<Vec<_>>()).finish()
    }
}

impl Params {
    /// A limit, and what was counted or measured: `limit` and `actual`.
    #[inline]
    pub(super) const fn of_limit(limit: Value, actual: Value) -> Self {
        Self(Figures::Limit { limit, actual })
    }

    /// What was given, to be changed: of what is kept in another way, that is made.
    fn given(&mut self) -> &mut Given {
        loop {
            let given = match self.0 {
                Figures::Given(ref mut given) => return given,
                Figures::Limit { ref mut limit, ref mut actual } => {
                    [(LIMIT.into(), std::mem::take(limit)), (ACTUAL.into(), std::mem::take(actual))].into()
                }
                Figures::Later(ref source, ref mut figure) => {
                    let figure = figure.take().unwrap_or_else(|| source.figure());
                    [(source.name().into(), figure)].into_iter().collect()
                }
            };
            self.0 = Figures::Given(given);
        }
    }

    /// Adds one.
    pub(super) fn push(&mut self, name: Text, value: Value) {
        self.given().push((name, value));
    }

    /// Keeps those only of which this says so.
    pub(super) fn retain(&mut self, is_kept: impl Fn(&str, &Value) -> bool) {
        self.given().retain(|(name, value)| is_kept(name, value));
    }

    /// The one of this name: `limit`, `actual`, `expected` ..
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    /// The one of this name as texts show it: at most 120 characters, control and bidi characters escaped; `?` if it was
    /// not given.
    ///
    /// ```
    /// use metaclass::validate::Issue;
    ///
    /// let issue = Issue::new("type").with_param("expected", "int").with_param("actual", "a\n".repeat(1_000));
    /// assert_eq!(issue.params().shown("expected").to_string(), "int");
    /// assert_eq!(issue.params().shown("actual").to_string(), r"a\n".repeat(60) + "..");
    /// assert_eq!(issue.params().shown("limit").to_string(), "?");
    /// ```
    pub fn shown<'a>(&'a self, name: &'a str) -> impl fmt::Display + 'a {
        Param { value: self.get(name), is_repr: false }
    }

    /// The same, as its repr.
    pub(super) fn shown_repr<'a>(&'a self, name: &'a str) -> impl fmt::Display + 'a {
        Param { value: self.get(name), is_repr: true }
    }

    /// All of them.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Value)> {
        let all: SmallVec<[(&str, &Value); 2]> = match &self.0 {
            Figures::Given(given) => given.iter().map(|(name, value)| (&**name, value)).collect(),
            Figures::Limit { limit, actual } => [(LIMIT, limit), (ACTUAL, actual)].into(),
            Figures::Later(source, figure) => {
                [(source.name(), figure.get_or_init(|| source.figure()))].into_iter().collect()
            }
        };
        all.into_iter()
    }
}

const LIMIT: &str = "limit";
const ACTUAL: &str = "actual";

struct Param<'a> {
    value: Option<&'a Value>,
    is_repr: bool,
}

impl fmt::Display for Param<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            Some(value) if self.is_repr => cut(value.repr()).fmt(f),
            Some(value) => cut(value).fmt(f),
            None => f.write_str("?"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_the_same_whenever_they_are_made() {
        let source = Source::Allowed(vec![Literal::Int(1), Literal::None].into());
        let later = Params::from(source.clone());
        let mut made = Params::default();
        made.push(source.name().into(), source.figure());
        assert_eq!(format!("{later:?}"), r#"Params([("allowed", [1, None])])"#);
        assert_eq!((&later, later.get("allowed"), later.iter().len()), (&made, made.get("allowed"), 1));
        let changed = [Params::from(source), made].map(|mut params| {
            params.push(Text::new("limit"), 1.into());
            params.retain(|name, _| name == "limit");
            params
        });
        assert_eq!(changed[0], changed[1]);
        assert_eq!(changed[0].iter().collect::<Vec<_>>(), [("limit", &1.into())]);
    }
}
