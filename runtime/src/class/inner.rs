//! What a class consists of.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use smallvec::SmallVec;

use super::layout::{Layout, Slot};
use super::shape::Order;
use super::table::{Group, Held, NO_SLOT, Table};
use super::{Class, special};
use crate::history::History;
use crate::spec::{ClassSpec, Flags, Text};
use crate::symbol::{NameMap, Sym};

/// A list of mostly one or two, which then lie in place.
pub(super) type Few<T> = SmallVec<[T; 2]>;

/// The attributes that a class has itself, in the order in which they were defined.
pub(in crate::class) type Own = NameMap<Held>;

pub(crate) struct Inner {
    pub(super) id: u64,
    pub(super) name: Text,
    pub(super) module: Text,
    /// What most classes do not have.
    pub(super) more: Option<Box<More>>,
    /// The class of the class, unless it is `type`.
    pub(super) metaclass: Option<Class>,
    /// The fields and slots of the class itself.
    pub(super) declared: Arc<[Slot]>,
    /// Is it one of Python's own?
    pub(super) is_builtin: bool,
    /// Do instances take attributes that have no place?
    pub(super) is_open: bool,
    /// What instances cannot be made without: the abstract methods that are left.
    pub(super) abstract_methods: OnceLock<Box<[Sym]>>,
    pub(super) shape: History<Shape>,
    /// Another number after each change that a handle has to know of.
    pub(super) version: AtomicU64,
    pub(super) specials: AtomicU8,
    pub(super) own: Mutex<Own>,
    /// The classes that have to be told of changes, by their ids: in the order in which they were made.
    pub(super) followers: Mutex<BTreeMap<u64, Follower>>,
    pub(super) spec: OnceLock<Arc<ClassSpec>>,
}

/// What is said of some classes only.
pub(super) struct More {
    pub(super) qualname: Text,
    pub(super) doc: Option<Text>,
}

impl More {
    /// Of a class with this name.
    pub(super) fn of(name: &Text, qualname: Text, doc: Option<Text>) -> Option<Box<Self>> {
        (qualname != *name || doc.is_some()).then(|| Box::new(Self { qualname, doc }))
    }
}

/// A class that has another one in its MRO.
pub(super) struct Follower {
    pub(super) class: Weak<Inner>,
    /// Is the other one its base, or has its metaclass put that into the MRO?
    pub(super) is_direct: bool,
}

/// What changes as a whole when a class gets other bases.
pub(crate) struct Shape {
    pub(super) bases: Few<Class>,
    pub(super) order: Order,
    /// What the classes of the MRO have, as many of them as are copied into it.
    pub(super) table: Table,
    pub(super) copied: usize,
    /// The first class that is not, if it is not `object`: `int`, `str` and the like, which are asked last.
    pub(super) built_in: Option<Class>,
    pub(super) layout: Arc<Layout>,
}

impl Inner {
    pub(super) fn own(&self) -> MutexGuard<'_, Own> {
        self.own.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn followers(&self) -> MutexGuard<'_, BTreeMap<u64, Follower>> {
        self.followers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn qualname(&self) -> &Text {
        self.more.as_ref().map_or(&self.name, |more| &more.qualname)
    }

    pub(super) fn doc(&self) -> Option<&Text> {
        self.more.as_ref()?.doc.as_ref()
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

impl Shape {
    /// What there is to be asked for at every step.
    pub(super) fn specials(&self) -> u8 {
        self.table.iter().fold(0, |specials, (name, group)| specials | self.specials_of(name, Some(group)))
    }

    pub(super) fn specials_of(&self, name: Sym, group: Option<Group<'_>>) -> u8 {
        let hidden = group.filter(|group| group.slot() == NO_SLOT && group.place() != NO_SLOT);
        let field = hidden.and_then(|group| self.layout.get(group.place() as usize)?.field.as_ref());
        // A private field is its own descriptor, which stands in nobody's way who makes an instance.
        let hides = if field.is_some_and(|field| !field.has(Flags::PRIVATE)) { special::HIDES } else { 0 };
        name.specials() | hides
    }

    /// Of no class.
    fn nothing() -> Self {
        let (table, layout) = (Table::default(), Layout::none());
        Self { bases: Few::new(), order: Order::default(), table, copied: 0, built_in: None, layout }
    }
}

/// Classes that hold classes, or instances of classes, that hold .. are freed without recursion.
impl Drop for Inner {
    fn drop(&mut self) {
        let shape = self.shape.current();
        // Another order than that of C3 may have put any class in front.
        let followed = if self.has_special(special::REORDERED) { &shape.order.ancestors } else { &shape.bases };
        for class in followed {
            class.0.followers().remove(&self.id);
        }
        let own = std::mem::take(self.own.get_mut().unwrap_or_else(PoisonError::into_inner));
        let shape = std::mem::replace(&mut self.shape, History::new(Shape::nothing()));
        bury((own, shape, std::mem::take(&mut self.declared), self.spec.take()));
    }
}

type Remains = (Own, History<Shape>, Arc<[Slot]>, Option<Arc<ClassSpec>>);

/// Frees what a class held, unless something is being freed already: then that is done first.
fn bury(remains: Remains) {
    thread_local! {
        static BURIED: RefCell<Option<Vec<Remains>>> = const { RefCell::new(None) };
    }
    let mut remains = Some(remains);
    let queued = BURIED.try_with(|buried| match &mut *buried.borrow_mut() {
        Some(queue) => queue.extend(remains.take()),
        none => *none = Some(vec![]),
    });
    let Some(first) = remains else { return };
    drop(first);
    if queued.is_err() {
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
