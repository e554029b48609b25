//! Numbers: what each type holds, and what JSON writes that is none.

use std::num::{NonZeroI8, NonZeroU16, NonZeroU128};

use metaclass::prelude::*;
use metaclass::spec::ClassSpec;
use metaclass::{Decode, Field, json};

use super::{is_refused, read, syntax};

macro_rules! limits {
    ($($test:ident $type:ty;)*) => {$(
        #[test]
        fn $test() {
            let (min, max) = (<$type>::MIN, <$type>::MAX);
            assert_eq!(read::<$type>(&min.to_string()), min);
            assert_eq!(read::<$type>(&max.to_string()), max);
            assert_eq!(read::<Vec<Option<$type>>>("[0, null, 1]"), [Some(0), None, Some(1)]);
            let (below, above) = (i128::from(min) - 1, i128::from(max) + 1);
            for beyond in [below, above] {
                if i64::try_from(beyond).is_ok() || u64::try_from(beyond).is_ok() {
                    let fault = format!("1:1 expected int from {min} to {max}, got {beyond}");
                    is_refused::<$type>(&beyond.to_string(), &[&fault]);
                } else {
                    // Too large for any integer of the parser of JSON.
                    assert!(json::from_str::<$type>(&beyond.to_string()).is_err());
                }
            }
            assert_eq!(read::<$type>("1.0"), 1);
            assert_eq!(read::<$type>("1e2"), 100);
            assert_eq!(read::<$type>("-0.0"), 0);
            assert_eq!(read::<$type>("-0"), 0);
            is_refused::<$type>("1.5", &["1:1 expected int, got float"]);
            is_refused::<$type>("1e300", &["1:1 expected int, got float"]);
            is_refused::<$type>("true", &["1:1 expected int, got bool"]);
            is_refused::<$type>("\"1\"", &["1:1 expected int, got str"]);
            is_refused::<$type>("null", &["1:1 expected int, got NoneType"]);
            is_refused::<$type>("[1]", &["1:1 expected int, got list"]);
            is_refused::<$type>("{}", &["1:1 expected int, got dict"]);
        }
    )*};
}

limits! {
    i8_limits i8; i16_limits i16; i32_limits i32; i64_limits i64; u8_limits u8; u16_limits u16; u32_limits u32;
    u64_limits u64;
}

#[test]
fn isize_and_usize_are_those_of_64_bits() {
    assert_eq!(read::<isize>("-9223372036854775808"), isize::MIN);
    assert_eq!(read::<usize>("18446744073709551615"), usize::MAX);
    is_refused::<usize>("-1", &["1:1 expected int from 0 to 18446744073709551615, got -1"]);
}

#[test]
fn integers_of_128_bits_are_read_as_far_as_the_parser_goes() {
    assert_eq!(read::<i128>("-9223372036854775808"), i128::from(i64::MIN));
    assert_eq!(read::<u128>("18446744073709551615"), u128::from(u64::MAX));
    is_refused::<u128>("-1", &["1:1 expected int from 0 to 170141183460469231731687303715884105727, got -1"]);
    // A larger one comes as a float, which does not say which integer it was.
    is_refused::<i128>("18446744073709551616", &["1:1 expected int, got float"]);
    is_refused::<u128>("340282366920938463463374607431768211455", &["1:1 expected int, got float"]);
}

#[test]
fn integers_other_than_zero() {
    assert_eq!(read::<NonZeroI8>("-128").get(), -128);
    assert_eq!(read::<NonZeroU16>("65535.0").get(), 65_535);
    is_refused::<NonZeroI8>("0", &["1:1 expected int other than 0, got 0"]);
    is_refused::<NonZeroI8>("-0.0", &["1:1 expected int other than 0, got 0"]);
    is_refused::<NonZeroU128>("-1", &["1:1 expected int from 0 to 170141183460469231731687303715884105727, got -1"]);
    is_refused::<NonZeroU16>("1.5", &["1:1 expected int, got float"]);
}

#[test]
fn a_float_is_an_integer_as_long_as_it_surely_is_one() {
    assert_eq!(read::<i64>("9007199254740991.0"), (1 << 53) - 1);
    assert_eq!(read::<i64>("-9007199254740991.0"), 1 - (1 << 53));
    // The same float is written for the integer after this one.
    is_refused::<i64>("9007199254740992.0", &["1:1 expected int, got float"]);
    is_refused::<i64>("9007199254740994.0", &["1:1 expected int, got float"]);
    is_refused::<i64>("1e16", &["1:1 expected int, got float"]);
    is_refused::<i64>("-1e300", &["1:1 expected int, got float"]);
    is_refused::<i64>("0.1", &["1:1 expected int, got float"]);
    // Written as an integer, it is one.
    assert_eq!(read::<i64>("9007199254740993"), (1 << 53) + 1);
}

#[test]
fn floats_are_read_from_all_numbers() {
    for (text, value) in [
        ("0", 0.0),
        ("-1", -1.0),
        ("1.5", 1.5),
        ("18446744073709551615", 18_446_744_073_709_551_615.0),
        ("18446744073709551616", 18_446_744_073_709_551_616.0),
        ("-9223372036854775809", -9_223_372_036_854_775_809.0),
        ("1e-400", 0.0),
        ("5e-324", 5e-324),
        ("1.7976931348623157e308", f64::MAX),
        ("0.1", 0.1),
    ] {
        assert_eq!(read::<f64>(text), value, "{text}");
    }
    assert!(read::<f64>("-0.0").is_sign_negative());
    assert!(read::<f64>("-0").is_sign_negative());
    is_refused::<f64>("true", &["1:1 expected float, got bool"]);
    is_refused::<f64>("\"NaN\"", &["1:1 expected float, got str"]);
    is_refused::<f64>("null", &["1:1 expected float, got NoneType"]);
}

#[test]
fn what_is_no_number_of_json_is_an_error_of_the_text() {
    fn both<'de, T: Decode<'de> + std::fmt::Debug>(text: &'de str) -> String {
        syntax::<T>(text)
    }

    for text in ["1e400", "-1e400", "1e309"] {
        assert!(both::<f64>(text).contains("number out of range"), "{text}");
        assert!(both::<i64>(text).contains("number out of range"), "{text}");
    }
    for text in ["NaN", "Infinity", "-Infinity", "+1", "01", "1.", ".1", "1e", "0x1", "1_0", "--1", "- 1"] {
        both::<f64>(text);
        both::<i64>(text);
    }
}

#[test]
fn floats_of_32_bits_are_rounded_and_have_their_limits() {
    assert_eq!(read::<f32>("0.1"), 0.1);
    assert_eq!(read::<f32>("16777217"), 16_777_216.0);
    assert_eq!(read::<f32>("3.4028235e38"), f32::MAX);
    assert_eq!(read::<f32>("1e-60"), 0.0);
    is_refused::<f32>("3.5e38", &["1:1 expected float of 32 bits, got 3.5e+38"]);
    is_refused::<f32>("-1e300", &["1:1 expected float of 32 bits, got -1e+300"]);
    is_refused::<Vec<f32>>(
        "[1, 1e39, \"x\"]",
        &["1:5 [1]: expected float of 32 bits, got 1e+39", "1:11 [2]: expected float, got str"],
    );
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Strict {
    #[field(strict)]
    a: i64,
    #[field(strict)]
    b: Vec<Option<u8>>,
    #[field(strict, items(max_value = 3))]
    c: Vec<i64>,
    #[field(strict)]
    d: f64,
    #[field(strict)]
    inner: Inner,
    #[field(strict)]
    any: Value,
    free: Vec<i64>,
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Inner {
    x: i64,
}

#[test]
fn strict_integers_are_written_as_integers() {
    let strict: Strict =
        read(r#"{"a": 1, "b": [1, null], "c": [3], "d": 1, "inner": {"x": 1.0}, "any": 1.0, "free": [1.0]}"#);
    assert_eq!((strict.a, strict.d, strict.inner.x, strict.free), (1, 1.0, 1, vec![1]));
    assert_eq!(strict.any.as_float(), Some(1.0));
    is_refused::<Strict>(
        r#"{"a": 1.0, "b": [1.0, 2e1], "c": [4, 2.0], "d": 1, "inner": {"x": 1.5}, "any": 1, "free": [1.0]}"#,
        &[
            "1:7 a: expected int, got float",
            "1:18 b[0]: expected int, got float",
            "1:23 b[1]: expected int, got float",
            "1:35 c[0]: must be at most 3",
            "1:38 c[1]: expected int, got float",
            "1:67 inner.x: expected int, got float",
        ],
    );
}

#[test]
fn bool_is_no_number() {
    assert!(read::<bool>("true"));
    is_refused::<bool>("1", &["1:1 expected bool, got int"]);
    is_refused::<bool>("\"true\"", &["1:1 expected bool, got str"]);
    is_refused::<bool>("0.0", &["1:1 expected bool, got float"]);
}

/// `serde_json` hands numbers over like this if any crate of the program asks it for arbitrary precision.
#[test]
fn numbers_may_come_as_text_within_a_dict() {
    #[derive(Dataclass)]
    #[dataclass(serde)]
    struct Numbers {
        a: i128,
        b: f64,
        c: Value,
        d: u8,
        e: f64,
    }
    let number = |text: &str| serde_json::json!({"$serde_json::private::Number": text});
    let (a, b) = (number("-170141183460469231731687303715884105728"), number("1.5"));
    let data = serde_json::json!({"a": a, "b": b, "c": b, "d": number("7"), "e": number("3")});
    let numbers: Numbers = metaclass::decode(data.clone()).unwrap();
    assert_eq!((numbers.a, numbers.b, numbers.d, numbers.e), (i128::MIN, 1.5, 7, 3.0));
    assert_eq!(numbers.c, 1.5.into());
    let slots = Numbers::spec().decode(data).unwrap();
    assert_eq!(slots.values(), [i128::MIN.into(), 1.5.into(), 1.5.into(), 7.into(), 3.0.into()]);
    let other =
        serde_json::json!({"a": {"x": 1}, "b": {}, "c": {"$serde_json::private::Number": "x"}, "d": number("300")});
    let error = metaclass::decode::<Numbers, _>(other.clone()).err().unwrap();
    let faults: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    let expected = [
        "a: expected int, got dict",
        "b: expected float, got dict",
        "c: expected float, got str",
        "d: expected int from 0 to 255, got 300",
        "e: required",
    ];
    assert_eq!(faults, expected);
    let error = Numbers::spec().decode(other).unwrap_err();
    assert_eq!(error.issues().iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
}

#[test]
fn a_float_is_read_as_it_was_written() {
    let mut bits = 0x9E37_79B9_7F4A_7C15_u64;
    for _ in 0..20_000 {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        let float = f64::from_bits(bits);
        if float.is_finite() {
            let text = json::to_string(&float).unwrap();
            assert_eq!(json::from_str::<f64>(&text).unwrap().to_bits(), float.to_bits(), "{text}");
        }
    }
}

#[test]
fn a_field_made_at_run_time_can_be_strict() {
    let fields = [("a", Field::int().strict()), ("b", Field::int())];
    let class = ClassSpec::define("C", fields).unwrap();
    assert!(class.decode_json(r#"{"a": 1, "b": 1.0}"#).is_ok());
    let error = class.decode_json(r#"{"a": 1.0, "b": 1.0}"#).unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: a: expected int, got float");
}
