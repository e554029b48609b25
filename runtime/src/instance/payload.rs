//! The built-in value that an instance is, if its class derives from `int`, `str`, `tuple` and the like.

use std::borrow::Cow;

use super::this::Receiver;
use super::{Data, Instance, This};
use crate::class::{Class, Payload};
use crate::error::Error;
use crate::value::Value;

fn of<'a>(class: &Class, data: &'a Data) -> Option<&'a Value> {
    class.layout().payload()?;
    data.at(0)
}

impl Instance {
    /// The built-in value that it is, if its class derives from `int`, `str`, `tuple` and the like.
    ///
    /// ```
    /// use metaclass::prelude::*;
    /// use metaclass::builtins;
    ///
    /// let celsius = Class::builder("Celsius").base(builtins::float()).build()?;
    /// let noon = celsius.instantiate(args!("21.5"))?;
    /// assert_eq!(noon.payload(), Some(&21.5.into()));
    /// assert_eq!(Value::from(noon).add(&1.into())?, 22.5.into());
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn payload(&self) -> Option<&Value> {
        of(&self.class, &self.data)
    }

    pub(crate) fn set_payload(&mut self, value: Value) {
        self.data.put(0, value);
    }
}

impl This<'_> {
    /// The built-in value that the receiver is: itself, or what an instance of a class that derives from `int`, `str`,
    /// `tuple` and the like is.
    ///
    /// ```
    /// use metaclass::prelude::*;
    /// use metaclass::builtins;
    ///
    /// let celsius = Class::builder("Celsius")
    ///     .base(builtins::float())
    ///     .method("fahrenheit", |this| Ok(this.payload_as::<f64>()? * 1.8 + 32.0))
    ///     .build()?;
    /// assert_eq!(celsius.instantiate(args!(100))?.call("fahrenheit", args!())?, 212.0.into());
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// A `TypeError` if it is none or of another type, a `RuntimeError` if it is a shared instance that is in use.
    pub fn payload_as<T>(&self) -> Result<T, Error>
    where
        T: for<'v> crate::value::FromValue<'v>,
    {
        match self.payload()? {
            Some(value) => T::__own(value),
            None => Err(Error::expected(&"a built-in value", self.class().name())),
        }
    }

    /// The built-in value that the receiver is, if it is one.
    pub(crate) fn payload(&self) -> Result<Option<Value>, Error> {
        match self.receiver() {
            Receiver::Value(Value::Shared(shared)) => Ok(of(shared.class(), &*shared.lock()?).cloned()),
            Receiver::Value(value) => Ok(Payload::of(value).map(|_| Value::clone(value))),
            _ => Ok(self.data().and_then(|data| of(self.class(), data)).cloned()),
        }
    }

    /// Changes the built-in value that the receiver is.
    pub(crate) fn with_payload_mut<R>(&mut self, change: impl FnOnce(&mut Value) -> R) -> Result<R, Error> {
        if let Receiver::Value(Value::Shared(shared)) = self.receiver() {
            return shared.with_mut(|this| this.with_payload_mut(change))?;
        }
        let place = self.class().layout().payload().map(|_| 0);
        match (place, self.receiver_mut()) {
            (Some(place), Receiver::Mut(data)) => match data.slot_mut(place) {
                Some(value) => Ok(change(value)),
                None => Err(self.unchangeable()),
            },
            _ => Err(self.unchangeable()),
        }
    }
}

impl Value {
    /// The built-in value that an instance is; any other value itself.
    pub(crate) fn plain(&self) -> Cow<'_, Self> {
        let payload = match self {
            Self::Instance(instance) => instance.payload().map(Cow::Borrowed),
            Self::Shared(_) => This::of(self, self.class()).payload().ok().flatten().map(Cow::Owned),
            _ => None,
        };
        payload.unwrap_or(Cow::Borrowed(self))
    }

    /// The same, borrowed; of a shared instance nothing can be.
    pub(crate) fn plain_ref(&self) -> &Self {
        match self {
            Self::Instance(instance) => instance.payload().unwrap_or(self),
            _ => self,
        }
    }

    /// The same of a value that is not needed any more.
    pub(crate) fn into_plain(self) -> Self {
        match self {
            Self::Instance(_) | Self::Shared(_) => self.plain().into_owned(),
            value => value,
        }
    }
}
