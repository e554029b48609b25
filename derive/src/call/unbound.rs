//! `args!(1, *rest, y = 2, **kw)`: arguments of a call that is made at run time.

use proc_macro2::{TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;

use super::arguments::{self, Argument, Arguments, Callee, Form, repeated};
use crate::diagnostics::Errors;

/// Writes the arguments, or what is wrong with them. `$crate` stands before them.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut input = input.into_iter();
    let krate = input.next();
    let mut arguments = Arguments::default();
    let read = |input: ParseStream<'_>| arguments::read(input, Callee::Unknown, &mut arguments, &mut errors);
    let read = read.parse2(input.collect());
    errors.take(read);
    refuse_repeated(&arguments.given, &mut errors);
    if errors.count() > 0 {
        let errors = errors.into_compile_errors();
        return quote!({ #errors #krate::Args::new() });
    }
    write(&krate, &arguments.given)
}

/// A name that is written twice is a mistake whatever is called.
fn refuse_repeated(given: &[Argument], errors: &mut Errors) {
    let mut names = vec![];
    for key in given.iter().filter_map(Argument::key) {
        let name = key.unraw().to_string();
        if names.contains(&name) {
            errors.push(key.span(), repeated(&name));
        }
        names.push(name);
    }
}

/// ```text
/// Args::__new([value(1), value(2)], const { &[Text::new("y")] })
/// Args::with_keyword(Args::with_all(Args::new(), rest), "y", 2)      where something is unpacked
/// ```
fn write(krate: &Option<TokenTree>, given: &[Argument]) -> TokenStream {
    if given.iter().all(|argument| matches!(argument.form, Form::Positional | Form::Keyword(_))) {
        let values =
            given.iter().map(|Argument { value, .. }| quote_spanned!(value.span()=> #krate::__private::value(#value)));
        let names = given.iter().filter_map(Argument::key).map(|key| key.unraw().to_string());
        return quote! {
            #krate::Args::__new([#(#values),*], const { &[#(#krate::__private::Text::new(#names)),*] })
        };
    }
    given.iter().fold(quote!(#krate::Args::new()), |args, Argument { form, value }| match form {
        Form::Positional => quote_spanned!(value.span()=> #krate::Args::with(#args, #value)),
        Form::Iterable => quote_spanned!(value.span()=> #krate::Args::with_all(#args, #value)),
        Form::Mapping => quote_spanned!(value.span()=> #krate::Args::with_keywords(#args, #value)),
        Form::Keyword(key) => {
            let name = key.unraw().to_string();
            quote_spanned!(value.span()=> #krate::Args::with_keyword(#args, #name, #value))
        }
    })
}
