use metaclass::prelude::*;

mod a {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    pub struct Point {
        pub x: u8,
    }
}

mod b {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    pub struct Point {
        pub x: u8,
    }

    pub mod c {
        use metaclass::prelude::*;

        #[derive(Dataclass)]
        pub(crate) struct Point {
            pub x: u8,
        }
    }
}

#[derive(Dataclass)]
struct Point {
    x: u8,
}

fn main() {
    let (p, q, r, s) = (Point!(1), call!(a::Point(2)), call!(b::Point(x = 3)), call!(b::c::Point(4)));
    assert_eq!((p.x, q.x, r.x, s.x), (1, 2, 3, 4));
    {
        use a::Point;
        let q: a::Point = Point!(5);
        assert_eq!(q, a::Point::new(5));
    }
    {
        use b::Point as Renamed;
        let r: b::Point = call!(Renamed(6));
        assert_eq!(r.repr().to_string(), "Point(x=6)");
    }
}
