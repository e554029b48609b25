//! `ipv4`: RFC 3986, 3.2.2, `IPv4address`, which is what RFC 2673, 3.2 calls a dotted quad.

use super::{Case, Format, LONG, accepts, at_limits, refuses};

pub(super) const GOOD: &[Case] = &[
    ("dec-octet: zeros", "0.0.0.0"),
    ("dec-octet: the most", "255.255.255.255"),
    ("the local host", "127.0.0.1"),
    ("RFC 1918: private", "10.0.0.1"),
    ("RFC 1918: the last of 172.16/12", "172.31.255.255"),
    ("RFC 1918: 192.168/16", "192.168.0.1"),
    ("RFC 5737: documentation 1", "192.0.2.1"),
    ("RFC 5737: documentation 2", "198.51.100.7"),
    ("RFC 5737: documentation 3", "203.0.113.255"),
    ("RFC 3927: link local", "169.254.0.1"),
    ("RFC 1112: multicast", "224.0.0.1"),
    ("RFC 1112: reserved", "240.0.0.0"),
    ("dec-octet: one digit", "1.2.3.4"),
    ("dec-octet: the last of one digit", "9.9.9.9"),
    ("dec-octet: the first of two digits", "10.10.10.10"),
    ("dec-octet: the last of two digits", "99.99.99.99"),
    ("dec-octet: the first of three digits", "100.100.100.100"),
    ("dec-octet: below 200", "199.199.199.199"),
    ("dec-octet: 200", "200.200.200.200"),
    ("dec-octet: below 250", "249.249.249.249"),
    ("dec-octet: 250", "250.250.250.250"),
    ("dec-octet: only the first", "255.0.0.0"),
    ("dec-octet: only the last", "0.0.0.255"),
    ("dec-octet: lengths mixed", "1.22.133.4"),
    ("RFC 6598: shared", "100.64.0.1"),
    ("dec-octet: a zero within", "101.0.201.10"),
];

pub(super) const BAD: &[Case] = &[
    ("IPv4address: empty", ""),
    ("IPv4address: three numbers", "127.0.1"),
    ("IPv4address: two numbers", "127.1"),
    ("IPv4address: one number", "2130706433"),
    ("IPv4address: five numbers", "127.0.0.0.1"),
    ("IPv4address: a dot last", "127.0.0.1."),
    ("IPv4address: a dot first", ".127.0.0.1"),
    ("IPv4address: two dots in a row", "127..0.1"),
    ("IPv4address: only dots", "..."),
    ("dec-octet: 256", "256.0.0.0"),
    ("dec-octet: 256 at the end", "0.0.0.256"),
    ("dec-octet: 300", "127.0.0.300"),
    ("dec-octet: four digits", "1000.0.0.1"),
    ("dec-octet: beyond 32 bits", "4294967297.0.0.1"),
    ("dec-octet: a leading zero", "127.0.0.01"),
    ("dec-octet: leading zeros", "127.000.000.001"),
    ("dec-octet: octal", "0177.0.0.1"),
    ("dec-octet: two zeros", "00.0.0.0"),
    ("dec-octet: hexadecimal", "0x7f.0.0.1"),
    ("IPv4address: hexadecimal", "0x7f000001"),
    ("dec-octet: a letter", "127.0.0.a"),
    ("dec-octet: a sign", "+127.0.0.1"),
    ("dec-octet: a minus", "-1.0.0.1"),
    ("dec-octet: an exponent", "1e2.0.0.1"),
    ("IPv4address: a space first", " 127.0.0.1"),
    ("IPv4address: a space last", "127.0.0.1 "),
    ("IPv4address: a space within", "127. 0.0.1"),
    ("IPv4address: a line break last", "127.0.0.1\n"),
    ("IPv4address: commas", "127,0,0,1"),
    ("IPv4address: colons", "127:0:0:1"),
    ("IPv4address: a prefix length", "192.168.0.0/16"),
    ("IPv4address: a port", "127.0.0.1:80"),
    ("IPv4address: brackets", "[127.0.0.1]"),
    ("IPv4address: a name", "localhost"),
    ("a null character last", "127.0.0.1\u{0}"),
    ("Arabic-Indic digits", "\u{661}\u{662}\u{667}.0.0.1"),
    ("a Bengali digit", "1\u{9e8}7.0.0.1"),
    ("full-width digits", "\u{ff11}.0.0.1"),
    ("a full-width dot", "127\u{ff0e}0.0.1"),
    ("an ideographic full stop", "127\u{3002}0.0.1"),
];

#[test]
fn ipv4_addresses_are_accepted() {
    accepts(Format::Ipv4, GOOD);
}

#[test]
fn what_is_no_ipv4_address_is_refused() {
    refuses(Format::Ipv4, BAD);
    refuses(Format::Ipv4, super::ipv6::GOOD);
}

#[test]
fn every_number_has_the_same_limit() {
    for place in 0..4 {
        for number in 0..1100 {
            let mut numbers = ["1"; 4].map(str::to_owned);
            numbers[place] = number.to_string();
            let text = numbers.join(".");
            assert_eq!(Format::Ipv4.check(&text), number < 256, "{text}");
        }
    }
    at_limits(Format::Ipv4, &[("a long number", format!("{}.0.0.1", "1".repeat(LONG)), false)]);
}
