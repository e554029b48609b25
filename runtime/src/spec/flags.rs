//! The switches of fields and classes.

use std::fmt;
use std::ops::BitOr;

/// A set of switches: how each of the two below is stored, combined and printed.
macro_rules! switches {
    ($(#[$meta:meta])* $type:ident: $($(#[$doc:meta])* $name:ident = $bit:literal,)*) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $type(u16);

        impl $type {
            /// Nothing is on.
            pub const NONE: Self = Self(0);
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// These switches and those of `other`.
            #[must_use]
            pub const fn with(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// These switches less those of `other`.
            #[must_use]
            pub const fn without(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }

            /// Are all switches of `other` on?
            #[must_use]
            pub const fn has(self, other: Self) -> bool {
                self.0 & other.0 == other.0
            }
        }

        impl BitOr for $type {
            type Output = Self;

            fn bitor(self, other: Self) -> Self {
                self.with(other)
            }
        }

        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let names = [$(($type::$name, stringify!($name)),)*];
                let on = names.iter().filter(|(switch, _)| self.has(*switch)).map(|(_, name)| *name);
                f.write_str(&on.collect::<Vec<_>>().join(" | "))
            }
        }
    };
}

switches! {
    /// The switches of a field.
    ///
    /// ```
    /// use metaclass::spec::Flags;
    ///
    /// const HIDDEN: Flags = Flags::DEFAULT.without(Flags::REPR);
    /// assert!(HIDDEN.has(Flags::INIT) && !HIDDEN.has(Flags::REPR));
    /// ```
    Flags:
    /// The constructor takes it.
    INIT = 0,
    /// The repr shows it.
    REPR = 1,
    /// `==` and order look at it.
    COMPARE = 2,
    /// The hash is to include it; without this and [`NO_HASH`](Self::NO_HASH), what is compared is hashed.
    HASH = 3,
    /// The hash is to leave it out.
    NO_HASH = 4,
    /// Only by keyword.
    KW_ONLY = 5,
    /// Identifies the instance.
    PRIMARY_KEY = 6,
    /// Its value is shown nowhere.
    SECRET = 7,
    /// Less visible than its class: read by name, but not written.
    PRIVATE = 8,
    /// `None` is not taken for a value.
    REQUIRED = 9,
    /// In data, `1.0` is no integer.
    STRICT = 10,
    /// Data must name it, even where `None` may stand there.
    PRESENT = 11,
}

impl Flags {
    /// What a field has unless said otherwise.
    pub const DEFAULT: Self = Self::INIT.with(Self::REPR).with(Self::COMPARE);
}

switches! {
    /// The switches of a class: the parameters of Python's `dataclass`.
    Options:
    /// It has a constructor.
    INIT = 0,
    /// It has a repr.
    REPR = 1,
    /// Instances are compared field by field.
    EQ = 2,
    /// Instances are ordered field by field.
    ORDER = 3,
    /// Instances are hashed field by field.
    HASH = 4,
    /// Nothing is assigned after construction.
    FROZEN = 5,
    /// An instance that breaks its rules cannot be made.
    VALIDATE = 6,
    /// Data may have no names but those of the fields.
    FORBID_EXTRA = 7,
    /// An instance is a tuple of its fields.
    NAMED_TUPLE = 8,
}

impl Options {
    /// What a class has unless said otherwise.
    pub const DEFAULT: Self = Self::INIT.with(Self::REPR).with(Self::EQ);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn switches_are_combined_and_printed() {
        assert_eq!(format!("{:?}", Flags::DEFAULT), "INIT | REPR | COMPARE");
        assert_eq!(format!("{:?}", Options::DEFAULT | Options::FROZEN), "INIT | REPR | EQ | FROZEN");
        assert_eq!(Flags::DEFAULT.without(Flags::DEFAULT), Flags::NONE);
        assert!(!Flags::INIT.has(Flags::INIT | Flags::REPR));
    }
}
