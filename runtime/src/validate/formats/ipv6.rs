//! `ipv6`: an IPv6 address.

use std::net::Ipv6Addr;

pub(super) fn check(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok()
}
