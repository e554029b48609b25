//! A row: one class compiled and made at run time, and values whose faults are known.

use metaclass::prelude::*;
use metaclass::spec::{ClassSpec, FieldSpec, Flags, Group, Literal, Text, TypeSpec};
use metaclass::validate::{Issue, StructCheck};
use metaclass::value::Dict;
use metaclass::{Field, FieldType, Segment, ValidationError};

/// One class, compiled and made at run time, with values and what is wrong with them.
pub(crate) struct Row {
    pub(crate) compiled: &'static ClassSpec,
    pub(crate) made: ClassSpec,
    pub(crate) cases: Vec<Case>,
}

pub(crate) struct Case {
    pub(crate) shown: String,
    /// What the compiled class says of the instance.
    pub(crate) found: Vec<Fault>,
    /// The instance as data.
    pub(crate) data: Dict,
    /// The instance itself, unless no value can hold it.
    value: Option<Value>,
    /// What the constructor takes, those too that data do not have, unless a value cannot hold them.
    fields: Option<Vec<(String, Value)>>,
    expected: &'static [&'static str],
}

impl Case {
    /// The instance of the class made at run time that has the same values.
    fn instance(&self, class: &Class) -> Option<Instance> {
        let fields = self.fields.iter().flatten();
        let args = fields.fold(Args::new(), |args, (name, value)| args.with_keyword(name.clone(), value.clone()));
        self.fields.as_ref()?;
        Some(class.instantiate(args).unwrap_or_else(|error| panic!("{}: {error}", self.shown)))
    }
}

/// All that can be seen of a fault. Figures are their reprs: a NaN is to equal itself, and `1` no `1.0`.
#[derive(Debug, PartialEq)]
pub(crate) struct Fault {
    pub(crate) path: Vec<Segment>,
    code: String,
    params: String,
    message: String,
    is_secret: bool,
    /// Of the report it is in.
    truncated: bool,
    /// Place and code, as rows list them.
    summary: String,
}

impl Fault {
    fn new(issue: &Issue, truncated: bool) -> Self {
        let (path, code) = (issue.path(), issue.code().to_owned());
        let summary = if path.is_empty() { code.clone() } else { format!("{path}: {code}") };
        let params = format!("{:?}", issue.params().iter().collect::<Vec<_>>());
        let (message, is_secret) = (issue.message(), issue.is_secret());
        Self { path: path.segments().to_vec(), code, params, message, is_secret, truncated, summary }
    }

    pub(crate) fn code(&self) -> &str {
        &self.code
    }

    pub(crate) fn params(&self) -> &str {
        &self.params
    }

    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    pub(crate) fn is_secret(&self) -> bool {
        self.is_secret
    }

    pub(crate) fn summary(&self) -> &str {
        &self.summary
    }
}

/// The faults of a report, in its order.
pub(crate) fn faults(result: Result<(), ValidationError>) -> Vec<Fault> {
    match result {
        Ok(()) => vec![],
        Err(error) => error.issues().iter().map(|issue| Fault::new(issue, error.truncated())).collect(),
    }
}

impl Row {
    /// The compiled class `T`, and the same made of these fields and checks.
    pub(crate) fn new<T: Dataclass>(fields: Vec<FieldSpec>, checks: Vec<StructCheck>) -> Self {
        let compiled = T::spec();
        let name = |name: &str| Text::from(name.to_owned());
        let made = ClassSpec::new(name(compiled.name()), fields.into())
            .with_module(name(compiled.module()))
            .with_checks(checks.into());
        Self { compiled, made, cases: vec![] }
    }

    /// The class made at run time with these groups.
    pub(crate) fn groups(mut self, groups: Vec<Group>) -> Self {
        self.made = groups.into_iter().try_fold(self.made, ClassSpec::grouped).unwrap();
        self
    }

    /// The class made at run time with this documentation.
    pub(crate) fn doc(mut self, doc: &'static str) -> Self {
        self.made = self.made.with_doc(doc.into());
        self
    }

    /// A value and its faults: place and code of each.
    pub(crate) fn case<T: Dataclass + FieldType>(mut self, value: &T, expected: &'static [&'static str]) -> Self {
        let (shown, data) = (value.repr().to_string(), data_of(value));
        let taken = T::fields().iter().filter(|field| field.has(Flags::INIT)).map(FieldSpec::name);
        let fields = taken.map(|name| Some((name.to_owned(), value.get(name).ok()?))).collect();
        let found = faults(value.validate());
        self.cases.push(Case { shown, found, data, value: value.to_value().ok(), fields, expected });
        self
    }

    /// Both halves describe the class alike and say the same of every value, which is what the row says.
    #[track_caller]
    pub(crate) fn check(&self) {
        assert_eq!(*self.compiled, self.made, "the class itself");
        for case in &self.cases {
            let shown = &case.shown;
            let summaries: Vec<&str> = case.found.iter().map(Fault::summary).collect();
            assert_eq!(summaries, case.expected, "{shown}, compiled");
            assert_eq!(faults(self.compiled.validate(&case.data)), case.found, "{shown}, by the compiled description");
            assert_eq!(faults(self.made.validate(&case.data)), case.found, "{shown}, by the made description");
        }
        assert!(self.cases.iter().any(|case| case.expected.is_empty()), "there is no good value");
        assert!(self.cases.iter().any(|case| !case.expected.is_empty()), "there is no bad value");
    }

    /// The class made at run time behaves as the compiled one: it is described alike, takes the same arguments, and its
    /// instances are shown alike, are equal where the structs are, and have the same faults.
    #[track_caller]
    pub(crate) fn check_class(&self) {
        let class = Class::from_spec(&self.made).unwrap();
        assert_eq!(class.spec(), self.compiled, "the class itself");
        assert_eq!(class.signature(), self.compiled.signature());
        assert_eq!(class.json_schema(), self.compiled.json_schema());
        let cases = self.cases.iter().filter_map(|case| Some((case, case.instance(&class)?, case.value.as_ref()?)));
        let cases: Vec<(&Case, Instance, &Value)> = cases.collect();
        for (case, instance, value) in &cases {
            let shown = &case.shown;
            // A list that is a key or a member is a tuple in a value, and shown as such.
            if !shown.contains("{[") {
                assert_eq!(instance.to_string(), *shown);
            }
            assert_eq!(faults(instance.validate()), case.found, "{shown}");
            for (other, same, others) in &cases {
                assert_eq!(instance == same, value == others, "{shown} == {}", other.shown);
            }
        }
    }

    /// The faults of all its values.
    pub(crate) fn faults(&self) -> impl Iterator<Item = &Fault> {
        self.cases.iter().flat_map(|case| &case.found)
    }
}

/// An instance as data: `to_dict`, with the secrets that it leaves out and the names that data have.
pub(crate) fn data_of<T: Dataclass + FieldType>(value: &T) -> Dict {
    let dict = value.to_dict();
    let fields = T::fields().iter().map(|field| {
        let value = match field.has(Flags::SECRET) {
            true => value.get(field.name()).unwrap(),
            false => dict.get(field.name()).cloned().unwrap(),
        };
        (field.key().to_owned(), value)
    });
    fields.collect()
}

/// Text of its own.
pub(crate) fn s(text: &str) -> String {
    text.to_owned()
}

/// A field of integers between these limits: those of the Rust type that the compiled class has.
pub(crate) fn int(min: impl Into<i128>, max: impl Into<i128>) -> Field {
    Field::of(TypeSpec::Int { min: min.into(), max: max.into() })
}

/// A field of an `i64`.
pub(crate) fn int64() -> Field {
    int(i64::MIN, i64::MAX)
}

/// A literal of text.
pub(crate) fn text(text: &'static str) -> Literal {
    Literal::Str(Text::new(text))
}

/// A table of rows, each a test of its own.
///
/// ```text
/// the_name_of_the_row { #[field(min_length = 3)] x: String }
/// made { x: Field::str().min_length(3) }
/// good { (s("abc")) }
/// bad { (s("ab")) => ["x: min_length"] }
/// ```
macro_rules! rows {
    ($(
        $(#[$option:meta])*
        $name:ident { $($compiled:tt)* }
        made { $($field:ident: $made:expr),* $(,)? }
        $(checks { $($check:expr),* $(,)? })?
        good { $(($($good:expr),* $(,)?))* }
        bad { $(($($bad:expr),* $(,)?) => [$($fault:literal),* $(,)?])* }
    )*) => {
        pub(crate) const ROWS: &[fn() -> $crate::parity::row::Row] = &[$(classes::$name),*];

        mod classes {
            use super::*;

            $(pub(super) fn $name() -> $crate::parity::row::Row {
                #[derive(Dataclass, Clone)]
                $(#[$option])*
                struct C { $($compiled)* }

                let fields = vec![$($made.build(stringify!($field)).unwrap()),*];
                $crate::parity::row::Row::new::<C>(fields, vec![$($($check),*)?])
                    $(.case(&C::new($($good),*), &[]))*
                    $(.case(&C::new($($bad),*), &[$($fault),*]))*
            })*
        }

        $(#[test]
        fn $name() {
            classes::$name().check();
        })*
    };
}

pub(crate) use rows;
