//! What the macros write, used as a program would.

#![forbid(unsafe_code)]
#![allow(
    unused_assignments,
    unused_braces,
    unused_qualifications,
    unreachable_code,
    clippy::box_collection,
    clippy::diverging_sub_expression,
    clippy::float_cmp,
    clippy::items_after_statements,
    clippy::never_loop,
    clippy::non_minimal_cfg,
    clippy::redundant_closure_for_method_calls,
    clippy::ref_option,
    clippy::ref_option_ref,
    clippy::trivially_copy_pass_by_ref,
    clippy::type_complexity,
    clippy::redundant_allocation,
    clippy::vec_box,
    reason = "what is tested is every way to write a thing, the odd ones too"
)]

mod args;
mod classes;
mod cross_crate;
mod dataclass;
mod decode;
mod encode;
mod factories;
mod filter;
mod formats;
mod hostile;
mod hygiene;
mod json_schema;
mod lints;
mod namedtuple;
mod parity;
mod random;
mod schema;
mod schema_macro;
mod validate;
mod values;
