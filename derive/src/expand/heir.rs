//! An instance as one of each base.
//!
//! ```text
//! impl From<Dog> for Animal {
//!     fn from(value: Dog) -> Self { <Animal>::__new(value.name, value.tag) }
//! }
//! ```

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::base;
use crate::inherit::Parent;
use crate::model::bounds::{Header, plain_header};
use crate::model::class::Class;
use crate::model::names;

/// The conversions to all bases. A class that implements `Drop` cannot be taken apart.
pub(super) fn conversions(class: &Class) -> TokenStream {
    class.parents.iter().filter(|_| class.options.tuple).map(|parent| conversion(class, parent)).collect()
}

fn conversion(class: &Class, parent: &Parent) -> TokenStream {
    let Some(base) = parent.class() else { return TokenStream::new() };
    let p = &class.private;
    let Header { allow, generics, ty, clause } = plain_header(class);
    let (path, value, constructor) = (&parent.path, names::ident("value"), base::constructor(base));
    let witness = (base.has_witness() && constructor == names::FULL_CONSTRUCTOR).then(|| quote!(#p::PhantomData,));
    let fields = base.fields.iter().filter_map(|field| class.fields.iter().find(|own| own.name == field.name));
    // A field of another type than the base has is told of where it is written.
    let fields = fields.map(|field| {
        let span = field.written.span().resolved_at(Span::mixed_site());
        let (mut value, mut ident) = (value.clone(), field.ident.clone());
        value.set_span(span);
        ident.set_span(span);
        quote_spanned!(span=> #value.#ident)
    });
    let call = quote!(<#path>::#constructor(#witness #(#fields),*));
    let allows = super::allows(class);
    let body = match base.options.validate {
        true => quote! {
            impl #generics #p::TryFrom<#ty> for #path #clause {
                type Error = #p::ValidationError;
                #[inline]
                fn try_from(#value: #ty) -> #p::Result<Self, #p::ValidationError> { #call }
            }
        },
        false => quote! {
            impl #generics #p::From<#ty> for #path #clause {
                #[inline]
                fn from(#value: #ty) -> Self { #call }
            }
        },
    };
    quote! {
        #[automatically_derived]
        #allow
        #allows
        #[allow(deprecated)]
        #body
    }
}

/// The bases in the description.
pub(super) fn bases(class: &Class) -> Option<TokenStream> {
    let p = &class.private;
    let paths = class.parents.iter().map(|parent| &parent.path);
    (!class.parents.is_empty()).then(|| {
        quote!(const __BASES: &'static [#p::ClassRef] = &[#(#p::ClassRef::Static(<#paths as #p::Dataclass>::spec)),*];)
    })
}
