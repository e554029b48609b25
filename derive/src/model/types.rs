//! What can be told of a type from how it is written.
//!
//! Names can mean anything, so nothing that must be right rests on this: it chooses between ways that all work.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Generics, Ident, Lifetime, PathArguments, Type, TypePath};

/// The one argument of a literally written `Name<_>`.
pub(crate) fn argument_of<'a>(ty: &'a Type, name: &str) -> Option<&'a Type> {
    let segment = last_segment(ty)?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    let mut arguments = arguments.args.iter();
    match (arguments.next(), arguments.next()) {
        (Some(GenericArgument::Type(ty)), None) if segment.ident == name => Some(ty),
        _ => None,
    }
}

/// The inner type of a literally written `Option<_>`, else the type itself.
pub(crate) fn inner_of_option(ty: &Type) -> &Type {
    argument_of(ty, "Option").unwrap_or(ty)
}

/// The type that rules look at: without options, pointers and references.
pub(crate) fn leaf(ty: &Type) -> &Type {
    match ty {
        Type::Reference(reference) => leaf(&reference.elem),
        Type::Group(group) => leaf(&group.elem),
        Type::Paren(paren) => leaf(&paren.elem),
        ty => {
            let segment = last_segment(ty).filter(|segment| !segment.arguments.is_none());
            let inner = segment.and_then(|segment| match segment.ident.to_string().as_str() {
                name @ ("Option" | "Box" | "Rc" | "Arc") => argument_of(ty, name),
                "Cow" => arguments(segment).pop(),
                _ => None,
            });
            inner.map_or(ty, leaf)
        }
    }
}

/// What stands around what rules look at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Layer {
    Option,
    Pointer,
}

/// What is literally written around the [`leaf`], from the outside in.
pub(crate) fn layers(ty: &Type) -> Vec<Layer> {
    let inner = match ty {
        Type::Reference(reference) => Some((Layer::Pointer, &*reference.elem)),
        Type::Group(group) => return layers(&group.elem),
        Type::Paren(paren) => return layers(&paren.elem),
        ty => {
            let option = argument_of(ty, "Option").map(|inner| (Layer::Option, inner));
            let pointer = || ["Box", "Rc", "Arc"].iter().find_map(|pointer| argument_of(ty, pointer));
            option.or_else(|| Some((Layer::Pointer, pointer().or_else(|| last_argument_of(ty, "Cow"))?)))
        }
    };
    inner.map_or_else(Vec::new, |(layer, inner)| std::iter::once(layer).chain(layers(inner)).collect())
}

/// What values of a type are, as far as it is literally written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Text,
    Int,
    Float,
    Bool,
    /// A list or a set.
    Items,
    Dict,
    /// Bytes, tuples, functions: what no rule looks into.
    Other,
    /// A name that can mean anything.
    Unknown,
}

/// What values of a type are; options and pointers are looked through.
pub(crate) fn kind(ty: &Type) -> Kind {
    let leaf = leaf(ty);
    match leaf {
        _ if is_integer(leaf) => Kind::Int,
        _ if is_float(leaf) => Kind::Float,
        _ if is_bool(leaf) => Kind::Bool,
        _ if is_string(leaf) || plain_name(leaf).is_some_and(|name| name == "str" || name == "char") => Kind::Text,
        _ if part(leaf, "keys").is_some() => Kind::Dict,
        _ => match (part(leaf, "items"), leaf) {
            (Some(item), _) if plain_name(item).is_some_and(|name| name == "u8") && !is_set(leaf) => Kind::Other,
            (Some(_), _) => Kind::Items,
            (None, Type::Path(_) | Type::Macro(_) | Type::Infer(_)) => Kind::Unknown,
            (None, _) => Kind::Other,
        },
    }
}

/// A sequence of bytes is bytes, but a set of them is a set, and a deque a list.
fn is_set(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|segment| segment.ident != "Vec")
}

/// The last type argument of a literally written `Name<.., _>`.
fn last_argument_of<'a>(ty: &'a Type, name: &str) -> Option<&'a Type> {
    let segment = last_segment(ty).filter(|segment| segment.ident == name)?;
    arguments(segment).pop()
}

/// The type of what `items`, `keys` or `values` are for, where it is literally written.
pub(crate) fn part<'a>(ty: &'a Type, key: &str) -> Option<&'a Type> {
    let leaf = leaf(ty);
    let maps = ["HashMap", "BTreeMap"];
    let entry = || last_segment(leaf).filter(|segment| maps.iter().any(|map| segment.ident == map)).map(arguments);
    match (key, leaf) {
        ("items", Type::Slice(slice)) => Some(&slice.elem),
        ("items", Type::Array(array)) => Some(&array.elem),
        ("items", leaf) => {
            let lists = ["Vec", "VecDeque", "HashSet", "BTreeSet"];
            let segment = last_segment(leaf).filter(|segment| lists.iter().any(|list| segment.ident == list))?;
            arguments(segment).first().copied()
        }
        ("keys", _) => entry()?.first().copied(),
        ("values", _) => entry()?.get(1).copied(),
        _ => None,
    }
}

/// Does the type mention a type or const parameter?
pub(crate) fn mentions_any_param(ty: &Type, generics: &Generics) -> bool {
    let is_param = |ident: &Ident| {
        generics.type_params().any(|param| param.ident == *ident)
            || generics.const_params().any(|param| param.ident == *ident)
    };
    !generics.params.is_empty() && mentions(ty.to_token_stream(), &is_param)
}

/// The last segment of a plain path.
fn last_segment(ty: &Type) -> Option<&syn::PathSegment> {
    match ty {
        Type::Path(TypePath { qself: None, path, .. }) => path.segments.last(),
        Type::Group(group) => last_segment(&group.elem),
        Type::Paren(paren) => last_segment(&paren.elem),
        _ => None,
    }
}

/// The name of a type without arguments.
pub(crate) fn plain_name(ty: &Type) -> Option<&Ident> {
    last_segment(ty).filter(|segment| segment.arguments.is_none()).map(|segment| &segment.ident)
}

/// Is the type one of these names? A name of the compiler's is asked for its text once: that is slow.
fn is_one_of(ty: &Type, names: &[&str]) -> bool {
    plain_name(ty).is_some_and(|ident| names.contains(&ident.to_string().as_str()))
}

const INTEGERS: [&str; 12] = ["i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize"];
const OTHER_PRIMITIVES: [&str; 4] = ["f32", "f64", "bool", "char"];

pub(crate) fn is_integer(ty: &Type) -> bool {
    is_one_of(ty, &INTEGERS)
}

pub(crate) fn is_float(ty: &Type) -> bool {
    is_one_of(ty, &["f32", "f64"])
}

pub(crate) fn is_bool(ty: &Type) -> bool {
    plain_name(ty).is_some_and(|name| name == "bool")
}

pub(crate) fn is_primitive(ty: &Type) -> bool {
    plain_name(ty).is_some_and(|ident| {
        let name = ident.to_string();
        INTEGERS.iter().chain(&OTHER_PRIMITIVES).any(|primitive| name == *primitive)
    })
}

/// Is it a primitive, or a shared reference?
pub(crate) fn is_copied(ty: &Type) -> bool {
    is_primitive(ty) || matches!(ty, Type::Reference(reference) if reference.mutability.is_none())
}

/// The widest type of the kind of number that a limit is for.
pub(crate) fn widest(ty: Option<&Type>) -> &'static str {
    let name = ty.map(leaf).and_then(plain_name).map(ToString::to_string);
    match name.as_deref() {
        Some("f32") => "f32",
        Some("f64") => "f64",
        Some("u128") => "u128",
        _ => "i128",
    }
}

/// Is it `String`, by that name or by its full path?
pub(crate) fn is_string(ty: &Type) -> bool {
    let Type::Path(TypePath { qself: None, path, .. }) = ty else { return false };
    let segments: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    segments.last().is_some_and(|last| last == "String")
        && matches!(segments.first().map(String::as_str), Some("String" | "std" | "alloc"))
}

/// Does the type mention a float that an `Eq` or `Hash` of it would need?
pub(crate) fn mentions_float(ty: &Type) -> bool {
    mentions(ty.to_token_stream(), &|ident| ident == "f32" || ident == "f64")
}

/// Does the type mention a type parameter?
pub(crate) fn mentions_param(ty: &Type, generics: &Generics) -> bool {
    generics.type_params().next().is_some()
        && mentions(ty.to_token_stream(), &|ident| generics.type_params().any(|param| param.ident == *ident))
}

/// Is the type just a type parameter?
pub(crate) fn is_plain_param(ty: &Type, generics: &Generics) -> bool {
    plain_name(ty).is_some_and(|name| generics.type_params().any(|param| param.ident == *name))
}

/// Does the type mention a lifetime other than `'static`?
pub(crate) fn mentions_lifetime(ty: &Type) -> bool {
    let mut tokens = vec![ty.to_token_stream()];
    while let Some(stream) = tokens.pop() {
        let mut after_quote = false;
        for token in stream {
            match token {
                TokenTree::Ident(ident) if after_quote && ident != "static" => return true,
                TokenTree::Group(group) => tokens.push(group.stream()),
                TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                    after_quote = true;
                    continue;
                }
                _ => {}
            }
            after_quote = false;
        }
    }
    false
}

pub(crate) fn mentions(tokens: TokenStream, is_it: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => is_it(&ident),
        TokenTree::Group(group) => mentions(group.stream(), is_it),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// The associated types of type parameters within a type: `T::Item`, `<T as Iterator>::Item`.
pub(crate) fn projections<'a>(ty: &'a Type, generics: &Generics) -> Vec<&'a TypePath> {
    let is_param = |ident: &Ident| generics.type_params().any(|param| param.ident == *ident);
    let begins_with_param = |path: &TypePath| match &path.qself {
        Some(qself) => mentions_param(&qself.ty, generics),
        None => path.path.segments.len() > 1 && path.path.segments.first().is_some_and(|first| is_param(&first.ident)),
    };
    let mut projections = vec![];
    let mut pending = vec![ty];
    while let Some(ty) = pending.pop() {
        match ty {
            Type::Path(path) if begins_with_param(path) => projections.push(path),
            _ => pending.extend(inner_types(ty)),
        }
    }
    projections
}

/// Does the type mention a type parameter itself, and not only an associated type of it?
pub(crate) fn mentions_itself(ty: &Type, param: &Ident) -> bool {
    match ty {
        Type::Path(TypePath { qself: Some(_), .. }) => false,
        Type::Path(TypePath { qself: None, path, .. }) if path.segments.first().is_some_and(|s| s.ident == *param) => {
            path.segments.len() == 1
        }
        Type::Path(_)
        | Type::Reference(_)
        | Type::Slice(_)
        | Type::Array(_)
        | Type::Tuple(_)
        | Type::Group(_)
        | Type::Paren(_) => inner_types(ty).into_iter().any(|inner| mentions_itself(inner, param)),
        other => mentions(other.to_token_stream(), &|ident| ident == param),
    }
}

/// Is there a reference to what lives as long as the program?
pub(crate) fn borrows_static(ty: &Type) -> bool {
    let is_static = |lifetime: &Lifetime| lifetime.ident == "static";
    let is_reference = matches!(ty, Type::Reference(reference) if reference.lifetime.as_ref().is_some_and(is_static));
    is_reference || inner_types(ty).into_iter().any(borrows_static)
}

/// The types that a type is made of.
fn inner_types(ty: &Type) -> Vec<&Type> {
    match ty {
        Type::Reference(reference) => vec![&reference.elem],
        Type::Slice(slice) => vec![&slice.elem],
        Type::Array(array) => vec![&array.elem],
        Type::Tuple(tuple) => tuple.elems.iter().collect(),
        Type::Group(group) => vec![&group.elem],
        Type::Paren(paren) => vec![&paren.elem],
        Type::Path(path) => path.path.segments.iter().flat_map(arguments).collect(),
        _ => vec![],
    }
}

fn arguments(segment: &syn::PathSegment) -> Vec<&Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return vec![] };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}

/// Containers that are looked through when what they hold is foreign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Container {
    Opt,
    Many,
    Boxed,
}

/// The containers that are literally written around a type, from the outside in.
pub(crate) fn shape(ty: &Type) -> Vec<Container> {
    let containers = [("Option", Container::Opt), ("Vec", Container::Many), ("Box", Container::Boxed)];
    let mut shape = vec![];
    let mut inner = ty;
    'outer: loop {
        for (name, container) in containers {
            if let Some(argument) = argument_of(inner, name) {
                shape.push(container);
                inner = argument;
                continue 'outer;
            }
        }
        return shape;
    }
}

/// Is it a type of the standard library, made of such types, that has a conversion of ours?
pub(crate) fn is_known(ty: &Type) -> bool {
    const CONTAINERS: [&str; 11] =
        ["Option", "Vec", "Box", "Rc", "Arc", "VecDeque", "HashSet", "BTreeSet", "HashMap", "BTreeMap", "Cow"];
    match ty {
        Type::Reference(reference) => is_known(&reference.elem),
        Type::Slice(slice) => is_known(&slice.elem),
        Type::Array(array) => is_known(&array.elem),
        Type::Tuple(tuple) => tuple.elems.iter().all(is_known),
        Type::Group(group) => is_known(&group.elem),
        Type::Paren(paren) => is_known(&paren.elem),
        _ if plain_name(ty).is_some() => {
            is_copied(ty) || is_string(ty) || plain_name(ty).is_some_and(|name| name == "str")
        }
        _ => last_segment(ty).is_some_and(|segment| {
            CONTAINERS.contains(&segment.ident.to_string().as_str()) && arguments_known(&segment.arguments)
        }),
    }
}

/// Is it written like `String`, a list or an option of such or of primitives, by these names alone? Then it is most likely
/// that type.
pub(crate) fn is_likely(ty: &Type) -> bool {
    let Type::Path(TypePath { qself: None, path, .. }) = ty else { return false };
    if path.leading_colon.is_some() || path.segments.len() != 1 {
        return false;
    }
    let of = |name| argument_of(ty, name).is_some_and(|ty| is_primitive(ty) || is_likely(ty));
    is_one_of(ty, &["String"]) || of("Option") || of("Vec")
}

fn arguments_known(arguments: &PathArguments) -> bool {
    let PathArguments::AngleBracketed(arguments) = arguments else { return false };
    arguments.args.iter().all(|argument| match argument {
        GenericArgument::Type(ty) => is_known(ty),
        GenericArgument::Lifetime(_) => true,
        _ => false,
    })
}

/// A type in which `Self` is said by name.
pub(crate) fn without_self(ty: &Type, class_type: &dyn ToTokens) -> TokenStream {
    fn replace(tokens: TokenStream, class_type: &dyn ToTokens) -> TokenStream {
        let tokens = tokens.into_iter().flat_map(|token| match token {
            TokenTree::Ident(ident) if ident == "Self" => class_type.to_token_stream(),
            TokenTree::Group(group) => {
                let mut inner = proc_macro2::Group::new(group.delimiter(), replace(group.stream(), class_type));
                inner.set_span(group.span());
                TokenTree::Group(inner).into()
            }
            token => token.into(),
        });
        tokens.collect()
    }
    let tokens = ty.to_token_stream();
    if is_known(ty) { tokens } else { replace(tokens, class_type) }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn known_types_are_those_of_the_standard_library() {
        for ty in [
            "u8",
            "String",
            "std::string::String",
            "&'a str",
            "Option<Vec<f64>>",
            "(i32, [bool; 2])",
            "HashMap<String, u8>",
            "Cow<'a, str>",
        ] {
            assert!(is_known(&syn::parse_str(ty).unwrap()), "{ty}");
        }
        for ty in ["Uuid", "Option<Uuid>", "my::String", "HashMap<u8, Uuid>", "fn()", "Mutex<u8>", "T"] {
            assert!(!is_known(&syn::parse_str(ty).unwrap()), "{ty}");
        }
    }

    #[test]
    fn the_shape_is_what_is_literally_written() {
        use Container::{Boxed, Many, Opt};
        assert_eq!(shape(&parse_quote!(Option<Vec<std::boxed::Box<Uuid>>>)), [Opt, Many, Boxed]);
        assert_eq!(shape(&parse_quote!(Arc<Option<Uuid>>)), []);
        assert_eq!(shape(&parse_quote!(Option<A, B>)), []);
    }

    #[test]
    fn layers_stand_around_the_leaf() {
        use Layer::{Option, Pointer};
        assert_eq!(layers(&parse_quote!(Option<Box<&'a str>>)), [Option, Pointer, Pointer]);
        assert_eq!(layers(&parse_quote!(Cow<'a, str>)), [Pointer]);
        assert_eq!(layers(&parse_quote!(Vec<Option<u8>>)), []);
    }

    #[test]
    fn parameters_and_their_types_are_found() {
        let generics: Generics = parse_quote!(<'a, T, const N: usize>);
        assert!(mentions_param(&parse_quote!(Vec<(u8, T)>), &generics));
        assert!(!mentions_param(&parse_quote!([u8; N]), &generics));
        assert!(mentions_lifetime(&parse_quote!(Vec<&'a str>)));
        assert!(!mentions_lifetime(&parse_quote!(&'static str)));
        let ty = parse_quote!((T::Item, <T as X>::Y, Vec<T>));
        assert_eq!(projections(&ty, &generics).len(), 2);
    }
}
