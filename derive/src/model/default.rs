//! Defaults: what they are, and which fields they look at.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{Expr, Lit, Type, parse_quote};

use super::text;
use crate::input::values::literal;

/// The default of an argument.
#[derive(Clone)]
pub(crate) enum Default {
    /// The `Default` of its type.
    OfType,
    /// `None`, for an `Option`.
    None,
    /// A literal, perhaps negated: the same anywhere, so it needs no function.
    Literal(Expr),
    /// Anything else: evaluated in a function next to the struct, where its names mean what they mean there.
    Computed(Computed),
}

/// A default that needs a function.
#[derive(Clone)]
pub(crate) struct Computed {
    pub(crate) expr: Expr,
    /// How it was written, if `expr` is a call of the base that computes it.
    pub(crate) text: Option<String>,
    /// The fields that it looks at, though they come later here.
    pub(crate) late: Vec<String>,
    /// The positions of the fields that it looks at, by reference.
    pub(crate) reads: Vec<usize>,
    /// Can the function be `const`?
    pub(crate) is_const: bool,
}

impl Default {
    /// A default as written; `earlier` are the names of the fields before it.
    pub(crate) fn of_expr(expr: Expr, earlier: &[String]) -> Self {
        if literal(&expr).is_some() {
            return Self::Literal(expr);
        }
        let mut names = Names::default();
        names.collect(expr.to_token_stream());
        let reads: Vec<_> = (0..earlier.len()).filter(|i| names.mentions(&earlier[*i])).collect();
        let is_const = reads.is_empty() && is_const(&expr);
        Self::Computed(Computed { is_const, expr, text: None, late: vec![], reads })
    }

    /// Can it be evaluated at compile time?
    pub(crate) fn is_const(&self) -> bool {
        match self {
            Self::OfType => false,
            Self::None | Self::Literal(_) => true,
            Self::Computed(computed) => computed.is_const,
        }
    }

    /// The positions of the fields that it looks at.
    pub(crate) fn reads(&self) -> &[usize] {
        match self {
            Self::Computed(computed) => &computed.reads,
            Self::OfType | Self::None | Self::Literal(_) => &[],
        }
    }
}

/// The type that a literal has by itself; `None` for those that no field has.
pub(crate) fn type_of(lit: &Lit) -> Option<Type> {
    let primitive = |name: &str| {
        let name = Ident::new(name, Span::call_site());
        parse_quote!(::core::primitive::#name)
    };
    match lit {
        Lit::Str(_) => Some(parse_quote!(&'static ::core::primitive::str)),
        Lit::ByteStr(bytes) => {
            let count = bytes.value().len();
            Some(parse_quote!(&'static [::core::primitive::u8; #count]))
        }
        Lit::Byte(_) => Some(primitive("u8")),
        Lit::Char(_) => Some(primitive("char")),
        Lit::Bool(_) => Some(primitive("bool")),
        Lit::Int(int) if int.suffix().is_empty() => Some(primitive("i32")),
        Lit::Int(int) => Some(primitive(int.suffix())),
        Lit::Float(float) if float.suffix().is_empty() => Some(primitive("f64")),
        Lit::Float(float) => Some(primitive(float.suffix())),
        _ => None,
    }
}

impl Computed {
    /// How it was written.
    pub(crate) fn text(&self) -> String {
        self.text.clone().unwrap_or_else(|| text::of_expr(&self.expr))
    }

    /// Is it `None`, by that name?
    pub(crate) fn is_none(&self) -> bool {
        matches!(&self.expr, Expr::Path(path) if path.path.is_ident("None"))
    }
}

/// Is this surely a constant? Literals, paths, and tuples, arrays and references of them; no macro can tell of a call.
fn is_const(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) | Expr::Path(_) => true,
        Expr::Unary(unary) => is_const(&unary.expr) && literal(expr).is_some(),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_const),
        Expr::Array(array) => array.elems.iter().all(is_const),
        Expr::Reference(reference) => is_const(&reference.expr),
        Expr::Paren(paren) => is_const(&paren.expr),
        Expr::Group(group) => is_const(&group.expr),
        _ => false,
    }
}

/// The names that an expression may mean a field by.
#[derive(Default)]
struct Names {
    idents: Vec<String>,
    /// Format strings may capture names.
    texts: Vec<String>,
}

impl Names {
    /// Collects all identifiers that do not belong to a path or follow a dot.
    fn collect(&mut self, tokens: TokenStream) {
        let mut before = ' ';
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let is_path = matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
            match token {
                TokenTree::Ident(ident) if !matches!(before, '.' | ':') && !is_path => {
                    self.idents.push(ident.unraw().to_string());
                }
                TokenTree::Literal(literal) => self.texts.push(literal.to_string()),
                TokenTree::Group(group) => self.collect(group.stream()),
                TokenTree::Punct(punct) => {
                    // The range `..end` is no field access.
                    before = if punct.as_char() == '.' && before == '.' { ' ' } else { punct.as_char() };
                    continue;
                }
                TokenTree::Ident(_) => {}
            }
            before = ' ';
        }
    }

    fn mentions(&self, name: &str) -> bool {
        let captured = |text: &String| text.contains(&format!("{{{name}}}")) || text.contains(&format!("{{{name}:"));
        self.idents.iter().any(|ident| ident == name) || self.texts.iter().any(captured)
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    fn reads(expr: Expr) -> Vec<usize> {
        Default::of_expr(expr, &["a".into(), "b".into()]).reads().to_vec()
    }

    #[test]
    fn fields_are_found_where_they_are_read() {
        assert_eq!(reads(parse_quote!(a * 2)), [0]);
        assert_eq!(reads(parse_quote!(vec![b.clone(), *a])), [0, 1]);
        assert_eq!(reads(parse_quote!(format!("{a} {b:?}"))), [0, 1]);
        assert_eq!(reads(parse_quote!(0..*b)), [1]);
        assert_eq!(reads(parse_quote!(r#a + 1)), [0]);
    }

    #[test]
    fn other_names_are_no_fields() {
        assert_eq!(reads(parse_quote!(x.a)), []);
        assert_eq!(reads(parse_quote!(a::new(x::b))), []);
        assert_eq!(reads(parse_quote!(format!("a {{a}}", 1))), [0]);
        assert_eq!(reads(parse_quote!("{a}")), []);
    }

    #[test]
    fn only_what_is_surely_constant_is_const() {
        let is_const = |expr| Default::of_expr(expr, &["a".into()]).is_const();
        assert!(is_const(parse_quote!(1)));
        assert!(is_const(parse_quote!(-1.5)));
        assert!(is_const(parse_quote!(self::MAX)));
        assert!(is_const(parse_quote!((0, [MAX], &"x"))));
        assert!(!is_const(parse_quote!(f())));
        assert!(!is_const(parse_quote!(a)));
        assert!(!is_const(parse_quote!(!X)));
    }
}
