//! `crate = path`: where metaclass is found.

/// What a crate that hides its dependencies has.
mod hidden {
    pub(super) mod deps {
        pub(crate) use metaclass as mc;
    }
}

use metaclass::Dataclass as _;

#[derive(metaclass::Dataclass, Clone)]
#[dataclass(crate = crate::dataclass::krate::hidden::deps::mc, order, hash, default, display)]
struct Point {
    #[field(default = 1)]
    x: u8,
    #[field(default)]
    y: Vec<u8>,
}

#[test]
fn everything_generated_goes_through_the_path() {
    let point = Point!(y = vec![1]);
    assert_eq!(point.to_string(), "Point(x=1, y=b'\\x01')");
    assert_eq!(Point!(2, ..point.clone()).get("x").unwrap(), 2.into());
    assert!(Point::default() < point);
}

#[test]
fn a_path_from_the_root_will_do() {
    #[derive(metaclass::Dataclass)]
    #[dataclass(crate = ::metaclass)]
    struct Rooted {
        x: u8,
    }

    assert_eq!(Rooted!(x = 1).repr().to_string(), "Rooted(x=1)");
}
