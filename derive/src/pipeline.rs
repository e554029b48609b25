//! From the tokens of a struct to the tokens of its implementations: read, lower, check, expand.

use proc_macro2::TokenStream;

use crate::diagnostics::Errors;
use crate::model::class::Class;
use crate::model::{lower, names};
use crate::{check, expand, input};

/// `#[derive(Dataclass)]`
pub(crate) fn derive(item: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(class) = analyse(item.clone(), &mut errors) else { return errors.into_compile_errors() };
    let hidden = || names::hidden_macro(&class.ident, item);
    if errors.count() > 0 {
        // What has no size can implement nothing of ours.
        let stubs = match check::fields::unsized_fields(&class).is_empty() {
            true => expand::fallback::expand(&class, &hidden),
            false => TokenStream::new(),
        };
        return errors.into_compile_errors().into_iter().chain(stubs).collect();
    }
    let items = expand::items(&class);
    items.into_iter().chain(expand::call_macro(&class, &hidden)).collect()
}

/// What the struct means, and all mistakes in it; `None` if it is no item at all.
pub(crate) fn analyse(item: TokenStream, errors: &mut Errors) -> Option<Class> {
    let item = errors.take(syn::parse2(item))?;
    let item = input::read(item, errors);
    let class = lower::lower(item);
    check::check(&class, errors);
    Some(class)
}

/// Names as a slice of texts.
pub(crate) fn names<'a>(names: impl Iterator<Item = &'a str>) -> TokenStream {
    quote::quote!(&[#(#names),*] as &[&str])
}
