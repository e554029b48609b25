//! What can be told of a default from how it is written.

use std::borrow::Cow;

use syn::{Expr, Lit, parse_quote};

use super::default::Default;
use super::field::Field;
use super::types::{self, Kind};
use crate::input::rules::Transform;
use crate::input::values::literal;

/// What a default is, as the rules see it.
pub(crate) enum Known<'a> {
    /// `None`.
    None,
    Literal(Cow<'a, Expr>),
    /// A list, set or dict without anything in it.
    Empty,
    /// A constant: it is for the compiler to tell.
    Constant(&'a Expr),
}

impl<'a> Known<'a> {
    /// `None` where nothing is known.
    pub(crate) fn of(field: &'a Field) -> Option<Self> {
        let known = match field.default.as_ref()? {
            Default::OfType => of_type(field)?,
            Default::None => Self::None,
            Default::Literal(expr) => Self::Literal(Cow::Borrowed(expr)),
            Default::Computed(computed) if computed.reads.is_empty() => of_expr(&computed.expr)?,
            Default::Computed(_) => return None,
        };
        // What a foreign type makes of text is its own business.
        let is_converted = field.into || matches!(field.default, Some(Default::Computed(_)));
        if is_converted && matches!(known, Self::Literal(_)) && types::kind(&field.ty) == Kind::Unknown {
            return None;
        }
        match (known, field.transforms.is_empty()) {
            (known @ (Self::None | Self::Empty), _) | (known, true) => Some(known),
            (Self::Literal(expr), false) => transformed(&expr, &field.transforms),
            (Self::Constant(_), false) => None,
        }
    }
}

/// The `Default` of a type that everybody knows.
fn of_type(field: &Field) -> Option<Known<'static>> {
    if types::argument_of(&field.ty, "Option").is_some() {
        return Some(Known::None);
    }
    let literal = |expr| Some(Known::Literal(Cow::Owned(expr)));
    match types::kind(&field.ty) {
        Kind::Int => literal(parse_quote!(0)),
        Kind::Float => literal(parse_quote!(0.0)),
        Kind::Bool => literal(parse_quote!(false)),
        Kind::Text if types::plain_name(types::leaf(&field.ty)).is_some_and(|name| name == "char") => {
            literal(parse_quote!('\0'))
        }
        Kind::Text => literal(parse_quote!("")),
        // An array has items.
        Kind::Items if !matches!(types::leaf(&field.ty), syn::Type::Array(_)) => Some(Known::Empty),
        Kind::Dict => Some(Known::Empty),
        _ => None,
    }
}

/// Looks through `Some(..)`, and through what makes text of a literal.
fn of_expr(expr: &Expr) -> Option<Known<'_>> {
    match expr {
        Expr::Path(path) if path.path.is_ident("None") => Some(Known::None),
        Expr::Path(_) => Some(Known::Constant(expr)),
        Expr::Paren(paren) => of_expr(&paren.expr),
        Expr::Group(group) => of_expr(&group.expr),
        Expr::Call(call) => match (&*call.func, call.args.first(), call.args.len()) {
            (Expr::Path(path), Some(argument), 1) if path.path.is_ident("Some") => of_expr(argument),
            (Expr::Path(path), Some(argument), 1) if is(&path.path, "String", "from") => text(argument),
            _ => None,
        },
        Expr::MethodCall(call) if call.args.is_empty() => match call.method.to_string().as_str() {
            "to_owned" | "to_string" | "into" => text(&call.receiver),
            _ => None,
        },
        Expr::Macro(makes) if makes.mac.path.is_ident("vec") && makes.mac.tokens.is_empty() => Some(Known::Empty),
        expr => literal(expr).map(|_| Known::Literal(Cow::Borrowed(expr))),
    }
}

/// `Type::function`.
fn is(path: &syn::Path, ty: &str, function: &str) -> bool {
    let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    names == [ty, function]
}

fn text(expr: &Expr) -> Option<Known<'_>> {
    let is_text = matches!(literal(expr), Some((Lit::Str(_), _)));
    is_text.then(|| Known::Literal(Cow::Borrowed(expr)))
}

/// The literal as the transforms leave it.
fn transformed(expr: &Expr, transforms: &[Transform]) -> Option<Known<'static>> {
    let Some((Lit::Str(text), _)) = literal(expr) else { return None };
    let text = transforms.iter().try_fold(text.value(), |text, transform| match transform {
        Transform::Text(name) if name == "trim" => Some(text.trim().to_owned()),
        Transform::Text(name) if name == "lowercase" => Some(text.to_lowercase()),
        Transform::Text(_) => Some(text.to_uppercase()),
        Transform::With(_) => None,
    });
    text.map(|text| Known::Literal(Cow::Owned(parse_quote!(#text))))
}
