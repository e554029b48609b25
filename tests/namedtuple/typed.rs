//! `namedtuple! { pub struct Point { x: f64, y: f64 = 0.0 } }`: `typing.NamedTuple`.

use metaclass::prelude::*;

namedtuple! {
    /// A place.
    pub struct Point {
        /// To the right.
        x: f64,
        y: f64,
        #[field(finite)]
        z: f64 = 0.0,
    }
}

namedtuple! {
    #[dataclass(serde = false)]
    pub(crate) struct Named<'a, T: Copy, const N: usize = 2>
    where
        T: PartialOrd,
    {
        name: &'a str,
        items: [T; N],
        #[field(default)]
        count: usize,
    }
}

#[test]
fn it_is_called_as_in_python() {
    let p = Point!(1.0, 2.0);
    assert_eq!(p, (1.0, 2.0, 0.0));
    assert_eq!(Point!(y = 2.0, x = 1.0, z = 3.0), Point::from((1.0, 2.0, 3.0)));
    assert_eq!(Point!(x = 9.0, ..p), (9.0, 2.0, 0.0));
    assert_eq!(Point::new(1.0, 2.0), p);
    const AT: Point = Point!(1.0, z = 2.0, y = 0.0);
    assert_eq!(AT.z, 2.0);
}

#[test]
fn it_prints_as_in_python() {
    let p = Point!(1.0, 2.0);
    assert_eq!(p.to_string(), "Point(x=1.0, y=2.0, z=0.0)");
    assert_eq!(p.repr().to_string(), p.to_string());
    assert_eq!(format!("{p:?}"), "Point { x: 1.0, y: 2.0, z: 0.0 }");
}

#[test]
fn it_is_a_class_that_knows_that_it_is_a_tuple() {
    use metaclass::spec::Options;

    assert_eq!((Point::NAME, Point::LEN), ("Point", 3));
    assert_eq!(Point::FIELDS, ["x", "y", "z"]);
    assert_eq!(Point::SIGNATURE, "(x: f64, y: f64, z: f64 = 0.0)");
    assert_eq!(Point::spec().signature().to_string(), "(x: float, y: float, z: float = 0.0)");
    assert_eq!((Point::spec().doc(), Point::fields()[0].doc()), ("A place.", "To the right."));
    assert_eq!(Point::spec().options(), Options::DEFAULT | Options::NAMED_TUPLE);
    assert_eq!(Point!(1.0, 2.0).to_dict().to_string(), "{'x': 1.0, 'y': 2.0, 'z': 0.0}");
}

#[test]
fn a_field_is_read_by_name_and_not_set() {
    let mut p = Point!(1.0, 2.0);
    assert_eq!(p.get("y").unwrap(), 2.0.into());
    assert_eq!(p.get_as::<f64>("x").unwrap(), 1.0);
    let error = |result: Result<(), Error>| format!("{:?}", result.unwrap_err());
    assert_eq!(error(p.set("x", 33.0)), "AttributeError: can't set attribute");
    assert_eq!(error(p.set("q", 1)), "AttributeError: 'Point' object has no attribute 'q'");
    assert_eq!(error(p.get("q").map(drop)), "AttributeError: 'Point' object has no attribute 'q'");
    // A variable is its owner's, as a tuple is.
    p.x = 5.0;
    assert_eq!(p, (5.0, 2.0, 0.0));
}

#[test]
fn parameters_and_where_clauses_are_kept() {
    let named = Named!("n", [1, 2]);
    assert_eq!(named.to_string(), "Named(name='n', items=[1, 2], count=0)");
    assert_eq!(named, ("n", [1, 2], 0));
    let copy = named;
    assert!(copy <= named && copy == named);
    let three: Named<'_, u8, 3> = Named!("n", [1; 3], count = 1);
    assert_eq!(three.into_tuple(), ("n", [1, 1, 1], 1));
}

#[test]
fn rules_are_kept_and_places_are_positions() {
    let error = Point!(1.0, 2.0, f64::NAN).validate().unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: [2]: must be finite");
    assert_eq!(error.issues()[0].path().pointer(), "/2");

    #[derive(Dataclass)]
    struct Line {
        points: Vec<Point>,
    }

    let line = Line!(vec![Point!(0.0, 0.0), Point!(0.0, 0.0, f64::INFINITY)]);
    assert_eq!(line.validate().unwrap_err().to_string(), "Validation errors: points[1][2]: must be finite");
}

#[test]
fn several_fields_are_checked() {
    fn is_ordered(low: &i64, high: &i64) -> bool {
        low <= high
    }

    namedtuple! {
        #[dataclass(check(is_ordered, fields(low, high)))]
        struct Range { low: i64, #[field(max_value = 9)] high: i64 }
    }

    assert!(Range!(1, 2).validate().is_ok());
    assert_eq!(Range!(3, 2).validate().unwrap_err().to_string(), "Validation errors: validation failed");
    assert_eq!(Range!(30, 20).validate().unwrap_err().to_string(), "Validation errors: [1]: must be at most 9");
}

#[test]
fn what_stands_in_a_block_is_as_visible_as_it_says() {
    mod inner {
        use metaclass::prelude::*;

        #[derive(Debug, Clone, PartialEq)]
        pub(crate) struct Cents(pub(crate) u32);

        namedtuple! {
            #[dataclass(serde = false)]
            pub(crate) struct Price {
                cents: Cents,
                pub(self) hidden: u8 = 1,
            }

            pub(crate) struct Empty {}
        }
    }

    use inner::{Cents, Empty, Price};

    let price = Price!(Cents(5));
    assert_eq!(price.cents, Cents(5));
    assert_eq!(price.to_string(), "Price(cents=Cents(5), hidden=1)");
    assert_eq!(Empty!(), ());
    assert_eq!(Empty::from(()).to_string(), "Empty()");
}

#[test]
fn defaults_may_be_any_expression_and_see_the_fields_before() {
    namedtuple! {
        struct User {
            #[field(into)]
            name: String,
            #[field(transform(lowercase))]
            login: String = name.to_uppercase(),
            tags: Vec<String> = vec!["new".to_owned()],
        }
    }

    let user = User!("Al");
    assert_eq!(user.to_string(), "User(name='Al', login='al', tags=['new'])");
    assert_eq!(user, ("Al", "al", vec!["new"]));
    assert_eq!(User::from(("A".to_owned(), "B".to_owned(), vec![])).login, "b");
    assert_eq!(User::field_defaults().to_string(), "{'tags': ['new']}");
}
