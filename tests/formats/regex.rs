//! `regex`: what the rule `pattern` takes.

use metaclass::validate::rules::Pattern;

use super::{Case, Format, LONG, accepts, at_limits, refuses};

pub(super) const GOOD: &[Case] = &[
    ("Pattern: empty", ""),
    ("Disjunction", "a|b"),
    ("Disjunction: empty", "|"),
    ("Assertion: ends", "^a$"),
    ("Assertion: words", r"\ba\B"),
    ("Quantifier: star", "a*"),
    ("Quantifier: plus", "a+"),
    ("Quantifier: question mark", "a?"),
    ("Quantifier: lazy", "a*?b+?c??"),
    ("Quantifier: counted", "a{3}"),
    ("Quantifier: at least", "a{3,}"),
    ("Quantifier: between", "a{3,5}"),
    ("Quantifier: nested, which others backtrack on", "^(a+)+$"),
    ("Atom: any", "."),
    ("Atom: a group", "(a)"),
    ("Atom: a group that is not captured", "(?:a)"),
    ("Atom: a group with a name", "(?<name>a)"),
    ("CharacterClass", "[abc]"),
    ("CharacterClass: negated", "[^abc]"),
    ("CharacterClass: ranges", "[a-zA-Z0-9_-]"),
    ("CharacterClassEscape: digits, words, spaces", r"\d\D\w\W\s\S"),
    ("CharacterClassEscape: a property", r"\p{L}\P{Lu}\p{Script=Greek}"),
    ("CharacterEscape: controls", r"\t\n\v\f\r"),
    ("CharacterEscape: hexadecimal", r"\x41\u0041\u{1F600}"),
    ("CharacterEscape: marks of the syntax", r"\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/\-"),
    ("PatternCharacter: beyond ASCII", "ä日\u{1f600}"),
    ("PatternCharacter: a control character", "a\u{0}\nb"),
    ("a flag", "(?i)a"),
    ("an e-mail address, roughly", r"^[^\s@]+@[^\s@]+\.[^\s@]+$"),
    ("an anchor of Python", r"\Aa\z"),
];

pub(super) const BAD: &[Case] = &[
    ("Atom: a group without end", "("),
    ("Atom: a group without start", ")"),
    ("Atom: a class within a group without end", "^(abc]"),
    ("CharacterClass: without end", "["),
    ("CharacterClass: without end, with a range", "[a-"),
    ("CharacterClass: empty", "[]"),
    ("CharacterClass: of everything", "[^]"),
    ("CharacterClass: a range out of order", "[z-a]"),
    ("CharacterClass: a range of classes", r"[\d-\w]"),
    ("Quantifier: nothing before the star", "*a"),
    ("Quantifier: nothing before the plus", "+"),
    ("Quantifier: nothing before the question mark", "(?)"),
    ("Quantifier: nothing before it in a branch", "a|*"),
    ("Quantifier: out of order", "a{2,1}"),
    ("Quantifier: without end", "a{2"),
    ("Quantifier: a number beyond limits", "a{99999999999}"),
    ("CharacterEscape: a backslash at the end", r"a\"),
    ("CharacterEscape: an unknown letter", r"\y"),
    ("CharacterEscape: hexadecimal without digits", r"\xZZ"),
    ("CharacterEscape: a surrogate", r"\uD83D"),
    ("CharacterEscape: beyond Unicode", r"\u{110000}"),
    ("CharacterEscape: a control letter", r"\cA"),
    ("CharacterClassEscape: an unknown property", r"\p{Klingon}"),
    ("CharacterClassEscape: a property without end", r"\p{L"),
    ("Assertion: look-ahead", "(?=a)"),
    ("Assertion: negative look-ahead", "(?!a)"),
    ("Assertion: look-behind", "(?<=a)"),
    ("Assertion: negative look-behind", "(?<!a)"),
    ("AtomEscape: a back-reference", r"(a)\1"),
    ("AtomEscape: a back-reference by name", r"(?<n>a)\k<n>"),
    ("GroupSpecifier: a name twice", "(?<n>a)(?<n>b)"),
    ("GroupSpecifier: an empty name", "(?<>a)"),
    ("GroupSpecifier: a name without end", "(?<n"),
    ("a back-reference of Python", "(?P<n>a)(?P=n)"),
    ("an atomic group of others", "(?>a)"),
    ("an anchor of Python", r"a\Z"),
    ("a flag that is unknown", "(?q)"),
    ("a program beyond the limit", "(((a{100}){100}){100})"),
    ("a program of Unicode classes beyond the limit", r"\pL{900}"),
];

#[test]
fn patterns_are_accepted() {
    accepts(Format::Regex, GOOD);
}

#[test]
fn what_is_no_pattern_is_refused() {
    refuses(Format::Regex, BAD);
}

#[test]
fn length_and_nesting_are_limited() {
    let nested = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
    let deepest = Pattern::MAX_NESTING as usize;
    at_limits(
        Format::Regex,
        &[
            ("1 KiB of text", "a".repeat(1024), true),
            ("1 KiB of text and a byte", "a".repeat(1025), false),
            ("2 KiB of text", "a".repeat(2048), false),
            ("1 KiB of text beyond ASCII", "é".repeat(512), true),
            ("more than 1 KiB of text beyond ASCII", "é".repeat(513), false),
            ("a long text", "a".repeat(LONG), false),
            ("the deepest nesting", nested(deepest), true),
            ("a deeper nesting", nested(deepest + 1), false),
            ("a nesting as deep as the text allows", nested(500), false),
            ("open groups only", "(".repeat(1024), false),
            ("open classes only", "[".repeat(1024), false),
        ],
    );
}

/// The format is what the rule takes, and the rule tells why it does not take the others.
#[test]
fn the_format_is_what_the_rule_takes() {
    for (clause, text) in GOOD.iter().chain(BAD) {
        let compiled = Pattern::compile(*text);
        assert_eq!(Format::Regex.check(text), compiled.is_ok(), "{clause}");
        let Err(error) = compiled else { continue };
        assert!(error.to_string().starts_with("bad pattern: ") && error.to_string().lines().count() == 1, "{error}");
    }
}
