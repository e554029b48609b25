//! What the methods of built-in classes take. They read their arguments as they come, once these are right.

use crate::args::{Args, Params};
use crate::error::Error;
use crate::field::Field;

/// Which arguments a method takes, and so how Python tells that they are others.
#[derive(Clone, Copy)]
pub(crate) enum Takes {
    /// What the method says itself.
    AsItSays,
    /// From the first to the second number, none of them by name: a method that CPython has in C.
    Counted(usize, usize),
    /// Those of these names: a method that CPython has in Python.
    Named(&'static [&'static str]),
}

/// What the method says itself.
pub(crate) const fn as_it_says() -> Takes {
    Takes::AsItSays
}

pub(crate) const fn exactly<const COUNT: usize>() -> Takes {
    Takes::Counted(COUNT, COUNT)
}

pub(crate) const fn between<const LEAST: usize, const MOST: usize>() -> Takes {
    Takes::Counted(LEAST, MOST)
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
        match self {
            Self::AsItSays => Ok(args),
            Self::Counted(least, most) if is_positional && (least..=most).contains(&given) => Ok(args),
            Self::Counted(least, most) => Err(refused(callee, &args, least, most)),
            Self::Named(names) if is_positional && given == names.len() => Ok(args),
            Self::Named(names) => bound(callee, args, names),
        }
    }
}

/// Arguments by name are put in order, or refused.
#[cold]
fn bound(callee: &str, args: Args, names: &[&'static str]) -> Result<Args, Error> {
    let params = names.iter().fold(Params::new(), |params, name| params.param(*name, Field::any()));
    let signature = params.build()?.with_receiver();
    let bound = signature.accept(callee, args)?;
    Ok(Args::from(bound.into_values().into_iter().flatten().collect::<Vec<_>>()))
}

/// CPython's texts, which are others for the methods of operators.
#[cold]
fn refused(callee: &str, args: &Args, least: usize, most: usize) -> Error {
    let name = callee.rsplit('.').next().unwrap_or(callee);
    let is_special = name.starts_with("__") && name.ends_with("__");
    let given = args.positional().len();
    Error::type_error(match (args.keywords().len() > 0, is_special) {
        (true, true) => format!("wrapper {name}() takes no keyword arguments"),
        (true, false) => format!("{callee}() takes no keyword arguments"),
        (false, true) => format!("expected {}, got {given}", arguments(most)),
        (false, false) if most == 0 => format!("{callee}() takes no arguments ({given} given)"),
        (false, false) if (least, most) == (1, 1) => format!("{callee}() takes exactly one argument ({given} given)"),
        (false, false) if least == most => format!("{name} expected {}, got {given}", arguments(most)),
        (false, false) if given < least => format!("{name} expected at least {}, got {given}", arguments(least)),
        (false, false) => format!("{name} expected at most {}, got {given}", arguments(most)),
    })
}

fn arguments(count: usize) -> String {
    format!("{count} argument{}", if count == 1 { "" } else { "s" })
}
