//! Transforms: what the constructor does to an argument before the rules look at it.
//!
//! ```text
//! let name = trim(name);
//! let name = slug(name);
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Expr;
use syn::spanned::Spanned as _;

use crate::input::rules::{Transform, function_name};
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::{names, types};

/// The transforms of a field in its description.
pub(super) fn with_transforms(class: &Class, field: &Field) -> Option<TokenStream> {
    let p = &class.private;
    let all = field.transforms.iter().map(|transform| match transform {
        Transform::Text(name) => {
            let variant = format_ident!("{}", super::rules::pascal_case(&name.to_string()));
            quote!(#p::Transform::#variant)
        }
        Transform::With(path) => {
            let (name, ty) = (function_name(path), types::inner_of_option(&field.ty));
            let is_plain = !types::mentions_lifetime(ty) && !types::mentions_any_param(ty, &class.generics);
            let call = match is_plain {
                true => {
                    let (inner, changed) = changed(path, p);
                    quote!(|value| #p::transform_value::<#ty>(value, |#inner| #changed))
                }
                false => quote!(|value| value),
            };
            quote!(#p::Transform::compiled(#name, #call))
        }
    });
    let all: Vec<_> = all.collect();
    (!all.is_empty()).then(|| quote!(.with_transforms(#p::List::new(const { &[#(#all),*] }))))
}

/// The statements that transform the arguments of the constructor.
pub(super) fn statements(class: &Class) -> TokenStream {
    class
        .fields
        .iter()
        .flat_map(|field| field.transforms.iter().map(|transform| statement(class, field, transform)))
        .collect()
}

/// The statement that transforms one argument.
pub(super) fn statement(class: &Class, field: &Field, transform: &Transform) -> TokenStream {
    let (p, ident) = (&class.private, &field.ident);
    let span = transform.span().resolved_at(Span::call_site());
    let value = match transform {
        Transform::Text(name) => {
            let name = Ident::new(&name.to_string(), span);
            quote_spanned!(span=> #p::#name(#ident))
        }
        // As with rules, `None` is looked through.
        Transform::With(path) if types::argument_of(&field.ty, "Option").is_some() => {
            let (inner, changed) = changed(path, p);
            quote!(#p::Option::map(#ident, |#inner| #changed))
        }
        Transform::With(path) => {
            let (inner, changed) = changed(path, p);
            quote!({ let #inner = #ident; #changed })
        }
    };
    quote!(let #ident = #value;)
}

/// What a function of the user's makes of a variable. It is written twice, for instances and for the description, with
/// the same places: so the compiler tells a mistake once.
fn changed(path: &Expr, p: &Ident) -> (Ident, TokenStream) {
    let inner = names::ident("inner");
    let p = Ident::new(&p.to_string(), path.span().resolved_at(Span::call_site()));
    let changed = quote_spanned!(path.span()=> #p::transform(#inner, #path));
    (inner, changed)
}
