//! What is measured, and how fast ours has to be.

/// How long ours may take, at most.
#[derive(Clone, Copy)]
pub(crate) enum Bar {
    /// So many nanoseconds, on the machine that the bars are from: two cores of a Xeon of 2021.
    Nanoseconds(f64),
    /// As long as another operation, to a tenth.
    As(&'static str),
    None,
}

pub(crate) struct Operation {
    pub(crate) name: &'static str,
    pub(crate) bar: Bar,
}

const fn operation(name: &'static str, nanoseconds: f64) -> Operation {
    Operation { name, bar: Bar::Nanoseconds(nanoseconds) }
}

const fn without_bar(name: &'static str) -> Operation {
    Operation { name, bar: Bar::None }
}

const fn as_fast_as(other: &'static str, name: &'static str) -> Operation {
    Operation { name, bar: Bar::As(other) }
}

/// All, in the order of the table. An attribute is one of five fields, a class one of five fields and three methods,
/// unless the name says something else.
pub(crate) const ALL: [Operation; 37] = [
    operation("borrow, handle", 1.5),
    operation("borrow, symbol", 2.5),
    operation("borrow, str", 6.0),
    without_bar("get, handle"),
    without_bar("get, symbol"),
    without_bar("get, str"),
    operation("set, handle", 4.0),
    operation("set, symbol", 7.0),
    without_bar("set, str"),
    without_bar("property, symbol"),
    without_bar("isinstance"),
    operation("call, symbol", 6.0),
    without_bar("call, str"),
    operation("super call", 12.0),
    without_bar("call, 2 positional"),
    without_bar("call, 2 keywords"),
    operation("create, compiled class", 20.0),
    operation("create, positional", 32.0),
    without_bar("create, positional, checked"),
    operation("create, keywords, checked", 80.0),
    operation("struct to instance", 50.0),
    operation("instance to struct", 16.0),
    operation("class", 750.0),
    operation("class, empty", 160.0),
    operation("make_dataclass, 5 fields", 1_000.0),
    operation("namedtuple, 5 names", 1_000.0),
    operation("Model.define, 5 fields", 1_000.0),
    operation("class attribute, set", 30.0),
    without_bar("class attribute, get"),
    without_bar("class attribute, get after set"),
    as_fast_as("class attribute, get after set", "class attribute, get after 10^6 sets"),
    as_fast_as("borrow, symbol", "borrow, symbol, after 10^6 sets"),
    as_fast_as("call, symbol", "call, symbol, after 1000 methods"),
    without_bar("class attribute, set a method"),
    without_bar("registry"),
    operation("registry, 2 reading", 30.0),
    operation("registry, 2 reading, 1 defining", 30.0),
];
