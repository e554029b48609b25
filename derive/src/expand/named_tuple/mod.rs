//! What a named tuple has besides what every class has: all that a tuple of its fields has.

mod compare;
mod convert;
mod copy;
mod items;

use proc_macro2::TokenStream;
use quote::quote;

use super::init;
use crate::input::Form;
use crate::model::bounds::{self, Header, plain_header};
use crate::model::class::Class;

pub(super) fn expand(class: &Class) -> TokenStream {
    let (named, constants) = (named_tuple(class), constants(class));
    let new = has_new_apart(class).then(|| new_apart(class, init::new));
    let parts = [copy::expand(class), convert::expand(class), compare::expand(class), items::expand(class)];
    quote!(#named #constants #new #(#parts)*)
}

/// The same for a class in which there are mistakes.
pub(super) fn stubs(class: &Class) -> TokenStream {
    let constants = constants(class);
    let new = has_new_apart(class).then(|| new_apart(class, init::stub));
    let parts = [copy::clone(class), convert::stubs(class), compare::expand(class), items::expand(class)];
    quote!(#constants #new #(#parts)*)
}

fn named_tuple(class: &Class) -> TokenStream {
    let p = &class.private;
    let Header { allow, generics, ty, clause } = plain_header(class);
    let names = class.fields.iter().map(|field| &field.name);
    quote! {
        #allow
        impl #generics #p::NamedTuple for #ty #clause {
            const FIELDS: #p::Names = &[#(#names),*];
        }
    }
}

/// Does the constructor of the required fields stand apart, since it is for the types of the defaults alone?
pub(super) fn has_new_apart(class: &Class) -> bool {
    let has_default = class.fields.iter().any(|field| field.default.is_some());
    class.form == Form::Untyped && class.options.new.is_some() && has_default
}

fn new_apart(class: &Class, new: fn(&Class) -> TokenStream) -> TokenStream {
    super::impl_of(class, &bounds::header_of_defaults(class), &new(class))
}

/// What is the same for all types of the fields can be asked without telling any: `Color::FIELDS`.
fn constants(class: &Class) -> TokenStream {
    if class.form != Form::Untyped {
        return TokenStream::new();
    }
    let (p, ident, vis) = (&class.private, &class.ident, &class.vis);
    let units = class.fields.iter().map(|_| quote!(()));
    quote! {
        #[allow(dead_code)]
        impl #ident<#(#units),*> {
            #[doc = "The names of the fields, in their order."]
            #vis const FIELDS: #p::Names = <Self as #p::NamedTuple>::FIELDS;
            #[doc = "How many fields there are."]
            #vis const LEN: usize = <Self as #p::NamedTuple>::LEN;
        }
    }
}
