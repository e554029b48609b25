//! References by URI, resolved against a base: RFC 3986, section 5.
//!
//! Nothing is ever fetched: a URI is the name of a schema, and names are compared.

/// The parts of a URI or of a reference (RFC 3986, appendix B), but for the fragment.
#[derive(Clone, Copy)]
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
}

/// What stands before the fragment, and the fragment; `""` if there is none.
pub(super) fn split_fragment(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// The URI that a reference without fragment stands for, in its normal form (sections 5.2.2 and 6.2.2).
///
/// A base that is no URI, such as that of a document without a name, is resolved against all the same.
pub(super) fn resolve(base: &str, reference: &str) -> String {
    let (base, reference) = (parse(base), parse(reference));
    let resolved = match reference {
        Parts { scheme: Some(_), .. } => whole(reference, &without_dots(reference.path)),
        Parts { authority: Some(_), .. } => {
            whole(Parts { scheme: base.scheme, ..reference }, &without_dots(reference.path))
        }
        Parts { path: "", query, .. } => whole(Parts { query: query.or(base.query), ..base }, base.path),
        Parts { path, query, .. } => {
            let path = if path.starts_with('/') { path.to_owned() } else { merge(base, path) };
            whole(Parts { query, ..base }, &without_dots(&path))
        }
    };
    normal(&resolved)
}

/// Has it a scheme, so that it depends on no base?
pub(super) fn is_absolute(uri: &str) -> bool {
    parse(uri).scheme.is_some()
}

fn parse(reference: &str) -> Parts<'_> {
    let (scheme, rest) = match reference.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
        _ => (None, reference),
    };
    let (rest, query) = match rest.split_once('?') {
        Some((rest, query)) => (rest, Some(query)),
        None => (rest, None),
    };
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            (Some(authority), path)
        }
        None => (None, rest),
    };
    Parts { scheme, authority, path, query }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// Section 5.3.
fn whole(parts: Parts<'_>, path: &str) -> String {
    let mut uri = String::new();
    if let Some(scheme) = parts.scheme {
        uri += &scheme.to_ascii_lowercase();
        uri.push(':');
    }
    if let Some(authority) = parts.authority {
        uri += "//";
        uri += &authority.to_ascii_lowercase();
    }
    uri += path;
    if let Some(query) = parts.query {
        uri.push('?');
        uri += query;
    }
    uri
}

/// Section 5.2.3.
fn merge(base: Parts<'_>, path: &str) -> String {
    match base.path.rfind('/') {
        _ if base.authority.is_some() && base.path.is_empty() => format!("/{path}"),
        Some(end) => base.path.get(..=end).unwrap_or_default().to_owned() + path,
        None => path.to_owned(),
    }
}

/// Section 5.2.4.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = vec![];
    let mut segments = path.split('/').peekable();
    while let Some(segment) = segments.next() {
        let is_last = segments.peek().is_none();
        match segment {
            "." | ".." => {
                // What begins the path is no segment that one can go up from.
                let is_root = kept.len() == 1 && kept.first() == Some(&"");
                if segment == ".." && !is_root {
                    kept.pop();
                }
                if is_last {
                    kept.push("");
                }
            }
            segment => kept.push(segment),
        }
    }
    kept.join("/")
}

/// Escapes of what needs none are resolved, all others are in upper case (sections 6.2.2.1 and 6.2.2.2).
fn normal(uri: &str) -> String {
    let mut normal = String::with_capacity(uri.len());
    let mut rest = uri;
    while let Some((before, after)) = rest.split_once('%') {
        normal += before;
        match byte_of(after) {
            Some(byte) if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => normal.push(char::from(byte)),
            Some(byte) => normal += &format!("%{byte:02X}"),
            None => {
                normal.push('%');
                rest = after;
                continue;
            }
        }
        rest = after.get(2..).unwrap_or_default();
    }
    normal + rest
}

/// The byte that two hexadecimal digits at the beginning stand for.
fn byte_of(text: &str) -> Option<u8> {
    let digits = text.get(..2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    u8::from_str_radix(digits, 16).ok()
}

/// A fragment without its escapes; `None` if that is no text.
pub(super) fn unescaped(fragment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend(before.bytes());
        bytes.push(byte_of(after)?);
        rest = after.get(2..)?;
    }
    bytes.extend(rest.bytes());
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved_as_the_standard_shows() {
        // RFC 3986, 5.4.1 and 5.4.2, without the fragments.
        let base = "http://a/b/c/d;p?q";
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            (";x", "http://a/b/c/;x"),
            ("g;x?y", "http://a/b/c/g;x?y"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("../../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            (".g", "http://a/b/c/.g"),
            ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
        ] {
            assert_eq!(resolve(base, reference), expected, "{reference}");
        }
    }

    #[test]
    fn names_without_a_hierarchy_are_resolved() {
        assert_eq!(resolve("", "node"), "node");
        assert_eq!(resolve("", ""), "");
        assert_eq!(resolve("tree", "node"), "node");
        assert_eq!(resolve("urn:example:a?=q", ""), "urn:example:a?=q");
        assert_eq!(resolve("urn:example:a", "urn:example:b"), "urn:example:b");
        assert_eq!(resolve("file:///c:/folder/file.json", "other.json"), "file:///c:/folder/other.json");
        assert_eq!(resolve("http://example.com", "a"), "http://example.com/a");
        assert!(is_absolute("urn:x") && is_absolute("a+b-c.1:") && !is_absolute("a/b:c") && !is_absolute("1:x"));
    }

    #[test]
    fn one_name_has_one_form() {
        for twin in ["HTTP://EXAMPLE.com/a~b", "http://example.com/%61%7eb", "http://example.com/x/../a~b"] {
            assert_eq!(resolve("", twin), "http://example.com/a~b");
        }
        assert_eq!(resolve("", "http://a/%c3%A9%2f%zz%"), "http://a/%C3%A9%2F%zz%");
    }

    #[test]
    fn fragments_are_split_off_and_unescaped() {
        assert_eq!(split_fragment("a#b#c"), ("a", "b#c"));
        assert_eq!(split_fragment("a"), ("a", ""));
        assert_eq!(unescaped("/a%25b/%C3%A9").as_deref(), Some("/a%b/é"));
        assert_eq!((unescaped("%4"), unescaped("%ff"), unescaped("%")), (None, None, None));
    }
}
