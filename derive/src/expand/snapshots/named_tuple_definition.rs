pub struct Row<T0, T1 = &'static ::core::primitive::str> {
    ///Alias for field number 0
    pub id: T0,
    ///Alias for field number 1
    pub r#type: T1,
}
