//! What rules of one kind share: limits of text, of counts and of numbers, and predicates on text.

use crate::value::{Dict, Value};

/// A limit on the length of text; `$own` is the keyword for units that JSON Schema does not have.
macro_rules! limit_of_length {
    ($(#[$doc:meta])* $rule:ident $key:literal, $keyword:literal, $own:literal, $word:literal, $holds:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $rule {
            limit: usize,
            unit: crate::validate::Unit,
        }

        impl $rule {
            /// This many characters (Unicode scalar values).
            #[must_use]
            pub const fn new(limit: usize) -> Self {
                Self { limit, unit: crate::validate::Unit::Chars }
            }

            /// Counted in this unit.
            #[must_use]
            pub const fn with_unit(self, unit: crate::validate::Unit) -> Self {
                Self { unit, ..self }
            }

            /// The limit, included.
            #[must_use]
            pub const fn limit(&self) -> usize {
                self.limit
            }

            /// What is counted.
            #[must_use]
            pub const fn unit(&self) -> crate::validate::Unit {
                self.unit
            }

            /// Does the text obey?
            #[inline]
            #[must_use]
            pub fn check(&self, text: &str) -> bool {
                self.unit.$holds(text, self.limit)
            }
        }

        impl super::Constraint for $rule {
            const KEY: &'static str = $key;
            const KEYWORD: &'static str = $keyword;
            const FITS: crate::validate::Fit = crate::validate::Fit::STR;

            fn text(issue: &crate::validate::Issue) -> &'static str {
                match issue.params().get("unit").and_then(crate::Value::as_str) {
                    Some("bytes") => concat!("must have at ", $word, " {limit} byte{limit!s}"),
                    Some("utf16") => concat!("must have at ", $word, " {limit} UTF-16 unit{limit!s}"),
                    _ => concat!("must have at ", $word, " {limit} character{limit!s}"),
                }
            }

            #[inline]
            fn holds(&self, view: crate::validate::View<'_>) -> bool {
                view.as_str().is_none_or(|text| self.check(text))
            }

            fn issue(&self, view: crate::validate::View<'_>) -> crate::validate::Issue {
                let actual = view.as_str().map_or(0, |text| self.unit.count(text));
                let issue = crate::validate::Issue::of_limit($key, || (self.limit.into(), actual.into()));
                match self.unit {
                    crate::validate::Unit::Chars => issue,
                    unit => issue.with_param("unit", unit.name()),
                }
            }

            fn schema(&self) -> Option<(&'static str, crate::Value)> {
                let keyword = match self.unit {
                    crate::validate::Unit::Chars => $keyword,
                    crate::validate::Unit::Bytes => concat!($own, "-bytes"),
                    crate::validate::Unit::Utf16 => concat!($own, "-utf16"),
                };
                Some((keyword, self.limit.into()))
            }
        }
    };
}

/// A limit on the number of items or entries; `$count` gives it, if the value has any.
macro_rules! limit_of_count {
    ($(#[$doc:meta])* $rule:ident $key:literal, $keyword:literal, $text:literal, $fits:expr, $count:expr, |$number:ident, $limit:ident| $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $rule(usize);

        impl $rule {
            /// With this limit.
            #[must_use]
            pub const fn new(limit: usize) -> Self {
                Self(limit)
            }

            /// The limit, included.
            #[must_use]
            pub const fn limit(&self) -> usize {
                self.0
            }

            /// Does this number of them obey?
            #[inline]
            #[must_use]
            pub const fn check(&self, $number: usize) -> bool {
                let $limit = self.0;
                $check
            }
        }

        impl super::Constraint for $rule {
            const KEY: &'static str = $key;
            const KEYWORD: &'static str = $keyword;
            const FITS: crate::validate::Fit = $fits;

            fn text(_: &crate::validate::Issue) -> &'static str {
                $text
            }

            #[inline]
            fn holds(&self, view: crate::validate::View<'_>) -> bool {
                $count(view).is_none_or(|count: usize| self.check(count))
            }

            fn issue(&self, view: crate::validate::View<'_>) -> crate::validate::Issue {
                let actual = $count(view).unwrap_or_default();
                crate::validate::Issue::of_limit($key, || (self.0.into(), actual.into()))
            }

            fn schema(&self) -> Option<(&'static str, crate::Value)> {
                Some((Self::KEYWORD, self.0.into()))
            }
        }
    };
}

/// A limit on a number, which obeys it if `number $operator limit`.
macro_rules! limit_of_number {
    ($(#[$doc:meta])* $rule:ident $key:literal, $keyword:literal, $text:literal, $operator:tt) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $rule(crate::validate::Number);

        impl $rule {
            /// With this limit.
            #[must_use]
            pub const fn new(limit: crate::validate::Number) -> Self {
                Self(limit)
            }

            /// The limit.
            #[must_use]
            pub const fn limit(&self) -> crate::validate::Number {
                self.0
            }

            /// Does the number obey? A NaN does not.
            #[inline]
            #[must_use]
            pub fn check(&self, number: impl Into<crate::validate::Number>) -> bool {
                use crate::validate::Number::{Float, Int};
                match (number.into(), self.0) {
                    // One comparison, where the order of two numbers would be two.
                    (Int(number), Int(limit)) => number $operator limit,
                    (Float(number), Float(limit)) => number $operator limit,
                    (number, limit) => number.order(limit).is_some_and(|order| order $operator std::cmp::Ordering::Equal),
                }
            }
        }

        impl super::Constraint for $rule {
            const KEY: &'static str = $key;
            const KEYWORD: &'static str = $keyword;
            const FITS: crate::validate::Fit = crate::validate::Fit::NUMBER;

            fn text(_: &crate::validate::Issue) -> &'static str {
                $text
            }

            #[inline]
            fn holds(&self, view: crate::validate::View<'_>) -> bool {
                use crate::validate::View;
                match view {
                    View::Int(number) => self.check(number),
                    View::Float(number) => self.check(number),
                    // What is rare is not to grow the code of the others.
                    View::Short(_) | View::Wide(_) => view
                        .order(self.0)
                        .is_none_or(|order| order.is_some_and(|order| order $operator std::cmp::Ordering::Equal)),
                    _ => true,
                }
            }

            fn issue(&self, view: crate::validate::View<'_>) -> crate::validate::Issue {
                crate::validate::Issue::of_limit($key, || (self.0.into(), view.to_value()))
            }

            fn schema(&self) -> Option<(&'static str, crate::Value)> {
                Some((Self::KEYWORD, self.0.into()))
            }
        }
    };
}

/// A predicate on text that knows another text; `$pattern` says the same, with a hole for it, as ECMA-262 writes it, or
/// it says what the text is `not`.
macro_rules! text_with {
    ($(#[$doc:meta])* $rule:ident $key:literal, $keyword:literal $pattern:literal, $text:literal, |$value:ident, $expected:ident| $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $rule(crate::spec::Text);

        impl $rule {
            /// With this text.
            #[must_use]
            pub const fn new(expected: crate::spec::Text) -> Self {
                Self(expected)
            }

            /// The text.
            #[must_use]
            pub fn expected(&self) -> &str {
                &self.0
            }

            /// Does the text obey?
            #[inline]
            #[must_use]
            pub fn check(&self, $value: &str) -> bool {
                let $expected = self.expected();
                $check
            }
        }

        impl super::Constraint for $rule {
            const KEY: &'static str = $key;
            const KEYWORD: &'static str = $keyword;
            const FITS: crate::validate::Fit = crate::validate::Fit::STR;

            fn text(_: &crate::validate::Issue) -> &'static str {
                $text
            }

            #[inline]
            fn holds(&self, view: crate::validate::View<'_>) -> bool {
                view.as_str().is_none_or(|text| self.check(text))
            }

            fn issue(&self, _: crate::validate::View<'_>) -> crate::validate::Issue {
                crate::validate::Issue::new($key).with_param("expected", self.expected())
            }

            fn schema(&self) -> Option<(&'static str, crate::Value)> {
                let pattern = format!($pattern, super::family::escaped(self.expected()));
                Some((Self::KEYWORD, super::family::said(Self::KEYWORD, pattern)))
            }
        }
    };
}

/// A predicate on text; `$pattern` says the same as ECMA-262 writes it.
macro_rules! text_of {
    ($(#[$doc:meta])* $rule:ident $key:literal, $pattern:literal, $text:literal, |$value:ident| $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $rule;

        impl $rule {
            /// Does the text obey?
            #[inline]
            #[must_use]
            pub fn check(self, $value: &str) -> bool {
                $check
            }
        }

        impl super::Constraint for $rule {
            const KEY: &'static str = $key;
            const KEYWORD: &'static str = "pattern";
            const FITS: crate::validate::Fit = crate::validate::Fit::STR;

            fn text(_: &crate::validate::Issue) -> &'static str {
                $text
            }

            #[inline]
            fn holds(&self, view: crate::validate::View<'_>) -> bool {
                view.as_str().is_none_or(|text| self.check(text))
            }

            fn issue(&self, _: crate::validate::View<'_>) -> crate::validate::Issue {
                crate::validate::Issue::new($key)
            }

            fn schema(&self) -> Option<(&'static str, crate::Value)> {
                Some((Self::KEYWORD, $pattern.into()))
            }
        }
    };
}

/// Rules for what lies within: they are checked where that is walked through.
macro_rules! rules_within {
    ($(#[$doc:meta])* $rule:ident $key:literal, $keyword:literal, $fits:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $rule(crate::spec::List<crate::validate::Rule>);

        impl $rule {
            /// These rules.
            #[must_use]
            pub const fn new(rules: crate::spec::List<crate::validate::Rule>) -> Self {
                Self(rules)
            }

            /// The rules.
            #[must_use]
            pub fn rules(&self) -> &[crate::validate::Rule] {
                &self.0
            }
        }

        impl super::Constraint for $rule {
            const KEY: &'static str = $key;
            const KEYWORD: &'static str = $keyword;
            const FITS: crate::validate::Fit = $fits;

            fn text(_: &crate::validate::Issue) -> &'static str {
                "validation failed"
            }

            fn holds(&self, _: crate::validate::View<'_>) -> bool {
                true
            }

            fn issue(&self, _: crate::validate::View<'_>) -> crate::validate::Issue {
                crate::validate::Issue::new($key)
            }

            /// Said where the type of what lies within is known.
            fn schema(&self) -> Option<(&'static str, crate::Value)> {
                None
            }
        }
    };
}

/// A rule that looks at another field: it is checked where both are.
macro_rules! other_field {
    ($(#[$doc:meta])* $rule:ident $key:literal, $text:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $rule(crate::spec::Text);

        impl $rule {
            /// The other field by its name.
            #[must_use]
            pub const fn new(other: crate::spec::Text) -> Self {
                Self(other)
            }

            /// The name of the other field.
            #[must_use]
            pub fn other(&self) -> &str {
                &self.0
            }
        }

        impl super::Constraint for $rule {
            const KEY: &'static str = $key;
            const KEYWORD: &'static str = "";
            const FITS: crate::validate::Fit = crate::validate::Fit::ANY;

            fn text(_: &crate::validate::Issue) -> &'static str {
                $text
            }

            fn holds(&self, _: crate::validate::View<'_>) -> bool {
                true
            }

            fn issue(&self, _: crate::validate::View<'_>) -> crate::validate::Issue {
                crate::validate::Issue::new($key).with_param("other", self.other())
            }

            /// Said by the class, which knows the names in data.
            fn schema(&self) -> Option<(&'static str, crate::Value)> {
                None
            }
        }
    };
}

/// What a schema says by a pattern, or of text that has none.
pub(super) fn said(keyword: &str, pattern: String) -> Value {
    match keyword {
        // Without the type, all but text would be refused.
        "not" => Dict::from([("type", "string".to_owned()), ("pattern", pattern)]).into(),
        _ => pattern.into(),
    }
}

/// What ECMA-262 calls `SyntaxCharacter`: it is escaped to stand for itself, and nothing else may be.
pub(super) const SYNTAX: &str = r"^$\.*+?()[]{}|";

/// The pattern of ECMA-262 by which the text is found.
pub(super) fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut pattern, c| {
        if SYNTAX.contains(c) {
            pattern.push('\\');
        }
        pattern.push(c);
        pattern
    })
}

pub(super) use {limit_of_count, limit_of_length, limit_of_number, other_field, rules_within, text_of, text_with};
