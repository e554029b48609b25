//! From what was read to what it means. Total: what is contradictory is lowered all the same, and the checks see it.
//!
//! Everything is taken apart without `..`, so that a new option does not compile until it has a meaning here.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{Ident, LitStr, Visibility};

use super::class::{Class, InitVar, Keys, New, Options, key};
use super::default::Default;
use super::field::{self, Field, FieldRepr};
use super::{docs, names, types, visibility};
use crate::inherit::{From, Heir, Parent, Relocated, relocate, relocated_default};
use crate::input::container::Container;
use crate::input::data::{Extra, RenameAll};
use crate::input::field::FieldOptions;
use crate::input::groups::Group;
use crate::input::keyed::{Given, Repeated, value};
use crate::input::values::{DefaultValue, InitVars, OffOr, StructCheck, Switch};
use crate::input::{FieldItem, Form, Item};

/// The meaning of a struct; the runtime is found at `runtime` unless an option says otherwise.
///
/// `places` say where each field comes from.
pub(crate) fn lower(item: Item, runtime: &TokenStream, parents: Vec<Parent>, places: &[From]) -> Class {
    let Item { form, attributes, vis, ident, generics, bases: _, options, incomplete, fields } = item;
    let Container {
        init,
        new,
        call,
        tuple,
        base,
        debug,
        clone,
        display,
        eq,
        order,
        ord,
        hash,
        default,
        frozen,
        getters,
        setters,
        builder,
        kw_only,
        post_init,
        init_var,
        validate,
        check,
        source,
        serde,
        extra,
        rename_all,
        bound,
        krate,
        groups,
    } = options;
    let keys = Keys {
        order: key(&order),
        ord: key(&ord),
        hash: key(&hash),
        default: key(&default),
        setters: key(&setters),
        builder: key(&builder),
        new: key(&new),
        call: key(&call),
        post_init: key(&post_init),
        source: key(&source),
        serde: key(&serde),
        clone: key(&clone),
    };
    // What is written by a macro has more by itself than what is derived, and a tuple whatever its items have.
    let (by_itself, is_tuple) = (form != Form::Derive, form.is_tuple());
    let (kw_only, has_init) = (on(&kw_only, false), on(&init, true));
    let is_closed = on(&frozen, false) || on(&validate, false);
    let private = names::private(&ident);
    let heir = Heir { ident: &ident, private: &private, vis: &vis, is_closed };
    let of_class = OfClass { form, heir: &heir, kw_only, rename_all: value(&rename_all) };
    let inherited: Vec<Relocated> = parents.iter().map(|parent| relocate(parent, &heir)).collect();
    let (groups, checks) = (lower_groups(&inherited, groups.0), lower_checks(&inherited, check));
    let fields = lower_fields(fields, &of_class, &Inherited { parents: &parents, all: inherited, places });
    let options = Options {
        init: has_init,
        new: lower_new(value(&new).unwrap_or_default(), &vis).filter(|_| has_init),
        call: lower_call(value(&call), &ident).filter(|_| has_init),
        tuple: on(&tuple, true),
        base: on(&base, form == Form::Schema),
        debug: on(&debug, true),
        clone: form == Form::Schema && clone.is_none(),
        display: on(&display, by_itself),
        eq: on(&eq, true),
        order: on(&order, is_tuple) || on(&ord, false),
        ord: on(&ord, is_tuple),
        hash: on(&hash, is_tuple),
        default: on(&default, false),
        frozen: on(&frozen, false),
        getters: on(&getters, false),
        setters: on(&setters, false),
        builder: on(&builder, false),
        validate: on(&validate, false),
        source: on(&source, false),
        serde: on(&serde, by_itself),
        forbid_extra: value(&extra) == Some(Extra::Forbid),
        post_init: value(&post_init),
        bound: bound.map(|bound| bound.value.0),
        incomplete,
        keys,
    };
    Class {
        form,
        parents,
        attributes: docs::others(&attributes),
        derived: docs::derived(&attributes),
        allows: docs::allows(&attributes),
        doc: docs::doc_text(&attributes),
        init_vars: lower_init_vars(init_var, kw_only),
        groups,
        checks,
        private,
        krate: krate.map_or_else(|| runtime.clone(), |path| path.value.to_token_stream()),
        ident,
        vis,
        generics,
        fields,
        options,
    }
}

fn on(given: &Given<Switch>, otherwise: bool) -> bool {
    value(given).map_or(otherwise, |switch| switch.0)
}

/// The name of the call macro.
fn lower_call(call: Option<OffOr<Ident>>, class: &Ident) -> Option<Ident> {
    match call {
        Some(OffOr::Off) => None,
        Some(OffOr::By(name)) => Some(name),
        None => Some(class.clone()),
    }
}

fn lower_init_vars(given: Repeated<InitVars>, kw_only: bool) -> Vec<InitVar> {
    let vars = given.into_iter().flat_map(|vars| vars.value.0).map(|var| InitVar {
        name: var.ident.unraw().to_string(),
        ident: var.ident,
        ty: var.ty,
        // As in Python, an argument that is no field has a default of its own that sees no field.
        default: var.default.map(|expr| Default::of_expr(expr, &[])),
        kw_only,
    });
    vars.collect()
}

fn lower_new(new: crate::input::values::New, struct_vis: &Visibility) -> Option<New> {
    let crate::input::values::New { off, name, vis } = new;
    let ident = name.unwrap_or_else(|| Ident::new("new", proc_macro2::Span::call_site()));
    (!off).then(|| New { ident, vis: vis.unwrap_or_else(|| struct_vis.clone()) })
}

/// What the struct says of all its fields.
struct OfClass<'a> {
    form: Form,
    heir: &'a Heir<'a>,
    kw_only: bool,
    rename_all: Option<RenameAll>,
}

/// What the class inherits.
struct Inherited<'a> {
    parents: &'a [Parent],
    /// Of each of them.
    all: Vec<Relocated>,
    /// Where each field comes from.
    places: &'a [From],
}

fn lower_fields(items: Vec<FieldItem>, class: &OfClass<'_>, inherited: &Inherited<'_>) -> Vec<Field> {
    let mut items: Vec<Option<FieldItem>> = items.into_iter().map(Some).collect();
    let mut names: Vec<String> = vec![];
    let mut fields: Vec<Field> = vec![];
    for from in inherited.places {
        let field = match *from {
            From::Own(own) => items.get_mut(own).and_then(Option::take).map(|item| lower_field(item, class, &names)),
            From::Base(base, field) => inherited.field(base, field, class, &fields),
        };
        if let Some(field) = field {
            names.push(field.name.clone());
            fields.push(field);
        }
    }
    fields
}

impl Inherited<'_> {
    fn field(&self, base: usize, field: usize, class: &OfClass<'_>, earlier: &[Field]) -> Option<Field> {
        let (parent, field) = (self.parents.get(base)?, self.all.get(base)?.fields.get(field)?);
        let default = relocated_default(field, parent, class.heir, earlier);
        Some(Field { default, ..field.clone() })
    }
}

/// The checks of the bases, each once, and then those of the class.
fn lower_checks(inherited: &[Relocated], own: Repeated<StructCheck>) -> Vec<StructCheck> {
    let mut checks: Vec<StructCheck> = vec![];
    for check in inherited.iter().rev().flat_map(|base| &base.checks) {
        if !checks.iter().any(|other| other.origin == check.origin) {
            checks.push(check.clone());
        }
    }
    checks.extend(own.into_iter().map(|check| check.value));
    checks
}

/// The groups of the bases, each once and unless the class says the same, and then those of the class.
fn lower_groups(inherited: &[Relocated], own: Vec<Group>) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![];
    for group in inherited.iter().rev().flat_map(|base| &base.groups) {
        if !groups.iter().chain(&own).any(|other| other.says_the_same(group)) {
            groups.push(group.clone());
        }
    }
    groups.extend(own);
    groups
}

/// The name in data that `rename_all` gives, if that is another one.
fn renamed(name: &str, all: Option<RenameAll>) -> Option<LitStr> {
    let all = all?;
    let key = all.case.apply(name);
    (key != name).then(|| LitStr::new(&key, all.span))
}

fn lower_field(item: FieldItem, class: &OfClass<'_>, earlier: &[String]) -> Field {
    let FieldItem { attributes, vis, ident, ty, options, incomplete } = item;
    let FieldOptions {
        default,
        init,
        repr,
        compare,
        hash,
        kw_only,
        into,
        optional,
        rename,
        alias,
        primary_key,
        secret,
        required,
        strict,
        transform,
        metadata,
        rules,
    } = options;
    let keys = field::Keys {
        default: key(&default),
        init: key(&init),
        hash: hash.as_ref().map(|hash| field::Hash { key: hash.key, on: hash.value.0 }),
        into: key(&into),
        kw_only: key(&kw_only),
        primary_key: key(&primary_key),
        repr: key(&repr),
        required: key(&required),
        optional: key(&optional),
    };
    let (by_itself, is_schema) = (class.form != Form::Derive, class.form == Form::Schema);
    let is_option = types::argument_of(&ty, "Option").is_some();
    let vis = match vis {
        Visibility::Inherited if by_itself && !class.heir.is_closed => class.heir.vis.clone(),
        vis => vis,
    };
    let init = on(&init, true);
    let name = ident.unraw().to_string();
    Field {
        private: !visibility::covers(&vis, class.heir.vis),
        attributes: docs::others(&attributes),
        allows: docs::allows(&attributes),
        doc: docs::doc_text(&attributes),
        deprecated: attributes.iter().any(|attribute| attribute.path().is_ident("deprecated")),
        default: match default.map(|default| default.value) {
            Some(DefaultValue::OfType) => Some(Default::OfType),
            Some(DefaultValue::Expr(expr)) => Some(Default::of_expr(*expr, earlier)),
            // Had it been read, it might have a default: nobody shall complain of a missing one.
            None if incomplete => Some(Default::OfType),
            None => (is_schema && is_option && optional.is_none() && required.is_none()).then_some(Default::None),
        },
        repr: match value(&repr) {
            None => FieldRepr::OfType,
            Some(OffOr::Off) => FieldRepr::Hidden,
            Some(OffOr::By(path)) => FieldRepr::By(syn::parse_quote!(#path)),
        },
        compare: on(&compare, true),
        hash: on(&hash, true),
        kw_only: init && on(&kw_only, class.kw_only),
        into: init && on(&into, is_schema && types::is_string(&ty)),
        secret: secret.is_some(),
        primary_key: primary_key.is_some(),
        required: required.is_some(),
        strict: strict.is_some(),
        transforms: transform.map(|transform| transform.value.0).unwrap_or_default(),
        rules,
        key: value(&rename).or_else(|| renamed(&name, class.rename_all)),
        aliases: alias.into_iter().map(|alias| alias.value).collect(),
        metadata: metadata.map(|metadata| metadata.value.0).unwrap_or_default(),
        name,
        ident,
        vis,
        written: ty.clone(),
        base: None,
        ty,
        init,
        incomplete,
        keys,
    }
}
