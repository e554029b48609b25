//! How a field is read that has rules for what lies within: these are asked of each item as soon as it is read.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Type;

use super::validate::Walk;
use crate::input::rules::{Argument, Rules};
use crate::input::values::literal;
use crate::model::bounds::data_lifetime;
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::{names, types};

/// The name of the function that reads a field.
pub(super) fn reader_name(field: &Field) -> Ident {
    names::ident(&format!("__read_{}", field.name))
}

/// Do the rules name nothing of the user's, for which they would have to stand where `Self` is the class?
pub(super) fn are_written_out(rules: &Rules) -> bool {
    rules.all.iter().all(|rule| match &rule.argument {
        Argument::Expr(expr) => literal(expr).is_some(),
        Argument::Rules(inner) => are_written_out(inner),
        Argument::Nothing | Argument::Name(_) | Argument::Text(_) | Argument::Literals(_) => true,
    })
}

/// Are there rules for what lies within?
pub(super) fn has_rules_within(rules: &Rules) -> bool {
    rules.all.iter().any(|rule| matches!(rule.argument, Argument::Rules(_)))
}

/// Reads a field with rules for what lies within.
pub(super) fn reader(class: &Class, field: &Field) -> TokenStream {
    let p = &class.private;
    let (de, name, ty) = (data_lifetime(), reader_name(field), &field.ty);
    let slot = names::ident("slot");
    let read = read(class, field, &ty.to_token_stream(), &slot);
    quote! {
        #[doc(hidden)]
        #[inline]
        fn #name<S__: #p::data::Source<#de>>(
            reader: &mut #p::data::SlotReader<'_, S__>,
            #slot: &mut #p::Option<#ty>,
        ) -> #p::Result<(), S__::Error> { #read }
    }
}

/// Reads a field into a slot, with the rules for what lies within.
pub(super) fn read(class: &Class, field: &Field, ty: &TokenStream, slot: &impl ToTokens) -> TokenStream {
    let index = Literal::usize_unsuffixed(class.position(&field.ident).unwrap_or_default());
    let walk = Walk { class, field, is_read: true };
    let rules = within(walk, &field.rules, ty, Some(&field.ty));
    quote!(reader.within(#index, &#rules, #slot))
}

/// The rules for what lies within a value of the type `container`.
fn within(walk: Walk<'_>, rules: &Rules, container: &TokenStream, ty: Option<&Type>) -> TokenStream {
    let (p, v) = (&walk.class.private, names::ident("v"));
    let (value, key) = (names::ident("inner"), names::ident("key"));
    let part = |name: &str| {
        let mut all = rules.all.iter().enumerate();
        all.find_map(|(i, rule)| match &rule.argument {
            Argument::Rules(inner) if rule.row.key == name => Some((Literal::usize_unsuffixed(i), inner)),
            _ => None,
        })
    };
    let checks = |rules: &Rules, variable: &Ident, name: &str| {
        let ty = ty.and_then(|ty| types::part(ty, name));
        walk.own_rules(rules, &quote!(#variable), ty)
    };
    let check = |variable: &Ident, checks: Option<TokenStream>| match checks.filter(|checks| !checks.is_empty()) {
        Some(checks) => quote!(|#v, #variable| { #checks }),
        None => quote!(|_, _| {}),
    };
    if let Some((i, inner)) = part("items") {
        let check = check(&value, Some(checks(inner, &value, "items")));
        let item = quote!(<#container as #p::EachItem>::Item);
        let inner = within(walk, inner, &item, ty.and_then(|ty| types::part(ty, "items")));
        return quote!(#p::data::items::<#container, _, _>(#i, #check, #inner));
    }
    let (keys, values) = (part("keys"), part("values"));
    if keys.is_none() && values.is_none() {
        return quote!(#p::data::NoRules);
    }
    let place = |part: &Option<(Literal, &Rules)>| {
        part.as_ref().map_or_else(|| Literal::usize_unsuffixed(0), |part| part.0.clone())
    };
    let (key_part, value_part) = (place(&keys), place(&values));
    let check_key = check(&key, keys.map(|(_, inner)| checks(inner, &key, "keys")));
    let check_value = check(&value, values.as_ref().map(|(_, inner)| checks(inner, &value, "values")));
    let inner = match values {
        Some((_, inner)) => {
            let of_value = quote!(<#container as #p::EachEntry>::Value);
            within(walk, inner, &of_value, ty.and_then(|ty| types::part(ty, "values")))
        }
        None => quote!(#p::data::NoRules),
    };
    quote! {
        #p::data::entries::<#container, _, _, _>((#key_part, #value_part), #check_key, #check_value, #inner)
    }
}
