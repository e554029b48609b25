//! `ipv4`: an IPv4 address.

use std::net::Ipv4Addr;

pub(super) fn check(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok()
}
