impl __Point::Dataclass for Point {
    const NAME: &'static str = "Point";
    const SIGNATURE: &'static str = "(x: f64, y: f64, z: f64 = 0.0)";
    const __MODULE: &'static str = __Point::module_path!();
    const __CELL: __Point::CellOf = __Point::Option::Some(|| {
        static CELL: __Point::ClassCell = __Point::ClassCell::new();
        &CELL
    });
    const __DOC: &'static str = "A point.";
    const __FIELD_NAMES: __Point::Names = &["x", "y", "z"];
    const __FIELDS: __Point::Fields = &[
        __Point::field_of::<f64>("x").with_doc(__Point::Text::new("To the right.")),
        __Point::field_of::<f64>("y"),
        __Point::field_of::<f64>("z").with_literal(__Point::Literal::Float(0.0)),
    ];
}
