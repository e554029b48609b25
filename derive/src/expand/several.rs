//! What is said of several fields: groups, and then checks.
//!
//! ```text
//! v.group(start, 0, GroupKind::ExactlyOne, &[1, 2], [Option::is_some(&self.email), Option::is_some(&self.phone)]);
//! v.several(start, &[4, 5], || Outcome::into_issue(is_ordered(&self.low, &self.high)));
//! ```

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;
use syn::{Expr, Ident, Lit};

use super::{init, rules};
use crate::input::groups::Group;
use crate::input::values::{StructCheck, literal};
use crate::model::class::Class;
use crate::model::default::Default;
use crate::model::field::Field;
use crate::model::{names, types};

/// What is said of several fields.
pub(super) struct Several<'a> {
    /// The positions of the fields.
    pub(super) fields: Vec<usize>,
    what: What<'a>,
}

enum What<'a> {
    /// With its place among all.
    Group(usize, &'a Group),
    Check(&'a StructCheck),
}

/// All that is said of several fields, in order.
pub(super) fn all(class: &Class) -> impl Iterator<Item = Several<'_>> {
    let groups = class.groups.iter().enumerate().map(|(i, group)| (&group.fields, What::Group(i, group)));
    let checks = class.checks.iter().map(|check| (&check.fields, What::Check(check)));
    groups.chain(checks).map(|(fields, what)| Several { fields: positions(class, fields), what })
}

fn positions(class: &Class, fields: &[Ident]) -> Vec<usize> {
    fields.iter().filter_map(|name| class.position(name)).collect()
}

impl Several<'_> {
    /// The call, where each field is this reference.
    pub(super) fn call(&self, class: &Class, value: impl Fn(&Field) -> TokenStream) -> TokenStream {
        let (p, v, start) = (&class.private, names::ident("v"), names::ident("start"));
        let positions = self.fields.iter().map(|i| Literal::usize_unsuffixed(*i));
        let fields = self.fields.iter().filter_map(|i| class.fields.get(*i));
        match self.what {
            What::Group(i, group) => {
                let (i, kind) = (Literal::usize_unsuffixed(i), format_ident!("{}", group.kind.variant()));
                let given = fields.map(|field| is_given(class, field, &value(field)));
                quote!(#v.group(#start, #i, #p::GroupKind::#kind, &[#(#positions),*], [#(#given),*]);)
            }
            What::Check(check) => {
                let outcome = rules::outcome_of_several(&check.function, fields.map(value), p);
                quote!(#v.several(#start, &[#(#positions),*], || #outcome);)
            }
        }
    }
}

/// Is the value another than the default?
fn is_given(class: &Class, field: &Field, value: &TokenStream) -> TokenStream {
    let p = &class.private;
    let Some(default) = field.default.as_ref().filter(|_| types::argument_of(&field.ty, "Option").is_none()) else {
        return quote!(#p::Option::is_some(#value));
    };
    match default {
        Default::Literal(expr) if is_text(expr) => quote!(#p::differs_from_text(#value, #expr)),
        _ => {
            let default = init::default_value(class, &field.name, default, field.into, &[]);
            quote!(#p::differs(#value, &#default))
        }
    }
}

fn is_text(expr: &Expr) -> bool {
    matches!(literal(expr), Some((Lit::Str(_), _)))
}

/// The groups in the description.
pub(super) fn groups(class: &Class) -> Option<TokenStream> {
    let p = &class.private;
    let groups = class.groups.iter().map(|group| {
        let kind = format_ident!("{}", group.kind.variant());
        let fields = group.fields.iter().map(|field| field.unraw().to_string());
        quote!(#p::Group::new(#p::GroupKind::#kind, #p::List::new(const { &[#(#p::Text::new(#fields)),*] })))
    });
    (!class.groups.is_empty()).then(|| quote!(const __GROUPS: &'static [#p::Group] = &[#(#groups),*];))
}
