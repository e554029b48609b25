//! What a class says in expressions that mean something only where it stands: checks, transforms, limits.
//!
//! A class that inherits from it, perhaps in another crate, reaches them through functions and constants of the base,
//! which are numbered in the order of this walk: so both sides call them the same.

use proc_macro2::Span;
use syn::{Expr, Ident, Type};

use super::field::{Field, FieldRepr};
use super::{names, types};
use crate::input::rules::{Argument, Rules, Takes, Transform, function_name};
use crate::input::values::{StructCheck, literal};

/// An expression that is reached from outside.
pub(crate) struct Outward<'a> {
    pub(crate) expr: &'a mut Expr,
    pub(crate) kind: Kind,
    /// The types of what it looks at. A check within a type of which the parts are not written looks at none that is
    /// known.
    pub(crate) types: Vec<Type>,
    /// The function or constant of the base.
    pub(crate) name: Ident,
}

/// What an expression is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A length or a count: a constant.
    Count,
    /// A limit: a constant of this type.
    Number(&'static str),
    /// A function that looks at one value or several.
    Check,
    /// A function that shows a field.
    Show,
    /// A function that changes a value.
    Transform,
}

/// Shows all such expressions of a class, in order.
pub(crate) fn each(fields: &mut [Field], checks: &mut [StructCheck], act: &mut dyn FnMut(Outward<'_>)) {
    let of_fields: Vec<(String, Type)> = fields.iter().map(|field| (field.name.clone(), field.ty.clone())).collect();
    let mut walk = Walk { count: 0, act };
    for field in fields {
        let ty = field.ty.clone();
        walk.rules(&mut field.rules, Some(&ty));
        for transform in &mut field.transforms {
            if let Transform::With(expr) = transform {
                walk.tell(expr, Kind::Transform, Some(types::inner_of_option(&ty)));
            }
        }
        if let FieldRepr::By(expr) = &mut field.repr {
            walk.tell(expr, Kind::Show, Some(&ty));
        }
    }
    for check in checks {
        let named = |name: &Ident| of_fields.iter().find(|(field, _)| name == field).map(|(_, ty)| ty);
        let types: Vec<&Type> = check.fields.iter().filter_map(named).collect();
        walk.tell(&mut check.function, Kind::Check, types);
    }
}

struct Walk<'a> {
    count: usize,
    act: &'a mut dyn FnMut(Outward<'_>),
}

impl Walk<'_> {
    fn rules(&mut self, rules: &mut Rules, ty: Option<&Type>) {
        for rule in &mut rules.all {
            match (&mut rule.argument, rule.row.takes) {
                (Argument::Expr(expr), Takes::Check) => self.tell(expr, Kind::Check, ty.map(types::inner_of_option)),
                (Argument::Expr(expr), _) if literal(expr).is_some() => {}
                (Argument::Expr(expr), Takes::Number) => self.tell(expr, Kind::Number(types::widest(ty)), None),
                (Argument::Expr(expr), _) => self.tell(expr, Kind::Count, None),
                (Argument::Rules(inner), _) => self.rules(inner, ty.and_then(|ty| types::part(ty, rule.row.key))),
                _ => {}
            }
        }
    }

    fn tell<'t>(&mut self, expr: &mut Expr, kind: Kind, types: impl IntoIterator<Item = &'t Type>) {
        let name = names::outward(self.count, &function_name(expr), Span::call_site());
        self.count += 1;
        (self.act)(Outward { expr, kind, types: types.into_iter().cloned().collect(), name });
    }
}
