//! The description of a field, as an expression within the table of all.
//!
//! ```text
//! const __RULES: RuleTable = &[&[rule::min_length(3)]];
//! const __BODIES: Bodies = &[ruled::<Self>(0, Ty::<String>::TYPE).with_doc(Text::new("What it is called."))];
//! const __HEAD: Head = (.., &[described::<Self>(0, "name"), field::<f64>("size")]);
//! ```

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::{Expr, Ident, Lit, LitInt, Type};

use super::{init, known, rules, transform};
use crate::input::values::literal;
use crate::model::class::{Class, InitVar};
use crate::model::default::{Computed, Default};
use crate::model::field::Field;
use crate::model::{names, text, types};

/// The descriptions of the fields of a class, in tables of what they are made of.
///
/// What is in a table is fetched by its place, in a function: what a constant names, the compiler evaluates in each check
/// of the user's crate, but not what a function does.
pub(super) struct Descriptions<'a> {
    class: &'a Class,
    /// A list for each field that has rules.
    rules: Vec<TokenStream>,
    /// One for each field of which more is said than its type.
    bodies: Vec<TokenStream>,
    /// Do the bodies ask what is known of a type, or the descriptions since the last table?
    bodies_ask: bool,
    asks: bool,
}

impl<'a> Descriptions<'a> {
    pub(super) fn new(class: &'a Class) -> Self {
        Self { class, rules: vec![], bodies: vec![], bodies_ask: false, asks: false }
    }

    /// The description of a field.
    pub(super) fn field(&mut self, field: &Field) -> TokenStream {
        let (class, p) = (self.class, &self.class.private);
        let (name, ty) = (&field.name, &field.ty);
        let flags = with_flags(class, field);
        let rules = rules::table(class, &field.rules, Some(&field.ty));
        let transforms = transform::with_transforms(class, field);
        let key = field.key.as_ref().map(|key| quote!(.with_key(#p::Text::new(#key))));
        let doc = (!field.doc.is_empty()).then_some(&field.doc).map(|doc| quote!(.with_doc(#p::Text::new(#doc))));
        let (aliases, metadata) = (with_aliases(field, p), with_metadata(field, p));
        let more = quote!(#transforms #key #doc #aliases #metadata);
        // The most usual default is said in one with the field.
        if let Some(integer) = field.default.as_ref().and_then(|default| integer_of(default, ty))
            && types::is_primitive(ty)
            && rules.is_empty()
            && more.is_empty()
        {
            return quote!(#p::field_or::<#ty, #integer>(#name) #flags);
        }
        let default = field.default.as_ref();
        let default = default.map(|default| defaulted(default, ty, || maker(class, field, default), p));
        let described = self.described(name, (ty, &field.written), &rules, &more);
        match (default, flags) {
            (None, None) => described,
            (default, flags) => quote!(#described #default #flags),
        }
    }

    /// The description of an argument that is no field.
    pub(super) fn init_var(&mut self, var: &InitVar) -> TokenStream {
        let nothing = TokenStream::new();
        let described = self.described(&var.name, (&var.ty, &var.written), &nothing, &nothing);
        let p = &self.class.private;
        let default = var.default.as_ref().map(|default| defaulted(default, &var.ty, || None, p));
        let flags = var.kw_only.then(|| quote!(.with_flags(#p::Flags::DEFAULT.with(#p::Flags::KW_ONLY))));
        quote!(#described #default #flags)
    }

    /// A name with its type, and what `more` says. A type that depends on a parameter can be anything, since all
    /// instantiations share one description.
    ///
    /// Where there is no more, fields of a type share what is said of them.
    fn described(
        &mut self,
        name: &str,
        (ty, written): (&Type, &Type),
        rules: &TokenStream,
        more: &TokenStream,
    ) -> TokenStream {
        let p = &self.class.private;
        let depends = types::mentions_param(ty, &self.class.generics);
        let opaque =
            (!depends && !types::is_known(ty)).then(|| text::of_name(written)).map(|name| quote!(.or_opaque(#name)));
        if rules.is_empty() && more.is_empty() && opaque.is_none() {
            return match (types::is_primitive(ty), depends) {
                (true, _) => quote!(#p::field::<#ty>(#name)),
                (false, true) => quote!(#p::of(#p::FieldBody::ANY, #name)),
                (false, false) => {
                    self.asks = true;
                    quote!(#p::of(#p::Ty::<#ty>::BODY, #name))
                }
            };
        }
        let ty = if depends { quote!(#p::TypeSpec::Any) } else { quote!(#p::Ty::<#ty>::TYPE #opaque) };
        self.bodies_ask |= !depends;
        let body = match rules.is_empty() {
            true => quote!(#ty.body()),
            false => {
                let place = next_place(&self.rules);
                self.rules.push(quote!(&[#rules]));
                quote!(#p::ruled::<Self>(#place, #ty))
            }
        };
        let place = next_place(&self.bodies);
        self.bodies.push(quote!(#body #more));
        quote!(#p::described::<Self>(#place, #name))
    }

    /// A constant that has the descriptions since the last one.
    pub(super) fn constant(&mut self, name: &str, of: &str, value: &TokenStream) -> TokenStream {
        constant(name, of, std::mem::take(&mut self.asks), value, &self.class.private)
    }

    /// The tables of what descriptions are made of.
    pub(super) fn tables(&self) -> TokenStream {
        let (Self { rules, bodies, .. }, p) = (self, &self.class.private);
        let rules = (!rules.is_empty()).then(|| constant("__RULES", "RuleTable", false, &quote!(&[#(#rules),*]), p));
        let bodies =
            (!bodies.is_empty()).then(|| constant("__BODIES", "Bodies", self.bodies_ask, &quote!(&[#(#bodies),*]), p));
        quote!(#rules #bodies)
    }
}

/// A constant, in which it may be asked what is known of a type.
fn constant(name: &str, of: &str, asks: bool, value: &TokenStream, p: &Ident) -> TokenStream {
    let (name, of) = (names::ident(name), names::ident(of));
    match asks {
        true => quote!(const #name: #p::#of = { use #p::Unknown as _; #value };),
        false => quote!(const #name: #p::#of = #value;),
    }
}

/// The place of a row that is yet to come.
fn next_place(rows: &[TokenStream]) -> Literal {
    Literal::usize_unsuffixed(rows.len())
}

fn defaulted(default: &Default, ty: &Type, maker: impl Fn() -> Option<TokenStream>, p: &Ident) -> TokenStream {
    if let Some(value) = integer_of(default, ty) {
        return quote!(.defaulted(#p::int::<#value>()));
    }
    let value = match default {
        Default::OfType => literal_of_type(ty, p),
        Default::None => Some(quote!(#p::Literal::None)),
        Default::Literal(expr) => literal_spec(expr, p),
        Default::Computed(computed) => none_spec(computed, ty, p),
    };
    if let Some(literal) = value {
        return quote!(.defaulted(&#p::DefaultSpec::Value(#literal)));
    }
    match (default_text(default), maker()) {
        (text, Some(maker)) => quote!(.defaulted(const { &#p::DefaultSpec::compiled(#text, || #maker) })),
        (text, None) => quote!(.defaulted(const { &#p::DefaultSpec::factory(#p::Text::new(#text)) })),
    }
}

/// The integer that is the default.
fn integer_of(default: &Default, ty: &Type) -> Option<TokenStream> {
    match default {
        Default::OfType => types::is_integer(ty).then(|| quote!(0)),
        Default::Literal(expr) => match literal(expr)? {
            (Lit::Int(int), negated) if !is_float(int) => integer(int, negated),
            _ => None,
        },
        Default::None | Default::Computed(_) => None,
    }
}

/// What makes the default for rules that look at it from outside, unless it needs the fields before it.
fn maker(class: &Class, field: &Field, default: &Default) -> Option<TokenStream> {
    let (p, ty) = (&class.private, &field.ty);
    if !default.reads().is_empty() || !class.is_static() || class.generics.const_params().next().is_some() {
        return None;
    }
    let value = init::default_value(class, &field.name, default, field.into, &[]);
    let to_value = known(p, ty, "TO_VALUE");
    Some(quote!(#p::made(#to_value, #value)))
}

/// `None` where it surely is that of an `Option`.
fn none_spec(computed: &Computed, ty: &Type, p: &Ident) -> Option<TokenStream> {
    let of_type = computed.is_none().then(|| types::argument_of(ty, "Option"))?;
    of_type.map(|_| quote!(#p::Literal::None))
}

/// A default as it is shown in a signature.
pub(super) fn default_text(default: &Default) -> String {
    match default {
        Default::OfType => "Default::default()".to_owned(),
        Default::None => "None".to_owned(),
        Default::Literal(expr) => text::of_expr(expr),
        Default::Computed(computed) => computed.text(),
    }
}

/// The `Default` of the types that everybody knows.
fn literal_of_type(ty: &Type, p: &Ident) -> Option<TokenStream> {
    if types::is_bool(ty) {
        Some(quote!(#p::Literal::Bool(false)))
    } else if types::is_integer(ty) {
        Some(quote!(#p::Literal::Int(0)))
    } else if types::is_float(ty) {
        Some(quote!(#p::Literal::Float(0.0)))
    } else if types::is_string(ty) {
        Some(quote!(#p::Literal::Str(#p::Text::Static(""))))
    } else {
        types::argument_of(ty, "Option").map(|_| quote!(#p::Literal::None))
    }
}

/// A literal of a description; `None` for those that Python has no counterpart for.
pub(super) fn literal_spec(expr: &Expr, p: &Ident) -> Option<TokenStream> {
    let (lit, _) = literal(expr)?;
    match lit {
        Lit::Bool(value) => Some(quote!(#p::Literal::Bool(#value))),
        Lit::Int(_) | Lit::Float(_) => number(expr).map(|number| quote!(#p::#number)),
        Lit::Str(text) => Some(quote!(#p::Literal::Str(#p::Text::Static(#text)))),
        Lit::Char(c) => {
            let text = c.value().to_string();
            Some(quote!(#p::Literal::Str(#p::Text::Static(#text))))
        }
        Lit::Byte(byte) => {
            let value = i128::from(byte.value());
            Some(quote!(#p::Literal::Int(#value)))
        }
        _ => None,
    }
}

/// A number as `Int(1)` or `Float(1.0)`, of whatever enum has these.
pub(super) fn number(expr: &Expr) -> Option<TokenStream> {
    match literal(expr)? {
        (Lit::Int(int), negated) if is_float(int) => float(int.base10_digits(), negated),
        (Lit::Int(int), negated) => integer(int, negated).map(|value| quote!(Int(#value))),
        (Lit::Float(float_lit), negated) => float(float_lit.base10_digits(), negated),
        _ => None,
    }
}

/// Is it a float in spite of how it is written: `1f64`?
fn is_float(int: &LitInt) -> bool {
    matches!(int.suffix(), "f32" | "f64")
}

fn integer(int: &LitInt, negated: bool) -> Option<TokenStream> {
    let value: i128 = format!("{}{}", if negated { "-" } else { "" }, int.base10_digits()).parse().ok()?;
    let value = Literal::i128_unsuffixed(value.checked_abs()?);
    let sign = negated.then(|| quote!(-));
    Some(quote!(#sign #value))
}

fn float(digits: &str, negated: bool) -> Option<TokenStream> {
    let value: f64 = digits.parse().ok().filter(|value: &f64| value.is_finite())?;
    let value = Literal::f64_unsuffixed(value);
    let sign = negated.then(|| quote!(-));
    Some(quote!(Float(#sign #value)))
}

fn with_flags(class: &Class, field: &Field) -> Option<TokenStream> {
    let p = &class.private;
    let with: [(bool, &str); 7] = [
        (field.required, "REQUIRED"),
        (field.present, "PRESENT"),
        (field.strict, "STRICT"),
        (field.kw_only, "KW_ONLY"),
        (field.primary_key, "PRIMARY_KEY"),
        (field.secret, "SECRET"),
        // Where rules always hold, fields have to be private, and `set` sees to it that they do.
        (field.private && !class.options.validate, "PRIVATE"),
    ];
    let without: [(bool, &str); 3] =
        [(!field.init, "INIT"), (field.repr.is_hidden(), "REPR"), (!field.compare, "COMPARE")];
    let no_hash = (!field.hash, "NO_HASH");
    let flag = |name: &str| {
        let name = Ident::new(name, proc_macro2::Span::mixed_site());
        quote!(#p::Flags::#name)
    };
    let with = with.into_iter().chain([no_hash]).filter(|(on, _)| *on).map(|(_, name)| {
        let flag = flag(name);
        quote!(.with(#flag))
    });
    let without = without.into_iter().filter(|(on, _)| *on).map(|(_, name)| {
        let flag = flag(name);
        quote!(.without(#flag))
    });
    let changes = with.chain(without).collect::<TokenStream>();
    (!changes.is_empty()).then(|| quote!(.with_flags(#p::Flags::DEFAULT #changes)))
}

/// A list is a constant block of its own: what is borrowed within a call does not live long enough.
fn with_aliases(field: &Field, p: &Ident) -> Option<TokenStream> {
    let aliases = &field.aliases;
    (!aliases.is_empty()).then(|| quote!(.with_aliases(#p::List::new(const { &[#(#p::Text::new(#aliases)),*] }))))
}

fn with_metadata(field: &Field, p: &Ident) -> Option<TokenStream> {
    let entries: Vec<_> = field
        .metadata
        .iter()
        .filter_map(|(key, value)| {
            let (key, value) = (syn::ext::IdentExt::unraw(key).to_string(), literal_spec(value, p)?);
            Some(quote!((#p::Text::new(#key), #value)))
        })
        .collect();
    (!entries.is_empty()).then(|| quote!(.with_metadata(#p::List::new(const { &[#(#entries),*] }))))
}
