//! What is wrong with a text, as `serde_json` says it.

use std::fmt;

use serde::de::{Deserialize, Deserializer as _, Error, Expected, IgnoredAny, Unexpected};
use serde_json::de::{Deserializer, SliceRead};

use super::{END, ENTRY, ITEM, Parser};
use crate::decode::DecodeError;
use crate::json::locate::Lines;

/// Why a text is not JSON, or is not what is asked for.
#[derive(Debug)]
pub(in crate::json) struct SyntaxError(Box<Fault>);

#[derive(Debug)]
struct Fault {
    message: String,
    /// From 1; 0 if it is not known.
    line: usize,
    column: usize,
}

impl From<SyntaxError> for DecodeError {
    fn from(error: SyntaxError) -> Self {
        let Fault { message, line, column } = *error.0;
        Self::Syntax { message, line, column }
    }
}

impl From<serde_json::Error> for SyntaxError {
    #[cold]
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let mut message = error.to_string();
        // It stands beside the text, not in it.
        if let Some(text) = message.strip_suffix(&format!(" at line {line} column {column}")) {
            message.truncate(text.len());
        }
        Self(Box::new(Fault { message, line, column }))
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault { message, line, column } = &*self.0;
        match line {
            0 => f.write_str(message),
            line => write!(f, "{message} at line {line} column {column}"),
        }
    }
}

impl std::error::Error for SyntaxError {}

impl Error for SyntaxError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        serde_json::Error::custom(message).into()
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        serde_json::Error::invalid_type(unexpected, expected).into()
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        serde_json::Error::invalid_value(unexpected, expected).into()
    }
}

/// Reads a text to its end.
fn read(mut other: Deserializer<SliceRead<'_>>) -> Result<(), serde_json::Error> {
    serde_json::Value::deserialize(&mut other)?;
    other.end()
}

impl Parser<'_> {
    /// What is wrong with the next byte, or with the end of the text, where this much of another text leads to.
    #[cold]
    #[inline(never)]
    pub(super) fn unexpected(&self, before: &str) -> SyntaxError {
        let next = self.bytes.get(self.at..).unwrap_or_default().iter().take(1);
        let text: Vec<u8> = before.bytes().chain(next.copied()).collect();
        self.told(before.len(), &text, read)
    }

    /// A list or dict is left before its end, which is wrong unless something else is.
    #[cold]
    #[inline(never)]
    pub(super) fn left<T>(&mut self, value: Result<T, SyntaxError>, end: u8) -> Result<T, SyntaxError> {
        let next = self.peek();
        let is_list = end == b']';
        if is_list && next == b',' {
            self.at += 1;
            self.peek();
        }
        value.map_err(|error| self.placed(error))?;
        Err(match (next, is_list) {
            (END, true) if self.is_at_end() => self.unexpected(ITEM),
            (END, false) if self.is_at_end() => self.unexpected(ENTRY),
            (b',', true) => match self.peek() {
                b']' => self.unexpected("[0,"),
                END if self.is_at_end() => self.told(3, b"0 x", read),
                _ => self.unexpected("0 "),
            },
            (b',', false) => self.told(6, b"{\"\":0,}", read),
            _ => self.unexpected("0 "),
        })
    }

    /// There is no stack left for another parser, who would say so.
    #[cold]
    #[inline(never)]
    pub(super) fn too_deep(&self) -> SyntaxError {
        self.placed(SyntaxError::custom("recursion limit exceeded"))
    }

    /// What is wrong with the number, text or word that is next.
    #[cold]
    #[inline(never)]
    pub(super) fn broken(&self) -> SyntaxError {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.told(0, rest, |mut other| other.deserialize_any(IgnoredAny).map(drop))
    }

    /// What is wrong with the number that is next, if it is well written.
    #[cold]
    #[inline(never)]
    pub(super) fn out_of_range(&self) -> SyntaxError {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.told(0, rest, |mut other| f64::deserialize(&mut other).map(drop))
    }

    /// What is wrong with the value that is next, if it is passed over.
    #[cold]
    #[inline(never)]
    pub(super) fn broken_within(&self) -> SyntaxError {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.told(0, rest, |mut other| IgnoredAny::deserialize(&mut other).map(drop))
    }

    /// What is told of a text of which so many bytes stand before the next of ours.
    fn told<'t>(
        &self,
        before: usize,
        text: &'t [u8],
        read: impl FnOnce(Deserializer<SliceRead<'t>>) -> Result<(), serde_json::Error>,
    ) -> SyntaxError {
        match read(Deserializer::from_slice(text)) {
            Err(error) => self.moved(error, before),
            // It would take what we do not.
            Ok(()) => self.placed(SyntaxError::custom("invalid JSON")),
        }
    }

    /// An error of a text of which so many bytes stand before the next of ours.
    pub(super) fn moved(&self, error: serde_json::Error, before: usize) -> SyntaxError {
        let mut error = SyntaxError::from(error);
        let (line, column) = self.place();
        let Fault { line: lines, column: columns, .. } = &mut *error.0;
        if *lines == 1 {
            *columns = (*columns + column).saturating_sub(before);
        }
        *lines = (*lines + line).saturating_sub(1);
        error
    }

    /// The same error, at the place where we are unless it has one.
    #[cold]
    #[inline(never)]
    pub(super) fn placed(&self, mut error: SyntaxError) -> SyntaxError {
        if error.0.line == 0 {
            (error.0.line, error.0.column) = self.place();
        }
        error
    }

    /// The line of the next byte, and how many bytes of the line stand before it.
    fn place(&self) -> (usize, usize) {
        let (line, column) = Lines::new(self.bytes).place(self.at);
        (line, column - 1)
    }
}
