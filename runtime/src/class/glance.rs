//! What one look at a class tells, without a call: of most classes, and of most names.

use super::Class;
use super::table::Group;
use crate::symbol::AttrName;

impl Class {
    /// What the classes of its MRO have under a name, if one look tells.
    #[inline]
    pub(crate) fn glance<N: AttrName>(&self, name: N) -> Option<Group<'_>> {
        self.0.shape.only()?.table.glance(name)
    }
}
