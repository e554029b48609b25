//! Constructors.
//!
//! ```text
//! /// Makes an instance of the required fields.
//! pub const fn new(x: f64, y: f64) -> Self { Self::__new(x, y, 0.0) }
//! pub const fn __new(x: f64, y: f64, z: f64) -> Self { Self { x, y, z } }
//! ```

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::Token;

use super::{post_init, transform};
use crate::model::class::{Argument, Class};
use crate::model::default::{Computed, Default};
use crate::model::field::Field;
use crate::model::{names, types, visibility};

/// The constructor of the required fields.
pub(super) fn new(class: &Class) -> TokenStream {
    let qualifier = (is_const(class) && class.fields.iter().all(|field| !field.into)).then(|| quote!(const));
    new_with(class, qualifier.as_ref(), &construct(class))
}

/// The constructor of a class in which there are mistakes.
pub(super) fn stub(class: &Class) -> TokenStream {
    let p = &class.private;
    let new = new_with(class, None, &quote!(#p::stub()));
    if new.is_empty() { new } else { quote!(#[allow(unused_variables)] #new) }
}

fn new_with(class: &Class, qualifier: Option<&TokenStream>, body: &TokenStream) -> TokenStream {
    let p = &class.private;
    let Some(new) = &class.options.new else { return TokenStream::new() };
    let (vis, ident) = (&new.vis, &new.ident);
    let mut seen = HashSet::new();
    // A name that is given twice was told of already.
    let params = required(class).filter(|argument| seen.insert(argument.name()));
    let params = params.map(|argument| Param { argument, into: argument.is_into().then_some(p) });
    let (bounds, returned) = (default_bounds(class), returned(class));
    let lints = outcome_lints(class);
    quote! {
        #[doc = "Makes an instance of the required fields."]
        #lints
        #[inline]
        #vis #qualifier fn #ident(#(#params),*) -> #returned #bounds { #body }
    }
}

/// What is said of a function that makes an instance.
pub(super) fn outcome_lints(class: &Class) -> TokenStream {
    match class.options.validate {
        true => quote!(#[doc = "\n# Errors\nIf a rule is broken."]),
        false => quote!(#[must_use]),
    }
}

/// What constructors return.
pub(super) fn returned(class: &Class) -> TokenStream {
    let p = &class.private;
    match class.options.validate {
        true => quote!(#p::Result<Self, #p::ValidationError>),
        false => quote!(Self),
    }
}

/// Does the constructor more than to put its arguments into their places?
fn has_steps(class: &Class) -> bool {
    class.has_post_init() || class.options.validate || class.fields.iter().any(|field| !field.transforms.is_empty())
}

/// Is there a constructor of all fields besides `new`? Where they would be the same, `new` serves for both.
pub(super) fn needs_full(class: &Class) -> bool {
    let is_needed = class.options.call.is_some() || class.is_tuple();
    let hidden = is_needed && !new_is_full(class);
    class.options.init && (has_steps(class) || class.has_guards() || hidden)
}

/// Does the constructor of all fields just put them into their places, in written order?
pub(super) fn is_plain(class: &Class) -> bool {
    class.options.init && !has_steps(class) && class.init_vars.is_empty() && (needs_full(class) || new_is_full(class))
}

fn new_is_full(class: &Class) -> bool {
    let in_order = || class.fields.iter().skip_while(|field| !field.kw_only).all(|field| field.kw_only);
    let plain = |field: &Field| field.init && field.default.is_none() && !field.into;
    class.options.new.as_ref().is_some_and(|new| visibility::covers(&new.vis, &class.vis))
        && class.fields.iter().all(plain)
        && class.init_vars.is_empty()
        && in_order()
}

/// The name of the constructor of all fields.
pub(super) fn full_constructor(class: &Class) -> Ident {
    match &class.options.new {
        Some(new) if !needs_full(class) => new.ident.clone(),
        _ => names::ident(names::FULL_CONSTRUCTOR),
    }
}

/// The call of the constructor of all fields.
pub(super) fn call_full(class: &Class, values: impl Iterator<Item = TokenStream>) -> TokenStream {
    let (constructor, witness) = (full_constructor(class), witness(class));
    quote!(Self::#constructor(#witness #(#values),*))
}

/// The constructor of all fields.
pub(super) fn full(class: &Class) -> TokenStream {
    let vis = &class.vis;
    let params = params(class);
    let fields = class.fields.iter().map(|field| &field.ident);
    let (qualifier, body) = match has_steps(class) {
        false => (quote!(const), quote!(Self { #(#fields),* })),
        true => (TokenStream::new(), steps(class)),
    };
    let returned = returned(class);
    let name = names::ident(names::FULL_CONSTRUCTOR);
    let witness = witness_param(class);
    quote! {
        #[doc(hidden)]
        #[inline]
        #vis #qualifier fn #name(#witness #(#params),*) -> #returned { #body }
    }
}

/// The parameters of a function that takes all fields and other arguments.
pub(super) fn params(class: &Class) -> impl Iterator<Item = Param<'_>> {
    class.arguments_and_fields().map(|argument| Param { argument, into: None })
}

/// A parameter, as its type or what becomes that. It writes itself behind what is there: to put a stream of tokens into
/// another costs as much as many tokens.
pub(super) struct Param<'a> {
    argument: Argument<'a>,
    into: Option<&'a Ident>,
}

impl ToTokens for Param<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { argument, into } = self;
        argument.ident().to_tokens(tokens);
        <Token![:]>::default().to_tokens(tokens);
        match into {
            None => argument.ty().to_tokens(tokens),
            Some(p) => {
                let ty = argument.ty();
                quote!(impl #p::Into<#ty>).to_tokens(tokens);
            }
        }
    }
}

/// What the constructor does: transforms, the instance with what is done to it, the rules.
fn steps(class: &Class) -> TokenStream {
    let p = &class.private;
    let (this, transforms) = (names::ident("this"), transform::statements(class));
    let instance = post_init::instance(class, &this, &|result| quote!(#result?));
    let result = match class.options.validate {
        true => quote!(#p::validated(#this)),
        false => quote!(#this),
    };
    quote!(#transforms #instance #result)
}

/// What ties a default to the instantiation of a generic class for which it is: an argument without content.
fn witness_param(class: &Class) -> Option<TokenStream> {
    let p = &class.private;
    class.has_witness().then(|| quote!(_: #p::PhantomData<fn() -> Self>,))
}

fn witness(class: &Class) -> Option<TokenStream> {
    let p = &class.private;
    class.has_witness().then(|| quote!(#p::PhantomData,))
}

/// What no lint is to complain of in the function of a default: it is what the expression makes it, and a name in that
/// may mean something else than the field that is passed.
pub(super) fn default_lints() -> TokenStream {
    quote!(
        unused_variables,
        clippy::ptr_arg,
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        clippy::unnecessary_wraps
    )
}

/// The functions of the defaults that need one.
pub(super) fn defaults(class: &Class) -> TokenStream {
    let fields = class.fields.iter().filter_map(|field| Some((&field.name, &field.ty, field.default.as_ref()?)));
    let vars = class.init_vars.iter().filter_map(|var| Some((&var.name, &var.ty, var.default.as_ref()?)));
    let computed = fields.chain(vars).filter_map(|(name, ty, default)| match default {
        Default::Computed(computed) => Some((name, ty, computed)),
        Default::OfType | Default::None | Default::Literal(_) => None,
    });
    let (witness, lints) = (witness_param(class), default_lints());
    let functions = computed.map(|(name, ty, computed)| {
        let Computed { expr, reads, is_const, .. } = computed;
        let (vis, function) = (&class.vis, names::default_of(name));
        let qualifier = is_const.then(|| quote!(const));
        let params = reads.iter().filter_map(|i| class.fields.get(*i)).map(|field| {
            let (name, ty) = (&field.ident, &field.ty);
            quote!(#name: &#ty)
        });
        quote! {
            #[doc(hidden)]
            #[allow(#lints)]
            #[inline]
            #vis #qualifier fn #function(#witness #(#params),*) -> #ty { #expr }
        }
    });
    functions.collect()
}

/// An instance of which the required arguments are variables, and all others have their defaults.
pub(super) fn construct(class: &Class) -> TokenStream {
    let reads =
        class.fields.iter().any(|field| field.default.as_ref().is_some_and(|default| !default.reads().is_empty()));
    let given = class.arguments_and_fields().map(|argument| Given::new(argument, value(class, argument)));
    if !reads {
        return build(class, given);
    }
    // A default looks at the fields before it, so these have to be variables.
    let mut given: Vec<Given<'_>> = given.collect();
    let mut lets = TokenStream::new();
    for given in given.iter_mut().filter(|given| given.argument.field().is_some()) {
        if let Some(value) = given.value.take() {
            let ident = given.argument.ident();
            lets.extend(quote!(let #ident = #value;));
        }
    }
    let built = build(class, given.into_iter());
    quote!(#lets #built)
}

/// An instance of which all fields and arguments are variables.
pub(super) fn of_variables(class: &Class) -> TokenStream {
    build(class, class.arguments_and_fields().map(|argument| Given::new(argument, None)))
}

fn build<'a>(class: &'a Class, given: impl Iterator<Item = Given<'a>>) -> TokenStream {
    if needs_full(class) {
        let name = names::ident(names::FULL_CONSTRUCTOR);
        let values = given.map(|given| Given { is_named: false, ..given });
        let witness = witness(class);
        return quote!(Self::#name(#witness #(#values),*));
    }
    let fields = given.filter(|given| given.argument.field().is_some());
    quote!(Self { #(#fields),* })
}

/// What an argument is given, as an expression or, with its name, as a field. It writes itself behind what is there, as a
/// [`Param`] does.
struct Given<'a> {
    argument: Argument<'a>,
    /// None if that is a variable of its name.
    value: Option<TokenStream>,
    is_named: bool,
}

impl<'a> Given<'a> {
    const fn new(argument: Argument<'a>, value: Option<TokenStream>) -> Self {
        Self { argument, value, is_named: true }
    }
}

impl ToTokens for Given<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ident = self.argument.ident();
        match &self.value {
            None => ident.to_tokens(tokens),
            Some(value) => {
                if self.is_named {
                    ident.to_tokens(tokens);
                    <Token![:]>::default().to_tokens(tokens);
                }
                value.to_tokens(tokens);
            }
        }
    }
}

fn ident_tokens(ident: &Ident) -> TokenStream {
    quote!(#ident)
}

/// What an argument is given; none if that is a variable of its name.
fn value(class: &Class, argument: Argument<'_>) -> Option<TokenStream> {
    let (p, ident) = (&class.private, argument.ident());
    match argument.default() {
        Some(default) => {
            let reads: Vec<&Field> = default.reads().iter().filter_map(|i| class.fields.get(*i)).collect();
            let reads = reads.iter().map(|field| &field.ident).map(|ident| quote!(&#ident)).collect::<Vec<_>>();
            Some(default_value(class, argument.name(), default, argument.is_into(), &reads))
        }
        None => argument.is_into().then(|| quote!(#p::Into::into(#ident))),
    }
}

/// The fields that a default reads, where they are variables that are references.
pub(super) fn borrowed(reads: &[&Field]) -> Vec<TokenStream> {
    reads.iter().map(|field| ident_tokens(&field.ident)).collect()
}

/// The default of an argument, within the `impl`.
pub(super) fn default_value(
    class: &Class,
    name: &str,
    default: &Default,
    into: bool,
    reads: &[TokenStream],
) -> TokenStream {
    let p = &class.private;
    match default {
        Default::OfType => quote!(#p::Default::default()),
        Default::None => quote!(#p::Option::None),
        Default::Literal(literal) if into => quote!(#p::Into::into(#literal)),
        Default::Literal(literal) => quote!(#literal),
        Default::Computed(_) => {
            let (function, witness) = (names::default_of(name), witness(class));
            quote!(Self::#function(#witness #(#reads),*))
        }
    }
}

/// Can an instance with all defaults be made at compile time?
fn is_const(class: &Class) -> bool {
    let fields = class.fields.iter().filter_map(|field| Some((field.default.as_ref()?, field.into)));
    let mut defaults = fields.chain(class.init_vars.iter().filter_map(|var| Some((var.default.as_ref()?, false))));
    !has_steps(class) && defaults.all(|(default, into)| default.is_const() && !into)
}

fn required(class: &Class) -> impl Iterator<Item = Argument<'_>> {
    class.arguments().filter(|argument| argument.default().is_none())
}

/// What the types of fields must have so that all defaults can be made: known already unless they are generic.
pub(super) fn default_bounds(class: &Class) -> TokenStream {
    let bounds = default_predicates(class);
    if bounds.is_empty() { TokenStream::new() } else { quote!(where #(#bounds),*) }
}

/// The same, one by one.
pub(super) fn default_predicates(class: &Class) -> Vec<TokenStream> {
    let p = &class.private;
    let of_type = class.fields.iter().filter(|field| matches!(field.default, Some(Default::OfType)));
    let generic = of_type.filter(|field| types::mentions_param(&field.ty, &class.generics));
    generic.map(|field| &field.ty).map(|ty| quote!(#ty: #p::Default)).collect()
}
