//! Where in a text of JSON a fault is.
