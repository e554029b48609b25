//! The rules: one file each, and this list of all.
//!
//! A rule is a row: its key, which is also its error code, and the type that knows it. The key is that of
//! `#[field(..)]` and the name of the method of [`Field`], which a row has unless that is written by hand.

mod family;
mod rule;

pub(super) use check::function_name;
pub use rule::Rule;
pub(crate) use rule::all_hold;

use super::{Fit, Issue, View};
use crate::field::Field;
use crate::spec::{Literal, Text, TypeSpec};
use crate::value::{Number, Value};

/// What a rule can tell.
///
/// Generated code asks [`holds`](Self::holds) of each rule by its type, so that nothing is left of the view when it is
/// compiled; all else is for those that are broken.
pub trait Constraint {
    /// Its key and error code.
    const KEY: &'static str;
    /// The keyword of JSON Schema that says the same; `""` if there is none.
    const KEYWORD: &'static str;
    /// The types for which it has a meaning.
    const FITS: Fit;

    /// The text of its fault, with `{name}` for a figure, `{name!r}` for its repr, `{name!s}` for a plural.
    fn text(issue: &Issue) -> &'static str;

    /// Does the value obey? A value of a type that it does not fit does.
    fn holds(&self, view: View<'_>) -> bool;

    /// The fault of a value that does not.
    fn issue(&self, view: View<'_>) -> Issue;

    /// What a schema says of it: see [`Kind::schema`].
    fn schema(&self) -> Option<(&'static str, Value)>;
}

/// The method of `Field` for a rule; none if the row says nothing of it.
macro_rules! method {
    ($(#[cfg(feature = $feature:literal)])? $module:ident $rule:ident) => {};
    ($(#[cfg(feature = $feature:literal)])? $module:ident $rule:ident ($($param:ident: $ty:ty),*) $make:expr) => {
        #[doc = concat!("With the rule [`", stringify!($rule), "`](crate::validate::rules::", stringify!($rule), ").")]
        $(#[cfg(feature = $feature)] #[cfg_attr(docsrs, doc(cfg(feature = $feature)))])?
        pub fn $module(self, $($param: $ty),*) -> Self {
            self.rule($make)
        }
    };
}

macro_rules! rules {
    ($($(#[cfg(feature = $feature:literal)])? $module:ident $rule:ident $(($($param:ident: $ty:ty),*) $make:expr)?,)*) => {
        $(
            $(#[cfg(feature = $feature)])?
            mod $module;
            $(#[cfg(feature = $feature)] #[cfg_attr(docsrs, doc(cfg(feature = $feature)))])?
            pub use $module::$rule;
        )*

        /// A rule without its message.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Kind {
            $(
                #[doc = concat!("See [`", stringify!($rule), "`].")]
                $(#[cfg(feature = $feature)] #[cfg_attr(docsrs, doc(cfg(feature = $feature)))])?
                $rule($rule),
            )*
        }

        /// With rules: the keys of `#[field(..)]`.
        impl Field {
            $(method! { $(#[cfg(feature = $feature)])? $module $rule $(($($param: $ty),*) $make)? })*
        }

        /// The keys of all rules.
        pub const KEYS: &[&str] = &[$($(#[cfg(feature = $feature)])? <$rule as Constraint>::KEY,)*];

        impl Kind {
            /// The key, which is also the error code.
            #[must_use]
            pub const fn key(&self) -> &'static str {
                match self {
                    $($(#[cfg(feature = $feature)])? Self::$rule(_) => <$rule as Constraint>::KEY,)*
                }
            }

            /// The keyword of JSON Schema that says the same; `""` if there is none.
            #[must_use]
            pub const fn keyword(&self) -> &'static str {
                match self {
                    $($(#[cfg(feature = $feature)])? Self::$rule(_) => <$rule as Constraint>::KEYWORD,)*
                }
            }

            /// Has the rule a meaning for values of this type?
            #[must_use]
            pub fn fits(&self, ty: &TypeSpec) -> bool {
                match self {
                    $($(#[cfg(feature = $feature)])? Self::$rule(_) => <$rule as Constraint>::FITS.fits(ty),)*
                }
            }

            /// The keyword of JSON Schema that says the same, and its value. Where JSON Schema has no word, the keyword
            /// begins with `x-`.
            ///
            /// `None` if there is nothing to be said, or if it depends on more than the rule: on the type, on other fields.
            ///
            /// ```
            /// use metaclass::validate::Number;
            /// use metaclass::validate::rules::{Kind, MinValue};
            ///
            /// let rule = Kind::MinValue(MinValue::new(Number::Int(3)));
            /// assert_eq!(rule.schema(), Some(("minimum", 3.into())));
            /// ```
            #[must_use]
            pub fn schema(&self) -> Option<(&'static str, Value)> {
                match self {
                    $($(#[cfg(feature = $feature)])? Self::$rule(rule) => rule.schema(),)*
                }
            }

            fn holds(&self, view: View<'_>) -> bool {
                match self {
                    $($(#[cfg(feature = $feature)])? Self::$rule(rule) => rule.holds(view),)*
                }
            }

            /// The fault of a value, if it does not obey.
            fn fault(&self, view: View<'_>) -> Option<Issue> {
                match self {
                    $($(#[cfg(feature = $feature)])? Self::$rule(rule) => (!rule.holds(view)).then(|| rule.issue(view)),)*
                }
            }

            #[cold]
            fn issue(&self, view: View<'_>) -> Issue {
                match self {
                    $($(#[cfg(feature = $feature)])? Self::$rule(rule) => rule.issue(view),)*
                }
            }
        }

        $(
            $(#[cfg(feature = $feature)])?
            impl $rule {
                /// The rule with its usual message.
                #[doc(hidden)]
                #[must_use]
                pub const fn rule(self) -> Rule {
                    Rule { kind: Kind::$rule(self), message: Text::Static("") }
                }
            }

            $(#[cfg(feature = $feature)])?
            impl From<$rule> for Rule {
                fn from(rule: $rule) -> Self {
                    Self::new(Kind::$rule(rule))
                }
            }
        )*

        /// The text of the fault, if its code is that of a rule.
        pub(super) fn text(issue: &Issue) -> Option<&'static str> {
            match issue.code() {
                $($(#[cfg(feature = $feature)])? <$rule as Constraint>::KEY => Some(<$rule as Constraint>::text(issue)),)*
                _ => None,
            }
        }

        /// The keyword of JSON Schema that says the same, if the code is that of a rule and there is one.
        pub(super) fn keyword(code: &str) -> Option<&'static str> {
            let keyword = match code {
                $($(#[cfg(feature = $feature)])? <$rule as Constraint>::KEY => <$rule as Constraint>::KEYWORD,)*
                _ => "",
            };
            (!keyword.is_empty()).then_some(keyword)
        }
    };
}

rules! {
    min_length MinLength (limit: usize) MinLength::new(limit),
    max_length MaxLength (limit: usize) MaxLength::new(limit),
    min_items MinItems (limit: usize) MinItems::new(limit),
    max_items MaxItems (limit: usize) MaxItems::new(limit),
    unique_items UniqueItems () UniqueItems,
    min_properties MinProperties (limit: usize) MinProperties::new(limit),
    max_properties MaxProperties (limit: usize) MaxProperties::new(limit),
    min_value MinValue (limit: impl Into<Number>) MinValue::new(limit.into()),
    max_value MaxValue (limit: impl Into<Number>) MaxValue::new(limit.into()),
    exclusive_min ExclusiveMin (limit: impl Into<Number>) ExclusiveMin::new(limit.into()),
    exclusive_max ExclusiveMax (limit: impl Into<Number>) ExclusiveMax::new(limit.into()),
    multiple_of MultipleOf (divisor: impl Into<Number>) MultipleOf::new(divisor.into()),
    finite Finite () Finite,
    starts_with StartsWith (expected: impl Into<String>) StartsWith::new(Text::from(expected.into())),
    ends_with EndsWith (expected: impl Into<String>) EndsWith::new(Text::from(expected.into())),
    contains Contains (expected: impl Into<String>) Contains::new(Text::from(expected.into())),
    not_contains NotContains (expected: impl Into<String>) NotContains::new(Text::from(expected.into())),
    ascii Ascii () Ascii,
    alphanumeric Alphanumeric () Alphanumeric,
    lowercase Lowercase () Lowercase,
    uppercase Uppercase () Uppercase,
    format Format (format: Format) format,
    #[cfg(feature = "regex")]
    pattern Pattern (text: impl Into<String>) Pattern::unchecked(text.into()),
    one_of OneOf (allowed: impl IntoIterator<Item = Literal>) OneOf::new(allowed.into_iter().collect()),
    equals Equals (expected: Literal) Equals::new(expected),
    items Items,
    keys Keys,
    values Values,
    matches Matches (other: impl Into<String>) Matches::new(Text::from(other.into())),
    required_with RequiredWith (other: impl Into<String>) RequiredWith::new(Text::from(other.into())),
    check Check,
}

#[cfg(feature = "regex")]
#[doc(hidden)]
pub use pattern::LazyPattern;

/// The number of items, if it is a list or a set.
#[inline]
fn items(view: View<'_>) -> Option<usize> {
    view.as_items().map(super::Items::count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Literal;
    use crate::validate::{Number, Unit};
    use crate::value::Dict;

    #[test]
    fn each_key_is_the_name_of_one_rule() {
        let mut keys = KEYS.to_vec();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), KEYS.len());
    }

    #[test]
    fn none_and_other_types_break_no_rule() {
        let rules: [Rule; 4] = [
            MinLength::new(3).into(),
            MinItems::new(3).into(),
            MinValue::new(Number::Int(3)).into(),
            MinProperties::new(3).into(),
        ];
        let breaks = |value: &Value| rules.iter().filter(|rule| rule.check(value).is_some()).count();
        assert_eq!(breaks(&Value::None), 0);
        for value in [Value::from("ab"), Value::from([1]), Value::from(1), Value::from(Dict::new())] {
            assert_eq!(breaks(&value), 1, "{value:?}");
        }
    }

    #[test]
    fn a_rule_fits_its_types_and_options_of_them() {
        use crate::spec::Ref;
        let rule = Kind::MinLength(MinLength::new(1));
        assert!(rule.fits(&TypeSpec::Str) && rule.fits(&TypeSpec::Any));
        assert!(rule.fits(&TypeSpec::Option(Ref::new(&TypeSpec::Str))));
        assert!(!rule.fits(&TypeSpec::INT) && !rule.fits(&TypeSpec::Option(Ref::new(&TypeSpec::Float))));
    }

    #[track_caller]
    fn broken(rule: impl Into<Rule>, value: impl Into<Value>, text: &str) {
        let issue = rule.into().check(&value.into());
        assert_eq!(issue.map(|issue| issue.message()), Some(text.to_owned()));
    }

    #[test]
    fn faults_say_what_is_asked_for() {
        broken(MinLength::new(1), "", "must have at least 1 character");
        broken(MaxLength::new(2).with_unit(Unit::Bytes), "abc", "must have at most 2 bytes");
        broken(MaxLength::new(1).with_unit(Unit::Utf16), "😀", "must have at most 1 UTF-16 unit");
        broken(MinItems::new(2), [1], "must have at least 2 items");
        broken(MaxItems::new(0), [1], "must have at most 0 items");
        broken(MinProperties::new(1), Dict::new(), "must have at least 1 property");
        broken(MaxProperties::new(0), Dict::from([("a", 1)]), "must have at most 0 properties");
        broken(UniqueItems, [1, 2, 1], "must not have the same item twice");
        broken(MinValue::new(Number::Int(0)), -1, "must be at least 0");
        broken(MaxValue::new(Number::Float(1.5)), 2, "must be at most 1.5");
        broken(ExclusiveMin::new(Number::Int(0)), 0.0, "must be greater than 0");
        broken(ExclusiveMax::new(Number::Int(1)), f64::NAN, "must be less than 1");
        broken(MultipleOf::new(Number::Int(5)), 7, "must be a multiple of 5");
        broken(Finite, f64::NAN, "must be finite");
        broken(StartsWith::new(Text::new("a")), "b", "must start with 'a'");
        broken(EndsWith::new(Text::new("a")), "b", "must end with 'a'");
        broken(Contains::new(Text::new("a")), "b", "must contain 'a'");
        broken(NotContains::new(Text::new("b")), "b", "must not contain 'b'");
        broken(Ascii, "é", "must be ASCII");
        broken(Alphanumeric, "a b", "must be letters and digits");
        broken(Lowercase, "A", "must be lowercase");
        broken(Uppercase, "a", "must be uppercase");
        broken(Format::Date, "1/1/2024", "must be a date (YYYY-MM-DD)");
        broken(Equals::new(Literal::Int(1)), true, "must be 1");
        broken(OneOf::new(vec![Literal::Int(1), Literal::Str(Text::new("x"))].into()), 2, "must be one of [1, 'x']");
    }
}
