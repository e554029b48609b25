//! What may be written: the struct and its options, as read, with the places of all keywords.
//!
//! The only stage that reads attributes. It decides nothing but whether the words are known and have values of the
//! right form.

pub(crate) mod block;
pub(crate) mod container;
pub(crate) mod data;
pub(crate) mod field;
pub(crate) mod groups;
pub(crate) mod keyed;
pub(crate) mod namedtuple;
pub(crate) mod options;
pub(crate) mod rules;
#[cfg(test)]
mod tests;
pub(crate) mod values;

use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::{Attribute, Data, DeriveInput, Expr, Fields, Generics, Ident, Path, Type, Visibility};

use crate::diagnostics::{Errors, with_help};

/// A struct with its options.
pub(crate) struct Item {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) form: Form,
    /// What it inherits from: `struct Dog: Animal, geo::Named<T>`.
    pub(crate) bases: Vec<Path>,
    pub(crate) options: container::Container,
    /// There are mistakes in the options, so that some may be missing.
    pub(crate) incomplete: bool,
    pub(crate) fields: Vec<FieldItem>,
}

/// A field with its options.
pub(crate) struct FieldItem {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) options: field::FieldOptions,
    /// There are mistakes in the options, so that some may be missing.
    pub(crate) incomplete: bool,
}

/// What a class is written with; some options are on in one and off in another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `#[derive(Dataclass)]`
    Derive,
    /// `schema!`
    Schema,
    /// `namedtuple! { struct Point { x: f64 } }`
    NamedTuple,
    /// `namedtuple!(Point, "x")`: each field has a type of its own, a parameter.
    Untyped,
}

impl Form {
    /// Is an instance a tuple?
    pub(crate) fn is_tuple(self) -> bool {
        matches!(self, Self::NamedTuple | Self::Untyped)
    }

    /// As a macro hands it on.
    pub(crate) fn word(self) -> Ident {
        let word = match self {
            Self::Derive => "derive",
            // Of the others, only these can be bases.
            Self::Schema | Self::NamedTuple | Self::Untyped => "schema",
        };
        Ident::new(word, Span::call_site())
    }

    /// What [`word`](Self::word) gave.
    pub(crate) fn of_word(word: &Ident) -> Self {
        if word == "derive" { Self::Derive } else { Self::Schema }
    }
}

/// A struct before its attributes are read.
struct Written {
    form: Form,
    attributes: Vec<Attribute>,
    vis: Visibility,
    ident: Ident,
    generics: Generics,
    bases: Vec<Path>,
    fields: Vec<WrittenField>,
}

/// A field before its attributes are read.
struct WrittenField {
    attributes: Vec<Attribute>,
    vis: Visibility,
    ident: Ident,
    ty: Type,
    /// What stands behind `=`, and the place of that.
    default: Option<keyed::Keyed<Expr>>,
}

/// Reads a struct with named fields; anything else is a mistake and has no fields.
pub(crate) fn read(input: DeriveInput, errors: &mut Errors) -> Item {
    let DeriveInput { attrs, vis, ident, generics, data } = input;
    let fields = read_data(data, &ident, errors).into_iter().filter_map(|field| {
        let syn::Field { attrs, vis, ident, ty, .. } = field;
        Some(WrittenField { attributes: attrs, vis, ident: ident?, ty, default: None })
    });
    let fields = fields.collect();
    let form = Form::Derive;
    read_attributes(Written { form, attributes: attrs, vis, ident, generics, bases: vec![], fields }, errors)
}

/// Reads the attributes of a struct and of its fields.
fn read_attributes(written: Written, errors: &mut Errors) -> Item {
    let Written { form, attributes, vis, ident, generics, bases, fields } = written;
    let (mut options, incomplete) = read_options(&attributes, errors);
    namedtuple::refuse_of_struct(form, &mut options, errors);
    refuse(
        &attributes,
        "field",
        "`#[field(..)]` belongs on a field; options of the struct are written `#[dataclass(..)]`",
        errors,
    );
    let fields = fields.into_iter().map(|field| {
        let WrittenField { attributes, vis, ident, ty, default } = field;
        let message = "`#[dataclass(..)]` belongs on the struct; options of a field are written `#[field(..)]`";
        refuse(&attributes, "dataclass", message, errors);
        let (mut options, incomplete) = read_options::<field::FieldOptions>(&attributes, errors);
        namedtuple::refuse_of_field(form, &mut options, errors);
        put_default(&mut options, default, &ident, errors);
        FieldItem { attributes, vis, ident, ty, options, incomplete }
    });
    Item { fields: fields.collect(), form, attributes, vis, ident, generics, bases, options, incomplete }
}

/// A default that stands in place is the option `default`.
fn put_default(
    options: &mut field::FieldOptions,
    default: Option<keyed::Keyed<Expr>>,
    ident: &Ident,
    errors: &mut Errors,
) {
    let Some(keyed::Keyed { key, value }) = default else { return };
    match &options.default {
        Some(_) => {
            let message = format!("field '{}' has two defaults", ident.unraw());
            errors.push(key, with_help(message, "leave out the option `default` or what stands behind `=`"));
        }
        None => options.default = Some(keyed::Keyed { key, value: values::DefaultValue::Expr(Box::new(value)) }),
    }
}

/// Refuses an attribute of ours that stands in the wrong place, where it would do nothing.
fn refuse(attributes: &[Attribute], name: &str, message: &str, errors: &mut Errors) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        errors.at(attribute.path(), message);
    }
}

/// Reads options, and tells whether there were mistakes.
fn read_options<T: options::Options>(attributes: &[Attribute], errors: &mut Errors) -> (T, bool) {
    let before = errors.count();
    let options = options::read(attributes, errors);
    (options, errors.count() > before)
}

fn read_data(data: Data, ident: &Ident, errors: &mut Errors) -> Vec<syn::Field> {
    let (keyword, message, help) = match data {
        Data::Struct(data) => match data.fields {
            Fields::Named(fields) => return fields.named.into_iter().collect(),
            Fields::Unnamed(_) => (
                data.struct_token.span,
                "Dataclass needs named fields",
                format!("give each field a name: `struct {ident} {{ x: f64, y: f64 }}`"),
            ),
            Fields::Unit => (
                data.struct_token.span,
                "Dataclass needs named fields",
                format!("for a class without fields write `struct {ident} {{}}`"),
            ),
        },
        Data::Enum(data) => (
            data.enum_token.span,
            "Dataclass is for structs",
            "put the data of each variant into a struct of its own and derive Dataclass for that".to_owned(),
        ),
        Data::Union(data) => (
            data.union_token.span,
            "Dataclass is for structs",
            "a union has no fields that could be compared or printed; use a struct".to_owned(),
        ),
    };
    errors.push(keyword, with_help(message, help));
    vec![]
}
