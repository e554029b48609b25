//! Data: the compiled class and its description read the same of the same text, and find the same faults.

mod random;
mod table;

use metaclass::prelude::*;
use metaclass::spec::{ClassSpec, Options};
use metaclass::{Decode, DecodeError, Segment, json};

/// All that can be seen of a fault. Figures are their reprs: a NaN is to equal itself, and `1` no `1.0`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault {
    place: Option<(usize, usize)>,
    path: Vec<Segment>,
    code: String,
    params: String,
    message: String,
    is_secret: bool,
}

/// What comes of a text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    /// The instance, as text.
    Read(String),
    Syntax(String),
    Invalid {
        faults: Vec<Fault>,
        truncated: bool,
    },
}

impl Outcome {
    fn new(result: Result<String, DecodeError>) -> Self {
        match result {
            Ok(read) => Self::Read(read),
            Err(DecodeError::Invalid(error)) => {
                assert!(!error.is_incomplete());
                let faults = error.issues().iter().map(|issue| Fault {
                    place: issue.line().zip(issue.column()),
                    path: issue.path().segments().to_vec(),
                    code: issue.code().to_owned(),
                    params: format!("{:?}", issue.params().iter().collect::<Vec<_>>()),
                    message: issue.message(),
                    is_secret: issue.is_secret(),
                });
                Self::Invalid { faults: faults.collect(), truncated: error.truncated() }
            }
            Err(error) => Self::Syntax(error.to_string()),
        }
    }

    /// Place and code of each fault.
    fn summaries(&self) -> Vec<String> {
        match self {
            Self::Read(_) => vec![],
            Self::Syntax(_) => vec!["syntax".to_owned()],
            Self::Invalid { faults, .. } => faults.iter().map(Fault::summary).collect(),
        }
    }
}

impl Fault {
    fn summary(&self) -> String {
        let path: metaclass::Path = self.path.iter().cloned().collect();
        if path.is_empty() { self.code.clone() } else { format!("{path}: {}", self.code) }
    }
}

/// The fields of an instance, and of what lies within; dicts and sets in an order of their own.
fn shown(value: &Value) -> String {
    let sorted = |mut texts: Vec<String>| {
        texts.sort();
        texts.join(", ")
    };
    match value {
        Value::List(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Value::Tuple(items) => format!("({})", items.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Value::Set(members) => format!("{{{}}}", sorted(members.iter().map(shown).collect())),
        Value::Dict(dict) => {
            format!(
                "{{{}}}",
                sorted(dict.iter().map(|(key, value)| format!("{}: {}", key.repr(), shown(value))).collect())
            )
        }
        Value::Opaque(object) => shown(&object.get().to_dict().unwrap().into()),
        leaf => leaf.repr().to_string(),
    }
}

/// A class, compiled and made at run time.
pub(crate) struct Pair {
    compiled: fn(&str) -> Result<String, DecodeError>,
    spec: &'static ClassSpec,
    made: ClassSpec,
    /// The class that is made of the description, unless it is a named tuple.
    class: Option<Class>,
}

impl Pair {
    pub(crate) fn new<T: Dataclass + for<'de> Decode<'de>>(made: ClassSpec) -> Self {
        let compiled = |text: &str| json::from_str::<T>(text).map(|instance| shown(&instance.to_dict().into()));
        let made = made.with_module(T::spec().module().to_owned().into());
        let is_tuple = made.options().has(Options::NAMED_TUPLE);
        let class = (!is_tuple).then(|| Class::from_spec(&made).unwrap());
        Self { compiled, spec: T::spec(), made, class }
    }

    /// What the compiled class reads; its description, and the one made at run time, read the same.
    #[track_caller]
    pub(crate) fn outcome(&self, text: &str) -> Outcome {
        let outcome = Outcome::new((self.compiled)(text));
        for (spec, whose) in [(self.spec, "compiled"), (&self.made, "made")] {
            let read = spec.decode_json(text).map(|slots| shown(&slots.to_dict().into()));
            assert_eq!(Outcome::new(read), outcome, "{text}, by the {whose} description");
        }
        if let Some(class) = &self.class {
            let read = class.decode_json(text).map(|instance| shown(&instance.to_dict().into()));
            assert_eq!(Outcome::new(read), outcome, "{text}, by the class made at run time");
        }
        outcome
    }
}
