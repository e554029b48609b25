//! Rules and reports.

mod derive;
mod engine;
mod hostile;
