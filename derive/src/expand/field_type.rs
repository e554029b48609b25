//! `FieldType`: the indexed accessors, and what is known of the class as a whole.
//!
//! Each of them is type-checked and borrow-checked in the user's build: a field that is sure to be one of ours is a
//! coercion and not a call, and an instance is made of one question for all fields and not of one for each.
//!
//! ```text
//! fn __field(&self, i: usize) -> FieldRef<'_> {
//!     use ::metaclass::__private::ways::*;
//!     match i { 0 => Ours(&self.x), 1 => Ours(&self.y), _ => probe(&self.name).field() }
//! }
//! ```

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use super::{init, known, validate};
use crate::model::bounds::{Header, header};
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::names;
use crate::model::types::{self, Container};

/// Up to how many fields there is a function of the run-time crate that makes an instance (`make_16`).
const MOST_MADE_AT_ONCE: usize = 16;

pub(super) fn expand(class: &Class) -> TokenStream {
    let p = &class.private;
    let Header { allow, generics, ty, clause } = header(class, &quote!(#p::FieldType), &class.fields);
    // To find a way costs more than to write it.
    let ways: Vec<Way> = class.fields.iter().map(|field| Way::of(class, field)).collect();
    let (object, read, write) = (object(class), read(class, &ways), write(class, &ways));
    let (make, from_row) = (make(class), from_row(class, &ways));
    let (set, validate) = (set(class), validate::methods(class));
    quote! {
        #allow
        impl #generics #p::FieldType for #ty #clause {
            const TYPE: #p::TypeSpec = #p::class::<Self>();
            #object
            #read
            #write
            #make
            #from_row
            #set
            #validate
        }
    }
}

/// Whether a type can be copied into a value cannot be asked if it borrows or is generic.
fn object(class: &Class) -> TokenStream {
    if !class.is_static() {
        return TokenStream::new();
    }
    let p = &class.private;
    // What is derived needs no question.
    let known = match class.options.eq && !class.is_tuple() {
        true => quote!(and(Ty::<Self>::HASH)),
        false => quote!(with(Ty::<Self>::EQ, Ty::<Self>::HASH)),
    };
    quote! {
        const __OBJECT: #p::Object<Self> = { use #p::{Ty, Unknown as _}; Ty::<Self>::OWNED.#known };
    }
}

fn read(class: &Class, ways: &[Way]) -> TokenStream {
    let p = &class.private;
    if class.fields.is_empty() {
        return TokenStream::new();
    }
    let arms = class.fields.iter().zip(ways).enumerate().map(|(i, (field, way))| {
        let (i, ident) = (position(class, i), &field.ident);
        match way {
            Way::Ours => quote!(#i => Ours(&self.#ident),),
            Way::Likely => quote!(#i => Likely(&self.#ident).way(),),
            Way::Shaped(shape) => quote!(#i => shaped(&self.#ident, PhantomData::<#shape>).field(),),
            Way::Borrowed => quote!(#i => probe_borrowed(&self.#ident).field(),),
            Way::Any => quote!(#i => probe(&self.#ident).field(),),
        }
    });
    let arms: TokenStream = arms.collect();
    let fields = quote!(use #p::ways::*; match i { #arms });
    let shown = class.fields.iter().enumerate().filter_map(|(i, field)| {
        let (i, show, ident) = (Literal::usize_unsuffixed(i), field.repr.by()?, &field.ident);
        Some(quote!(#i => field.shown_by(move || #show(&self.#ident)),))
    });
    let shown: Vec<_> = shown.collect();
    // The functions of the user's are named out of reach of our names.
    let body = match shown.is_empty() {
        true => fields,
        false => quote!(let field = { #fields }; match i { #(#shown)* _ => field }),
    };
    quote! {
        fn __field(&self, i: usize) -> #p::FieldRef<'_> { #body }
    }
}

/// Makes an instance of a named tuple of its items.
fn make(class: &Class) -> TokenStream {
    if !class.is_tuple() {
        return TokenStream::new();
    }
    let p = &class.private;
    let items = class.fields.iter().map(|field| &field.ty).map(|ty| {
        let from_value = known(p, ty, "FROM_VALUE");
        quote!(items.next(#from_value)?)
    });
    let made = init::call_full(class, items);
    let unused = class.fields.is_empty().then(|| quote!(let _ = items;));
    quote! {
        fn __make(items: &mut #p::Parts) -> #p::Result<Self, #p::Error> {
            #unused
            #p::Result::Ok(#made)
        }
    }
}

/// Sets a field of a class whose rules always hold: what it was before comes back if one is broken.
fn set(class: &Class) -> TokenStream {
    let p = &class.private;
    if !class.options.validate || class.options.frozen || class.fields.is_empty() {
        return TokenStream::new();
    }
    let this = names::ident("this");
    let arms = class.fields.iter().enumerate().map(|(i, field)| {
        let (i, ident, ty) = (Literal::usize_unsuffixed(i), &field.ident, &field.ty);
        let from_value = known(p, ty, "FROM_VALUE");
        quote!(#i => #p::set_checked(self, value, #from_value, |#this| &mut #this.#ident),)
    });
    quote! {
        fn __set(&mut self, i: usize, value: #p::Value) -> #p::Result<(), #p::Error> {
            match i { #(#arms)* _ => #p::Result::Ok(()) }
        }
    }
}

fn write(class: &Class, ways: &[Way]) -> TokenStream {
    let p = &class.private;
    let is_closed = class.options.frozen || class.options.validate || class.is_tuple();
    let is_open = class.fields.iter().all(|field| !field.private);
    let fields = class.fields.iter().zip(ways).enumerate();
    let settable = fields.filter(|(_, (field, _))| !field.private && !is_closed);
    let arms = settable.map(|(i, (field, way))| {
        let (i, ident) = (if is_open { position(class, i) } else { index(i) }, &field.ident);
        match way {
            Way::Ours => quote!(#i => Slot(&mut self.#ident),),
            Way::Likely => quote!(#i => Likely(&mut self.#ident).way(),),
            Way::Shaped(shape) => quote!(#i => shaped(&self.#ident, PhantomData::<#shape>).slot()(&mut self.#ident),),
            Way::Borrowed => quote!(#i => probe_borrowed(&self.#ident).slot()(&mut self.#ident),),
            Way::Any => quote!(#i => probe(&self.#ident).slot()(&mut self.#ident),),
        }
    });
    let arms: TokenStream = arms.collect();
    if arms.is_empty() {
        return TokenStream::new();
    }
    let others = (!is_open).then(|| quote!(_ => #p::FieldMut::UNWRITABLE));
    quote! {
        #[inline]
        fn __slot(&mut self, i: usize) -> #p::FieldMut<'_> {
            use #p::ways::*;
            match i { #arms #others }
        }
    }
}

/// A field among all: nobody asks for what is behind the last one.
fn position(class: &Class, i: usize) -> TokenTree {
    if i + 1 == class.fields.len() { names::ident("_").into() } else { index(i) }
}

fn index(i: usize) -> TokenTree {
    Literal::usize_unsuffixed(i).into()
}

/// Makes an instance of the values of another. What borrows cannot be made.
fn from_row(class: &Class, ways: &[Way]) -> TokenStream {
    let p = &class.private;
    if class.generics.lifetimes().next().is_some() {
        return TokenStream::new();
    }
    let makers = class.fields.iter().zip(ways).map(|(field, way)| {
        let ty = &field.ty;
        match way {
            Way::Ours => quote!(OURS),
            Way::Likely => quote!(likely::<#ty>().way()),
            Way::Shaped(_) => {
                let shape = shape_of(&types::shape(ty), &quote!(#p::));
                quote!(#p::make_shaped::<#ty, #shape>().way())
            }
            Way::Borrowed => quote!(#p::make_borrowed::<#ty>().way()),
            Way::Any => quote!(#p::make::<#ty>().way()),
        }
    });
    let idents = class.fields.iter().map(|field| &field.ident);
    let made = match class.fields.len() {
        len @ 1..=MOST_MADE_AT_ONCE => {
            let make = names::ident(&format!("make_{len}"));
            // A `new` that the user wrote too would be told of twice.
            let of_all = match init::is_plain(class) && init::needs_full(class) && !class.has_witness() {
                true => {
                    let constructor = init::full_constructor(class);
                    quote!(Self::#constructor)
                }
                false => {
                    let params = idents.clone();
                    quote!(|#(#params),*| Self { #(#idents),* })
                }
            };
            quote!(#make(v, #of_all, #(#makers),*))
        }
        _ => quote!(#p::Some(Self { #(#idents: #makers.make(v)?),* })),
    };
    quote! {
        #[inline]
        fn __from_row(v: &mut #p::Row<'_>) -> #p::Option<Self> {
            use #p::making::*;
            #made
        }
    }
}

/// How a field is reached.
enum Way {
    /// It is a primitive, which nobody redefines: there is nothing to find out, and the compiler has less to do.
    Ours,
    /// It is written like a type of the standard library, which few redefine: that is asked first.
    Likely,
    /// The type is written with a lifetime or a type parameter.
    Borrowed,
    /// It is something foreign within these containers.
    Shaped(TokenStream),
    /// It is to be found out.
    Any,
}

impl Way {
    fn of(class: &Class, field: &Field) -> Self {
        if types::is_primitive(&field.ty) {
            Self::Ours
        } else if types::mentions_lifetime(&field.ty) || types::mentions_param(&field.ty, &class.generics) {
            Self::Borrowed
        } else if types::is_likely(&field.ty) {
            Self::Likely
        } else {
            shape(field).map_or(Self::Any, Self::Shaped)
        }
    }
}

/// The containers around something foreign, as a type.
fn shape(field: &Field) -> Option<TokenStream> {
    let containers = types::shape(&field.ty);
    (!containers.is_empty() && !types::is_known(&field.ty)).then(|| shape_of(&containers, &TokenStream::new()))
}

/// Containers around something, as a type whose names stand in this module.
pub(super) fn shape_of(containers: &[Container], module: &TokenStream) -> TokenStream {
    containers.iter().rev().fold(quote!(#module Leaf), |inner, container| match container {
        Container::Opt => quote!(#module Opt<#inner>),
        Container::Many => quote!(#module Many<#inner>),
        Container::Boxed => quote!(#module Boxed<#inner>),
    })
}
