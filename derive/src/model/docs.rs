//! Attributes that are carried over: documentation and lints.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Ident, Lit, Meta, Path, Token};

/// The text of the doc comments, as rustdoc takes it: a leading space that all lines have is dropped.
pub(crate) fn doc_text(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    let lines: Vec<String> = lines.flat_map(|text| text.split('\n').map(str::to_owned).collect::<Vec<_>>()).collect();
    let indented = lines.iter().all(|line| line.is_empty() || line.starts_with(' '));
    let lines = lines.iter().map(|line| if indented { line.get(1..).unwrap_or_default() } else { line }.trim_end());
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// What is not ours.
pub(crate) fn others(attributes: &[Attribute]) -> Vec<Attribute> {
    let ours = ["dataclass", "field"];
    let is_ours = |attribute: &Attribute| ours.iter().any(|name| attribute.path().is_ident(name));
    attributes.iter().filter(|attribute| !is_ours(attribute)).cloned().collect()
}

/// What a class takes over from a base.
pub(crate) fn inherited(attributes: &[Attribute]) -> Vec<Attribute> {
    let kept = ["doc", "allow", "deprecated"];
    let is_kept = |attribute: &Attribute| kept.iter().any(|name| attribute.path().is_ident(name));
    attributes.iter().filter(|attribute| is_kept(attribute)).cloned().collect()
}

/// The names of the traits in `#[derive(..)]`.
pub(crate) fn derived(attributes: &[Attribute]) -> Vec<Ident> {
    let derives = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
    let paths =
        derives.filter_map(|derive| derive.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated).ok());
    paths.flatten().filter_map(|path| path.segments.last().map(|last| last.ident.clone())).collect()
}

/// The lints that the user has allowed.
pub(crate) fn allows(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("allow")).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(item: &syn::ItemStruct) -> String {
        doc_text(&item.attrs)
    }

    #[test]
    fn doc_comments_become_text() {
        let item = syn::parse_str("/// A point.\n///\n///  * indented\n#[doc = \" last\"]\nstruct P {}");
        assert_eq!(text(&item.unwrap()), "A point.\n\n * indented\nlast");
        assert_eq!(
            text(&syn::parse_quote!(
                #[doc(hidden)]
                struct P {}
            )),
            ""
        );
    }
}
