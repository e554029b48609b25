//! The arguments of a call, one for each parameter.

use std::fmt;
use std::mem::take;
use std::sync::OnceLock;

use super::{Args, Few, FromArguments, read};
use crate::error::Error;
use crate::function::Function;
use crate::path::Segment;
use crate::repr::repr;
use crate::signature::{Param, ParamKind, Signature, asks_for_type_alone};
use crate::spec::{Text, TypeSpec};
use crate::validate::{Report, ValidationError, check_given, has_type};
use crate::value::{Dict, FromValue, Tuple, Value};

/// What the parameters of a [`Signature`] are in one call: Python's `inspect.BoundArguments`.
///
/// [`Signature::bind`] makes it, as far as the call gives values; [`apply_defaults`](Self::apply_defaults) adds the
/// others, and [`validate`](Self::validate) asks the types and rules. A method gets it with all of that done, and reads
/// it with [`get`](Self::get).
///
/// ```
/// use metaclass::prelude::*;
///
/// let signature = params!(name: Field::str(), times: Field::int() = 1).build()?;
/// let args = signature.accept("greet", args!("Rex"))?;
/// let (name, times): (&str, i64) = args.get()?;
/// assert_eq!((name, times), ("Rex", 1));
/// # Ok::<(), metaclass::Error>(())
/// ```
#[derive(Clone)]
pub struct BoundArguments<'s> {
    callee: Callee<'s>,
    signature: &'s Signature,
    values: Values<'s>,
}

/// Who is called: only errors show it.
#[derive(Clone, Copy)]
enum Callee<'s> {
    Named(&'s str),
    Function(&'s Function),
}

/// One value for each parameter.
enum Values<'s> {
    /// Where the call has them; and what is shown of them, once somebody asks.
    Given(&'s mut [Value], OnceLock<Box<[Option<Value>]>>),
    /// `None` where nothing is given.
    Bound(Few<Option<Value>>),
}

impl Clone for Values<'_> {
    fn clone(&self) -> Self {
        Self::Bound(match self {
            Self::Given(given, _) => given.iter().cloned().map(Some).collect(),
            Self::Bound(values) => values.clone(),
        })
    }
}

impl<'s> BoundArguments<'s> {
    pub(crate) const fn new(callee: &'s str, signature: &'s Signature, values: Few<Option<Value>>) -> Self {
        Self { callee: Callee::Named(callee), signature, values: Values::Bound(values) }
    }

    /// Those of a call that has one for each parameter, in their order, and keeps them.
    #[inline]
    pub(crate) fn of_call(callee: &'s Function, signature: &'s Signature, args: &'s mut Args) -> Self {
        let values = Values::Given(args.values_mut(), OnceLock::new());
        Self { callee: Callee::Function(callee), signature, values }
    }

    fn callee(&self) -> &'s str {
        match self.callee {
            Callee::Named(name) => name,
            Callee::Function(function) => function.qualname(),
        }
    }

    /// The signature that the arguments were bound to.
    #[must_use]
    pub const fn signature(&self) -> &'s Signature {
        self.signature
    }

    /// One value for each parameter, in order; `None` where nothing is given.
    ///
    /// `*rest` is a tuple and `**kw` a dict; both are given in every call.
    #[must_use]
    pub fn values(&self) -> &[Option<Value>] {
        match &self.values {
            Values::Given(given, shown) => shown.get_or_init(|| given.iter().cloned().map(Some).collect()),
            Values::Bound(values) => values,
        }
    }

    /// The values themselves.
    #[must_use]
    pub fn into_values(self) -> Vec<Option<Value>> {
        match self.values {
            Values::Given(given, _) => given.iter_mut().map(|value| Some(take(value))).collect(),
            Values::Bound(values) => values.into_vec(),
        }
    }

    /// The value of the parameter of this name, if it is given.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.at(self.signature.position(name)?)
    }

    /// The value of the parameter at a position, if it is given.
    fn at(&self, position: usize) -> Option<&Value> {
        match &self.values {
            Values::Given(given, _) => given.get(position),
            Values::Bound(values) => values.get(position)?.as_ref(),
        }
    }

    /// The names of the parameters that are given, with their values, in order.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let point = Class::builder("Point")
    ///     .init_with(["x", "y"], |this, args| args.iter().try_for_each(|(name, value)| this.set(name, value.clone())))
    ///     .build()?;
    /// assert_eq!(point.instantiate(args!(3, y = 7))?.vars().to_string(), "{'x': 3, 'y': 7}");
    /// # Ok::<(), Error>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&'s str, &Value)> {
        let params = self.signature.params().iter().enumerate();
        params.filter_map(|(position, param)| Some((param.name(), self.at(position)?)))
    }

    /// Reads the value of the parameter of this name as a Rust value; `None` if nothing is given.
    ///
    /// # Errors
    /// A `TypeError` if there is no such parameter, or if the value is of another type.
    pub fn get_as<'a, T: FromValue<'a>>(&'a self, name: &str) -> Result<T, Error> {
        let Some(position) = self.signature.position(name) else {
            return Err(Error::type_error(format!("{}() has no parameter {}", self.callee(), repr(name))));
        };
        T::read(self.at(position).unwrap_or(read::NOTHING)).map_err(|error| self.outside(position, error))
    }

    /// Reads the values of all parameters, in order: one type each, in a tuple. What is not given is read as `None`.
    ///
    /// # Errors
    /// A `ValueError` if there are more or fewer parameters, a `TypeError` if a value is of another type.
    #[inline]
    pub fn get<'a, T: FromArguments<'a>>(&'a self) -> Result<T, Error> {
        let outside = |position, error| self.outside(position, error);
        match &self.values {
            Values::Given(given, _) => read::read(&**given, outside),
            Values::Bound(values) => {
                read::read(values.iter().map(|value| value.as_ref().unwrap_or(read::NOTHING)), outside)
            }
        }
    }

    /// Gives every parameter that is not given its default, made anew.
    ///
    /// A default of a compiled class of which only the text is known stays away.
    pub fn apply_defaults(&mut self) {
        if let Values::Bound(values) = &mut self.values {
            self.signature.apply_defaults(values);
        }
    }

    /// Makes the transforms of the parameters, and checks what is given by their types and rules.
    ///
    /// # Errors
    /// A `TypeError` if a value is of another type, a `ValueError` if one breaks a rule; its source is the
    /// [`ValidationError`] with all faults.
    pub fn validate(&mut self) -> Result<(), Error> {
        // Most signatures have no rules, and most calls are right.
        let pairs = || self.signature.params().iter().enumerate().map(|(position, param)| (param, self.at(position)));
        if pairs().all(|(param, value)| accepts_as_is(param, value)) {
            return Ok(());
        }
        let mut report = Report::new();
        let changed = pairs().map(|(param, value)| self.checked(param, value?, &mut report)).collect();
        match report.finish() {
            Ok(()) => {
                self.values = Values::Bound(changed);
                Ok(())
            }
            Err(error) => Err(self.refused(error)),
        }
    }

    /// The value of a parameter after its transforms; nothing if it is refused.
    fn checked(&self, param: &Param, value: &Value, report: &mut Report) -> Option<Value> {
        let mut check = |value: &Value, place: Segment| {
            let mark = report.len();
            let checked = check_given(param.field(), value, |name| self.value(name).cloned(), report);
            report.prefix(mark, || place);
            checked
        };
        match (param.kind(), value) {
            (ParamKind::VarPositional, Value::Tuple(items)) => {
                let checked = items.iter().enumerate().map(|(i, item)| check(item, i.into())).collect::<Vec<_>>();
                checked.into_iter().collect::<Option<Tuple>>().map(Value::from)
            }
            (ParamKind::VarKeyword, Value::Dict(entries)) => {
                let name = |key: &Value| Text::from(key.to_string());
                let checked = entries.iter().map(|(key, value)| Some((name(key), check(value, name(key).into())?)));
                let checked = checked.collect::<Vec<_>>();
                let entries = checked.into_iter().collect::<Option<Vec<_>>>()?;
                Some(entries.iter().map(|(name, value)| (&**name, value.clone())).collect::<Dict>().into())
            }
            _ => check(value, param.field().name_text().clone().into()),
        }
    }

    /// The error seen from outside of the call.
    #[cold]
    fn outside(&self, position: usize, error: Error) -> Error {
        let error = match self.signature.params().get(position) {
            Some(param) => error.at(param.field().name_text().clone()),
            None => error,
        };
        callee_steps(self.callee()).fold(error, Error::at)
    }

    /// All faults as one error.
    #[cold]
    fn refused(&self, error: ValidationError) -> Error {
        let error = callee_steps(self.callee()).fold(error, ValidationError::prefixed);
        let is_type = error.issues().iter().any(|issue| issue.code() == "type");
        let text = match error.issues() {
            [issue] => issue.to_string(),
            _ => error.to_string(),
        };
        let made = if is_type { Error::type_error(text) } else { Error::value_error(text) };
        made.with_source(error)
    }
}

/// `Animal.greet` as places, from the inside out.
fn callee_steps(callee: &str) -> impl Iterator<Item = Text> {
    callee.rsplit('.').filter(|step| !step.is_empty()).map(|step| Text::from(step.to_owned()))
}

/// Is there nothing to be asked of the value but its type, and is it of that?
pub(crate) fn accepts_as_is(param: &Param, value: Option<&Value>) -> bool {
    let field = param.field();
    let is_right = |value: &Value| match value {
        Value::Opaque(_) => false,
        Value::List(_) | Value::Tuple(_) | Value::Set(_) | Value::Dict(_) => *field.ty() == TypeSpec::Any,
        value => has_type(field.ty(), value),
    };
    asks_for_type_alone(field)
        && match (param.kind(), value) {
            (_, None) => true,
            (ParamKind::VarPositional, Some(Value::Tuple(items))) => items.iter().all(is_right),
            (ParamKind::VarKeyword, Some(Value::Dict(entries))) => entries.values().all(is_right),
            (_, Some(value)) => is_right(value),
        }
}

/// As in a call: `greet(name='Rex', times=1)`.
impl fmt::Debug for BoundArguments<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}(", self.callee())?;
        for (i, (name, value)) in self.iter().enumerate() {
            write!(f, "{}{name}={}", if i == 0 { "" } else { ", " }, value.repr())?;
        }
        f.write_str(")")
    }
}
