//! What is made of the slots of a class, once all are read.
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
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{Ident, Type};

use super::{foreign_seeds, seed};
use crate::expand::{init, post_init, transform, validate};
use crate::input::Form;
use crate::model::class::{Argument, Class};
use crate::model::field::Field;
use crate::model::{names, types};

/// What the rules of a class are asked through. Here and below, no name of ours may be one of a field.
pub(super) fn finish() -> Ident {
    names::ident("finish")
}

/// Where the instance is put.
pub(super) fn out() -> Ident {
    names::ident("out")
}

/// What no lint is to complain of in what is made of the slots.
pub(super) fn finish_lints() -> TokenStream {
    quote!(clippy::too_many_arguments, clippy::question_mark, clippy::manual_map, clippy::option_if_let_else)
}

/// What is made of the slots, which are variables; `this` is the class, and `made` what stands before its fields.
pub(super) fn finished(class: &Class, inputs: &[Argument<'_>], this: &TokenStream, made: &TokenStream) -> TokenStream {
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

/// The variable that holds what was read of a slot.
pub(super) fn variable(input: Argument<'_>) -> TokenStream {
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
    if !validate::needs_parts(class) {
        return TokenStream::new();
    }
    let (p, scope, start, finish) = (&class.private, names::ident("scope"), names::ident("start"), finish());
    let fields = validate::asked(class).map(|field| &field.ident);
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
