//! The values that options can have.

use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, Lit, LitBool, LitStr, Path, Token, Type, Visibility, WherePredicate};

use super::options::{OptionValue, behind_equals, expected, in_parentheses, no_arguments};
use crate::diagnostics::with_help;

/// `name`, `name = true`, `name = false`.
#[derive(Clone, Copy)]
pub(crate) struct Switch(pub(crate) bool);

impl OptionValue for Switch {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        if !input.peek(Token![=]) {
            return no_arguments(key, input).map(|()| Self(true));
        }
        behind_equals::<LitBool>(key, " = false", input).map(|value| Self(value.value))
    }
}

/// `name` alone: an option that is given or not.
#[derive(Clone, Copy)]
pub(crate) struct Mark;

impl OptionValue for Mark {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![=]) {
            return Err(syn::Error::new(key.span(), format!("option `{key}` takes no value")));
        }
        no_arguments(key, input).map(|()| Self)
    }
}

/// `name = false`: what a macro does by itself, switched off.
#[derive(Clone, Copy)]
pub(crate) struct Off;

impl OptionValue for Off {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![=]) && behind_equals::<OffOr<syn::parse::Nothing>>(key, " = false", input).is_ok() {
            return Ok(Self);
        }
        let message = format!("option `{key}` can only be switched off, in `schema!`");
        let help = match key == "clone" {
            true => "write `clone = false`; in a derive, add `Clone` to the list of derives".to_owned(),
            false => format!("write `{key} = false`"),
        };
        Err(syn::Error::new(key.span(), with_help(message, help)))
    }
}

/// `name = "text"`.
impl OptionValue for LitStr {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        behind_equals(key, " = \"..\"", input)
    }
}

/// `name = some::path`.
impl OptionValue for Path {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        behind_equals(key, " = path", input)
    }
}

/// `name = false`, `name = some::path`: switched off, or done by that.
#[derive(Clone)]
pub(crate) enum OffOr<T> {
    Off,
    By(T),
}

impl<T: Parse> Parse for OffOr<T> {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitBool) {
            let switch: LitBool = input.parse()?;
            return match switch.value {
                false => Ok(Self::Off),
                true => Err(syn::Error::new(switch.span, "this is on by default; it can only be switched off")),
            };
        }
        input.parse().map(Self::By)
    }
}

impl OptionValue for OffOr<Path> {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        behind_equals(key, " = false` or `repr = path", input)
    }
}

impl OptionValue for OffOr<Ident> {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        behind_equals(key, " = false` or `call = name", input)
    }
}

/// `default`, `default = expr`.
#[derive(Clone)]
pub(crate) enum DefaultValue {
    /// The `Default` of the type.
    OfType,
    /// Evaluated each time.
    Expr(Box<Expr>),
}

impl OptionValue for DefaultValue {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        if !input.peek(Token![=]) {
            return no_arguments(key, input).map(|()| Self::OfType);
        }
        behind_equals(key, " = expr", input).map(|expr| Self::Expr(Box::new(expr)))
    }
}

/// `new = false`, `new(name = make, vis = pub(crate))`.
#[derive(Clone, Default)]
pub(crate) struct New {
    pub(crate) off: bool,
    pub(crate) name: Option<Ident>,
    pub(crate) vis: Option<Visibility>,
}

impl OptionValue for New {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        const FORMS: &str = " = false` or `new(name = .., vis = ..)";
        if input.peek(Token![=]) {
            let off: OffOr<syn::parse::Nothing> = behind_equals(key, FORMS, input)?;
            return Ok(Self { off: matches!(off, OffOr::Off), ..Self::default() });
        }
        in_parentheses(key, FORMS, input, read_new)
    }
}

fn read_new(input: ParseStream<'_>) -> syn::Result<New> {
    let mut new = New::default();
    while !input.is_empty() {
        let key: Ident = input.call(Ident::parse_any)?;
        match key.to_string().as_str() {
            "name" if new.name.is_some() => return Err(twice(&key)),
            "vis" if new.vis.is_some() => return Err(twice(&key)),
            "name" => new.name = Some(behind_equals(&key, " = ident", input)?),
            "vis" => new.vis = Some(read_vis(&key, input)?),
            _ => {
                let message = format!("unknown option `{key}` of `new(..)`\nhelp: there are `name` and `vis`");
                return Err(syn::Error::new(key.span(), message));
            }
        }
        if !input.is_empty() {
            let comma = input.parse::<Token![,]>();
            comma.map_err(|error| syn::Error::new(error.span(), "expected `,` between options"))?;
        }
    }
    Ok(new)
}

fn twice(key: &Ident) -> syn::Error {
    syn::Error::new(key.span(), format!("option `{key}` is given twice"))
}

fn read_vis(key: &Ident, input: ParseStream<'_>) -> syn::Result<Visibility> {
    input.parse::<Token![=]>().map_err(|_| expected(key, " = pub(crate)"))?;
    match input.parse()? {
        Visibility::Inherited => Err(expected(key, " = pub(crate)` or `vis = pub(self)")),
        vis => Ok(vis),
    }
}

/// `init_var(name: Type = default, ..)`.
#[derive(Clone)]
pub(crate) struct InitVars(pub(crate) Vec<InitVar>);

/// A constructor argument that is no field.
#[derive(Clone)]
pub(crate) struct InitVar {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) default: Option<Expr>,
}

impl Parse for InitVar {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let ident = input.parse()?;
        input.parse::<Token![:]>()?;
        let ty = input.parse()?;
        let default = input.parse::<Option<Token![=]>>()?.map(|_| input.parse()).transpose()?;
        Ok(Self { ident, ty, default })
    }
}

impl OptionValue for InitVars {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        let read = Punctuated::<InitVar, Token![,]>::parse_terminated;
        let vars = in_parentheses(key, "(name: Type = default)", input, read)?;
        Ok(Self(vars.into_iter().collect()))
    }
}

/// `bound(T: Trait, ..)`.
#[derive(Clone)]
pub(crate) struct Bounds(pub(crate) Punctuated<WherePredicate, Token![,]>);

impl OptionValue for Bounds {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        in_parentheses(key, "(T: Trait)", input, Punctuated::parse_terminated).map(Self)
    }
}

/// `metadata(key = literal, ..)`.
#[derive(Clone)]
pub(crate) struct Metadata(pub(crate) Vec<(Ident, Expr)>);

impl OptionValue for Metadata {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        let read = Punctuated::<Entry, Token![,]>::parse_terminated;
        let entries = in_parentheses(key, "(key = literal)", input, read)?;
        Ok(Self(entries.into_iter().map(|entry| (entry.0, entry.1)).collect()))
    }
}

struct Entry(Ident, Expr);

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key = input.call(Ident::parse_any)?;
        let value: Expr = behind_equals(&key, " = literal", input)?;
        match literal(&value) {
            Some(_) => Ok(Self(key, value)),
            None => Err(syn::Error::new_spanned(value, "expected a literal: metadata is part of the description")),
        }
    }
}

/// The literal that an expression is, and whether it is negated.
pub(crate) fn literal(expr: &Expr) -> Option<(&Lit, bool)> {
    match expr {
        Expr::Lit(lit) => Some((&lit.lit, false)),
        Expr::Unary(syn::ExprUnary { op: syn::UnOp::Neg(_), expr, .. }) => match &**expr {
            Expr::Lit(syn::ExprLit { lit: lit @ (Lit::Int(_) | Lit::Float(_)), .. }) => Some((lit, true)),
            _ => None,
        },
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

/// `check(path, fields(a, b))`.
#[derive(Clone)]
pub(crate) struct StructCheck {
    pub(crate) function: Expr,
    pub(crate) fields: Vec<Ident>,
    /// Which check of which class it is, if it is inherited.
    pub(crate) origin: Option<String>,
}

impl OptionValue for StructCheck {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        const FORM: &str = "(path, fields(a, b))";
        in_parentheses(key, FORM, input, |input| {
            let function = input.parse()?;
            let lacking = |_| expected(key, FORM);
            input.parse::<Token![,]>().map_err(lacking)?;
            let keyword: Ident = input.parse().map_err(lacking)?;
            if keyword != "fields" {
                return Err(expected(&keyword, "(a, b)` as `fields(a, b)"));
            }
            let read =
                |input: ParseStream<'_>| Punctuated::<Ident, Token![,]>::parse_terminated_with(input, Ident::parse_any);
            let fields = in_parentheses(&keyword, "(a, b)", input, read)?;
            input.parse::<Option<Token![,]>>()?;
            match fields.is_empty() {
                true => Err(expected(&keyword, "(a, b)")),
                false => Ok(Self { function, fields: fields.into_iter().collect(), origin: None }),
            }
        })
    }
}
