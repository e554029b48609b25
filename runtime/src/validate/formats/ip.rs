//! `ip`: an IPv4 or an IPv6 address.

use std::net::IpAddr;

pub(super) fn check(text: &str) -> bool {
    text.parse::<IpAddr>().is_ok()
}
