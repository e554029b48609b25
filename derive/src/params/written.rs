//! Parameters as they are written.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Expr, ExprAssign, Token};

use crate::call::arguments::{Stars, read_stars};
use crate::diagnostics::with_help;

/// What stands between two commas.
pub(super) enum Item {
    /// `/`
    Slash(Token![/]),
    /// `*`
    Star(Token![*]),
    /// `name: field = default`, perhaps with stars before it.
    Named(Box<Named>),
}

/// What an error about it stands on.
impl ToTokens for Item {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Slash(slash) => slash.to_tokens(tokens),
            Self::Star(star) => star.to_tokens(tokens),
            Self::Named(named) => named.name.to_tokens(tokens),
        }
    }
}

/// A parameter with a name.
pub(super) struct Named {
    pub(super) stars: Option<Stars>,
    pub(super) name: Ident,
    pub(super) field: Option<Expr>,
    pub(super) default: Option<Expr>,
}

/// Reads parameters up to the end. What cannot be read ends it; what stands before that is read.
pub(super) fn read(input: ParseStream<'_>, items: &mut Vec<Item>) -> syn::Result<()> {
    while !input.is_empty() {
        items.push(read_one(input)?);
        if !input.is_empty() {
            input
                .parse::<Token![,]>()
                .map_err(|error| syn::Error::new(error.span(), "expected `,` between parameters"))?;
        }
    }
    Ok(())
}

fn read_one(input: ParseStream<'_>) -> syn::Result<Item> {
    const FORMS: &str = "write `name: Field::str()`, `name: Field::int() = 1`, `*rest`, `**kw`, `/` or `*`";
    if let Some(slash) = input.parse()? {
        return Ok(Item::Slash(slash));
    }
    let stars = read_stars(input)?;
    if let Some(Stars { first, second: None }) = stars
        && (input.is_empty() || input.peek(Token![,]))
    {
        return Ok(Item::Star(first));
    }
    if !input.peek(Ident::peek_any) {
        return Err(input.error(with_help("expected the name of a parameter", FORMS)));
    }
    let name = input.call(Ident::parse_any)?;
    let (mut field, mut default) = (None, None);
    if let Some(colon) = input.parse::<Option<Token![:]>>()? {
        if input.is_empty() || input.peek(Token![,]) || input.peek(Token![=]) {
            let help = format!("write `{name}: Field::str()`, or leave out `:` for a parameter of any type");
            return Err(syn::Error::new_spanned(colon, with_help("expected a field behind `:`", help)));
        }
        if let Some(equals) = equals_before_nothing(&input.fork())? {
            return Err(without_default(&name, equals));
        }
        match input.parse()? {
            // To Rust, `field = default` is one expression.
            Expr::Assign(ExprAssign { left, right, .. }) => (field, default) = (Some(*left), Some(*right)),
            expr => field = Some(expr),
        }
    }
    if let Some(equals) = input.parse::<Option<Token![=]>>()? {
        if input.is_empty() || input.peek(Token![,]) {
            return Err(without_default(&name, equals));
        }
        default = Some(input.parse()?);
    }
    Ok(Item::Named(Box::new(Named { stars, name, field, default })))
}

fn without_default(name: &Ident, equals: Token![=]) -> syn::Error {
    let help = format!("write the default, or leave out `=` if '{}' must be given", name.unraw());
    syn::Error::new_spanned(equals, with_help("expected a default behind `=`", help))
}

/// The `=` of a field that stands before the next comma or the end.
fn equals_before_nothing(input: ParseStream<'_>) -> syn::Result<Option<Token![=]>> {
    while !input.is_empty() && !input.peek(Token![,]) {
        match input.parse::<Option<Token![=]>>()? {
            Some(equals) if input.is_empty() || input.peek(Token![,]) => return Ok(Some(equals)),
            Some(_) => {}
            None => drop(input.parse::<TokenTree>()?),
        }
    }
    Ok(None)
}
