//! `validate()`: direct code, one call a rule; what a broken one says is looked up in the description.
//!
//! ```text
//! fn __validate(&self, report: &mut Report) {
//!     Validator::run(Self::__SPEC, report, |v| {
//!         v.field(0);
//!         v.min_length(0, 3, &self.name);
//!         v.field(1);
//!         v.items(&self.tags, |v, item| { v.part(0); v.max_length(0, 20, item); });
//!         v.field(2);
//!         v.within(Ty::<Address>::VALIDATE, &self.address);
//!     });
//! }
//! ```

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Ident, Type};

use super::{at, constants, known, rules, several};
use crate::input::rules::{Argument, Fits, Rule, Rules, Takes};
use crate::model::bounds::{Header, header};
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::types::Kind;
use crate::model::{names, types};

/// The functions of `FieldType` that check an instance.
pub(super) fn methods(class: &Class) -> TokenStream {
    if !class.is_checked() {
        return TokenStream::new();
    }
    let p = &class.private;
    let (v, assertions, constants) = (names::ident("v"), assertions(class), constants::assertions(class));
    let walk = match class.options.serde {
        true => {
            let fields = asked(class).map(|field| {
                let ident = &field.ident;
                quote_spanned!(at(field)=> #p::Some(&self.#ident))
            });
            quote!(Self::__rules(#v, #v.start(), true, #(#fields),*))
        }
        false => walk(class, false),
    };
    let allow_closures = rules::allow_closures(class);
    quote! {
        const __VALIDATED: bool = true;
        #[inline]
        #allow_closures
        fn __validate(&self, report: &mut #p::Report) {
            #assertions
            #constants
            #p::Validator::run(<Self as #p::Dataclass>::__SPEC, report, |#v| { #walk });
        }
    }
}

/// Does a class that is read from data have rules for what may have no value yet?
pub(super) fn needs_parts(class: &Class) -> bool {
    class.options.serde && class.is_checked()
}

/// All rules, for an instance as well as for fields of which some could not be read.
pub(super) fn parts(class: &Class) -> TokenStream {
    let p = &class.private;
    let Header { allow, generics, ty, clause } = header(class, &quote!(#p::FieldType), &class.fields);
    let (v, start, deep) = (names::ident("v"), names::ident("start"), names::ident("deep"));
    let fields = asked(class).map(|field| {
        let (ident, ty) = (&field.ident, &field.ty);
        quote!(#ident: #p::Option<&#ty>)
    });
    let (walk, allow_closures, allows) = (walk(class, true), rules::allow_closures(class), super::allows(class));
    quote! {
        #allow
        #allows
        #allow_closures
        impl #generics #ty #clause {
            #[doc(hidden)]
            #[allow(unused_variables, clippy::too_many_arguments)]
            #[inline]
            fn __rules(#v: &mut #p::Validator<'_>, #start: usize, #deep: bool, #(#fields),*) { #walk }
        }
    }
}

/// The fields that something is asked of: each parameter costs the compiler, used or not.
pub(super) fn asked(class: &Class) -> impl Iterator<Item = &Field> {
    let rules = class.fields.iter().flat_map(|field| &field.rules.all);
    let mut looked_at: Vec<usize> = rules.filter_map(|rule| class.position(other_field(rule)?)).collect();
    looked_at.extend(several::all(class).flat_map(|several| several.fields));
    class.fields.iter().enumerate().filter_map(move |(i, field)| {
        let has_own = field.required || !field.rules.all.is_empty() || !types::is_known(&field.ty);
        (has_own || looked_at.contains(&i)).then_some(field)
    })
}

/// The field that a rule looks at beside its own.
fn other_field(rule: &Rule) -> Option<&Ident> {
    match (&rule.argument, rule.row.takes) {
        (Argument::Name(name), Takes::Field) => Some(name),
        _ => None,
    }
}

/// All rules of all fields, and then those about several.
fn walk(class: &Class, is_read: bool) -> TokenStream {
    let fields = class.fields.iter().enumerate().map(|(i, field)| Walk { class, field, is_read }.field(i));
    let several = all_several(class, is_read);
    let (v, start) = (names::ident("v"), names::ident("start"));
    let start = (!is_read && !several.is_empty()).then(|| quote!(let #start = #v.start();));
    quote!(#start #(#fields)* #several)
}

/// What is said of several fields.
fn all_several(class: &Class, is_read: bool) -> TokenStream {
    let p = &class.private;
    // Where a macro wrote the class, the function may stand in other code than ours.
    let this = quote!(self);
    let all = several::all(class).map(|several| match is_read {
        true => {
            let idents: Vec<_> =
                several.fields.iter().filter_map(|i| class.fields.get(*i)).map(|field| &field.ident).collect();
            let call = several.call(class, |field| field.ident.to_token_stream());
            quote!(if let (#(#p::Some(#idents),)*) = (#(#idents,)*) { #call })
        }
        false => several.call(class, |field| of(&this, field)),
    });
    all.collect()
}

/// A reference to a field of an instance.
fn of(this: &TokenStream, field: &Field) -> TokenStream {
    let ident = &field.ident;
    quote!(&#this.#ident)
}

/// What is said of several fields of which this is one: the positions of all, and the call.
pub(super) fn several_with(class: &Class, field: &Field) -> Vec<(Vec<usize>, TokenStream)> {
    let this = quote!(self);
    let with = several::all(class).filter(|several| several.fields.contains(&class.place(&field.name)));
    with.map(|several| (several.fields.clone(), several.call(class, |field| of(&this, field)))).collect()
}

/// The rules of other fields that look at this one.
pub(super) fn rules_of_others(class: &Class, field: &Field) -> TokenStream {
    let v = names::ident("v");
    let others = class.fields.iter().enumerate().map(|(at, other)| {
        let looks = |rule: &&Rule| other_field(rule).is_some_and(|name| name.unraw() == field.name);
        let (ident, walk) = (&other.ident, Walk { class, field: other, is_read: false });
        let rules = other.rules.all.iter().enumerate().filter(|(_, rule)| looks(rule));
        let rules: TokenStream =
            rules.map(|(i, rule)| walk.rule(i, &other.rules, rule, &quote!(&self.#ident), Some(&other.ty))).collect();
        let at = Literal::usize_unsuffixed(at);
        (!rules.is_empty()).then(|| quote!(#v.field(#at); #rules))
    });
    others.flatten().collect()
}

/// A field that is walked through.
#[derive(Clone, Copy)]
pub(super) struct Walk<'a> {
    pub(super) class: &'a Class,
    pub(super) field: &'a Field,
    /// Are fields variables that may have no value? Then what lies within them may be checked already.
    pub(super) is_read: bool,
}

impl Walk<'_> {
    pub(super) fn field(self, index: usize) -> TokenStream {
        let (v, ident) = (names::ident("v"), &self.field.ident);
        let value = match self.is_read {
            true => quote!(#ident),
            false => quote_spanned!(at(self.field)=> &self.#ident),
        };
        let rules = self.rules(&self.field.rules, &value, Some(&self.field.ty));
        if rules.is_empty() && !self.field.required {
            return rules;
        }
        let (p, index) = (&self.class.private, Literal::usize_unsuffixed(index));
        let rules = match self.field.required {
            true => {
                let is_none = self.is_none(&value, &self.field.ty);
                quote!(#v.field(#index); if #v.required(#is_none) { #rules })
            }
            false => quote!(#v.field(#index); #rules),
        };
        match self.is_read {
            true => quote!(if let #p::Some(#ident) = #ident { #rules }),
            false => rules,
        }
    }

    /// All rules for a value, and then what lies within.
    fn rules(self, rules: &Rules, value: &TokenStream, ty: Option<&Type>) -> TokenStream {
        let own = self.own_rules(rules, value, ty);
        let within = self.within(rules, value, ty);
        if within.is_empty() || !self.is_read {
            return quote!(#own #within);
        }
        let deep = names::ident("deep");
        quote!(#own if #deep { #within })
    }

    /// All rules for a value itself.
    pub(super) fn own_rules(self, rules: &Rules, value: &TokenStream, ty: Option<&Type>) -> TokenStream {
        rules.all.iter().enumerate().map(|(i, rule)| self.rule(i, rules, rule, value, ty)).collect()
    }

    fn rule(self, i: usize, rules: &Rules, rule: &Rule, value: &TokenStream, ty: Option<&Type>) -> TokenStream {
        let (p, v, i) = (&self.class.private, names::ident("v"), Literal::usize_unsuffixed(i));
        match (&rule.argument, rule.row.takes) {
            (Argument::Rules(_), _) => TokenStream::new(),
            (Argument::Expr(function), Takes::Check) => {
                let inner = names::ident("inner");
                match ty.and_then(|ty| types::argument_of(ty, "Option")) {
                    Some(_) => {
                        let call = rules::outcome(function, &quote!(#inner), p);
                        quote!(if let #p::Some(#inner) = #value { #v.check(#i, #call); })
                    }
                    None => {
                        let call = rules::outcome(function, value, p);
                        quote!(#v.check(#i, #call);)
                    }
                }
            }
            (Argument::Name(other), Takes::Field) => {
                let found = self.class.position(other).and_then(|other| self.class.fields.get(other));
                let Some(found) = found else { return TokenStream::new() };
                let name = &found.ident;
                match self.is_read {
                    true => {
                        let call = self.beside(&i, rule, value, (found, &quote!(#name)));
                        quote!(if let #p::Some(#name) = #name { #call })
                    }
                    false => self.beside(&i, rule, value, (found, &quote!(&self.#name))),
                }
            }
            (Argument::Expr(_), Takes::Count) if is_foreign_list(ty) => {
                let (constraint, leaf) = (rules::reference(self.class, rules, rule, ty), self.leaf_of(value, ty));
                quote!(#v.count(#i, #constraint, #p::Option::map(#leaf, |inner| inner.len()));)
            }
            (Argument::Text(pattern), Takes::Pattern) => quote!(#p::if_regex! {{
                static PATTERN: #p::LazyPattern = #p::LazyPattern::new(#pattern);
                #v.rule(#i, &PATTERN, #value);
            }}),
            _ => {
                let constraint = || rules::reference(self.class, rules, rule, ty);
                let call = match ty.filter(|ty| types::kind(ty) == Kind::Unknown) {
                    Some(ty) => {
                        let (constraint, view) = (constraint(), known(p, ty, "VIEW"));
                        quote!(#v.rule_of(#i, #constraint, #view, #value);)
                    }
                    None => match rules::method(self.class, rules, rule, ty) {
                        Some((method, limit)) => quote!(#v.#method(#i, #limit, #value);),
                        None => {
                            let constraint = constraint();
                            quote!(#v.rule(#i, #constraint, #value);)
                        }
                    },
                };
                match rules::feature(rule) {
                    Some(feature) => {
                        let gate = format_ident!("if_{feature}");
                        quote!(#p::#gate! { #call })
                    }
                    None => call,
                }
            }
        }
    }

    /// A rule that looks at another field, of which the value is given too.
    fn beside(self, i: &Literal, rule: &Rule, value: &TokenStream, other: (&Field, &TokenStream)) -> TokenStream {
        let (p, v, ty) = (&self.class.private, names::ident("v"), &self.field.ty);
        let (field, other) = other;
        let span = match &rule.argument {
            Argument::Name(name) => name.span(),
            _ => rule.key.span(),
        };
        if rule.row.key == "required_with" {
            let (is_none, is_other_none) = (self.is_none(value, ty), self.is_none(other, &field.ty));
            return quote!(#v.required_with(#i, #is_none, #is_other_none););
        }
        let is_same = ty.to_token_stream().to_string() == field.ty.to_token_stream().to_string();
        let given = |value: &TokenStream, ty: &Type| match is_same {
            true => {
                let is_none = known(p, ty, "IS_NONE");
                quote!(#p::given(#value, #is_none))
            }
            false => self.leaf_of(value, Some(ty)),
        };
        let (value, other) = (given(value, ty), given(other, &field.ty));
        // The compiler is to complain of the name of the other.
        rules::respanned_within(quote!(#v.matches(#i, #value, #other);), span)
    }

    /// Is the value `None`? A foreign type is looked into where it is literally written as an `Option`.
    fn is_none(self, value: &TokenStream, ty: &Type) -> TokenStream {
        let p = &self.class.private;
        match types::argument_of(ty, "Option") {
            Some(_) => quote!(#p::Option::is_none(#value)),
            None => {
                let is_none = known(p, ty, "IS_NONE");
                quote!((#is_none)(#value))
            }
        }
    }

    /// What the options and pointers around a value hold, if there is something.
    fn leaf_of(self, value: &TokenStream, ty: Option<&Type>) -> TokenStream {
        let p = &self.class.private;
        let mut leaf = quote!(#p::Some(#value));
        for layer in ty.map(types::layers).unwrap_or_default() {
            leaf = match layer {
                types::Layer::Option => quote!(#p::Option::and_then(#leaf, #p::Option::as_ref)),
                types::Layer::Pointer => quote!(#p::Option::map(#leaf, |inner| &**inner)),
            };
        }
        leaf
    }

    /// Items, entries, instances of classes.
    fn within(self, rules: &Rules, value: &TokenStream, ty: Option<&Type>) -> TokenStream {
        let (p, v) = (&self.class.private, names::ident("v"));
        let find = |key: &str| {
            let found = rules.all.iter().enumerate().find(|(_, rule)| rule.row.key == key);
            found.and_then(|(i, rule)| match &rule.argument {
                Argument::Rules(inner) => Some((i, inner)),
                _ => None,
            })
        };
        let part = |key: &str, variable: &str| {
            let variable = names::ident(variable);
            let part_type = ty.and_then(|ty| types::part(ty, key));
            match find(key) {
                Some((i, inner)) => {
                    let (i, rules) = (Literal::usize_unsuffixed(i), self.rules(inner, &quote!(#variable), part_type));
                    quote!(#v.part(#i); #rules)
                }
                None => self.within(&Rules::default(), &quote!(#variable), part_type),
            }
        };
        let (item, key, inner) = (names::ident("item"), names::ident("key"), names::ident("inner"));
        if find("items").is_some() {
            let rules = part("items", "item");
            return quote!(#v.items(#value, |#v, #item| { #rules }););
        }
        if find("keys").is_some() || find("values").is_some() {
            let (keys, values) = (part("keys", "key"), part("values", "inner"));
            let keys = (!keys.is_empty()).then(|| quote!(#v.key(|#v| { #keys });));
            return quote!(#v.entries(#value, |#v, #key, #inner| { let _ = (#key, #inner); #keys #values }););
        }
        match ty {
            Some(ty) if !types::is_known(ty) => {
                let validate = known(p, ty, "VALIDATE");
                quote_spanned!(ty.span()=> #v.within(#validate, #value);)
            }
            _ => TokenStream::new(),
        }
    }
}

/// Is it a list or set whose items may be foreign?
fn is_foreign_list(ty: Option<&Type>) -> bool {
    ty.is_some_and(|ty| types::kind(ty) == Kind::Items && !types::is_known(ty))
}

/// What the macro cannot tell of a type, the compiler can: that a rule has a meaning for it.
fn assertions(class: &Class) -> TokenStream {
    let p = &class.private;
    let unknown = class.fields.iter().filter(|field| types::kind(&field.ty) == Kind::Unknown);
    let rules = unknown.flat_map(|field| field.rules.all.iter().map(move |rule| (field, rule)));
    let assertions = rules.filter(|(_, rule)| rule.row.fits != Fits::Any).map(|(field, rule)| {
        let (ty, key) = (&field.ty, rule.row.key);
        let name = format_ident!("{}", rule.row.rule);
        let text = format!("rule `{key}` does not fit the type of field '{}'", field.name);
        let span = rule.key.span().resolved_at(Span::call_site());
        // The whole expression is to stand there.
        let p = Ident::new(&p.to_string(), span);
        let fit = known(&p, ty, "FIT");
        let assertion = quote_spanned!(span=> #p::assert_fits(#fit, <#p::#name as #p::Constraint>::FITS, #text));
        match class.is_static() {
            true => quote_spanned!(span=> const _: () = #assertion;),
            false => quote_spanned!(span=> const { #assertion };),
        }
    });
    assertions.collect()
}
