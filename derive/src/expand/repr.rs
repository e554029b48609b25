//! `Repr`: Python's repr.
//!
//! Through the field table, unless there are type parameters: then the fields are given one by one, so that the repr
//! needs no more of the parameters than a repr.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::model::bounds::{Header, header};
use crate::model::class::Class;
use crate::model::{text, types};

pub(super) fn expand(class: &Class) -> TokenStream {
    let p = &class.private;
    let body = if class.is_generic() { field_by_field(class) } else { quote!(#p::repr(self, f)) };
    let shown = class.shown().filter(|field| !field.secret && field.repr.by().is_none());
    let Header { allow, generics, ty, clause } = header(class, &quote!(#p::Repr), shown);
    quote! {
        #allow
        impl #generics #p::Repr for #ty #clause {
            fn fmt_repr(&self, f: &mut #p::Formatter<'_>) -> #p::Shown { #body }
        }
    }
}

fn field_by_field(class: &Class) -> TokenStream {
    let p = &class.private;
    let arms = class.fields.iter().enumerate().filter(|(_, field)| !field.repr.is_hidden() && !field.secret);
    let arms = arms.map(|(i, field)| {
        let (i, ident) = (Literal::usize_unsuffixed(i), &field.ident);
        match field.repr.by() {
            Some(show) => quote!(#i => #p::FieldRef::UNREADABLE.shown_by(move || #show(&self.#ident)),),
            None if types::mentions_param(&field.ty, &class.generics) => {
                let named = (!types::is_plain_param(&field.ty, &class.generics)).then(|| text::of_type(&field.ty));
                let named = named.map(|name| quote!(.or_named(#name)));
                quote!(#i => #p::probe_repr(&self.#ident).field() #named,)
            }
            None => quote!(#i => #p::probe_borrowed(&self.#ident).field(),),
        }
    });
    quote! {
        #p::repr_of_fields(<Self as #p::Dataclass>::spec(), &|index| match index {
            #(#arms)*
            _ => #p::FieldRef::UNREADABLE,
        }, f)
    }
}
