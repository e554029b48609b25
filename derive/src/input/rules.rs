//! The rules: what may be written, a row each.

use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, LitStr, Token};

use super::field::FieldOptions;
use super::options::{Options as _, behind_equals, in_parentheses, no_arguments};
use super::values::literal;
use crate::diagnostics::{with_help, with_suggestion};
use crate::model::names;

/// A rule that there is.
pub(crate) struct Row {
    /// Its key, which is also its code.
    pub(crate) key: &'static str,
    /// The type of the runtime that knows it.
    pub(crate) rule: &'static str,
    pub(crate) takes: Takes,
    pub(crate) fits: Fits,
    /// May it be given several times?
    pub(crate) repeats: bool,
}

/// What a rule takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    Nothing,
    /// A length, counted in a unit.
    Length,
    /// A number of items or entries.
    Count,
    Number,
    Text,
    Pattern,
    Format,
    Literal,
    Literals,
    /// Rules for what lies within.
    Rules,
    /// Another field.
    Field,
    /// A function.
    Check,
}

/// The types that a rule has a meaning for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fits {
    Text,
    Number,
    Items,
    Dict,
    Literal,
    Any,
}

macro_rules! rows {
    ($($key:literal $rule:ident($takes:ident) $fits:ident $($repeats:ident)?;)*) => {
        /// All rules.
        pub(crate) const ROWS: &[Row] = &[$(Row {
            key: $key,
            rule: stringify!($rule),
            takes: Takes::$takes,
            fits: Fits::$fits,
            repeats: !<[&str]>::is_empty(&[$(stringify!($repeats))?]),
        },)*];
    };
}

rows! {
    "min_length" MinLength(Length) Text;
    "max_length" MaxLength(Length) Text;
    "min_items" MinItems(Count) Items;
    "max_items" MaxItems(Count) Items;
    "unique_items" UniqueItems(Nothing) Items;
    "min_properties" MinProperties(Count) Dict;
    "max_properties" MaxProperties(Count) Dict;
    "min_value" MinValue(Number) Number;
    "max_value" MaxValue(Number) Number;
    "exclusive_min" ExclusiveMin(Number) Number;
    "exclusive_max" ExclusiveMax(Number) Number;
    "multiple_of" MultipleOf(Number) Number repeats;
    "finite" Finite(Nothing) Number;
    "pattern" Pattern(Pattern) Text repeats;
    "format" Format(Format) Text;
    "starts_with" StartsWith(Text) Text;
    "ends_with" EndsWith(Text) Text;
    "contains" Contains(Text) Text repeats;
    "not_contains" NotContains(Text) Text repeats;
    "ascii" Ascii(Nothing) Text;
    "alphanumeric" Alphanumeric(Nothing) Text;
    "lowercase" Lowercase(Nothing) Text;
    "uppercase" Uppercase(Nothing) Text;
    "one_of" OneOf(Literals) Literal;
    "equals" Equals(Literal) Literal;
    "items" Items(Rules) Items;
    "keys" Keys(Rules) Dict;
    "values" Values(Rules) Dict;
    "matches" Matches(Field) Any;
    "required_with" RequiredWith(Field) Any;
    "check" Check(Check) Any repeats;
}

/// A lower limit and an upper one of the same quantity.
pub(crate) const PAIRS: [(&str, &str); 7] = [
    ("min_length", "max_length"),
    ("min_items", "max_items"),
    ("min_properties", "max_properties"),
    ("min_value", "max_value"),
    ("min_value", "exclusive_max"),
    ("exclusive_min", "max_value"),
    ("exclusive_min", "exclusive_max"),
];

/// The keywords of all rules, and what can be said of them.
pub(crate) const fn keys() -> [&'static str; ROWS.len() + 2] {
    let mut keys = ["unit"; ROWS.len() + 2];
    keys[1] = "message";
    let mut i = 0;
    while i < ROWS.len() {
        keys[i + 2] = ROWS[i].key;
        i += 1;
    }
    keys
}

/// The names of all formats, and the feature that one needs.
pub(crate) const FORMATS: &[(&str, Option<&str>)] = &[
    ("email", None),
    ("html_email", None),
    ("url", Some("url")),
    ("uri", None),
    ("ipv4", None),
    ("ipv6", None),
    ("ip", None),
    ("uuid", None),
    ("date", None),
    ("time", None),
    ("date_time", None),
    ("duration", None),
    ("hostname", None),
    ("json_pointer", None),
    ("regex", Some("regex")),
];

/// What lengths are counted in.
pub(crate) const UNITS: &[&str] = &["chars", "bytes", "utf16"];

/// The rules of a field, or of what lies within one.
#[derive(Clone, Default)]
pub(crate) struct Rules {
    /// In written order.
    pub(crate) all: Vec<Rule>,
    pub(crate) unit: Option<Ident>,
}

/// A rule as written.
#[derive(Clone)]
pub(crate) struct Rule {
    pub(crate) key: Ident,
    pub(crate) row: &'static Row,
    pub(crate) argument: Argument,
    /// Its own text.
    pub(crate) message: Option<LitStr>,
}

/// What a rule was given.
#[derive(Clone)]
pub(crate) enum Argument {
    Nothing,
    /// A length, a count, a number, a literal, a text: a literal or a constant; or a function.
    Expr(Expr),
    Literals(Vec<Expr>),
    Text(LitStr),
    /// A format, or another field.
    Name(Ident),
    Rules(Rules),
}

impl Rules {
    /// Reads what follows a keyword, if that is one of a rule; true if it is the first of its kind.
    pub(crate) fn read(&mut self, key: &Ident, input: ParseStream<'_>) -> Option<syn::Result<bool>> {
        let name = key.unraw().to_string();
        match name.as_str() {
            "unit" => return Some(self.read_unit(key, input)),
            "message" => return Some(self.read_message(key, input)),
            _ => {}
        }
        let row = ROWS.iter().find(|row| row.key == name)?;
        let once = row.repeats || self.all.iter().all(|rule| rule.row.key != row.key);
        Some(Argument::read(key, row.takes, input).map(|argument| {
            self.all.push(Rule { key: key.clone(), row, argument, message: None });
            once
        }))
    }

    /// Is there a check like this, among these rules or those for what lies within?
    pub(crate) fn any_check(&self, is_it: &dyn Fn(&Expr) -> bool) -> bool {
        self.all.iter().any(|rule| match (&rule.argument, rule.row.takes) {
            (Argument::Expr(function), Takes::Check) => is_it(function),
            (Argument::Rules(inner), _) => inner.any_check(is_it),
            _ => false,
        })
    }

    fn read_unit(&mut self, key: &Ident, input: ParseStream<'_>) -> syn::Result<bool> {
        let unit: Ident = behind_equals(key, " = chars`, `unit = bytes` or `unit = utf16", input)?;
        let name = unit.to_string();
        if !UNITS.contains(&name.as_str()) {
            let message = format!("unknown unit `{name}`");
            return Err(syn::Error::new(
                unit.span(),
                format!("{message}\nhelp: there are `chars`, `bytes` and `utf16`"),
            ));
        }
        Ok(self.unit.replace(unit).is_none())
    }

    /// The text of the rule before it.
    fn read_message(&mut self, key: &Ident, input: ParseStream<'_>) -> syn::Result<bool> {
        let text = behind_equals(key, " = \"..\"", input)?;
        match self.all.last_mut() {
            Some(rule) if rule.row.takes == Takes::Rules => {
                let message = format!("rule `{}` has no text of its own", rule.row.key);
                let help =
                    format!("write it behind the rule within: `{}(min_length = 1, message = \"..\")`", rule.row.key);
                Err(syn::Error::new(key.span(), with_help(message, help)))
            }
            Some(rule) => Ok(rule.message.replace(text).is_none()),
            None => Err(syn::Error::new(
                key.span(),
                "`message` stands behind the rule whose text it is\nhelp: write the rule first: `min_length = 3, message = \"..\"`; `required` has no text of its own",
            )),
        }
    }
}

impl Argument {
    fn read(key: &Ident, takes: Takes, input: ParseStream<'_>) -> syn::Result<Self> {
        match takes {
            Takes::Nothing => {
                if input.peek(Token![=]) {
                    return Err(syn::Error::new(key.span(), format!("rule `{key}` takes no value")));
                }
                no_arguments(key, input).map(|()| Self::Nothing)
            }
            Takes::Length | Takes::Count => behind_equals(key, " = 3", input).map(Self::Expr),
            Takes::Number => behind_equals(key, " = 0", input).map(Self::Expr),
            Takes::Check => behind_equals(key, " = path", input).map(Self::Expr),
            Takes::Text => behind_equals(key, " = \"..\"", input).map(Self::Text),
            Takes::Pattern => behind_equals(key, " = \"^[a-z]+$\"", input).map(Self::Text),
            Takes::Format => read_format(key, input),
            Takes::Field => behind_equals(key, " = other_field", input).map(|field: AnyIdent| Self::Name(field.0)),
            Takes::Literal => {
                let value: Expr = behind_equals(key, " = literal", input)?;
                literal(&value).ok_or_else(|| not_literal(&value))?;
                Ok(Self::Expr(value))
            }
            Takes::Literals => read_literals(key, input),
            Takes::Rules => in_parentheses(key, "(min_length = 1)", input, read_rules).map(Self::Rules),
        }
    }
}

/// The last name of a function; nothing for a closure.
pub(crate) fn function_name(function: &Expr) -> String {
    match function {
        Expr::Path(path) => {
            let last = path.path.segments.last().map(|last| last.ident.unraw().to_string()).unwrap_or_default();
            names::written(&last).to_owned()
        }
        _ => String::new(),
    }
}

/// A name that may be a keyword.
struct AnyIdent(Ident);

impl Parse for AnyIdent {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.call(Ident::parse_any).map(Self)
    }
}

fn not_literal(value: &Expr) -> syn::Error {
    syn::Error::new_spanned(value, "expected a literal: it is part of the description")
}

fn read_format(key: &Ident, input: ParseStream<'_>) -> syn::Result<Argument> {
    let format: AnyIdent = behind_equals(key, " = email", input)?;
    let mut name = format.0.to_string();
    // As JSON Schema writes it: `date-time`.
    while input.peek(Token![-]) {
        input.parse::<Token![-]>()?;
        name = format!("{name}-{}", input.call(Ident::parse_any)?);
    }
    if FORMATS.iter().any(|(format, _)| *format == name) {
        return Ok(Argument::Name(format.0));
    }
    let names = FORMATS.iter().map(|(format, _)| *format);
    let message = format!("unknown format `{name}`");
    let text = with_suggestion(&message, &name, '`', names.clone());
    let text = match text == message {
        true => format!("{message}\nhelp: there are `{}`", names.collect::<Vec<_>>().join("`, `")),
        false => text,
    };
    Err(syn::Error::new(format.0.span(), text))
}

fn read_literals(key: &Ident, input: ParseStream<'_>) -> syn::Result<Argument> {
    let list: syn::ExprArray = behind_equals(key, " = [..]", input)?;
    if list.elems.is_empty() {
        return Err(syn::Error::new(key.span(), "`one_of` without values lets none pass\nhelp: list at least one"));
    }
    let values: Punctuated<Expr, Token![,]> = list.elems;
    match values.iter().find(|value| literal(value).is_none()) {
        Some(value) => Err(not_literal(value)),
        None => Ok(Argument::Literals(values.into_iter().collect())),
    }
}

/// Reads the rules for what lies within.
fn read_rules(input: ParseStream<'_>) -> syn::Result<Rules> {
    let mut rules = Rules::default();
    while !input.is_empty() {
        let key = input.call(Ident::parse_any)?;
        match rules.read(&key, input) {
            Some(Ok(true)) => {}
            Some(Ok(false)) => return Err(syn::Error::new(key.span(), format!("rule `{key}` is given twice"))),
            Some(Err(error)) => return Err(error),
            None => {
                return Err(syn::Error::new(key.span(), unknown_within(&key.to_string())));
            }
        }
        if !input.is_empty() {
            let comma = input.parse::<Token![,]>();
            comma.map_err(|error| syn::Error::new(error.span(), "expected `,` between rules"))?;
        }
    }
    Ok(rules)
}

/// What is said of a word that is no rule, in the words that fields have.
fn unknown_within(key: &str) -> String {
    if FieldOptions::KEYS.contains(&key) {
        let message = format!("option `{key}` is for a field, not for what lies within one");
        return with_help(message, "write it on the field itself, or leave it out");
    }
    let message = format!("unknown rule `{key}`");
    match FieldOptions::FOREIGN.iter().find(|(foreign, _)| *foreign == key) {
        Some((_, help)) => with_help(message, help),
        None => with_suggestion(message, key, '`', ROWS.iter().map(|row| row.key)),
    }
}

/// `transform(trim, lowercase, uppercase, with = path)`.
#[derive(Clone)]
pub(crate) struct Transforms(pub(crate) Vec<Transform>);

/// A change that is made before the rules look at a value.
#[derive(Clone)]
pub(crate) enum Transform {
    /// `trim`, `lowercase`, `uppercase`.
    Text(Ident),
    With(Expr),
}

impl Transform {
    /// Where it stands.
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Text(name) => name.span(),
            Self::With(path) => syn::spanned::Spanned::span(path),
        }
    }
}

impl super::options::OptionValue for Transforms {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        let read = Punctuated::<Transform, Token![,]>::parse_terminated;
        let all = in_parentheses(key, "(trim, lowercase)", input, read)?;
        match all.is_empty() {
            true => Err(super::options::expected(key, "(trim, lowercase)")),
            false => Ok(Self(all.into_iter().collect())),
        }
    }
}

impl Parse for Transform {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        const NAMES: [&str; 4] = ["trim", "lowercase", "uppercase", "with"];
        let name: Ident = input.call(Ident::parse_any)?;
        match name.to_string().as_str() {
            "with" => behind_equals(&name, " = path", input).map(Self::With),
            "trim" | "lowercase" | "uppercase" => no_arguments(&name, input).map(|()| Self::Text(name)),
            other => {
                let message = format!("unknown transform `{other}`");
                let text = with_suggestion(&message, other, '`', NAMES);
                let all = "\nhelp: there are `trim`, `lowercase`, `uppercase` and `with = path`";
                let text = if text == message { format!("{message}{all}") } else { text };
                Err(syn::Error::new(name.span(), text))
            }
        }
    }
}
