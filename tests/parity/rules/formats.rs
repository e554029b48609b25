//! The formats: what one is and what is none is tested at length elsewhere.

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::validate::Format;

use crate::parity::row::{rows, s};

rows! {
    email { #[field(format = email)] x: String }
    made { x: Field::str().format(Format::Email) }
    good { (s("ann@example.org")) }
    bad { (s("")) => ["x: format"] (s("a..b@example.org")) => ["x: format"] }

    html_email { #[field(format = html_email)] x: Option<String> }
    made { x: Field::str().format(Format::HtmlEmail).nullable() }
    good { (None) (Some(s("a..b@example.org"))) }
    bad { (Some(s("nobody"))) => ["x: format"] }

    url { #[field(format = url)] x: String }
    made { x: Field::str().format(Format::Url) }
    good { (s(" https://exämple.org ")) }
    bad { (s("/path")) => ["x: format"] }

    uri { #[field(format = uri)] x: String }
    made { x: Field::str().format(Format::Uri) }
    good { (s("urn:a:b")) }
    bad { (s("https://exämple.org")) => ["x: format"] }

    ipv4 { #[field(format = ipv4)] x: String }
    made { x: Field::str().format(Format::Ipv4) }
    good { (s("127.0.0.1")) }
    bad { (s("127.1")) => ["x: format"] (s("::1")) => ["x: format"] }

    ipv6 { #[field(format = ipv6)] x: String }
    made { x: Field::str().format(Format::Ipv6) }
    good { (s("::1")) }
    bad { (s("127.0.0.1")) => ["x: format"] }

    ip { #[field(items(format = ip))] x: Vec<String> }
    made { x: Field::list(Field::str().format(Format::Ip)) }
    good { (vec![s("::1"), s("127.0.0.1")]) }
    bad { (vec![s("::1"), s("::1%eth0"), s("")]) => ["x[1]: format", "x[2]: format"] }

    uuid { #[field(format = uuid)] x: Box<str> }
    made { x: Field::str().format(Format::Uuid) }
    good { ("6ba7b810-9dad-11d1-80b4-00c04fd430C8".into()) }
    bad { ("6ba7b8109dad11d180b400c04fd430c8".into()) => ["x: format"] }

    date { #[field(format = date)] x: String }
    made { x: Field::str().format(Format::Date) }
    good { (s("2024-02-29")) }
    bad { (s("2023-02-29")) => ["x: format"] }

    time { #[field(format = time)] x: String }
    made { x: Field::str().format(Format::Time) }
    good { (s("23:59:60Z")) }
    bad { (s("12:00:00")) => ["x: format"] }

    date_time { #[field(format = date_time)] x: String }
    made { x: Field::str().format(Format::DateTime) }
    good { (s("2024-02-29T12:00:00.5+01:00")) }
    bad { (s("2024-02-29 12:00:00")) => ["x: format"] }

    duration { #[field(format = duration)] x: String }
    made { x: Field::str().format(Format::Duration) }
    good { (s("P1DT12H")) }
    bad { (s("P")) => ["x: format"] }

    hostname { #[field(format = hostname)] x: String }
    made { x: Field::str().format(Format::Hostname) }
    good { (s("a-b.example")) }
    bad { (s("-a")) => ["x: format"] }

    json_pointer { #[field(format = json_pointer)] x: String }
    made { x: Field::str().format(Format::JsonPointer) }
    good { (s("")) (s("/a~1b")) }
    bad { (s("/a~2b")) => ["x: format"] }

    regex { #[field(format = regex, message = "is no pattern")] x: String }
    made { x: Field::str().format(Format::Regex).message("is no pattern") }
    good { (s("[a-z]+")) }
    bad { (s("(")) => ["x: format"] }
}
