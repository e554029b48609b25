//! What values, reports and descriptions are once they are written with serde.

mod reports;
mod values;
