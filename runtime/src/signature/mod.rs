//! What a callable takes, and how a call's arguments are matched with it.

mod bind;
mod param;
mod suggest;

use std::fmt;

pub(crate) use bind::{Enumeration, missing};
pub(crate) use param::asks_for_type_alone;
pub use param::{Param, ParamKind};
pub use suggest::closest;

/// How many parameters are looked through for a name; more are looked up.
const FEW: usize = 16;

/// The parameters of a callable, in the order of their kinds.
///
/// `Display` gives Python's text, without the receiver.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::signature::{Param, ParamKind, Signature};
/// use metaclass::spec::{DefaultSpec, Literal, Text};
///
/// let signature = Signature::of_function(vec![
///     Param::new(Text::new("x"), ParamKind::PositionalOrKeyword),
///     Param::new(Text::new("y"), ParamKind::KeywordOnly).with_default(DefaultSpec::Value(Literal::Int(20))),
/// ]);
/// assert_eq!(signature.to_string(), "(x, *, y=20)");
///
/// let bound = signature.bind("f", args!(1, y = 2))?;
/// assert_eq!(bound.values(), [Some(1.into()), Some(2.into())]);
/// let error = signature.bind("f", args!(1, 2)).unwrap_err();
/// assert_eq!(error.to_string(), "f() takes 1 positional argument but 2 were given");
/// # Ok::<(), metaclass::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    params: Box<[Param]>,
    /// Is there an argument that the caller does not see: the instance being made? Python's texts count it.
    has_receiver: bool,
    /// How many parameters can be given by position: the first ones.
    positional: u32,
    /// The positions of the parameters in the order of their names, if they are many.
    by_name: Box<[usize]>,
}

impl Signature {
    /// The signature of a plain function.
    #[must_use]
    pub fn of_function(params: Vec<Param>) -> Self {
        Self::new(params, false)
    }

    /// The signature of a constructor or method, which also gets the instance.
    #[must_use]
    pub fn of_constructor(params: Vec<Param>) -> Self {
        Self::new(params, true)
    }

    /// That of a constructor of which nothing is known: `(*args, **kwargs)`.
    pub(crate) fn of_anything() -> Self {
        let param = |name, kind| Param::new(crate::spec::Text::new(name), kind);
        Self::of_constructor(vec![param("args", ParamKind::VarPositional), param("kwargs", ParamKind::VarKeyword)])
    }

    #[inline]
    fn new(params: Vec<Param>, has_receiver: bool) -> Self {
        let positional = params.iter().take_while(|param| param.kind().is_positional()).count();
        let by_name = if params.len() > FEW { in_order_of_names(&params) } else { Box::default() };
        let positional = u32::try_from(positional).unwrap_or(u32::MAX);
        Self { params: params.into(), has_receiver, positional, by_name }
    }

    /// The same parameters for what also gets an instance, which texts count.
    #[must_use]
    pub fn with_receiver(mut self) -> Self {
        self.has_receiver = true;
        self
    }

    /// How many parameters can be given by position.
    const fn positional(&self) -> usize {
        self.positional as usize
    }

    /// The parameters, in order.
    #[must_use]
    pub fn params(&self) -> &[Param] {
        &self.params
    }

    /// The position of the parameter of this name.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        if self.by_name.is_empty() {
            return self.params.iter().position(|param| param.name() == name);
        }
        let name_of = |i: &usize| self.params.get(*i).map_or("", Param::name);
        self.by_name.binary_search_by(|i| name_of(i).cmp(name)).ok().and_then(|found| self.by_name.get(found).copied())
    }
}

fn in_order_of_names(params: &[Param]) -> Box<[usize]> {
    let mut by_name: Box<[usize]> = (0..params.len()).collect();
    by_name.sort_by_key(|i| params.get(*i).map(Param::name));
    by_name
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(")?;
        let mut last = None;
        for (i, param) in self.params.iter().enumerate() {
            let kind = param.kind();
            if i > 0 {
                f.write_str(", ")?;
            }
            if last == Some(ParamKind::PositionalOnly) && kind != ParamKind::PositionalOnly {
                f.write_str("/, ")?;
            }
            // Behind `*rest`, it is known that they are keyword-only.
            if kind == ParamKind::KeywordOnly && last < Some(ParamKind::VarPositional) {
                f.write_str("*, ")?;
            }
            param.fmt(f)?;
            last = Some(kind);
        }
        f.write_str(if last == Some(ParamKind::PositionalOnly) { ", /)" } else { ")" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{FieldSpec, Text, TypeSpec};

    fn param(name: &'static str, kind: ParamKind) -> Param {
        Param::new(Text::new(name), kind)
    }

    #[test]
    fn signatures_print_as_in_python() {
        use ParamKind::{KeywordOnly, PositionalOnly, PositionalOrKeyword, VarKeyword, VarPositional};
        let text = |params: &[(&'static str, ParamKind)]| {
            Signature::of_function(params.iter().map(|(name, kind)| param(name, *kind)).collect()).to_string()
        };
        assert_eq!(text(&[]), "()");
        assert_eq!(text(&[("a", PositionalOnly)]), "(a, /)");
        assert_eq!(text(&[("a", PositionalOnly), ("b", PositionalOrKeyword)]), "(a, /, b)");
        assert_eq!(text(&[("a", PositionalOnly), ("k", KeywordOnly)]), "(a, /, *, k)");
        assert_eq!(text(&[("k", KeywordOnly), ("m", KeywordOnly)]), "(*, k, m)");
        let all = [
            ("a", PositionalOnly),
            ("b", PositionalOrKeyword),
            ("rest", VarPositional),
            ("k", KeywordOnly),
            ("kw", VarKeyword),
        ];
        assert_eq!(text(&all), "(a, /, b, *rest, k, **kw)");
        let typed = Param::of(FieldSpec::new(Text::new("rest"), TypeSpec::INT), VarPositional);
        assert_eq!(Signature::of_function(vec![typed]).to_string(), "(*rest: int)");
    }

    #[test]
    fn a_signature_is_small() {
        assert!(size_of::<Signature>() <= 40 && size_of::<Param>() <= 64);
    }

    #[test]
    fn many_parameters_are_found_by_name() {
        let names = (0..1000).map(|i| Text::from(format!("p{i}")));
        let params = names.map(|name| Param::new(name, ParamKind::PositionalOrKeyword));
        let signature = Signature::of_function(params.collect());
        assert_eq!((signature.position("p0"), signature.position("p999")), (Some(0), Some(999)));
        assert_eq!(signature.position("p1000"), None);
        assert_eq!(Signature::of_function(vec![]).position("p"), None);
    }
}
