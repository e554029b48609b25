//! Inheritance: from what was read of a class, and of those above it, to what it means.
//!
//! `mro` puts the classes into order, `order` their fields, `relocate` writes a field of a base as one of the class that
//! inherits it, `family` is what a macro of a base hands on.

mod family;
mod mro;
mod order;
mod relocate;
mod types;

use std::collections::HashMap;
use std::rc::Rc;

use proc_macro2::TokenStream;
use syn::Path;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

pub(crate) use self::family::{Family, Member, Origin, read};
use self::mro::{Conflict, Orders};
pub(crate) use self::order::{From, Places};
pub(crate) use self::relocate::{Heir, Relocated, default as relocated_default, relocate};
pub(crate) use self::types::map_foreign;
use crate::diagnostics::{Errors, with_help};
use crate::input::Item;
use crate::model::class::Class;
use crate::model::lower;

/// A base of a class.
#[derive(Clone)]
pub(crate) struct Parent {
    /// As it was written.
    pub(crate) path: Path,
    pub(crate) family: Family,
    /// Does it stand in the same block, so that its names mean here what they mean there?
    pub(crate) is_near: bool,
}

impl Parent {
    /// The base, unless there is a mistake in it.
    pub(crate) fn class(&self) -> Option<&Class> {
        self.family.class()
    }

    /// A type that is written in the base, with what is given for its parameters.
    pub(crate) fn written(&self, ty: &syn::Type) -> syn::Type {
        let generics = self.class().map(|class| &class.generics);
        generics.map_or_else(|| ty.clone(), |generics| types::Arguments::new(&self.path, generics).put_into(ty))
    }

    /// The parameters of the base for which nothing is given.
    pub(crate) fn missing_arguments(&self) -> Vec<String> {
        self.class().map_or_else(Vec::new, |class| types::Arguments::new(&self.path, &class.generics).missing)
    }

    /// The name of the base.
    pub(crate) fn name(&self) -> String {
        self.path.segments.last().map(|last| last.ident.unraw().to_string()).unwrap_or_default()
    }
}

/// As many classes can stand above a class: the macro of each hands on all above it.
const MOST_ABOVE: usize = 200;

/// What a class means, with all that it inherits.
pub(crate) fn build(
    item: Item,
    origin: Origin,
    mut parents: Vec<Parent>,
    runtime: &TokenStream,
    errors: &mut Errors,
) -> Family {
    let above = match above(&origin.key, &parents) {
        Ok(above) => above,
        Err(conflict) => {
            tell(&conflict, &parents, errors);
            parents.clear();
            vec![]
        }
    };
    if above.len() > MOST_ABOVE {
        let message = format!("there are more than {MOST_ABOVE} classes above `{}`", item.ident);
        errors.at(&item.ident, with_help(message, "what is above a class is read again for each class below it"));
    }
    let own = item.fields.iter().map(|field| field.ident.unraw().to_string()).collect();
    let init_vars = item.options.init_vars().map(|var| var.ident.unraw().to_string()).collect();
    let places = Places {
        members: order::members(&above_members(&above, &parents), &order::Own { fields: own, init_vars }),
        post_init: post_init(&above, &parents),
    };
    let bases = parents.iter().filter_map(|parent| Some(parent.family.0.first()?.origin.key.clone())).collect();
    let class = lower::lower(item, runtime, parents, &places);
    let member = Member { origin, bases, class };
    Family([Rc::new(member)].into_iter().chain(above).collect())
}

/// What a class means that has no bases.
pub(crate) fn alone(item: Item, runtime: &TokenStream) -> Class {
    let init_vars = (0..item.options.init_vars().count()).map(From::OwnInitVar);
    let members = (0..item.fields.len()).map(From::Own).chain(init_vars).collect();
    lower::lower(item, runtime, vec![], &Places { members, post_init: None })
}

/// All classes above a class, in their order.
fn above(key: &str, parents: &[Parent]) -> Result<Vec<Rc<Member>>, Conflict> {
    let members: HashMap<&str, &Rc<Member>> =
        parents.iter().flat_map(|parent| &parent.family.0).map(|member| (&*member.origin.key, member)).collect();
    let keys = |family: &Family| family.0.iter().map(|member| member.origin.key.clone()).collect::<Vec<_>>();
    let bases: Vec<Vec<String>> = parents.iter().map(|parent| keys(&parent.family)).collect();
    let firsts: Vec<String> = bases.iter().filter_map(|keys| keys.first().cloned()).collect();
    let orders: Orders = firsts.iter().cloned().zip(bases.into_iter().filter(|keys| !keys.is_empty())).collect();
    let order = mro::linearise(key, &firsts, &orders)?;
    Ok(order.iter().skip(1).filter_map(|key| members.get(&**key).map(|member| Rc::clone(member))).collect())
}

fn above_members<'a>(above: &'a [Rc<Member>], parents: &[Parent]) -> Vec<order::Above<'a>> {
    let of_parent = |member: &Rc<Member>| {
        let is_it =
            |parent: &Parent| parent.family.0.first().is_some_and(|first| first.origin.key == member.origin.key);
        parents.iter().position(is_it)
    };
    let above = above.iter().map(|member| order::Above {
        names: member.class.arguments_and_fields().map(|argument| argument.name()).collect(),
        base: of_parent(member),
    });
    above.collect()
}

/// The base through which the `post_init` of the next class above is reached.
fn post_init(above: &[Rc<Member>], parents: &[Parent]) -> Option<usize> {
    let key = &above.iter().find(|member| member.class.post_init.is_some())?.origin.key;
    parents.iter().position(|parent| parent.family.0.iter().any(|member| member.origin.key == *key))
}

/// Tells with Python's texts why there is no order.
fn tell(conflict: &Conflict, parents: &[Parent], errors: &mut Errors) {
    let known: Vec<&Parent> = parents.iter().filter(|parent| parent.class().is_some()).collect();
    match conflict {
        Conflict::Duplicate(again) => {
            let Some(parent) = known.get(*again) else { return };
            let message = format!("duplicate base class {}", parent.name());
            errors.at(&parent.path, with_help(message, "leave out one of the two"));
        }
        Conflict::Inconsistent(keys) => {
            let all = parents.iter().flat_map(|parent| &parent.family.0);
            let members: Vec<&Rc<Member>> = all.collect();
            let name = |key: &String| {
                let member = members.iter().find(|member| member.origin.key == *key);
                member.map(|member| member.class.ident.unraw().to_string())
            };
            let names: Vec<String> = keys.iter().filter_map(name).collect();
            let message =
                format!("Cannot create a consistent method resolution order (MRO) for bases {}", names.join(", "));
            let help = "name a class before those that it inherits from, and two bases in the same order everywhere";
            let span = parents.first().map_or_else(proc_macro2::Span::call_site, |parent| parent.path.span());
            errors.push(span, with_help(message, help));
        }
    }
}
