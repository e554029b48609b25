//! `Index<usize>` and `IntoIterator`, where all fields are of one type.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, quote};
use syn::{Generics, Type, parse_quote};

use crate::input::Form;
use crate::model::class::Class;
use crate::model::types;

pub(super) fn expand(class: &Class) -> TokenStream {
    let Some(Uniform { generics, ty, item }) = uniform(class) else { return TokenStream::new() };
    let (p, count) = (&class.private, class.fields.len());
    let idents: Vec<_> = class.fields.iter().map(|field| &field.ident).collect();
    let arms = idents.iter().enumerate().map(|(i, ident)| {
        let i = Literal::usize_unsuffixed(i);
        quote!(#i => &self.#ident,)
    });
    let mut borrowed: Generics = generics.clone();
    borrowed.params.insert(0, parse_quote!('__items));
    let (borrowed, ..) = borrowed.split_for_impl();
    let (generics, _, clause) = generics.split_for_impl();
    quote! {
        impl #generics #p::Index<usize> for #ty #clause {
            type Output = #item;
            #[inline]
            fn index(&self, index: usize) -> &#item {
                match index { #(#arms)* _ => #p::out_of_range() }
            }
        }
        impl #generics #p::IntoIterator for #ty #clause {
            type Item = #item;
            type IntoIter = #p::IntoIter<#item, #count>;
            #[inline]
            fn into_iter(self) -> Self::IntoIter { #p::IntoIterator::into_iter([#(self.#idents),*]) }
        }
        impl #borrowed #p::IntoIterator for &'__items #ty #clause {
            type Item = &'__items #item;
            type IntoIter = #p::IntoIter<&'__items #item, #count>;
            #[inline]
            fn into_iter(self) -> Self::IntoIter { #p::IntoIterator::into_iter([#(&self.#idents),*]) }
        }
    }
}

/// A class whose fields are all of one type.
struct Uniform {
    generics: Generics,
    ty: TokenStream,
    item: TokenStream,
}

fn uniform(class: &Class) -> Option<Uniform> {
    let first = &class.fields.first()?.ty;
    let ident = &class.ident;
    if class.form == Form::Untyped {
        let items = class.fields.iter().map(|_| first);
        let ty = quote!(#ident<#(#items),*>);
        return Some(Uniform { generics: parse_quote!(<#first>), ty, item: first.to_token_stream() });
    }
    let is_first = |ty: &Type| ty.to_token_stream().to_string() == first.to_token_stream().to_string();
    if !class.fields.iter().all(|field| is_first(&field.ty)) {
        return None;
    }
    let (_, arguments, _) = class.generics.split_for_impl();
    let ty = quote!(#ident #arguments);
    let item = types::without_self(first, &ty);
    Some(Uniform { generics: class.generics.clone(), item, ty })
}
