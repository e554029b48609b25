//! A tour: the lesson "Dynamic Class Creation" of Python in Rust, then real input.
//!
//! What the lesson's programs print, it prints as CPython does. A line that begins with `#` says where the lesson shows
//! something else.
//!
//! ```sh
//! cargo run --release --example tour
//! ```

#![forbid(unsafe_code)]

mod cargo_metadata;
mod classes;
mod data;
mod differences;
mod lesson;
mod namedtuple;
mod namespace;
mod output;
mod pipeline;
mod record;
mod schema;
mod security;

use std::io;

use output::{Outcome, heading, remark};

fn main() -> Outcome {
    let mut out = io::stdout().lock();
    lesson::introduction(&mut out)?;
    classes::part_1(&mut out)?;
    pipeline::part_2(&mut out)?;
    lesson::part_3(&mut out)?;
    namedtuple::part_4(&mut out)?;
    schema::part_5(&mut out)?;
    namespace::part_6(&mut out)?;
    security::part_7(&mut out)?;
    classes::practice_1(&mut out)?;
    lesson::practice_2(&mut out)?;
    namespace::practice_3(&mut out)?;
    record::level_2(&mut out)?;
    schema::level_3(&mut out)?;
    differences::from_python(&mut out)?;
    cargo_metadata::report(&mut out)?;
    data::report(&mut out)?;
    Ok(())
}
