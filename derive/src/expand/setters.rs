//! Checked setters: a value that breaks a rule is refused, and the field has its old one again.
//!
//! ```text
//! pub fn set_low(&mut self, low: i64) -> Result<(), ValidationError> {
//!     assign(self, low, |this| &mut this.low, Self::__rules_with_low)
//! }
//! fn __rules_of_low(&self, v: &mut Validator<'_>) { v.field(0); v.rule(0, &MinValue::new(0), &self.low); }
//! fn __rules_with_low(&self, v: &mut Validator<'_>) {
//!     let start = v.start();
//!     self.__rules_of_low(v);
//!     if is_clean(self, Self::__rules_of_high) { v.several(start, &[0, 1], || is_ordered(&self.low, &self.high)); }
//! }
//! ```
//!
//! Asked are the rules that concern the field: its own, those of others that look at it, and those about several fields
//! of which it is one. So of two fields that are at fault, each can be put right by itself.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{origin, rules, transform, validate};
use crate::model::bounds::{header, plain_header};
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::names;

pub(super) fn expand(class: &Class) -> TokenStream {
    let setters = unclashed(class).map(|field| setter(class, field, &body(class, field)));
    let rules = class.fields.iter().enumerate().map(|(i, field)| rules(class, i, field));
    within_impl(class, &setters.chain(rules).collect())
}

/// The setters of a class in which there are mistakes.
pub(super) fn stub(class: &Class) -> TokenStream {
    let p = &class.private;
    let setters = unclashed(class).map(|field| setter(class, field, &quote!(#p::stub())));
    within_impl(class, &setters.map(|setter| quote!(#[allow(unused_variables)] #setter)).collect())
}

/// The setters whose names nothing else has; the others were told of.
fn unclashed(class: &Class) -> impl Iterator<Item = &Field> {
    let clashes = |field: &&Field| class.clash_of_setter(field).is_some();
    class.settable().filter(move |field| !clashes(field))
}

/// They need what the rules need.
fn within_impl(class: &Class, methods: &TokenStream) -> TokenStream {
    let p = &class.private;
    let header = match class.is_checked() {
        true => header(class, &quote!(#p::FieldType), &class.fields),
        false => plain_header(class),
    };
    super::impl_of(class, &header, methods)
}

fn setter(class: &Class, field: &Field, body: &TokenStream) -> TokenStream {
    let (p, vis, name) = (&class.private, &class.vis, names::setter(&field.name));
    let (ident, ty, doc) = (&field.ident, &field.ty, super::doc_of(field));
    let param = match field.into {
        true => quote!(impl #p::Into<#ty>),
        false => quote!(#ty),
    };
    let setter = quote! {
        #[doc = #doc]
        #[doc = "\n# Errors\nIf a rule is broken; then it has its old value again."]
        #[inline]
        #vis fn #name(&mut self, #ident: #param) -> #p::Result<(), #p::ValidationError> { #body }
    };
    origin::of(field, setter)
}

fn body(class: &Class, field: &Field) -> TokenStream {
    let (p, ident, this) = (&class.private, &field.ident, names::ident("this"));
    let into = field.into.then(|| quote!(let #ident = #p::Into::into(#ident);));
    let transforms: TokenStream =
        field.transforms.iter().map(|transform| transform::statement(class, field, transform)).collect();
    let rules = match (with_others(class, field).is_empty(), has_rules(class, field)) {
        (false, _) => names::rules_with(&field.name),
        (true, true) => names::rules_of(&field.name),
        (true, false) => return quote!(#into #transforms self.#ident = #ident; #p::Result::Ok(())),
    };
    quote!(#into #transforms #p::assign(self, #ident, |#this| &mut #this.#ident, Self::#rules))
}

/// The functions that ask the rules of a field.
fn rules(class: &Class, i: usize, field: &Field) -> TokenStream {
    let own = validate::Walk { class, field, is_read: false }.field(i);
    let own = function(class, &names::rules_of(&field.name), &own);
    let with = if field.init { with_others(class, field) } else { TokenStream::new() };
    let with = function(class, &names::rules_with(&field.name), &with);
    quote!(#own #with)
}

fn function(class: &Class, name: &Ident, rules: &TokenStream) -> TokenStream {
    if rules.is_empty() {
        return TokenStream::new();
    }
    let (p, v, allow_closures) = (&class.private, names::ident("v"), rules::allow_closures(class));
    quote! {
        #[doc(hidden)]
        #allow_closures
        fn #name(&self, #v: &mut #p::Validator<'_>) { #rules }
    }
}

fn has_rules(class: &Class, field: &Field) -> bool {
    field.required || !validate::Walk { class, field, is_read: false }.field(0).is_empty()
}

/// All rules that concern a field, if there are others than its own.
fn with_others(class: &Class, field: &Field) -> TokenStream {
    let (v, start) = (names::ident("v"), names::ident("start"));
    let own = has_rules(class, field).then(|| {
        let rules = names::rules_of(&field.name);
        quote!(self.#rules(#v);)
    });
    let (others, several) = (validate::rules_of_others(class, field), validate::several_with(class, field));
    if several.is_empty() {
        return if others.is_empty() { others } else { quote!(#own #others) };
    }
    let checks = several.into_iter().map(|(fields, check)| guarded(class, field, &fields, &check));
    quote!(let #start = #v.start(); #own #others #(#checks)*)
}

/// A check is called with clean fields only: what else is wrong with the others is not the fault of this one.
fn guarded(class: &Class, field: &Field, fields: &[usize], check: &TokenStream) -> TokenStream {
    let p = &class.private;
    let others = fields.iter().filter_map(|i| class.fields.get(*i)).filter(|other| other.name != field.name);
    let conditions = others.filter(|other| has_rules(class, other)).map(|other| {
        let rules = names::rules_of(&other.name);
        quote!(#p::is_clean(self, Self::#rules))
    });
    match conditions.collect::<Vec<_>>().as_slice() {
        [] => check.clone(),
        conditions => quote!(if #(#conditions)&&* { #check }),
    }
}
