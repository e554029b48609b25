//! What is written in a class statement.

use crate::class::{Class, Keywords, pipeline};
use crate::descriptor::Attribute;
use crate::error::Error;
use crate::namespace::Namespace;
use crate::spec::Text;
use crate::symbol::Sym;

/// What is written.
pub(in crate::class) struct Statement {
    pub(in crate::class) name: Text,
    /// The name with those of the classes around it, if that was said.
    pub(in crate::class) qualname: Option<Text>,
    pub(in crate::class) module: Text,
    pub(in crate::class) bases: Vec<Class>,
    pub(in crate::class) metaclass: Option<Class>,
    pub(in crate::class) keywords: Keywords,
    /// The attributes, in their order.
    pub(in crate::class) attributes: Vec<(Sym, Attribute)>,
    /// The parts of the body that are code, each with the number of attributes before it.
    pub(in crate::class) bodies: Vec<(usize, Box<Body>)>,
    /// Has it hooks that only the class of a class can have?
    pub(in crate::class) is_metaclass: bool,
    /// What was wrong with a part: told when the class is to be made.
    pub(in crate::class) error: Option<Error>,
}

pub(in crate::class) type Body = dyn FnOnce(&mut dyn Namespace) -> Result<(), Error>;

impl Default for Statement {
    #[inline]
    fn default() -> Self {
        Self {
            name: Text::default(),
            qualname: None,
            module: pipeline::MAIN,
            bases: vec![],
            metaclass: None,
            keywords: Keywords::new(),
            attributes: vec![],
            bodies: vec![],
            is_metaclass: false,
            error: None,
        }
    }
}
