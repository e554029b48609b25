//! A type of a base as it is written in a class that inherits from it.
//!
//! What is made of primitives and of names that every program has is written as it is, so that it reads well in the
//! documentation. Any other type is reached through the base, since its name may mean nothing here.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, GenericParam, Generics, Path, PathArguments, Type, TypePath};

use crate::model::types;

/// Names that mean the same everywhere.
const PRELUDE: [&str; 4] = ["Option", "Vec", "Box", "String"];

/// The type with each part that cannot be named everywhere replaced, from left to right.
pub(crate) fn map_foreign(ty: &Type, generics: &Generics, replace: &mut dyn FnMut(&Type) -> Type) -> Type {
    let mut inner = |ty: &Type| map_foreign(ty, generics, replace);
    match ty {
        Type::Reference(reference) => {
            let elem = Box::new(inner(&reference.elem));
            Type::Reference(syn::TypeReference { elem, ..reference.clone() })
        }
        Type::Slice(slice) => Type::Slice(syn::TypeSlice { elem: Box::new(inner(&slice.elem)), ..slice.clone() }),
        Type::Array(array) if is_plain_length(&array.len, generics) => {
            Type::Array(syn::TypeArray { elem: Box::new(inner(&array.elem)), ..array.clone() })
        }
        Type::Tuple(tuple) => {
            let mut tuple = tuple.clone();
            for elem in &mut tuple.elems {
                *elem = inner(elem);
            }
            Type::Tuple(tuple)
        }
        Type::Group(group) => inner(&group.elem),
        Type::Paren(paren) => Type::Paren(syn::TypeParen { elem: Box::new(inner(&paren.elem)), ..paren.clone() }),
        Type::Path(path) if is_plain(path) => {
            let mut path = path.clone();
            for segment in &mut path.path.segments {
                let PathArguments::AngleBracketed(arguments) = &mut segment.arguments else { continue };
                for argument in &mut arguments.args {
                    if let GenericArgument::Type(ty) = argument {
                        *ty = inner(ty);
                    }
                }
            }
            Type::Path(path)
        }
        _ if types::is_plain_param(ty, generics) => ty.clone(),
        _ => replace(ty),
    }
}

fn is_plain(path: &TypePath) -> bool {
    let ty = Type::Path(path.clone());
    let Some(name) = path.path.segments.first().filter(|_| path.qself.is_none() && path.path.segments.len() == 1)
    else {
        return false;
    };
    match name.arguments.is_none() {
        true => types::is_primitive(&ty) || name.ident == "str" || name.ident == "String",
        false => PRELUDE.iter().any(|known| name.ident == known),
    }
}

fn is_plain_length(len: &syn::Expr, generics: &Generics) -> bool {
    match len {
        syn::Expr::Lit(_) => true,
        syn::Expr::Path(path) => {
            path.path.get_ident().is_some_and(|ident| generics.const_params().any(|param| param.ident == *ident))
        }
        _ => false,
    }
}

/// The parameters of a base, and what the class that inherits gives for them.
pub(crate) struct Arguments {
    base: TokenStream,
    lifetimes: Vec<(String, TokenStream)>,
    others: Vec<(String, TokenStream)>,
    /// The types and constants that are neither given nor have a default.
    pub(super) missing: Vec<String>,
}

impl Arguments {
    /// What is written behind the name of the base; what is not, has the default of the parameter.
    pub(crate) fn new(base: &Path, generics: &Generics) -> Self {
        let written = base.segments.last().map(|segment| &segment.arguments);
        let written: Vec<&GenericArgument> = match written {
            Some(PathArguments::AngleBracketed(written)) => written.args.iter().collect(),
            _ => vec![],
        };
        let mut lifetimes = written.iter().filter(|argument| matches!(argument, GenericArgument::Lifetime(_)));
        let mut others = written.iter().filter(|argument| !matches!(argument, GenericArgument::Lifetime(_)));
        let mut all = Self { base: base.to_token_stream(), lifetimes: vec![], others: vec![], missing: vec![] };
        for param in &generics.params {
            let (default, name) = match param {
                GenericParam::Lifetime(param) => {
                    if let Some(argument) = lifetimes.next() {
                        all.lifetimes.push((param.lifetime.ident.to_string(), argument.to_token_stream()));
                    }
                    continue;
                }
                GenericParam::Type(param) => {
                    (param.default.as_ref().map(|(_, default)| default.to_token_stream()), &param.ident)
                }
                GenericParam::Const(param) => {
                    (param.default.as_ref().map(|(_, default)| default.to_token_stream()), &param.ident)
                }
            };
            let given = others.next().map(ToTokens::to_token_stream).or(default);
            if given.is_none() {
                all.missing.push(name.to_string());
            }
            // What is missing is told of; the parameter itself would be one more mistake.
            all.others.push((name.to_string(), given.unwrap_or_else(|| quote::quote!(()))));
        }
        all
    }

    /// Takes tokens for one more name.
    pub(crate) fn add(&mut self, name: &syn::Ident, given: TokenStream) {
        self.others.push((name.to_string(), given));
    }

    /// A type in which the parameters are what is given for them, and `Self` is the base.
    pub(crate) fn put_into(&self, ty: &Type) -> Type {
        let tokens = self.replace(ty.to_token_stream());
        syn::parse2(tokens.clone()).unwrap_or(Type::Verbatim(tokens))
    }

    fn replace(&self, tokens: TokenStream) -> TokenStream {
        let mut replaced = TokenStream::new();
        let mut before = ' ';
        let mut quote: Option<TokenTree> = None;
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let is_path = matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
            match &token {
                TokenTree::Punct(punct) if punct.as_char() == '\'' => quote = Some(token.clone()),
                TokenTree::Ident(ident) if quote.is_some() => {
                    let name = ident.to_string();
                    match self.lifetimes.iter().find(|(param, _)| *param == name) {
                        Some((_, argument)) => {
                            quote = None;
                            replaced.extend(argument.clone());
                        }
                        None => replaced.extend(quote.take().into_iter().chain([token.clone()])),
                    }
                }
                TokenTree::Ident(ident) if before != ':' => {
                    let name = ident.to_string();
                    let base = || (name == "Self").then_some(&self.base);
                    let given = self.others.iter().find(|(param, _)| *param == name).map(|(_, given)| given);
                    match given.or_else(base) {
                        // A type before `::` stands in angle brackets.
                        Some(given) if is_path => replaced.extend(quote::quote!(<#given>)),
                        Some(given) => replaced.extend(given.clone()),
                        None => replaced.extend([token.clone()]),
                    }
                }
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.replace(group.stream()));
                    inner.set_span(group.span());
                    replaced.extend([TokenTree::Group(inner)]);
                }
                _ => replaced.extend([token.clone()]),
            }
            before = match &token {
                TokenTree::Punct(punct) => punct.as_char(),
                _ => ' ',
            };
        }
        replaced
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    fn generics() -> Generics {
        parse_quote!(<'a, T, const N: usize = 3>)
    }

    fn foreign(ty: &Type) -> (String, Vec<String>) {
        let mut all = vec![];
        let mapped = map_foreign(ty, &generics(), &mut |ty| {
            all.push(ty.to_token_stream().to_string());
            parse_quote!(X)
        });
        (mapped.to_token_stream().to_string(), all)
    }

    #[test]
    fn what_everybody_can_name_stays() {
        for ty in ["u8", "Option < Vec < (String , [T ; N]) > >", "& 'a str", "[f64 ; 3]", "Box < [u8] >"] {
            assert_eq!(foreign(&syn::parse_str(ty).unwrap()), (ty.to_owned(), vec![]));
        }
    }

    #[test]
    fn what_is_foreign_is_replaced_as_a_whole() {
        let ty = parse_quote!((Option<Map<String, Tag>>, T::Item, my::String, [u8; LEN], fn(u8)));
        let (mapped, all) = foreign(&ty);
        assert_eq!(mapped, "(Option < X > , X , X , X , X)");
        assert_eq!(all, ["Map < String , Tag >", "T :: Item", "my :: String", "[u8 ; LEN]", "fn (u8)"]);
    }

    #[test]
    fn parameters_become_what_is_given_for_them() {
        let arguments = Arguments::new(&parse_quote!(a::Base<'b, Vec<U>>), &generics());
        let put = |ty: Type| arguments.put_into(&ty).to_token_stream().to_string().replace(' ', "");
        let ty = parse_quote!((T, &'a [T; N], T::Item, x::T));
        assert_eq!(put(ty), "(Vec<U>,&'b[Vec<U>;3],<Vec<U>>::Item,x::T)");
        assert_eq!(put(parse_quote!(Box<Self>)), "Box<a::Base<'b,Vec<U>>>");
    }
}
