//! What Python prints of an error that nobody catches.

use std::error::Error as StdError;
use std::fmt;

use super::Error;

/// What stands between a cause and what it caused.
const CAUSED: &str = "\n\nThe above exception was the direct cause of the following exception:\n\n";
/// How often a line is printed again.
const REPEATED: usize = 3;

/// Writes the causes, the first one first, and then the error itself.
pub(super) fn write(f: &mut fmt::Formatter<'_>, error: &Error) -> fmt::Result {
    let mut chain: Vec<&dyn StdError> = vec![error];
    let mut next: Option<&dyn StdError> = source(error);
    while let Some(source) = next {
        chain.push(source);
        next = match source.downcast_ref() {
            Some(error) => self::source(error),
            None => source.source(),
        };
    }
    for (i, error) in chain.iter().rev().enumerate() {
        f.write_str(if i == 0 { "" } else { CAUSED })?;
        match error.downcast_ref() {
            Some(error) => write_one(f, error)?,
            None => write!(f, "{error}")?,
        }
    }
    Ok(())
}

/// What caused an error, unless that is a report that says no more than the error itself.
fn source(error: &Error) -> Option<&(dyn StdError + 'static)> {
    let source = error.source()?;
    let is_report = source.downcast_ref::<Error>().is_none() && !error.message().is_empty();
    (!is_report || !source.to_string().ends_with(error.message())).then_some(source)
}

fn write_one(f: &mut fmt::Formatter<'_>, error: &Error) -> fmt::Result {
    if error.trace().len() > 0 {
        f.write_str("Traceback (most recent call last):\n")?;
    }
    let (mut last, mut count) = ("", 0);
    for function in error.trace() {
        if function != last {
            write_repetition(f, count)?;
            (last, count) = (function, 0);
        }
        count += 1;
        if count <= REPEATED {
            writeln!(f, "  <{function}>")?;
        }
    }
    write_repetition(f, count)?;
    // Without the mark that asks for all of this.
    write!(f, "{error:?}")
}

/// A recursion is not printed as a whole.
fn write_repetition(f: &mut fmt::Formatter<'_>, count: usize) -> fmt::Result {
    match count.saturating_sub(REPEATED) {
        0 => Ok(()),
        1 => f.write_str("  [Previous line repeated 1 more time]\n"),
        more => writeln!(f, "  [Previous line repeated {more} more times]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Args, Field, Params};

    #[track_caller]
    fn printed(error: &Error, text: &str) {
        assert_eq!(format!("{error:#}"), text);
    }

    #[test]
    fn an_error_alone_is_its_kind_and_message() {
        printed(&Error::type_error("m").at("x"), "TypeError: x: m");
        printed(&Error::stop_iteration(""), "StopIteration");
    }

    #[test]
    fn calls_are_printed_from_the_outside_in() {
        let text = "Traceback (most recent call last):\n  <Zoo.open>\n  <Animal.speak>\nTypeError: m";
        printed(&Error::type_error("m").within("Animal.speak").within("Zoo.open"), text);
    }

    #[test]
    fn causes_come_first() {
        let parse = "x".parse::<i64>().unwrap_err();
        let cause = Error::value_error("no number").with_source(parse).within("read");
        let text = "invalid digit found in string

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  <read>
ValueError: no number

The above exception was the direct cause of the following exception:

RuntimeError: failed";
        printed(&Error::runtime_error("failed").with_source(cause), text);
        // What was taken in says the same.
        printed(&Error::wrap("x".parse::<i64>().unwrap_err()), "RuntimeError: invalid digit found in string");
        let signature = Params::new().param("n", Field::int().min_value(1)).build().unwrap();
        let error = signature.accept("f", Args::new().with(0)).map(drop).unwrap_err();
        printed(&error, "ValueError: f.n: must be at least 1");
    }

    #[test]
    fn a_recursion_is_cut() {
        let lines = |count: usize| {
            let error = (0..count).fold(Error::recursion_error("m"), |error, _| error.within("f")).within("g");
            format!("{error:#}").lines().skip(2).map(str::trim).map(str::to_owned).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(lines(3), "<f> <f> <f> RecursionError: m");
        assert_eq!(lines(4), "<f> <f> <f> [Previous line repeated 1 more time] RecursionError: m");
        assert_eq!(lines(400), "<f> <f> <f> [Previous line repeated 397 more times] RecursionError: m");
    }
}
