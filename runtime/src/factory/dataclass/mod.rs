//! Dataclasses made at run time: Python's `dataclasses`.
//!
//! What is written in the body of a class is [collected](collect) with what the bases have, the [laws] are asked, and the
//! class gets its constructor ([init]) and its [methods]. What it is a dataclass by is its [table](FieldTable).

mod collect;
mod decorate;
mod description;
mod entries;
mod functions;
mod init;
mod laws;
mod make;
mod methods;
mod options;
mod parts;
mod table;

pub(crate) use decorate::{Draft, decorate};
pub use functions::{asdict, asdict_with, astuple, astuple_with, fields, is_dataclass, replace};
pub(crate) use init::Constructor;
pub use make::{MakeDataclass, make_dataclass};
pub(crate) use methods::{Method, Wanted, hash_of};
pub(crate) use options::Mark;
pub use options::{DataclassOptions, Extra};
pub(crate) use parts::Part;
pub(crate) use table::{FieldTable, is_part};
