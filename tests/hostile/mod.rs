//! What is made to do harm: one file a threat.

mod depth;
