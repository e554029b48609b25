//! What is made to do harm: one file a threat.

mod classes;
mod data;
mod depth;
mod schemas;
