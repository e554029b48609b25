//! `#[dataclass(..)]`

use syn::Path;

use super::data::{Extra, RenameAll};
use super::groups::{Groups, KEYS};
use super::keyed::{Given, Repeated};
use super::options::options;
use super::values::{Bounds, InitVar, InitVars, New, Off, OffOr, StructCheck, Switch};

options! {
    /// The options of a class.
    Container in "dataclass" {
        /// `init = false`: no constructor, no call macro.
        init: Given<Switch>,
        /// `new = false` leaves out `new`; `new(name = .., vis = ..)` renames it or changes its visibility.
        new: Given<New>,
        /// `call = false` leaves out the call macro; `call = name` renames it.
        call: Given<OffOr<syn::Ident>>,
        /// `tuple = false`: no `as_tuple`, no `into_tuple` and no `..base`, for a struct that implements `Drop`.
        tuple: Given<Switch>,
        /// Others can inherit from it, in `schema!`.
        base: Given<Switch>,
        /// `debug = false`: no `Debug`.
        debug: Given<Switch>,
        /// `clone = false`: `schema!` writes no `Clone`.
        clone: Given<Off>,
        /// `Display` that prints the repr.
        display: Given<Switch>,
        /// `eq = false`: no `PartialEq`.
        eq: Given<Switch>,
        /// `PartialOrd`, field by field.
        order: Given<Switch>,
        /// `Ord`, `PartialOrd` and `Eq`, field by field.
        ord: Given<Switch>,
        /// `Hash` and `Eq`, field by field.
        hash: Given<Switch>,
        /// `Default`, if every field has a default.
        default: Given<Switch>,
        /// Nothing is assigned after construction: fields are private, there are getters, `set` refuses.
        frozen: Given<Switch>,
        /// A getter for each field, as `frozen` and `validate` have them.
        getters: Given<Switch>,
        /// `set_x(value) -> Result`: a checked setter for each field that the constructor takes.
        setters: Given<Switch>,
        /// `Type::builder()`: argument by argument, and a compile error if one is missing.
        builder: Given<Switch>,
        /// All arguments by keyword only.
        kw_only: Given<Switch>,
        /// `post_init = Self::finish`: called on the new instance, with the `init_var`s.
        post_init: Given<Path>,
        /// `init_var(name: Type = default, ..)`: constructor arguments that are no fields, passed to `post_init`.
        init_var: Repeated<InitVars>,
        /// The rules hold for every instance: constructor, call macro and `set` return `Result`, fields are private.
        validate: Given<Switch>,
        /// `check(path, fields(a, b))`: a function over several fields; may be repeated.
        check: Repeated<StructCheck>,
        /// `Type::GENERATED_SOURCE`: what was generated, as text.
        source: Given<Switch>,
        /// The registry of the whole program has its class.
        register: Given<Switch>,
        /// Reads itself from data and writes itself, with any format of serde.
        serde: Given<Switch>,
        /// `extra = forbid`: data may have no names but those of the fields; `extra = ignore`, as by default, passes over them.
        extra: Given<Extra>,
        /// `rename_all = "camelCase"`: the names in data, of fields without a `rename`.
        rename_all: Given<RenameAll>,
        /// `bound(T: Trait, ..)` in the place of the bounds that are inferred for each implementation.
        bound: Given<Bounds>,
        /// `crate = path`: where metaclass is found, if not at `::metaclass`.
        krate as "crate": Given<Path>,
    }
    rest groups: Groups = KEYS;
    foreign {
        "repr" => "`repr()` is always there; `debug = false` leaves out `Debug`, `#[field(repr = false)]` hides a field",
        "unsafe_hash" => "write `hash`",
        "slots" => "a Rust struct has no other attributes; leave it out",
        "weakref_slot" => "use `std::sync::Weak`; leave it out",
        "match_args" => "a Rust struct can always be matched; leave it out",
        "rename" => "a class is named like its struct",
        "name" => "a class is named like its struct",
        "metaclass" => "compiled classes have no metaclass",
    }
}

impl Container {
    /// The arguments that are no fields.
    pub(crate) fn init_vars(&self) -> impl Iterator<Item = &InitVar> {
        self.init_var.iter().flat_map(|vars| &vars.value.0)
    }
}
