//! The rules in the description: what they say, as constants.
//!
//! ```text
//! rule::min_length(3).with_text("too short"), rule::items(const { &[Ascii.rule()] })
//! ```

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Expr, Type};

use super::{known, spec};
use crate::input::rules::{Argument, FORMATS, Rule, Rules, Takes, function_name};
use crate::input::values::{StructCheck, literal};
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::{names, types};

/// The rules of a field, or of what lies within it, as they stand in its description.
pub(super) fn table(class: &Class, rules: &Rules, ty: Option<&Type>) -> TokenStream {
    let rows = rules.all.iter().map(|rule| {
        let (row, text) = (row(class, rules, rule, ty), &rule.message);
        let text = text.as_ref().map(|text| quote!(.with_text(#text)));
        quote!(#row #text)
    });
    quote!(#(#rows),*)
}

fn row(class: &Class, rules: &Rules, rule: &Rule, ty: Option<&Type>) -> TokenStream {
    let p = &class.private;
    let name = name(rule);
    let row = match (&rule.argument, rule.row.takes) {
        (Argument::Rules(inner), _) => {
            let inner = table(class, inner, ty.and_then(|ty| types::part(ty, rule.row.key)));
            quote!(#p::rule::#name(const { &[#inner] }))
        }
        (Argument::Expr(function), Takes::Check) => {
            let check = check(class, function, ty);
            quote!(#check.rule())
        }
        _ => match limit(class, rules, rule, ty) {
            Some(limit) => quote!(#p::rule::#name(#limit)),
            None => {
                let value = value(class, rules, rule, ty);
                quote!(#value.rule())
            }
        },
    };
    match feature(rule) {
        Some(feature) => {
            let (needs, what) = (
                format_ident!("needs_{feature}", span = rule.key.span().resolved_at(Span::call_site())),
                rule_text(rule),
            );
            let span = rule.key.span().resolved_at(Span::call_site());
            let p = Ident::new(&p.to_string(), span);
            quote_spanned!(span=> #p::#needs!(#what, #row))
        }
        None => row,
    }
}

/// The feature of the runtime that a rule needs.
pub(super) fn feature(rule: &Rule) -> Option<&'static str> {
    match (&rule.argument, rule.row.takes) {
        (_, Takes::Pattern) => Some("regex"),
        (Argument::Name(name), Takes::Format) => FORMATS.iter().find(|(format, _)| name == format)?.1,
        _ => None,
    }
}

fn rule_text(rule: &Rule) -> String {
    match &rule.argument {
        Argument::Name(name) => format!("{} = {name}", rule.key),
        _ => rule.key.to_string(),
    }
}

/// The rule itself, as a constant expression.
pub(super) fn value(class: &Class, rules: &Rules, rule: &Rule, ty: Option<&Type>) -> TokenStream {
    let p = &class.private;
    let name = format_ident!("{}", rule.row.rule);
    match (&rule.argument, rule.row.takes) {
        (Argument::Expr(limit), Takes::Length) => {
            let unit = unit(rules, p).map(|unit| quote!(.with_unit(#unit)));
            quote!(#p::#name::new(#limit)#unit)
        }
        (Argument::Expr(number), Takes::Number) => {
            let number = self::number(number, ty, p);
            quote!(#p::#name::new(#number))
        }
        (Argument::Expr(literal), Takes::Literal) => {
            let literal = spec::literal_spec(literal, p);
            quote!(#p::#name::new(#literal))
        }
        (Argument::Expr(count), _) => quote!(#p::#name::new(#count)),
        (Argument::Literals(values), _) => {
            let values = values.iter().map(|value| spec::literal_spec(value, p));
            quote!(#p::#name::new(#p::List::new(const { &[#(#values),*] })))
        }
        (Argument::Text(pattern), Takes::Pattern) => quote!(#p::#name::new(#pattern)),
        (Argument::Text(text), _) => quote!(#p::#name::new(#p::Text::new(#text))),
        (Argument::Name(format), Takes::Format) => {
            let format = format_ident!("{}", pascal_case(&format.to_string()));
            quote!(#p::#name::#format)
        }
        (Argument::Name(other), _) => {
            let other = syn::ext::IdentExt::unraw(other).to_string();
            quote!(#p::#name::new(#p::Text::new(#other)))
        }
        (Argument::Nothing | Argument::Rules(_), _) => quote!(#p::#name),
    }
}

/// What the runtime calls what makes a rule, or asks it.
fn name(rule: &Rule) -> Ident {
    format_ident!("{}", rule.row.key)
}

/// The limit, if it is all that the rule knows.
fn limit(class: &Class, rules: &Rules, rule: &Rule, ty: Option<&Type>) -> Option<TokenStream> {
    match (&rule.argument, rule.row.takes) {
        (Argument::Expr(limit), Takes::Length) if rules.unit.is_none() => Some(limit.to_token_stream()),
        (Argument::Expr(number), Takes::Number) => Some(self::number(number, ty, &class.private)),
        (Argument::Expr(count), Takes::Count) => Some(count.to_token_stream()),
        _ => None,
    }
}

/// The method that asks the rule, and its limit, if that is all that the rule knows, and literally written.
pub(super) fn method(class: &Class, rules: &Rules, rule: &Rule, ty: Option<&Type>) -> Option<(Ident, TokenStream)> {
    let limit = if is_plain(rule) { limit(class, rules, rule, ty) } else { None };
    limit.map(|limit| (name(rule), limit))
}

/// A reference to the rule itself. Where all of it is literally written there is nothing to be evaluated: a constant of
/// its own would be a body more for the compiler.
pub(super) fn reference(class: &Class, rules: &Rules, rule: &Rule, ty: Option<&Type>) -> TokenStream {
    let value = value(class, rules, rule, ty);
    if is_plain(rule) { quote!(&#value) } else { quote!(const { &#value }) }
}

/// Is all of it literally written?
fn is_plain(rule: &Rule) -> bool {
    match (&rule.argument, rule.row.takes) {
        (Argument::Expr(limit), Takes::Length | Takes::Number | Takes::Count) => literal(limit).is_some(),
        (Argument::Name(_), Takes::Format) | (Argument::Nothing, _) => true,
        _ => false,
    }
}

/// What lengths are counted in, if that was said.
pub(super) fn unit(rules: &Rules, p: &Ident) -> Option<TokenStream> {
    let unit = format_ident!("{}", pascal_case(&rules.unit.as_ref()?.to_string()));
    Some(quote!(#p::Unit::#unit))
}

pub(super) fn pascal_case(name: &str) -> String {
    let capitalized =
        name.split('_').map(|word| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)));
    capitalized.flatten().collect()
}

/// A limit: a literal, or a constant of the type of the field.
pub(super) fn number(number: &Expr, ty: Option<&Type>, p: &Ident) -> TokenStream {
    match spec::number(number) {
        Some(literal) => quote!(#p::Number::#literal),
        None => {
            let (make, target) = match types::widest(ty) {
                "f32" => (quote!(short), quote!(f32)),
                "f64" => (quote!(Float), quote!(f64)),
                "u128" => (quote!(wide), quote!(u128)),
                _ => (quote!(Int), quote!(i128)),
            };
            // What it says of a limit that is too wide stands there.
            quote_spanned!(number.span().resolved_at(Span::mixed_site())=> {
                #[allow(clippy::cast_lossless, clippy::unnecessary_cast, trivial_numeric_casts, unused_parens)]
                let limit = (#number) as #target;
                #p::Number::#make(limit)
            })
        }
    }
}

/// A function of the user's, for values made at run time.
fn check(class: &Class, function: &Expr, ty: Option<&Type>) -> TokenStream {
    let p = &class.private;
    let name = function_name(function);
    let call = match ty.map(types::inner_of_option).filter(|ty| is_convertible(class, ty)) {
        Some(ty) => {
            let value = names::ident("value");
            let outcome = outcome(function, &quote!(#value), p);
            let from_value = known(p, ty, "FROM_VALUE");
            quote!(|value| #p::check_value(#from_value, value, |#value: &#ty| #outcome))
        }
        None => quote!(|_| #p::Option::None),
    };
    quote!(#p::Check::compiled(#name, #call))
}

/// Can values made at run time become this type? Not if it is written with a lifetime or a type parameter.
fn is_convertible(class: &Class, ty: &Type) -> bool {
    !types::mentions_lifetime(ty) && !types::mentions_any_param(ty, &class.generics)
}

/// What a function of the user's says of a reference.
///
/// Called directly, the reference becomes what the function takes; a closure whose parameter has no type is told it. It
/// is written twice, for instances and for the description, with the same places: so the compiler tells a mistake once.
pub(super) fn outcome(function: &Expr, value: &TokenStream, p: &Ident) -> TokenStream {
    let span = function.span().resolved_at(Span::mixed_site());
    let value = respanned(value.clone(), span);
    let is_untyped = matches!(function, Expr::Closure(closure) if closure.inputs.iter().all(|input| !matches!(input, syn::Pat::Type(_))));
    // The whole call is to stand there.
    let p = Ident::new(&p.to_string(), function.span().resolved_at(Span::call_site()));
    let call = match is_untyped {
        true => quote_spanned!(function.span()=> #p::call(#function, #value)),
        false => quote_spanned!(function.span()=> (#function)(#value)),
    };
    quote_spanned!(function.span()=> #p::Outcome::into_issue(#call))
}

/// What a function of the user's says of several references; with the same places wherever it is written.
pub(super) fn outcome_of_several(function: &Expr, values: impl Iterator<Item = TokenStream>, p: &Ident) -> TokenStream {
    let span = function.span();
    let values = values.map(|value| respanned(value, span));
    let p = Ident::new(&p.to_string(), span.resolved_at(Span::call_site()));
    quote_spanned!(span=> #p::Outcome::into_issue((#function)(#(#values),*)))
}

/// What no lint is to complain of where functions of the user's are called: a closure is called where it stands.
pub(super) fn allow_closures(class: &Class) -> Option<TokenStream> {
    class.has_closures().then(|| quote!(#[allow(clippy::redundant_closure_call)]))
}

/// The same tokens at another place; names keep what they mean.
pub(super) fn respanned(tokens: TokenStream, span: Span) -> TokenStream {
    let tokens = tokens.into_iter().map(|mut token| {
        token.set_span(span.resolved_at(token.span()));
        token
    });
    tokens.collect()
}

/// The same with all that stands in parentheses.
pub(super) fn respanned_within(tokens: TokenStream, span: Span) -> TokenStream {
    let tokens = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => Group::new(group.delimiter(), respanned_within(group.stream(), span)).into(),
        token => token,
    });
    respanned(tokens.collect(), span)
}

/// The checks over several fields in the description.
pub(super) fn struct_checks(class: &Class) -> Option<TokenStream> {
    let p = &class.private;
    let checks = class.checks.iter().map(|check| struct_check(class, check));
    (!class.checks.is_empty()).then(|| quote!(const __CHECKS: &'static [#p::StructCheck] = &[#(#checks),*];))
}

fn struct_check(class: &Class, check: &StructCheck) -> TokenStream {
    let p = &class.private;
    let StructCheck { function, fields, origin: _ } = check;
    let name = function_name(function);
    let fields: Vec<&Field> = fields.iter().filter_map(|name| class.fields.get(class.position(name)?)).collect();
    let field_names = fields.iter().map(|field| &field.name);
    let call = match fields.iter().all(|field| is_convertible(class, &field.ty)) {
        true => {
            let variables: Vec<Ident> = (0..fields.len()).map(|i| names::ident(&format!("v{i}"))).collect();
            let from_values = fields.iter().map(|field| known(p, &field.ty, "FROM_VALUE"));
            let outcome = outcome_of_several(function, variables.iter().map(|variable| quote!(&#variable)), p);
            quote!(|values| {
                let [#(#variables),*] = values else { return #p::Option::None };
                #(let #variables = #p::convert(#from_values, #variables)?;)*
                #outcome
            })
        }
        false => quote!(|_| #p::Option::None),
    };
    quote!(#p::StructCheck::compiled(#name, const { &[#(#p::Text::new(#field_names)),*] }, #call))
}
