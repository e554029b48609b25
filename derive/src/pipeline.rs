//! From the tokens of a struct to the tokens of its implementations: read, lower, check, expand.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::diagnostics::Errors;
use crate::inherit::{self, Origin};
use crate::input::Form;
use crate::model::class::Class;
use crate::model::names;
use crate::{check, expand, input};

/// `#[derive(Dataclass)]`
pub(crate) fn derive(item: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(class) = analyse(item.clone(), &mut errors) else { return errors.into_compile_errors() };
    let hidden = names::hidden_macro(&class.ident, item);
    let family = || Origin::here(&hidden, Form::Derive, item.clone()).written(&[]);
    write(&class, &Names { hidden: &hidden, family: &family }, errors)
}

/// What the struct means, and all mistakes in it; `None` if it is no item at all.
pub(crate) fn analyse(item: TokenStream, errors: &mut Errors) -> Option<Class> {
    let item = errors.take(syn::parse2(item))?;
    let item = input::read(item, errors);
    let class = inherit::alone(item, &quote!(::metaclass));
    check::check(&class, errors);
    Some(class)
}

/// What a class is known by outside.
pub(crate) struct Names<'a> {
    /// The hidden name of its macro.
    pub(crate) hidden: &'a Ident,
    /// What that hands on to those who inherit.
    pub(crate) family: &'a dyn Fn() -> TokenStream,
}

/// Writes a class, or what is wrong with it.
pub(crate) fn write(class: &Class, names: &Names<'_>, errors: Errors) -> TokenStream {
    if errors.count() == 0 && !class.is_broken() {
        return expand::class(class, names);
    }
    let (is_sized, errors) = (check::fields::unsized_fields(class).is_empty(), errors.into_compile_errors());
    // Nobody could tell the types of a stub without the items that an instance is made of.
    if class.form == Form::Untyped && !class.fields.is_empty() && !class.options.incomplete {
        let class = expand::class(class, names);
        return quote!(#errors #class);
    }
    // What has no size can implement nothing of ours.
    let stubs = if is_sized { expand::fallback::expand(class, names.hidden) } else { TokenStream::new() };
    quote!(#errors #stubs)
}

/// Names as a slice of texts.
pub(crate) fn names<'a>(names: impl Iterator<Item = &'a str>) -> TokenStream {
    quote!(&[#(#names),*] as &[&str])
}
