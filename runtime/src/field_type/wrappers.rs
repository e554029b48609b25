//! What Python does not see: references, boxes, counted pointers, `Option`.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use super::{FieldType, collections};
use crate::error::Error;
use crate::spec::{Ref, TypeSpec};
use crate::validate::{Report, View};
use crate::value::Value;

macro_rules! pointers {
    ($($type:ident)*) => {$(
        impl<T: FieldType> FieldType for $type<T> {
            const TYPE: TypeSpec = T::TYPE;
            const __VALIDATED: bool = T::__VALIDATED;

            fn to_value(&self) -> Result<Value, Error> {
                (**self).to_value()
            }

            fn from_value(value: Value) -> Result<Self, Error> {
                T::from_value(value).map(Self::new)
            }

            fn __to_dict(&self) -> Result<Value, Error> {
                (**self).__to_dict()
            }

            #[inline]
            fn __view(&self) -> View<'_> {
                (**self).__view()
            }

            #[inline]
            fn __validate(&self, report: &mut Report) {
                (**self).__validate(report);
            }
        }

        impl FieldType for $type<str> {
            const TYPE: TypeSpec = TypeSpec::Str;

            fn to_value(&self) -> Result<Value, Error> {
                Ok(Value::from(&**self))
            }

            fn from_value(value: Value) -> Result<Self, Error> {
                String::from_value(value).map(Self::from)
            }

            #[inline]
            fn __view(&self) -> View<'_> {
                View::Str(self)
            }
        }

        impl<T: FieldType> FieldType for $type<[T]> {
            const TYPE: TypeSpec = T::__LIST;
            const __VALIDATED: bool = T::__VALIDATED;

            fn to_value(&self) -> Result<Value, Error> {
                T::__slice_to_value(self)
            }

            fn from_value(value: Value) -> Result<Self, Error> {
                T::__vec_from_value(value).map(Self::from)
            }

            fn __to_dict(&self) -> Result<Value, Error> {
                collections::slice_to_dict(self)
            }

            #[inline]
            fn __view(&self) -> View<'_> {
                T::__view_of(self)
            }

            #[inline]
            fn __validate(&self, report: &mut Report) {
                collections::validate(self.iter(), report);
            }
        }
    )*};
}

pointers! { Box Rc Arc }

fn borrowed<T>() -> Result<T, Error> {
    Err(Error::type_error("a borrowed field cannot be set"))
}

impl<T: FieldType> FieldType for &T {
    const TYPE: TypeSpec = T::TYPE;
    const __VALIDATED: bool = T::__VALIDATED;

    fn to_value(&self) -> Result<Value, Error> {
        (**self).to_value()
    }

    fn from_value(_: Value) -> Result<Self, Error> {
        borrowed()
    }

    fn __to_dict(&self) -> Result<Value, Error> {
        (**self).__to_dict()
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        (**self).__view()
    }

    #[inline]
    fn __validate(&self, report: &mut Report) {
        (**self).__validate(report);
    }
}

impl FieldType for &str {
    const TYPE: TypeSpec = TypeSpec::Str;

    fn to_value(&self) -> Result<Value, Error> {
        Ok(Value::from(*self))
    }

    fn from_value(_: Value) -> Result<Self, Error> {
        borrowed()
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::Str(self)
    }
}

impl<T: FieldType> FieldType for &[T] {
    const TYPE: TypeSpec = T::__LIST;
    const __VALIDATED: bool = T::__VALIDATED;

    fn to_value(&self) -> Result<Value, Error> {
        T::__slice_to_value(self)
    }

    fn from_value(_: Value) -> Result<Self, Error> {
        borrowed()
    }

    fn __to_dict(&self) -> Result<Value, Error> {
        collections::slice_to_dict(self)
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        T::__view_of(self)
    }

    #[inline]
    fn __validate(&self, report: &mut Report) {
        collections::validate(self.iter(), report);
    }
}

impl FieldType for Cow<'_, str> {
    const TYPE: TypeSpec = TypeSpec::Str;

    fn to_value(&self) -> Result<Value, Error> {
        Ok(Value::from(&**self))
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        String::from_value(value).map(Self::Owned)
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::Str(self)
    }
}

impl<T: FieldType + Clone> FieldType for Cow<'_, [T]> {
    const TYPE: TypeSpec = T::__LIST;
    const __VALIDATED: bool = T::__VALIDATED;

    fn to_value(&self) -> Result<Value, Error> {
        T::__slice_to_value(self)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        T::__vec_from_value(value).map(Self::Owned)
    }

    fn __to_dict(&self) -> Result<Value, Error> {
        collections::slice_to_dict(self)
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        T::__view_of(self)
    }

    #[inline]
    fn __validate(&self, report: &mut Report) {
        collections::validate(self.iter(), report);
    }
}

impl<T: FieldType + Clone> FieldType for Cow<'_, T> {
    const TYPE: TypeSpec = T::TYPE;
    const __VALIDATED: bool = T::__VALIDATED;

    fn to_value(&self) -> Result<Value, Error> {
        (**self).to_value()
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        T::from_value(value).map(Self::Owned)
    }

    fn __to_dict(&self) -> Result<Value, Error> {
        (**self).__to_dict()
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        (**self).__view()
    }

    #[inline]
    fn __validate(&self, report: &mut Report) {
        (**self).__validate(report);
    }
}

impl<T: FieldType> FieldType for Option<T> {
    const TYPE: TypeSpec = TypeSpec::Option(Ref::Static(&T::TYPE));
    const __VALIDATED: bool = T::__VALIDATED;

    fn to_value(&self) -> Result<Value, Error> {
        self.as_ref().map_or(Ok(Value::None), T::to_value)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        match value {
            Value::None => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }

    fn __to_dict(&self) -> Result<Value, Error> {
        self.as_ref().map_or(Ok(Value::None), T::__to_dict)
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        self.as_ref().map_or(View::None, T::__view)
    }

    #[inline]
    fn __validate(&self, report: &mut Report) {
        if let Some(inner) = self {
            inner.__validate(report);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn round_trip<T: FieldType + PartialEq + std::fmt::Debug>(value: T, ty: &str) {
        assert_eq!(T::TYPE.to_string(), ty);
        assert_eq!(value.__to_dict().unwrap(), value.to_value().unwrap());
        assert_eq!(T::from_value(value.to_value().unwrap()).unwrap(), value);
    }

    #[test]
    fn wrappers_are_looked_through() {
        round_trip(Box::new(1), "int");
        round_trip(Rc::<str>::from("a"), "str");
        round_trip(Arc::<[i32]>::from([1, 2]), "list[int]");
        round_trip(Box::<[u8]>::from([1, 2]), "bytes");
        round_trip(Cow::Borrowed("a"), "str");
        round_trip(Cow::Borrowed([1, 2].as_slice()), "list[int]");
        round_trip(Cow::Borrowed(&7), "int");
        round_trip(Some(1.5), "float | None");
        round_trip(None::<String>, "str | None");
    }

    #[test]
    fn a_reference_is_read_but_not_made() {
        assert_eq!((&3).to_value().unwrap(), 3.into());
        assert_eq!("a".to_value().unwrap(), "a".into());
        assert_eq!([1, 2].as_slice().to_value().unwrap(), [1, 2].into());
        assert_eq!(<&str>::TYPE, TypeSpec::Str);
        for error in [<&str>::from_value("a".into()).map(drop), <&i32>::from_value(1.into()).map(drop)] {
            assert_eq!(error.unwrap_err().to_string(), "a borrowed field cannot be set");
        }
    }
}
