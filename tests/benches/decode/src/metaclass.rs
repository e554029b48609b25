//! Ours: compiled, and as a description made at run time.

use std::sync::LazyLock;

use metaclass::prelude::*;
use metaclass::spec::{ClassSpec, Literal, Text};
use metaclass::{DecodeError, Field};

use crate::contender::Decode;
use crate::draft::STATUSES;
use crate::records::Sees;

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
    const BAR: Option<f64> = Some(1.1);
    type Error = DecodeError;

    fn decode(line: &str) -> Result<impl Sized, DecodeError> {
        metaclass::json::from_str::<User>(line)
    }

    fn faults(error: &DecodeError) -> usize {
        error.issues().len()
    }
}

static ADDRESS: LazyLock<ClassSpec> = LazyLock::new(|| {
    let fields = [
        ("street", Field::str().min_length(1).max_length(100)),
        ("city", Field::str().min_length(1).max_length(80)),
        ("zip", Field::str().pattern("^[0-9]{5}$")),
        ("country", Field::str().min_length(2).max_length(2)),
        ("unit", Field::str().max_length(20).nullable()),
    ];
    ClassSpec::define("Address", fields).expect("a class")
});

static USER: LazyLock<ClassSpec> = LazyLock::new(|| {
    let fields = [
        ("id", Field::int().min_value(1)),
        ("name", Field::str().min_length(1).max_length(64)),
        ("username", Field::str().pattern("^[a-z0-9_]{3,20}$")),
        ("email", Field::str().pattern(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")),
        ("age", Field::int().min_value(18).max_value(150)),
        ("score", Field::float().min_value(0.0).max_value(100.0)),
        ("status", Field::str().one_of(STATUSES.map(|status| Literal::Str(Text::new(status))))),
        ("address", Field::class(&ADDRESS)),
        ("tags", Field::list(Field::str().min_length(1).max_length(24)).max_items(10)),
        ("nickname", Field::str().min_length(1).max_length(32).nullable()),
    ];
    ClassSpec::define("User", fields).expect("a class")
});

pub(crate) struct Described;

impl Decode for Described {
    const NAME: &'static str = "metaclass at run time";
    const SEES: Sees = Sees::AllFaults;
    const BAR: Option<f64> = Some(1.2);
    type Error = DecodeError;

    fn decode(line: &str) -> Result<impl Sized, DecodeError> {
        USER.decode_json(line)
    }

    fn faults(error: &DecodeError) -> usize {
        error.issues().len()
    }
}
