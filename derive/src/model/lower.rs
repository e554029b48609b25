//! From what was read to what it means. Total: what is contradictory is lowered all the same, and the checks see it.
//!
//! Everything is taken apart without `..`, so that a new option does not compile until it has a meaning here.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{Ident, LitStr, Visibility};

use super::class::{Argument, Class, InitVar, Keys, New, Options, key};
use super::default::Default;
use super::field::{self, Field, FieldRepr};
use super::{docs, names, types, visibility};
use crate::inherit::{From, Heir, Parent, Places, Relocated, relocate, relocated_default};
use crate::input::container::Container;
use crate::input::data::{Extra, RenameAll};
use crate::input::field::FieldOptions;
use crate::input::groups::Group;
use crate::input::keyed::{Given, Repeated, value};
use crate::input::values::{DefaultValue, InitVars, OffOr, StructCheck, Switch};
use crate::input::{FieldItem, Form, Item};

/// The meaning of a struct; the runtime is found at `runtime` unless an option says otherwise.
///
/// `places` say where what it has comes from.
#[allow(clippy::too_many_lines, reason = "some lines for each option")]
pub(crate) fn lower(item: Item, runtime: &TokenStream, parents: Vec<Parent>, places: &Places) -> Class {
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
        register,
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
        register: key(&register),
        serde: key(&serde),
        clone: key(&clone),
    };
    // What is written by a macro has more by itself than what is derived, and a tuple whatever its items have.
    let (by_itself, is_tuple) = (form != Form::Derive, form.is_tuple());
    let (kw_only, has_init, private) = (on(&kw_only, false), on(&init, true), names::private(&ident));
    let is_closed = on(&frozen, false) || on(&validate, false);
    let heir = Heir { ident: &ident, private: &private, vis: &vis, is_closed };
    let inherited = Inherited::new(&parents, &heir, places);
    let (groups, checks) = (lower_groups(&inherited.all, groups.0), lower_checks(&inherited.all, check));
    let of_class = OfClass { form, heir: &heir, kw_only, rename_all: value(&rename_all) };
    let members = Members::new(Own::new(fields, lower_init_vars(init_var, kw_only)), &inherited, &of_class);
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
        register: on(&register, false),
        serde: on(&serde, by_itself),
        forbid_extra: value(&extra) == Some(Extra::Forbid),
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
        init_vars: members.init_vars,
        post_init: value(&post_init),
        post_init_above: places.post_init,
        groups,
        checks,
        private,
        krate: krate.map_or_else(|| runtime.clone(), |path| path.value.to_token_stream()),
        ident,
        vis,
        generics,
        fields: members.fields,
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
        written: var.ty.clone(),
        ty: var.ty,
        base: None,
        // Where there are no bases, behind all fields.
        after: 0,
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

/// What is written in the class itself, until it is taken.
struct Own {
    fields: Vec<Option<FieldItem>>,
    init_vars: Vec<Option<InitVar>>,
}

impl Own {
    fn new(fields: Vec<FieldItem>, init_vars: Vec<InitVar>) -> Self {
        let (fields, init_vars) = (fields.into_iter().map(Some), init_vars.into_iter().map(Some));
        Self { fields: fields.collect(), init_vars: init_vars.collect() }
    }
}

/// What the class inherits.
struct Inherited<'a> {
    parents: &'a [Parent],
    /// Of each of them.
    all: Vec<Relocated>,
    /// Where everything comes from.
    places: &'a Places,
}

impl<'a> Inherited<'a> {
    fn new(parents: &'a [Parent], heir: &Heir<'_>, places: &'a Places) -> Self {
        Self { parents, all: parents.iter().map(|parent| relocate(parent, heir)).collect(), places }
    }
}

/// The fields, and the arguments that stand among them.
#[derive(Default)]
struct Members {
    fields: Vec<Field>,
    init_vars: Vec<InitVar>,
}

impl Members {
    fn new(mut own: Own, inherited: &Inherited<'_>, class: &OfClass<'_>) -> Self {
        let mut members = Self::default();
        for from in &inherited.places.members {
            match *from {
                From::Own(place) => {
                    let names: Vec<String> = members.fields.iter().map(|field| field.name.clone()).collect();
                    let item = own.fields.get_mut(place).and_then(Option::take);
                    members.fields.extend(item.map(|item| lower_field(item, class, &names)));
                }
                From::OwnInitVar(place) => members.add(own.init_vars.get_mut(place).and_then(Option::take)),
                From::Base(base, place) => members.inherit(inherited, base, place, class.heir),
            }
        }
        members
    }

    fn add(&mut self, var: Option<InitVar>) {
        self.init_vars.extend(var.map(|var| InitVar { after: self.fields.len(), ..var }));
    }

    fn inherit(&mut self, inherited: &Inherited<'_>, base: usize, place: usize, heir: &Heir<'_>) {
        let (Some(parent), Some(relocated)) = (inherited.parents.get(base), inherited.all.get(base)) else { return };
        let Some(argument) = relocated.member(place) else { return };
        let default = relocated_default(argument, parent, heir, &self.fields);
        match argument {
            Argument::Field(field) => self.fields.push(Field { default, ..field.clone() }),
            Argument::InitVar(var) => self.add(Some(InitVar { default, ..var.clone() })),
        }
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
        present,
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
        present: key(&present),
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
            None => {
                let is_given = optional.is_some() || required.is_some() || present.is_some();
                (is_schema && is_option && !is_given).then_some(Default::None)
            }
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
        present: present.is_some(),
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
        foreign: false,
        ty,
        init,
        incomplete,
        keys,
    }
}
