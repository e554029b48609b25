//! `Default`: an instance with all defaults.

use proc_macro2::TokenStream;
use quote::quote;

use super::init::construct;
use crate::model::bounds::{Header, header};
use crate::model::class::Class;
use crate::model::default::Default;

pub(super) fn expand(class: &Class) -> TokenStream {
    let p = &class.private;
    let of_type = class.fields.iter().filter(|field| matches!(field.default, Some(Default::OfType)));
    let Header { allow: _, generics, ty, clause } = header(class, &quote!(#p::Default), of_type);
    let body = construct(class);
    quote! {
        #[automatically_derived]
        impl #generics #p::Default for #ty #clause {
            #[inline]
            fn default() -> Self { #body }
        }
    }
}
