//! Classes of another crate, as seen by one that knows metaclass.

use metaclass::prelude::*;

#[test]
fn classes_of_another_crate_are_described_with_their_module() {
    assert_eq!(geo::Point::spec().module(), "geo");
    assert_eq!(geo::shapes::Circle::spec().module(), "geo::shapes");
    assert_eq!(
        geo::Length::SIGNATURE,
        "(value: f64, unit: Unit = metres(), label: String = format!(\"{}{}\", value, unit.0))"
    );
}

#[test]
fn classes_of_another_crate_are_called_by_their_path() {
    let p = call!(geo::Point(1.0, z = 2.0, y = 3.0));
    assert_eq!(p.repr().to_string(), "Point(x=1.0, y=3.0, z=2.0)");
    let pair = call!(geo::Pair::<u8, 4>(1, 2));
    assert_eq!(pair.repr().to_string(), "Pair(first=1, second=2, count=8)");
    assert_eq!(call!(geo::Length(1.0)).get("label").unwrap(), "1m".into());
}

#[test]
fn a_class_may_hold_classes_of_another_crate() {
    #[derive(Dataclass)]
    struct Line {
        from: geo::Point,
        to: Option<geo::Point>,
    }

    let line = Line!(geo::Point::new(0.0, 0.0), to = Some(geo::Point::new(1.0, 1.0)));
    assert_eq!(line.repr().to_string(), "Line(from=Point(x=0.0, y=0.0, z=0.0), to=Point(x=1.0, y=1.0, z=0.0))");
    assert_eq!(Line::spec().signature().to_string(), "(from: Point, to: Point | None)");
}

#[test]
fn classes_that_inherit_from_another_crate_are_described() {
    let bases: Vec<_> = heirs::Cache::spec().bases().iter().map(|base| (base.module(), base.name())).collect();
    assert_eq!(bases, [("heirs", "Peak"), ("geo::bases", "Held")]);
    assert_eq!(
        heirs::Cache::SIGNATURE,
        "(value: Vec<u8>, height: f64, latitude: f64, all: Vec<Option<Vec<u8>>> = vec![Some(value.clone()); 2], \
         seen: &'static str = shown(&Side::Down), name: String = \"here\", side: Side = side(), climbed: bool = false, \
         weight: usize = value.len())"
    );
    let cache = call!(heirs::Cache(vec![], 1.0, -91.0, name = "-", side = geo::bases::Side::Down));
    let error = cache.validate().unwrap_err().to_string();
    assert_eq!(error, "Validation errors: latitude: must be at least -90.0; validation failed");
}

#[test]
fn private_fields_are_read_as_far_as_debug_shows_them_and_not_written() {
    let mut length = call!(geo::Length(1.0));
    assert_eq!(length.get("value").unwrap(), 1.0.into());
    let error = length.set("value", 2.0).unwrap_err();
    assert_eq!(format!("{error:?}"), "AttributeError: field 'value' of 'Length' is private");
}
