//! Rules and reports.

mod defaults;
mod derive;
mod engine;
mod hostile;
mod secrets;
