//! `json_pointer`: RFC 6901, section 3.

use super::{Case, Format, LONG, accepts, at_limits, refuses};

pub(super) const GOOD: &[Case] = &[
    ("5: the whole document", ""),
    ("5: a member", "/foo"),
    ("5: an item", "/foo/0"),
    ("5: an empty name", "/"),
    ("5: an escaped slash", "/a~1b"),
    ("5: a percent sign", "/c%d"),
    ("5: a circumflex", "/e^f"),
    ("5: a bar", "/g|h"),
    ("5: a backslash", "/i\\j"),
    ("5: a quotation mark", "/k\"l"),
    ("5: a space", "/ "),
    ("5: an escaped tilde", "/m~0n"),
    ("4: the item after the last", "/foo/-"),
    ("3 reference-token: empty at the end", "/foo/"),
    ("3 reference-token: empty within", "/foo//bar"),
    ("3 reference-token: only empty ones", "///"),
    ("3 escaped: both in a row", "/~0~1"),
    ("3 escaped: a tilde before a digit", "/~01"),
    ("3 escaped: the other order", "/~1~0"),
    ("3 escaped: many", "/~0~0~1~1~0"),
    ("3 escaped: a digit after it", "/~00/~11"),
    ("3 escaped: alone in tokens", "/~0/~1"),
    ("3 unescaped: beyond ASCII", "/ä/日本"),
    ("3 unescaped: beyond 16 bits", "/\u{1f600}"),
    ("3 unescaped: a control character", "/\u{0}\n\u{1f}"),
    ("3 unescaped: delete", "/\u{7f}"),
    ("3 unescaped: the last character", "/\u{10ffff}"),
    ("3 unescaped: a number sign, as it is no fragment", "/#"),
    ("4: an index with a leading zero is a name", "/foo/01"),
    ("3 unescaped: braces, the characters around the tilde", "/}\u{7f}"),
    ("3 unescaped: dot and zero, the characters around the slash", "/.0"),
];

pub(super) const BAD: &[Case] = &[
    ("3: no slash", "foo"),
    ("3: no slash before the first", "foo/bar"),
    ("3: a digit", "0"),
    ("3: a hyphen", "-"),
    ("3: a space first", " /foo"),
    ("3: only a space", " "),
    ("3: a line break first", "\n/foo"),
    ("3: a null character", "\u{0}"),
    ("6: a fragment", "#"),
    ("6: a fragment with a slash", "#/"),
    ("6: a fragment with a name", "#/foo"),
    ("3: a dot", "."),
    ("3: a dot and a slash", "./foo"),
    ("3: a backslash", "\\foo"),
    ("RFC 9535: a path", "$.foo"),
    ("relative JSON pointer", "0/foo"),
    ("3: a URL", "http://example.org/foo"),
    ("3: a tilde first", "~0/foo"),
    ("3: an escape alone", "~1"),
    ("3 escaped: a tilde at the end", "/foo~"),
    ("3 escaped: only a tilde", "/~"),
    ("3 escaped: a tilde at the end of a token", "/foo~/bar"),
    ("3 escaped: a tilde before 2", "/~2"),
    ("3 escaped: a tilde before 9", "/~9"),
    ("3 escaped: a tilde before a letter", "/foo/~a"),
    ("3 escaped: a tilde before a space", "/~ "),
    ("3 escaped: two tildes", "/~~"),
    ("3 escaped: two tildes and a digit", "/~~0"),
    ("3 escaped: a good one, and a bad one", "/~0~"),
    ("3 escaped: a good one, and a bad token", "/~0/~"),
    ("3 escaped: a bad one, and a good one", "/~-1~0"),
    ("3 escaped: an Arabic-Indic digit", "/~\u{660}"),
    ("3 escaped: a full-width digit", "/~\u{ff10}"),
    ("a full-width slash", "\u{ff0f}foo"),
    ("a division slash", "\u{2215}foo"),
    ("a byte order mark", "\u{feff}/foo"),
];

#[test]
fn pointers_are_accepted() {
    accepts(Format::JsonPointer, GOOD);
}

#[test]
fn what_is_no_pointer_is_refused() {
    refuses(Format::JsonPointer, BAD);
}

#[test]
fn a_pointer_may_be_long() {
    at_limits(
        Format::JsonPointer,
        &[
            ("a long name", format!("/{}", "a".repeat(LONG)), true),
            ("many tokens", "/".repeat(LONG), true),
            ("many escapes", format!("/{}", "~0".repeat(LONG / 2)), true),
            ("a bad escape at the end", format!("/{}~", "~0".repeat(LONG / 2)), false),
            ("many tildes", format!("/{}", "~".repeat(LONG)), false),
        ],
    );
}
