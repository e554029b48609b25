//! `uri`: a URI of RFC 3986.

use super::ipv6;

/// `URI = scheme ":" hier-part [ "?" query ] [ "#" fragment ]` (section 3).
pub(super) fn check(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (hierarchy, query) = rest.split_once('?').unwrap_or((rest, ""));
    is_scheme(scheme) && is_hierarchy(hierarchy) && is_encoded(query, is_query) && is_encoded(fragment, is_query)
}

/// `scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )` (3.1).
fn is_scheme(text: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.bytes().all(is_inner)
}

/// `hier-part = "//" authority path-abempty / path-absolute / path-rootless / path-empty` (section 3): the kinds of path
/// differ only in how they begin, and what begins with two slashes is an authority.
fn is_hierarchy(text: &str) -> bool {
    let is_path = |path: &str| is_encoded(path, |byte| is_pchar(byte) || byte == b'/');
    match text.strip_prefix("//") {
        None => is_path(text),
        Some(rest) => match rest.split_once('/') {
            Some((authority, path)) => is_authority(authority) && is_path(path),
            None => is_authority(rest),
        },
    }
}

/// `authority = [ userinfo "@" ] host [ ":" port ]` (3.2). Neither part has an `@`.
fn is_authority(text: &str) -> bool {
    let (userinfo, host_and_port) = text.split_once('@').unwrap_or(("", text));
    let is_userinfo = |byte: u8| is_unreserved(byte) || is_sub_delim(byte) || byte == b':';
    is_encoded(userinfo, is_userinfo) && is_host_and_port(host_and_port)
}

/// `host = IP-literal / IPv4address / reg-name` (3.2.2): an IPv4 address is a registered name by its characters.
fn is_host_and_port(text: &str) -> bool {
    match text.strip_prefix('[') {
        Some(rest) => rest.split_once(']').is_some_and(|(literal, rest)| {
            is_ip_literal(literal) && (rest.is_empty() || rest.strip_prefix(':').is_some_and(is_port))
        }),
        None => {
            let (name, port) = text.split_once(':').unwrap_or((text, ""));
            is_encoded(name, |byte| is_unreserved(byte) || is_sub_delim(byte)) && is_port(port)
        }
    }
}

/// `port = *DIGIT` (3.2.3).
fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `IP-literal = "[" ( IPv6address / IPvFuture ) "]"` (3.2.2), without its brackets.
fn is_ip_literal(text: &str) -> bool {
    ipv6::check(text) || text.strip_prefix(['v', 'V']).is_some_and(is_future_ip)
}

/// `IPvFuture = "v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )` (3.2.2), without the `v`.
fn is_future_ip(text: &str) -> bool {
    let is_address = |byte: u8| is_unreserved(byte) || is_sub_delim(byte) || byte == b':';
    text.split_once('.').is_some_and(|(version, address)| {
        let is_version = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_version && !address.is_empty() && address.bytes().all(is_address)
    })
}

/// Bytes of which each is allowed as it is, or encoded as `%` and two hexadecimal digits (2.1).
fn is_encoded(text: &str, is_allowed: impl Fn(u8) -> bool) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let is_right = match byte {
            b'%' => [bytes.next(), bytes.next()].iter().all(|byte| byte.is_some_and(|byte| byte.is_ascii_hexdigit())),
            byte => is_allowed(byte),
        };
        if !is_right {
            return false;
        }
    }
    true
}

/// `query = fragment = *( pchar / "/" / "?" )` (3.4 and 3.5).
const fn is_query(byte: u8) -> bool {
    is_pchar(byte) || matches!(byte, b'/' | b'?')
}

/// `pchar`, but for what is encoded (3.3).
const fn is_pchar(byte: u8) -> bool {
    is_unreserved(byte) || is_sub_delim(byte) || matches!(byte, b':' | b'@')
}

/// 2.3.
const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// 2.2.
const fn is_sub_delim(byte: u8) -> bool {
    matches!(byte, b'!' | b'$' | b'&'..=b',' | b';' | b'=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ranges_of_sub_delims_are_its_characters() {
        let characters: String = (0..=u8::MAX).filter(|byte| is_sub_delim(*byte)).map(char::from).collect();
        assert_eq!(characters, "!$&'()*+,;=");
    }
}
