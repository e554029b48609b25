//! Arguments read as Rust values.

use metaclass::FromValue;
use metaclass::prelude::*;
use metaclass::value::{Dict, List};

#[derive(Dataclass, Clone)]
struct Point {
    x: f64,
    y: f64,
}

#[track_caller]
fn refused<T: std::fmt::Debug>(result: Result<T, Error>, text: &str) {
    assert_eq!(format!("{:?}", result.unwrap_err()), text);
}

#[test]
fn arguments_are_read_as_a_tuple() {
    let args = args!("Rex", 2, [0.5], None::<i64>);
    let (name, times, list, none): (&str, u8, Vec<f64>, Option<i64>) = args.get().unwrap();
    assert_eq!((name, times, list, none), ("Rex", 2, vec![0.5], None));
    let args = args!(1, "a", [1]);
    let (value, text, items): (&Value, String, &List) = args.get().unwrap();
    assert_eq!((value, &*text, items.len()), (&Value::from(1), "a", 1));
    args!().get::<()>().unwrap();
}

#[test]
fn arguments_of_another_type_are_told_by_their_place() {
    refused(args!(1, "a").get::<(i64, i64)>(), "TypeError: [1]: expected int, got str");
    refused(args!(1, [1.5, 2.5]).get::<(i64, Vec<&str>)>(), "TypeError: [1][0]: expected str, got float");
    refused(args!(1).get::<(i64, i64)>(), "ValueError: not enough values to unpack (expected 2, got 1)");
    refused(args!(1, 2).get::<(i64,)>(), "ValueError: too many values to unpack (expected 1, got 2)");
    refused(args!(x = 1).get::<()>(), "TypeError: got an unexpected keyword argument 'x'");
}

#[test]
fn bound_arguments_are_told_by_their_names() {
    let signature = params!(name, times = 1, *rest, **kw).build().unwrap();
    let bound = signature.accept("Animal.greet", args!("Rex", 2, 3, 4, loud = true)).unwrap();
    let (name, times, rest, kw): (&str, i64, Vec<i64>, &Dict) = bound.get().unwrap();
    assert_eq!((name, times, rest, kw.to_string()), ("Rex", 2, vec![3, 4], "{'loud': True}".to_owned()));
    assert_eq!((bound.get_as::<i64>("times").unwrap(), bound.value("name")), (2, Some(&"Rex".into())));
    refused(bound.get_as::<&str>("times"), "TypeError: Animal.greet.times: expected str, got int");
    refused(bound.get_as::<&str>("time"), "TypeError: Animal.greet() has no parameter 'time'");
    refused(bound.get::<(i64, i64, &Value, &Value)>(), "TypeError: Animal.greet.name: expected int, got str");
    refused(bound.get::<(&str,)>(), "ValueError: too many values to unpack (expected 1, got 4)");
    assert_eq!(format!("{bound:?}"), "Animal.greet(name='Rex', times=2, rest=(3, 4), kw={'loud': True})");
}

#[test]
fn what_is_not_given_is_none() {
    let signature = params!(x, y = 1).build().unwrap();
    let bound = signature.bind("f", args!(2)).unwrap();
    assert_eq!(bound.values(), [Some(2.into()), None]);
    assert_eq!(bound.get::<(i64, Option<i64>)>().unwrap(), (2, None));
    assert_eq!(bound.into_values(), [Some(2.into()), None]);
}

#[test]
fn dataclasses_are_read_and_types_of_the_user_can_be() {
    struct Even(i64);

    impl FromValue<'_> for Even {
        fn read(value: &Value) -> Result<Self, Error> {
            match i64::read(value)? {
                even if even % 2 == 0 => Ok(Self(even)),
                odd => Err(Error::value_error(format!("{odd} is odd"))),
            }
        }
    }

    let point = metaclass::FieldType::to_value(&Point!(1.0, 2.0)).unwrap();
    let args = args!(point, 4, [2, 4]);
    let (point, even, several): (Point, Even, Vec<Even>) = args.get().unwrap();
    assert_eq!((point, even.0, several.len()), (Point!(1.0, 2.0), 4, 2));
    refused(args!([2, 3]).get::<(Vec<Even>,)>().map(drop), "ValueError: [0][1]: 3 is odd");
    refused(args!(1).get::<(Point,)>(), "TypeError: [0]: expected Point, got int");
}
