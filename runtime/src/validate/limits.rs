//! Rules that know one limit, which most rules do: generated code names only their key and the limit.
//!
//! A function or a method of ours costs the compiler a third of what it takes to name the type, make the rule, and hand it
//! on.

use super::{Number, Validator, rules};
use crate::field_type::FieldType;

macro_rules! limits {
    ($($name:ident $rule:ident ($limit:ident: $type:ty);)*) => {
        /// Rules as they stand in the description.
        pub mod rule {
            use crate::spec::List;
            use crate::validate::{Number, Rule, rules};

            $(
                #[doc = concat!("See [`", stringify!($rule), "`](rules::", stringify!($rule), ").")]
                #[must_use]
                pub const fn $name($limit: $type) -> Rule {
                    rules::$rule::new($limit).rule()
                }
            )*

            within! { items Items, keys Keys, values Values }
        }

        impl Validator<'_> {
            $(
                #[doc = concat!("Asks whether a value obeys [`", stringify!($rule), "`](rules::", stringify!($rule), ").")]
                #[inline]
                pub fn $name<T: FieldType>(&mut self, index: usize, $limit: $type, value: &T) {
                    self.rule(index, &rules::$rule::new($limit), value);
                }
            )*
        }
    };
}

/// Rules for what lies within.
macro_rules! within {
    ($($name:ident $rule:ident),*) => {$(
        #[doc = concat!("See [`", stringify!($rule), "`](rules::", stringify!($rule), ").")]
        #[must_use]
        pub const fn $name(rules: &'static [Rule]) -> Rule {
            rules::$rule::new(List::new(rules)).rule()
        }
    )*};
}

limits! {
    min_length MinLength (limit: usize);
    max_length MaxLength (limit: usize);
    min_items MinItems (limit: usize);
    max_items MaxItems (limit: usize);
    min_properties MinProperties (limit: usize);
    max_properties MaxProperties (limit: usize);
    min_value MinValue (limit: Number);
    max_value MaxValue (limit: Number);
    exclusive_min ExclusiveMin (limit: Number);
    exclusive_max ExclusiveMax (limit: Number);
    multiple_of MultipleOf (divisor: Number);
}
