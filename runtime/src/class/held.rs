//! What a class has under a name.

use std::sync::Arc;

use super::Kind;
use super::cell::ValueCell;
use crate::factory::dataclass::{FieldTable, Method, Part};
use crate::function::Function;
use crate::value::Value;

/// The parts of a dataclass, each a variant of its own: so what is held is no larger than a value.
macro_rules! held {
    ($($variant:ident $part:ident $(($method:path))?;)*) => {
        /// What a class has under a name: a value, the cell that a data attribute moves into when it is first assigned, or
        /// what a dataclass has of being one, which becomes a value when somebody reads it.
        ///
        /// A cell is shared by the tables of all subclasses, so that one assignment reaches them all.
        #[derive(Clone)]
        pub(crate) enum Held {
            Fixed(Value),
            /// A value that all classes of a kind have: it is not counted.
            Common(&'static Value),
            Cell(Arc<ValueCell>),
            $($variant(Arc<FieldTable>),)*
        }

        impl Held {
            /// A part of a dataclass.
            pub(super) fn of_part(table: Arc<FieldTable>, part: Part) -> Self {
                match part { $(Part::$part $(($method))? => Self::$variant(table),)* }
            }

            /// The part that it is, of this dataclass.
            #[inline]
            pub(crate) fn part(&self) -> Option<(&Arc<FieldTable>, Part)> {
                match self {
                    Self::Fixed(_) | Self::Common(_) | Self::Cell(_) => None,
                    $(Self::$variant(table) => Some((table, Part::$part $(($method))?)),)*
                }
            }
        }
    };
}

held! {
    Init Init;
    Replace Method(Method::Replace);
    Repr Method(Method::Repr);
    Eq Method(Method::Eq);
    Lt Method(Method::Lt);
    Le Method(Method::Le);
    Gt Method(Method::Gt);
    Ge Method(Method::Ge);
    Hash Method(Method::Hash);
    FrozenSet Method(Method::FrozenSet);
    FrozenDelete Method(Method::FrozenDelete);
    CheckedSet Method(Method::CheckedSet);
    MatchArgs MatchArgs;
    Fields Fields;
}

impl Held {
    pub(crate) fn in_cell(value: Value) -> Self {
        Self::Cell(Arc::new(ValueCell::new(value)))
    }

    /// The value now.
    #[inline]
    pub(crate) fn value(&self) -> Value {
        match self {
            Self::Fixed(value) => value.clone(),
            Self::Cell(cell) => cell.read(),
            held => held.fixed().cloned().unwrap_or_default(),
        }
    }

    /// The value, if it never changes.
    #[inline]
    pub(crate) fn fixed(&self) -> Option<&Value> {
        match self {
            Self::Fixed(value) => Some(value),
            held => held.fixed_elsewhere(),
        }
    }

    /// The function that lies here, as nearly all methods do.
    #[inline]
    pub(crate) const fn as_function(&self) -> Option<&Function> {
        match self {
            Self::Fixed(Value::Function(function)) => Some(function),
            _ => None,
        }
    }

    /// The same of what lies somewhere else.
    #[inline(never)]
    fn fixed_elsewhere(&self) -> Option<&Value> {
        match self {
            Self::Common(value) => Some(*value),
            held => held.part().map(|(table, part)| table.part(part)),
        }
    }

    /// What a value that the class itself has is to those who read an attribute of an instance.
    #[inline]
    pub(super) fn kind_of(value: &Value) -> Kind {
        match value {
            Value::Descriptor(descriptor) if descriptor.is_slot_member() => Kind::Slot,
            value => Kind::of(value),
        }
    }

    /// What it is to those who read an attribute of an instance.
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Fixed(value) => Self::kind_of(value),
            Self::Common(value) => Kind::of(value),
            held => held.part().map_or(Kind::Plain, |(_, part)| part.kind()),
        }
    }
}

/// A value that all classes of a kind have. What it is to those who read an attribute of an instance is found out once.
pub(crate) struct Common {
    pub(crate) value: Value,
    pub(super) kind: Kind,
}

impl From<Value> for Common {
    fn from(value: Value) -> Self {
        Self { kind: Kind::of(&value), value }
    }
}

impl From<Value> for Held {
    fn from(value: Value) -> Self {
        Self::Fixed(value)
    }
}
