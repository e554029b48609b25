//! Fields that are to be given together, or not together.

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::spec::{FieldSpec, Group};

use crate::parity::row::{Row, int64, s};

/// A class of one group over three fields: an option, a switch and text.
macro_rules! group_rows {
    ($($name:ident: $kind:ident($($field:ident),*) good $good:expr, bad $bad:expr;)*) => {
        pub(crate) const ROWS: &[fn() -> Row] = &[$(classes::$name),*];

        mod classes {
            use super::*;

            $(pub(super) fn $name() -> Row {
                #[derive(Dataclass, Clone)]
                #[dataclass($kind($($field),*))]
                #[expect(clippy::struct_field_names, reason = "they are letters")]
                struct C {
                    #[field(default, rename = "A", max_value = 9)]
                    a: Option<i64>,
                    #[field(default)]
                    b: bool,
                    #[field(default = "none", into)]
                    c: String,
                }

                let groups = vec![Group::$kind([$(stringify!($field)),*])];
                let row = Row::new::<C>(fields(), vec![]).groups(groups);
                let instance = |bits: u8| C {
                    a: (bits & 1 > 0).then_some(i64::from(bits)),
                    b: bits & 2 > 0,
                    c: s(if bits & 4 > 0 { "some" } else { "none" }),
                };
                let row = $good.into_iter().fold(row, |row, bits: u8| row.case(&instance(bits), &[]));
                let row = $bad.into_iter().fold(row, |row, bits: u8| row.case(&instance(bits), &[stringify!($kind)]));
                // Of what is faulty, nothing is said.
                row.case(&C { a: Some(10), b: true, c: s("none") }, &["A: max_value"])
            })*
        }

        $(#[test]
        fn $name() {
            classes::$name().check();
        })*
    };
}

fn fields() -> Vec<FieldSpec> {
    let a = int64().nullable().default(Value::None).rename("A").max_value(9);
    vec![
        a.build("a").unwrap(),
        Field::bool().default(false).build("b").unwrap(),
        Field::str().default("none").build("c").unwrap(),
    ]
}

group_rows! {
    exactly_one_is_given: exactly_one(a, b, c) good [1, 2, 4], bad [0, 3, 5, 6, 7];
    at_least_one_is_given: at_least_one(c, b, a) good [1, 2, 3, 4, 5, 6, 7], bad [0];
    the_first_requires_the_others: requires(a, c, b) good [0, 2, 4, 6, 7], bad [1, 3, 5];
    one_of_those_that_conflict_is_given: conflicts(b, a) good [0, 1, 2, 4, 5, 6], bad [3, 7];
}
