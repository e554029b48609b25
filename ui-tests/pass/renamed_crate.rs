//! metaclass is reached under another name.

pub extern crate metaclass as dataclasses;

mod hidden {
    pub mod deep {
        pub use dataclasses as renamed;
    }
    pub mod metaclass {}
}

use hidden::deep::renamed::Dataclass;

#[derive(Dataclass)]
#[dataclass(crate = crate::hidden::deep::renamed)]
struct Point {
    x: f64,
    #[field(default)]
    y: f64,
}

fn main() {
    assert_eq!(Point!(y = 1.0, x = 2.0).repr().to_string(), "Point(x=2.0, y=1.0)");
    assert_eq!(dataclasses::call!(self::Point(2.0)), Point::new(2.0));
}
