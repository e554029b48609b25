use metaclass::prelude::*;

fn local() -> String {
    #[derive(Dataclass, Clone)]
    #[dataclass(hash, order)]
    struct Point {
        x: i64,
        #[field(default = x * 2)]
        y: i64,
    }

    let p = Point!(3);
    let q = Point!(x = 1, ..p.clone());
    assert!(q < p);
    q.repr().to_string()
}

fn other() -> String {
    #[derive(Dataclass)]
    struct Point {
        x: &'static str,
    }

    if true {
        #[derive(Dataclass)]
        struct Nested {
            inner: u8,
        }
        assert_eq!(Nested!(1), Nested::new(1));
    }
    Point!(x = "local").repr().to_string()
}

fn main() {
    assert_eq!(local(), "Point(x=1, y=6)");
    assert_eq!(other(), "Point(x='local')");
    let closure = || {
        #[derive(Dataclass)]
        pub struct Inner {
            pub x: u8,
        }
        Inner!(x = 1).x
    };
    assert_eq!(closure(), 1);
}
