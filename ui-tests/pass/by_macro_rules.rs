//! Classes that a `macro_rules!` writes.

use metaclass::prelude::*;

macro_rules! point {
    ($name:ident, $t:ty $(, $field:ident = $default:expr)*) => {
        #[derive(Dataclass, Clone)]
        #[dataclass(order)]
        struct $name {
            x: $t,
            y: Option<$t>,
            $(#[field(default = $default)] $field: $t,)*
        }
    };
}

point!(Ints, i64);
point!(Floats, f64, z = 1.5, w = z * 2.0);
point!(Texts, &'static str);

macro_rules! same {
    ($module:ident) => {
        pub mod $module {
            use metaclass::prelude::*;

            #[derive(Dataclass)]
            #[dataclass(hash)]
            pub struct Point {
                pub x: u8,
                #[field(default = x + 1)]
                pub y: u8,
            }

            pub fn make(x: u8) -> Point {
                Point!(x = x)
            }
        }
    };
}

same!(first);
same!(second);

macro_rules! generic {
    ($(#[$meta:meta])* $vis:vis struct $name:ident<$lifetime:lifetime, $param:ident: $bound:path> { $($body:tt)* }) => {
        #[derive(Dataclass)]
        $(#[$meta])*
        $vis struct $name<$lifetime, $param: $bound> { $($body)* }
    };
}

generic! {
    #[dataclass(order)]
    pub struct Borrowed<'a, T: Clone> {
        text: &'a str,
        #[field(default = vec![])]
        list: Vec<T>,
    }
}

macro_rules! call_it {
    ($class:ident, $($arguments:tt)*) => { $class!($($arguments)*) };
}

macro_rules! call_with {
    ($($name:ident = $value:expr),*) => { Ints!($($name = $value),*) };
}

fn main() {
    assert_eq!(Ints!(1, Some(2)).repr().to_string(), "Ints(x=1, y=2)");
    assert_eq!(Floats!(0.5, None).w, 3.0);
    assert!(Texts!("a", y = Some("b")) < Texts!("b", None));
    assert_eq!(first::make(1).y, second::make(1).y);
    assert_eq!(call!(second::Point(5)), second::Point::new(5));
    assert!(Borrowed!("a", list = vec![1]) < Borrowed::new("b"));
    assert_eq!(call_it!(Ints, y = None, x = 1 + 1).x, 2);
    assert_eq!(call_with!(y = Some(1), x = 2 * 3).x, 6);
    assert_eq!(Ints!(y = None, ..Ints!(7, None)).x, 7);
}
