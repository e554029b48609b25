//! Classes made at run time.

mod attr;
mod attributes;
mod builder;
pub mod builtins;
mod cell;
mod change;
mod checks;
mod cls;
mod convert;
mod describe;
mod exception;
#[cfg(feature = "serde")]
mod fields;
mod glance;
mod held;
mod hook;
mod hooks;
mod index;
mod init;
mod inner;
mod keywords;
mod kind;
mod layout;
mod make;
mod mro;
mod payload;
mod pipeline;
mod plan;
mod shape;
mod special;
mod table;
mod weak;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Weak};

pub use attr::Attr;
pub use builder::ClassBuilder;
pub use cls::Cls;
pub(crate) use describe::Inherited;
pub(crate) use exception::exception_class;
pub use exception::make_exception;
pub(crate) use held::{Common, Held};
pub use hook::{Hook, Step};
pub(crate) use hook::{HookCode, called, function as hook_function, run_all as run_hooks};
pub use hooks::{CallClass, InitClass, InitSubclass, InstanceCheck, MroHook, New, NewClass, Prepare, SubclassCheck};
pub(crate) use init::{Init, Made, check_arguments, unknown_default};
pub use keywords::Keywords;
pub(crate) use kind::Kind;
pub(crate) use layout::{Layout, Slot, check_type};
pub(crate) use make::new_instance;
pub use mro::{MroConflict, linearize};
pub(crate) use payload::Payload;
pub(crate) use pipeline::{Members, bind_descriptors, compiled as define_compiled, of_description as define_described};
pub(crate) use special::of as specials;
pub(crate) use table::{Group, NO_SLOT, Placed, Row, Table};
pub use weak::WeakClass;

use crate::error::Error;
use crate::repr::{Repr, ReprDisplay, repr};
use crate::spec::{ClassRef, Text};
use crate::symbol::AttrName;
use crate::value::{Value, no_attribute};
use inner::{Few, Inner, Shape};

/// A class made at run time: Python's `type(name, bases, namespace)`.
///
/// A handle: a clone is the same class, and so are two that are equal. All attributes, own and inherited, lie in one
/// table, so that what is inherited costs no more than what is not; a class can change later, and every instance and
/// subclass sees it.
///
/// [`Class::new`] is the call with three arguments, [`Class::builder`] the class statement.
///
/// ```
/// use metaclass::prelude::*;
///
/// let animal = Class::builder("Animal")
///     .attr("sound", "...")
///     .method("speak", |this| Ok(format!("The {} says {}", this.class().name(), this.get("sound")?)))
///     .build()?;
/// let dog = Class::new("Dog", [&animal], [("sound", "woof".into())])?;       // type("Dog", (Animal,), {"sound": "woof"})
///
/// let d = dog.instantiate(Args::new())?;
/// assert_eq!(d.call("speak", Args::new())?, "The Dog says woof".into());
/// assert!(d.is_instance_of(&animal) && dog.is_subclass_of(&animal));
/// assert_eq!(format!("{:?}", dog.mro()), "[Dog, Animal, object]");
/// assert_eq!(dog.to_string(), "<class '__main__.Dog'>");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone)]
pub struct Class(Arc<Inner>);

impl Class {
    /// The class statement: collects what is written, and makes the class with [`ClassBuilder::build`].
    pub fn builder(name: impl AsRef<str>) -> ClassBuilder {
        ClassBuilder::begin(name.as_ref())
    }

    /// Makes a class from its name, bases and attributes: Python's `type(name, bases, namespace)`.
    ///
    /// No bases are `object`. The metaclass is that of the bases; its `prepare` does not run, as in Python.
    ///
    /// # Errors
    /// A `TypeError` if the bases have no consistent order or their metaclasses conflict, and whatever a hook fails with.
    pub fn new<'a, 'n>(
        name: impl AsRef<str>,
        bases: impl IntoIterator<Item = &'a Self>,
        attrs: impl IntoIterator<Item = (&'n str, Value)>,
    ) -> Result<Self, Error> {
        pipeline::type_call(Text::copied(name.as_ref()), bases.into_iter().cloned().collect(), attrs)
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The name with those of the classes around it: `Outer.Inner`.
    #[must_use]
    pub fn qualname(&self) -> &str {
        self.0.qualname()
    }

    /// The module; `__main__` unless another was given.
    #[must_use]
    pub fn module(&self) -> &str {
        &self.0.module
    }

    /// The documentation, if it has one of its own.
    #[must_use]
    pub fn doc(&self) -> Option<&str> {
        self.0.doc().map(|doc| &**doc)
    }

    /// The class of the class.
    #[must_use]
    pub fn metaclass(&self) -> &Self {
        self.0.metaclass().unwrap_or_else(|| builtins::type_())
    }

    /// Has it a metaclass of its own, which is not `type`?
    pub(crate) fn has_metaclass(&self) -> bool {
        self.0.metaclass().is_some()
    }

    /// The classes that it derives from, as they were given.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let class = Class::builder("C").build()?;
    /// assert_eq!(format!("{:?}", class.bases()), "[object]");
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn bases(&self) -> Vec<Self> {
        self.shape().bases.to_vec()
    }

    /// The order in which attributes are looked up: itself, and all that it derives from.
    #[must_use]
    pub fn mro(&self) -> Vec<Self> {
        self.in_order().cloned().collect()
    }

    /// The classes that derive from it directly and are still there, in the order in which they were made.
    #[must_use]
    pub fn subclasses(&self) -> Vec<Self> {
        let followers: Vec<Self> = self.0.followers().iter().filter_map(Weak::upgrade).map(Self).collect();
        // Into the MRO of others, its metaclass may have put it.
        followers.into_iter().filter(|class| class.shape().bases.contains(self)).collect()
    }

    /// Is it this class, or derived from it? Python's `issubclass`, hooks of the metaclass included.
    ///
    /// A hook that fails answers no; [`has_subclass`](Self::has_subclass) gives the error.
    #[must_use]
    pub fn is_subclass_of(&self, class: &Self) -> bool {
        class.has_subclass(self).unwrap_or(false)
    }

    /// Does it derive from this class? The MRO says so, and no hook is asked.
    #[inline]
    #[must_use]
    pub fn descends_from(&self, class: &Self) -> bool {
        self == class || self.shape().order.ancestors.contains(class)
    }

    /// Is it a class of classes: does it derive from `type`?
    #[must_use]
    pub fn is_metaclass(&self) -> bool {
        self.descends_from(builtins::type_())
    }

    /// The abstract methods that a subclass has to define before it can be instantiated, in alphabetical order.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let shape = Class::builder("Shape").abstract_method("area").build()?;
    /// assert_eq!(shape.abstract_methods(), ["area"]);
    /// let text = shape.instantiate(Args::new()).unwrap_err().to_string();
    /// assert_eq!(text, "Can't instantiate abstract class Shape without an implementation for abstract method 'area'");
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn abstract_methods(&self) -> Vec<&str> {
        self.0
            .later
            .get()
            .and_then(|later| later.abstract_methods.get())
            .into_iter()
            .flat_map(|names| names.iter())
            .map(|name| name.as_str())
            .collect()
    }

    /// A handle that does not keep the class: for a class that is to know its descendants.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let class = Class::builder("C").build()?;
    /// let weak = class.downgrade();
    /// assert_eq!(weak.upgrade(), Some(class.clone()));
    /// drop(class);
    /// assert!(weak.upgrade().is_none());
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn downgrade(&self) -> WeakClass {
        WeakClass::new(&self.0)
    }

    /// What `repr(class)` prints: `<class '__main__.Dog'>`.
    #[must_use]
    pub const fn repr(&self) -> ReprDisplay<'_, Self> {
        repr(self)
    }

    #[inline]
    fn shape(&self) -> &Shape {
        self.0.shape.current()
    }

    #[inline]
    pub(crate) fn table(&self) -> &Table {
        &self.shape().table
    }

    #[inline]
    pub(crate) fn layout(&self) -> &Layout {
        &self.shape().layout
    }

    /// Its MRO.
    fn in_order(&self) -> impl Iterator<Item = &Self> {
        let shape = self.shape();
        shape.order.iter().map(|ancestor| ancestor.unwrap_or(self))
    }

    /// Puts its MRO behind what is before it in that of a class which derives from it.
    fn add_mro_to(&self, order: &mut Few<Self>) {
        match self.shape().order.ancestors.is_empty() {
            true => order.push(self.clone()),
            false => order.extend(self.in_order().cloned()),
        }
    }

    /// The class at a place in the MRO.
    pub(crate) fn at_place(&self, place: u32) -> &Self {
        self.in_order().nth(place as usize).unwrap_or(self)
    }

    /// The place of a class in the MRO.
    pub(crate) fn place_in_mro(&self, class: &Self) -> Option<u32> {
        (0..).zip(self.in_order()).find(|(_, other)| *other == class).map(|(place, _)| place)
    }

    /// What the first class of the MRO that has it, `object` aside, has under a name.
    #[inline]
    pub(crate) fn find<N: AttrName>(&self, name: N) -> Option<&Placed> {
        let shape = self.shape();
        match shape.table.get(name).and_then(Group::top) {
            None => shape.built_in.as_ref()?.find(name),
            found => found,
        }
    }

    /// What the classes behind a place of the MRO, `object` aside, have under a name.
    #[inline]
    pub(crate) fn find_after<N: AttrName>(&self, place: u32, name: N) -> Option<&Placed> {
        let shape = self.shape();
        match shape.table.get(name).and_then(|group| group.after(place)) {
            None => shape.built_in.as_ref().filter(|_| (place as usize) < shape.copied())?.find(name),
            found => found,
        }
    }

    /// Is there, but for `object` and the like, any class that it derives from?
    fn has_copied(&self) -> bool {
        self.shape().copied() > 1
    }

    /// The place in the MRO of the class that has what [`find`](Self::find) finds.
    pub(crate) fn place_of_attribute(&self, name: &str) -> Option<u32> {
        let shape = self.shape();
        match shape.table.get(name).and_then(Group::top) {
            Some(placed) => Some(placed.owner),
            None => shape.built_in.as_ref()?.find(name).and_then(|_| u32::try_from(shape.copied()).ok()),
        }
    }

    /// Has any class of the MRO but `object` an attribute of this name?
    #[inline]
    pub(crate) fn finds(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Does setting or deleting an attribute go through a method?
    #[inline]
    pub(crate) fn intercepts(&self) -> bool {
        self.0.has_special(special::INTERCEPTS)
    }

    /// Do instances take attributes beside their fields and slots?
    pub(crate) fn is_open(&self) -> bool {
        self.0.is_open
    }

    /// Have its instances attributes of their own? Named tuples have none.
    pub(crate) fn has_dict(&self) -> bool {
        let layout = self.layout();
        self.is_open() || layout.payload() != Some(Payload::Tuple) && layout.len() > 0
    }

    #[cold]
    pub(crate) fn no_attribute(&self, name: &str) -> Error {
        no_attribute(self.name(), name)
    }

    /// Changes whenever something changes that a handle has to know of.
    #[inline]
    pub(crate) fn version(&self) -> u64 {
        self.0.version.load(Ordering::Acquire)
    }

    /// Is it, or does it derive from, the class that a type in a description names?
    pub(crate) fn is_described_by(&self, class: &ClassRef) -> bool {
        if let ClassRef::Class(class) = class {
            return self.descends_from(class);
        }
        let same_module = |ancestor: &Self| class.spec().is_none_or(|spec| spec.module() == ancestor.module());
        self.in_order().any(|ancestor| ancestor.name() == class.name() && same_module(ancestor))
    }

    /// Where it lies: what it is hashed by.
    pub(crate) fn address(&self) -> usize {
        Arc::as_ptr(&self.0).addr()
    }
}

/// The very same class.
impl PartialEq for Class {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Class {}

impl Hash for Class {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.id.hash(state);
    }
}

/// `<class '__main__.Dog'>`, unless the metaclass has a `__repr__` of its own.
impl Repr for Class {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Value::from(self).fmt_repr(f)
    }
}

/// Python's `str`: the repr, unless the metaclass has a `__str__`.
impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Value::from(self), f)
    }
}

/// The name.
impl fmt::Debug for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
