//! Attributes are read and written.

use std::hint::black_box;

use metaclass::prelude::*;
use metaclass::{Property, Sym};

use super::classes::class;
use super::int;
use crate::run::{Run, repeat};

pub(super) fn prepare(operation: &str) -> Result<Option<Run>, Error> {
    let class = class()?;
    let mut p = class.instantiate(args!(1, 2, 3, 4, 5))?;
    let (handle, symbol) = (class.attr("c")?, Sym::new("c"));
    Ok(Some(match operation {
        "borrow, handle" => repeat(move || int(handle.get_ref(black_box(&p)))),
        "borrow, symbol" => repeat(move || int(black_box(&p).get_ref(symbol))),
        "borrow, str" => repeat(move || int(black_box(&p).get_ref(black_box("c")))),
        "get, handle" => repeat(move || int(handle.get(black_box(&p)).as_ref().map_err(|_| no_value()))),
        "get, symbol" => repeat(move || int(black_box(&p).get(symbol).as_ref().map_err(|_| no_value()))),
        "get, str" => repeat(move || int(black_box(&p).get(black_box("c")).as_ref().map_err(|_| no_value()))),
        "set, handle" => repeat(move || handle.set(black_box(&mut p), black_box(5))),
        "set, symbol" => repeat(move || black_box(&mut p).set(symbol, black_box(5))),
        "set, str" => repeat(move || black_box(&mut p).set(black_box("c"), black_box(5))),
        "property, symbol" => {
            let property = Property::new().getter(|this| Ok(this.get_ref("c")?.clone()));
            let p = Class::builder("P").base(&class).property("p", property).build()?;
            let (p, symbol) = (p.instantiate(args!(1, 2, 3, 4, 5))?, Sym::new("p"));
            repeat(move || int(black_box(&p).get(symbol).as_ref().map_err(|_| no_value())))
        }
        "isinstance" => {
            let p = Class::builder("P").base(&class).build()?.instantiate(args!(1, 2, 3, 4, 5))?;
            repeat(move || black_box(&p).is_instance_of(black_box(&class)))
        }
        _ => return Ok(None),
    }))
}

#[cold]
fn no_value() -> Error {
    Error::runtime_error("there is no such attribute")
}
