//! Methods that are asked for at every step: one bit says that there is none, so that nobody has to look.

/// `__setattr__` or `__delattr__`.
pub(super) const INTERCEPTS: u8 = 1;
/// `__new__`.
pub(super) const NEW: u8 = 2;
/// `__call__`, of a metaclass: how its classes make instances.
pub(super) const CALL: u8 = 4;
/// `__instancecheck__` or `__subclasscheck__`, of a metaclass.
pub(super) const CHECKS: u8 = 8;
/// `mro`, of a metaclass.
pub(super) const MRO: u8 = 16;

/// No method: the metaclass has put the class in another order than that of C3.
pub(super) const REORDERED: u8 = 32;

/// No method: something stands before a field that is no descriptor of its own.
pub(super) const HIDES: u8 = 64;

/// No method: there are abstract methods that a subclass has to define before it can be instantiated.
pub(super) const ABSTRACT: u8 = 128;

/// The bit of a name.
pub(crate) fn of(name: &str) -> u8 {
    match name {
        "__setattr__" | "__delattr__" => INTERCEPTS,
        "__new__" => NEW,
        "__call__" => CALL,
        "__instancecheck__" | "__subclasscheck__" => CHECKS,
        "mro" => MRO,
        _ => 0,
    }
}
