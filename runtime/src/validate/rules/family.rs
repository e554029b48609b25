//! What rules of one kind share: limits of text, of counts and of numbers, and predicates on text.

/// A limit on the length of text.
macro_rules! limit_of_length {
    ($(#[$doc:meta])* $rule:ident $key:literal, $word:literal, $holds:ident) => {
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

            /// Does the text obey?
            #[must_use]
            pub fn check(&self, text: &str) -> bool {
                self.unit.$holds(text, self.limit)
            }
        }

        impl super::Constraint for $rule {
            const KEY: &'static str = $key;

            fn text(issue: &crate::validate::Issue) -> &'static str {
                match issue.params().get("unit").and_then(crate::Value::as_str) {
                    Some("bytes") => concat!("must have at ", $word, " {limit} byte{limit!s}"),
                    Some("utf16") => concat!("must have at ", $word, " {limit} UTF-16 unit{limit!s}"),
                    _ => concat!("must have at ", $word, " {limit} character{limit!s}"),
                }
            }

            fn fits(ty: &crate::spec::TypeSpec) -> bool {
                matches!(ty, crate::spec::TypeSpec::Str)
            }

            fn holds(&self, value: &crate::Value) -> bool {
                value.as_str().is_none_or(|text| self.check(text))
            }

            fn issue(&self, value: &crate::Value) -> crate::validate::Issue {
                let actual = value.as_str().map_or(0, |text| self.unit.count(text));
                let issue = crate::validate::Issue::new($key).with_param("limit", self.limit).with_param("actual", actual);
                match self.unit {
                    crate::validate::Unit::Chars => issue,
                    unit => issue.with_param("unit", unit.name()),
                }
            }
        }
    };
}

/// A limit on the number of items or entries; `$count` gives it, if the value has any.
macro_rules! limit_of_count {
    ($(#[$doc:meta])* $rule:ident $key:literal, $text:literal, $fits:pat, $count:expr, |$number:ident, $limit:ident| $check:expr) => {
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
            #[must_use]
            pub const fn check(&self, $number: usize) -> bool {
                let $limit = self.0;
                $check
            }
        }

        impl super::Constraint for $rule {
            const KEY: &'static str = $key;

            fn text(_: &crate::validate::Issue) -> &'static str {
                $text
            }

            fn fits(ty: &crate::spec::TypeSpec) -> bool {
                matches!(ty, $fits)
            }

            fn holds(&self, value: &crate::Value) -> bool {
                $count(value).is_none_or(|count: usize| self.check(count))
            }

            fn issue(&self, value: &crate::Value) -> crate::validate::Issue {
                let actual = $count(value).unwrap_or_default();
                crate::validate::Issue::new($key).with_param("limit", self.0).with_param("actual", actual)
            }
        }
    };
}

/// A limit on a number; `$order` are the orders of number and limit that obey it.
macro_rules! limit_of_number {
    ($(#[$doc:meta])* $rule:ident $key:literal, $text:literal, $order:pat) => {
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
            #[must_use]
            pub fn check(&self, number: impl Into<crate::validate::Number>) -> bool {
                matches!(number.into().order(self.0), Some($order))
            }
        }

        impl super::Constraint for $rule {
            const KEY: &'static str = $key;

            fn text(_: &crate::validate::Issue) -> &'static str {
                $text
            }

            fn fits(ty: &crate::spec::TypeSpec) -> bool {
                crate::validate::Number::is_type(ty)
            }

            fn holds(&self, value: &crate::Value) -> bool {
                crate::validate::Number::of(value).is_none_or(|number| self.check(number))
            }

            fn issue(&self, value: &crate::Value) -> crate::validate::Issue {
                crate::validate::Issue::new($key).with_param("limit", self.0).with_param("actual", value.clone())
            }
        }
    };
}

/// A predicate on text that knows another text.
macro_rules! text_with {
    ($(#[$doc:meta])* $rule:ident $key:literal, $text:literal, |$value:ident, $expected:ident| $check:expr) => {
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
            #[must_use]
            pub fn check(&self, $value: &str) -> bool {
                let $expected = self.expected();
                $check
            }
        }

        impl super::Constraint for $rule {
            const KEY: &'static str = $key;

            fn text(_: &crate::validate::Issue) -> &'static str {
                $text
            }

            fn fits(ty: &crate::spec::TypeSpec) -> bool {
                matches!(ty, crate::spec::TypeSpec::Str)
            }

            fn holds(&self, value: &crate::Value) -> bool {
                value.as_str().is_none_or(|text| self.check(text))
            }

            fn issue(&self, _: &crate::Value) -> crate::validate::Issue {
                crate::validate::Issue::new($key).with_param("expected", self.expected())
            }
        }
    };
}

/// A predicate on text.
macro_rules! text_of {
    ($(#[$doc:meta])* $rule:ident $key:literal, $text:literal, |$value:ident| $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $rule;

        impl $rule {
            /// Does the text obey?
            #[must_use]
            pub fn check(self, $value: &str) -> bool {
                $check
            }
        }

        impl super::Constraint for $rule {
            const KEY: &'static str = $key;

            fn text(_: &crate::validate::Issue) -> &'static str {
                $text
            }

            fn fits(ty: &crate::spec::TypeSpec) -> bool {
                matches!(ty, crate::spec::TypeSpec::Str)
            }

            fn holds(&self, value: &crate::Value) -> bool {
                value.as_str().is_none_or(|text| self.check(text))
            }

            fn issue(&self, _: &crate::Value) -> crate::validate::Issue {
                crate::validate::Issue::new($key)
            }
        }
    };
}

/// Rules for what lies within; `$within` gives the values that they are for, each with its place.
macro_rules! rules_within {
    ($(#[$doc:meta])* $rule:ident $key:literal, $fits:pat, $within:expr) => {
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

            fn first(&self, value: &crate::Value) -> Option<crate::validate::Issue> {
                let within: Vec<(crate::path::Segment, &crate::Value)> = $within(value);
                within.into_iter().find_map(|(segment, value)| {
                    let issue = self.0.iter().find_map(|rule| rule.check(value))?;
                    Some(issue.at(segment))
                })
            }
        }

        impl super::Constraint for $rule {
            const KEY: &'static str = $key;

            fn text(_: &crate::validate::Issue) -> &'static str {
                "validation failed"
            }

            fn fits(ty: &crate::spec::TypeSpec) -> bool {
                matches!(ty, $fits)
            }

            fn holds(&self, value: &crate::Value) -> bool {
                self.first(value).is_none()
            }

            fn issue(&self, value: &crate::Value) -> crate::validate::Issue {
                self.first(value).unwrap_or_else(|| crate::validate::Issue::new($key))
            }
        }
    };
}

pub(super) use {limit_of_count, limit_of_length, limit_of_number, rules_within, text_of, text_with};
