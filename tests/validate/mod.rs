//! Rules and reports.

mod derive;
