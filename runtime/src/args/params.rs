//! The parameters of a function that is made at run time.

use std::iter::once_with;

use crate::descriptor::FieldMark;
use crate::error::Error;
use crate::field::{Field, Seen, is_identifier, others_fit};
use crate::repr::repr;
use crate::signature::{Param, ParamKind, Signature};
use crate::spec::{FieldSpec, Text, TypeSpec};
use crate::symbol::Sym;

/// The parameters of a function, as they are written: names, and [`Field`]s with types, defaults and rules.
///
/// [`params!`](crate::params) writes them as Python does; the methods do the same for names that are known at run time
/// only. A parameter of any type is shown without one. [`build`](Self::build) makes the signature.
///
/// ```
/// use metaclass::prelude::*;
///
/// let written = params!(name: Field::str(), *, times: Field::int().min_value(1) = 1, **rest);
/// let made = Params::new()
///     .param("name", Field::str())
///     .keyword_only("times", Field::int().min_value(1).default(1))
///     .var_keyword("rest", Field::any());
/// assert_eq!(written.build()?.to_string(), "(name: str, *, times: int = 1, **rest)");
/// assert_eq!(made.build()?.to_string(), "(name: str, *, times: int = 1, **rest)");
///
/// // As Python code makes the text of a function from a list of names, and runs it.
/// let init = Params::from_iter(["x", "y"]);
/// assert_eq!(init.build()?.to_string(), "(x, y)");
/// # Ok::<(), metaclass::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "parameters do nothing until they are built"]
pub struct Params(Vec<(Sym, ParamKind, Written)>);

/// What is said of a parameter: mostly nothing but one of the types without parameters.
#[derive(Clone, Debug)]
enum Written {
    Plain(&'static FieldMark),
    Field(Box<Field>),
}

/// One method per kind.
macro_rules! kinds {
    ($($(#[$doc:meta])* $method:ident $kind:ident;)*) => {$(
        $(#[$doc])*
        pub fn $method(self, name: impl AsRef<str>, field: Field) -> Self {
            self.with(ParamKind::$kind, name, field)
        }
    )*};
}

impl Params {
    /// No parameters.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// With a parameter of this kind.
    pub fn with(mut self, kind: ParamKind, name: impl AsRef<str>, field: Field) -> Self {
        let written = match FieldMark::of_plain(&field) {
            Some(plain) => Written::Plain(plain),
            None => Written::Field(Box::new(field)),
        };
        self.0.push((Sym::new(name.as_ref()), kind, written));
        self
    }

    kinds! {
        /// With a parameter that is given by position only: one before `/`.
        positional_only PositionalOnly;
        /// With a parameter that is given by position or by name.
        param PositionalOrKeyword;
        /// With a parameter that takes all further arguments by position, each like the field: `*name`.
        var_positional VarPositional;
        /// With a parameter that is given by name only: one behind `*`.
        keyword_only KeywordOnly;
        /// With a parameter that takes all further arguments by name, each like the field: `**name`.
        var_keyword VarKeyword;
    }

    /// The signature of a plain function with these parameters.
    ///
    /// # Errors
    /// A `ValueError` with the text of Python's `inspect.Signature` for the first parameter that cannot stand where it
    /// does, or what [`Field::build`] gives.
    pub fn build(self) -> Result<Signature, Error> {
        self.into_params().map(Signature::of_function)
    }

    /// The parameters of the signature.
    pub(crate) fn into_params(self) -> Result<Vec<Param>, Error> {
        let mut laws = Laws::default();
        let mut params = Vec::with_capacity(self.0.len());
        let mut are_plain = true;
        for (name, kind, written) in &self.0 {
            match written {
                Written::Plain(field) => {
                    laws.check(*name, *kind, false)?;
                    params.extend(once_with(|| plain(*name, *kind, field)));
                }
                Written::Field(field) => {
                    let param = param((*name).into(), *kind, field)?;
                    laws.check(*name, *kind, !param.default().is_required())?;
                    params.push(param);
                    are_plain = false;
                }
            }
        }
        if !are_plain {
            others_fit(params.iter().map(Param::field))?;
        }
        Ok(params)
    }
}

/// One of which nothing is said but its type.
#[inline]
fn plain(name: Sym, kind: ParamKind, field: &Field) -> Param {
    match field.body().ty {
        TypeSpec::Any => Param::new(name.into(), kind),
        _ => Param::of(FieldSpec::of(name.into(), field.body().clone()), kind),
    }
}

fn param(name: Text, kind: ParamKind, field: &Field) -> Result<Param, Error> {
    let field = field.build_as(name)?;
    Ok(match field.ty() {
        TypeSpec::Any if field.rules().is_empty() && field.transforms().is_empty() => {
            let param = Param::new(field.name_text().clone(), kind);
            if field.default().is_required() { param } else { param.with_default(field.default().clone()) }
        }
        _ => Param::of(field, kind),
    })
}

/// Parameters of any type, by their names.
impl<N: AsRef<str>, const COUNT: usize> From<[N; COUNT]> for Params {
    fn from(names: [N; COUNT]) -> Self {
        names.into_iter().collect()
    }
}

/// Parameters of any type, by their names.
impl<N: AsRef<str>> From<Vec<N>> for Params {
    fn from(names: Vec<N>) -> Self {
        names.into_iter().collect()
    }
}

impl<N: AsRef<str>> FromIterator<N> for Params {
    fn from_iter<I: IntoIterator<Item = N>>(names: I) -> Self {
        names.into_iter().fold(Self::new(), |params, name| params.param(name, Field::any()))
    }
}

/// What is known of the parameters before one.
#[derive(Default)]
struct Laws {
    names: Seen<Sym>,
    last: Option<ParamKind>,
    /// The last one by position that has a default.
    defaulted: Option<Sym>,
}

impl Laws {
    fn check(&mut self, name: Sym, kind: ParamKind, has_default: bool) -> Result<(), Error> {
        if !name.can_be_field() && !is_identifier(&name) {
            return Err(Error::value_error(format!("{} is not a valid parameter name", repr(&*name))));
        }
        match self.last {
            Some(last) if kind < last => {
                let text = format!("wrong parameter order: {last} parameter before {kind} parameter");
                return Err(Error::value_error(text));
            }
            Some(last) if kind == last && !kind.is_one() => {
                return Err(Error::value_error(format!("more than one {kind} parameter")));
            }
            _ => self.last = Some(kind),
        }
        if !kind.is_one() && has_default {
            return Err(Error::value_error(format!("{kind} parameters cannot have default values")));
        }
        if kind.is_positional() {
            match self.defaulted {
                _ if has_default => self.defaulted = Some(name),
                None => {}
                Some(before) => {
                    let (name, before) = (repr(&*name), repr(&*before));
                    let text = format!("non-default argument {name} follows default argument {before}");
                    return Err(Error::value_error(text));
                }
            }
        }
        match self.names.insert(name) {
            true => Ok(()),
            false => Err(Error::value_error(format!("duplicate parameter name: {}", repr(&*name)))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(params: Params, text: &str) {
        assert_eq!(format!("{:?}", params.build().unwrap_err()), text);
    }

    #[test]
    fn each_parameter_stands_where_its_kind_does() {
        let (any, default) = (Field::any, || Field::any().default(1));
        let order = "ValueError: wrong parameter order: keyword-only parameter before positional or keyword parameter";
        refused(Params::new().keyword_only("k", any()).param("x", any()), order);
        let order = "ValueError: wrong parameter order: variadic keyword parameter before keyword-only parameter";
        refused(Params::new().var_keyword("kw", any()).keyword_only("k", any()), order);
        let two = Params::new().var_positional("a", any()).var_positional("b", any());
        refused(two, "ValueError: more than one variadic positional parameter");
        let default_of_rest = Params::new().var_positional("rest", default());
        refused(default_of_rest, "ValueError: variadic positional parameters cannot have default values");
        let after = Params::new().positional_only("x", default()).param("y", any());
        refused(after, "ValueError: non-default argument 'y' follows default argument 'x'");
        assert!(Params::new().param("x", default()).keyword_only("y", any()).build().is_ok());
    }

    #[test]
    fn names_are_identifiers_and_told_apart() {
        refused(Params::from_iter(["x", "x"]), "ValueError: duplicate parameter name: 'x'");
        refused(Params::from_iter(["a b"]), "ValueError: 'a b' is not a valid parameter name");
        refused(Params::from_iter([""]), "ValueError: '' is not a valid parameter name");
        // Rust has other keywords than Python, and either can be given by name.
        assert!(Params::from_iter(["class", "type", "self"]).build().is_ok());
    }

    #[test]
    fn a_field_that_has_no_meaning_is_refused() {
        let params = Params::new().param("x", Field::int().min_length(1));
        refused(params, "TypeError: x: rule `min_length` does not fit type `int`");
    }
}
