//! `url`: the URL standard, 4.4, the basic URL parser without a base.

use super::{Case, Format, LONG, accepts, at_limits, refuses};

pub(super) const GOOD: &[Case] = &[
    ("4.1: http", "http://example.org"),
    ("4.1: https with all parts", "https://ann:secret@example.org:8080/a/b?c=d#e"),
    ("4.1: a special scheme without a path", "wss://example.org"),
    ("4.2: a scheme in upper case", "HTTPS://EXAMPLE.ORG/"),
    ("4.4 scheme state: an opaque path", "mailto:ann@example.org"),
    ("4.4 scheme state: another opaque path", "urn:isbn:0451450523"),
    ("4.4 scheme state: an empty opaque path", "a:"),
    ("4.4 file state: no host", "file:///etc/hosts"),
    ("4.4 file state: no slashes", "file:a"),
    ("4.4 file state: a drive of Windows", "file:///C:/a"),
    ("4.4 special authority slashes state: one slash", "http:/example.org"),
    ("4.4 special authority slashes state: no slash", "http:example.org"),
    ("4.4 special authority slashes state: three slashes", "http:///example.org"),
    ("4.4 special authority slashes state: backslashes", "http:\\\\example.org\\a"),
    ("4.4 step 1: spaces around it", "  http://example.org  "),
    ("4.4 step 3: a line break within", "http://exam\nple.org"),
    ("4.4 path state: a space", "http://example.org/a b"),
    ("4.4 path state: beyond ASCII", "http://example.org/ä"),
    ("4.4 path state: a broken escape", "http://example.org/%zz"),
    ("4.4 query state: brackets", "http://example.org/?a[]=1"),
    ("4.4 fragment state: braces", "http://example.org/#{a}"),
    ("4.4 host state: an empty user", "http://@example.org"),
    ("4.4 host state: two at signs", "http://a@b@example.org"),
    ("4.4 port state: empty", "http://example.org:/"),
    ("4.4 port state: the most", "http://example.org:65535"),
    ("4.4 port state: leading zeros", "http://example.org:00080"),
    ("3.5 host parser: IPv6", "http://[::1]:80/"),
    ("3.5 host parser: IPv4 of one number", "http://2130706433/"),
    ("3.5 host parser: IPv4 in hexadecimal", "http://0x7f.1/"),
    ("3.5 host parser: IPv4 in octal", "http://0177.0.0.1/"),
    ("3.5 host parser: domain to ASCII", "http://münchen.example/"),
    ("3.5 host parser: an A-label", "http://xn--mnchen-3ya.example/"),
    ("3.5 host parser: an escape in a domain", "http://ex%61mple.org/"),
    ("3.5 host parser: an underscore", "http://a_b.example/"),
    ("3.5 host parser: a dot last", "http://example.org./"),
    ("3.5 host parser: a full-width dot", "http://example\u{ff0e}org/"),
    ("3.5 opaque-host parser", "a://b_c!d/"),
    ("3.5 opaque-host parser: empty", "a:///b"),
    ("data", "data:text/plain,Hello, World!"),
    ("javascript", "javascript:alert(1)"),
    ("blob", "blob:https://example.org/f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
];

pub(super) const BAD: &[Case] = &[
    ("4.4 no scheme state: empty", ""),
    ("4.4 no scheme state: a name", "example.org"),
    ("4.4 no scheme state: a path", "/a/b"),
    ("4.4 no scheme state: no scheme", "//example.org"),
    ("4.4 no scheme state: an empty scheme", "://example.org"),
    ("4.4 no scheme state: a query", "?q"),
    ("4.4 no scheme state: a fragment", "#f"),
    ("4.4 no scheme state: spaces", "   "),
    ("4.4 scheme start state: a digit", "1http://example.org"),
    ("4.4 scheme start state: a plus", "+http://example.org"),
    ("4.4 scheme state: an underscore", "a_b://example.org"),
    ("4.4 scheme state: a space", "ht tp://example.org"),
    ("4.4 scheme state: beyond ASCII", "hättp://example.org"),
    ("4.4 scheme state: a full-width colon", "http\u{ff1a}//example.org"),
    ("4.4 host state: no host", "http://"),
    ("4.4 host state: no host but a port", "http://:80"),
    ("4.4 authority state: no host but a user", "http://ann@"),
    ("4.4 authority state: no host but a user and a path", "http://ann@/a"),
    ("4.4 host state: only a query", "http://?q"),
    ("4.4 host state: only a fragment", "https://#f"),
    ("4.4 port state: beyond 16 bits", "http://example.org:65536"),
    ("4.4 port state: a letter", "http://example.org:8a"),
    ("4.4 port state: a minus", "http://example.org:-1"),
    ("4.4 port state: twice", "http://example.org:80:80"),
    ("3.5 host parser: a space", "http://exam ple.org/"),
    ("3.5 host parser: angle brackets", "http://<example>.org/"),
    ("3.5 host parser: a bar", "http://a|b/"),
    ("3.5 host parser: a circumflex", "http://a^b/"),
    ("3.5 host parser: an escaped space", "http://a%20b/"),
    ("3.5 host parser: an escaped slash", "http://a%2Fb/"),
    ("3.5 host parser: an escaped null", "http://a%00b/"),
    ("3.5 host parser: a broken escape", "http://a%zz/"),
    ("3.5 host parser: no bracket at the end", "http://[::1"),
    ("3.5 host parser: no bracket at the start", "http://::1]/"),
    ("3.5 host parser: empty brackets", "http://[]/"),
    ("3.5 IPv6 parser: a gap twice", "http://[1::2::3]/"),
    ("3.5 IPv6 parser: a zone", "http://[fe80::1%25eth0]/"),
    ("3.5 IPv4 parser: a number too large", "http://256.0.0.1/"),
    ("3.5 IPv4 parser: beyond 32 bits", "http://4294967296/"),
    ("3.5 IPv4 parser: five numbers", "http://1.2.3.4.5/"),
    ("3.5 ends in a number: a name before it", "http://example.1/"),
    ("3.5 domain to ASCII: a broken A-label", "http://xn--a/"),
    ("3.5 domain to ASCII: only a soft hyphen", "http://\u{ad}/"),
    ("3.5 domain to ASCII: a character that is none", "http://a\u{fdd0}b/"),
    ("3.5 opaque-host parser: a space", "a://b c/"),
    ("3.5 opaque-host parser: a port beyond 16 bits", "a://b:65536/"),
];

#[test]
fn urls_are_accepted() {
    accepts(Format::Url, GOOD);
}

#[test]
fn what_is_no_url_is_refused() {
    refuses(Format::Url, BAD);
}

#[test]
fn a_url_may_be_long() {
    let long = "a".repeat(LONG);
    at_limits(
        Format::Url,
        &[
            ("a long path", format!("http://example.org/{long}"), true),
            ("a long query", format!("http://example.org/?{long}"), true),
            ("a long opaque path", format!("a:{long}"), true),
            ("a long path beyond ASCII", format!("http://example.org/{}", "ä".repeat(LONG / 2)), true),
            ("a long label beyond ASCII", format!("http://{}", "ä".repeat(LONG / 2)), false),
            ("a long port", format!("http://example.org:{}", "1".repeat(LONG)), false),
            ("no scheme", long, false),
        ],
    );
}
