//! `==` and order with a tuple, both ways: `point == (1.0, 2.0)`.
//!
//! As between tuples, the items may be of other types than the fields, if these can be compared with them.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::{GenericParam, Generics, Ident, PredicateType, Token, Type, WherePredicate, parse_quote};

use super::super::{at, ord};
use crate::model::class::Class;
use crate::model::types;

pub(super) fn expand(class: &Class) -> TokenStream {
    let (p, tuple) = (&class.private, Tuple::of(class));
    let (ty, items) = (&tuple.ty, &tuple.items);
    let (equal, order) = (equal(class), order(class));
    let eq = tuple.compared(
        &quote!(#p::PartialEq),
        &quote!(fn eq(&self, other: &(#(#items,)*)) -> bool { #equal }),
        &quote!(fn eq(&self, other: &#ty) -> bool { other == self }),
    );
    let reversed = quote!(#p::PartialOrd::partial_cmp(other, self).map(#p::Ordering::reverse));
    let ord = tuple.compared(
        &quote!(#p::PartialOrd),
        &quote!(fn partial_cmp(&self, other: &(#(#items,)*)) -> #p::Option<#p::Ordering> { #order }),
        &quote!(fn partial_cmp(&self, other: &#ty) -> #p::Option<#p::Ordering> { #reversed }),
    );
    quote!(#eq #ord)
}

fn places(class: &Class) -> impl Iterator<Item = Literal> {
    (0..class.fields.len()).map(Literal::usize_unsuffixed)
}

fn equal(class: &Class) -> TokenStream {
    let equal = class.fields.iter().zip(places(class)).map(|(field, place)| {
        let ident = &field.ident;
        quote_spanned!(at(field)=> self.#ident == other.#place)
    });
    let unused = class.fields.is_empty().then(|| quote!(let () = other;));
    quote!(#unused true #(&& #equal)*)
}

fn order(class: &Class) -> TokenStream {
    let p = &class.private;
    let (compare, equal) = (quote!(#p::PartialOrd::partial_cmp), quote!(#p::Option::Some(#p::Ordering::Equal)));
    ord::steps_with(class, &compare, &equal, places(class).map(|place| place.to_token_stream()))
}

/// The class, and a tuple that it is compared with.
struct Tuple<'a> {
    class: &'a Class,
    ty: TokenStream,
    /// The types of the items, which are parameters.
    items: Vec<Ident>,
}

impl<'a> Tuple<'a> {
    fn of(class: &'a Class) -> Self {
        let (ident, (_, arguments, _)) = (&class.ident, class.generics.split_for_impl());
        let items = (0..class.fields.len()).map(|i| format_ident!("I{i}__"));
        Self { class, ty: quote!(#ident #arguments), items: items.collect() }
    }

    /// A trait for the class with the tuple, and for the tuple with the class.
    fn compared(&self, name: &TokenStream, with_tuple: &TokenStream, with_class: &TokenStream) -> TokenStream {
        let Self { class, ty, items } = self;
        let mut generics: Generics = class.generics.clone();
        generics.params.extend(items.iter().map(|item| -> GenericParam { parse_quote!(#item) }));
        // A type is not read once more: what stands in it may not be one everywhere.
        let bounds = class.fields.iter().zip(items).map(|(field, item)| PredicateType {
            attrs: vec![],
            lifetimes: None,
            bounded_ty: Type::Verbatim(types::without_self(&field.ty, ty)),
            colon_token: <Token![:]>::default(),
            bounds: parse_quote!(#name<#item>),
        });
        generics.make_where_clause().predicates.extend(bounds.map(WherePredicate::Type));
        let (generics, _, clause) = generics.split_for_impl();
        quote! {
            #[automatically_derived]
            impl #generics #name<(#(#items,)*)> for #ty #clause {
                #[inline]
                #with_tuple
            }
            #[automatically_derived]
            impl #generics #name<#ty> for (#(#items,)*) #clause {
                #[inline]
                #with_class
            }
        }
    }
}
