//! The fields, checks and groups of a base, as a class that inherits from it has them.

use proc_macro2::{Ident, Span};
use quote::{format_ident, quote_spanned};
use syn::parse::{Parse as _, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Expr, Type, Visibility};

use super::Parent;
use super::types::{Arguments, map_foreign};
use crate::input::groups::Group;
use crate::input::values::StructCheck;
use crate::model::class::{Argument, Class, InitVar, in_written_order};
use crate::model::default::{Computed, Default};
use crate::model::field::Field;
use crate::model::{docs, names, outward, types, visibility};

/// What a class inherits from a base.
#[derive(Default)]
pub(crate) struct Relocated {
    fields: Vec<Field>,
    init_vars: Vec<InitVar>,
    pub(crate) checks: Vec<StructCheck>,
    pub(crate) groups: Vec<Group>,
}

impl Relocated {
    /// What stands at this place.
    pub(crate) fn member(&self, place: usize) -> Option<Argument<'_>> {
        in_written_order(&self.fields, &self.init_vars).nth(place)
    }
}

/// The class that inherits.
pub(crate) struct Heir<'a> {
    pub(crate) ident: &'a Ident,
    /// What it calls the hidden module of the runtime.
    pub(crate) private: &'a Ident,
    pub(crate) vis: &'a Visibility,
    /// Is nothing to be assigned from outside of the module?
    pub(crate) is_closed: bool,
}

/// All that can be inherited from a base.
pub(crate) fn relocate(parent: &Parent, heir: &Heir<'_>) -> Relocated {
    let Some(base) = parent.class() else { return Relocated::default() };
    let (mut fields, mut checks) = (base.fields.clone(), base.checks.clone());
    let (ty, span) = (&parent.path, parent.path.span());
    outward::each(&mut fields, &mut checks, &mut |outward| {
        let name = Ident::new(&outward.name.to_string(), span.resolved_at(Span::call_site()));
        if let Ok(path) = Expr::parse.parse2(quote_spanned!(span=> <#ty>::#name)) {
            *outward.expr = path;
        }
    });
    let mut here = Types { parent, heir, arguments: Arguments::new(ty, &base.generics), count: 0 };
    for field in &mut fields {
        field.written = here.arguments.put_into(&field.written);
        let parts = here.count;
        field.ty = here.ty(&field.ty, base);
        field.foreign |= here.count > parts;
        field.vis = vis(field, base, heir);
        field.private = !visibility::covers(&field.vis, heir.vis);
        // It stands where it was written, and means what it means here.
        field.ident.set_span(field.ident.span().resolved_at(heir.ident.span()));
        field.attributes = docs::inherited(&field.attributes);
        field.keys.move_to(span);
        field.base = Some(parent.name());
    }
    let mut init_vars = base.init_vars.clone();
    for var in &mut init_vars {
        var.written = here.arguments.put_into(&var.written);
        var.ty = here.ty(&var.ty, base);
        var.ident.set_span(var.ident.span().resolved_at(heir.ident.span()));
        var.base = Some(parent.name());
    }
    let key = &parent.family.0.first().map(|member| member.origin.key.clone()).unwrap_or_default();
    for (i, check) in checks.iter_mut().enumerate() {
        check.origin.get_or_insert_with(|| format!("{key}#{i}"));
    }
    let groups = base.groups.iter().map(|group| group.at(span)).collect();
    Relocated { fields, init_vars, checks, groups }
}

struct Types<'a> {
    parent: &'a Parent,
    heir: &'a Heir<'a>,
    arguments: Arguments,
    /// How many parts were foreign.
    count: usize,
}

impl Types<'_> {
    /// A type of the base as it is written here.
    fn ty(&mut self, ty: &Type, base: &Class) -> Type {
        if self.parent.is_near {
            return self.arguments.put_into(ty);
        }
        let (path, p, span) = (&self.parent.path, self.heir.private, self.parent.path.span());
        let p = Ident::new(&p.to_string(), span.resolved_at(Span::call_site()));
        let (arguments, count) = (&mut self.arguments, &mut self.count);
        let mapped = map_foreign(ty, &base.generics, &mut |_| {
            let (place, name) = (names::place(*count, &p), format_ident!("__part_{count}"));
            *count += 1;
            arguments.add(&name, quote_spanned!(span=> <#path as #p::Part<#place>>::Type));
            Type::Verbatim(quote::quote!(#name))
        });
        self.arguments.put_into(&mapped)
    }
}

/// A field that is as visible as the base is as visible as the class here; one for the module of the base alone is for
/// that of the class alone.
fn vis(field: &Field, base: &Class, heir: &Heir<'_>) -> Visibility {
    let as_class = base.is_closed() || visibility::covers(&field.vis, &base.vis);
    match &field.vis {
        _ if heir.is_closed => Visibility::Inherited,
        _ if as_class => heir.vis.clone(),
        vis if visibility::is_of_crate(vis) => vis.clone(),
        _ => Visibility::Inherited,
    }
}

/// The default of an argument of a base: computed there, from the fields of the heir before it.
pub(crate) fn default(argument: Argument<'_>, parent: &Parent, heir: &Heir<'_>, earlier: &[Field]) -> Option<Default> {
    let (default, base) = (argument.default().cloned()?, parent.class()?);
    let Default::Computed(computed) = default else { return Some(default) };
    if computed.is_none() && types::argument_of(argument.ty(), "Option").is_some() {
        return Some(Default::None);
    }
    let names = computed.reads.iter().filter_map(|i| base.fields.get(*i)).map(|field| &field.name);
    let (mut reads, mut late) = (vec![], vec![]);
    for name in names {
        match earlier.iter().position(|field| field.name == *name) {
            Some(position) => reads.push(position),
            None => late.push(name.clone()),
        }
    }
    let (ty, span, function) = (&parent.path, parent.path.span(), names::default_of(argument.name()));
    let p = Ident::new(&heir.private.to_string(), span.resolved_at(Span::call_site()));
    let witness = base.has_witness().then(|| quote_spanned!(span=> #p::PhantomData,));
    let idents = reads.iter().filter_map(|i| earlier.get(*i)).map(|field| &field.ident);
    let call = quote_spanned!(span=> <#ty>::#function(#witness #(#idents),*));
    let expr = Expr::parse.parse2(call).ok()?;
    let text = Some(computed.text());
    Some(Default::Computed(Computed { expr, text, reads, late, is_const: computed.is_const }))
}
