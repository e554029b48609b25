//! JSON Schema of a class.
