//! Instances with an identity: several hold the same one.

use std::cell::RefCell;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use super::{Data, Instance, This, access};
use crate::args::Args;
use crate::class::Class;
use crate::error::Error;
use crate::repr::{Repr, ReprDisplay, repr};
use crate::value::{Dict, Value};

/// An instance that several hold at once: Python's reference semantics, where they are wanted.
///
/// A clone is the same instance. Each operation locks it for itself, and no lock is held while a method runs, so methods
/// of shared instances may call each other. Cycles are possible, and are never freed: hold one side of them by
/// [`downgrade`](Self::downgrade).
///
/// ```
/// use metaclass::prelude::*;
///
/// let counter = Class::builder("Counter")
///     .attr("n", 0)
///     .method_mut("increment", |this| this.set("n", this.get_as::<i64>("n")? + 1))
///     .build()?;
/// let a = Shared::new(counter.instantiate(Args::new())?);
/// let b = a.clone();
/// b.call("increment", Args::new())?;
/// assert_eq!(a.get("n")?, 1.into());
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone)]
pub struct Shared(Arc<Inner>);

struct Inner {
    class: Class,
    data: Mutex<Data>,
}

thread_local! {
    /// The shared instances that functions of this thread have locked for as long as they run.
    static HELD: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// A lock that a function of the user's runs under.
struct Held;

impl Held {
    fn begin(address: usize) -> Self {
        HELD.with_borrow_mut(|held| held.push(address));
        Self
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        HELD.with_borrow_mut(Vec::pop);
    }
}

impl Shared {
    /// Puts an instance behind a lock.
    #[must_use]
    pub fn new(instance: Instance) -> Self {
        let Instance { class, data } = instance;
        Self(Arc::new(Inner { class, data: Mutex::new(data) }))
    }

    /// Its class.
    #[must_use]
    pub fn class(&self) -> &Class {
        &self.0.class
    }

    /// Runs a function with the instance, which is locked until it returns.
    ///
    /// # Errors
    /// A `RuntimeError` within another such function for the same instance: it is locked by this thread.
    pub fn with<R>(&self, function: impl FnOnce(&This<'_>) -> R) -> Result<R, Error> {
        self.with_mut(|this| function(this))
    }

    /// Runs a function that may change the instance, which is locked until it returns.
    ///
    /// # Errors
    /// Those of [`with`](Self::with).
    pub fn with_mut<R>(&self, function: impl FnOnce(&mut This<'_>) -> R) -> Result<R, Error> {
        let mut data = self.lock()?;
        let _held = Held::begin(self.address());
        Ok(function(&mut This::of_data_mut(&self.0.class, &mut data)))
    }

    /// A copy that is not shared.
    ///
    /// # Errors
    /// Those of [`with`](Self::with).
    pub fn to_instance(&self) -> Result<Instance, Error> {
        Ok(Instance { class: self.0.class.clone(), data: self.lock()?.clone() })
    }

    /// Reads an attribute.
    ///
    /// # Errors
    /// Those of [`Instance::get`] and of [`with`](Self::with).
    pub fn get(&self, name: &str) -> Result<Value, Error> {
        Value::from(self.clone()).get_attr(name)
    }

    /// Sets an attribute.
    ///
    /// # Errors
    /// Those of [`Instance::set`] and of [`with`](Self::with).
    pub fn set(&self, name: &str, value: impl Into<Value>) -> Result<(), Error> {
        Value::from(self.clone()).set_attr(name, value)
    }

    /// Changes an attribute in place.
    ///
    /// # Errors
    /// Those of [`Instance::update`] and of [`with`](Self::with).
    pub fn update<R>(&self, name: &str, change: impl FnOnce(&mut Value) -> Result<R, Error>) -> Result<R, Error> {
        self.with_mut(|this| this.update(name, change))?
    }

    /// Deletes an attribute.
    ///
    /// # Errors
    /// Those of [`Instance::delete`] and of [`with`](Self::with).
    pub fn delete(&self, name: &str) -> Result<(), Error> {
        Value::from(self.clone()).delete_attr(name)
    }

    /// Its own attributes: Python's `vars`.
    ///
    /// # Errors
    /// Those of [`with`](Self::with).
    pub fn vars(&self) -> Result<Dict, Error> {
        self.lock().map(|data| access::vars(&self.0.class, &data))
    }

    /// Calls a method, which may change the instance.
    ///
    /// # Errors
    /// Those of [`Instance::call_mut`] and of [`with`](Self::with).
    pub fn call(&self, name: &str, args: Args) -> Result<Value, Error> {
        Value::from(self.clone()).call_method(name, args)
    }

    /// A handle that does not keep the instance.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let shared = Shared::new(Class::builder("C").build()?.instantiate(Args::new())?);
    /// let weak = shared.downgrade();
    /// assert!(weak.upgrade().is_some());
    /// drop(shared);
    /// assert!(weak.upgrade().is_none());
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn downgrade(&self) -> WeakShared {
        WeakShared(Arc::downgrade(&self.0))
    }

    /// Is it the very same instance?
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// What `repr(instance)` prints.
    #[must_use]
    pub const fn repr(&self) -> ReprDisplay<'_, Self> {
        repr(self)
    }

    /// Locks it for one operation of ours, within which nothing of the user's runs.
    pub(super) fn lock(&self) -> Result<MutexGuard<'_, Data>, Error> {
        let address = self.address();
        if HELD.with_borrow(|held| held.contains(&address)) {
            return Err(in_use());
        }
        Ok(self.0.data.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn address(&self) -> usize {
        Arc::as_ptr(&self.0).addr()
    }

    /// All values that it holds, if nobody else holds it.
    pub(crate) fn into_unshared(self) -> Option<Vec<Value>> {
        let Inner { class, data } = Arc::into_inner(self.0)?;
        let mut values = data.into_inner().unwrap_or_else(PoisonError::into_inner).take();
        values.push(class.into());
        Some(values)
    }
}

#[cold]
fn in_use() -> Error {
    Error::runtime_error("a shared instance is in use: it is read or updated by a function that runs")
}

/// A handle to a [`Shared`] instance that does not keep it.
#[derive(Clone)]
pub struct WeakShared(Weak<Inner>);

impl WeakShared {
    /// The instance, if it is still there.
    #[must_use]
    pub fn upgrade(&self) -> Option<Shared> {
        self.0.upgrade().map(Shared)
    }
}

impl fmt::Debug for WeakShared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WeakShared")
    }
}

impl From<Shared> for Value {
    fn from(shared: Shared) -> Self {
        Self::Shared(shared)
    }
}

impl From<Instance> for Shared {
    fn from(instance: Instance) -> Self {
        Self::new(instance)
    }
}

/// What `__eq__` says; without one, the very same instance.
impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Value::from(self.clone()) == Value::from(other.clone())
    }
}

impl Repr for Shared {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Value::from(self.clone()).fmt_repr(f)
    }
}

/// Python's `str`: what `__str__` says, else the repr.
impl fmt::Display for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Value::from(self.clone()), f)
    }
}

/// Python's repr: what `__repr__` says.
impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt_repr(f)
    }
}
