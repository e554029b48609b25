//! What generated code may do depends on the features of this crate: it decides, and not the macros, which are built once
//! for all that use them.

/// Code that needs the feature `regex`, or an error that names it.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "regex")]
macro_rules! __needs_regex {
    ($what:literal, $code:expr) => {
        $code
    };
}

/// Code that needs the feature `regex`, or an error that names it.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "regex"))]
macro_rules! __needs_regex {
    ($what:literal, $code:expr) => {
        compile_error!(concat!("enable feature `regex` of `metaclass` to use `", $what, "`"))
    };
}

/// Code that needs the feature `regex`, or nothing.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "regex")]
macro_rules! __if_regex {
    ($($code:tt)*) => { $($code)* };
}

/// Code that needs the feature `regex`, or nothing.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "regex"))]
macro_rules! __if_regex {
    ($($code:tt)*) => {};
}

/// Code that needs the feature `url`, or an error that names it.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "url")]
macro_rules! __needs_url {
    ($what:literal, $code:expr) => {
        $code
    };
}

/// Code that needs the feature `url`, or an error that names it.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "url"))]
macro_rules! __needs_url {
    ($what:literal, $code:expr) => {
        compile_error!(concat!("enable feature `url` of `metaclass` to use `", $what, "`"))
    };
}

/// Code that needs the feature `url`, or nothing.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "url")]
macro_rules! __if_url {
    ($($code:tt)*) => { $($code)* };
}

/// Code that needs the feature `url`, or nothing.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "url"))]
macro_rules! __if_url {
    ($($code:tt)*) => {};
}

/// Items that need the feature `serde`, or nothing.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "serde")]
macro_rules! __if_serde {
    ($($code:tt)*) => { $($code)* };
}

/// Items that need the feature `serde`, or nothing.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "serde"))]
macro_rules! __if_serde {
    ($($code:tt)*) => {};
}

/// Items that need the feature `serde`, or an error that names it.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "serde")]
macro_rules! __needs_serde {
    ({ $($code:tt)* }) => { $($code)* };
}

/// Items that need the feature `serde`, or an error that names it.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "serde"))]
macro_rules! __needs_serde {
    ({ $($code:tt)* }) => {
        compile_error! { "enable feature `serde` of `metaclass` to use `serde`" }
    };
}

/// Items that need the feature `source`, or an error that names it.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "source")]
macro_rules! __needs_source {
    ({ $($code:tt)* }) => { $($code)* };
}

/// Items that need the feature `source`, or an error that names it.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "source"))]
macro_rules! __needs_source {
    ({ $($code:tt)* }) => {
        compile_error! { "enable feature `source` of `metaclass` to use `source`" }
    };
}

/// Items that need the feature `inventory`, or an error that names it.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "inventory")]
macro_rules! __needs_inventory {
    ({ $($code:tt)* }) => { $($code)* };
}

/// Items that need the feature `inventory`, or an error that names it.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "inventory"))]
macro_rules! __needs_inventory {
    ({ $($code:tt)* }) => {
        compile_error! { "enable feature `inventory` of `metaclass` to use `register`" }
    };
}
