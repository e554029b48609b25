//! Numbers, truth values and text.

use std::fmt::{self, Display as _};
use std::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32,
    NonZeroU64, NonZeroU128, NonZeroUsize,
};

use super::{Repr, write_bytes, write_float, write_str};

macro_rules! integers {
    ($($type:ty)*) => {$(
        impl Repr for $type {
            fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.fmt(f)
            }
        }
    )*};
}

integers! { i8 i16 i32 i64 i128 isize u16 u32 u64 u128 usize }
integers! { NonZeroI8 NonZeroI16 NonZeroI32 NonZeroI64 NonZeroI128 NonZeroIsize }
integers! { NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 NonZeroU128 NonZeroUsize }

impl Repr for u8 {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt(f)
    }

    fn fmt_repr_of_slice(items: &[Self], f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_bytes(f, items)
    }
}

impl Repr for bool {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if *self { "True" } else { "False" })
    }
}

impl Repr for f32 {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_float(f, *self)
    }
}

impl Repr for f64 {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_float(f, *self)
    }
}

impl Repr for str {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_str(f, self)
    }
}

impl Repr for String {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_str(f, self)
    }
}

impl Repr for char {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_str(f, self.encode_utf8(&mut [0; 4]))
    }
}

impl Repr for () {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("None")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repr::repr;

    #[test]
    fn scalars_print_as_in_python() {
        assert_eq!(repr(&true).to_string(), "True");
        assert_eq!(repr(&false).to_string(), "False");
        assert_eq!(repr(&i128::MIN).to_string(), "-170141183460469231731687303715884105728");
        assert_eq!(repr(&NonZeroU8::MIN).to_string(), "1");
        assert_eq!(repr(&'a').to_string(), "'a'");
        assert_eq!(repr(&String::from("a")).to_string(), "'a'");
        assert_eq!(repr(&()).to_string(), "None");
    }
}
