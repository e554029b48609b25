//! How the tour prints.

use std::cell::RefCell;
use std::error::Error;
use std::fmt::Display;
use std::io::{self, Write};

/// What a part of the tour gives.
pub(crate) type Outcome = Result<(), Box<dyn Error>>;

/// A heading of the tour.
pub(crate) fn heading(out: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(out, "\n== {text} ==")
}

/// What is not as the lesson has it.
pub(crate) fn remark(out: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(out, "# {text}")
}

thread_local! {
    static PRINTED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Python's `print` for the methods and hooks of classes, which live longer than the writer that is lent to the tour.
pub(crate) fn print(text: impl Display) {
    PRINTED.with_borrow_mut(|printed| *printed += &format!("{text}\n"));
}

/// What was printed since this was asked last.
pub(crate) fn printed() -> String {
    PRINTED.take()
}

/// All that a part of the tour prints.
#[cfg(test)]
pub(crate) fn output_of(part: fn(&mut Vec<u8>) -> Outcome) -> String {
    let mut out = vec![];
    part(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}
