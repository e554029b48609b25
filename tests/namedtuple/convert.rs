//! `From`, both ways; unpacking.

use metaclass::prelude::*;

namedtuple!(Color, "red green blue");
namedtuple! { struct Row { id: u64, name: String, score: Option<f64> } }

#[test]
fn it_is_unpacked() {
    let (r, g, b) = Color!(255, 128, 0).into();
    assert_eq!([r, g, b], [255, 128, 0]);
    let (id, name, score): (u64, String, Option<f64>) = Row!(1, "a".to_owned(), None).into();
    assert_eq!((id, name.as_str(), score), (1, "a", None));
}

#[test]
fn it_is_made_of_its_tuple() {
    let color: Color<_, _, _> = (1, "g", 0.5).into();
    assert_eq!((color.green, color), ("g", Color!(1, "g", 0.5)));
    let rows: Vec<Row> = [(1, "a".to_owned(), Some(2.0)), (2, "b".to_owned(), None)].map(Row::from).into();
    assert_eq!(rows[1].name, "b");
    assert_eq!(Row!(3, "c".to_owned(), None).as_tuple(), (&3, &"c".to_owned(), &None));
}

#[test]
fn more_fields_than_tuples_of_the_standard_library_compare() {
    namedtuple!(Wide, "a b c d e f g h i j k l m n");

    let wide = Wide!(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, n = "last");
    assert!(wide == (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, "last"));
    let tuple: (_, _, _, _, _, _, _, _, _, _, _, _, _, &str) = wide.into();
    assert_eq!(tuple.13, "last");
    assert_eq!(wide.at(-1).unwrap(), "last".into());
}
