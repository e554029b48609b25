//! Ours: compiled, as a description made at run time, and as a class made at run time.

use std::hint::black_box;
use std::io;
use std::sync::LazyLock;
use std::time::Instant;

use metaclass::prelude::*;
use metaclass::spec::{ClassSpec, Literal, Text};
use metaclass::{DecodeError, Field};

use crate::contender::{Bar, Contender, Decode, Sample};
use crate::draft::STATUSES;
use crate::records::{Records, Sees};

#[derive(Dataclass)]
#[dataclass(serde)]
struct Address {
    #[field(min_length = 1, max_length = 100)]
    street: String,
    #[field(min_length = 1, max_length = 80)]
    city: String,
    #[field(pattern = "^[0-9]{5}$")]
    zip: String,
    #[field(min_length = 2, max_length = 2)]
    country: String,
    #[field(max_length = 20)]
    unit: Option<String>,
}

#[derive(Dataclass)]
#[dataclass(serde)]
struct User {
    #[field(min_value = 1)]
    id: u64,
    #[field(min_length = 1, max_length = 64)]
    name: String,
    #[field(pattern = "^[a-z0-9_]{3,20}$")]
    username: String,
    #[field(pattern = r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    email: String,
    #[field(min_value = 18, max_value = 150)]
    age: u32,
    #[field(min_value = 0.0, max_value = 100.0)]
    score: f64,
    #[field(one_of = ["active", "pending", "suspended", "closed"])]
    status: String,
    address: Address,
    #[field(max_items = 10, items(min_length = 1, max_length = 24))]
    tags: Vec<String>,
    #[field(min_length = 1, max_length = 32)]
    nickname: Option<String>,
}

pub(crate) struct Compiled;

impl Decode for Compiled {
    const NAME: &'static str = "metaclass compiled";
    const SEES: Sees = Sees::AllFaults;
    const BARS: &[Bar] = &[Bar::floor(1.1)];
    type Error = DecodeError;

    fn decode(line: &str) -> Result<impl Sized, DecodeError> {
        metaclass::json::from_str::<User>(line)
    }

    fn faults(error: &DecodeError) -> usize {
        error.issues().len()
    }
}

fn address() -> [(&'static str, Field); 5] {
    [
        ("street", Field::str().min_length(1).max_length(100)),
        ("city", Field::str().min_length(1).max_length(80)),
        ("zip", Field::str().pattern("^[0-9]{5}$")),
        ("country", Field::str().min_length(2).max_length(2)),
        ("unit", Field::str().max_length(20).nullable()),
    ]
}

/// Its address is a field of the class that is given.
fn user(address: Field) -> [(&'static str, Field); 10] {
    [
        ("id", Field::int().min_value(1)),
        ("name", Field::str().min_length(1).max_length(64)),
        ("username", Field::str().pattern("^[a-z0-9_]{3,20}$")),
        ("email", Field::str().pattern(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")),
        ("age", Field::int().min_value(18).max_value(150)),
        ("score", Field::float().min_value(0.0).max_value(100.0)),
        ("status", Field::str().one_of(STATUSES.map(|status| Literal::Str(Text::new(status))))),
        ("address", address),
        ("tags", Field::list(Field::str().min_length(1).max_length(24)).max_items(10)),
        ("nickname", Field::str().min_length(1).max_length(32).nullable()),
    ]
}

static ADDRESS: LazyLock<ClassSpec> = LazyLock::new(|| ClassSpec::define("Address", address()).expect("a class"));

static USER: LazyLock<ClassSpec> =
    LazyLock::new(|| ClassSpec::define("User", user(Field::class(&*ADDRESS))).expect("a class"));

pub(crate) struct Described;

impl Decode for Described {
    const NAME: &'static str = "metaclass at run time";
    const SEES: Sees = Sees::AllFaults;
    const BARS: &[Bar] = &[Bar::floor(1.2)];
    type Error = DecodeError;

    fn decode(line: &str) -> Result<impl Sized, DecodeError> {
        USER.decode_json(line)
    }

    fn faults(error: &DecodeError) -> usize {
        error.issues().len()
    }
}

static CLASS: LazyLock<Class> = LazyLock::new(|| {
    let address = Model::define("Address", address()).expect("a class");
    Model::define("User", user(Field::class(&address))).expect("a class")
});

const BARS_OF_CLASSES: &[Bar] = &[
    Bar::floor(1.1),
    Bar { peer: "Value + jsonschema is_valid", most: 1.0 / 1.8 },
    Bar { peer: "msgspec", most: 0.5 },
];

/// Line by line.
pub(crate) struct Instances;

impl Decode for Instances {
    const NAME: &'static str = "metaclass Instance";
    const SEES: Sees = Sees::AllFaults;
    const BARS: &[Bar] = BARS_OF_CLASSES;
    type Error = DecodeError;

    fn decode(line: &str) -> Result<impl Sized, DecodeError> {
        CLASS.decode_json(line)
    }

    fn faults(error: &DecodeError) -> usize {
        error.issues().len()
    }
}

/// All lines of a reader, one after the other.
pub(crate) struct InstancesOfLines;

impl Contender for InstancesOfLines {
    fn name(&self) -> &'static str {
        "metaclass Instance, decode_lines"
    }

    fn sees(&self) -> Sees {
        Sees::AllFaults
    }

    fn bars(&self) -> &[Bar] {
        BARS_OF_CLASSES
    }

    fn run(&mut self, records: &Records) -> io::Result<Sample> {
        let (mut bad, mut last) = (0, None);
        let start = Instant::now();
        for row in CLASS.decode_lines(black_box(records.text()).as_bytes()) {
            if let Err(error) = black_box(row) {
                bad += 1;
                last = Some(error);
            }
        }
        let time = start.elapsed();
        Ok(Sample { time, bad, faults: last.as_ref().map_or(0, |error| error.issues().len()) })
    }
}
