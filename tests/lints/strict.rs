//! Classes with every option.

use std::collections::BTreeMap;

use metaclass::Dataclass;

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the field is passed by reference")]
fn angled(value: &u8) -> String {
    format!("<{value}>")
}

/// Almost all options at once.
#[derive(Dataclass, Clone)]
#[dataclass(display, ord, hash, post_init = Self::finish, init_var(scale: f64 = 1.0, label: String = "l".to_owned()))]
#[dataclass(new(name = make, vis = pub(crate)))]
pub(crate) struct Everything {
    /// The name.
    #[field(into, primary_key, rename = "n", alias = "nm", metadata(unit = "m"))]
    pub(crate) name: String,
    #[field(default)]
    list: Vec<u32>,
    #[field(init = false, default = list.len() + name.len())]
    size: usize,
    #[field(kw_only, default = "k", hash = false)]
    kind: &'static str,
    #[field(default = 1, repr = angled, compare = false)]
    shown: u8,
    #[field(default, repr = false)]
    hidden: BTreeMap<String, Option<(u8, char)>>,
}

impl Everything {
    fn finish(&mut self, scale: f64, label: String) {
        if scale > 100.0 {
            self.name = label;
        }
    }
}

/// A frozen one with all-default fields behind.
#[derive(Dataclass, Clone)]
#[dataclass(frozen, kw_only, order, hash)]
pub(crate) struct Account {
    id: u64,
    /// As on the card.
    name: String,
    #[field(secret, default)]
    pin: Option<u16>,
    #[field(default = name.clone())]
    shown: String,
}

/// Borrows.
#[derive(Dataclass, Clone, Copy)]
pub(crate) struct Borrowed<'a> {
    pub(crate) text: &'a str,
    #[field(default = text.len())]
    length: usize,
}

/// Generic.
#[derive(Dataclass, Clone, Copy)]
#[dataclass(ord, hash)]
pub(crate) struct Pair<T, const N: usize = 0> {
    pub(crate) a: T,
    pub(crate) b: T,
    #[field(default = [0; N])]
    array: [u8; N],
}

/// Everything has a default, but the class has none.
#[derive(Dataclass, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "that is what is tested")]
pub(crate) struct Flags {
    #[field(default)]
    pub(crate) a: bool,
    #[field(default)]
    pub(crate) b: bool,
    #[field(default)]
    pub(crate) c: bool,
    #[field(default)]
    pub(crate) d: bool,
}

/// All off.
#[derive(Dataclass)]
#[dataclass(debug = false, eq = false, tuple = false, new = false)]
pub(crate) struct Quiet {
    x: u8,
}

impl std::fmt::Debug for Quiet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("quiet")
    }
}

/// Never made, never asked.
#[derive(Dataclass)]
#[dataclass(call = make_unused, order, hash, default)]
pub(crate) struct Unused {}

metaclass::namedtuple! {
    /// With the types of its fields.
    #[dataclass(builder, getters)]
    pub(crate) struct Typed<'a, T> {
        /// A name.
        name: &'a str,
        items: Vec<T>,
        #[field(into)]
        label: Option<String> = None,
        size: usize = items.len(),
    }

    /// With one type only.
    pub(crate) struct Uniform {
        x: f64,
        y: f64,
    }

    /// With nothing.
    pub(crate) struct Nothing {}
}

metaclass::namedtuple!(
    /// Without types.
    pub(crate) Untyped,
    ["a", "class", "a", "b", "c", "d", "e", "f", "g"],
    rename = true,
    defaults = [1, "x"]
);

metaclass::namedtuple!(
    /// Without fields.
    pub(crate) Unit,
    ""
);
