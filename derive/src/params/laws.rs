//! What kind of parameter each is, and where none can stand, in the words of CPython's parser.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::{Expr, Token};

use super::written::{Item, Named};
use crate::diagnostics::{Errors, with_help};

/// A parameter.
pub(super) struct Param {
    pub(super) kind: Kind,
    /// Never raw.
    pub(super) name: String,
    pub(super) field: Option<Expr>,
    pub(super) default: Option<Expr>,
}

/// Python's kinds of parameters, in the order in which they stand.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    PositionalOnly,
    PositionalOrKeyword,
    VarPositional,
    KeywordOnly,
    VarKeyword,
}

/// Checks all laws, and gives the parameters.
pub(super) fn check(items: Vec<Item>, errors: &mut Errors) -> Vec<Param> {
    let mut reader = Reader { params: vec![], slash: false, star: None, defaulted: None, errors };
    for item in items {
        reader.item(item);
    }
    reader.require_named();
    reader.params
}

/// What was read so far.
struct Reader<'a> {
    params: Vec<Param>,
    /// Was there a `/`?
    slash: bool,
    /// The `*` without a name, behind which nothing stands yet.
    star: Option<Token![*]>,
    /// The last parameter by position that has a default.
    defaulted: Option<String>,
    errors: &'a mut Errors,
}

impl Reader<'_> {
    fn item(&mut self, item: Item) {
        if self.has(Kind::VarKeyword) {
            return self.refuse(item, "arguments cannot follow var-keyword argument", "put `**` last");
        }
        match item {
            Item::Slash(slash) => self.slash(slash),
            Item::Star(star) => self.star(star),
            Item::Named(named) => self.named(*named),
        }
    }

    fn slash(&mut self, slash: Token![/]) {
        const HELP: &str = "`/` stands behind the parameters that have no name for the caller";
        if self.slash {
            self.refuse(slash, "/ may appear only once", "leave out one of the two");
        } else if self.is_starred() {
            self.refuse(slash, "/ must be ahead of *", HELP);
        } else if self.params.is_empty() {
            self.refuse(slash, "at least one argument must precede /", HELP);
        }
        self.slash = true;
        self.params.iter_mut().filter(|param| param.kind == Kind::PositionalOrKeyword).for_each(|param| {
            param.kind = Kind::PositionalOnly;
        });
    }

    fn star(&mut self, star: Token![*]) {
        match self.is_starred() {
            true => self.refuse(star, "* argument may appear only once", "leave out one of the two"),
            false => self.star = Some(star),
        }
    }

    fn named(&mut self, named: Named) {
        let Named { stars, name: ident, field, default } = named;
        let name = ident.unraw().to_string();
        let kind = match stars {
            None if self.is_starred() => Kind::KeywordOnly,
            None => Kind::PositionalOrKeyword,
            Some(stars) if stars.second.is_some() => Kind::VarKeyword,
            Some(stars) => {
                if self.is_starred() {
                    self.refuse(stars, "* argument may appear only once", "leave out one of the two");
                }
                Kind::VarPositional
            }
        };
        match (kind, &default, &self.defaulted) {
            (Kind::VarPositional, Some(default), _) => {
                self.refuse(default, "var-positional argument cannot have default value", "it is empty by default");
            }
            (Kind::VarKeyword, Some(default), _) => {
                self.refuse(default, "var-keyword argument cannot have default value", "it is empty by default");
            }
            (Kind::PositionalOrKeyword, Some(_), _) => self.defaulted = Some(name.clone()),
            (Kind::PositionalOrKeyword, None, Some(before)) if !self.params.iter().any(|param| param.name == name) => {
                let message = format!("non-default argument '{name}' follows default argument '{before}'");
                let help = format!("give '{name}' a default, put it before '{before}', or put `*` between them");
                self.refuse(&ident, message, help);
            }
            _ => {}
        }
        if kind == Kind::VarKeyword {
            self.require_named();
        }
        self.star = None;
        if let Some((ty, meant)) = field.as_ref().and_then(type_for_field) {
            self.refuse(ty, "a parameter has a field, not a type", format_args!("write `{name}: {meant}`"));
        }
        if self.params.is_empty() && name == "self" {
            let help = "leave out `self`: the function gets it as its first argument";
            self.refuse(&ident, "the receiver is no parameter", help);
        }
        if self.params.iter().any(|param| param.name == name) {
            let message = format!("duplicate argument '{name}' in function definition");
            self.refuse(&ident, message, "leave out one of the two");
        }
        self.params.push(Param { kind, name, field, default });
    }

    /// A `*` without a name needs a parameter behind it that is given by name.
    fn require_named(&mut self) {
        if let Some(star) = self.star.take() {
            let help = "write `*rest` to take all further arguments, or leave out `*`";
            self.refuse(star, "named arguments must follow bare *", help);
        }
    }

    /// Was there a `*`, with a name or without?
    fn is_starred(&self) -> bool {
        self.star.is_some() || self.has(Kind::VarPositional) || self.has(Kind::KeywordOnly)
    }

    fn has(&self, kind: Kind) -> bool {
        self.params.iter().any(|param| param.kind == kind)
    }

    fn refuse(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display, help: impl std::fmt::Display) {
        self.errors.at(tokens, with_help(message, help));
    }
}

/// The type that stands where a field should, and the field that was meant.
fn type_for_field(field: &Expr) -> Option<(&Ident, &'static str)> {
    let Expr::Path(path) = field else { return None };
    let ty = path.path.get_ident()?;
    let meant = match ty.to_string().as_str() {
        "str" | "String" | "char" => "Field::str()",
        "int" | "i8" | "i16" | "i32" | "i64" | "i128" | "isize" => "Field::int()",
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" => "Field::int().min_value(0)",
        "float" | "f32" | "f64" => "Field::float()",
        "bool" => "Field::bool()",
        "bytes" => "Field::bytes()",
        "list" | "Vec" => "Field::list(Field::any())",
        "dict" | "HashMap" => "Field::dict(Field::str(), Field::any())",
        "Any" | "object" | "Value" => "Field::any()",
        _ => return None,
    };
    Some((ty, meant))
}
