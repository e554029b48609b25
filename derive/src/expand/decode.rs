//! `Decode` and `Deserialize`: how each field is read into its slot, and what is made of the slots.
//!
//! ```text
//! fn finish(self, finish: &mut Finish<'_>, out: &mut Option<Point>) {
//!     let Self { x, mut y } = self;
//!     finish.required(0, 1);    // the first of the first 64
//!     if finish.is_missing(1) { y = Some(0.0); }
//!     let (scope, start) = (finish.scope(), finish.start());
//!     <Point>::__rules(&mut finish.validator(&scope), start, false, x.as_ref(), y.as_ref());
//!     if finish.is_faulty() { return; }
//!     let (Some(x), Some(y)) = (x, y) else { return };
//!     *out = Some(Point { x, y });
//! }
//! ```
//!
//! Where expressions of the user's stand in it, in which `Self` is to be the class, this is a function of the class that
//! takes the slots.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Ident, Type};

use super::field_type::shape_of;
use super::read_within::{are_written_out, has_rules_within, reader, reader_name};
use super::{init, post_init, read_within, rules, transform};
use crate::input::Form;
use crate::model::bounds::{Header, data_header, data_lifetime};
use crate::model::class::{Argument, Class};
use crate::model::default::Default;
use crate::model::field::Field;
use crate::model::{names, types};

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

/// What the rules of a class are asked through. Here and below, no name of ours may be one of a field.
fn finish() -> Ident {
    names::ident("finish")
}

/// Where the instance is put.
fn out() -> Ident {
    names::ident("out")
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

/// What no lint is to complain of in what is made of the slots.
fn finish_lints() -> TokenStream {
    quote!(clippy::too_many_arguments, clippy::question_mark, clippy::manual_map, clippy::option_if_let_else)
}

/// What is made of the slots, which are variables; `this` is the class, and `made` what stands before its fields.
fn finished(class: &Class, inputs: &[Argument<'_>], this: &TokenStream, made: &TokenStream) -> TokenStream {
    let (presence, foreign) = (presence(class, inputs), foreign_seeds(class, inputs));
    let transforms = class.fields.iter().map(|field| transforms(class, field));
    let (rules, build, finish) = (all_rules(class, this), build(class, made), finish());
    quote! {
        #foreign
        #(#presence)*
        #(#transforms)*
        #rules
        if #finish.is_faulty() {
            return;
        }
        #build
    }
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

/// The variable that holds what was read of a slot.
fn variable(input: Argument<'_>) -> TokenStream {
    let ident = input.ident();
    let is_transformed = input.field().is_some_and(|field| !field.transforms.is_empty());
    match is_transformed || input.default().is_some() || !is_required(input) {
        true => quote!(mut #ident),
        false => quote!(#ident),
    }
}

/// Must data say something of it?
fn is_required(input: Argument<'_>) -> bool {
    // What is optional may be missing.
    let is_never_optional =
        |ty: &Type| types::is_primitive(ty) || (types::is_likely(ty) && types::argument_of(ty, "Option").is_none());
    let is_present = input.field().is_some_and(|field| field.present);
    input.default().is_none() && (is_present || is_never_optional(input.ty()))
}

/// What a slot holds of which nothing was said.
fn presence(class: &Class, inputs: &[Argument<'_>]) -> Vec<TokenStream> {
    let (p, finish) = (&class.private, finish());
    let slots = inputs.iter().enumerate().map(|(i, input)| {
        let (slot, ident, ty) = (Literal::usize_unsuffixed(i), input.ident(), input.ty());
        match default(class, *input) {
            // It may be of another type than the field has in this instantiation.
            Some(default) if class.form == Form::Untyped => quote!(#finish.present_or(#slot, &mut #ident, #default);),
            Some(default) => quote!(if #finish.is_missing(#slot) { #ident = #default; }),
            None if is_required(*input) => TokenStream::new(),
            None if types::is_known(ty) => {
                // Where a type that cannot be read is told.
                let variable = quote_spanned!(ident.span().resolved_at(Span::call_site())=> &mut #ident);
                quote!(#finish.present(#slot, #variable);)
            }
            None => {
                let seed = seed(class, ty, &ty.to_token_stream());
                quote!(#finish.present_or(#slot, &mut #ident, #seed.missing());)
            }
        }
    });
    let passed = class.fields.iter().filter(|field| !field.init).filter_map(|field| {
        let (ident, ty, default) = (&field.ident, &field.ty, default(class, Argument::Field(field))?);
        let mutable = (!field.transforms.is_empty()).then(|| quote!(mut));
        let statement = quote!(let #mutable #ident: #p::Option<#ty> = #default;);
        Some((&field.name, statement))
    });
    // A default may look at the fields before it.
    let mut statements: Vec<(usize, TokenStream)> =
        slots.zip(inputs).map(|(slot, input)| (class.place(input.name()), slot)).collect();
    statements.extend(passed.map(|(name, passed)| (class.place(name), passed)));
    statements.sort_by_key(|(place, _)| *place);
    let statements = statements.into_iter().map(|(_, statement)| statement);
    required(inputs.iter().map(|input| is_required(*input)), &finish).chain(statements).collect()
}

/// Asks at once for all slots that must be given, whatever they hold: a bit each, in words.
fn required(slots: impl Iterator<Item = bool>, finish: &Ident) -> impl Iterator<Item = TokenStream> {
    let slots: Vec<bool> = slots.collect();
    let words =
        slots.chunks(64).map(|slots| slots.iter().rev().fold(0, |word: u64, slot| word << 1 | u64::from(*slot)));
    let words: Vec<u64> = words.collect();
    let asked = words.into_iter().enumerate().filter(|(_, slots)| *slots != 0);
    asked.map(move |(word, slots)| {
        let (word, slots) = (Literal::usize_unsuffixed(word), Literal::u64_unsuffixed(slots));
        quote!(#finish.required(#word, #slots);)
    })
}

/// The default of an argument, as an `Option`: nothing if a field that it looks at has no value.
fn default(class: &Class, argument: Argument<'_>) -> Option<TokenStream> {
    let p = &class.private;
    let default = argument.default()?;
    let reads: Vec<&Field> = default.reads().iter().filter_map(|i| class.fields.get(*i)).collect();
    let value = init::default_value(class, argument.name(), default, argument.is_into(), &init::borrowed(&reads));
    if class.form == Form::Untyped {
        // Only where it is read its type is known.
        return Some(quote!(#p::data::default_as(#value)));
    }
    if reads.is_empty() {
        return Some(quote!(#p::Some(#value)));
    }
    let idents: Vec<&Ident> = reads.iter().map(|field| &field.ident).collect();
    Some(quote! {
        match (#(&#idents,)*) {
            (#(#p::Some(#idents),)*) => #p::Some(#value),
            _ => #p::None,
        }
    })
}

fn transforms(class: &Class, field: &Field) -> TokenStream {
    if field.transforms.is_empty() {
        return TokenStream::new();
    }
    let (p, ident) = (&class.private, &field.ident);
    let (value, changed) = (names::ident("value"), names::ident("changed"));
    let statements = field.transforms.iter().map(|transform| transform::statement(class, field, transform));
    quote!(if let #p::Some(#value) = #ident {
        let #changed = { let #ident = #value; #(#statements)* #ident };
        #ident = #p::Some(#changed);
    })
}

/// All rules, but for what lies within: that was asked when it was read.
fn all_rules(class: &Class, this: &TokenStream) -> TokenStream {
    if !super::validate::needs_parts(class) {
        return TokenStream::new();
    }
    let (p, scope, start, finish) = (&class.private, names::ident("scope"), names::ident("start"), finish());
    let fields = super::validate::asked(class).map(|field| &field.ident);
    // No closure: the compiler would have to find out what it captures.
    quote! {
        let (#scope, #start) = (#finish.scope(), #finish.start());
        #this::__rules(&mut #finish.validator(&#scope), #start, false, #(#p::data::peek(&#fields)),*);
    }
}

/// The instance, once everything has a value and obeys its rules.
fn build(class: &Class, made: &TokenStream) -> TokenStream {
    let (p, finish, out) = (&class.private, finish(), out());
    let (this, done, error) = (names::ident("this"), names::ident("done"), names::ident("error"));
    let variables: Vec<&Ident> = class.arguments_and_fields().map(|argument| argument.ident()).collect();
    let taken = (!variables.is_empty()).then(|| {
        quote! {
            let (#(#p::Some(#variables),)*) = (#(#variables,)*) else { return };
        }
    });
    if !class.has_post_init() {
        let fields = class.fields.iter().map(|field| &field.ident);
        return quote!(#taken *#out = #p::Some(#made { #(#fields),* }););
    }
    let instance = post_init::instance(class, &this, &|result| {
        quote! {
            match #result {
                #p::Result::Ok(#done) => #done,
                #p::Result::Err(#error) => return #finish.refuse(#error),
            }
        }
    });
    let again = class.is_checked().then(|| quote!(#finish.validate(&#this);));
    quote!(#taken #instance #again *#out = #p::Some(#this);)
}
