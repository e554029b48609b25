//! `schema!` and `namedtuple!`: the structs of a block, each as soon as its bases are known.
//!
//! A base in the same block is known at once. Any other is asked: its macro hands on what it is, with all above it, and
//! the struct is written when the last of its bases has answered:
//!
//! ```text
//! animals::Animal! { @fields { $crate::__inherit } { $crate { struct Dog: animals::Animal { .. } } [?] } }
//! $crate::__inherit! { { $crate { struct Dog: animals::Animal { .. } } [?] } { the family of Animal } }
//! ```

use std::collections::{HashMap, HashSet, VecDeque};

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Attribute, Path, PathArguments, Token};

use crate::call::read_crate;
use crate::check;
use crate::diagnostics::{Errors, with_help};
use crate::inherit::{self, Family, Origin, Parent};
use crate::input::block::{self, Declared};
use crate::input::{Form, namedtuple};
use crate::model::names;
use crate::pipeline::{Names, write};

/// Reads the structs of a block.
type Read = fn(TokenStream, &mut Errors) -> Vec<Declared>;

/// `schema! { .. }`
pub(crate) fn schema(input: TokenStream) -> TokenStream {
    of_runtime(input, |block, errors| block::read(Form::Schema, block, errors))
}

/// `namedtuple! { .. }`
pub(crate) fn namedtuple(input: TokenStream) -> TokenStream {
    of_runtime(input, namedtuple::read)
}

/// What the runtime hands on as `$crate { .. }`.
fn of_runtime(input: TokenStream, read: Read) -> TokenStream {
    // Taken apart by hand: what is parsed is copied, and a block is long.
    let mut input = input.into_iter();
    match (input.next(), input.next()) {
        (Some(krate), Some(TokenTree::Group(block))) => declare(block.stream(), read, &krate.into()),
        _ => syn::Error::new(Span::call_site(), "expected `$crate { .. }`").into_compile_error(),
    }
}

/// What a base answers with: `{ pending } { its family }`.
pub(crate) fn inherit(input: TokenStream) -> TokenStream {
    let read = |input: ParseStream<'_>| {
        let (pending, family);
        syn::braced!(pending in input);
        syn::braced!(family in input);
        let mut pending: Pending = pending.parse()?;
        pending.answer(family.parse()?);
        Ok(pending)
    };
    match read.parse2(input) {
        Ok(pending) => pending.go_on(),
        Err(error) => error.into_compile_error(),
    }
}

/// Writes the structs of a block; those in which there are mistakes leave the others as they are.
fn declare(block: TokenStream, read: Read, krate: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let all = read(block, &mut errors);
    let waiting = without_duplicates(all, &mut errors);
    let names = waiting.iter().map(|declared| declared.item.ident.to_string()).collect();
    let mut block = Block { krate, waiting, names, near: HashMap::new() };
    let mut written = TokenStream::new();
    while let Some(declared) = block.next() {
        written.extend(block.write(declared));
    }
    for declared in std::mem::take(&mut block.waiting) {
        written.extend(block.refuse(declared));
    }
    let errors = errors.into_compile_errors();
    quote!(#written #errors)
}

/// What two structs of one name would do to each other is told once.
fn without_duplicates(all: Vec<Declared>, errors: &mut Errors) -> VecDeque<Declared> {
    let mut seen = HashSet::new();
    let mut is_new = |declared: &Declared| {
        let ident = &declared.item.ident;
        let is_new = seen.insert(ident.to_string());
        if !is_new {
            errors.at(ident, with_help(format_args!("duplicate class `{ident}`"), "use another name"));
        }
        is_new
    };
    all.into_iter().filter(|declared| is_new(declared)).collect()
}

/// The structs of a block.
struct Block<'a> {
    krate: &'a TokenStream,
    /// Those that are not written yet, in their order.
    waiting: VecDeque<Declared>,
    /// The names of those.
    names: HashSet<String>,
    /// The others; nothing is known of one that asks its own bases.
    near: HashMap<String, Option<Family>>,
}

impl Block<'_> {
    /// The first struct of which no base waits.
    fn next(&mut self) -> Option<Declared> {
        let waits = |base: &Path| near_name(base).is_some_and(|name| self.names.contains(&name.to_string()));
        let free = self.waiting.iter().position(|declared| !declared.item.bases.iter().any(waits))?;
        let declared = self.waiting.remove(free)?;
        self.names.remove(&declared.item.ident.to_string());
        Some(declared)
    }

    /// A base, if it stands in this block and is known.
    fn known(&self, base: &Path) -> Option<Family> {
        self.near.get(&near_name(base)?.to_string())?.clone()
    }

    fn write(&mut self, declared: Declared) -> TokenStream {
        let Declared { item, tokens, mut errors } = declared;
        let ident = item.ident.to_string();
        let known: Vec<Option<Family>> = item.bases.iter().map(|base| self.known(base)).collect();
        if known.iter().any(Option::is_none) && item.form == Form::Schema {
            self.near.insert(ident, None);
            let answers = known.into_iter().map(|family| family.map(|family| family.written())).collect();
            let cfgs = item.attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).cloned().collect();
            return Pending { krate: self.krate.clone(), cfgs, tokens, bases: item.bases, answers }.go_on();
        }
        let near = item.bases.iter().cloned().zip(known.into_iter().map(Option::unwrap_or_default));
        let parents = near.map(|(path, family)| Parent { path, family, is_near: true }).collect();
        let hidden = names::hidden_macro(&item.ident, &tokens);
        let origin = Origin::here(&hidden, item.form, tokens);
        let family = inherit::build(item, origin, parents, self.krate, &mut errors);
        let (written, family) = finish(family, &hidden, errors);
        self.near.insert(ident, Some(family));
        written
    }

    /// A struct that is above itself.
    fn refuse(&mut self, mut declared: Declared) -> TokenStream {
        for base in std::mem::take(&mut declared.item.bases) {
            let message = format!("class `{}` would inherit from itself", declared.item.ident);
            declared.errors.at(base, with_help(message, "leave this base out"));
        }
        self.write(declared)
    }
}

/// Checks and writes a class; who inherits from one in which there are mistakes inherits nothing.
fn finish(family: Family, hidden: &Ident, mut errors: Errors) -> (TokenStream, Family) {
    let Some(class) = family.class() else { return (errors.into_compile_errors(), family) };
    check::check(class, &mut errors);
    let is_right = errors.count() == 0 && !class.is_broken();
    let names = Names { hidden, family: &|| family.written() };
    let written = write(class, &names, errors);
    (written, if is_right { family } else { Family::default() })
}

/// Where a struct that asks names a base of this name: read from what it asks with, `{ pending }`.
pub(crate) fn place_of_base(input: ParseStream<'_>, name: &str) -> syn::Result<Span> {
    let pending;
    syn::braced!(pending in input);
    let pending: Pending = pending.parse()?;
    let is_it = |base: &&Path| base.segments.last().is_some_and(|last| last.ident == name);
    let base = pending.bases.iter().find(is_it).ok_or_else(|| input.error("expected a base"))?;
    Ok(base.span())
}

/// The name of a base that may stand in the same block.
fn near_name(base: &Path) -> Option<&Ident> {
    let single = base.segments.first().filter(|_| base.segments.len() == 1 && base.leading_colon.is_none());
    single.map(|segment| &segment.ident)
}

/// A struct some bases of which have not answered yet.
struct Pending {
    krate: TokenStream,
    cfgs: Vec<Attribute>,
    tokens: TokenStream,
    bases: Vec<Path>,
    /// The families of the bases.
    answers: Vec<Option<TokenStream>>,
}

impl Parse for Pending {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (tokens, answers);
        let krate = TokenStream::from(read_crate(input)?);
        syn::braced!(tokens in input);
        syn::bracketed!(answers in input);
        let mut all = vec![];
        while !answers.is_empty() {
            if answers.parse::<Option<Token![?]>>()?.is_some() {
                all.push(None);
            } else {
                let answer;
                syn::braced!(answer in answers);
                all.push(Some(answer.parse()?));
            }
        }
        let tokens: TokenStream = tokens.parse()?;
        let declared = block::read(Form::Schema, tokens.clone(), &mut Errors::default()).pop();
        let item = declared.map(|declared| declared.item).ok_or_else(|| input.error("expected a class"))?;
        let cfgs = vec![];
        Ok(Self { krate, cfgs, tokens, bases: item.bases, answers: all })
    }
}

impl Pending {
    fn answer(&mut self, family: TokenStream) {
        if let Some(open) = self.answers.iter_mut().find(|answer| answer.is_none()) {
            *open = Some(family);
        }
    }

    /// Asks the next base, or writes the struct.
    fn go_on(self) -> TokenStream {
        let open = self.answers.iter().position(Option::is_none);
        match open.and_then(|open| self.bases.get(open)) {
            Some(base) => self.ask(base),
            None => self.write().unwrap_or_else(syn::Error::into_compile_error),
        }
    }

    fn ask(&self, base: &Path) -> TokenStream {
        let Self { krate, cfgs, tokens, answers, .. } = self;
        let mut path = base.clone();
        for segment in &mut path.segments {
            segment.arguments = PathArguments::None;
        }
        let answers = answers.iter().map(|answer| match answer {
            Some(family) => quote!({ #family }),
            None => quote!(?),
        });
        quote!(#(#cfgs)* #path! { @fields { #krate::__inherit } { #krate { #tokens } [#(#answers)*] } })
    }

    fn write(self) -> syn::Result<TokenStream> {
        let Self { krate, tokens, bases, answers, .. } = self;
        let families = answers.into_iter().flatten().map(syn::parse2::<Family>).collect::<syn::Result<Vec<_>>>()?;
        let parents = bases.into_iter().zip(families);
        let parents = parents.map(|(path, family)| Parent { path, family, is_near: false }).collect();
        let mut errors = Errors::default();
        let item = inherit::read(Form::Schema, &tokens, &mut errors)?;
        let hidden = names::hidden_macro(&item.ident, &tokens);
        let origin = Origin::here(&hidden, Form::Schema, tokens);
        let family = inherit::build(item, origin, parents, &krate, &mut errors);
        Ok(finish(family, &hidden, errors).0)
    }
}
