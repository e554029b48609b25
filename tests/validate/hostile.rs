//! Data that is deep, long or at a limit: every answer is right, and comes in time.

use metaclass::spec::{ClassSpec, Literal, Text};
use metaclass::validate::rules::{
    Alphanumeric, Ascii, Contains, EndsWith, ExclusiveMax, ExclusiveMin, Finite, Lowercase, MaxLength, MaxValue,
    MinLength, MinValue, MultipleOf, NotContains, Pattern, StartsWith, Uppercase,
};
use metaclass::validate::{Format, Issue, Rule, Unit};
use metaclass::value::{Dict, Number, Tuple};
use metaclass::{Field, Value};

fn define(fields: impl IntoIterator<Item = (&'static str, Field)>) -> ClassSpec {
    ClassSpec::define("C", fields).unwrap()
}

#[track_caller]
fn faults(class: &ClassSpec, data: &Dict, expected: &[&str]) {
    let found = class.validate(data).err();
    let found: Vec<_> = found.iter().flat_map(|error| error.issues()).map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

/// Lists within lists.
fn deep(end: impl Into<Value>) -> Value {
    (0..100_000).fold(end.into(), |inner, _| vec![inner].into())
}

#[test]
fn deep_values_are_validated_without_recursion() {
    let class = define([
        ("a", Field::any().one_of([Literal::Int(1)])),
        ("b", Field::any().matches("a").min_length(1).unique_items()),
        ("c", Field::list(Field::any()).unique_items()),
        ("d", Field::int()),
    ]);
    let dicts = (0..100_000).fold(Value::None, |inner, _| Dict::from([("x", inner)]).into());
    let tuples = (0..100_000).fold(Value::None, |inner, _| Tuple::from(vec![inner]).into());
    let data = Dict::from([
        ("a", deep(1)),
        ("b", deep(2)),
        ("c", vec![deep(1), deep(2), dicts.clone(), tuples.clone(), deep(1), dicts, tuples].into()),
        ("d", deep(1)),
    ]);
    let expected = [
        "a: must be one of [1]",
        "b: must be equal to 'a'",
        "c: must not have the same item twice",
        "d: expected int, got list",
    ];
    faults(&class, &data, &expected);
    let error = class.validate(&data).unwrap_err();
    assert_eq!(error.issues()[2].params().get("index"), Some(&4.into()));
    let rendered = error.render(&data.into()).to_string();
    let shown = format!("(got {}..)", "[".repeat(120));
    assert_eq!(rendered.matches(&shown).count(), 4, "{rendered}");
}

#[test]
fn one_repetition_is_found_among_a_million_items() {
    const COUNT: usize = 1_000_000;
    let class = define([("items", Field::list(Field::any()).unique_items())]);
    let repetition = |items: Vec<Value>| {
        let error = class.validate(&Dict::from([("items", items)])).err()?;
        error.issues().first().and_then(|issue| issue.params().get("index").cloned())
    };
    let integers = (0..COUNT).map(Value::from);
    assert_eq!(repetition(integers.chain([0.0.into()]).collect()), Some(COUNT.into()));
    let texts = || (0..COUNT / 10).map(|i| Value::from(i.to_string()));
    assert_eq!(repetition(texts().collect()), None);
    assert_eq!(repetition(texts().chain(["99999".into()]).collect()), Some((COUNT / 10).into()));
}

#[test]
fn lists_and_dicts_are_not_compared_with_all_others() {
    const COUNT: usize = 50_000;
    let class = define([("items", Field::list(Field::any()).unique_items())]);
    let lists = (0..COUNT).map(|i| Value::from(vec![i / 1_000, i % 1_000]));
    let dicts = (0..COUNT).map(|i| Value::from(Dict::from([("id", i)])));
    let items: Vec<Value> = lists.chain(dicts).chain([Dict::from([("id", 7.0)]).into()]).collect();
    let error = class.validate(&Dict::from([("items", items)])).unwrap_err();
    assert_eq!(error.issues()[0].params().get("index"), Some(&(COUNT * 2).into()));
}

#[test]
fn texts_of_ten_megabytes_are_checked_against_every_rule() {
    const SIZE: usize = 10 << 20;
    let text = |text: &'static str| Text::new(text);
    let ascii = "a".repeat(SIZE);
    let wide = "é".repeat(SIZE / 2);
    // Each rule, and whether the two texts obey it.
    let rules: Vec<(Rule, [bool; 2])> = vec![
        (MinLength::new(SIZE).into(), [true, false]),
        (MinLength::new(SIZE).with_unit(Unit::Bytes).into(), [true, true]),
        (MaxLength::new(SIZE / 2).into(), [false, true]),
        (MaxLength::new(SIZE - 1).with_unit(Unit::Utf16).into(), [false, true]),
        (StartsWith::new(text("aa")).into(), [true, false]),
        (EndsWith::new(text("éé")).into(), [false, true]),
        (Contains::new(text("aaaaaaaaaaaaaaaaaaaaaaab")).into(), [false, false]),
        (NotContains::new(text("éa")).into(), [true, true]),
        (Ascii.into(), [true, false]),
        (Alphanumeric.into(), [true, true]),
        (Lowercase.into(), [true, true]),
        (Uppercase.into(), [false, false]),
        (Pattern::new("(a+)+b").into(), [false, false]),
        (Pattern::new("^(é|éé)*$").into(), [false, true]),
    ];
    let [ascii, wide] = [ascii, wide].map(Value::from);
    for (rule, expected) in rules {
        let issues = [&ascii, &wide].map(|text| rule.check(text));
        assert_eq!(issues.each_ref().map(Option::is_none), expected, "{rule}");
        assert!(issues.iter().flatten().all(|issue| issue.to_string().len() < 1_000), "{rule}");
    }
    for format in Format::ALL {
        let takes_any = [&ascii, &wide].map(|text| Rule::from(*format).check(text).is_none());
        // A pattern may be of any characters, but not of any size.
        assert_eq!(takes_any, [false, false], "{format}");
    }
}

#[test]
fn texts_that_nearly_have_a_format_are_refused_in_time() {
    let repeated =
        ["a@", "a.", "1", ":", "::", "1:", "a-", "/~0", "http://a", "%41", "P1Y", "2024-", "(", "[a-", "\\", "-"];
    for part in repeated {
        let text = Value::from(part.repeat(100_000));
        for format in Format::ALL.iter().filter(|format| !matches!(format.name(), "json_pointer" | "uri" | "url")) {
            assert!(Rule::from(*format).check(&text).is_some(), "{format} {part}");
        }
        // These have no limit of length: whatever the answer, there is one.
        for name in ["json_pointer", "uri", "url"] {
            let format = Format::from_name(name).unwrap();
            let _: Option<Issue> = Rule::from(format).check(&text);
        }
    }
}

#[test]
fn a_long_text_is_not_told_whole() {
    let class = define([("x", Field::int()), ("y", Field::str().one_of([Literal::Str(Text::new("a"))]))]);
    let long = "\u{202e}".repeat(1_000_000);
    let data: Dict = [("y".to_owned(), Value::from(long.as_str())), (long, Value::None)].into_iter().collect();
    let error = class.validate(&data).unwrap_err();
    for text in [error.to_string(), format!("{error:#}"), error.render(&data.into()).to_string()] {
        assert!(text.len() < 3_000 && !text.contains('\u{202e}'), "{text}");
    }
}

/// The rules that a value breaks, of one of each kind.
fn broken(value: impl Into<Value>) -> Vec<String> {
    let zero = Number::Int(0);
    let rules: [Rule; 6] = [
        MinValue::new(zero).into(),
        MaxValue::new(zero).into(),
        ExclusiveMin::new(zero).into(),
        ExclusiveMax::new(zero).into(),
        MultipleOf::new(Number::Int(1)).into(),
        Finite.into(),
    ];
    let value = value.into();
    rules.iter().filter(|rule| rule.check(&value).is_some()).map(ToString::to_string).collect()
}

#[test]
fn no_rule_about_numbers_takes_a_nan() {
    let all = ["min_value", "max_value", "exclusive_min", "exclusive_max", "multiple_of", "finite"];
    assert_eq!(broken(f64::NAN), all);
    assert_eq!(broken(-f64::NAN), all);
}

#[test]
fn infinities_are_beyond_all_limits_and_multiples_of_nothing() {
    assert_eq!(broken(f64::INFINITY), ["max_value", "exclusive_max", "multiple_of", "finite"]);
    assert_eq!(broken(f64::NEG_INFINITY), ["min_value", "exclusive_min", "multiple_of", "finite"]);
    let unlimited = MaxValue::new(Number::Float(f64::INFINITY));
    assert!(unlimited.check(f64::INFINITY) && unlimited.check(i128::MAX) && !unlimited.check(f64::NAN));
    assert!(!ExclusiveMax::new(Number::Float(f64::INFINITY)).check(f64::INFINITY));
    assert_eq!(broken(-0.0), ["exclusive_min", "exclusive_max"]);
}

#[test]
fn integers_at_the_limits_of_their_types_are_compared_exactly_with_floats() {
    // 2 to the power of 63, 64, 127: what the greatest integers would be rounded to.
    for (greatest, float) in
        [(i128::from(i64::MAX), 2_f64.powi(63)), (i128::from(u64::MAX), 2_f64.powi(64)), (i128::MAX, 2_f64.powi(127))]
    {
        assert!(MaxValue::new(Number::Float(float)).check(greatest), "{greatest}");
        assert!(ExclusiveMax::new(Number::Float(float)).check(greatest), "{greatest}");
        assert!(!MinValue::new(Number::Float(float)).check(greatest), "{greatest}");
        assert!(!MaxValue::new(Number::Int(greatest)).check(float), "{greatest}");
        assert!(ExclusiveMin::new(Number::Int(greatest)).check(float), "{greatest}");
        // The float just below is below.
        assert!(MaxValue::new(Number::Int(greatest)).check(float.next_down()), "{greatest}");
        assert!(ExclusiveMin::new(Number::Float(float.next_down())).check(greatest), "{greatest}");
    }
    for (least, float) in [(i128::from(i64::MIN), -2_f64.powi(63)), (i128::MIN, -2_f64.powi(127))] {
        let (by_float, by_int) = (MinValue::new(Number::Float(float)), MinValue::new(Number::Int(least)));
        assert!(by_float.check(least) && by_int.check(float), "{least}");
        assert!(!ExclusiveMin::new(Number::Float(float)).check(least), "{least}");
        assert!(!by_int.check(float.next_down()), "{least}");
    }
    assert!(
        MultipleOf::new(Number::Int(i128::MAX)).check(i128::MAX) && !MultipleOf::new(Number::Int(2)).check(i128::MAX)
    );
    assert!(MultipleOf::new(Number::Float(2_f64.powi(50))).check(i128::MIN));
}

#[test]
fn integers_at_the_limits_of_a_field_are_told_exactly() {
    use metaclass::spec::TypeSpec;
    let field = Field::of(TypeSpec::Int { min: i64::MIN.into(), max: i64::MAX.into() });
    let class = define([("x", field), ("y", Field::int().max_value(9.007_199_254_740_992e15))]);
    let data = |x: i128, y: i128| Dict::from([("x", x), ("y", y)]);
    faults(&class, &data(i64::MAX.into(), 1 << 53), &[]);
    let text = "x: expected int from -9223372036854775808 to 9223372036854775807, got 9223372036854775808";
    faults(&class, &data(1 << 63, (1 << 53) + 1), &[text, "y: must be at most 9007199254740992.0"]);
}
