//! Data as JSON.

mod locate;
