//! Data: the compiled class and its description read the same of the same text, and find the same faults.

mod random;
mod table;

use metaclass::prelude::*;
use metaclass::spec::{ClassSpec, Options};
use metaclass::{Decode, DecodeError, Limits, Segment, json};

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
    compiled: fn(&str, &Limits) -> Result<String, DecodeError>,
    spec: &'static ClassSpec,
    made: ClassSpec,
    /// The class that is made of the description, unless it is a named tuple.
    class: Option<Class>,
}

impl Pair {
    pub(crate) fn new<T: Dataclass + for<'de> Decode<'de>>(made: ClassSpec) -> Self {
        let compiled = |text: &str, limits: &Limits| {
            json::from_str_with::<T>(text, limits).map(|instance| shown(&instance.to_dict().into()))
        };
        let made = made.with_module(T::spec().module().to_owned().into());
        let is_tuple = made.options().has(Options::NAMED_TUPLE);
        let class = (!is_tuple).then(|| Class::from_spec(&made).unwrap());
        Self { compiled, spec: T::spec(), made, class }
    }

    /// What the compiled class reads; its description, and the one made at run time, read the same.
    #[track_caller]
    pub(crate) fn outcome(&self, text: &str) -> Outcome {
        let [(_, outcome), others @ ..] = self.outcomes(text, &Limits::new());
        for (whose, other) in others {
            assert_eq!(other, outcome, "{text}, by {whose}");
        }
        if let Outcome::Invalid { faults, .. } = &outcome
            && faults.len() > 1
        {
            self.is_cut(text, faults, faults.len() / 2);
        }
        outcome
    }

    /// Of a report that is cut there are so many faults, in the same order.
    #[track_caller]
    fn is_cut(&self, text: &str, all: &[Fault], count: usize) {
        for (whose, outcome) in self.outcomes(text, &Limits::new().max_issues(count)) {
            let Outcome::Invalid { faults, truncated: true } = outcome else {
                panic!("{text}, cut at {count}, by {whose}: {outcome:?}")
            };
            let mut all = all.iter();
            let are_in_order = faults.iter().all(|fault| all.any(|other| other == fault));
            assert!(faults.len() == count && are_in_order, "{text}, cut at {count}, by {whose}: {faults:#?}");
        }
    }

    fn outcomes(&self, text: &str, limits: &Limits) -> [(&'static str, Outcome); 4] {
        let compiled = Outcome::new((self.compiled)(text, limits));
        let described = |spec: &ClassSpec| {
            Outcome::new(spec.decode_json_with(text, limits).map(|slots| shown(&slots.to_dict().into())))
        };
        let made = self.class.as_ref().map(|class| {
            let read = class.decode_json_with(text, limits);
            Outcome::new(read.map(|instance| shown(&instance.to_dict().into())))
        });
        [
            ("the class made at run time", made.unwrap_or_else(|| compiled.clone())),
            ("the compiled class", compiled),
            ("its description", described(self.spec)),
            ("the description made at run time", described(&self.made)),
        ]
    }
}
