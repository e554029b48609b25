//! What a dataclass says of itself.

use std::sync::{Arc, OnceLock};

use super::entries::Entries;
use crate::class::Layout;
use crate::spec::{ClassSpec, Options, Text};

/// The fields, with what stands among them that is none, and the description, which has the fields alone.
pub(super) struct Described {
    pub(super) entries: Entries,
    pub(super) spec: Arc<ClassSpec>,
}

/// What a dataclass says of itself.
pub(super) enum Description {
    /// As it was collected from the body and the bases.
    Whole(Described),
    /// Of plain fields alone. The places of instances say what they are: it is made when somebody asks.
    Plain { head: Head, layout: Arc<Layout>, made: OnceLock<Box<Described>> },
}

/// What is said beside the fields.
pub(super) struct Head {
    pub(super) name: Text,
    pub(super) module: Text,
    pub(super) doc: Option<Text>,
    pub(super) options: Options,
}

impl Description {
    /// Of the plain fields that instances have places for.
    pub(super) const fn plain(head: Head, layout: Arc<Layout>) -> Self {
        Self::Plain { head, layout, made: OnceLock::new() }
    }

    #[inline]
    pub(super) fn get(&self) -> &Described {
        match self {
            Self::Whole(described) => described,
            Self::Plain { head, layout, made } => made.get_or_init(|| Box::new(head.describe(layout))),
        }
    }

    /// The name of the class.
    pub(super) fn name(&self) -> &Text {
        match self {
            Self::Whole(described) => described.spec.name_text(),
            Self::Plain { head, .. } => &head.name,
        }
    }

    /// The places of the fields, if they are known from the beginning.
    pub(super) const fn layout(&self) -> Option<&Arc<Layout>> {
        match self {
            Self::Whole(_) => None,
            Self::Plain { layout, .. } => Some(layout),
        }
    }
}

impl Head {
    fn describe(&self, layout: &Layout) -> Described {
        let Self { name, module, doc, options } = self;
        let fields = layout.fields();
        let spec = ClassSpec::made(name.clone(), fields.clone()).with_module(module.clone()).with_options(*options);
        let spec = match doc {
            Some(doc) => spec.with_doc(doc.clone()),
            None => spec,
        };
        Described { entries: Entries::of_fields(fields.clone()), spec: spec.into() }
    }
}
