//! What one look at a class tells, without a call: of most classes, and of most names.

use super::Class;
use super::layout::Slot;
use super::table::Group;
use crate::symbol::AttrName;

impl Class {
    /// What the classes of its MRO have under a name, if one look tells.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "each call of a method begins here")]
    pub(crate) fn glance<N: AttrName>(&self, name: N) -> Option<Group<'_>> {
        self.0.shape.only()?.table.glance(name)
    }

    /// Where its instances keep a value of this name that is read before anything else, if one look tells; else nothing,
    /// or a place that none has.
    #[inline]
    pub(crate) fn glance_at_place<N: AttrName>(&self, name: N) -> Option<usize> {
        self.0.shape.only()?.table.glance_at_place(name)
    }

    /// The same, with what may stand there.
    #[inline]
    pub(crate) fn glance_at_slot<N: AttrName>(&self, name: N) -> Option<(usize, Slot<'_>)> {
        let shape = self.0.shape.only()?;
        let place = shape.table.glance_at_place(name)?;
        Some((place, shape.layout.get(place)?))
    }
}
