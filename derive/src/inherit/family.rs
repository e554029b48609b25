//! A class with all those above it, as a macro of the base hands it on: each as it was written.
//!
//! ```text
//! { "shop 0.1.0/__Dog_0123" ["shop 0.1.0/__Animal_4567"] schema { struct Dog: Animal { .. } } }
//! { "shop 0.1.0/__Animal_4567" [] derive { struct Animal { .. } } }
//! ```
//!
//! What is above a class is read again in each class that inherits from it, by the same stages that wrote it.

use std::collections::HashMap;
use std::rc::Rc;

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Ident, LitStr, Token};

use super::{Parent, build};
use crate::diagnostics::Errors;
use crate::input::block::{self, Declared};
use crate::input::{self, Form, Item};
use crate::model::class::Class;
use crate::model::names;

/// A class and those above it, in their order; nothing if there is a mistake in it.
#[derive(Clone, Default)]
pub(crate) struct Family(pub(super) Vec<Rc<Member>>);

/// A class as it was written, and what it means.
pub(crate) struct Member {
    pub(super) origin: Origin,
    /// The keys of its bases.
    pub(super) bases: Vec<String>,
    pub(crate) class: Class,
}

/// What a class is written with, where and how.
pub(crate) struct Origin {
    /// Tells it from all other classes of a program.
    pub(crate) key: String,
    pub(crate) form: Form,
    pub(crate) tokens: TokenStream,
}

impl Origin {
    /// A class that is written here, under this hidden name.
    pub(crate) fn here(hidden: &Ident, form: Form, tokens: TokenStream) -> Self {
        Self { key: names::key(hidden), form, tokens }
    }

    /// What the macro of a class hands on that has these bases; those above it follow.
    pub(crate) fn written(&self, bases: &[String]) -> TokenStream {
        let Self { key, form, tokens } = self;
        let form = form.word();
        quote!({ #key [#(#bases),*] #form { #tokens } })
    }
}

impl Family {
    /// The class itself.
    pub(crate) fn class(&self) -> Option<&Class> {
        self.0.first().map(|member| &member.class)
    }

    /// What a macro of the class hands on.
    pub(crate) fn written(&self) -> TokenStream {
        self.0.iter().map(|member| member.origin.written(&member.bases)).collect()
    }
}

impl Parse for Family {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut read = vec![];
        while !input.is_empty() {
            read.push(input.parse::<Written>()?);
        }
        let first = read.first().map(|first| first.origin.key.clone());
        let mut families: HashMap<String, Self> = HashMap::new();
        // Those above a class stand behind it.
        for written in read.into_iter().rev() {
            let key = written.origin.key.clone();
            let family = written.build(&families)?;
            families.insert(key, family);
        }
        Ok(first.and_then(|first| families.remove(&first)).unwrap_or_default())
    }
}

/// A class before it is read.
struct Written {
    origin: Origin,
    bases: Vec<String>,
}

impl Parse for Written {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (member, bases, tokens);
        syn::braced!(member in input);
        let key: LitStr = member.parse()?;
        syn::bracketed!(bases in member);
        let bases = Punctuated::<LitStr, Token![,]>::parse_terminated(&bases)?;
        let form: Ident = member.parse()?;
        syn::braced!(tokens in member);
        let origin = Origin { key: key.value(), form: Form::of_word(&form), tokens: tokens.parse()? };
        Ok(Self { origin, bases: bases.iter().map(LitStr::value).collect() })
    }
}

impl Written {
    fn build(self, families: &HashMap<String, Family>) -> syn::Result<Family> {
        // It was found to be without mistakes where it stands.
        let mut errors = Errors::default();
        let item = read(self.origin.form, &self.origin.tokens, &mut errors)?;
        let family = |key: &String| families.get(key).cloned().unwrap_or_default();
        let parents = item.bases.iter().cloned().zip(self.bases.iter().map(family));
        let parents = parents.map(|(path, family)| Parent { path, family, is_near: false }).collect();
        Ok(build(item, self.origin, parents, &quote!(::metaclass), &mut errors))
    }
}

/// Reads a class once more.
pub(crate) fn read(form: Form, tokens: &TokenStream, errors: &mut Errors) -> syn::Result<Item> {
    match form {
        Form::Derive => syn::parse2(tokens.clone()).map(|item| input::read(item, errors)),
        Form::Schema | Form::NamedTuple | Form::Untyped => {
            let mut outside = Errors::default();
            let declared = block::read(form, tokens.clone(), &mut outside).pop();
            let Some(Declared { item, errors: inside, .. }) = declared else {
                return Err(syn::Error::new(proc_macro2::Span::call_site(), "expected a class"));
            };
            errors.append(inside);
            Ok(item)
        }
    }
}
