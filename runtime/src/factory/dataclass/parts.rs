//! What a class has of its being a dataclass, made when somebody reads it: most classes are asked for little of it.

use std::sync::OnceLock;

use super::init::constructor;
use super::methods::Method;
use super::table::FieldTable;
use crate::class::Kind;
use crate::spec::Flags;
use crate::symbol::Sym;
use crate::value::{Tuple, Value};

/// One of the attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// `__init__`
    Init,
    Method(Method),
    /// `__match_args__`
    MatchArgs,
    /// `__dataclass_fields__`
    Fields,
}

impl Part {
    pub(crate) const fn kind(self) -> Kind {
        match self {
            Self::Init | Self::Method(_) => Kind::Bind,
            Self::MatchArgs | Self::Fields => Kind::Plain,
        }
    }

    fn make(self, table: &FieldTable) -> Value {
        match self {
            Self::Init => table.defined(constructor(table)),
            Self::Method(method) => table.defined(method.function()),
            Self::MatchArgs => match_args(table).into(),
            Self::Fields => table.to_value(),
        }
    }
}

/// The names that the constructor takes by position.
fn match_args(table: &FieldTable) -> Tuple {
    let taken = table.entries().parameters().filter(|spec| !spec.has(Flags::KW_ONLY));
    taken.map(|spec| Sym::new(spec.name()).to_value()).collect()
}

/// The parts that were asked for.
#[derive(Default)]
pub(super) struct Made {
    // Who makes instances asks for it.
    init: OnceLock<Value>,
    others: OnceLock<Box<Others>>,
}

#[derive(Default)]
struct Others {
    methods: [OnceLock<Value>; Method::ALL.len()],
    match_args: OnceLock<Value>,
    fields: OnceLock<Value>,
}

impl Made {
    /// A part of the table that these are of.
    #[inline]
    pub(super) fn get(&self, part: Part, table: &FieldTable) -> &Value {
        self.cell(part).get_or_init(|| part.make(table))
    }

    #[allow(clippy::indexing_slicing, reason = "there is one for each method")]
    fn cell(&self, part: Part) -> &OnceLock<Value> {
        let others = || self.others.get_or_init(Box::default);
        match part {
            Part::Init => &self.init,
            Part::Method(method) => &others().methods[method as usize],
            Part::MatchArgs => &others().match_args,
            Part::Fields => &others().fields,
        }
    }
}
