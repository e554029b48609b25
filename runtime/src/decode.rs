//! Reading data: one pass, every fault.
