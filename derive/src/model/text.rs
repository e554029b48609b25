//! Types and expressions as text, laid out as rustfmt would on one line.
//!
//! What the compiler prints of tokens is not specified, and it is part of the user's output here (`SIGNATURE`).

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

/// The text of a type.
pub(crate) fn of_type(ty: &impl quote::ToTokens) -> String {
    let mut text = Text { in_type: true, ..Text::default() };
    text.write(ty.to_token_stream());
    text.out
}

/// The name of a type: its text without the modules before it.
pub(crate) fn of_name(ty: &syn::Type) -> String {
    match ty {
        syn::Type::Path(path) if path.qself.is_none() => path.path.segments.last().map_or_else(String::new, of_type),
        ty => of_type(ty),
    }
}

/// The text of an expression.
pub(crate) fn of_expr(expr: &impl quote::ToTokens) -> String {
    let mut text = Text::default();
    text.write(expr.to_token_stream());
    text.out
}

#[derive(Default)]
struct Text {
    out: String,
    in_type: bool,
    /// How many `<` of generic arguments are open.
    angles: usize,
    /// Are the parameters of a closure open?
    closure: bool,
    before: Before,
}

/// What was written last.
#[derive(Clone, Copy, Default, PartialEq)]
enum Before {
    /// Nothing, or something after which an operand begins and no blank stands: an opening bracket, `&`, `::`.
    #[default]
    Opening,
    /// An operand: a name, a literal, a closing bracket.
    Operand,
    /// A keyword, after which a blank stands and an operand begins.
    Keyword,
    /// A binary operator or comma, after which a blank stands and an operand begins.
    Operator,
}

const KEYWORDS: [&str; 14] =
    ["as", "dyn", "impl", "mut", "const", "move", "return", "if", "else", "match", "in", "for", "let", "unsafe"];

impl Text {
    fn write(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        let mut operator = String::new();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(punct) => {
                    operator.push(punct.as_char());
                    let joint = punct.spacing() == Spacing::Joint;
                    let next = tokens.peek().and_then(|token| match token {
                        TokenTree::Punct(punct) => Some(punct.as_char()),
                        _ => None,
                    });
                    if !joint || !next.is_some_and(|next| continues(&operator, next)) {
                        self.operator(&std::mem::take(&mut operator), tokens.peek());
                    }
                }
                TokenTree::Ident(ident) => self.word(&ident.to_string()),
                TokenTree::Literal(literal) => self.operand(&literal.to_string()),
                TokenTree::Group(group) => self.group(&group),
            }
        }
    }

    fn blank_if(&mut self, wanted: bool) {
        if wanted && !self.out.is_empty() && !self.out.ends_with(' ') {
            self.out.push(' ');
        }
    }

    fn operand(&mut self, text: &str) {
        self.blank_if(self.before != Before::Opening);
        self.out += text;
        self.before = Before::Operand;
    }

    fn word(&mut self, word: &str) {
        let is_lifetime = self.out.ends_with('\'');
        self.operand(word);
        if is_lifetime || KEYWORDS.contains(&word) {
            self.before = Before::Keyword;
        }
    }

    fn group(&mut self, group: &Group) {
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => ("{ ", " }"),
            Delimiter::None => ("", ""),
        };
        // A call, an index or a macro's arguments stick to what they belong to.
        let sticks = self.before == Before::Operand && group.delimiter() != Delimiter::Brace;
        self.blank_if(!sticks && self.before != Before::Opening);
        let empty = group.stream().is_empty();
        self.out += if empty { open.trim_end() } else { open };
        let angles = std::mem::take(&mut self.angles);
        self.before = Before::Opening;
        self.write(group.stream());
        self.angles = angles;
        self.out += if empty { close.trim_start() } else { close };
        self.before = Before::Operand;
    }

    fn operator(&mut self, operator: &str, next: Option<&TokenTree>) {
        let operand_before = self.before == Before::Operand;
        match operator {
            "," | ";" => {
                self.out += operator;
                self.before = if next.is_some() { Before::Operator } else { Before::Operand };
            }
            "::" => self.tight(operator, self.before != Before::Operand),
            "." | ".." | "..=" => self.tight(operator, !operand_before),
            "?" => {
                self.out += operator;
                self.before = Before::Operand;
            }
            "!" if operand_before => self.macro_bang(),
            ":" => {
                self.out += operator;
                self.before = Before::Operator;
            }
            "'" => {
                self.blank_if(self.before != Before::Opening);
                self.out += operator;
                self.before = Before::Opening;
            }
            "<" if self.opens_angle() => {
                self.out += operator;
                self.angles += 1;
                self.before = Before::Opening;
            }
            ">" if self.angles > 0 => {
                self.out += operator;
                self.angles -= 1;
                self.before = Before::Operand;
            }
            "|" if self.closure => {
                self.out += operator;
                self.closure = false;
                self.before = Before::Operator;
            }
            "&" | "&&" | "*" | "-" | "!" | "|" | "||" | "#" | "$" if !operand_before => {
                self.blank_if(self.before != Before::Opening);
                self.out += operator;
                self.closure = operator == "|";
                self.before = if operator == "||" { Before::Operator } else { Before::Opening };
            }
            _ => {
                self.blank_if(true);
                self.out += operator;
                self.before = Before::Operator;
            }
        }
    }

    /// An operator without blanks around it; at the beginning of an operand there may be one before.
    fn tight(&mut self, operator: &str, begins: bool) {
        self.blank_if(begins && self.before != Before::Opening);
        self.out += operator;
        self.before = Before::Opening;
    }

    /// The `!` of a macro call; its arguments stick to it.
    fn macro_bang(&mut self) {
        self.out.push('!');
        self.before = Before::Operand;
    }

    /// Does `<` open generic arguments here? In a type always, in an expression after `::` or at the beginning.
    fn opens_angle(&self) -> bool {
        self.in_type || self.angles > 0 || self.out.ends_with("::") || self.before != Before::Operand
    }
}

/// Is a punctuation character part of the operator before it?
fn continues(operator: &str, next: char) -> bool {
    const OPERATORS: [&str; 25] = [
        "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "..", "..=", "<<", "+=", "-=", "*=", "/=", "%=", "^=",
        "&=", "|=", "...", "<-", "<<=", ">>=", "##",
    ];
    OPERATORS.contains(&format!("{operator}{next}").as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same_type(text: &str) {
        assert_eq!(of_type(&syn::parse_str::<syn::Type>(text).unwrap()), text);
    }

    #[track_caller]
    fn same_expr(text: &str) {
        assert_eq!(of_expr(&syn::parse_str::<syn::Expr>(text).unwrap()), text);
    }

    #[test]
    fn types_are_laid_out_as_written() {
        for ty in [
            "f64",
            "Option<Vec<String>>",
            "&'a str",
            "&'static [u8]",
            "&mut T",
            "HashMap<String, Vec<(u8, f64)>>",
            "[u8; 4]",
            "[T; N + 1]",
            "Box<dyn Fn(&str) -> usize + Send + 'static>",
            "std::net::TcpStream",
            "::core::option::Option<u8>",
            "<T as Iterator>::Item",
            "T::Item",
            "()",
            "(u8,)",
            "fn(u8) -> u8",
            "*const u8",
            "Cow<'a, str>",
            "Foo<'a, T, 3>",
        ] {
            same_type(ty);
        }
    }

    #[test]
    fn expressions_are_laid_out_as_written() {
        for expr in [
            "0.0",
            "-1",
            "a * 2",
            "*a > 3",
            "-a - -b",
            "&a + &b",
            "name.clone()",
            "vec![1, 2]",
            "Vec::new()",
            "HashMap::<String, u8>::new()",
            "a < b && !c",
            "x as u8",
            "\"text\".to_string()",
            "|x| x + 1",
            "|a, b| a | b",
            "|| 1",
            "Self::MAX",
            "Point { x: 1 }",
            "(1, 2)",
            "f(a, b)?.c[0]",
            "0..10",
            "a << 2",
            "if *a { 1 } else { 2 }",
        ] {
            same_expr(expr);
        }
    }
}
