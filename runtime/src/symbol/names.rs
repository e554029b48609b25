//! The names that the making of classes looks for itself.

use std::sync::LazyLock;

use super::Sym;

macro_rules! names {
    ($($name:ident $text:literal)*) => {$(
        pub(crate) static $name: LazyLock<Sym> = LazyLock::new(|| Sym::new($text));
    )*};
}

names! {
    DATACLASS_FIELDS "__dataclass_fields__"
    DATACLASS_PARAMS "__dataclass_params__"
    DELATTR "__delattr__"
    DOC "__doc__"
    EQ "__eq__"
    GE "__ge__"
    GT "__gt__"
    HASH "__hash__"
    INIT "__init__"
    LE "__le__"
    LT "__lt__"
    MATCH_ARGS "__match_args__"
    MODULE "__module__"
    POST_INIT "__post_init__"
    QUALNAME "__qualname__"
    REPLACE "__replace__"
    REPR "__repr__"
    SETATTR "__setattr__"
    SLOTS "__slots__"
}
