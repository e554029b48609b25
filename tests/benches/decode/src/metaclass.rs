//! Ours, as a description made at run time.

use std::sync::LazyLock;

use metaclass::spec::{ClassSpec, Literal, Text};
use metaclass::{DecodeError, Field};

use crate::contender::Decode;
use crate::draft::STATUSES;
use crate::records::Sees;

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
