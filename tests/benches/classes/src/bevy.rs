//! bevy_reflect: structs whose fields are known at run time, without a class.

use std::hint::black_box;

use bevy_reflect::func::{ArgList, DynamicFunction, IntoFunction as _};
use bevy_reflect::structs::{DynamicStruct, Struct as _};
use bevy_reflect::{FromReflect as _, PartialReflect, Reflect};

use crate::run::{Run, repeat};

#[derive(Reflect)]
pub(crate) struct Record {
    id: i64,
    name: String,
    age: u32,
    score: f64,
    active: bool,
}

pub(crate) fn instance() -> DynamicStruct {
    let mut instance = DynamicStruct::default();
    for (name, value) in [("a", black_box(1_i64)), ("b", 2), ("c", 3), ("d", 4), ("e", 5)] {
        instance.insert(name, value);
    }
    instance
}

pub(crate) fn prepare(operation: &str) -> Option<Run> {
    let mut p = instance();
    let record = Record { id: 1, name: "a name".to_owned(), age: 36, score: 1.5, active: true };
    Some(match operation {
        "borrow, handle" => repeat(move || int(black_box(&p).field_at(black_box(2)))),
        "borrow, str" => repeat(move || int(black_box(&p).field(black_box("c")))),
        "set, handle" => {
            repeat(move || black_box(&mut p).field_at_mut(black_box(2)).map(|field| field.try_apply(&black_box(5_i64))))
        }
        "set, str" => {
            repeat(move || black_box(&mut p).field_mut(black_box("c")).map(|field| field.try_apply(&black_box(5_i64))))
        }
        "call, symbol" => {
            let one: DynamicFunction<'static> = (|_: &Record| 1_i64).into_function();
            repeat(move || one.call(ArgList::new().with_ref(black_box(&record))).map(drop).is_ok())
        }
        "call, 2 positional" => {
            let add = |_: &Record, x: i64, y: i64| x + y;
            let add: DynamicFunction<'static> = add.into_function();
            repeat(move || {
                let args = ArgList::new().with_ref(black_box(&record)).with_owned(black_box(1_i64)).with_owned(2_i64);
                add.call(args).map(drop).is_ok()
            })
        }
        "create, positional" => repeat(instance),
        "struct to instance" => repeat(move || black_box(&record).to_dynamic_struct()),
        "instance to struct" => {
            let instance = record.to_dynamic_struct().expect("fields that can be copied");
            repeat(move || Record::from_reflect(black_box(&instance)))
        }
        _ => return None,
    })
}

fn int(field: Option<&dyn PartialReflect>) -> i64 {
    *field.and_then(|field| field.try_downcast_ref()).expect("an integer")
}
