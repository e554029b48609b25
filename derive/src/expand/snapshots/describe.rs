impl __Point::Dataclass for Point {
    const __BODIES: __Point::Bodies = {
        use __Point::Unknown as _;
        &[__Point::Ty::<f64>::TYPE.body().with_doc(__Point::Text::new("To the right."))]
    };
    const __HEAD: __Point::Head = (
        __Point::module_path!(),
        "Point",
        "(x: f64, y: f64, z: f64 = 0.0)",
        &[
            __Point::described::<Self>(0, "x"),
            __Point::field::<f64>("y"),
            __Point::field::<f64>("z")
                .defaulted(&__Point::DefaultSpec::Value(__Point::Float(0.0))),
        ],
    );
    const __DOC: &'static str = "A point.";
    fn __cell() -> __Point::Cell {
        static CELL: __Point::ClassCell = __Point::ClassCell::NEW;
        &CELL
    }
}
