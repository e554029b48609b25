__Point::needs_inventory! {
    { __Point::inventory::submit! { __Point::Linked::new(< Point as __Point::Dataclass >
    ::class) } }
}
