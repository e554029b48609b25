//! What a class consists of.

use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use smallvec::SmallVec;

use super::held::Held;
use super::layout::Layout;
use super::shape::Order;
use super::table::{Group, NO_SLOT, Placed, Table};
use super::{Class, special};
use crate::history::History;
use crate::numbered::Numbered;
use crate::spec::{ClassSpec, Flags, Text};
use crate::symbol::{AttrName, NameMap, Sym};

/// A list of mostly one or two, which then lie in place.
pub(super) type Few<T> = SmallVec<[T; 2]>;

/// A list of one class.
pub(super) fn alone(class: &Class) -> Few<Class> {
    let mut list = Few::new();
    list.push(class.clone());
    list
}

/// The attributes that a class has itself, in the order in which they were defined.
pub(in crate::class) type Own = NameMap<Held>;

pub(crate) struct Inner {
    pub(super) id: u64,
    pub(super) name: Text,
    pub(super) module: Text,
    /// What most classes do not have.
    pub(super) more: Option<Box<More>>,
    /// The places of the class itself, if it has any: those of its fields and slots.
    pub(super) declared: Option<Arc<Layout>>,
    /// Is it one of Python's own?
    pub(super) is_builtin: bool,
    /// Do instances take attributes that have no place?
    pub(super) is_open: bool,
    pub(super) shape: History<Shape>,
    /// Another number after each change that a handle has to know of.
    pub(super) version: AtomicU64,
    /// The version in which its constructor was found to do nothing but to fill places.
    #[cfg(feature = "serde")]
    pub(super) filled: AtomicU64,
    pub(super) specials: AtomicU8,
    /// What comes to some classes only.
    pub(super) later: OnceLock<Box<Later>>,
    pub(super) spec: OnceLock<Arc<ClassSpec>>,
    pub(super) end: End,
}

/// Of no class yet.
impl Default for Inner {
    #[inline]
    fn default() -> Self {
        Self {
            id: 0,
            name: Text::default(),
            module: Text::default(),
            more: None,
            declared: None,
            is_builtin: false,
            is_open: false,
            shape: History::new(Shape::default()),
            version: AtomicU64::new(0),
            #[cfg(feature = "serde")]
            filled: AtomicU64::new(u64::MAX),
            specials: AtomicU8::new(0),
            later: OnceLock::new(),
            spec: OnceLock::new(),
            end: End::NotYet,
        }
    }
}

/// What is said of some classes only.
pub(super) struct More {
    pub(super) qualname: Text,
    pub(super) doc: Option<Text>,
    /// The class of the class, unless it is `type`.
    pub(super) metaclass: Option<Class>,
}

impl More {
    /// Of a class with this name.
    #[inline]
    pub(super) fn of(
        name: &Text,
        qualname: Option<Text>,
        doc: Option<Text>,
        metaclass: Option<Class>,
    ) -> Option<Box<Self>> {
        let qualname = qualname.filter(|qualname| qualname != name);
        if qualname.is_none() && doc.is_none() && metaclass.is_none() {
            return None;
        }
        Some(Box::new(Self { qualname: qualname.unwrap_or_else(|| name.clone()), doc, metaclass }))
    }
}

/// What comes to some classes only, after they were made.
#[derive(Default)]
pub(super) struct Later {
    /// What instances cannot be made without: the abstract methods that are left.
    pub(super) abstract_methods: OnceLock<Box<[Sym]>>,
    /// What the class has itself, once that has changed. Before that, its table says it.
    own: OnceLock<Mutex<Own>>,
    /// The classes that have to be told of changes, by their ids: in the order in which they were made. It is in the MRO of
    /// each.
    followers: Mutex<Numbered<Weak<Inner>>>,
}

/// What changes as a whole when a class gets other bases.
pub(crate) struct Shape {
    pub(super) bases: Few<Class>,
    pub(super) order: Order,
    /// What the classes of the MRO have, as many of them as are [copied](Self::copied) into it.
    pub(super) table: Table,
    /// The first class that is not, if it is not `object`: `int`, `str` and the like, which are asked last.
    pub(super) built_in: Option<Class>,
    pub(super) layout: Arc<Layout>,
    /// The version in which the constructor was found to do nothing with arguments for all places, in their order, but to
    /// put them there.
    pub(super) filled: AtomicU64,
}

impl Inner {
    pub(super) fn later(&self) -> &Later {
        self.later.get_or_init(Box::default)
    }

    /// What the class has itself, to be changed: from now on, its table does not say it.
    pub(super) fn own_mut(&self) -> MutexGuard<'_, Own> {
        let own = self.later().own.get_or_init(|| {
            let own = self.shape.current().table.own().map(|(name, placed)| (name, placed.held.clone()));
            Mutex::new(own.collect())
        });
        own.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same, if it has changed.
    fn changed_own(&self) -> Option<MutexGuard<'_, Own>> {
        Some(self.later.get()?.own.get()?.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The class of the class, unless it is `type`.
    #[inline]
    pub(super) fn metaclass(&self) -> Option<&Class> {
        self.more.as_ref()?.metaclass.as_ref()
    }

    pub(super) fn followers(&self) -> MutexGuard<'_, Numbered<Weak<Self>>> {
        self.later().followers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn qualname(&self) -> &Text {
        self.more.as_ref().map_or(&self.name, |more| &more.qualname)
    }

    pub(super) fn doc(&self) -> Option<&Text> {
        let of_spec = || self.spec.get().map(|spec| spec.doc_text()).filter(|doc| !doc.is_empty());
        self.more.as_ref().and_then(|more| more.doc.as_ref()).or_else(of_spec)
    }

    #[inline]
    pub(super) fn has_special(&self, special: u8) -> bool {
        self.specials.load(Ordering::Relaxed) & special != 0
    }

    /// Something has come into the table: it may be what instances are asked for all the time.
    pub(super) fn note(&self, specials: u8) {
        if specials != 0 {
            self.specials.fetch_or(specials, Ordering::Relaxed);
        }
    }
}

/// What a class has itself.
impl Class {
    /// Under a name.
    pub(super) fn own_held<N: AttrName>(&self, name: N) -> Option<Held> {
        match self.0.changed_own() {
            Some(own) => own.get(name).cloned(),
            None => self.first_own(name).map(|placed| placed.held.clone()),
        }
    }

    pub(crate) fn has_own_held<N: AttrName>(&self, name: N) -> bool {
        match self.0.changed_own() {
            Some(own) => own.contains_key(name),
            None => self.first_own(name).is_some(),
        }
    }

    /// Under a name, from the beginning.
    pub(crate) fn first_own<N: AttrName>(&self, name: N) -> Option<&Placed> {
        self.table().get_own(name)
    }

    /// All of it, in the order in which it was defined.
    pub(super) fn each_own(&self, mut visit: impl FnMut(Sym, &Held)) {
        match self.0.changed_own() {
            Some(own) => own.iter().for_each(|(name, held)| visit(name, held)),
            None => self.table().own().for_each(|(name, placed)| visit(name, &placed.held)),
        }
    }
}

impl Shape {
    /// What there is to be asked for at every step: of a shape that has just been made.
    pub(super) fn specials(&self) -> u8 {
        self.table.known().fold(0, |specials, (name, group)| specials | self.specials_of(name, Some(group)))
    }

    pub(super) fn specials_of(&self, name: Sym, group: Option<Group<'_>>) -> u8 {
        let hidden = group.filter(|group| group.slot() == NO_SLOT && group.place() != NO_SLOT);
        let field = hidden.and_then(|group| self.layout.get(group.place() as usize)?.field());
        // A private field is its own descriptor, which stands in nobody's way who makes an instance.
        let hides = if field.is_some_and(|field| !field.has(Flags::PRIVATE)) { special::HIDES } else { 0 };
        name.specials() | hides
    }
}

/// That of no class.
impl Default for Shape {
    #[inline]
    fn default() -> Self {
        let (table, layout) = (Table::default(), Layout::none());
        Self {
            bases: Few::new(),
            order: Order::default(),
            table,
            built_in: None,
            layout,
            filled: AtomicU64::new(u64::MAX),
        }
    }
}

/// Classes that hold classes, or instances of classes, that hold .. are freed without recursion.
impl Drop for Inner {
    fn drop(&mut self) {
        let shape = self.shape.current();
        // Another order than that of C3 may have put any class in front.
        let followed = if self.has_special(special::REORDERED) { &shape.order.ancestors } else { &shape.bases };
        for class in followed {
            class.0.followers().remove(self.id);
        }
        self.end = End::begin();
        if matches!(self.end, End::Within) {
            let shape = std::mem::replace(&mut self.shape, History::new(Shape::default()));
            bury((self.later.take(), shape, self.declared.take(), self.spec.take()));
        }
    }
}

type Remains = (Option<Box<Later>>, History<Shape>, Option<Arc<Layout>>, Option<Arc<ClassSpec>>);

thread_local! {
    /// What classes held that were freed while another one was: it is freed behind that.
    static BURIED: RefCell<Option<Vec<Remains>>> = const { RefCell::new(None) };
}

fn bury(remains: Remains) {
    let _ = BURIED.try_with(|buried| buried.borrow_mut().get_or_insert_default().push(remains));
}

/// How a class is freed. It is the last part of it: what is buried is freed when all else is.
#[derive(Default)]
pub(super) enum End {
    /// Nobody frees it.
    #[default]
    NotYet,
    /// No other one is being freed.
    Alone,
    /// Another one is: what it holds is freed behind that.
    Within,
}

impl End {
    fn begin() -> Self {
        let is_within = BURIED.try_with(|buried| {
            let mut buried = buried.borrow_mut();
            let is_within = buried.is_some();
            buried.get_or_insert_default();
            is_within
        });
        if is_within == Ok(true) { Self::Within } else { Self::Alone }
    }
}

impl Drop for End {
    fn drop(&mut self) {
        if !matches!(self, Self::Alone) {
            return;
        }
        while let Ok(Some(next)) = BURIED.try_with(|buried| {
            let mut buried = buried.borrow_mut();
            let next = buried.as_mut().and_then(Vec::pop);
            if next.is_none() {
                *buried = None;
            }
            next
        }) {
            drop(next);
        }
    }
}

/// A number that no class had before.
pub(super) fn next_id() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

thread_local! {
    /// Does this thread change classes?
    static CHANGES: Cell<bool> = const { Cell::new(false) };
}

/// The turn of a thread to change classes.
pub(super) struct Changing(Option<MutexGuard<'static, ()>>);

/// Those who change classes take turns; readers never wait.
///
/// What is freed meanwhile may change classes itself: a thread that has its turn need not wait for it.
pub(super) fn changing() -> Changing {
    static CHANGING: Mutex<()> = Mutex::new(());
    Changing((!CHANGES.replace(true)).then(|| CHANGING.lock().unwrap_or_else(PoisonError::into_inner)))
}

impl Drop for Changing {
    fn drop(&mut self) {
        if self.0.is_some() {
            CHANGES.set(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_small() {
        assert!(size_of::<Inner>() <= 296);
    }
}
