//! Who sees what.

use quote::ToTokens as _;
use syn::Visibility;

/// How far something is seen; of two with the same reach it is not known which is seen further.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    Module,
    Path,
    Crate,
    World,
}

fn reach(vis: &Visibility) -> Reach {
    match vis {
        Visibility::Public(_) => Reach::World,
        Visibility::Inherited => Reach::Module,
        Visibility::Restricted(restricted) if restricted.path.is_ident("crate") => Reach::Crate,
        Visibility::Restricted(restricted) if restricted.path.is_ident("self") => Reach::Module,
        Visibility::Restricted(_) => Reach::Path,
    }
}

/// Is `vis` seen at least as far as `other`, for sure?
pub(crate) fn covers(vis: &Visibility, other: &Visibility) -> bool {
    match (reach(vis), reach(other)) {
        (Reach::Path, Reach::Path) => vis.to_token_stream().to_string() == other.to_token_stream().to_string(),
        (a, b) => a >= b,
    }
}

/// Is it seen in the whole crate, and nowhere else?
pub(crate) fn is_of_crate(vis: &Visibility) -> bool {
    reach(vis) == Reach::Crate
}

/// Is it seen in its own module only?
pub(crate) fn is_private(vis: &Visibility) -> bool {
    reach(vis) == Reach::Module
}

/// The visibility that all of these cover.
pub(crate) fn least<'a>(all: impl IntoIterator<Item = &'a Visibility>) -> Visibility {
    let mut least = Visibility::Public(syn::token::Pub::default());
    for vis in all {
        if covers(&least, vis) {
            least = vis.clone();
        } else if !covers(vis, &least) {
            least = Visibility::Inherited;
        }
    }
    least
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn visibilities_are_ordered() {
        let [world, krate, parent, module]: [Visibility; 4] =
            [parse_quote!(pub), parse_quote!(pub(crate)), parse_quote!(pub(super)), Visibility::Inherited];
        assert!(covers(&world, &krate) && covers(&krate, &parent) && covers(&parent, &module));
        assert!(!covers(&module, &parent) && !covers(&krate, &world));
        assert!(covers(&module, &parse_quote!(pub(self))) && is_private(&parse_quote!(pub(self))));
        assert!(!covers(&parent, &parse_quote!(pub(in crate::a))));
    }

    #[test]
    fn the_least_is_covered_by_all() {
        let text = |all: &[Visibility]| least(all).to_token_stream().to_string();
        assert_eq!(text(&[]), "pub");
        assert_eq!(text(&[parse_quote!(pub), parse_quote!(pub(crate))]), "pub (crate)");
        assert_eq!(text(&[parse_quote!(pub(super)), parse_quote!(pub(in crate::a))]), "");
        assert_eq!(text(&[Visibility::Inherited, parse_quote!(pub)]), "");
    }
}
