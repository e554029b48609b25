//! `metadata(key = literal, ..)`.

use metaclass::prelude::*;
use metaclass::spec::{Literal, Text};

#[derive(Dataclass)]
struct Column {
    #[field(metadata(unit = "m", rank = -1, ratio = 0.5, indexed = true, type = "raw", letter = 'x'))]
    width: f64,
    plain: u8,
}

#[test]
fn metadata_is_kept_in_written_order() {
    let metadata: Vec<(&str, Literal)> =
        Column::fields()[0].metadata().iter().map(|(key, value)| (&**key, value.clone())).collect();
    assert_eq!(
        metadata,
        [
            ("unit", Literal::Str(Text::new("m"))),
            ("rank", Literal::Int(-1)),
            ("ratio", Literal::Float(0.5)),
            ("indexed", Literal::Bool(true)),
            ("type", Literal::Str(Text::new("raw"))),
            ("letter", Literal::Str(Text::new("x"))),
        ]
    );
    assert!(Column::fields()[1].metadata().is_empty());
}

#[test]
fn metadata_changes_nothing_else() {
    assert_eq!(Column!(1.0, plain = 2).repr().to_string(), "Column(width=1.0, plain=2)");
}
