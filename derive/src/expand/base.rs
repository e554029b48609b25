//! What a class writes so that others can inherit from it.
//!
//! ```text
//! impl Animal {
//!     pub fn __outward_0_is_free(value: &String) -> Result<(), Issue> { said(is_free(value).into_issue()) }
//!     pub const __outward_1_: usize = MAX;
//!     pub fn __from_fields(name: String, tag: Tag) -> Self { Self { name, tag } }
//! }
//! impl Part<I0> for Animal { type Type = Tag; }
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Expr, Type};

use super::{init, post_init, rules};
use crate::inherit::map_foreign;
use crate::model::bounds::{Header, plain_header};
use crate::model::class::Class;
use crate::model::names;
use crate::model::outward::{self, Kind, Outward};

/// The functions of the base that only those call who inherit from it.
pub(super) fn functions(class: &Class) -> TokenStream {
    let (mut fields, mut checks, mut functions) = (class.fields.clone(), class.checks.clone(), TokenStream::new());
    outward::each(&mut fields, &mut checks, &mut |outward| functions.extend(function(class, &outward)));
    let rebuild = needs_rebuild(class).then(|| rebuild(class));
    let post_init = post_init::function(class);
    quote!(#functions #rebuild #post_init)
}

/// What an expression says, to be called from outside.
fn function(class: &Class, outward: &Outward<'_>) -> TokenStream {
    let (p, vis) = (&class.private, &class.vis);
    let Outward { expr, kind, types, name } = outward;
    let expr: &Expr = expr;
    let lints = match kind {
        Kind::Count | Kind::Number(_) => quote! {
            non_upper_case_globals, unused_parens, clippy::cast_lossless, clippy::unnecessary_cast, trivial_numeric_casts
        },
        Kind::Check | Kind::Show | Kind::Transform => {
            let lints = init::default_lints();
            quote!(#lints, clippy::redundant_closure_call)
        }
    };
    let written = match (kind, types.as_slice()) {
        (Kind::Count, _) => quote!(#vis const #name: usize = #expr;),
        (Kind::Number(number), _) => {
            let number = names::ident(number);
            quote!(#vis const #name: #number = (#expr) as #number;)
        }
        (Kind::Show, [ty]) => quote!(#[inline] #vis fn #name(value: &#ty) -> impl #p::Display + '_ { #expr(value) }),
        (Kind::Transform, [ty]) => quote!(#[inline] #vis fn #name(value: #ty) -> #ty { #p::transform(value, #expr) }),
        (Kind::Check, [ty]) => {
            let outcome = rules::outcome(expr, &quote!(value), p);
            quote!(#[inline] #vis fn #name(value: &#ty) -> #p::Result<(), #p::Issue> { #p::said(#outcome) })
        }
        (Kind::Check, [_, _, ..]) => several(class, name, expr, types),
        // What is not known cannot be looked at.
        _ => return TokenStream::new(),
    };
    quote!(#[doc(hidden)] #[allow(#lints)] #written)
}

fn several(class: &Class, name: &Ident, expr: &Expr, types: &[Type]) -> TokenStream {
    let (p, vis) = (&class.private, &class.vis);
    let values: Vec<Ident> = (0..types.len()).map(|i| names::ident(&format!("v{i}"))).collect();
    let outcome = rules::outcome_of_several(expr, values.iter().map(|value| quote!(#value)), p);
    quote!(#[inline] #vis fn #name(#(#values: &#types),*) -> #p::Result<(), #p::Issue> { #p::said(#outcome) })
}

/// The function that makes an instance of all fields as they are.
pub(super) fn constructor(base: &Class) -> Ident {
    match needs_rebuild(base) {
        true => names::ident(names::FROM_FIELDS),
        false => init::full_constructor(base),
    }
}

/// Is there no constructor that does just that?
fn needs_rebuild(class: &Class) -> bool {
    !init::is_plain(class)
}

fn rebuild(class: &Class) -> TokenStream {
    let p = &class.private;
    let (vis, name) = (&class.vis, names::ident(names::FROM_FIELDS));
    let params = class.fields.iter().map(|field| {
        let (ident, ty) = (&field.ident, &field.ty);
        quote!(#ident: #ty)
    });
    let fields = class.fields.iter().map(|field| &field.ident);
    let returned = init::returned(class);
    let made = quote!(Self { #(#fields),* });
    let made = if class.options.validate { quote!(#p::validated(#made)) } else { made };
    quote! {
        #[doc(hidden)]
        #[allow(clippy::too_many_arguments)]
        #[inline]
        #vis fn #name(#(#params),*) -> #returned { #made }
    }
}

/// The parts of the types of fields and other arguments that those cannot name who inherit them.
pub(super) fn parts(class: &Class) -> TokenStream {
    let p = &class.private;
    let Header { allow, generics, ty: class_type, clause } = plain_header(class);
    let mut parts = vec![];
    let types = class.fields.iter().map(|field| &field.ty).chain(class.init_vars.iter().map(|var| &var.ty));
    for ty in types {
        map_foreign(ty, &class.generics, &mut |ty| {
            parts.push(ty.clone());
            ty.clone()
        });
    }
    let parts = parts.iter().enumerate().map(|(i, ty)| {
        let place = names::place(i, p);
        // That a type is less visible than the class is told of there.
        quote_spanned! {ty.span().resolved_at(Span::call_site())=>
            #[doc(hidden)]
            #allow
            impl #generics #p::Part<#place> for #class_type #clause { type Type = #ty; }
        }
    });
    parts.collect()
}
