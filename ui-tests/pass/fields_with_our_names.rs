//! Fields named like what generated code names.

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
#[dataclass(hash, ord, default, display)]
struct Names {
    #[field(default)]
    self_: u8,
    #[field(default)]
    value: u8,
    #[field(default)]
    name: String,
    #[field(default)]
    f: u8,
    #[field(default)]
    other: u8,
    #[field(default)]
    state: u8,
    #[field(default)]
    index: u8,
    #[field(default)]
    i: u8,
    #[field(default)]
    v: u8,
    #[field(default = v + 1)]
    d0: u8,
    #[field(default)]
    this: u8,
    #[field(default)]
    new: u8,
    #[field(default)]
    stub: u8,
    #[field(default)]
    order: u8,
    #[field(default)]
    field: u8,
    #[field(default)]
    fields: u8,
    #[field(default)]
    repr: u8,
    #[field(default)]
    r#type: u8,
    #[field(default = r#type + 1)]
    r#fn: u8,
}

#[derive(Dataclass)]
#[dataclass(frozen, post_init = Self::finish, init_var(v: u8 = 1, other: u8 = 2))]
struct Getters {
    this: u8,
    index: u8,
    #[field(default = "repr")]
    repr: &'static str,
    #[field(default)]
    r#type: String,
}

impl Getters {
    fn finish(&mut self, v: u8, other: u8) {
        self.this += v * other;
    }
}

#[derive(Dataclass)]
#[dataclass(hash, order)]
#[allow(non_camel_case_types)]
struct r#struct<r#type> {
    r#match: r#type,
}

fn main() {
    let names = Names!(1, v = 4, r#type = 5, new = 2);
    assert_eq!((names.d0, names.r#fn, names.new), (5, 6, 2));
    let other = Names!(fn = 7, type = 8, ..names.clone());
    assert_eq!((other.r#type, other.r#fn, other.self_), (8, 7, 1));
    assert!(names < other && Names::default() < names);
    assert!(names.to_string().ends_with("repr=0, type=5, fn=6)"), "{names}");
    assert!(Names::field_names().contains(&"fn"));

    let getters = Getters!(other = 5, index = 1, this = 0);
    assert_eq!((getters.this(), getters.index(), getters.r#type()), (5, 1, ""));

    let raw = r#struct!(r#match = 1);
    assert_eq!(raw.repr().to_string(), "struct(match=1)");
    assert_eq!(raw, call!(self::r#struct(1)));
}
