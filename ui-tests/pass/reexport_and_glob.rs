use metaclass::prelude::*;

mod geo {
    pub mod shapes {
        use metaclass::prelude::*;

        #[derive(Dataclass)]
        pub struct Circle {
            pub radius: f64,
            #[field(default = crate::geo::unit())]
            pub unit: &'static str,
        }

        #[derive(Dataclass)]
        #[dataclass(call = square)]
        pub struct Square {
            pub side: f64,
        }
    }

    pub use shapes::Circle;
    pub use shapes::*;

    pub fn unit() -> &'static str {
        "m"
    }
}

mod globbed {
    use crate::geo::*;

    pub fn circle() -> Circle {
        Circle!(unit = "km", radius = 1.0)
    }
}

mod prelude {
    pub use crate::geo::shapes::Circle as Round;
}

fn main() {
    use geo::{Circle, square};

    assert_eq!(Circle!(1.0).unit, "m");
    assert_eq!(globbed::circle().unit, "km");
    assert_eq!(call!(prelude::Round(2.0)).radius, 2.0);
    assert_eq!(call!(geo::shapes::Circle(3.0)), call!(crate::geo::Circle(radius = 3.0)));
    use geo::Square;
    assert_eq!(square!(4.0), Square::new(4.0));
}
