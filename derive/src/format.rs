//! The formats of the runtime, for defaults that are written: `formats` is a link to its files.

macro_rules! formats {
    ($($name:ident $file:literal)*) => {
        $(
            #[path = $file]
            mod $name;
        )*

        /// Has the text the format of this name? `None` if that is for the runtime to tell.
        pub(crate) fn check(name: &str, text: &str) -> Option<bool> {
            match name {
                $(stringify!($name) => Some($name::check(text)),)*
                _ => None,
            }
        }
    };
}

formats! {
    email "formats/email.rs"
    html_email "formats/html_email.rs"
    uri "formats/uri.rs"
    ipv4 "formats/ipv4.rs"
    ipv6 "formats/ipv6.rs"
    ip "formats/ip.rs"
    uuid "formats/uuid.rs"
    date "formats/date.rs"
    time "formats/time.rs"
    date_time "formats/date_time.rs"
    duration "formats/duration.rs"
    hostname "formats/hostname.rs"
    json_pointer "formats/json_pointer.rs"
}

#[path = "formats/labels.rs"]
mod labels;
#[path = "formats/number.rs"]
mod number;

use number::number;

#[cfg(test)]
mod tests {
    #[test]
    fn formats_are_those_of_the_runtime_but_for_features() {
        use crate::input::rules::FORMATS;
        for (name, feature) in FORMATS {
            assert_eq!(super::check(name, "").is_some(), feature.is_none(), "{name}");
        }
    }
}
