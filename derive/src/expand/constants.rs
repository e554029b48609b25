//! Laws about constants, which only the compiler can tell: assertions within `validate()`.
//!
//! ```text
//! const _: () = assert_at_most(Number::Int(LOW as i128), Number::Int(9), "`min_value` is greater than `max_value`: ..");
//! ```

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Expr, Type};

use super::{rules, spec};
use crate::input::rules::{Argument, PAIRS, Rule, Rules, Takes};
use crate::input::values::literal;
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::known::Known;
use crate::model::types::{self, Kind};

/// What is asserted of the constants of a class.
pub(super) fn assertions(class: &Class) -> TokenStream {
    let of_field = |field| {
        let asserter = Asserter { class, field };
        let limits = asserter.limits(&field.rules, Some(&field.ty));
        limits.into_iter().chain(asserter.default())
    };
    class.fields.iter().flat_map(of_field).collect()
}

struct Asserter<'a> {
    class: &'a Class,
    field: &'a Field,
}

impl Asserter<'_> {
    /// Limits are numbers, and leave room between them; also those of what lies within.
    fn limits(&self, rules: &Rules, ty: Option<&Type>) -> Vec<TokenStream> {
        let find = |key: &str| rules.all.iter().find(|rule| rule.row.key == key);
        let mut all: Vec<_> = rules.all.iter().filter_map(|rule| self.limit(rule, ty)).collect();
        for (low, high) in PAIRS {
            let (Some(low), Some(high)) = (find(low), find(high)) else { continue };
            all.extend(self.room(low, high, ty));
        }
        for rule in &rules.all {
            if let Argument::Rules(inner) = &rule.argument {
                all.extend(self.limits(inner, ty.and_then(|ty| types::part(ty, rule.row.key))));
            }
        }
        all
    }

    fn limit(&self, rule: &Rule, ty: Option<&Type>) -> Option<TokenStream> {
        let (p, key) = (&self.class.private, rule.row.key);
        let (Argument::Expr(limit), Takes::Number) = (&rule.argument, rule.row.takes) else { return None };
        let number = Some(limit).filter(|limit| literal(limit).is_none()).and_then(|limit| self.number(limit, ty))?;
        let assertion = match key {
            "multiple_of" => quote!(#p::assert_divisor(#number, "rule `multiple_of` takes a number greater than 0")),
            _ => {
                let text = format!("rule `{key}` takes a number, and not NaN");
                quote!(#p::assert_at_most(#number, #number, #text))
            }
        };
        Some(self.assertion(limit.span(), &assertion))
    }

    /// A lower limit above an upper one leaves no value.
    fn room(&self, low: &Rule, high: &Rule, ty: Option<&Type>) -> Option<TokenStream> {
        let p = &self.class.private;
        let (Argument::Expr(lower), Argument::Expr(upper)) = (&low.argument, &high.argument) else { return None };
        if literal(lower).is_some() && literal(upper).is_some() {
            return None;
        }
        let (min, max) = (self.limit_of(low, ty)?, self.limit_of(high, ty)?);
        let is_exclusive = [low, high].iter().any(|rule| rule.row.key.starts_with("exclusive"));
        let (assert, how) = match is_exclusive {
            true => (quote!(assert_less), "is not less than"),
            false => (quote!(assert_at_most), "is greater than"),
        };
        let text = format!("`{}` {how} `{}`: no value can obey both", low.row.key, high.row.key);
        let at = if literal(upper).is_none() { upper } else { lower };
        Some(self.assertion(at.span(), &quote!(#p::#assert(#min, #max, #text))))
    }

    /// The default obeys the rules of the field.
    fn default(&self) -> Vec<TokenStream> {
        let Some(known) = Known::of(self.field) else { return vec![] };
        let rules = self.field.rules.all.iter();
        rules.filter_map(|rule| self.obeys(rule, &known).map(|law| self.assertion(rule.key.span(), &law))).collect()
    }

    fn obeys(&self, rule: &Rule, known: &Known<'_>) -> Option<TokenStream> {
        let (p, ty, key) = (&self.class.private, Some(&self.field.ty), rule.row.key);
        let text = format!("the default breaks the field's own rule `{key}`");
        let is_constant = matches!(known, Known::Constant(_));
        let limit = match &rule.argument {
            Argument::Expr(limit) if is_constant || literal(limit).is_none() => self.limit_of(rule, ty),
            _ => None,
        };
        let number = || match known {
            Known::Literal(expr) => self.number(expr, ty),
            Known::Constant(expr) => self.number(expr, ty),
            Known::Empty => Some(quote!(#p::Number::Int(0))),
            Known::None => None,
        };
        let (assert, a, b) = match key {
            "min_length" => (quote!(assert_at_most), limit?, self.length(known)?),
            "max_length" => (quote!(assert_at_most), self.length(known)?, limit?),
            "min_items" | "min_properties" if matches!(known, Known::Empty) => {
                (quote!(assert_at_most), limit?, number()?)
            }
            "min_value" => (quote!(assert_at_most), limit?, number()?),
            "max_value" => (quote!(assert_at_most), number()?, limit?),
            "exclusive_min" => (quote!(assert_less), limit?, number()?),
            "exclusive_max" => (quote!(assert_less), number()?, limit?),
            "multiple_of" => (quote!(assert_multiple), number()?, limit?),
            "finite" if is_constant => {
                let number = number()?;
                return Some(quote!(#p::assert_finite(#number, #text)));
            }
            _ => return None,
        };
        Some(quote!(#p::#assert(#a, #b, #text)))
    }

    /// The length of a default that is text.
    fn length(&self, known: &Known<'_>) -> Option<TokenStream> {
        let p = &self.class.private;
        let is_text = types::plain_name(types::leaf(&self.field.ty)).is_some_and(|name| name == "str");
        let text = match known {
            Known::Literal(expr) if matches!(literal(expr), Some((syn::Lit::Str(_), _))) => quote!(#expr),
            Known::Constant(expr) if is_text => quote!(#expr),
            _ => return None,
        };
        let unit = rules::unit(&self.field.rules, p).unwrap_or_else(|| quote!(#p::Unit::Chars));
        Some(quote!(#p::length(#text, #unit)))
    }

    fn limit_of(&self, rule: &Rule, ty: Option<&Type>) -> Option<TokenStream> {
        let p = &self.class.private;
        match (&rule.argument, rule.row.takes) {
            (Argument::Expr(limit), Takes::Number) => self.number(limit, ty),
            (Argument::Expr(limit), Takes::Length | Takes::Count) => Some(quote!(#p::Number::Int((#limit) as i128))),
            _ => None,
        }
    }

    /// A number of the type, which is literally written.
    fn number(&self, number: &Expr, ty: Option<&Type>) -> Option<TokenStream> {
        let (p, leaf) = (&self.class.private, types::leaf(ty?));
        if literal(number).is_some() && spec::number(number).is_none() {
            return None;
        }
        match types::kind(leaf) {
            Kind::Int | Kind::Float => Some(rules::number(number, Some(leaf), p)),
            _ => None,
        }
    }

    /// Told when the class is compiled; in a generic one, or where it names `Self`, when it is used.
    fn assertion(&self, span: Span, law: &TokenStream) -> TokenStream {
        let span = span.resolved_at(Span::call_site());
        let law = rules::respanned(law.clone(), span);
        let lints = quote!(clippy::cast_lossless, clippy::unnecessary_cast, trivial_numeric_casts, unused_parens);
        match self.class.is_static() && !types::mentions(law.clone(), &|ident| ident == "Self") {
            true => quote_spanned!(span=> #[allow(#lints)] const _: () = #law;),
            false => quote_spanned!(span=> #[allow(#lints)] const { #law };),
        }
    }
}
