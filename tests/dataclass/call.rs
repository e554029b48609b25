//! The call macro `Type!(..)`, `call = false`, `call = name`, and `metaclass::call!`.

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
struct Point {
    x: f64,
    y: f64,
    #[field(default = 0.0)]
    z: f64,
}

#[test]
fn positional_and_keyword_arguments_mix_as_in_python() {
    let same = [
        Point!(1.0, 2.0),
        Point!(1.0, y = 2.0),
        Point!(x = 1.0, y = 2.0),
        Point!(y = 2.0, x = 1.0),
        Point!(1.0, 2.0, 0.0),
        Point!(1.0, z = 0.0, y = 2.0),
        Point!(z = 0.0, y = 2.0, x = 1.0),
    ];
    for point in &same {
        assert_eq!(point.repr().to_string(), "Point(x=1.0, y=2.0, z=0.0)");
    }
}

#[test]
fn a_trailing_comma_and_any_brackets_are_allowed() {
    assert_eq!(Point!(1.0, 2.0,), Point![1.0, 2.0]);
    assert_eq!(Point!(1.0, y = 2.0,), Point! { 1.0, 2.0 });
}

#[test]
fn arguments_are_any_expressions() {
    let x = 3.0;
    let shift = |by: f64| x + by;
    let point = Point!(if x > 2.0 { 1.0 } else { 0.0 }, y = shift(1.0), z = -x);
    assert_eq!((point.x, point.y, point.z), (1.0, 4.0, -3.0));
    // A comparison, an assignment and a range are expressions, no keyword arguments.
    #[derive(Dataclass)]
    struct Exprs {
        flag: bool,
        unit: (),
        range: std::ops::Range<u8>,
    }
    let mut y = 0;
    let exprs = Exprs!(x == 3.0, { y = 1 }, range = 0..y);
    assert!(exprs.flag);
    assert_eq!((exprs.unit, exprs.range), ((), 0..1));
}

#[test]
fn the_callers_names_are_not_those_of_the_fields() {
    let (x, z) = (100.0, 5.0);
    let point = Point!(5.0, y = x + 1.0);
    assert_eq!((point.x, point.y, point.z), (5.0, 101.0, 0.0));
    assert_eq!(Point!(z, z, z).z, 5.0);
}

#[test]
fn the_question_mark_works_within_arguments() {
    fn parse(x: &str, y: &str) -> Result<Point, std::num::ParseFloatError> {
        Ok(Point!(x.parse()?, y = y.parse()?))
    }

    assert_eq!(parse("1", "2").ok(), Some(Point!(1.0, 2.0)));
    assert!(parse("1", "two").is_err());
}

#[test]
fn return_and_break_work_within_arguments() {
    fn first_even(numbers: &[i32]) -> Point {
        for n in numbers {
            if n % 2 == 0 {
                return Point!(f64::from(*n), y = return Point!(f64::from(*n), 1.0));
            }
        }
        Point!(0.0, 0.0)
    }

    assert_eq!(first_even(&[1, 4]), Point!(4.0, 1.0));
    let found = loop {
        let _never = Point!(y = 1.0, x = break 7);
    };
    assert_eq!(found, 7);
}

#[test]
fn await_works_within_arguments() {
    use std::future::{Future, ready};
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    let future = async { Point!(y = ready(2.0).await, x = ready(1.0).await) };
    let mut context = Context::from_waker(Waker::noop());
    let Poll::Ready(point) = pin!(future).poll(&mut context) else { panic!("nothing to wait for") };
    assert_eq!(point, Point!(1.0, 2.0));
}

#[test]
fn temporaries_live_as_long_as_in_a_call() {
    #[derive(Dataclass)]
    struct View<'a> {
        text: &'a str,
        size: usize,
    }

    let length = |view: View<'_>| view.text.len() + view.size;
    assert_eq!(length(View!(size = 2, text = String::from("abc").as_str())), 5);
    assert_eq!(length(View!(&String::from("abc"), 1)), 4);
}

#[test]
fn calls_can_be_nested() {
    #[derive(Dataclass)]
    struct Line {
        from: Point,
        to: Point,
    }

    let line = Line!(to = Point!(1.0, y = 2.0), from = Point!(0.0, 0.0));
    assert_eq!((line.from.x, line.to.y), (0.0, 2.0));
}

#[test]
fn call_can_be_renamed() {
    #[derive(Dataclass)]
    #[dataclass(call = make_pixel)]
    struct Pixel {
        x: u8,
    }

    assert_eq!(make_pixel!(x = 3), Pixel::new(3));
}

#[test]
fn call_false_leaves_the_name_to_others() {
    #[derive(Dataclass)]
    #[dataclass(call = false)]
    struct Free {
        x: u8,
    }

    macro_rules! Free {
        ($x:expr) => {
            Free::new($x + 1)
        };
    }

    assert_eq!(Free!(1).x, 2);
}

mod shapes {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    pub(super) struct Circle {
        pub(super) radius: f64,
        #[field(default = "red")]
        pub(super) color: &'static str,
    }

    #[derive(Dataclass)]
    pub(super) struct Pair<T> {
        pub(super) left: T,
        pub(super) right: T,
    }
}

#[test]
fn call_takes_a_path_that_is_not_imported() {
    let circle = metaclass::call!(shapes::Circle(1.5, color = "blue"));
    assert_eq!((circle.radius, circle.color), (1.5, "blue"));
    assert_eq!(call!(self::shapes::Circle(radius = 1.5)).color, "red");
    assert_eq!(call!(crate::dataclass::call::shapes::Circle(2.0)).radius, 2.0);
}

#[test]
fn call_takes_a_renamed_import() {
    use shapes::Circle as Round;

    assert_eq!(call!(Round(1.0)).color, "red");
    assert_eq!(call!(Round(color = "green", ..Round::new(3.0))).radius, 3.0);
}

#[test]
fn call_takes_a_turbofish() {
    let pair = call!(shapes::Pair::<u16>(1, right = 2));
    assert_eq!(size_of_val(&pair.left), 2);
    assert_eq!(pair.right, 2);
}

#[test]
fn raw_names_are_given_with_or_without_the_prefix() {
    #[derive(Dataclass)]
    struct Raw {
        r#type: u8,
        r#match: u8,
    }

    assert_eq!(Raw!(type = 1, r#match = 2), Raw!(match = 2, r#type = 1));
    assert_eq!(Raw!(1, 2).repr().to_string(), "Raw(type=1, match=2)");
}

#[test]
fn a_class_without_fields_is_called_without_arguments() {
    #[derive(Dataclass)]
    struct Empty {}

    assert_eq!(Empty!().repr().to_string(), "Empty()");
    assert_eq!(Empty!(), Empty::new());
}

#[test]
fn more_fields_than_a_tuple_of_the_standard_library_compares_are_no_trouble() {
    #[derive(Dataclass)]
    struct Many {
        a: u8,
        b: u8,
        c: u8,
        d: u8,
        e: u8,
        f: u8,
        g: u8,
        h: u8,
        i: u8,
        j: u8,
        k: u8,
        l: u8,
        m: u8,
        n: u8,
    }

    let many = Many!(1, 2, 3, 4, 5, 6, 7, n = 14, m = 13, l = 12, k = 11, j = 10, i = 9, h = 8);
    assert_eq!(many, Many::new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14));
    assert_eq!(Many!(n = 0, ..many).n, 0);
}
