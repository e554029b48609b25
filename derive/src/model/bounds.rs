//! The only place where a `where` clause is built.

use std::collections::HashSet;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{GenericParam, Ident, Lifetime, LifetimeParam};

use super::class::Class;
use super::field::Field;
use super::types;

/// What stands before the body of an implementation.
pub(crate) struct Header {
    /// What an implementation of ours says to lints: a lifetime that it uses once is as the struct declares it.
    pub(crate) allow: Option<TokenStream>,
    /// `<'a, T: Clone>`
    pub(crate) generics: Option<TokenStream>,
    /// `Point<'a, T>`
    pub(crate) ty: ClassType,
    /// `where T: Debug`
    pub(crate) clause: Option<TokenStream>,
}

/// The class as a type. It is written often, and a name alone with less effort than a stream of tokens.
pub(crate) struct ClassType {
    ident: Ident,
    arguments: Option<TokenStream>,
}

impl ToTokens for ClassType {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.ident.to_tokens(tokens);
        self.arguments.to_tokens(tokens);
    }
}

/// The header of an implementation that needs `bound` of what these fields are made of.
///
/// As the standard derives have it, the type parameters that the fields mention are bound, and their associated types;
/// `bound(..)` takes the place of all that.
pub(crate) fn header<'a>(class: &'a Class, bound: &TokenStream, fields: impl IntoIterator<Item = &'a Field>) -> Header {
    let mut predicates: Vec<TokenStream> = vec![];
    match &class.options.bound {
        Some(bounds) => predicates.extend(bounds.iter().map(ToTokens::to_token_stream)),
        None if class.generics.params.is_empty() => {}
        None => {
            let fields: Vec<&Field> = fields.into_iter().collect();
            for param in class.generics.type_params() {
                let mentioned = |field: &&Field| types::mentions_itself(&field.ty, &param.ident);
                if fields.iter().any(mentioned) {
                    let param = &param.ident;
                    predicates.push(quote!(#param: #bound));
                }
            }
            let projections = fields.iter().flat_map(|field| types::projections(&field.ty, &class.generics));
            predicates.extend(projections.map(|ty| quote!(#ty: #bound)));
        }
    }
    with_predicates(class, &predicates)
}

/// The header of an implementation of `==`, order or hash.
///
/// As the standard derives have it, a class has it for sure, so that a field without it is a mistake. A tuple has it if
/// its items have it; an item that contains the tuple has what that has.
pub(crate) fn comparison_header<'a>(
    class: &'a Class,
    bound: &TokenStream,
    fields: impl IntoIterator<Item = &'a Field>,
) -> Header {
    if !class.is_tuple() || class.options.bound.is_some() {
        return header(class, bound, fields);
    }
    let contains_itself = |field: &&Field| {
        let is_itself = |ident: &Ident| *ident == class.ident || ident == "Self";
        types::mentions(field.ty.to_token_stream(), &is_itself)
    };
    conditional_header(class, bound, fields.into_iter().filter(|field| !contains_itself(field)))
}

/// The header of an implementation that there is if the types of all these fields have it.
///
/// A bound on a type without parameters would be refused if it did not hold, unless it is one for all lifetimes.
pub(crate) fn conditional_header<'a>(
    class: &'a Class,
    bound: &TokenStream,
    fields: impl IntoIterator<Item = &'a Field>,
) -> Header {
    let mut bounded = HashSet::new();
    let types = fields.into_iter().map(|field| &field.ty);
    let types = types.filter(|ty| bounded.insert(ty.to_token_stream().to_string()));
    let predicates = types.map(|ty| {
        let for_all = (!types::is_plain_param(ty, &class.generics)).then(|| quote!(for<'__any>));
        quote!(#for_all #ty: #bound)
    });
    with_predicates(class, &predicates.collect::<Vec<_>>())
}

/// The header of an implementation where parameters with a default have that.
pub(crate) fn header_of_defaults(class: &Class) -> Header {
    let params = || class.generics.type_params();
    let open = params().filter(|param| param.default.is_none());
    let arguments = params().map(|param| match &param.default {
        Some((_, ty)) => ty.to_token_stream(),
        None => param.ident.to_token_stream(),
    });
    Header {
        allow: None,
        generics: Some(quote!(<#(#open),*>)),
        ty: ClassType { ident: class.ident.clone(), arguments: Some(quote!(<#(#arguments),*>)) },
        clause: None,
    }
}

/// The lifetime of the data that an instance is read from.
pub(crate) fn data_lifetime() -> Lifetime {
    Lifetime::new("'__de", Span::call_site())
}

/// The header of an implementation for data of the lifetime [`data_lifetime`], from which everything that the class
/// refers to is borrowed: what lives as long as the program comes from data that does.
pub(crate) fn data_header<'a>(
    class: &'a Class,
    bound: &TokenStream,
    fields: impl IntoIterator<Item = &'a Field>,
) -> Header {
    let header = header(class, bound, fields);
    let mut generics = class.generics.clone();
    let mut data = LifetimeParam::new(data_lifetime());
    data.bounds = generics.lifetimes().map(|param| param.lifetime.clone()).collect();
    if class.fields.iter().any(|field| types::borrows_static(&field.ty)) {
        data.bounds.push(Lifetime::new("'static", Span::call_site()));
    }
    generics.params.insert(0, GenericParam::Lifetime(data));
    let (generics, ..) = generics.split_for_impl();
    Header { generics: Some(generics.to_token_stream()), ..header }
}

/// The parameter of a builder that says what it was given.
pub(crate) fn state_param() -> Ident {
    Ident::new("S__", Span::call_site())
}

/// The header of the builder: that of the class, with what was given so far before its types.
pub(crate) fn builder_header(class: &Class) -> BuilderHeader {
    let mut generics = class.generics.clone();
    let lifetimes = generics.lifetimes().count();
    generics.params.insert(lifetimes, GenericParam::Type(state_param().into()));
    let (impl_generics, ..) = generics.split_for_impl();
    let lifetimes = class.generics.lifetimes().map(|param| param.lifetime.to_token_stream());
    let others = class.generics.params.iter().filter_map(|param| match param {
        GenericParam::Lifetime(_) => None,
        GenericParam::Type(param) => Some(param.ident.to_token_stream()),
        GenericParam::Const(param) => Some(param.ident.to_token_stream()),
    });
    BuilderHeader {
        class: plain_header(class),
        generics: impl_generics.to_token_stream(),
        before: lifetimes.collect(),
        behind: others.collect(),
    }
}

/// What stands before the body of the builder.
pub(crate) struct BuilderHeader {
    /// That of the class itself.
    pub(crate) class: Header,
    /// `<'a, S__, T: Clone>`
    pub(crate) generics: TokenStream,
    before: Vec<TokenStream>,
    behind: Vec<TokenStream>,
}

impl BuilderHeader {
    /// The arguments of the builder in this state: `<'a, S, T>`.
    pub(crate) fn arguments(&self, state: &TokenStream) -> TokenStream {
        let (before, behind) = (&self.before, &self.behind);
        quote!(<#(#before,)* #state #(, #behind)*>)
    }
}

/// The header of an implementation that needs nothing but what the struct declares.
pub(crate) fn plain_header(class: &Class) -> Header {
    with_predicates(class, &[])
}

fn with_predicates(class: &Class, predicates: &[TokenStream]) -> Header {
    let (generics, ty_generics, declared) = class.generics.split_for_impl();
    let declared = declared.into_iter().flat_map(|clause| &clause.predicates).map(ToTokens::to_token_stream);
    let all: Vec<TokenStream> = declared.chain(predicates.iter().cloned()).collect();
    let (has_params, has_lifetimes) = (!class.generics.params.is_empty(), class.generics.lifetimes().next().is_some());
    Header {
        allow: has_lifetimes.then(|| quote!(#[allow(single_use_lifetimes)])),
        generics: has_params.then(|| generics.to_token_stream()),
        ty: ClassType { ident: class.ident.clone(), arguments: has_params.then(|| ty_generics.to_token_stream()) },
        clause: (!all.is_empty()).then(|| quote!(where #(#all),*)),
    }
}
