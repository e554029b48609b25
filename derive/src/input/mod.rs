//! What may be written: the struct and its options, as read, with the places of all keywords.
//!
//! The only stage that reads attributes. It decides nothing but whether the words are known and have values of the
//! right form.

pub(crate) mod container;
pub(crate) mod data;
pub(crate) mod field;
pub(crate) mod keyed;
pub(crate) mod options;
pub(crate) mod rules;
#[cfg(test)]
mod tests;
pub(crate) mod values;

use syn::{Attribute, Data, DeriveInput, Fields, Generics, Ident, Type, Visibility};

use crate::diagnostics::{Errors, with_help};

/// A struct with its options.
pub(crate) struct Item {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
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

/// Reads a struct with named fields; anything else is a mistake and has no fields.
pub(crate) fn read(input: DeriveInput, errors: &mut Errors) -> Item {
    let DeriveInput { attrs, vis, ident, generics, data } = input;
    let (options, incomplete) = read_options(&attrs, errors);
    refuse(
        &attrs,
        "field",
        "`#[field(..)]` belongs on a field; options of the struct are written `#[dataclass(..)]`",
        errors,
    );
    let fields = read_data(data, &ident, errors).into_iter().filter_map(|field| {
        let message = "`#[dataclass(..)]` belongs on the struct; options of a field are written `#[field(..)]`";
        refuse(&field.attrs, "dataclass", message, errors);
        let (options, incomplete) = read_options(&field.attrs, errors);
        Some(FieldItem {
            attributes: field.attrs,
            vis: field.vis,
            ident: field.ident?,
            ty: field.ty,
            options,
            incomplete,
        })
    });
    Item { fields: fields.collect(), attributes: attrs, vis, ident, generics, options, incomplete }
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
