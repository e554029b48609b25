//! `hostname`: RFC 1123, 2.1, with the grammar of RFC 952.

use super::{Case, Format, LONG, accepts, at_limits, ipv4, refuses};

pub(super) const GOOD: &[Case] = &[
    ("RFC 952 hname", "www.example.com"),
    ("RFC 952 hname: a single name", "localhost"),
    ("RFC 1123 2.1: one letter", "a"),
    ("RFC 1123 2.1: one digit", "1"),
    ("RFC 1123 2.1: a digit first", "3com.example"),
    ("RFC 1123 2.1: a single label with a digit first", "1host"),
    ("RFC 1123 2.1: a digit last", "hostnam3"),
    ("RFC 1123 2.1: digits only in a label", "123.example"),
    ("RFC 1123 2.1: digits only in the last label", "example.123"),
    ("RFC 1123 2.1: digits only", "12345"),
    ("RFC 1123 2.1: three numbers are no dotted-decimal", "1.2.3"),
    ("RFC 1123 2.1: five numbers are no dotted-decimal", "1.2.3.4.5"),
    ("RFC 1123 2.1: a letter among four labels", "1.2.3.4a"),
    ("RFC 952 name: upper case", "WWW.EXAMPLE.COM"),
    ("RFC 952: mixed case", "Example.Com"),
    ("RFC 952 name: a hyphen", "host-name"),
    ("RFC 952 name: hyphens", "a-b-c-d"),
    ("RFC 952 name: hyphens in a row", "a--b"),
    ("RFC 952 name: hyphens in the third and fourth place", "ab--cd.example"),
    ("RFC 952 name: digits around a hyphen", "1-2"),
    ("RFC 952 hname: one letter each", "a.b.c.d.e"),
    ("RFC 5891 4.4: an A-label", "xn--mnchen-3ya.example"),
    ("RFC 5891 4.4: A-labels", "xn--4gbwdl.xn--wgbh1c"),
    ("RFC 5891 4.4: an A-label in upper case", "XN--MNCHEN-3YA.EXAMPLE"),
    ("RFC 952 hname: a top-level domain of one letter", "example.c"),
    ("RFC 952 hname: an unknown top-level domain", "host.invalid"),
];

pub(super) const BAD: &[Case] = &[
    ("RFC 952 hname: empty", ""),
    ("RFC 952 hname: a dot", "."),
    ("RFC 952 hname: a dot first", ".example.com"),
    ("RFC 952 hname: a dot last, which its text forbids", "example.com."),
    ("RFC 952 hname: a dot after a single name", "hostname."),
    ("RFC 952 hname: dots in a row", "example..com"),
    ("RFC 952 name: a hyphen", "-"),
    ("RFC 952 name: a hyphen first", "-host"),
    ("RFC 952 name: a hyphen last", "host-"),
    ("RFC 952 name: a hyphen first in a later label", "www.-example.com"),
    ("RFC 952 name: a hyphen last in an earlier label", "www-.example.com"),
    ("RFC 952 name: a hyphen last in the last label", "example.com-"),
    ("RFC 952 name: hyphens at both ends", "-a-host-name-"),
    ("RFC 952 name: an underscore", "host_name"),
    ("RFC 952 name: an underscore first, as of a service", "_sip.example.com"),
    ("RFC 952 name: a space", "host name"),
    ("RFC 952 hname: a space first", " example.com"),
    ("RFC 952 hname: a space last", "example.com "),
    ("RFC 952 hname: a line break last", "example.com\n"),
    ("RFC 952 name: a tab", "exam\tple.com"),
    ("RFC 952 name: a control character", "exam\u{1}ple.com"),
    ("RFC 952 name: a null character", "example.com\u{0}"),
    ("RFC 952 name: a port", "example.com:80"),
    ("RFC 952 name: a path", "example.com/"),
    ("RFC 952 name: a scheme", "http://example.com"),
    ("RFC 952 name: a user", "ann@example.com"),
    ("RFC 952 name: a star", "*.example.com"),
    ("RFC 952 name: a percent sign", "ex%61mple.com"),
    ("RFC 952 name: a backslash", "example\\.com"),
    ("RFC 952 name: a comma", "a,b"),
    ("RFC 952 name: an exclamation mark", "host!"),
    ("RFC 1123 2.1: dotted-decimal", "127.0.0.1"),
    ("RFC 1123 2.1: dotted-decimal beyond an address", "256.256.256.256"),
    ("RFC 1123 2.1: dotted-decimal with leading zeros", "001.002.003.004"),
    ("RFC 3986 3.2.2: an IPv6 address", "::1"),
    ("RFC 3986 3.2.2: an IPv6 address in brackets", "[::1]"),
    ("RFC 5890 2.3.2.1: a U-label", "münchen.example"),
    ("RFC 5890 2.3.2.1: a U-label of another script", "실례.테스트"),
    ("a Cyrillic letter that looks Latin", "ex\u{430}mple.com"),
    ("an ideographic full stop", "example\u{3002}com"),
    ("a full-width dot", "example\u{ff0e}com"),
    ("a half-width dot", "example\u{ff61}com"),
    ("an Arabic-Indic digit", "host\u{661}"),
    ("a zero-width joiner", "exam\u{200d}ple.com"),
    ("a soft hyphen", "exam\u{ad}ple.com"),
    ("a hyphen that is none", "host\u{2010}name"),
];

#[test]
fn host_names_are_accepted() {
    accepts(Format::Hostname, GOOD);
}

#[test]
fn what_is_no_host_name_is_refused() {
    refuses(Format::Hostname, BAD);
    refuses(Format::Hostname, ipv4::GOOD);
}

#[test]
fn the_limits_of_labels_and_name_are_kept() {
    let label = |length: usize| "a".repeat(length);
    let name = |last: usize| [label(63), label(63), label(63), label(last)].join(".");
    at_limits(
        Format::Hostname,
        &[
            ("RFC 1035 2.3.4: a label of 63 bytes", label(63), true),
            ("RFC 1035 2.3.4: a label of 64 bytes", label(64), false),
            ("RFC 1035 2.3.4: a first label of 64 bytes", format!("{}.b", label(64)), false),
            ("RFC 1035 2.3.4: a last label of 63 bytes", format!("a.{}", label(63)), true),
            ("RFC 1035 2.3.4: a last label of 64 bytes", format!("a.{}", label(64)), false),
            ("RFC 1035 2.3.4: 253 bytes", name(61), true),
            ("RFC 1035 2.3.4: 254 bytes", name(62), false),
            ("RFC 1035 2.3.4: 255 bytes", name(63), false),
            ("RFC 1035 2.3.4: 253 bytes of short labels", format!("{}a", "a.".repeat(126)), true),
            ("RFC 1035 2.3.4: 255 bytes of short labels", format!("{}a", "a.".repeat(127)), false),
            ("a long label", label(LONG), false),
            ("many labels", format!("{}a", "a.".repeat(LONG / 2)), false),
        ],
    );
}
