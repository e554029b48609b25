//! `__repr__`: `Point(x=1, y=2)`.

use std::cell::RefCell;

use super::value;
use crate::dataclass::SECRET;
use crate::error::Error;
use crate::factory::dataclass::FieldTable;
use crate::instance::This;
use crate::spec::{FieldSpec, Flags};

thread_local! {
    /// The shared instances that are being shown: one that holds itself is shown as `...` within itself.
    static SHOWN: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// A shared instance that is being shown, as long as this lives.
struct Showing;

impl Showing {
    /// Begins to show an instance; nothing if it is being shown already.
    fn begin(address: usize) -> Option<Self> {
        SHOWN.with_borrow_mut(|shown| {
            let is_new = !shown.contains(&address);
            is_new.then(|| shown.push(address)).map(|()| Self)
        })
    }
}

impl Drop for Showing {
    fn drop(&mut self) {
        SHOWN.with_borrow_mut(Vec::pop);
    }
}

pub(super) fn repr(this: &This<'_>) -> Result<String, Error> {
    let _showing = match this.shared_address() {
        Some(address) => match Showing::begin(address) {
            Some(showing) => Some(showing),
            None => return Ok("...".to_owned()),
        },
        None => None,
    };
    if let Some(instance) = this.compiled() {
        let instance = instance?;
        return shown(&This::of_ref(&instance).within(this.place()));
    }
    shown(this)
}

fn shown(this: &This<'_>) -> Result<String, Error> {
    let mut text = format!("{}(", this.class().qualname());
    let is_shown = |field: &&FieldSpec| field.has(Flags::REPR);
    for (i, field) in FieldTable::running(this).fields().iter().filter(is_shown).enumerate() {
        text += if i > 0 { ", " } else { "" };
        text += field.name();
        text += "=";
        match field.has(Flags::SECRET) {
            true => text += SECRET,
            false => text += &value(this, field)?.repr().to_string(),
        }
    }
    text += ")";
    Ok(text)
}
