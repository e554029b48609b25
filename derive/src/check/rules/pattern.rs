//! Patterns as the runtime has them: the same limits, the same words.

#[cfg(feature = "regex")]
mod with_regex {
    use regex::{Regex, RegexBuilder};
    use regex_syntax::ParserBuilder;
    use regex_syntax::ast::{ErrorKind, Span};

    /// As the runtime has it for patterns in source code.
    const MAX_NESTING: u32 = 128;
    const MAX_PROGRAM: usize = 10 * 1024 * 1024;

    /// The pattern, or what is wrong with it and what to do.
    pub(in crate::check) fn compile(text: &str) -> Result<Regex, (String, &'static str)> {
        let built = RegexBuilder::new(text).size_limit(MAX_PROGRAM).nest_limit(MAX_NESTING).build();
        built.map_err(|error| match error {
            regex::Error::CompiledTooBig(limit) => (
                format!("its program has more than {limit} bytes"),
                "repeat less; ASCII classes such as `[0-9A-Za-z_]` are smaller than `\\w`",
            ),
            _ => what_is_wrong(text),
        })
    }

    fn what_is_wrong(text: &str) -> (String, &'static str) {
        const SYNTAX: &str = "the syntax is that of the crate `regex`";
        const LINEAR: &str =
            "a search takes linear time, so that there is no look-around and no back-reference; write `check = path`";
        match ParserBuilder::new().nest_limit(MAX_NESTING).build().parse(text) {
            Err(regex_syntax::Error::Parse(error)) => {
                let rest = text.get(error.span().start.offset..).unwrap_or_default();
                let (what, help) = match error.kind() {
                    ErrorKind::UnsupportedLookAround => ("look-around is not supported".to_owned(), LINEAR),
                    ErrorKind::UnsupportedBackreference => ("a back-reference is not supported".to_owned(), LINEAR),
                    // Those by name are ECMA's `\k<name>` and Python's `(?P=name)`.
                    _ if rest.starts_with("\\k") || rest.starts_with("P=") => {
                        ("a back-reference is not supported".to_owned(), LINEAR)
                    }
                    ErrorKind::NestLimitExceeded(limit) => {
                        (format!("it is nested more than {limit} levels deep"), "write a flatter one")
                    }
                    kind => (kind.to_string(), SYNTAX),
                };
                (at(&what, text, error.span()), help)
            }
            Err(regex_syntax::Error::Translate(error)) => (at(&error.kind().to_string(), text, error.span()), SYNTAX),
            _ => ("it cannot be compiled".to_owned(), SYNTAX),
        }
    }

    /// The position counts characters, from 0.
    fn at(what: &str, text: &str, span: &Span) -> String {
        let position = text.get(..span.start.offset).unwrap_or_default().chars().count();
        format!("{what} at position {position}")
    }

    /// Is the pattern found in the text?
    pub(in crate::check) fn finds(pattern: &str, text: &str) -> Option<bool> {
        compile(pattern).ok().map(|pattern| pattern.is_match(text))
    }
}

/// Without the feature there are no patterns.
#[cfg(not(feature = "regex"))]
mod without_regex {
    #[allow(clippy::unnecessary_wraps, reason = "as with the feature")]
    pub(in crate::check) fn compile(_: &str) -> Result<(), (String, &'static str)> {
        Ok(())
    }

    pub(in crate::check) fn finds(_: &str, _: &str) -> Option<bool> {
        None
    }
}

#[cfg(feature = "regex")]
pub(super) use with_regex::{compile, finds};
#[cfg(not(feature = "regex"))]
pub(super) use without_regex::{compile, finds};
