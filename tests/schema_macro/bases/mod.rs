//! Fields inherited from other classes.

#![allow(unreachable_pub, clippy::struct_field_names, reason = "names are short, and modules stand for crates")]

mod chains;
mod chains_of_init_vars;
mod checks;
mod conversions;
mod defaults;
mod derived_base;
mod described;
mod generics;
mod groups;
mod levels;
mod modules;
mod overriding;
mod post_init;
mod same_block;
mod several;
