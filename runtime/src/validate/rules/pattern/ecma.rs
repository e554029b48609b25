//! Patterns as JSON Schema has them: in the syntax of ECMA-262, with the flag `u`.
//!
//! A pattern that means the same in both is left as it is. Any other is written anew from its parsed form, in which flags
//! are resolved and classes are sets of characters.

use regex_syntax::ast::parse::Parser;
#[cfg(feature = "json")]
use regex_syntax::ast::parse::ParserBuilder;
use regex_syntax::ast::{AssertionKind, Ast, ClassSet, ClassSetItem, GroupKind, Literal, LiteralKind};
use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind, Look, Repetition};

#[cfg(feature = "json")]
use super::Pattern;
use crate::validate::rules::family::{SYNTAX, escaped};

/// `\w` of Unicode, within a class (UTS 18, annex C).
const WORD: &str = r"\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}";
/// Classes that would be many ranges, and what they are within a class of ECMA-262.
const PROPERTIES: [(&str, &str); 3] = [(r"\w", WORD), (r"\d", r"\p{Nd}"), (r"\s", r"\p{White_Space}")];

/// The pattern for ECMA-262; `None` if it cannot be said there, or is none.
pub(super) fn translated(pattern: &str) -> Option<String> {
    let ast = Parser::new().parse(pattern).ok()?;
    if is_common(&ast, pattern) {
        return Some(pattern.to_owned());
    }
    let hir = regex_syntax::parse(pattern).ok()?;
    let mut text = String::new();
    write(&hir, &mut text).map(|()| text)
}

/// Does a pattern that is written for either mean the same in both?
#[cfg(feature = "json")]
pub(super) fn is_same_in_both(pattern: &str) -> bool {
    let ast = ParserBuilder::new().nest_limit(Pattern::MAX_NESTING).build().parse(pattern);
    ast.is_ok_and(|ast| is_common(&ast, pattern))
}

/// What only look-around can say in ECMA-262: as we write it, and as it is written there.
#[cfg(feature = "json")]
pub(super) fn looks() -> [(&'static str, String); 4] {
    let looks = [
        ("(?m:^)", Look::StartLF),
        ("(?m:$)", Look::EndLF),
        (r"\b", Look::WordUnicode),
        (r"\B", Look::WordUnicodeNegate),
    ];
    looks.map(|(ours, look)| (ours, written_look(look).unwrap_or_default()))
}

/// Is it written in what both have, with the same meaning?
fn is_common(ast: &Ast, pattern: &str) -> bool {
    match ast {
        Ast::Empty(_) => true,
        Ast::Literal(literal) => is_common_literal(literal),
        Ast::Assertion(assertion) => matches!(assertion.kind, AssertionKind::StartLine | AssertionKind::EndLine),
        Ast::ClassBracketed(class) => is_common_class(&class.kind),
        Ast::Repetition(repeated) => {
            let operator = pattern.get(repeated.op.span.start.offset..repeated.op.span.end.offset).unwrap_or_default();
            // ECMA-262 has no `{ 2 }`, and repeats neither an end of the text nor what is repeated.
            let is_operator = !operator.contains(char::is_whitespace);
            let is_atom = matches!(*repeated.ast, Ast::Literal(_) | Ast::ClassBracketed(_) | Ast::Group(_));
            is_operator && is_atom && is_common(&repeated.ast, pattern)
        }
        Ast::Group(group) => {
            let is_common_group = match &group.kind {
                GroupKind::CaptureIndex(_) => true,
                GroupKind::NonCapturing(flags) => flags.items.is_empty(),
                GroupKind::CaptureName { .. } => false,
            };
            is_common_group && is_common(&group.ast, pattern)
        }
        Ast::Concat(parts) => parts.asts.iter().all(|part| is_common(part, pattern)),
        Ast::Alternation(choices) => choices.asts.iter().all(|choice| is_common(choice, pattern)),
        _ => false,
    }
}

fn is_common_literal(literal: &Literal) -> bool {
    match literal.kind {
        LiteralKind::Verbatim => !SYNTAX.contains(literal.c),
        LiteralKind::Meta => SYNTAX.contains(literal.c),
        LiteralKind::Special(_) => matches!(literal.c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}'),
        _ => false,
    }
}

fn is_common_class(class: &ClassSet) -> bool {
    let is_common_item = |item: &ClassSetItem| match item {
        ClassSetItem::Literal(literal) => is_common_literal(literal),
        ClassSetItem::Range(range) => is_common_literal(&range.start) && is_common_literal(&range.end),
        _ => false,
    };
    match class {
        ClassSet::Item(ClassSetItem::Union(union)) => union.items.iter().all(is_common_item),
        ClassSet::Item(item) => is_common_item(item),
        ClassSet::BinaryOp(_) => false,
    }
}

/// Writes what is found; `None` if ECMA-262 cannot say it.
fn write(hir: &Hir, text: &mut String) -> Option<()> {
    match hir.kind() {
        HirKind::Empty => {}
        HirKind::Literal(literal) => *text += &escaped(std::str::from_utf8(&literal.0).ok()?),
        HirKind::Class(class) => *text += &written_class(class)?,
        HirKind::Look(look) => *text += &written_look(*look)?,
        HirKind::Repetition(repeated) => write_repetition(repeated, text)?,
        HirKind::Capture(group) => write_group(&group.sub, text)?,
        HirKind::Concat(parts) => {
            for part in parts {
                match part.kind() {
                    HirKind::Alternation(_) => write_group(part, text)?,
                    _ => write(part, text)?,
                }
            }
        }
        HirKind::Alternation(choices) => {
            for (i, choice) in choices.iter().enumerate() {
                if i > 0 {
                    text.push('|');
                }
                write(choice, text)?;
            }
        }
    }
    Some(())
}

fn write_group(hir: &Hir, text: &mut String) -> Option<()> {
    *text += "(?:";
    write(hir, text)?;
    text.push(')');
    Some(())
}

/// That it is lazy changes what is found, but not whether anything is.
fn write_repetition(repeated: &Repetition, text: &mut String) -> Option<()> {
    match repeated.sub.kind() {
        HirKind::Class(_) | HirKind::Capture(_) => write(&repeated.sub, text)?,
        HirKind::Literal(literal) if std::str::from_utf8(&literal.0).is_ok_and(|text| text.chars().count() == 1) => {
            write(&repeated.sub, text)?;
        }
        _ => write_group(&repeated.sub, text)?,
    }
    *text += &match (repeated.min, repeated.max) {
        (0, Some(1)) => "?".to_owned(),
        (0, None) => "*".to_owned(),
        (1, None) => "+".to_owned(),
        (min, None) => format!("{{{min},}}"),
        (min, Some(max)) if min == max => format!("{{{min}}}"),
        (min, Some(max)) => format!("{{{min},{max}}}"),
    };
    Some(())
}

fn written_look(look: Look) -> Option<String> {
    match look {
        Look::Start => Some("^".to_owned()),
        Look::End => Some("$".to_owned()),
        Look::StartLF => Some(r"(?<![^\n])".to_owned()),
        Look::EndLF => Some(r"(?![^\n])".to_owned()),
        Look::WordAscii => Some(r"\b".to_owned()),
        Look::WordAsciiNegate => Some(r"\B".to_owned()),
        Look::WordUnicode => Some(format!("(?:(?<=[{WORD}])(?![{WORD}])|(?<![{WORD}])(?=[{WORD}]))")),
        Look::WordUnicodeNegate => Some(format!("(?:(?<=[{WORD}])(?=[{WORD}])|(?<![{WORD}])(?![{WORD}]))")),
        _ => None,
    }
}

/// A class, or the negation of the others, whichever is shorter.
fn written_class(class: &Class) -> Option<String> {
    let class = match class {
        Class::Unicode(class) => class.clone(),
        Class::Bytes(class) => class.to_unicode_class()?,
    };
    let mut others = class.clone();
    others.negate();
    let (class, others) = (characters(class)?, characters(others)?);
    Some(match others.is_empty() {
        true => r"[\s\S]".to_owned(),
        false if others.len() < class.len() => format!("[^{others}]"),
        false => format!("[{class}]"),
    })
}

/// The characters of a class, as they stand within one.
fn characters(mut class: ClassUnicode) -> Option<String> {
    let mut text = String::new();
    for (known, property) in PROPERTIES {
        let HirKind::Class(Class::Unicode(known)) = regex_syntax::parse(known).ok()?.into_kind() else { return None };
        let mut common = class.clone();
        common.intersect(&known);
        if common == known {
            text += property;
            class.difference(&known);
        }
    }
    for range in class.ranges() {
        push_character(range.start(), &mut text);
        if range.len() > 2 {
            text.push('-');
        }
        if range.len() > 1 {
            push_character(range.end(), &mut text);
        }
    }
    Some(text)
}

fn push_character(c: char, text: &mut String) {
    match c {
        '\n' => *text += r"\n",
        '-' => *text += r"\-",
        ' '..='~' if SYNTAX.contains(c) => text.extend(['\\', c]),
        ' '..='~' => text.push(c),
        _ => *text += &format!("\\u{{{:X}}}", u32::from(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn translates(pattern: &str, expected: &str) {
        assert_eq!(translated(pattern).as_deref(), Some(expected));
    }

    #[test]
    fn what_means_the_same_is_left_as_it_is() {
        for pattern in
            ["", "^[a-z][a-z0-9_-]*$", "(a|b)+?c{2,3}", "(?:é)?", r"^\$\{\}\n$", "[^@]+@[^@]+", "a{2}b{3,}", "a|/-#"]
        {
            translates(pattern, pattern);
        }
    }

    #[test]
    fn what_means_something_else_is_written_anew() {
        translates(r"^\d{4}-\d\d$", r"^[\p{Nd}]{4}-[\p{Nd}][\p{Nd}]$");
        translates(r"^[\w.-]+$", r"^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}\-\.]+$");
        translates(r"\S\W", r"[^\p{White_Space}][^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]");
        translates("^.+(?s:.)$", r"^[^\n]+[\s\S]$");
        translates("(?i)k1", r"[Kk\u{212A}]1");
        translates(r"\Aa\z", "^a$");
        translates("(?m)^a$", r"(?<![^\n])a(?![^\n])");
        translates(r"(?-u:\b)a(?-u:\B)", r"\ba\B");
        translates("[a-z&&[^aeiou]]", "[b-df-hj-np-tv-z]");
        translates(r"(?P<year>ab|cd){ 2 }", "(?:ab|cd){2}");
        translates("(?:ab){0, 2}]", r"(?:ab){0,2}\]");
        translates(r"a**\-", "(?:a*)*-");
        translates(r"^*[[:alpha:]]\x41", "(?:^)?[A-Za-z]A");
        translates("(?x) a b # c", "ab");
        translates("[^a[^a]]", "[]");
    }

    #[test]
    fn what_cannot_be_said_is_not() {
        for pattern in ["(?Rm)^a$", r"\b{start}a", "("] {
            assert_eq!(translated(pattern), None);
        }
    }
}
