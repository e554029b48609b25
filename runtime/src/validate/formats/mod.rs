//! The formats: one file each, and this list of all.
//!
//! A format is a row: its name, its variant, its name in JSON Schema (`""` if that has none for just this), and what is
//! said of text that does not have it.

mod labels;
mod number;

use std::fmt;

use number::number;

macro_rules! formats {
    ($($(#[doc = $doc:literal])* $(#[cfg(feature = $feature:literal)])? $name:ident $format:ident $json_schema:literal $text:literal,)*) => {
        $(
            $(#[cfg(feature = $feature)])?
            mod $name;
        )*

        /// What text is to be, by the standard that defines it. Also the rule that asks for it.
        ///
        /// Each check takes linear time, and refuses what is not ASCII unless it says otherwise.
        ///
        /// ```
        /// use metaclass::validate::Format;
        ///
        /// assert!(Format::Email.check("ann@example.org") && !Format::Email.check("ann@@example.org"));
        /// assert!(Format::Date.check("2024-02-29") && !Format::Date.check("2023-02-29"));
        /// assert_eq!(Format::from_name("date_time"), Some(Format::DateTime));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Format {
            $(
                $(#[doc = $doc])*
                $(#[cfg(feature = $feature)] #[cfg_attr(docsrs, doc(cfg(feature = $feature)))])?
                $format,
            )*
        }

        impl Format {
            /// All of them, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$($(#[cfg(feature = $feature)])? Self::$format,)*];

            /// As it is written in `format = ..`.
            ///
            /// ```
            /// use metaclass::validate::Format;
            ///
            /// assert_eq!(Format::JsonPointer.name(), "json_pointer");
            /// ```
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $($(#[cfg(feature = $feature)])? Self::$format => stringify!($name),)*
                }
            }

            /// Does the text have the format?
            ///
            /// ```
            /// use metaclass::validate::Format;
            ///
            /// assert!(Format::Ip.check("::1") && Format::Ip.check("127.0.0.1") && !Format::Ip.check("127.1"));
            /// ```
            #[inline]
            #[must_use]
            pub fn check(self, text: &str) -> bool {
                match self {
                    $($(#[cfg(feature = $feature)])? Self::$format => $name::check(text),)*
                }
            }

            /// Its name in JSON Schema; `""` if there is none for what is just this.
            pub(super) const fn json_schema(self) -> &'static str {
                match self {
                    $($(#[cfg(feature = $feature)])? Self::$format => $json_schema,)*
                }
            }

            /// What is said of text that does not have it.
            pub(super) const fn text(self) -> &'static str {
                match self {
                    $($(#[cfg(feature = $feature)])? Self::$format => $text,)*
                }
            }
        }
    };
}

formats! {
    /// A `Mailbox` of RFC 5321 (4.1.2) without quoted local part and address literal: a dot-string, `@` and a domain.
    ///
    /// A domain may be a single label, as its grammar has it. At most 254 bytes, of which at most 64 before the `@`
    /// (4.5.3.1.1 and 4.5.3.1.3: a path has 256 with its angle brackets).
    email Email "email" "must be an e-mail address",
    /// A valid e-mail address of the HTML standard (4.10.5.1.5): what `<input type=email>` takes.
    ///
    /// Dots may stand anywhere before the `@`, and there is no limit but that of 63 bytes for a label.
    html_email HtmlEmail "" "must be an e-mail address",
    /// An absolute URL of the URL standard (4.4): what a browser takes, without a base.
    ///
    /// Like a browser it forgives much: spaces around it, backslashes, letters beyond ASCII.
    #[cfg(feature = "url")]
    url Url "" "must be a URL with its scheme",
    /// A `URI` of RFC 3986 (section 3), with its scheme: no relative reference.
    uri Uri "uri" "must be a URI with its scheme",
    /// An IPv4 address: four numbers from 0 to 255 without leading zeros (RFC 3986, 3.2.2, `IPv4address`).
    ipv4 Ipv4 "ipv4" "must be an IPv4 address",
    /// An IPv6 address of RFC 4291 (2.2), without zone and prefix.
    ipv6 Ipv6 "ipv6" "must be an IPv6 address",
    /// An IPv4 or an IPv6 address.
    ip Ip "" "must be an IP address",
    /// A UUID of RFC 9562 (section 4): 8-4-4-4-12 hexadecimal digits in any case, of any version.
    uuid Uuid "uuid" "must be a UUID (8-4-4-4-12 hexadecimal digits)",
    /// A `full-date` of RFC 3339 (5.6): a day of the Gregorian calendar, with the years 0000 to 9999.
    date Date "date" "must be a date (YYYY-MM-DD)",
    /// A `full-time` of RFC 3339 (5.6), with its offset. Second 60 stands only where UTC has 23:59:60.
    time Time "time" "must be a time with its offset (hh:mm:ssZ)",
    /// A `date-time` of RFC 3339 (5.6): a [`Date`](Self::Date), `T` or `t`, and a [`Time`](Self::Time).
    /// Second 60 stands only at the end of a month of UTC.
    date_time DateTime "date-time" "must be a date and time (YYYY-MM-DDThh:mm:ssZ)",
    /// A `duration` of RFC 3339 (appendix A): the units in their order without a gap, weeks alone, no fractions.
    ///
    /// The designators are upper-case letters, as ISO 8601 writes them.
    duration Duration "duration" "must be a duration (such as P1DT12H)",
    /// A host name of RFC 1123 (2.1): labels of letters, digits and inner hyphens, of 1 to 63 bytes each, at most 253
    /// in all.
    ///
    /// No dot ends it, as in the grammar of RFC 952 that it refers to, and it is no dotted-decimal address (`#.#.#.#`).
    /// A label that begins with `xn--` is not decoded.
    hostname Hostname "hostname" "must be a host name",
    /// A JSON Pointer of RFC 6901 (section 3), empty for the whole document. May have any characters.
    json_pointer JsonPointer "json-pointer" "must be a JSON Pointer",
    /// A pattern that [`Pattern::compile`](crate::validate::rules::Pattern::compile) takes. May have any characters.
    #[cfg(feature = "regex")]
    regex Regex "" "must be a regular expression",
}

impl Format {
    /// The format of this name, if the feature that it needs is on.
    ///
    /// ```
    /// use metaclass::validate::Format;
    ///
    /// assert_eq!(Format::from_name("ipv6"), Some(Format::Ipv6));
    /// assert_eq!(Format::from_name("IPv6"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name() == name)
    }
}

#[cfg(feature = "json")]
impl Format {
    /// The format that has this name in JSON Schema, if the feature that it needs is on.
    pub(crate) fn from_json_schema(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| !name.is_empty() && format.json_schema() == name)
    }
}

/// Its name.
impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(&format.to_string()), Some(*format));
        }
        assert_eq!(Format::from_name("date-time"), None);
    }

    #[test]
    fn no_format_takes_empty_text_but_those_that_have_a_meaning_for_it() {
        let takes_empty: Vec<&str> = Format::ALL.iter().filter(|f| f.check("")).map(|f| f.name()).collect();
        let mut expected = vec!["json_pointer"];
        if cfg!(feature = "regex") {
            expected.push("regex");
        }
        assert_eq!(takes_empty, expected);
    }
}
