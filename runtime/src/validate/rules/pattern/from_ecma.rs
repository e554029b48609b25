//! Patterns as JSON Schema has them, in the syntax of ECMA-262 with the flag `u`, in ours.
//!
//! What `ecma` writes is read back, look-around for the words of Unicode and for lines included. Beyond the standard, a
//! sign may be escaped that need not be, and a bracket or brace that closes nothing stands for itself.

use std::fmt::Write as _;

use super::Pattern;
use super::compile::bad;
use super::ecma::{is_same_in_both, looks};
use crate::error::Error;

impl Pattern {
    /// A pattern in the syntax of ECMA-262, as JSON Schema has it: `\d`, `\w` and `\b` are about ASCII, for example.
    ///
    /// Its [text](Self::text) is the same in the syntax of the crate `regex`.
    ///
    /// ```
    /// use metaclass::validate::rules::Pattern;
    ///
    /// let pattern = Pattern::from_ecma(r"^\d{5}$")?;
    /// assert_eq!(pattern.text(), "^[0-9]{5}$");
    /// let error = Pattern::from_ecma("^(?=a)").unwrap_err();
    /// assert_eq!(error.to_string(), "bad pattern: look-around is not supported at position 1");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `ValueError` for a pattern that is none or is not supported (look-around, back-references), or that is too large:
    /// see [`compile`](Self::compile).
    #[cfg_attr(docsrs, doc(cfg(feature = "json")))]
    pub fn from_ecma(text: &str) -> Result<Self, Error> {
        // What is too long is not looked at twice.
        match text.len() > Self::MAX_TEXT || is_same_in_both(text) {
            true => Self::compile(text),
            false => Self::compile(translated(text)?),
        }
    }
}

const DIGIT: &str = "0-9";
const WORD: &str = "0-9A-Za-z_";
/// `WhiteSpace` and `LineTerminator`.
const SPACE: &str = r"\t-\r \x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}";
const ANY: &str = r"[^\n\r\x{2028}\x{2029}]";

fn translated(pattern: &str) -> Result<String, Error> {
    let looks = looks();
    let mut reader = Reader { pattern, rest: pattern, looks: &looks, out: String::new() };
    while !reader.rest.is_empty() {
        reader.read()?;
    }
    Ok(reader.out)
}

struct Reader<'a> {
    pattern: &'a str,
    rest: &'a str,
    looks: &'a [(&'static str, String)],
    out: String,
}

/// A character, or a class of them without its brackets.
enum Atom {
    Char(char),
    Class(String),
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), Error> {
        for (look, written) in self.looks {
            if self.skip(written) {
                self.out += look;
                return Ok(());
            }
        }
        match self.peek() {
            Some('\\') => self.read_escape(),
            Some('[') => self.read_class(),
            Some('(') => self.read_group(),
            Some('{') => self.read_braces(),
            Some('.') => {
                self.bump();
                self.out += ANY;
                Ok(())
            }
            Some(c @ ('}' | ']')) => {
                self.bump();
                push_char(c, &mut self.out);
                Ok(())
            }
            Some(c) => {
                self.bump();
                self.out.push(c);
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let c = chars.next();
        self.rest = chars.as_str();
        c
    }

    fn skip(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// An error at what comes next.
    #[cold]
    fn error(&self, fault: &str) -> Error {
        let before = self.pattern.get(..self.pattern.len() - self.rest.len()).unwrap_or_default();
        bad(&format!("{fault} at position {}", before.chars().count()))
    }

    fn read_group(&mut self) -> Result<(), Error> {
        let is_look = ["(?=", "(?!", "(?<=", "(?<!"].iter().any(|look| self.rest.starts_with(look));
        let is_plain = ["(?:", "(?<"].iter().any(|group| self.rest.starts_with(group)) || !self.rest.starts_with("(?");
        match (is_look, is_plain) {
            (true, _) => Err(self.error("look-around is not supported")),
            (_, false) => Err(self.error("unrecognized group")),
            _ => {
                for group in ["(?:", "(?<", "("] {
                    if self.skip(group) {
                        self.out += group;
                        break;
                    }
                }
                Ok(())
            }
        }
    }

    /// How often something is repeated.
    fn read_braces(&mut self) -> Result<(), Error> {
        let end = self.rest.find('}').map_or(self.rest.len(), |end| end + 1);
        let braces = self.rest.get(..end).unwrap_or_default();
        let inner = braces.strip_prefix('{').and_then(|braces| braces.strip_suffix('}')).unwrap_or_default();
        let (min, max) = inner.split_once(',').unwrap_or((inner, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if min.is_empty() || !is_number(min) || !is_number(max) {
            return Err(self.error("repetition without a number"));
        }
        self.out += braces;
        self.rest = self.rest.get(end..).unwrap_or_default();
        Ok(())
    }

    /// An escape outside of a class.
    fn read_escape(&mut self) -> Result<(), Error> {
        let rest = self.rest.strip_prefix('\\').unwrap_or_default();
        match rest.chars().next() {
            Some('b') => {
                self.skip(r"\b");
                self.out += r"(?-u:\b)";
                Ok(())
            }
            Some('B') => {
                self.skip(r"\B");
                self.out += r"(?-u:\B)";
                Ok(())
            }
            Some('1'..='9' | 'k') => Err(self.error("a back-reference is not supported")),
            _ => {
                match self.escaped()? {
                    Atom::Char(c) => push_char(c, &mut self.out),
                    Atom::Class(class) => self.out += &format!("[{class}]"),
                }
                Ok(())
            }
        }
    }

    /// An escape that stands for characters.
    fn escaped(&mut self) -> Result<Atom, Error> {
        let start = self.rest;
        self.bump();
        let atom = match self.bump() {
            Some('d') => Some(Atom::Class(DIGIT.to_owned())),
            Some('D') => Some(Atom::Class(format!("[^{DIGIT}]"))),
            Some('w') => Some(Atom::Class(WORD.to_owned())),
            Some('W') => Some(Atom::Class(format!("[^{WORD}]"))),
            Some('s') => Some(Atom::Class(SPACE.to_owned())),
            Some('S') => Some(Atom::Class(format!("[^{SPACE}]"))),
            Some(c @ ('p' | 'P')) => self.property(c),
            Some('t') => Some(Atom::Char('\t')),
            Some('n') => Some(Atom::Char('\n')),
            Some('v') => Some(Atom::Char('\u{b}')),
            Some('f') => Some(Atom::Char('\u{c}')),
            Some('r') => Some(Atom::Char('\r')),
            Some('0') if !self.rest.starts_with(|c: char| c.is_ascii_digit()) => Some(Atom::Char('\0')),
            Some('c') => self.control(),
            Some('x') => self.hexadecimal(2).and_then(char::from_u32).map(Atom::Char),
            Some('u') => self.code_point(),
            Some(c) if !c.is_alphanumeric() => Some(Atom::Char(c)),
            _ => None,
        };
        atom.ok_or_else(|| {
            self.rest = start;
            self.error("unrecognized escape sequence")
        })
    }

    fn control(&mut self) -> Option<Atom> {
        let letter = self.bump().filter(char::is_ascii_alphabetic)?;
        char::from_u32(u32::from(letter) % 32).map(Atom::Char)
    }

    /// The number that so many hexadecimal digits are.
    fn hexadecimal(&mut self, count: usize) -> Option<u32> {
        let digits = self.rest.get(..count).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        self.rest = self.rest.get(count..)?;
        u32::from_str_radix(digits, 16).ok()
    }

    /// A character by its number, which two of UTF-16 may stand for.
    fn code_point(&mut self) -> Option<Atom> {
        if self.skip("{") {
            let digits = self.rest.find('}')?;
            let number = self.hexadecimal(digits)?;
            self.bump();
            return char::from_u32(number).map(Atom::Char);
        }
        let high = u16::try_from(self.hexadecimal(4)?).ok()?;
        if let Some(c) = char::from_u32(high.into()) {
            return Some(Atom::Char(c));
        }
        let low = if self.skip(r"\u") { u16::try_from(self.hexadecimal(4)?).ok()? } else { return None };
        char::decode_utf16([high, low]).next()?.ok().map(Atom::Char)
    }

    /// A property of Unicode, by the same names.
    fn property(&mut self, letter: char) -> Option<Atom> {
        let end = self.rest.strip_prefix('{')?.find('}')? + 2;
        let name = self.rest.get(..end)?;
        self.rest = self.rest.get(end..)?;
        Some(Atom::Class(format!("\\{letter}{name}")))
    }

    fn read_class(&mut self) -> Result<(), Error> {
        let start = self.rest;
        self.bump();
        let is_negated = self.skip("^");
        let mut class = String::new();
        while !self.skip("]") {
            let first = self.class_atom(start)?;
            // A hyphen at the end stands for itself.
            let is_range = self.rest.starts_with('-') && !self.rest.starts_with("-]");
            match (first, is_range) {
                (Atom::Char(low), true) => {
                    self.bump();
                    let Atom::Char(high) = self.class_atom(start)? else {
                        return Err(self.error("a range that ends with a class"));
                    };
                    push_char(low, &mut class);
                    class.push('-');
                    push_char(high, &mut class);
                }
                (Atom::Char(c), false) => push_char(c, &mut class),
                (Atom::Class(_), true) => return Err(self.error("a range that begins with a class")),
                (Atom::Class(inner), false) => class += &inner,
            }
        }
        self.out += &match (class.is_empty(), is_negated) {
            (true, false) => r"[^\s\S]".to_owned(),
            (true, true) => r"[\s\S]".to_owned(),
            (false, false) => format!("[{class}]"),
            (false, true) => format!("[^{class}]"),
        };
        Ok(())
    }

    fn class_atom(&mut self, start: &'_ str) -> Result<Atom, Error> {
        match self.peek() {
            Some('\\') if self.skip(r"\b") => Ok(Atom::Char('\u{8}')),
            Some('\\') => self.escaped(),
            Some(c) => {
                self.bump();
                Ok(Atom::Char(c))
            }
            None => {
                let before = self.pattern.len() - start.len();
                let before = self.pattern.get(..before).unwrap_or_default();
                Err(bad(&format!("unclosed character class at position {}", before.chars().count())))
            }
        }
    }
}

/// A character that stands for itself, in a class or outside of one.
fn push_char(c: char, out: &mut String) {
    match c.is_alphanumeric() {
        true => out.push(c),
        // Writing to text does not fail.
        false => drop(write!(out, "\\x{{{:X}}}", u32::from(c))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::ecma;
    use super::*;

    #[track_caller]
    fn finds(pattern: &str, texts: &[&str], others: &[&str]) {
        let pattern = Pattern::from_ecma(pattern).unwrap();
        for text in texts {
            assert!(pattern.check(text), "{pattern:?} {text:?}");
        }
        for text in others {
            assert!(!pattern.check(text), "{pattern:?} {text:?}");
        }
    }

    #[test]
    fn classes_are_those_of_ecma() {
        finds(r"^\d$", &["0", "9"], &["\u{7c0}", "a", "", "00"]);
        finds(r"^\D$", &["\u{7c0}", "a"], &["0"]);
        finds(r"^\w$", &["a", "_", "0"], &["é", "-"]);
        finds(r"^\W$", &["é", "-"], &["a"]);
        finds(r"^\s$", &[" ", "\t", "\u{b}", "\u{feff}", "\u{a0}", "\u{2029}", "\u{3000}"], &["\u{85}", "\u{200b}", "a"]);
        finds(r"^\S$", &["\u{85}", "a"], &["\u{feff}"]);
        finds("^.$", &["a", "\u{85}", "😀"], &["\n", "\r", "\u{2028}", "\u{2029}"]);
        finds(r"^\p{Letter}\P{L}$", &["é1"], &["11", "éé"]);
        finds(r"^\p{Script=Greek}+$", &["αβγ"], &["abc"]);
        finds(r"\ba\b", &["a", "éa", "-a-"], &["ba", "a_"]);
        finds(r"\Ba", &["ba"], &["a"]);
    }

    #[test]
    fn sets_have_no_operators() {
        finds("^[a&&b]$", &["a", "&", "b"], &["&&", "c"]);
        finds("^[a[b]$", &["a", "[", "b"], &["]"]);
        finds("^[a[b]]$", &["a]", "[]", "b]"], &["a", "]"]);
        finds("^[!--b]$", &["!", "+", "-", "b"], &["."]);
        finds("^[~~#]$", &["~", "#"], &["a"]);
        finds(r"^[\d-]$", &["1", "-"], &["a"]);
        finds(r"^[-a]$", &["-", "a"], &["b"]);
        finds(r"^[^-]$", &["a"], &["-"]);
        finds(r"^[+--]$", &["+", ",", "-"], &["."]);
        finds(r"^[\w\s\-.]+$", &["a b-c."], &["a/b"]);
        finds(r"^[^\d\s]$", &["a", "é"], &["1", " "]);
        finds(r"^[\b]$", &["\u{8}"], &["b"]);
        finds("^[^]$", &["\n", "a"], &[""]);
        finds("[]", &[], &["", "a"]);
        finds(r"^[\]\\^]$", &["]", "\\", "^"], &["["]);
    }

    #[test]
    fn characters_are_written_in_many_ways() {
        finds(r"^\x41\u0042\u{43}\cA\0\t\n\v\f\r$", &["ABC\u{1}\0\t\n\u{b}\u{c}\r"], &[]);
        finds(r"^\uD83D\uDE00$", &["😀"], &["\u{fffd}"]);
        finds(r"^[\uD83D\uDE00-\u{1F602}]$", &["😁"], &["😃"]);
        finds(r"^\/\-\_\@\ \$$", &["/-_@ $"], &[]);
        finds("^a]b}#$", &["a]b}#"], &[]);
        finds("^(?<year>a)(?:b){2}c{1,}d{0,1}$", &["abbc", "abbccd"], &["abc"]);
        finds("^a$", &["a"], &["a\n"]);
    }

    #[test]
    fn what_is_not_supported_is_named_with_its_place() {
        for (pattern, fault) in [
            (r"é\d(?=a)", "look-around is not supported at position 3"),
            (r"\d(?<!a)", "look-around is not supported at position 2"),
            (r"(.)\1", "a back-reference is not supported at position 3"),
            (r"(?<n>.)\k<n>", "a back-reference is not supported at position 7"),
            ("(?i)a.", "unrecognized group at position 0"),
            (r"^\Z", "unrecognized escape sequence at position 1"),
            (r"\a", "unrecognized escape sequence at position 0"),
            (r"\u{110000}", "unrecognized escape sequence at position 0"),
            (r"\uD83D", "unrecognized escape sequence at position 0"),
            (r"\01", "unrecognized escape sequence at position 0"),
            ("a{,3}.", "repetition without a number at position 1"),
            ("a{ 2 }.", "repetition without a number at position 1"),
            ("a.{", "repetition without a number at position 2"),
            (r"\d[a", "unclosed character class at position 2"),
            (r"[\d-z]", "a range that begins with a class at position 3"),
            (r"\p{Klingon}", "Unicode property not found at position 1"),
            (r"\", "unrecognized escape sequence at position 0"),
        ] {
            let error = Pattern::from_ecma(pattern).unwrap_err();
            assert_eq!(error.message(), format!("bad pattern: {fault}"), "{pattern}");
        }
        assert!(Pattern::from_ecma(&r"\d".repeat(1_000)).is_err());
    }

    #[test]
    fn what_is_written_for_others_is_read_back() {
        let texts = ["", "a", "é", "éa", "a b", "ab\ncd", "\n", "1", "\u{7c0}", "A-B", "x_y", "\r", "\u{2028}", "K"];
        for pattern in [
            r"^\d+$", r"\bé", r"a\B", r"(?m)^cd$", r"(?m)b$", r"^[\w.-]+$", r"\s", "(?i)k", ".", "[^a-z]", r"(?-u:\b)a",
            "^(a|b)*$", r"[[:alpha:]]+", r"\x41-",
        ] {
            let (ours, written) = (Pattern::compile(pattern).unwrap(), ecma::translated(pattern).unwrap());
            let read = Pattern::from_ecma(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
            for text in texts {
                assert_eq!(ours.check(text), read.check(text), "{pattern} as {written} in {text:?}");
            }
        }
    }
}
