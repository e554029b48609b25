//! A tour: the lesson "Dynamic Class Creation" of Python in Rust, then real input.
//!
//! ```sh
//! cargo run --release --example tour
//! ```

#![forbid(unsafe_code)]

mod cargo_metadata;
mod data;
mod lesson;
mod namedtuple;
mod schema;

use std::error::Error;
use std::io::{self, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    lesson::introduction(&mut out)?;
    lesson::part_3(&mut out)?;
    namedtuple::part_4(&mut out)?;
    schema::part_5(&mut out)?;
    lesson::practice_2(&mut out)?;
    schema::level_3(&mut out)?;
    cargo_metadata::report(&mut out)?;
    data::report(&mut out)?;
    Ok(())
}

/// A heading of the tour.
fn heading(out: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(out, "\n== {text} ==")
}
