//! Matching the arguments of a call with a signature, with CPython's texts.
//!
//! The order of the checks is CPython's (`initialize_locals` in `Python/ceval.c`): unknown and repeated keywords, then
//! too many positional arguments, then what is missing: positional first, all of them at once.

use std::borrow::Cow;
use std::fmt;

use super::{Param, ParamKind, Signature, closest};
use crate::args::{Args, BoundArguments, Few, accepts_as_is};
use crate::error::Error;
use crate::repr::repr;
use crate::spec::Text;
use crate::value::{Dict, Key, Str, Tuple, Value};

impl Signature {
    /// Gives each parameter its argument, with defaults where none is given, and checks types and rules: all that
    /// happens before a function runs.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let signature = params!(name: Field::str(), times: Field::int().min_value(1) = 1).build()?;
    /// let args = signature.accept("Animal.greet", args!("Rex"))?;
    /// assert_eq!(args.get::<(&str, i64)>()?, ("Rex", 1));
    ///
    /// let error = signature.accept("Animal.greet", args!("Rex", "twice")).unwrap_err();
    /// assert_eq!(format!("{error:?}"), "TypeError: Animal.greet.times: expected int, got str");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`bind`](Self::bind) and of [`BoundArguments::validate`].
    pub fn accept<'s>(&'s self, callee: &'s str, mut args: Args) -> Result<BoundArguments<'s>, Error> {
        let mut bound = self.bind_from(callee, &mut args)?;
        bound.apply_defaults();
        bound.validate()?;
        Ok(bound)
    }

    /// The same for a call that keeps its arguments: they become what the function gets. If there is a parameter for which
    /// there is nothing, not even a default, all are given back instead.
    pub(crate) fn accept_in(&self, callee: &str, args: &mut Args) -> Result<Option<Box<[Option<Value>]>>, Error> {
        let mut bound = self.matched(callee, args)?;
        self.apply_defaults(&mut bound);
        let is_plain = self.params.iter().zip(&bound).all(|(param, value)| accepts_as_is(param, value.as_ref()));
        if !is_plain {
            let mut checked = BoundArguments::new(callee, self, bound);
            checked.validate()?;
            bound = checked.into_values().into();
        }
        Ok(args.put(bound))
    }

    /// Gives every parameter that is not given its default, made anew.
    pub(crate) fn apply_defaults(&self, bound: &mut [Option<Value>]) {
        for (value, param) in bound.iter_mut().zip(&self.params) {
            if value.is_none() {
                *value = param.default().value();
            }
        }
    }

    /// Is there an argument for each parameter, in their order, and none that a rule or a transform is asked of?
    pub(crate) fn takes_as_given(&self, args: &Args) -> bool {
        let (values, names) = (args.values(), args.names());
        let given = values.len().saturating_sub(names.len());
        values.len() == self.params.len()
            && given <= self.positional()
            && args.is_unpacked()
            && self.params.iter().skip(given).zip(names).all(|(param, name)| param.is_named(name))
            && self.params.iter().zip(values).all(|(param, value)| param.takes_as_it_is(value))
    }

    /// Puts the arguments of a call in the order of the parameters.
    ///
    /// `callee` is the name that error texts show: `C.__init__` for the constructor of `C`.
    ///
    /// # Errors
    /// A `TypeError` with CPython's text if the arguments do not fit.
    pub fn bind<'s>(&'s self, callee: &'s str, mut args: Args) -> Result<BoundArguments<'s>, Error> {
        self.bind_from(callee, &mut args)
    }

    /// The same; the arguments are left without their values.
    pub(crate) fn bind_from<'s>(&'s self, callee: &'s str, args: &mut Args) -> Result<BoundArguments<'s>, Error> {
        Ok(BoundArguments::new(callee, self, self.matched(callee, args)?))
    }

    /// One for each parameter, taken out of a call; `None` where nothing is given.
    fn matched(&self, callee: &str, args: &mut Args) -> Result<Few<Option<Value>>, Error> {
        args.check(callee)?;
        let given = args.positional().len();
        let (mut values, names) = args.drain();
        let mut call = Call { signature: self, callee, given, bound: Few::from_elem(None, self.params.len()) };
        for slot in call.bound.iter_mut().take(given.min(self.positional())) {
            *slot = values.next();
        }
        let surplus = values.by_ref().take(given.saturating_sub(self.positional()));
        match self.position_of(ParamKind::VarPositional) {
            Some(rest) => call.set(rest, surplus.collect::<Tuple>()),
            // It is told later that they are too many.
            None => surplus.for_each(drop),
        }
        call.bind_keywords(names, values)?;
        call.require()?;
        Ok(call.bound)
    }

    /// The position of the only parameter of this kind.
    fn position_of(&self, kind: ParamKind) -> Option<usize> {
        // Behind the positional ones, if anywhere.
        let rest = self.params.get(self.positional()..)?;
        Some(self.positional() + rest.iter().position(|param| param.kind() == kind)?)
    }
}

/// A call whose arguments are being matched.
struct Call<'s> {
    signature: &'s Signature,
    callee: &'s str,
    /// How many arguments are given by position.
    given: usize,
    bound: Few<Option<Value>>,
}

impl Call<'_> {
    fn set(&mut self, position: usize, value: impl Into<Value>) {
        if let Some(slot) = self.bound.get_mut(position) {
            *slot = Some(value.into());
        }
    }

    /// The parameters with their arguments.
    fn pairs(&self) -> impl Iterator<Item = (&Param, &Option<Value>)> {
        self.signature.params.iter().zip(&self.bound)
    }

    fn bind_keywords(&mut self, names: &[Text], values: impl Iterator<Item = Value>) -> Result<(), Error> {
        // A call that has no place for further ones allocates no dict.
        let mut others = self.signature.position_of(ParamKind::VarKeyword).map(|position| (position, Dict::new()));
        for (name, value) in names.iter().zip(values) {
            let found = self.signature.position(name);
            match found.filter(|i| self.signature.params.get(*i).is_some_and(|param| param.kind().is_keyword())) {
                Some(position) => self.bind_keyword(position, name, value)?,
                None => match &mut others {
                    None => return Err(self.unexpected(name, names)),
                    Some((_, others)) => {
                        if others.insert_key(Key::from(Str::from(&**name)), value).is_some() {
                            return Err(self.repeated("keyword argument", name));
                        }
                    }
                },
            }
        }
        if let Some((position, others)) = others {
            self.set(position, others);
        }
        Ok(())
    }

    fn bind_keyword(&mut self, position: usize, name: &str, value: Value) -> Result<(), Error> {
        match self.bound.get_mut(position) {
            Some(slot @ None) => *slot = Some(value),
            _ if position < self.given => return Err(self.repeated("argument", name)),
            _ => return Err(self.repeated("keyword argument", name)),
        }
        Ok(())
    }

    #[cold]
    fn error(&self, text: impl fmt::Display) -> Error {
        Error::type_error(format!("{}() {text}", self.callee))
    }

    #[cold]
    fn repeated(&self, what: &str, name: &str) -> Error {
        self.error(format_args!("got multiple values for {what} {}", repr(name)))
    }

    #[cold]
    fn unexpected(&self, name: &str, names: &[Text]) -> Error {
        let of_kind = |test: fn(ParamKind) -> bool| {
            self.signature.params.iter().filter(move |param| test(param.kind())).map(Param::name)
        };
        let by_position = of_kind(|kind| kind == ParamKind::PositionalOnly);
        let by_position: Vec<&str> = by_position.filter(|param| names.iter().any(|name| name == param)).collect();
        if !by_position.is_empty() {
            let text = "got some positional-only arguments passed as keyword arguments";
            return self.error(format_args!("{text}: {}", repr(&*by_position.join(", "))));
        }
        let suggestion = match closest(name, of_kind(ParamKind::is_keyword)) {
            Some(meant) => Cow::Owned(format!(". Did you mean {}?", repr(meant))),
            None => Cow::Borrowed(""),
        };
        self.error(format_args!("got an unexpected keyword argument {}{suggestion}", repr(name)))
    }

    /// Refuses too many arguments, and then too few: first those by position, all of them at once.
    fn require(&self) -> Result<(), Error> {
        let takes_all = || self.signature.position_of(ParamKind::VarPositional).is_some();
        if self.given > self.signature.positional() && !takes_all() {
            return Err(self.too_many());
        }
        if self.pairs().any(|(param, value)| value.is_none() && param.is_required()) {
            return Err(self.missing());
        }
        Ok(())
    }

    #[cold]
    fn too_many(&self) -> Error {
        let (positional, receivers) = (self.signature.positional(), usize::from(self.signature.has_receiver));
        let (most, given) = (positional + receivers, self.given + receivers);
        let defaults = self.signature.params.iter().take(positional).filter(|param| !param.is_required());
        let takes = match most - defaults.count() {
            least if least == most => format!("{most} positional argument{}", plural(most)),
            least => format!("from {least} to {most} positional arguments"),
        };
        let keywords = self.pairs().filter(|(param, value)| param.kind() == ParamKind::KeywordOnly && value.is_some());
        let given = match (keywords.count(), given) {
            (0, 1) => "1 was given".to_owned(),
            (0, _) => format!("{given} were given"),
            (keywords, _) => format!(
                "{given} positional argument{} (and {keywords} keyword-only argument{}) were given",
                plural(given),
                plural(keywords)
            ),
        };
        self.error(format_args!("takes {takes} but {given}"))
    }

    /// Names all required parameters of a kind that have no argument.
    #[cold]
    fn missing(&self) -> Error {
        let of_kind = |test: fn(ParamKind) -> bool| {
            let missing = self.pairs().filter(|(param, value)| value.is_none() && param.is_required());
            missing.filter(|(param, _)| test(param.kind())).map(|(param, _)| param.name()).collect::<Vec<_>>()
        };
        let (word, names) = match of_kind(ParamKind::is_positional) {
            none if none.is_empty() => ("keyword-only", of_kind(|kind| kind == ParamKind::KeywordOnly)),
            names => ("positional", names),
        };
        missing(self.callee, word, &names)
    }
}

/// Python's text for required arguments that a call lacks.
#[cold]
pub(crate) fn missing(callee: &str, word: &str, names: &[&str]) -> Error {
    let (count, plural) = (names.len(), plural(names.len()));
    Error::type_error(format!("{callee}() missing {count} required {word} argument{plural}: {}", Enumeration(names)))
}

const fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// Quoted names as CPython lists them: `'x'`, `'x' and 'y'`, `'x', 'y', and 'z'`.
pub(crate) struct Enumeration<'a>(pub(crate) &'a [&'a str]);

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
    use super::*;
    use crate::Field;
    use crate::args::Params;

    /// `def f(a, b, c=0, *, k, m=0)` as a constructor of `F`.
    fn constructor() -> Signature {
        let zero = || Field::any().default(0);
        let params = Params::from_iter(["a", "b"]).param("c", zero());
        params.keyword_only("k", Field::any()).keyword_only("m", zero()).build().unwrap().with_receiver()
    }

    fn call(positional: usize, keywords: &[&str]) -> Args {
        let args = Args::new().with_all(0..i64::try_from(positional).unwrap());
        keywords.iter().zip(100_i64..).fold(args, |args, (name, i)| args.with_keyword((*name).to_owned(), i))
    }

    #[track_caller]
    fn bound(signature: &Signature, args: Args, shown: &str) {
        assert_eq!(format!("{:?}", signature.bind("F.__init__", args).unwrap()), format!("F.__init__({shown})"));
    }

    #[track_caller]
    fn refused(signature: &Signature, args: Args, text: &str) {
        let error = signature.bind("F.__init__", args).map(drop).unwrap_err();
        assert_eq!(format!("{error:?}"), format!("TypeError: F.__init__() {text}"));
    }

    #[test]
    fn arguments_take_the_places_of_the_parameters() {
        bound(&constructor(), call(2, &["k"]), "a=0, b=1, k=100");
        bound(&constructor(), call(0, &["m", "b", "k", "a"]), "a=103, b=101, k=102, m=100");
    }

    #[test]
    fn keywords_are_checked_first_in_call_order() {
        let refused = |positional, keywords: &[&str], text| refused(&constructor(), call(positional, keywords), text);
        refused(9, &["zz", "a"], "got an unexpected keyword argument 'zz'");
        refused(9, &["a", "zz"], "got multiple values for argument 'a'");
        refused(0, &["k", "k"], "got multiple values for keyword argument 'k'");
        refused(0, &["mm"], "got an unexpected keyword argument 'mm'. Did you mean 'm'?");
    }

    #[test]
    fn too_many_positional_arguments_count_the_receiver() {
        refused(&constructor(), call(4, &[]), "takes from 3 to 4 positional arguments but 5 were given");
        refused(
            &constructor(),
            call(4, &["k"]),
            "takes from 3 to 4 positional arguments but 5 positional arguments (and 1 keyword-only argument) were given",
        );
        let nothing = Params::new().build().unwrap();
        refused(&nothing, call(1, &[]), "takes 0 positional arguments but 1 was given");
        refused(&nothing.with_receiver(), call(1, &[]), "takes 1 positional argument but 2 were given");
    }

    #[test]
    fn missing_arguments_are_named_together() {
        refused(&constructor(), call(0, &[]), "missing 2 required positional arguments: 'a' and 'b'");
        refused(&constructor(), call(1, &["k"]), "missing 1 required positional argument: 'b'");
        refused(&constructor(), call(2, &[]), "missing 1 required keyword-only argument: 'k'");
        let three = Params::from_iter(["x", "y", "z"]).build().unwrap();
        refused(&three, call(0, &[]), "missing 3 required positional arguments: 'x', 'y', and 'z'");
    }

    /// `def f(a, b=0, /, c=0, *rest, k=0, **kw)`.
    fn of_all_kinds() -> Signature {
        let zero = || Field::any().default(0);
        let params = Params::new().positional_only("a", Field::any()).positional_only("b", zero()).param("c", zero());
        let params = params.var_positional("rest", Field::any()).keyword_only("k", zero());
        params.var_keyword("kw", Field::any()).build().unwrap()
    }

    #[test]
    fn what_is_left_goes_to_rest_and_kw() {
        bound(&of_all_kinds(), call(1, &[]), "a=0, rest=(), kw={}");
        bound(&of_all_kinds(), call(5, &["k"]), "a=0, b=1, c=2, rest=(3, 4), k=100, kw={}");
        bound(
            &of_all_kinds(),
            call(1, &["z", "c", "a", "rest"]),
            "a=0, c=101, rest=(), kw={'z': 100, 'a': 102, 'rest': 103}",
        );
        refused(&of_all_kinds(), call(3, &["c"]), "got multiple values for argument 'c'");
        refused(&of_all_kinds(), call(1, &["z", "z"]), "got multiple values for keyword argument 'z'");
        refused(&of_all_kinds(), call(0, &["a"]), "missing 1 required positional argument: 'a'");
    }

    #[test]
    fn positional_only_parameters_have_no_names() {
        let params = Params::new().positional_only("a", Field::any()).positional_only("b", Field::any());
        let signature = params.param("c", Field::any()).build().unwrap();
        let text = "got some positional-only arguments passed as keyword arguments: 'a, b'";
        refused(&signature, call(0, &["b", "c", "a"]), text);
        refused(&signature, call(2, &["aa"]), "got an unexpected keyword argument 'aa'");
    }

    #[test]
    fn what_cannot_be_unpacked_is_told_first() {
        let nothing = Params::new().build().unwrap();
        refused(
            &nothing,
            Args::new().with(1).with_all(Value::from(1)),
            "argument after * must be an iterable, not int",
        );
        let none = Args::new().with_keywords(Value::None);
        refused(&nothing, none, "argument after ** must be a mapping, not NoneType");
        let mut dict = Dict::new();
        dict.insert(1, 2).unwrap();
        let error = nothing.bind("f", Args::new().with_keywords(dict)).map(drop).unwrap_err();
        assert_eq!(format!("{error:?}"), "TypeError: keywords must be strings");
    }
}
