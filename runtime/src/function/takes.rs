//! What the methods of built-in classes take. They read their arguments as they come, once these are right.

use crate::args::{Args, Params};
use crate::error::Error;
use crate::field::Field;

/// How many arguments a method takes, and how Python tells that they are others.
#[derive(Clone, Copy)]
pub(crate) enum Takes {
    /// What the method says itself.
    AsItSays,
    /// So many, none of them by name: a method that CPython has in C.
    Exactly(usize),
    /// The first to the second number, none of them by name.
    Between(usize, usize),
    /// Those of these names: a method that CPython has in Python.
    Named(&'static [&'static str]),
}

/// What the method says itself.
pub(crate) const fn as_it_says() -> Takes {
    Takes::AsItSays
}

pub(crate) const fn exactly<const COUNT: usize>() -> Takes {
    Takes::Exactly(COUNT)
}

pub(crate) const fn between<const LEAST: usize, const MOST: usize>() -> Takes {
    Takes::Between(LEAST, MOST)
}

macro_rules! named {
    ($($function:ident($($name:literal),*);)*) => {$(
        pub(crate) const fn $function() -> Takes {
            Takes::Named(&[$($name),*])
        }
    )*};
}

named! {
    attr("attr");
    format_spec("format_spec");
    only_name("name");
    name_and_value("name", "value");
    other("other");
    value("value");
}

impl Takes {
    /// The arguments of a call, which are taken out.
    ///
    /// # Errors
    /// A `TypeError` if they are none of a right call.
    pub(crate) fn take(self, callee: &str, args: &mut Args) -> Result<Args, Error> {
        let args = args.take(callee)?;
        let given = args.positional().len();
        let is_positional = given == args.len();
        let is_right = match self {
            Self::AsItSays => true,
            Self::Exactly(count) => is_positional && given == count,
            Self::Between(least, most) => is_positional && (least..=most).contains(&given),
            Self::Named(names) => is_positional && given == names.len(),
        };
        if is_right { Ok(args) } else { self.bind(callee, args) }
    }

    /// Arguments by name are put in order, where names mean something; all else is refused.
    #[cold]
    fn bind(self, callee: &str, args: Args) -> Result<Args, Error> {
        if let Self::Named(names) = self {
            let params = names.iter().fold(Params::new(), |params, name| params.param(*name, Field::any()));
            let signature = params.build()?.with_receiver();
            let bound = signature.accept(callee, args)?;
            return Ok(Args::from(bound.into_values().into_iter().flatten().collect::<Vec<_>>()));
        }
        let name = callee.rsplit('.').next().unwrap_or(callee);
        let given = args.positional().len();
        Err(Error::type_error(match self {
            _ if args.keywords().len() > 0 && is_special(name) => {
                format!("wrapper {name}() takes no keyword arguments")
            }
            _ if args.keywords().len() > 0 => format!("{callee}() takes no keyword arguments"),
            Self::Exactly(count) if is_special(name) => format!("expected {}, got {given}", arguments(count)),
            Self::Exactly(0) => format!("{callee}() takes no arguments ({given} given)"),
            Self::Exactly(1) => format!("{callee}() takes exactly one argument ({given} given)"),
            Self::Between(least, _) if given < least => {
                format!("{name} expected at least {}, got {given}", arguments(least))
            }
            Self::Between(_, most) => format!("{name} expected at most {}, got {given}", arguments(most)),
            Self::Exactly(count) => format!("{name} expected {}, got {given}", arguments(count)),
            Self::AsItSays | Self::Named(_) => format!("{callee}() got other arguments"),
        }))
    }
}

fn is_special(name: &str) -> bool {
    name.starts_with("__") && name.ends_with("__")
}

fn arguments(count: usize) -> String {
    format!("{count} argument{}", if count == 1 { "" } else { "s" })
}
