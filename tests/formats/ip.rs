//! `ip`: an address of version 4 or 6.

use super::{Format, accepts, ipv4, ipv6, refuses};

#[test]
fn addresses_of_both_versions_are_accepted() {
    accepts(Format::Ip, ipv4::GOOD);
    accepts(Format::Ip, ipv6::GOOD);
}

#[test]
fn what_is_of_neither_version_is_refused() {
    refuses(Format::Ip, ipv4::BAD);
    refuses(Format::Ip, ipv6::BAD);
}
