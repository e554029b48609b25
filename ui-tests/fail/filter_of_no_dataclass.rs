//! A filter asks dataclasses and instances.

use metaclass::{Error, Filter};

struct Person {
    age: u8,
}

fn main() -> Result<(), Error> {
    let person = Person { age: 30 };
    Filter::new("age", ">=", 18)?.matches(&person)?;
    Ok(())
}
