//! Calls that are made at run time: the arguments, the parameters, and how they are read.

mod bound;
mod params;
mod read;
mod unpack;

use std::borrow::Cow;
use std::fmt;
use std::mem::{ManuallyDrop, forget, take};

use smallvec::SmallVec;

pub use bound::BoundArguments;
pub(crate) use bound::accepts_as_is;
pub use params::Params;
pub use read::FromArguments;
pub(crate) use unpack::Fault;
pub use unpack::{Unpack, UnpackKeywords};

use crate::error::Error;
use crate::repr::repr;
use crate::spec::Text;
use crate::value::Value;

/// A list of arguments: most calls have few, which are kept in place.
pub(crate) type Few<T> = SmallVec<[T; IN_PLACE]>;

const IN_PLACE: usize = 5;

/// The arguments of a call: values by position, then values by name.
///
/// [`args!`](crate::args) writes them as Python does. Up to five are kept in place, without an allocation.
///
/// ```
/// use metaclass::prelude::*;
///
/// let args = args!(1, "a", times = 3);
/// assert_eq!(args.to_string(), "(1, 'a', times=3)");
/// assert_eq!(args.positional(), [Value::from(1), "a".into()]);
/// assert_eq!(args.keyword("times"), Some(&3.into()));
/// ```
// Most calls have no arguments, which one look tells.
#[derive(Clone, Default)]
pub struct Args(ManuallyDrop<Option<Inner>>);

#[derive(Clone, Default)]
struct Inner {
    /// Those by position, and behind them one for each name.
    values: Few<Value>,
    names: Cow<'static, [Text]>,
    /// What could not be unpacked: it is told when the call is made, and who is called is known.
    fault: Option<Box<Fault>>,
}

impl Args {
    /// No arguments.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What `args!` writes: values, the last of which have these names.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub fn __new<const N: usize>(values: [Value; N], names: &'static [Text]) -> Self {
        let mut values = values.into_iter();
        let values = match N {
            0 => return Self::new(),
            // Each goes straight to its place, and those that are left over are nothing to be freed.
            1..=IN_PLACE => Few::from_buf_and_len(std::array::from_fn(|_| values.next().unwrap_or_default()), N),
            _ => values.collect(),
        };
        Self::of(values, Cow::Borrowed(names))
    }

    #[inline]
    const fn of(values: Few<Value>, names: Cow<'static, [Text]>) -> Self {
        Self(ManuallyDrop::new(Some(Inner { values, names, fault: None })))
    }

    fn inner(&mut self) -> &mut Inner {
        self.0.get_or_insert_default()
    }

    /// The arguments with one more by position.
    ///
    /// ```
    /// use metaclass::Args;
    ///
    /// let args = Args::new().with_keyword("z", 3).with(1).with_all([2]);
    /// assert_eq!(args.to_string(), "(1, 2, z=3)");
    /// ```
    #[must_use]
    pub fn with(mut self, value: impl Into<Value>) -> Self {
        let end = self.positional().len();
        self.inner().values.insert(end, value.into());
        self
    }

    /// The arguments with one before all others: the receiver of a method.
    #[must_use]
    pub fn with_first(mut self, value: impl Into<Value>) -> Self {
        self.insert_first(value.into());
        self
    }

    pub(crate) fn insert_first(&mut self, value: Value) {
        self.inner().values.insert(0, value);
    }

    /// The first argument by position, and the arguments without it.
    ///
    /// ```
    /// use metaclass::Args;
    ///
    /// let (first, rest) = Args::new().with(1).with(2).with_keyword("z", 3).split_first();
    /// assert_eq!((first, rest.to_string()), (Some(1.into()), "(2, z=3)".to_owned()));
    /// ```
    #[must_use]
    pub fn split_first(mut self) -> (Option<Value>, Self) {
        (self.take_first(), self)
    }

    /// The arguments with one more by name. The name is looked at when the call is made: it may be unknown, or be given
    /// twice.
    #[must_use]
    pub fn with_keyword(mut self, name: impl Into<Text>, value: impl Into<Value>) -> Self {
        let Inner { values, names, .. } = self.inner();
        names.to_mut().push(name.into());
        values.push(value.into());
        self
    }

    /// The arguments with more by position: Python's `*items`.
    ///
    /// A [`Value`] that is no iterable is refused when the call is made.
    #[must_use]
    pub fn with_all(mut self, items: impl Unpack) -> Self {
        let end = self.positional().len();
        match items.__unpack() {
            Ok(items) => self.inner().values.insert_many(end, items),
            Err(fault) => return self.faulty(fault),
        }
        self
    }

    /// With what could not be unpacked, unless there is something before it.
    fn faulty(mut self, fault: Fault) -> Self {
        self.inner().fault.get_or_insert_with(|| fault.into());
        self
    }

    /// The arguments with more by name: Python's `**mapping`.
    ///
    /// A [`Value`] that is no mapping is refused when the call is made, and so is a key that is no text.
    ///
    /// ```
    /// use metaclass::Args;
    /// use metaclass::value::Dict;
    ///
    /// let args = Args::new().with_keywords(Dict::from([("x", 1)])).with_keywords([("y", 2)]);
    /// assert_eq!(args.to_string(), "(x=1, y=2)");
    /// ```
    #[must_use]
    pub fn with_keywords(self, mapping: impl UnpackKeywords) -> Self {
        match mapping.__unpack_keywords() {
            Ok(entries) => entries.into_iter().fold(self, |args, (name, value)| args.with_keyword(name, value)),
            Err(fault) => self.faulty(fault),
        }
    }

    /// The values given by position.
    #[must_use]
    pub fn positional(&self) -> &[Value] {
        self.split().0
    }

    /// The names and values given by name, in the order of the call.
    pub fn keywords(&self) -> impl ExactSizeIterator<Item = (&str, &Value)> {
        self.names().iter().map(|name| &**name).zip(self.split().1)
    }

    /// The value given by this name, if there is one.
    #[must_use]
    pub fn keyword(&self, name: &str) -> Option<&Value> {
        self.keywords().find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    /// How many values there are, by position and by name.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values().len()
    }

    /// Are there no arguments?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Reads the values given by position as Rust values: one type each, in a tuple.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let args = args!("a", 2);
    /// let (name, times): (&str, i64) = args.get()?;
    /// assert_eq!((name, times), ("a", 2));
    ///
    /// let error = args!("a").get::<(&str, i64)>().unwrap_err();
    /// assert_eq!(error.to_string(), "not enough values to unpack (expected 2, got 1)");
    /// let error = args!("a", "b").get::<(&str, i64)>().unwrap_err();
    /// assert_eq!(error.to_string(), "[1]: expected int, got str");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `ValueError` if there are more or fewer of them, a `TypeError` if one is of another type or is given by name.
    pub fn get<'a, T: FromArguments<'a>>(&'a self) -> Result<T, Error> {
        self.check("")?;
        if let Some(name) = self.names().first() {
            return Err(Error::type_error(format!("got an unexpected keyword argument {}", repr(&**name))));
        }
        read::read(self.positional(), |i, error| error.at(i))
    }

    /// The values by position, then names and values.
    #[must_use]
    pub fn into_parts(mut self) -> (Vec<Value>, Vec<(Text, Value)>) {
        let positional = self.positional().len();
        let Inner { values, names, .. } = take(self.inner());
        let mut values = values.into_iter();
        let positional = values.by_ref().take(positional).collect();
        (positional, names.into_owned().into_iter().zip(values).collect())
    }

    /// The values by position and behind them one for each name, which are taken out, and the names.
    pub(crate) fn drain(&mut self) -> (impl Iterator<Item = Value>, &[Text]) {
        let Inner { values, names, .. } = self.inner();
        (values.drain(..), names)
    }

    /// All values, by position and behind them one for each name.
    pub(crate) fn values(&self) -> &[Value] {
        self.0.as_ref().map_or(&[], |inner| &inner.values)
    }

    /// The same, to be changed in place.
    fn values_mut(&mut self) -> &mut [Value] {
        self.0.as_mut().map_or(&mut [], |inner| &mut inner.values)
    }

    /// The names of the last values.
    pub(crate) fn names(&self) -> &[Text] {
        self.0.as_ref().map_or(&[], |inner| &inner.names)
    }

    /// Takes out all values, by position and behind them one for each name.
    #[inline]
    pub(crate) fn take_values<T: FromIterator<Value>>(&mut self) -> T {
        let Some(inner) = self.0.as_mut() else { return std::iter::empty().collect() };
        let values = inner.values.iter_mut().map(take).collect();
        if !inner.is_in_place() {
            inner.free();
        }
        // Nothing of what is left is to be freed, which need not be found out one by one.
        forget(take(&mut *self.0));
        values
    }

    /// Puts these in the place of all others, if there is a value for each parameter; else they are given back.
    pub(crate) fn put(&mut self, values: Few<Option<Value>>) -> Option<Box<[Option<Value>]>> {
        if values.iter().any(Option::is_none) {
            return Some(values.into_boxed_slice());
        }
        let inner = self.inner();
        inner.values = values.into_iter().flatten().collect();
        inner.names = Cow::Borrowed(&[]);
        None
    }

    /// Takes out the first argument by position.
    pub(crate) fn take_first(&mut self) -> Option<Value> {
        (!self.positional().is_empty()).then(|| self.inner().values.remove(0))
    }

    /// All values, and the names of the last ones, if all could be unpacked.
    #[inline]
    pub(crate) fn unpacked(&self) -> Option<(&[Value], &[Text])> {
        match &*self.0 {
            None => Some((&[], &[])),
            Some(Inner { values, names, fault: None }) => Some((values, names)),
            Some(_) => None,
        }
    }

    /// Could all be unpacked?
    pub(crate) fn is_unpacked(&self) -> bool {
        self.fault().is_none()
    }

    fn fault(&self) -> Option<&Fault> {
        self.0.as_ref()?.fault.as_deref()
    }

    /// Takes out all, unless something could not be unpacked.
    pub(crate) fn take(&mut self, callee: &str) -> Result<Self, Error> {
        self.check(callee).map(|()| take(self))
    }

    /// Was nothing ever put here? That is seen at once, and then nothing is to be freed; what is not new may be nothing too.
    #[inline]
    pub(crate) fn is_new(&self) -> bool {
        self.0.is_none()
    }

    /// Is there nothing, not even what could not be unpacked?
    #[inline]
    pub(crate) fn is_nothing(&self) -> bool {
        self.0.as_ref().is_none_or(|inner| inner.values.is_empty() && inner.fault.is_none())
    }

    /// Tells what could not be unpacked.
    pub(crate) fn check(&self, callee: &str) -> Result<(), Error> {
        self.fault().map_or(Ok(()), |fault| Err(fault.error(callee)))
    }

    fn split(&self) -> (&[Value], &[Value]) {
        let values = self.values();
        values.split_at_checked(values.len() - self.names().len()).unwrap_or((values, &[]))
    }
}

/// To find out part by part that nothing is to be freed would cost a fifth of what a call costs.
impl Drop for Args {
    #[inline]
    fn drop(&mut self) {
        if let Some(inner) = &mut *self.0 {
            inner.free();
        }
    }
}

impl Inner {
    /// Is nothing to be freed but what the values hold?
    fn is_in_place(&self) -> bool {
        !self.values.spilled() && matches!(self.names, Cow::Borrowed(_)) && self.fault.is_none()
    }

    #[inline(never)]
    fn free(&mut self) {
        // Of most arguments nothing is to be freed, be they taken out or not.
        if !(self.is_in_place() && self.values.iter().all(Value::is_plain)) {
            drop(take(self));
        }
    }
}

/// Arguments by position.
impl From<Vec<Value>> for Args {
    fn from(values: Vec<Value>) -> Self {
        Self::of(values.into(), Cow::Borrowed(&[]))
    }
}

/// Two are equal when they have the same values by position, and the same by name in any order.
impl PartialEq for Args {
    fn eq(&self, other: &Self) -> bool {
        self.fault() == other.fault()
            && self.names().len() == other.names().len()
            && self.positional() == other.positional()
            && self.keywords().all(|(name, value)| other.keyword(name) == Some(value))
    }
}

/// As in a call: `(1, 'a', times=3)`.
impl fmt::Display for Args {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let positional = self.positional().iter().map(|value| (None, value));
        let keywords = self.keywords().map(|(name, value)| (Some(name), value));
        f.write_str("(")?;
        for (i, (name, value)) in positional.chain(keywords).enumerate() {
            f.write_str(if i == 0 { "" } else { ", " })?;
            match name {
                Some(name) => write!(f, "{}={}", name.escape_debug(), value.repr())?,
                None => write!(f, "{}", value.repr())?,
            }
        }
        f.write_str(")")
    }
}

impl fmt::Debug for Args {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Args{self}")
    }
}
