//! What is made to do harm: one file a threat.

mod data;
mod depth;
mod schemas;
