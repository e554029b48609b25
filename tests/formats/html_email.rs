//! `html_email`: the HTML standard, 4.10.5.1.5, "valid email address".

use super::{Case, Format, LONG, accepts, at_limits, refuses};

pub(super) const GOOD: &[Case] = &[
    ("email", "ann@example.org"),
    ("1*( atext / \".\" ): one character", "a@b"),
    ("label *( \".\" label ): a single label", "postmaster@localhost"),
    ("1*( atext / \".\" ): a dot first", ".ann@example.org"),
    ("1*( atext / \".\" ): a dot last", "ann.@example.org"),
    ("1*( atext / \".\" ): two dots in a row", "ann..lee@example.org"),
    ("1*( atext / \".\" ): only a dot", ".@example.org"),
    ("1*( atext / \".\" ): only dots", "...@example.org"),
    ("atext: all marks", "!#$%&'*+-/=?^_`{|}~@example.org"),
    ("atext: digits", "0123456789@example.org"),
    ("atext: upper case", "ANN@example.org"),
    ("atext: a tag", "ann+news@example.org"),
    ("atext: apostrophe", "o'hara@example.org"),
    ("atext: backtick", "`@example.org"),
    ("atext: braces and bar", "{|}@example.org"),
    ("atext: hyphens at the ends", "-ann-@example.org"),
    ("label: a digit first", "ann@3com.example"),
    ("label: digits only", "ann@1.2.3.4"),
    ("label: an inner hyphen", "ann@my-example.org"),
    ("label: hyphens in a row", "ann@a---b.org"),
    ("label: an A-label", "ann@xn--mnchen-3ya.example"),
    ("label: upper case", "ann@EXAMPLE.ORG"),
    ("label: one character", "ann@a.b.c"),
    ("label: digit and letter", "ann@0a.a0"),
    ("label *( \".\" label ): many", "ann@a.b.c.d.e.f.g.h.i.j.k"),
    ("label: a single digit", "ann@1"),
];

pub(super) const BAD: &[Case] = &[
    ("email: empty", ""),
    ("email: no at sign", "ann"),
    ("1*: nothing before the at sign", "@example.org"),
    ("label: nothing after the at sign", "ann@"),
    ("email: only an at sign", "@"),
    ("email: two at signs", "a@b@c"),
    ("email: at signs in a row", "a@@b"),
    ("atext: a space", "ann lee@example.org"),
    ("email: a space first", " ann@example.org"),
    ("email: a space last", "ann@example.org "),
    ("email: a line break last", "ann@example.org\n"),
    ("email: a tab first", "\tann@example.org"),
    ("atext: a control character", "a\u{1}@example.org"),
    ("atext: quotes, which HTML leaves out", "\"ann\"@example.org"),
    ("atext: a comment, which HTML leaves out", "ann(x)@example.org"),
    ("atext: a comma", "ann,lee@example.org"),
    ("atext: a colon", "a:b@example.org"),
    ("atext: a semicolon", "a;b@example.org"),
    ("atext: angle brackets", "<ann@example.org>"),
    ("atext: a bracket", "a[b@example.org"),
    ("atext: a backslash", "a\\b@example.org"),
    ("label: an address literal", "ann@[127.0.0.1]"),
    ("label: a hyphen first", "ann@-example.org"),
    ("label: a hyphen last", "ann@example-.org"),
    ("label: a hyphen at the end", "ann@example.org-"),
    ("label: a hyphen before the last", "ann@example.-org"),
    ("label: an underscore", "ann@my_host"),
    ("label *( \".\" label ): a dot first", "ann@.example.org"),
    ("label *( \".\" label ): a dot last", "ann@example.org."),
    ("label *( \".\" label ): dots in a row", "ann@example..org"),
    ("label *( \".\" label ): only a dot", "ann@."),
    ("atext: beyond ASCII", "ünal@example.org"),
    ("let-dig: beyond ASCII", "ann@exämple.org"),
    ("let-dig: an Arabic-Indic digit", "ann@\u{661}.org"),
    ("a Greek letter that looks Latin", "\u{3bf}nn@example.org"),
    ("a full-width at sign", "ann\u{ff20}example.org"),
    ("an ideographic full stop", "ann@example\u{3002}org"),
    ("a soft hyphen", "ann@exam\u{ad}ple.org"),
];

#[test]
fn valid_addresses_are_accepted() {
    accepts(Format::HtmlEmail, GOOD);
}

#[test]
fn what_is_no_valid_address_is_refused() {
    refuses(Format::HtmlEmail, BAD);
}

#[test]
fn only_labels_have_a_limit() {
    let label = |length: usize| "a".repeat(length);
    at_limits(
        Format::HtmlEmail,
        &[
            ("65 bytes before the at sign", format!("{}@b", label(65)), true),
            ("a long text before the at sign", format!("{}@b", label(LONG)), true),
            ("many labels", format!("a@{}org", "a.".repeat(LONG / 2)), true),
            ("ldh-str: a label of 63 bytes", format!("a@{}", label(63)), true),
            ("ldh-str: a label of 64 bytes", format!("a@{}", label(64)), false),
            ("ldh-str: a last label of 64 bytes", format!("a@b.{}", label(64)), false),
            ("ldh-str: a first label of 64 bytes", format!("a@{}.b", label(64)), false),
            ("a long label", format!("a@{}", label(LONG)), false),
        ],
    );
}
