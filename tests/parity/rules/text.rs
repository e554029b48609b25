//! Rules about text.

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::validate::Unit;

use crate::parity::row::{rows, s, text};

rows! {
    min_length_counts_characters { #[field(min_length = 3)] x: String }
    made { x: Field::str().min_length(3) }
    good { (s("abc")) (s("äöü")) (s("😀😀😀😀")) }
    bad {
        (s("ab")) => ["x: min_length"]
        (s("")) => ["x: min_length"]
        (s("äö")) => ["x: min_length"]
        (s("😀😀")) => ["x: min_length"]
    }

    max_length_counts_characters { #[field(max_length = 2)] x: String }
    made { x: Field::str().max_length(2) }
    good { (s("")) (s("ab")) (s("😀😀")) }
    bad { (s("abc")) => ["x: max_length"] (s("€€€")) => ["x: max_length"] }

    lengths_may_count_bytes { #[field(min_length = 2, max_length = 4, unit = bytes)] x: String }
    made { x: Field::str().min_length(2).max_length(4).unit(Unit::Bytes) }
    good { (s("ab")) (s("é")) (s("😀")) }
    bad { (s("a")) => ["x: min_length"] (s("ééé")) => ["x: max_length"] }

    lengths_may_count_utf16 { #[field(min_length = 2, max_length = 3, unit = utf16)] x: String }
    made { x: Field::str().min_length(2).max_length(3).unit(Unit::Utf16) }
    good { (s("ab")) (s("😀")) (s("😀a")) }
    bad { (s("é")) => ["x: min_length"] (s("😀😀")) => ["x: max_length"] }

    lengths_may_be_constants { #[field(min_length = 1 + 1, max_length = LIMIT, unit = chars)] x: String }
    made { x: Field::str().min_length(2).max_length(LIMIT).unit(Unit::Chars) }
    good { (s("ab")) (s("abcde")) }
    bad { (s("a")) => ["x: min_length"] (s("abcdef")) => ["x: max_length"] }

    starts_with_is_exact { #[field(starts_with = "ab")] x: String }
    made { x: Field::str().starts_with("ab") }
    good { (s("ab")) (s("abc")) }
    bad { (s("")) => ["x: starts_with"] (s("Ab")) => ["x: starts_with"] (s("xab")) => ["x: starts_with"] }

    ends_with_is_exact { #[field(ends_with = "it's")] x: String }
    made { x: Field::str().ends_with("it's") }
    good { (s("it's")) (s("so it's")) }
    bad { (s("it's so")) => ["x: ends_with"] }

    contains_may_be_given_twice { #[field(contains = "a", contains = "b")] x: String }
    made { x: Field::str().contains("a").contains("b") }
    good { (s("ab")) (s("xbxax")) }
    bad { (s("a")) => ["x: contains"] (s("x")) => ["x: contains", "x: contains"] }

    not_contains_may_be_given_twice { #[field(not_contains = "<", not_contains = ">")] x: String }
    made { x: Field::str().not_contains("<").not_contains(">") }
    good { (s("")) (s("a")) }
    bad { (s("a<b")) => ["x: not_contains"] (s("<>")) => ["x: not_contains", "x: not_contains"] }

    ascii_is_ascii { #[field(ascii)] x: String }
    made { x: Field::str().ascii() }
    good { (s("")) (s("a\u{0}\u{7f}")) }
    bad { (s("é")) => ["x: ascii"] (s("a\u{80}")) => ["x: ascii"] }

    alphanumeric_is_unicode { #[field(alphanumeric)] x: String }
    made { x: Field::str().alphanumeric() }
    good { (s("a1")) (s("é٣")) }
    bad { (s("a b")) => ["x: alphanumeric"] (s("_")) => ["x: alphanumeric"] }

    lowercase_is_unicode { #[field(lowercase)] x: String }
    made { x: Field::str().lowercase() }
    good { (s("")) (s("é1 ")) }
    bad { (s("aB")) => ["x: lowercase"] (s("É")) => ["x: lowercase"] }

    uppercase_is_unicode { #[field(uppercase)] x: String }
    made { x: Field::str().uppercase() }
    good { (s("")) (s("É1 ")) }
    bad { (s("aB")) => ["x: uppercase"] (s("ß")) => ["x: uppercase"] }

    pattern_searches { #[field(pattern = "[0-9]{2}")] x: String }
    made { x: Field::str().pattern("[0-9]{2}") }
    good { (s("12")) (s("a123b")) }
    bad { (s("")) => ["x: pattern"] (s("1a2")) => ["x: pattern"] }

    pattern_may_be_given_twice { #[field(pattern = "^a", pattern = r"\d$")] x: String }
    made { x: Field::str().pattern("^a").pattern(r"\d$") }
    good { (s("a1")) (s("a٣")) }
    bad { (s("a")) => ["x: pattern"] (s("b")) => ["x: pattern", "x: pattern"] }

    none_breaks_no_rule_about_text {
        #[field(min_length = 3, max_length = 5, starts_with = "a", ascii, lowercase, pattern = "c$")]
        x: Option<String>,
    }
    made { x: Field::str().min_length(3).max_length(5).starts_with("a").ascii().lowercase().pattern("c$").nullable() }
    good { (None) (Some(s("abc"))) }
    bad {
        (Some(s(""))) => ["x: min_length", "x: starts_with", "x: pattern"]
        (Some(s("ÉABCDE"))) => ["x: max_length", "x: starts_with", "x: ascii", "x: lowercase", "x: pattern"]
    }

    a_character_is_text {
        #[field(lowercase)]
        x: char,
        #[field(ascii, alphanumeric, one_of = ["a", "é", "-"])]
        y: Option<char>,
        #[field(items(pattern = "[a-c]"))]
        z: Vec<char>,
    }
    made {
        x: Field::str().lowercase(),
        y: Field::str().ascii().alphanumeric().one_of([text("a"), text("é"), text("-")]).nullable(),
        z: Field::list(Field::str().pattern("[a-c]")),
    }
    good { ('a', None, vec![]) ('é', Some('a'), vec!['a', 'c']) }
    bad {
        ('A', Some('é'), vec!['a', 'd']) => ["x: lowercase", "y: ascii", "z[1]: pattern"]
        ('a', Some('-'), vec![]) => ["y: alphanumeric"]
        ('a', Some('b'), vec![]) => ["y: one_of"]
    }
}

const LIMIT: usize = 5;
