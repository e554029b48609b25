//! The builder: an instance argument by argument, and a compile error if one is missing or given twice.
//!
//! ```text
//! pub struct PointBuilder<S__> { slots: (Option<f64>, Option<f64>), state: PhantomData<S__> }
//!
//! impl Point { pub fn builder() -> PointBuilder<(Open, (Open, ()))> { .. } }
//!
//! impl<S__> PointBuilder<S__> {
//!     pub fn x(mut self, value: f64) -> PointBuilder<Give<S__, I0>> where S__: At<I0, Now: Unset> { .. }
//!     pub fn build(self) -> Point where S__: At<I0, Now: __Point_given_x> { Point::__built(self.slots) }
//! }
//! ```
//!
//! What was given is a list of marks in the one parameter; `builder` of the runtime knows how to change one of them. Each
//! required argument has a trait of its own, which has its name for the compiler to tell: that of a type would be printed
//! with its path. (So there are no builders in a module that is `no_implicit_prelude`, where `diagnostic` has no meaning.)

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;

use super::{init, origin, spec};
use crate::model::bounds::{BuilderHeader, builder_header, state_param};
use crate::model::class::{Argument, Class};
use crate::model::{names, types};

/// The builder of a class.
pub(super) fn expand(class: &Class) -> TokenStream {
    let builder = Builder::of(class);
    let (ty, needs, methods) = (builder.ty(), builder.needs(), builder.methods());
    quote!(#ty #needs #methods)
}

/// The functions of the class that start the builder and end it.
pub(super) fn functions(class: &Class) -> TokenStream {
    let (start, built) = (start(class), built(class));
    quote!(#start #built)
}

/// The same of a class in which there are mistakes.
pub(super) fn stub(class: &Class) -> TokenStream {
    let (start, p, name) = (start(class), &class.private, names::ident(names::BUILT));
    let (returned, bounds) = (init::returned(class), init::default_bounds(class));
    let slots = Builder::of(class).slots();
    quote!(#start fn #name(_: #slots) -> #returned #bounds { #p::stub() })
}

fn start(class: &Class) -> TokenStream {
    let (p, vis) = (&class.private, &class.vis);
    let builder = Builder::of(class);
    let (name, open) = (&builder.name, quote!(#p::builder::Open));
    let start = format_ident!("{}", names::BUILDER);
    let nothing = builder.arguments.iter().map(|_| quote!(#p::Option::None));
    let state = builder.arguments.iter().fold(quote!(()), |rest, _| quote!((#open, #rest)));
    let ty = builder.ty_with(&state);
    quote! {
        #[doc = "Starts to build an instance, argument by argument."]
        #[inline]
        #vis fn #start() -> #ty {
            #name { slots: (#(#nothing,)*), state: #p::PhantomData }
        }
    }
}

/// The instance; where the user's expressions stand, `Self` is the class.
fn built(class: &Class) -> TokenStream {
    let (p, name) = (&class.private, names::ident(names::BUILT));
    let builder = Builder::of(class);
    let (slots, returned, bounds) = (builder.slots(), init::returned(class), init::default_bounds(class));
    let idents = builder.arguments.iter().map(Argument::ident);
    let lets = class.arguments_and_fields().map(|argument| {
        let (ident, is_given) = (argument.ident(), argument.is_given());
        let value = match (is_given, default(class, argument)) {
            (true, None) => quote!(#p::builder::given(#ident)),
            (true, Some(default)) => quote!(match #ident { #p::Option::Some(#ident) => #ident, _ => #default }),
            (false, default) => default.unwrap_or_default(),
        };
        quote!(let #ident = #value;)
    });
    let instance = init::of_variables(class);
    quote! {
        #[inline]
        fn #name((#(#idents,)*): #slots) -> #returned #bounds {
            #(#lets)*
            #instance
        }
    }
}

/// The default of an argument, where the fields before it are variables.
fn default(class: &Class, argument: Argument<'_>) -> Option<TokenStream> {
    let default = argument.default()?;
    let reads = default.reads().iter().filter_map(|i| class.fields.get(*i)).map(|field| &field.ident);
    let reads: Vec<TokenStream> = reads.map(|ident| quote!(&#ident)).collect();
    Some(init::default_value(class, argument.name(), default, argument.is_into(), &reads))
}

struct Builder<'a> {
    class: &'a Class,
    name: Ident,
    header: BuilderHeader,
    /// What can be given, in the order of the slots.
    arguments: Vec<Argument<'a>>,
}

impl<'a> Builder<'a> {
    fn of(class: &'a Class) -> Self {
        let mut arguments: Vec<Argument<'a>> = vec![];
        for argument in class.arguments_and_fields().filter(Argument::is_given) {
            // A name that is given twice, or that is ours, was told of already.
            if argument.name() != names::BUILD && arguments.iter().all(|other| other.name() != argument.name()) {
                arguments.push(argument);
            }
        }
        Self { class, name: names::builder(&class.ident), header: builder_header(class), arguments }
    }

    /// The type of the builder in this state.
    fn ty_with(&self, state: &TokenStream) -> TokenStream {
        let (name, arguments) = (&self.name, self.header.arguments(state));
        quote!(#name #arguments)
    }

    /// What was given so far.
    fn slots(&self) -> TokenStream {
        let p = &self.class.private;
        let types = self.arguments.iter().map(|argument| self.type_of(*argument));
        quote!((#(#p::Option<#types>,)*))
    }

    /// There, `Self` would be the builder.
    fn type_of(&self, argument: Argument<'_>) -> TokenStream {
        types::without_self(argument.ty(), &self.header.class.ty)
    }

    fn ty(&self) -> TokenStream {
        let (p, vis, name, slots) = (&self.class.private, &self.class.vis, &self.name, self.slots());
        let (generics, clause) = (&self.header.generics, &self.header.class.clause);
        let (allow, state) = (&self.header.class.allow, state_param());
        let doc = format!("Builds a `{}`, argument by argument; `build` ends it.", self.class.ident.unraw());
        let allows = super::allows(self.class);
        // What only fields mention that the constructor does not take has to be mentioned.
        let made = (!self.class.generics.params.is_empty()).then_some(&self.header.class.ty);
        let state = match made {
            Some(class) => quote!((#state, fn() -> #class)),
            None => quote!(#state),
        };
        quote! {
            #allow
            #allows
            #[doc = #doc]
            #[must_use = "nothing is made before `build`"]
            #[allow(dead_code, missing_debug_implementations)]
            #vis struct #name #generics #clause { slots: #slots, state: #p::PhantomData<#state> }
        }
    }

    fn required(&self) -> impl Iterator<Item = (usize, &Argument<'a>)> {
        self.arguments.iter().enumerate().filter(|(_, argument)| argument.default().is_none())
    }

    /// A trait for each required argument, which has its name for the compiler to tell.
    fn needs(&self) -> TokenStream {
        let (p, vis, class) = (&self.class.private, &self.class.vis, self.class.ident.unraw().to_string());
        let needs = self.required().map(|(_, argument)| {
            let (given, name) = (names::given(&self.class.ident, argument.name()), argument.name());
            let message = format!("missing required argument `{name}`");
            let label = format!("`{class}` is built without it: call `.{name}(..)` before");
            quote! {
                #[doc(hidden)]
                #[allow(non_camel_case_types)]
                #[diagnostic::on_unimplemented(message = #message, label = #label)]
                #vis trait #given {}
                impl #given for #p::builder::Given {}
            }
        });
        needs.collect()
    }

    fn methods(&self) -> TokenStream {
        let (generics, clause) = (&self.header.generics, &self.header.class.clause);
        let (allow, state) = (&self.header.class.allow, state_param());
        let ty = self.ty_with(&quote!(#state));
        let setters = self.arguments.iter().enumerate().map(|(i, argument)| self.setter(i, *argument));
        let (build, lints, allows) = (self.build(), super::lints(self.class), super::allows(self.class));
        quote! {
            #allows
            #allow
            #[allow(#lints)]
            impl #generics #ty #clause {
                #(#setters)*
                #build
            }
        }
    }

    fn setter(&self, i: usize, argument: Argument<'_>) -> TokenStream {
        let (p, vis, builder, state) = (&self.class.private, &self.class.vis, &self.name, state_param());
        let (ident, ty, doc) = (argument.ident(), self.type_of(argument), doc(argument));
        let (mut slot, place) = (Literal::usize_unsuffixed(i), names::place(i, p));
        // All of the method is at the field.
        slot.set_span(ident.span());
        let returned = self.ty_with(&quote!(#p::builder::Give<#state, #place>));
        let (param, value) = match argument.is_into() {
            true => (quote!(impl #p::Into<#ty>), quote!(#p::Into::into(value))),
            false => (quote!(#ty), quote!(value)),
        };
        let setter = quote! {
            #[doc = #doc]
            #[inline]
            #vis fn #ident(mut self, value: #param) -> #returned where #state: #p::builder::At<#place, Now: #p::builder::Unset> {
                self.slots.#slot = #p::Option::Some(#value);
                #builder { slots: self.slots, state: #p::PhantomData }
            }
        };
        match argument.field() {
            Some(field) => origin::of(field, setter),
            None => setter,
        }
    }

    fn build(&self) -> TokenStream {
        let (p, vis, class, state) = (&self.class.private, &self.class.vis, &self.header.class.ty, state_param());
        let (name, built) = (format_ident!("{}", names::BUILD), names::ident(names::BUILT));
        let returned = match self.class.options.validate {
            true => quote!(#p::Result<#class, #p::ValidationError>),
            false => quote!(#class),
        };
        let lints = init::outcome_lints(self.class);
        let bounds = self.required().map(|(i, argument)| {
            let (place, given) = (names::place(i, p), names::given(&self.class.ident, argument.name()));
            quote!(#state: #p::builder::At<#place, Now: #given>)
        });
        let bounds: Vec<_> = bounds.chain(init::default_predicates(self.class)).collect();
        let clause = (!bounds.is_empty()).then(|| quote!(where #(#bounds),*));
        quote! {
            #[doc = "Makes the instance."]
            #lints
            #[inline]
            #vis fn #name(self) -> #returned #clause { <#class>::#built(self.slots) }
        }
    }
}

/// What is said of the method that takes an argument.
fn doc(argument: Argument<'_>) -> String {
    let doc = match argument.field().filter(|field| !field.doc.is_empty()) {
        Some(field) => super::doc_of(field),
        None => format!("The argument `{}`.", argument.name()),
    };
    match argument.default() {
        Some(default) => format!("{doc}\n\nBy default: `{}`.", spec::default_text(default)),
        None => doc,
    }
}
