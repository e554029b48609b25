//! `check(path, fields(a, b))`: a function of the user's over several fields.

use std::fmt;
use std::sync::Arc;

use super::rules::function_name;
use super::{Issue, Outcome};
use crate::spec::{List, Text};
use crate::value::Value;

/// A function over several fields of a class, called once all of them are clean.
///
/// Its fault is that of the whole, unless it says [at](Issue::at) which field. Two of them are equal when they have the
/// same fields and their functions have the same name: functions themselves cannot be compared.
///
/// ```
/// use metaclass::{Field, Value};
/// use metaclass::spec::{ClassSpec, Text};
/// use metaclass::validate::StructCheck;
///
/// let fields = [Field::int().build("from")?, Field::int().build("to")?];
/// let ordered = StructCheck::new(["from", "to"], |values: &[&Value]| match values {
///     [from, to] => from.as_int() <= to.as_int(),
///     _ => false,
/// });
/// let range = ClassSpec::new(Text::new("Range"), fields.into_iter().collect()).with_checks(vec![ordered].into());
/// assert!(range.validate(&[("from", 1), ("to", 2)].into()).is_ok());
/// let error = range.validate(&[("from", 2), ("to", 1)].into()).unwrap_err();
/// assert_eq!(error.to_string(), "Validation errors: validation failed");
/// # Ok::<(), metaclass::Error>(())
/// ```
#[derive(Clone)]
pub struct StructCheck {
    name: Text,
    fields: List<Text>,
    call: Call,
}

/// A function made at run time.
type Function = dyn Fn(&[&Value]) -> Option<Issue> + Send + Sync;

#[derive(Clone)]
enum Call {
    Compiled(fn(&[&Value]) -> Option<Issue>),
    Made(Arc<Function>),
}

impl StructCheck {
    /// This function, called with the values of these fields, in this order.
    pub fn new<O: Outcome>(
        fields: impl IntoIterator<Item = impl Into<String>>,
        function: impl Fn(&[&Value]) -> O + Send + Sync + 'static,
    ) -> Self {
        let name = Text::new(function_name(std::any::type_name_of_val(&function)));
        let fields = fields.into_iter().map(|field| Text::from(field.into())).collect();
        Self { name, fields, call: Call::Made(Arc::new(move |values| function(values).into_issue())) }
    }

    /// A function of a compiled class.
    #[doc(hidden)]
    #[must_use]
    pub const fn compiled(name: &'static str, fields: &'static [Text], call: fn(&[&Value]) -> Option<Issue>) -> Self {
        Self { name: Text::new(name), fields: List::new(fields), call: Call::Compiled(call) }
    }

    /// The name of the function, without its path; `""` for a closure.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The fields that it looks at.
    #[must_use]
    pub fn fields(&self) -> &[Text] {
        &self.fields
    }

    pub(super) fn call(&self, values: &[&Value]) -> Option<Issue> {
        match &self.call {
            Call::Compiled(call) => call(values),
            Call::Made(call) => call(values),
        }
    }
}

impl PartialEq for StructCheck {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.fields == other.fields
    }
}

impl fmt::Debug for StructCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StructCheck").field("name", &self.name).field("fields", &self.fields).finish_non_exhaustive()
    }
}
