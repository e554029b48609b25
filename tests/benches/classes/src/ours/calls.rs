//! Methods are called.

use std::hint::black_box;

use metaclass::Sym;
use metaclass::prelude::*;

use super::classes::class;
use crate::run::{Run, repeat};

pub(super) fn prepare(operation: &str) -> Result<Option<Run>, Error> {
    let base = class()?;
    let one = Sym::new("one");
    let sub = Class::builder("Sub").base(&base).method("one", move |this| this.super_call(one, args!()));
    let (base, sub) = (base.instantiate(args!(1, 2, 3, 4, 5))?, sub.build()?.instantiate(args!(1, 2, 3, 4, 5))?);
    let add = Sym::new("add");
    Ok(Some(match operation {
        "call, symbol" => repeat(move || black_box(&base).call(one, args!())),
        "call, str" => repeat(move || black_box(&base).call(black_box("one"), args!())),
        "super call" => repeat(move || black_box(&sub).call(one, args!())),
        "call, 2 positional" => repeat(move || black_box(&base).call(add, args!(black_box(1), 2))),
        "call, 2 keywords" => repeat(move || black_box(&base).call(add, args!(x = black_box(1), y = 2))),
        _ => return Ok(None),
    }))
}
