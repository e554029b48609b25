//! Reading `#[dataclass(..)]` and `#[field(..)]`: a list of options, each a keyword and perhaps a value.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{Attribute, Ident, Meta, Token};

use super::keyed::{Given, Keyed, Repeated};
use super::rules::ROWS;
use crate::diagnostics::{Errors, with_help, with_suggestion};

/// What can follow the keyword of an option.
pub(crate) trait OptionValue: Sized {
    /// Reads it; the keyword itself is taken already.
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self>;
}

/// A place where options of one kind are kept: a field of the structs below.
pub(crate) trait Slot<T> {
    /// Keeps an option; false if there is one already and there can be one only.
    fn put(&mut self, option: Keyed<T>) -> bool;

    /// Leaves it out; where it was given, if it was.
    fn take_out(&mut self) -> Option<Span>;
}

impl<T> Slot<T> for Given<T> {
    fn put(&mut self, option: Keyed<T>) -> bool {
        let first = self.is_none();
        *self = Some(option);
        first
    }

    fn take_out(&mut self) -> Option<Span> {
        self.take().map(|option| option.key)
    }
}

impl<T> Slot<T> for Repeated<T> {
    fn put(&mut self, option: Keyed<T>) -> bool {
        self.push(option);
        true
    }

    fn take_out(&mut self) -> Option<Span> {
        self.drain(..).next().map(|option| option.key)
    }
}

/// The options of one attribute.
pub(crate) trait Options: Default {
    /// The name of the attribute, or of the macro with its `!`.
    const ATTRIBUTE: &'static str;
    /// The keywords.
    const KEYS: &'static [&'static str];
    /// What others call it: a keyword and what to write instead.
    const FOREIGN: &'static [(&'static str, &'static str)];

    /// Reads what follows a keyword. `None` if it is not one of [`KEYS`](Self::KEYS), else whether it came once.
    fn read(&mut self, key: &Ident, input: ParseStream<'_>) -> Option<syn::Result<bool>>;

    /// Leaves an option out that is no rule; where it was given, if it was.
    fn take_out(&mut self, key: &str) -> Option<Span>;

    /// All keywords.
    fn keys() -> Vec<&'static str>;
}

/// Declares the options of an attribute: a row is its specification, its keyword and the type that reads its value.
macro_rules! options {
    (
        $(#[$meta:meta])*
        $name:ident in $attribute:literal {
            $($(#[$doc:meta])* $key:ident $(as $word:literal)?: $slot:ident<$value:ty>,)*
        }
        $(rest $rest:ident: $rest_type:ty = $rest_keys:expr;)?
        foreign { $($foreign:literal => $help:literal,)* }
    ) => {
        $(#[$meta])*
        #[derive(Default)]
        pub(crate) struct $name {
            $($(#[$doc])* pub(crate) $key: $slot<$value>,)*
            $(pub(crate) $rest: $rest_type,)?
        }

        impl $crate::input::options::Options for $name {
            const ATTRIBUTE: &'static str = $attribute;
            const KEYS: &'static [&'static str] = &[$($crate::input::options::word!($key $($word)?),)*];
            const FOREIGN: &'static [(&'static str, &'static str)] = &[$(($foreign, $help),)*];

            fn read(&mut self, key: &syn::Ident, input: syn::parse::ParseStream<'_>) -> Option<syn::Result<bool>> {
                use $crate::input::options::{OptionValue, Slot};
                $(
                    if key == $crate::input::options::word!($key $($word)?) {
                        let value = <$value as OptionValue>::read(key, input);
                        return Some(value.map(|value| self.$key.put($crate::input::keyed::Keyed { key: key.span(), value })));
                    }
                )*
                $(if let Some(result) = self.$rest.read(key, input) {
                    return Some(result);
                })?
                None
            }

            fn take_out(&mut self, key: &str) -> Option<proc_macro2::Span> {
                use $crate::input::options::Slot;
                $(
                    if key == $crate::input::options::word!($key $($word)?) {
                        return self.$key.take_out();
                    }
                )*
                None
            }

            fn keys() -> Vec<&'static str> {
                [Self::KEYS, $($rest_keys)?].concat()
            }
        }
    };
}

/// The keyword of an option: the name of its field, unless that is none in Rust.
macro_rules! word {
    ($key:ident) => {
        stringify!($key)
    };
    ($key:ident $word:literal) => {
        $word
    };
}

pub(crate) use {options, word};

/// Reads all attributes of one name.
pub(crate) fn read<T: Options>(attributes: &[Attribute], errors: &mut Errors) -> T {
    let mut options = T::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(T::ATTRIBUTE)) {
        match &attribute.meta {
            Meta::List(list) => {
                let read = |input: ParseStream<'_>| read_list(&mut options, input, errors);
                let result = read.parse2(list.tokens.clone());
                errors.take(result);
            }
            Meta::Path(_) => {}
            Meta::NameValue(meta) => {
                let name = T::ATTRIBUTE;
                errors.at(meta, with_help("expected options in parentheses", format_args!("write `#[{name}(..)]`")));
            }
        }
    }
    options
}

/// Reads options up to the end; a mistake in one does not hide those in the next.
pub(super) fn read_list<T: Options>(options: &mut T, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    while !input.is_empty() {
        let result = read_option(options, input, errors);
        if errors.take(result).is_none() {
            skip_to_comma(input)?;
        }
        if !input.is_empty() && input.parse::<Token![,]>().is_err() {
            let unexpected: TokenTree = input.parse()?;
            errors.at(unexpected, "expected `,` between options");
            skip_to_comma(input)?;
            input.parse::<Option<Token![,]>>()?;
        }
    }
    Ok(())
}

fn read_option<T: Options>(options: &mut T, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    if !input.peek(Ident::peek_any) {
        return Err(input.error("expected the name of an option"));
    }
    let key = input.call(Ident::parse_any)?;
    match options.read(&key, input) {
        Some(once) => {
            if !once? {
                let name = key.unraw().to_string();
                let what = if ROWS.iter().any(|row| row.key == name) { "rule" } else { "option" };
                errors.at(&key, format_args!("{what} `{key}` is given twice"));
            }
            Ok(())
        }
        None => {
            errors.at(&key, unknown::<T>(&key.to_string()));
            skip_to_comma(input)
        }
    }
}

fn unknown<T: Options>(key: &str) -> String {
    let message = match T::ATTRIBUTE {
        name if name.ends_with('!') => format!("unknown option `{key}` of `{name}`"),
        name => format!("unknown option `{key}` of `#[{name}(..)]`"),
    };
    match T::FOREIGN.iter().find(|(foreign, _)| *foreign == key) {
        Some((_, help)) => with_help(message, help),
        None => with_suggestion(message, key, '`', T::keys()),
    }
}

fn skip_to_comma(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// Fails at the keyword, since nothing follows it that could be pointed at.
pub(crate) fn expected(key: &Ident, what: &str) -> syn::Error {
    syn::Error::new(key.span(), format!("option `{key}` needs a value\nhelp: write `{key}{what}`"))
}

/// Fails where arguments stand behind an option that takes none.
pub(crate) fn no_arguments(key: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    match input.peek(syn::token::Paren) {
        true => Err(syn::Error::new(key.span(), format!("option `{key}` takes no arguments"))),
        false => Ok(()),
    }
}

/// Reads what stands behind `=`, or fails with what to write.
pub(crate) fn behind_equals<T: Parse>(key: &Ident, what: &str, input: ParseStream<'_>) -> syn::Result<T> {
    input.parse::<Token![=]>().map_err(|_| expected(key, what))?;
    match input.is_empty() || input.peek(Token![,]) {
        true => Err(expected(key, what)),
        false => input.parse().map_err(|error| help_with(&error, key, what)),
    }
}

/// What was found there is not what can stand there.
fn help_with(error: &syn::Error, key: &Ident, what: &str) -> syn::Error {
    let text = error.to_string();
    match text.contains("\nhelp: ") {
        true => error.clone(),
        false => syn::Error::new(error.span(), with_help(text, format_args!("write `{key}{what}`"))),
    }
}

/// Reads what stands in parentheses, or fails with what to write.
pub(crate) fn in_parentheses<T>(
    key: &Ident,
    what: &str,
    input: ParseStream<'_>,
    read: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    if input.peek(Token![=]) {
        let message = format!("the value of option `{key}` stands in parentheses");
        return Err(syn::Error::new(key.span(), with_help(message, format_args!("write `{key}{what}`"))));
    }
    if !input.peek(syn::token::Paren) {
        return Err(expected(key, what));
    }
    let content;
    syn::parenthesized!(content in input);
    let result = read(&content);
    if result.is_err() {
        // What is left unread would be told as a second mistake.
        content.parse::<TokenStream>()?;
    }
    result
}
