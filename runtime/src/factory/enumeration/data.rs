//! Members in data: there, a member is its value.

use super::members::Members;
use crate::class::Class;
use crate::spec::{ClassRef, TypeSpec};
use crate::validate::Issue;
use crate::value::{List, Value};

impl TypeSpec {
    /// The enumeration, if its members are the values of the type.
    pub(crate) fn enumeration(&self) -> Option<Enumeration<'_>> {
        match self {
            Self::Class(ClassRef::Class(class)) => Enumeration::of(class),
            _ => None,
        }
    }
}

/// A class that is an enumeration.
#[derive(Clone, Copy)]
pub(crate) struct Enumeration<'a> {
    class: &'a Class,
    members: &'a Members,
}

impl<'a> Enumeration<'a> {
    pub(crate) fn of(class: &'a Class) -> Option<Self> {
        // That of enumerations: most classes have none, and are asked for each instance that is read.
        let members = class.has_metaclass().then(|| Members::of(class))?.filter(|members| !members.is_empty())?;
        Some(Self { class, members })
    }

    /// The member that a value stands for, combinations of flags among them. Equality is Python's, but a truth value is no
    /// number, and, where types are strict, a float is no integer.
    pub(crate) fn member(self, value: &Value, is_strict: bool) -> Option<Value> {
        let member = self.class.member_of(value.clone()).ok().filter(|member| member.class() == self.class)?;
        let own = member.get_attr("_value_").ok()?;
        let is_bool = |value: &Value| matches!(value, Value::True | Value::False);
        let is_float = |value: &Value| value.as_float().is_some();
        let is_same_kind = is_bool(value) == is_bool(&own) && (!is_strict || is_float(value) == is_float(&own));
        is_same_kind.then_some(member)
    }

    /// The values of all members, without aliases.
    pub(crate) fn values(self) -> List {
        self.members.values().into_iter().map(|(_, value)| value).collect()
    }

    /// Are the members combined?
    #[cfg(feature = "json")]
    pub(crate) const fn has_combinations(self) -> bool {
        self.members.flags.is_some()
    }

    /// No member has the value.
    pub(crate) fn issue(self) -> Issue {
        Issue::new("one_of").with_param("allowed", self.values())
    }
}
