//! Rules about numbers.

use metaclass::Field;
use metaclass::prelude::*;

use crate::parity::row::{int, int64, rows};

const TENTH: f32 = 0.1;

rows! {
    min_value_is_included { #[field(min_value = -1)] x: i64 }
    made { x: int64().min_value(-1) }
    good { (-1) (i64::MAX) }
    bad { (-2) => ["x: min_value"] (i64::MIN) => ["x: min_value"] }

    max_value_is_included { #[field(max_value = 150)] x: u8 }
    made { x: int(0, 255).max_value(150) }
    good { (0) (150) }
    bad { (151) => ["x: max_value"] }

    exclusive_min_is_excluded { #[field(exclusive_min = 0)] x: f64 }
    made { x: Field::float().exclusive_min(0) }
    good { (f64::MIN_POSITIVE) (f64::INFINITY) }
    bad { (0.0) => ["x: exclusive_min"] (-0.0) => ["x: exclusive_min"] (f64::NAN) => ["x: exclusive_min"] }

    exclusive_max_is_excluded { #[field(exclusive_max = 1.5)] x: f64 }
    made { x: Field::float().exclusive_max(1.5) }
    good { (1.4999) (f64::NEG_INFINITY) }
    bad { (1.5) => ["x: exclusive_max"] (f64::INFINITY) => ["x: exclusive_max"] (f64::NAN) => ["x: exclusive_max"] }

    multiple_of_is_exact_on_integers { #[field(multiple_of = 3, multiple_of = 2)] x: i128 }
    made { x: Field::int().multiple_of(3).multiple_of(2) }
    good { (0) (-6) (6 << 100) }
    bad {
        (3) => ["x: multiple_of"]
        (i128::MAX) => ["x: multiple_of", "x: multiple_of"]
        (i128::MIN) => ["x: multiple_of"]
    }

    multiple_of_is_exact_on_decimals { #[field(multiple_of = 0.1)] x: f64 }
    made { x: Field::float().multiple_of(0.1) }
    good { (0.3) (7.0) (1e300) }
    bad { (0.35) => ["x: multiple_of"] (f64::NAN) => ["x: multiple_of"] (f64::INFINITY) => ["x: multiple_of"] }

    finite_is_neither_infinite_nor_nan { #[field(finite)] x: f64 }
    made { x: Field::float().finite() }
    good { (0.0) (f64::MAX) }
    bad {
        (f64::NAN) => ["x: finite"]
        (f64::INFINITY) => ["x: finite"]
        (f64::NEG_INFINITY) => ["x: finite"]
    }

    integers_and_floats_are_compared_exactly {
        #[field(max_value = 9007199254740992.0)]
        x: i64,
        #[field(min_value = 9007199254740993)]
        y: f64,
    }
    made { x: int64().max_value(9_007_199_254_740_992.0), y: Field::float().min_value(9_007_199_254_740_993_i64) }
    good { (1 << 53, 9_007_199_254_740_994.0) }
    bad { ((1 << 53) + 1, 9_007_199_254_740_992.0) => ["x: max_value", "y: min_value"] }

    a_short_float_is_the_decimal_that_is_written { #[field(max_value = 0.3, multiple_of = 0.1, finite)] x: f32 }
    made { x: Field::float().max_value(0.3).multiple_of(0.1).finite() }
    good { (0.1) (0.3) (-0.7) }
    bad {
        (0.25) => ["x: multiple_of"]
        (0.300_000_04) => ["x: max_value", "x: multiple_of"]
        (f32::NAN) => ["x: max_value", "x: multiple_of", "x: finite"]
    }

    a_short_float_equals_what_is_written { #[field(equals = 0.1)] x: f32, #[field(min_value = TENTH)] y: Option<f32> }
    made { x: Field::float().equals(metaclass::spec::Literal::Float(0.1)), y: Field::float().nullable().min_value(0.1) }
    good { (0.1, Some(0.1)) }
    bad { (0.2, Some(0.099_999_99)) => ["x: equals", "y: min_value"] }

    limits_may_be_constants {
        #[field(min_value = LOW, exclusive_max = LOW + 10)]
        x: i32,
        #[field(max_value = HIGH)]
        y: Option<f64>,
    }
    made {
        x: int(i32::MIN, i32::MAX).min_value(LOW).exclusive_max(LOW + 10),
        y: Field::float().max_value(HIGH).nullable(),
    }
    good { (-5, None) (4, Some(2.5)) }
    bad { (-6, Some(2.6)) => ["x: min_value", "y: max_value"] (5, None) => ["x: exclusive_max"] }

    none_breaks_no_rule_about_numbers {
        #[field(min_value = 1, max_value = 9, exclusive_min = 0, exclusive_max = 10, multiple_of = 2, finite)]
        x: Option<u16>,
    }
    made {
        x: int(0, u16::MAX).min_value(1).max_value(9).exclusive_min(0).exclusive_max(10).multiple_of(2).finite()
            .nullable(),
    }
    good { (None) (Some(2)) }
    bad {
        (Some(0)) => ["x: min_value", "x: exclusive_min"]
        (Some(11)) => ["x: max_value", "x: exclusive_max", "x: multiple_of"]
    }

    integers_have_the_limits_of_their_types {
        #[field(min_value = 1)]
        a: u32,
        #[field(max_value = 18446744073709551614)]
        b: u64,
        #[field(min_value = -170141183460469231731687303715884105727)]
        c: i128,
        #[field(max_value = 1)]
        d: u128,
        #[field(min_value = 2)]
        e: std::num::NonZeroU8,
        #[field(min_value = 0)]
        f: i8,
    }
    made {
        a: int(0, u32::MAX).min_value(1),
        b: int(0, u64::MAX).max_value(18_446_744_073_709_551_614_i128),
        c: Field::int().min_value(i128::MIN + 1),
        d: int(0, i128::MAX).max_value(1),
        e: int(0, 255).min_value(2),
        f: int(i8::MIN, i8::MAX).min_value(0),
    }
    good { (1, 0, 0, 0, std::num::NonZeroU8::MAX, 0) }
    bad {
        (0, u64::MAX, i128::MIN, 2, std::num::NonZeroU8::MIN, -1) => [
            "a: min_value", "b: max_value", "c: min_value", "d: max_value", "e: min_value", "f: min_value",
        ]
    }
}

const LOW: i32 = -5;
const HIGH: f64 = 2.5;
