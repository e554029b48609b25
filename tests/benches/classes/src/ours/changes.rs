//! Classes change, and are read afterwards.

use std::hint::black_box;

use metaclass::prelude::*;
use metaclass::{Function, Sym};

use super::classes::class;
use super::int;
use crate::run::{Run, repeat};

pub(super) fn prepare(operation: &str) -> Result<Option<Run>, Error> {
    let class = Class::builder("Sub").base(&class()?).attr("x", 0).build()?;
    let p = class.instantiate(args!(1, 2, 3, 4, 5))?;
    let (c, x, one) = (Sym::new("c"), Sym::new("x"), Sym::new("one"));
    let set = |times: i64| (0..times).try_for_each(|i| class.set(x, i));
    let method = || Function::method("one", |_| Ok(1));
    Ok(Some(match operation {
        "class attribute, set" => repeat(move || class.set(x, black_box(5))),
        "class attribute, get" => repeat(move || black_box(&p).get(x)),
        "class attribute, get after set" => {
            set(1)?;
            repeat(move || black_box(&p).get(x))
        }
        "class attribute, get after 10^6 sets" => {
            set(1_000_000)?;
            repeat(move || black_box(&p).get(x))
        }
        "borrow, symbol, after 10^6 sets" => {
            set(1_000_000)?;
            repeat(move || int(black_box(&p).get_ref(c)))
        }
        "call, symbol, after 1000 methods" => {
            (0..1_000).try_for_each(|_| class.set(one, method()))?;
            repeat(move || black_box(&p).call(one, args!()))
        }
        // What was there stays as long as the class: each sample has a new one.
        "class attribute, set a method" => Box::new(move |calls| {
            let class = Class::builder("Sub").base(&class).build().expect("a class");
            repeat(move || class.set(one, method()))(calls)
        }),
        _ => return Ok(None),
    }))
}
