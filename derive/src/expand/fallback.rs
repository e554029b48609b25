//! What is written after mistakes: everything that the rest of the program can name, without a body that could fail.
//!
//! One typo is then one error, not one for each use of the class.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;

use crate::model::bounds::{Header, plain_header};
use crate::model::class::Class;

pub(crate) fn expand(class: &Class, hidden: &Ident) -> TokenStream {
    let call = class.options.call.as_ref().map(|alias| {
        let (krate, vis, ident) = (&class.krate, &class.vis, &class.ident);
        let made = match class.options.validate {
            true => quote!(validated_stub),
            false => quote!(made_stub),
        };
        quote!(#krate::__define_stub! { $ {#vis} #hidden #alias #ident #made })
    });
    let implementations: TokenStream = traits(class).into_iter().collect();
    let scope = super::scope(class);
    // Without fields it may be no struct at all.
    let methods = if class.fields.is_empty() { TokenStream::new() } else { super::inherent_impl(class, super::STUBS) };
    let setters = if class.options.setters { super::setters::stub(class) } else { TokenStream::new() };
    let builder = if class.options.builder { super::builder::expand(class) } else { TokenStream::new() };
    let tuple = class.is_tuple().then(|| super::named_tuple::stubs(class));
    super::with_definition(class, &quote!(#scope #methods #setters #builder #implementations #tuple #call))
}

fn traits(class: &Class) -> Vec<TokenStream> {
    let p = &class.private;
    let options = &class.options;
    let name = class.ident.unraw().to_string();
    let stub = quote!({ #p::stub() });
    let fmt = quote!((&self, _: &mut #p::Formatter<'_>) -> #p::Shown #stub);
    let wanted = [
        (
            true,
            quote!(#p::Dataclass),
            quote! {
                const __HEAD: #p::Head = ("", #name, "", &[]);
                fn __cell() -> #p::Cell #stub
            },
        ),
        (
            true,
            quote!(#p::FieldType),
            quote!(
                const TYPE: #p::TypeSpec = #p::TypeSpec::Any;
            ),
        ),
        (class.is_tuple(), quote!(#p::NamedTuple), quote!(const FIELDS: #p::Names = &[];)),
        (true, quote!(#p::Repr), quote!(fn fmt_repr #fmt)),
        (options.debug && class.writes("Debug"), quote!(#p::Debug), quote!(fn fmt #fmt)),
        (options.display && class.writes("Display"), quote!(#p::Display), quote!(fn fmt #fmt)),
        (options.eq && class.writes("PartialEq"), quote!(#p::PartialEq), quote!(fn eq(&self, _: &Self) -> bool #stub)),
        (
            options.order && options.eq && class.writes("PartialOrd"),
            quote!(#p::PartialOrd),
            quote! {
                fn partial_cmp(&self, _: &Self) -> #p::Option<#p::Ordering> #stub
            },
        ),
        (class.is_eq() && class.writes("Eq"), quote!(#p::Eq), TokenStream::new()),
        (
            options.ord && options.eq && class.writes("Ord"),
            quote!(#p::Ord),
            quote!(fn cmp(&self, _: &Self) -> #p::Ordering #stub),
        ),
        (
            options.hash && class.writes("Hash"),
            quote!(#p::Hash),
            quote!(fn hash<H__: #p::Hasher>(&self, _: &mut H__) #stub),
        ),
        (options.default && class.writes("Default"), quote!(#p::Default), quote!(fn default() -> Self #stub)),
    ];
    let Header { allow: _, generics, ty, clause } = plain_header(class);
    let wanted = wanted.into_iter().filter(|(wanted, ..)| *wanted);
    wanted
        .map(|(_, name, body)| quote!(#[automatically_derived] impl #generics #name for #ty #clause { #body }))
        .collect()
}
