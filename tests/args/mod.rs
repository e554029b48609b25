//! Calls that are made at run time: arguments, parameters, and how the ones are matched with the others.

mod call;
mod get;
mod params;
