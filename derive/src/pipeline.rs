//! From the tokens of a struct to the tokens of its implementations: read, lower, check, expand.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{ParseStream, Parser as _};

use crate::diagnostics::{Errors, with_help};
use crate::input::Form;
use crate::input::block::{self, Declared};
use crate::input::namedtuple;
use crate::model::class::Class;
use crate::model::{lower, names};
use crate::{call, check, expand, input};

/// `#[derive(Dataclass)]`
pub(crate) fn derive(item: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(class) = analyse(item.clone(), &mut errors) else { return errors.into_compile_errors() };
    write(&class, item, errors)
}

/// `schema! { .. }`
pub(crate) fn schema(input: TokenStream) -> TokenStream {
    declare(input, |block, errors| block::read(Form::Schema, block, errors))
}

/// `namedtuple! { .. }`
pub(crate) fn namedtuple(input: TokenStream) -> TokenStream {
    declare(input, namedtuple::read)
}

/// Writes the structs of what the runtime hands on as `$crate { .. }`; those in which there are mistakes leave the others
/// as they are.
fn declare(input: TokenStream, read: fn(TokenStream, &mut Errors) -> Vec<Declared>) -> TokenStream {
    let outer = |input: ParseStream<'_>| {
        let krate = call::read_crate(input)?;
        let content;
        syn::braced!(content in input);
        Ok((TokenStream::from(krate), content.parse::<TokenStream>()?))
    };
    let (krate, block) = match outer.parse2(input) {
        Ok(read) => read,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let all = read(block, &mut errors);
    let all = without_duplicates(all, &mut errors).into_iter().map(|Declared { item, tokens, mut errors }| {
        let class = lower::lower(item, &krate);
        check::check(&class, &mut errors);
        write(&class, &tokens, errors)
    });
    let all: TokenStream = all.collect();
    let errors = errors.into_compile_errors();
    quote!(#all #errors)
}

/// What two structs of one name would do to each other is told once.
fn without_duplicates(all: Vec<Declared>, errors: &mut Errors) -> Vec<Declared> {
    let mut unique: Vec<Declared> = vec![];
    for declared in all {
        let ident = &declared.item.ident;
        match unique.iter().any(|other| other.item.ident == *ident) {
            true => errors.at(ident, with_help(format_args!("duplicate class `{ident}`"), "use another name")),
            false => unique.push(declared),
        }
    }
    unique
}

/// What the struct means, and all mistakes in it; `None` if it is no item at all.
pub(crate) fn analyse(item: TokenStream, errors: &mut Errors) -> Option<Class> {
    let item = errors.take(syn::parse2(item))?;
    let item = input::read(item, errors);
    let class = lower::lower(item, &quote!(::metaclass));
    check::check(&class, errors);
    Some(class)
}

/// Writes a class, or what is wrong with it.
fn write(class: &Class, item: &TokenStream, errors: Errors) -> TokenStream {
    let hidden = || names::hidden_macro(&class.ident, item);
    if errors.count() == 0 {
        return expand::class(class, &hidden);
    }
    let (is_sized, errors) = (check::fields::unsized_fields(class).is_empty(), errors.into_compile_errors());
    // Nobody could tell the types of a stub without the items that an instance is made of.
    if class.form == Form::Untyped && !class.fields.is_empty() && !class.options.incomplete {
        let class = expand::class(class, &hidden);
        return quote!(#errors #class);
    }
    // What has no size can implement nothing of ours.
    let stubs = if is_sized { expand::fallback::expand(class, &hidden) } else { TokenStream::new() };
    quote!(#errors #stubs)
}

/// Names as a slice of texts.
pub(crate) fn names<'a>(names: impl Iterator<Item = &'a str>) -> TokenStream {
    quote!(&[#(#names),*] as &[&str])
}
