//! `ipv6`: RFC 4291, 2.2, in the grammar of RFC 3986, 3.2.2, `IPv6address`.

use super::{Case, Format, LONG, accepts, at_limits, refuses};

pub(super) const GOOD: &[Case] = &[
    ("2.2.1: eight groups", "2001:db8:0:0:8:800:200c:417a"),
    ("2.2.1: all digits", "abcd:ef01:2345:6789:abcd:ef01:2345:6789"),
    ("2.2.1: upper case", "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789"),
    ("2.2.1: leading zeros", "0001:0002:0003:0004:0005:0006:0007:0008"),
    ("2.2.1: zeros", "0:0:0:0:0:0:0:0"),
    ("2.2.1: the most", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("2.2.2: unspecified", "::"),
    ("2.2.2: the local host", "::1"),
    ("2.2.2: at the end", "2001:db8::"),
    ("2.2.2: within", "2001:db8::8:800:200c:417a"),
    ("2.2.2: multicast", "ff01::101"),
    ("2.2.2: for one group, at the start", "::2:3:4:5:6:7:8"),
    ("2.2.2: for one group, within", "1:2:3::5:6:7:8"),
    ("2.2.2: for one group, at the end", "1:2:3:4:5:6:7::"),
    ("2.2.2: for two groups", "1:2:3::6:7:8"),
    ("2.2.2: for six groups", "1::8"),
    ("2.2.2: one group before", "1::"),
    ("2.2.2: a zero beside it", "0::0"),
    ("2.2.3: mapped", "::ffff:129.144.52.38"),
    ("2.2.3: compatible", "::13.1.68.3"),
    ("2.2.3: in full", "0:0:0:0:0:ffff:129.144.52.38"),
    ("2.2.3: translated", "64:ff9b::192.0.2.33"),
    ("2.2.3: for one group", "1:2:3:4:5::1.2.3.4"),
    ("2.2.3: for the first group", "::2:3:4:5:6:1.2.3.4"),
    ("RFC 4193: unique local", "fd12:3456:789a:1::1"),
    ("2.5.6: link local", "fe80::1"),
    ("2.2: mixed case", "2001:DB8::aBcD"),
];

pub(super) const BAD: &[Case] = &[
    ("2.2.1: empty", ""),
    ("2.2.1: seven groups", "1:2:3:4:5:6:7"),
    ("2.2.1: nine groups", "1:2:3:4:5:6:7:8:9"),
    ("2.2.1: one group", "12ab"),
    ("2.2.1: five digits", "12345::"),
    ("2.2.1: five digits with a leading zero", "::00001"),
    ("2.2.1: no hexadecimal digit", "::laptop"),
    ("2.2.1: a letter beyond f", "::fffg"),
    ("2.2.2: twice", "1::d6::42"),
    ("2.2.2: for no group", "1:2:3:4::5:6:7:8"),
    ("2.2.2: for no group, at the start", "::1:2:3:4:5:6:7:8"),
    ("2.2.2: for no group, at the end", "1:2:3:4:5:6:7:8::"),
    ("2.2.2: three colons", ":::"),
    ("2.2.2: three colons before", ":::1"),
    ("2.2.2: three colons within", "1:::8"),
    ("2.2.2: three colons after", "1:::"),
    ("2.2.1: a colon first", ":2:3:4:5:6:7:8"),
    ("2.2.1: a colon last", "1:2:3:4:5:6:7:"),
    ("2.2.1: a single colon", ":"),
    ("2.2.2: a colon after", "::1:"),
    ("2.2.3: a number too large", "::ffff:256.0.0.1"),
    ("2.2.3: a leading zero", "::ffff:127.0.0.01"),
    ("2.2.3: three numbers", "::1.2.3"),
    ("2.2.3: five numbers", "::1.2.3.4.5"),
    ("2.2.3: not at the end", "1.2.3.4::1"),
    ("2.2.3: within", "1::1.2.3.4:5"),
    ("2.2.3: one group too few", "1:2:3:4:5:1.2.3.4"),
    ("2.2.3: one group too many", "1:2:3:4:5:6:7:1.2.3.4"),
    ("2.2.3: for no group", "1:2:3:4:5:6::1.2.3.4"),
    ("2.2.3: a dot last", "::1.2.3.4."),
    ("2.2.3: hexadecimal", "::ffff:0x7f.0.0.1"),
    ("RFC 4007 11: a zone", "fe80::1%eth0"),
    ("RFC 4007 11: a zone of a number", "fe80::a%1"),
    ("RFC 6874: an encoded zone", "fe80::1%25eth0"),
    ("2.3: a prefix length", "2001:db8::/32"),
    ("RFC 3986 3.2.2: brackets", "[::1]"),
    ("RFC 3986 3.2.2: brackets and a port", "[::1]:80"),
    ("2.2: a space first", " ::1"),
    ("2.2: a space last", "::1 "),
    ("2.2: a space within", "1:2: 3:4:5:6:7:8"),
    ("2.2: a line break last", "::1\n"),
    ("2.2: a sign", "::+1"),
    ("2.2: a prefix of a number", "::0x1"),
    ("a null character", "::1\u{0}"),
    ("a Bengali digit", "1:2:3:4:5:6:7:\u{9ea}"),
    ("full-width colons", "\u{ff1a}\u{ff1a}1"),
    ("a ratio sign for a colon", "2001\u{2236}db8::1"),
    ("hyphens for colons", "2001-db8--1"),
];

#[test]
fn ipv6_addresses_are_accepted() {
    accepts(Format::Ipv6, GOOD);
}

#[test]
fn what_is_no_ipv6_address_is_refused() {
    refuses(Format::Ipv6, BAD);
    refuses(Format::Ipv6, super::ipv4::GOOD);
}

#[test]
fn the_gap_stands_for_one_group_at_least() {
    let groups = |count: usize| vec!["1"; count].join(":");
    for before in 0..10 {
        for after in 0..10 {
            let text = format!("{}::{}", groups(before), groups(after));
            assert_eq!(Format::Ipv6.check(&text), before + after <= 7, "{text}");
        }
    }
    let long =
        [("many groups", "1:".repeat(LONG / 2), false), ("a long group", format!("::{}", "0".repeat(LONG)), false)];
    at_limits(Format::Ipv6, &long);
}
