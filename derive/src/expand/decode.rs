//! `Decode` and `Deserialize`: how each field is read into its slot, and what is made of the slots.

mod finish;

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Ident, Type};

use self::finish::{finish, finish_lints, finished, out, variable};
use super::field_type::shape_of;
use super::read_within::{are_written_out, has_rules_within, reader, reader_name};
use super::{init, read_within, rules};
use crate::model::bounds::{Header, data_header, data_lifetime};
use crate::model::class::{Argument, Class};
use crate::model::default::Default;
use crate::model::types;

pub(super) fn expand(class: &Class) -> TokenStream {
    let (decode, made) = (decode(class), made(class));
    let deserialize = deserialize(class);
    quote!(#decode #made #deserialize)
}

/// What is read from data: a slot each.
fn inputs(class: &Class) -> Vec<Argument<'_>> {
    class.arguments_and_fields().filter(Argument::is_given).collect()
}

fn header(class: &Class) -> Header {
    let p = &class.private;
    let de = data_lifetime();
    data_header(class, &quote!(#p::data::Decode<#de>), &class.fields)
}

fn deserialize(class: &Class) -> TokenStream {
    let p = &class.private;
    let (de, Header { allow, generics, ty, clause }) = (data_lifetime(), header(class));
    quote! {
        #allow
        impl #generics #p::data::Deserialize<#de> for #ty #clause {
            fn deserialize<D__: #p::data::Deserializer<#de>>(deserializer: D__) -> #p::Result<Self, D__::Error> {
                #p::data::deserialize(deserializer)
            }
        }
    }
}

/// The slots, and how each is read.
fn decode(class: &Class) -> TokenStream {
    let p = &class.private;
    let (de, Header { allow, generics, ty, clause }) = (data_lifetime(), header(class));
    let inputs = inputs(class);
    let (declared, arguments, declared_clause) = class.generics.split_for_impl();
    let slots = format_ident!("__{}_Slots", syn::ext::IdentExt::unraw(&class.ident));
    let idents: Vec<&Ident> = inputs.iter().map(Argument::ident).collect();
    let types: Vec<TokenStream> = inputs.iter().map(|input| types::without_self(input.ty(), &ty)).collect();
    let keys = inputs.iter().map(Argument::key);
    let names = names_in_data(class, &inputs);
    let arms = inputs.iter().zip(&types).enumerate().map(|(i, (input, field_type))| {
        let slot = Literal::usize_unsuffixed(i);
        let read = read(class, *input, field_type, &ty);
        quote!(#slot => #read,)
    });
    let foreign = foreign_seeds(class, &inputs);
    let is_generic = !class.generics.params.is_empty();
    let (finish, out) = (finish(), out());
    let (allow_finish, finished) = match stands_apart(class) {
        true => (None, quote!(<#ty>::__decoded(#finish, #out, #(self.#idents),*);)),
        false => {
            let (class_ident, rest) = (&class.ident, is_generic.then(|| quote!(..)));
            let body = finished(class, &inputs, &quote!(<#ty>), &quote!(#class_ident));
            let variables = inputs.iter().map(|input| variable(*input));
            let slots = (!class.fields.is_empty()).then(|| quote!(let Self { #(#variables,)* #rest } = self;));
            // Only a default that looks at other fields is written in a way that lints know a shorter one for.
            let looks_around =
                inputs.iter().any(|input| input.default().is_some_and(|default| !default.reads().is_empty()));
            let lints = finish_lints();
            (looks_around.then(|| quote!(#[allow(#lints)])), quote!(#slots #body))
        }
    };
    // What only other fields mention has to be mentioned.
    let marker = is_generic.then(|| quote!(__class: #p::PhantomData<fn() -> #ty>,));
    let no_marker = is_generic.then(|| quote!(__class: #p::PhantomData,));
    quote! {
        #allow
        impl #generics #p::data::Decode<#de> for #ty #clause {
            #[inline]
            fn __decode_into<D__: #p::data::Deserializer<#de>>(
                deserializer: D__,
                context: &mut #p::data::Context,
                out: &mut #p::Option<Self>,
            ) -> #p::Result<(), D__::Error> {
                #[allow(non_camel_case_types)]
                struct #slots #declared #declared_clause { #(#idents: #p::Option<#types>,)* #marker }
                impl #generics #p::data::ClassSlots<#de> for #slots #arguments #clause {
                    type Class = #ty;
                    const KEYS: #p::Names = &[#(#keys),*];
                    #[inline]
                    fn slot(name: &str) -> usize {
                        match name { #(#names)* _ => #p::data::UNKNOWN }
                    }
                    #[inline]
                    fn read<S__: #p::data::Source<#de>>(
                        &mut self,
                        slot: usize,
                        reader: &mut #p::data::SlotReader<'_, S__>,
                    ) -> #p::Result<(), S__::Error> {
                        #foreign
                        match slot { #(#arms)* _ => #p::Ok(()) }
                    }
                    #[inline]
                    #allow_finish
                    fn finish(self, #finish: &mut #p::data::Finish<'_>, #out: &mut #p::Option<#ty>) { #finished }
                }
                let slots = #slots { #(#idents: #p::None,)* #no_marker };
                #p::data::decode_class(deserializer, context, out, slots)
            }
        }
    }
}

/// The slot of each name in data.
fn names_in_data(class: &Class, inputs: &[Argument<'_>]) -> Vec<TokenStream> {
    let p = &class.private;
    let inputs = inputs.iter().enumerate().map(|(i, input)| {
        let (slot, key) = (Literal::usize_unsuffixed(i), input.key());
        let aliases = input.field().map_or(&[][..], |field| &field.aliases);
        quote!(#key #(| #aliases)* => #slot,)
    });
    let passed = class.fields.iter().filter(|field| !field.init).map(|field| {
        let (key, aliases) = (field.key(), &field.aliases);
        quote!(#key #(| #aliases)* => #p::data::PASSED,)
    });
    inputs.chain(passed).collect()
}

/// How a slot is read.
fn read(class: &Class, input: Argument<'_>, field_type: &TokenStream, class_type: &dyn ToTokens) -> TokenStream {
    let ident = input.ident();
    let read = match input.field().filter(|field| has_rules_within(&field.rules)) {
        Some(field) if are_written_out(&field.rules) => {
            read_within::read(class, field, field_type, &quote!(&mut self.#ident))
        }
        Some(field) => {
            let function = reader_name(field);
            quote!(<#class_type>::#function(reader, &mut self.#ident))
        }
        None if types::is_primitive(input.ty()) => quote!(reader.next(&mut self.#ident)),
        None => {
            let (seed, span) = (seed(class, input.ty(), field_type), at(input.ty()));
            quote_spanned!(span=> #seed.next(reader, &mut self.#ident))
        }
    };
    match input.field().is_some_and(|field| field.strict) {
        true => quote!(reader.strictly(|reader| #read)),
        false => read,
    }
}

/// Where the compiler tells that a type cannot be read.
fn at(ty: &Type) -> Span {
    ty.span().resolved_at(Span::call_site())
}

/// What reads types that know nothing of us, if there may be some.
fn foreign_seeds(class: &Class, inputs: &[Argument<'_>]) -> Option<TokenStream> {
    let p = &class.private;
    inputs.iter().any(|input| !types::is_known(input.ty())).then(|| quote!(use #p::data::ForeignSeed as _;))
}

/// What stands for a type while it is found out how it is read.
fn seed(class: &Class, ty: &Type, field_type: &TokenStream) -> TokenStream {
    let p = &class.private;
    let containers = if types::is_known(ty) { vec![] } else { types::shape(ty) };
    let shape = shape_of(&containers, &quote!(#p::));
    quote_spanned!(ty.span()=> #p::data::Seed::<#field_type, #shape>::NEW)
}

/// Does what is made of the slots name `Self`, as expressions and types of the user's may, or does it need more bounds than
/// reading does?
fn stands_apart(class: &Class) -> bool {
    let is_computed = |argument: Argument<'_>| matches!(argument.default(), Some(Default::Computed(_)));
    let names_self = |ty: &Type| types::mentions(ty.to_token_stream(), &|ident| ident == "Self");
    class.has_post_init()
        || class.arguments_and_fields().any(|argument| is_computed(argument) || names_self(argument.ty()))
        || class.fields.iter().any(|field| !field.transforms.is_empty())
        || !init::default_predicates(class).is_empty()
}

/// The functions of the class itself, in which `Self` is the class where expressions of the user's stand.
fn made(class: &Class) -> TokenStream {
    let Header { allow, generics, ty, clause } = header(class);
    let decoded = stands_apart(class).then(|| decoded(class));
    let readers = class
        .fields
        .iter()
        .filter(|field| field.init && has_rules_within(&field.rules) && !are_written_out(&field.rules));
    let readers: TokenStream = readers.map(|field| reader(class, field)).collect();
    if decoded.is_none() && readers.is_empty() {
        return readers;
    }
    let bounds = init::default_predicates(class);
    let clause = match (clause, bounds.is_empty()) {
        (clause, true) => clause,
        (None, false) => Some(quote!(where #(#bounds),*)),
        (Some(clause), false) => Some(quote!(#clause, #(#bounds),*)),
    };
    let (allow_closures, allows, lints) = (rules::allow_closures(class), super::allows(class), finish_lints());
    quote! {
        #allow
        #allows
        #[allow(#lints)]
        #allow_closures
        impl #generics #ty #clause {
            #decoded
            #readers
        }
    }
}

/// What is made of the slots, as a function of the class.
fn decoded(class: &Class) -> TokenStream {
    let p = &class.private;
    let inputs = inputs(class);
    let params = inputs.iter().map(|input| (variable(*input), input.ty()));
    let params = params.map(|(variable, ty)| quote!(#variable: #p::Option<#ty>));
    let (finish, out, this) = (finish(), out(), quote!(Self));
    let body = finished(class, &inputs, &this, &this);
    quote! {
        #[doc(hidden)]
        #[inline]
        fn __decoded(#finish: &mut #p::data::Finish<'_>, #out: &mut #p::Option<Self>, #(#params),*) { #body }
    }
}
