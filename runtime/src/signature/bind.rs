//! Matching the arguments of a call with a signature, with CPython's texts.
//!
//! The order of the checks is CPython's (`initialize_locals` in `Python/ceval.c`): unknown and repeated keywords, then
//! too many positional arguments, then what is missing: positional first, all of them at once.

use std::fmt;

use super::{ParamKind, Signature, closest};
use crate::error::Error;
use crate::repr::repr;

impl Signature {
    /// Puts the arguments of a call in the order of the parameters; `None` where a default is to be used.
    ///
    /// `callee` is the name that error texts show: `C.__init__` for the constructor of `C`.
    ///
    /// # Errors
    /// A `TypeError` with CPython's text if the arguments do not fit.
    pub fn bind<T>(&self, callee: &str, positional: Vec<T>, keywords: Vec<(&str, T)>) -> Result<Vec<Option<T>>, Error> {
        let given = positional.len();
        let mut bound: Vec<Option<T>> = self.params.iter().map(|_| None).collect();
        let mut surplus = false;
        let mut slots = bound.iter_mut().take(self.positional());
        for argument in positional {
            match slots.next() {
                Some(slot) => *slot = Some(argument),
                None => surplus = true,
            }
        }
        for (name, argument) in keywords {
            self.bind_keyword(callee, &mut bound, name, argument)?;
        }
        if surplus {
            return Err(self.too_many(callee, given, &bound));
        }
        self.require(callee, &bound, ParamKind::PositionalOrKeyword, "positional")?;
        self.require(callee, &bound, ParamKind::KeywordOnly, "keyword-only")?;
        Ok(bound)
    }

    /// How many parameters can be given by position: the first ones.
    fn positional(&self) -> usize {
        self.params.iter().take_while(|param| param.kind == ParamKind::PositionalOrKeyword).count()
    }

    fn bind_keyword<T>(&self, callee: &str, bound: &mut [Option<T>], name: &str, argument: T) -> Result<(), Error> {
        let Some((slot, _)) = bound.iter_mut().zip(&self.params).find(|(_, param)| param.name() == name) else {
            return Err(self.unexpected(callee, name));
        };
        if slot.is_some() {
            let name = repr(name);
            return Err(Error::type_error(format!("{callee}() got multiple values for argument {name}")));
        }
        *slot = Some(argument);
        Ok(())
    }

    fn unexpected(&self, callee: &str, name: &str) -> Error {
        let mut text = format!("{callee}() got an unexpected keyword argument {}", repr(name));
        if let Some(meant) = closest(name, self.params.iter().map(super::Param::name)) {
            text += &format!(". Did you mean {}?", repr(meant));
        }
        Error::type_error(text)
    }

    fn too_many<T>(&self, callee: &str, given: usize, bound: &[Option<T>]) -> Error {
        let most = self.positional() + self.receivers;
        let given = given + self.receivers;
        let of_kind = |kind| self.params.iter().zip(bound).filter(move |(param, _)| param.kind == kind);
        let defaults = of_kind(ParamKind::PositionalOrKeyword).filter(|(param, _)| !param.default.is_required());
        let takes = match most - defaults.count() {
            least if least == most => format!("{most} positional argument{}", plural(most)),
            least => format!("from {least} to {most} positional arguments"),
        };
        let keywords = of_kind(ParamKind::KeywordOnly).filter(|(_, argument)| argument.is_some()).count();
        let given = match (keywords, given) {
            (0, 1) => "1 was given".to_owned(),
            (0, _) => format!("{given} were given"),
            (_, _) => format!(
                "{given} positional argument{} (and {keywords} keyword-only argument{}) were given",
                plural(given),
                plural(keywords)
            ),
        };
        Error::type_error(format!("{callee}() takes {takes} but {given}"))
    }

    /// Fails with the names of all required parameters of a kind that have no argument.
    fn require<T>(&self, callee: &str, bound: &[Option<T>], kind: ParamKind, word: &str) -> Result<(), Error> {
        let parameters = self.params.iter().zip(bound).filter(|(param, _)| param.kind == kind);
        let missing = parameters.filter(|(param, argument)| argument.is_none() && param.default.is_required());
        let missing: Vec<&str> = missing.map(|(param, _)| param.name()).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let (count, plural, names) = (missing.len(), plural(missing.len()), Enumeration(&missing));
        Err(Error::type_error(format!("{callee}() missing {count} required {word} argument{plural}: {names}")))
    }
}

const fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// Quoted names as CPython lists them: `'x'`, `'x' and 'y'`, `'x', 'y', and 'z'`.
struct Enumeration<'a>(&'a [&'a str]);

impl fmt::Display for Enumeration<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.0.len().saturating_sub(1);
        for (i, name) in self.0.iter().enumerate() {
            f.write_str(match i {
                0 => "",
                1 if last == 1 => " and ",
                _ if i == last => ", and ",
                _ => ", ",
            })?;
            repr(*name).fmt(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Param;
    use super::*;
    use crate::spec::{DefaultSpec, Literal, Text};

    /// `def f(a, b, c=0, *, k, m=0)` as a constructor of `F`.
    fn signature() -> Signature {
        let param = |name, kind| Param::new(Text::new(name), kind);
        let zero = || DefaultSpec::Value(Literal::Int(0));
        Signature::of_constructor(vec![
            param("a", ParamKind::PositionalOrKeyword),
            param("b", ParamKind::PositionalOrKeyword),
            param("c", ParamKind::PositionalOrKeyword).with_default(zero()),
            param("k", ParamKind::KeywordOnly),
            param("m", ParamKind::KeywordOnly).with_default(zero()),
        ])
    }

    fn bind(positional: usize, keywords: &[&str]) -> Result<Vec<Option<usize>>, String> {
        let keywords = keywords.iter().enumerate().map(|(i, name)| (*name, 100 + i)).collect();
        signature().bind("F.__init__", (0..positional).collect(), keywords).map_err(|error| error.to_string())
    }

    #[track_caller]
    fn refused(positional: usize, keywords: &[&str], text: &str) {
        assert_eq!(bind(positional, keywords), Err(format!("F.__init__() {text}")));
    }

    #[test]
    fn arguments_take_the_places_of_the_parameters() {
        assert_eq!(bind(2, &["k"]), Ok(vec![Some(0), Some(1), None, Some(100), None]));
        assert_eq!(bind(0, &["m", "b", "k", "a"]), Ok(vec![Some(103), Some(101), None, Some(102), Some(100)]));
    }

    #[test]
    fn keywords_are_checked_first_in_call_order() {
        refused(9, &["zz", "a"], "got an unexpected keyword argument 'zz'");
        refused(9, &["a", "zz"], "got multiple values for argument 'a'");
        refused(0, &["k", "k"], "got multiple values for argument 'k'");
        refused(0, &["mm"], "got an unexpected keyword argument 'mm'. Did you mean 'm'?");
    }

    #[test]
    fn too_many_positional_arguments_count_the_receiver() {
        refused(4, &[], "takes from 3 to 4 positional arguments but 5 were given");
        refused(
            4,
            &["k"],
            "takes from 3 to 4 positional arguments but 5 positional arguments (and 1 keyword-only argument) were given",
        );
        let nothing = Signature::of_constructor(vec![]).bind("F.__init__", vec![1], vec![]);
        let text = "F.__init__() takes 1 positional argument but 2 were given";
        assert_eq!(nothing.map_err(|error| error.to_string()), Err(text.to_owned()));
        let nothing = Signature::of_function(vec![]).bind("f", vec![1], vec![]);
        let text = "f() takes 0 positional arguments but 1 was given";
        assert_eq!(nothing.map_err(|error| error.to_string()), Err(text.to_owned()));
    }

    #[test]
    fn missing_arguments_are_named_together() {
        refused(0, &[], "missing 2 required positional arguments: 'a' and 'b'");
        refused(1, &["k"], "missing 1 required positional argument: 'b'");
        refused(2, &[], "missing 1 required keyword-only argument: 'k'");
        let three = ["x", "y", "z"].map(|name| Param::new(Text::new(name), ParamKind::PositionalOrKeyword));
        let error = Signature::of_function(three.into()).bind::<i32>("f", vec![], vec![]).map_err(|e| e.to_string());
        assert_eq!(error, Err("f() missing 3 required positional arguments: 'x', 'y', and 'z'".to_owned()));
    }
}
