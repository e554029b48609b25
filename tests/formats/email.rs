//! `email`: RFC 5321, `Mailbox`, without quoted local part and address literal.

use super::{Case, Format, LONG, accepts, at_limits, refuses};

pub(super) const GOOD: &[Case] = &[
    ("4.1.2 Mailbox", "ann@example.org"),
    ("4.1.2 Atom: one character", "a@b"),
    ("4.1.2 Domain: a single label", "postmaster@localhost"),
    ("4.1.2 Dot-string: two atoms", "ann.lee@example.org"),
    ("4.1.2 Dot-string: many atoms", "a.b.c.d.e@example.org"),
    ("4.1.2 Atom: digits", "1234567890@example.org"),
    ("4.1.2 Atom: upper case", "ANN@EXAMPLE.ORG"),
    ("RFC 5322 3.2.3 atext: all marks", "!#$%&'*+-/=?^_`{|}~@example.org"),
    ("RFC 5322 3.2.3 atext: a tag", "ann+news@example.org"),
    ("RFC 5322 3.2.3 atext: tilde first", "~ann@example.org"),
    ("RFC 5322 3.2.3 atext: hyphens at the ends", "-ann-@example.org"),
    ("RFC 5322 3.2.3 atext: underscore", "_@example.org"),
    ("RFC 5322 3.2.3 atext: apostrophe", "o'hara@example.org"),
    ("RFC 5322 3.2.3 atext: percent is no routing", "ann%example.com@example.org"),
    ("RFC 5322 3.2.3 atext: exclamation mark is no route", "host!ann@example.org"),
    ("RFC 5322 3.2.3 atext: slashes and equals signs", "/c=fr/o=x/@example.org"),
    ("4.1.2 sub-domain: a digit first", "ann@3com.example"),
    ("4.1.2 sub-domain: digits only", "ann@123.example"),
    ("4.1.2 sub-domain: digits only in the last label", "ann@example.123"),
    ("4.1.2 sub-domain: one character each", "a@b.c.d"),
    ("4.1.2 sub-domain: an inner hyphen", "ann@my-example.org"),
    ("4.1.2 sub-domain: hyphens in a row", "ann@my--example.org"),
    ("4.1.2 sub-domain: an A-label", "ann@xn--mnchen-3ya.example"),
    ("4.1.2 Domain: many labels", "ann@a.b.c.d.e.f.g.example.org"),
    ("4.1.2 Domain: unknown top-level domain", "ann@example.museum"),
    ("2.4: mixed case", "Ann.Lee@Example.Org"),
];

pub(super) const BAD: &[Case] = &[
    ("4.1.2 Mailbox: empty", ""),
    ("4.1.2 Mailbox: no at sign", "ann.example.org"),
    ("4.1.2 Local-part: empty", "@example.org"),
    ("4.1.2 Domain: empty", "ann@"),
    ("4.1.2 Mailbox: only an at sign", "@"),
    ("4.1.2 Mailbox: two at signs", "ann@lee@example.org"),
    ("4.1.2 Mailbox: two at signs in a row", "ann@@example.org"),
    ("4.1.2 Dot-string: a dot first", ".ann@example.org"),
    ("4.1.2 Dot-string: a dot last", "ann.@example.org"),
    ("4.1.2 Dot-string: two dots in a row", "ann..lee@example.org"),
    ("4.1.2 Dot-string: only a dot", ".@example.org"),
    ("4.1.2 Atom: a space", "ann lee@example.org"),
    ("4.1.2 Mailbox: a space first", " ann@example.org"),
    ("4.1.2 Mailbox: a space last", "ann@example.org "),
    ("4.1.2 Mailbox: a line break last", "ann@example.org\n"),
    ("4.1.2 Mailbox: a second line", "ann@example.org\r\nBcc: lee@example.org"),
    ("4.1.2 Atom: a control character", "a\u{0}nn@example.org"),
    ("4.1.2 Atom: delete", "a\u{7f}nn@example.org"),
    ("4.1.2 Atom: a parenthesis, as in a comment", "ann(work)@example.org"),
    ("4.1.2 Atom: a comma", "ann,lee@example.org"),
    ("4.1.2 Atom: a colon", "mailto:ann@example.org"),
    ("4.1.2 Atom: a semicolon", "ann;@example.org"),
    ("4.1.2 Atom: a backslash", "a\\nn@example.org"),
    ("RFC 5322 3.4.1: a display name", "Ann Lee <ann@example.org>"),
    ("4.1.2 Path: angle brackets", "<ann@example.org>"),
    ("4.1.2 Quoted-string, which is not taken", "\"ann lee\"@example.org"),
    ("4.1.2 Quoted-string within, which no grammar has", "ann.\"lee\"@example.org"),
    ("4.1.3 IPv4-address-literal, which is not taken", "ann@[127.0.0.1]"),
    ("4.1.3 IPv6-address-literal, which is not taken", "ann@[IPv6:::1]"),
    ("4.1.3: a literal after a label", "ann@foo[127.0.0.1]"),
    ("4.1.2 Domain: a dot first", "ann@.example.org"),
    ("4.1.2 Domain: a dot last", "ann@example.org."),
    ("4.1.2 Domain: two dots in a row", "ann@example..org"),
    ("4.1.2 Domain: only a dot", "ann@."),
    ("4.1.2 sub-domain: a hyphen first", "ann@-example.org"),
    ("4.1.2 sub-domain: a hyphen last", "ann@example-.org"),
    ("4.1.2 sub-domain: a hyphen at the end", "ann@example.org-"),
    ("4.1.2 sub-domain: a hyphen before the last label", "ann@example.-org"),
    ("4.1.2 sub-domain: only a hyphen", "ann@-"),
    ("4.1.2 sub-domain: an underscore", "ann@my_example.org"),
    ("4.1.2 sub-domain: a mark of an atom", "ann@exa=mple.org"),
    ("4.1.2 sub-domain: a port", "ann@example.org:25"),
    ("4.1.2 sub-domain: a slash", "ann@example.org/x"),
    ("4.1.2 Mailbox: two of them", "ann@example.org, lee@example.org"),
    ("RFC 6531 3.3: beyond ASCII before the at sign", "ünal@example.org"),
    ("RFC 6531 3.3: beyond ASCII after the at sign", "ann@exämple.org"),
    ("a Cyrillic letter that looks Latin", "\u{430}nn@example.org"),
    ("a full-width at sign", "ann\u{ff20}example.org"),
    ("a full-width dot", "ann@example\u{ff0e}org"),
    ("a zero-width space", "ann\u{200b}@example.org"),
    ("a bidi override", "ann@\u{202e}example.org"),
];

#[test]
fn mailboxes_are_accepted() {
    accepts(Format::Email, GOOD);
}

#[test]
fn what_is_no_mailbox_is_refused() {
    refuses(Format::Email, BAD);
}

#[test]
fn the_limits_of_parts_and_whole_are_kept() {
    let label = |length: usize| "a".repeat(length);
    let domain = |length: usize| {
        let labels = [label(63), label(63), label(63), label(length - 192)].join(".");
        assert_eq!(labels.len(), length);
        labels
    };
    at_limits(
        Format::Email,
        &[
            ("4.5.3.1.1: 64 bytes before the at sign", format!("{}@b.c", label(64)), true),
            ("4.5.3.1.1: 65 bytes before the at sign", format!("{}@b.c", label(65)), false),
            ("RFC 1035 2.3.4: a label of 63 bytes", format!("a@{}.c", label(63)), true),
            ("RFC 1035 2.3.4: a label of 64 bytes", format!("a@{}.c", label(64)), false),
            ("RFC 1035 2.3.4: a last label of 63 bytes", format!("a@b.{}", label(63)), true),
            ("RFC 1035 2.3.4: a last label of 64 bytes", format!("a@b.{}", label(64)), false),
            ("4.5.3.1.3: 254 bytes", format!("a@{}", domain(252)), true),
            ("4.5.3.1.3: 255 bytes", format!("a@{}", domain(253)), false),
            ("both parts at their limits are too long together", format!("{}@{}", label(64), domain(192 + 1)), false),
            ("a long text", format!("{}@example.org", label(LONG)), false),
            ("a long domain", format!("ann@{}org", "a.".repeat(LONG / 2)), false),
        ],
    );
}
