//! What Python does not see: references, boxes, counted pointers, `Option`.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use super::Repr;

macro_rules! pointers {
    ($($type:ty)*) => {$(
        impl<T: Repr + ?Sized> Repr for $type {
            fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                (**self).fmt_repr(f)
            }
        }
    )*};
}

pointers! { &T &mut T Box<T> Rc<T> Arc<T> }

impl<T: Repr + ToOwned + ?Sized> Repr for Cow<'_, T> {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt_repr(f)
    }
}

impl<T: Repr> Repr for Option<T> {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Some(value) => value.fmt_repr(f),
            None => f.write_str("None"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repr::repr;

    #[test]
    fn wrappers_are_looked_through() {
        assert_eq!(repr(&&1).to_string(), "1");
        assert_eq!(repr(&&mut 1).to_string(), "1");
        assert_eq!(repr(&Box::new("a")).to_string(), "'a'");
        assert_eq!(repr(&Box::<str>::from("a")).to_string(), "'a'");
        assert_eq!(repr(&Rc::<[u16]>::from([1, 2])).to_string(), "[1, 2]");
        assert_eq!(repr(&Arc::new(true)).to_string(), "True");
        assert_eq!(repr(&Cow::Borrowed("a")).to_string(), "'a'");
        assert_eq!(repr(&Some(Some(1))).to_string(), "1");
        assert_eq!(repr(&None::<i32>).to_string(), "None");
    }
}
