//! `Dataclass`: the description, which everything else works on.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;

use super::spec::{self, Descriptions};
use super::{heir, rules, several};
use crate::input::Form;
use crate::model::bounds::{Header, plain_header};
use crate::model::class::{Argument, Class};
use crate::model::{names, text};

pub(super) fn expand(class: &Class) -> TokenStream {
    let p = &class.private;
    let Header { allow, generics, ty, clause } = plain_header(class);
    let doc = (!class.doc.is_empty()).then_some(&class.doc).map(|doc| quote!(const __DOC: &'static str = #doc;));
    let mut descriptions = Descriptions::new(class);
    let (head, options, init_vars) =
        (head(class, &mut descriptions), options(class), init_vars(class, &mut descriptions));
    let tables = descriptions.tables();
    let bases = heir::bases(class);
    let (groups, checks) = (several::groups(class), rules::struct_checks(class));
    let allow_closures = rules::allow_closures(class);
    quote! {
        #allow
        #allow_closures
        impl #generics #p::Dataclass for #ty #clause {
            #tables
            #head
            #doc
            #options
            #init_vars
            #groups
            #bases
            #checks
            fn __cell() -> #p::Cell {
                static CELL: #p::ClassCell = #p::ClassCell::NEW;
                &CELL
            }
        }
    }
}

/// What it is called, how it is made, and its fields.
fn head(class: &Class, descriptions: &mut Descriptions<'_>) -> TokenStream {
    let (p, name, signature) = (&class.private, class.ident.unraw().to_string(), signature(class));
    let fields: Vec<_> = class.fields.iter().map(|field| descriptions.field(field)).collect();
    let head = quote!((#p::module_path!(), #name, #signature, &[#(#fields),*]));
    descriptions.constant("__HEAD", "Head", &head)
}

fn init_vars(class: &Class, descriptions: &mut Descriptions<'_>) -> TokenStream {
    let vars: Vec<_> = class.init_vars.iter().map(|var| descriptions.init_var(var)).collect();
    if vars.is_empty() {
        return TokenStream::new();
    }
    let table = descriptions.constant("__INIT_VARS", "Fields", &quote!(&[#(#vars),*]));
    // Behind all fields they stand by themselves.
    let is_among_fields = class.init_vars.iter().any(|var| var.after < class.fields.len());
    let places = class.init_vars.iter().map(|var| Literal::usize_unsuffixed(var.after));
    let places = is_among_fields.then(|| quote!(const __INIT_VAR_PLACES: &'static [usize] = &[#(#places),*];));
    quote!(#table #places)
}

/// What differs from the default.
fn options(class: &Class) -> TokenStream {
    let p = &class.private;
    let options = &class.options;
    if class.is_tuple() {
        return quote!(const __OPTIONS: #p::Options = #p::Options::DEFAULT.with(#p::Options::NAMED_TUPLE););
    }
    let with = [
        (options.order, "ORDER"),
        (options.hash, "HASH"),
        (options.frozen, "FROZEN"),
        (options.validate, "VALIDATE"),
        (options.forbid_extra, "FORBID_EXTRA"),
    ];
    let without = [(!options.init, "INIT"), (!options.eq, "EQ")];
    let with = with.iter().filter(|(on, _)| *on).map(|(_, name)| names::ident(name));
    let with = with.map(|name| quote!(.with(#p::Options::#name)));
    let without = without.iter().filter(|(on, _)| *on).map(|(_, name)| names::ident(name));
    let without = without.map(|name| quote!(.without(#p::Options::#name)));
    let changes = with.chain(without).collect::<TokenStream>();
    if changes.is_empty() {
        return changes;
    }
    quote!(const __OPTIONS: #p::Options = #p::Options::DEFAULT #changes;)
}

/// The signature as written in Rust.
fn signature(class: &Class) -> String {
    if !class.options.init {
        return String::new();
    }
    let mut starred = false;
    let arguments = class.arguments().map(|argument| {
        let star = if argument.kw_only() && !std::mem::replace(&mut starred, argument.kw_only()) { "*, " } else { "" };
        format!("{star}{}", parameter(class, argument))
    });
    format!("({})", arguments.collect::<Vec<_>>().join(", "))
}

fn parameter(class: &Class, argument: Argument<'_>) -> String {
    let name = argument.name();
    let typed = match class.form {
        Form::Untyped => name.to_owned(),
        _ => format!("{name}: {}", text::of_type(argument.written())),
    };
    match argument.default() {
        None => typed,
        Some(default) => format!("{typed} = {}", spec::default_text(default)),
    }
}
