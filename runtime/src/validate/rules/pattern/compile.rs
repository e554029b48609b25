//! From the text of a pattern to its program, within limits; what is wrong in one line.

use regex::RegexBuilder;
use regex_syntax::ParserBuilder;
use regex_syntax::ast::{self, Span};

use super::Pattern;
use super::program::Program;
use crate::error::Error;

/// What a pattern may cost, by who wrote it. The text bounds what is parsed, the program what repetitions become.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    text: usize,
    program: usize,
    nesting: u32,
}

impl Limits {
    /// The program's own patterns: nobody else's can be compiled in, so that these are only against mistakes.
    pub(super) const CODE: Self = Self { text: usize::MAX, program: 10 * 1024 * 1024, nesting: 128 };
    /// Patterns that may come from anywhere.
    pub(super) const DATA: Self =
        Self { text: Pattern::MAX_TEXT, program: Pattern::MAX_PROGRAM, nesting: Pattern::MAX_NESTING };
}

pub(super) fn compile(text: &str, limits: Limits) -> Result<Program, Error> {
    if text.len() > limits.text {
        return Err(bad(&format!("it has {} bytes, at most {} are allowed", text.len(), limits.text)));
    }
    let mut builder = RegexBuilder::new(text);
    builder.size_limit(limits.program).nest_limit(limits.nesting);
    builder.build().map(Program::new).map_err(|error| match error {
        regex::Error::CompiledTooBig(limit) => bad(&format!(
            "its program has more than {limit} bytes; ASCII classes such as `[0-9A-Za-z_]` are smaller than `\\w`"
        )),
        _ => bad(&fault(text, limits)),
    })
}

#[cold]
pub(super) fn bad(fault: &str) -> Error {
    Error::value_error(format!("bad pattern: {fault}"))
}

/// What the parser says, and where; the crate `regex` itself only prints a drawing.
fn fault(text: &str, limits: Limits) -> String {
    match ParserBuilder::new().nest_limit(limits.nesting).build().parse(text) {
        Err(regex_syntax::Error::Parse(error)) => {
            at(&describe(text, error.kind(), error.span()), text, error.span())
        }
        Err(regex_syntax::Error::Translate(error)) => at(&error.kind().to_string(), text, error.span()),
        _ => "it cannot be compiled".to_owned(),
    }
}

fn describe(text: &str, kind: &ast::ErrorKind, span: &Span) -> String {
    use ast::ErrorKind as E;
    let rest = text.get(span.start.offset..).unwrap_or_default();
    match kind {
        E::UnsupportedLookAround => "look-around is not supported".to_owned(),
        E::UnsupportedBackreference => "a back-reference is not supported".to_owned(),
        // Those by name are ECMA's `\k<name>` and Python's `(?P=name)`.
        _ if rest.starts_with("\\k") || rest.starts_with("P=") => "a back-reference is not supported".to_owned(),
        E::NestLimitExceeded(limit) => format!("it is nested more than {limit} levels deep"),
        kind => kind.to_string(),
    }
}

/// The position counts characters, from 0.
fn at(fault: &str, text: &str, span: &Span) -> String {
    let position = text.get(..span.start.offset).unwrap_or_default().chars().count();
    format!("{fault} at position {position}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compile(text: &str) -> Result<Program, Error> {
        super::compile(text, Limits::DATA)
    }

    fn fault_of(text: &str) -> String {
        let message = compile(text).expect_err(text).message().to_owned();
        assert!(!message.contains('\n'), "{message}");
        message.strip_prefix("bad pattern: ").map(str::to_owned).unwrap_or(message)
    }

    #[test]
    fn what_is_not_supported_is_named_with_its_place() {
        for (text, position) in [("(?=a)", 0), ("é(?!a)", 1), ("ab(?<=a)", 2), ("(a(?<!a))", 2)] {
            assert_eq!(fault_of(text), format!("look-around is not supported at position {position}"));
        }
        for (text, position) in [(r"(a)\1", 3), (r"(?<n>a)\k<n>", 7), ("(?P<n>a)(?P=n)", 10), (r"é\9", 1)] {
            assert_eq!(fault_of(text), format!("a back-reference is not supported at position {position}"));
        }
    }

    #[test]
    fn mistakes_are_told_in_one_line() {
        for (text, fault) in [
            ("(", "unclosed group at position 0"),
            ("a)", "unopened group at position 1"),
            ("a\n[", "unclosed character class at position 2"),
            ("(?x)\n# é\n*", "repetition operator missing expression at position 9"),
            (r"\p{Klingon}", "Unicode property not found at position 0"),
            (r"\Z", "unrecognized escape sequence at position 0"),
        ] {
            assert_eq!(fault_of(text), fault);
        }
    }

    #[test]
    fn text_program_and_nesting_are_limited() {
        let big = "its program has more than 262144 bytes; ASCII classes such as `[0-9A-Za-z_]` are smaller than `\\w`";
        for text in ["(((a{100}){100}){100})", r"\pL{900}", r"(?:\w{100}){100}", "((((.{9}){99}){99}){99}){99}"] {
            assert_eq!(fault_of(text), big, "{text}");
        }
        assert_eq!(fault_of(&"a".repeat(2048)), "it has 2048 bytes, at most 1024 are allowed");
        assert!(compile(&"a".repeat(Pattern::MAX_TEXT)).is_ok());
        let nested = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
        assert_eq!(fault_of(&nested(500)), "it is nested more than 32 levels deep at position 32");
        assert!(compile(&nested(30)).is_ok());
    }

    #[test]
    fn the_limits_fit_a_small_stack() {
        // Without optimization a level takes up to 16 KiB.
        let stack = if cfg!(debug_assertions) { 640 } else { 128 };
        let compiled = std::thread::Builder::new().stack_size(stack * 1024).spawn(|| {
            let nested = |open: &str, close: &str, depth| format!("{}a{}", open.repeat(depth), close.repeat(depth));
            let texts = [nested("(", ")", 32), nested("(", ")*", 16), nested("[", "]", 30), nested("(a|", ")", 16)];
            texts.map(|text| compile(&text).map_err(|error| error.to_string()).err())
        });
        assert_eq!(compiled.unwrap().join().unwrap(), [None, None, None, None]);
    }

    #[test]
    fn patterns_that_make_others_backtrack_are_searched_in_linear_time() {
        let text = format!("{}!", "a".repeat(1_000_000));
        for pattern in ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(.*a){9}$", "^(([a-z])+.)+[A-Z]([a-z])+$", "^(a*)*b$"] {
            assert!(!compile(pattern).unwrap().is_match(&text), "{pattern}");
        }
    }

    #[test]
    fn common_patterns_are_within_the_limits() {
        for text in [
            r"^[\p{L}\p{N}._-]+$",
            r"^(?-u:\w+([.-]\w+)*@\w+([.-]\w+)*\.\w{2,})$",
            r"^(\([0-9]{3}\))?[0-9]{3}-[0-9]{4}$",
            r"^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$",
            r"^\d{4}-\d{2}-\d{2}$",
            r"^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$",
            r"^[^\s@]+@[^\s@]+$",
            r"^\/[a-z]+\-\/$",
            "",
        ] {
            assert!(compile(text).is_ok(), "{text}: {:?}", compile(text).err());
        }
    }

    #[test]
    fn the_programs_own_patterns_may_be_larger() {
        let words = r"^\w{3,20}$";
        assert!(compile(words).is_err());
        assert!(super::compile(words, Limits::CODE).is_ok());
        assert!(super::compile("(((a{100}){100}){100})", Limits::CODE).is_err());
    }
}
