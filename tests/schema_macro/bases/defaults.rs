//! Inherited defaults.

use metaclass::prelude::*;

mod base {
    use std::sync::atomic::{AtomicU64, Ordering};

    use metaclass::prelude::*;

    static NEXT: AtomicU64 = AtomicU64::new(1);

    fn next() -> u64 {
        NEXT.fetch_add(1, Ordering::Relaxed)
    }

    pub(super) const SIZE: usize = 4;

    schema! {
        pub struct Base {
            name: String = "n",
            id: u64 = next(),
            size: usize = SIZE,
            #[field(init = false)]
            double: usize = size * 2,
            #[field(default)]
            list: Vec<u8>,
            slug: String = format!("{name}-{size}"),
            none: Option<u8> = None,
        }
    }
}

schema! {
    struct Derived: base::Base {
        length: usize = slug.len(),
        size: usize = 7,
    }
}

#[test]
fn defaults_are_computed_where_they_were_written() {
    let (one, two) = (Derived!(), Derived!("name", size = 1));
    assert!(one.id < two.id);
    assert_eq!((one.size, one.double, &*one.slug, one.length), (7, 14, "n-7", 3));
    assert_eq!((two.size, two.double, &*two.slug, two.length), (1, 2, "name-1", 6));
    assert!(Derived::new().list.is_empty());
    let twice = Derived!(size = 5, ..two);
    assert_eq!((twice.double, &*twice.slug), (10, "name-1"));
}

#[test]
fn the_description_is_that_of_the_base() {
    let same: Vec<_> = base::Base::fields().iter().filter(|field| field.name() != "size").collect();
    let inherited: Vec<_> =
        Derived::fields().iter().filter(|field| !["size", "length"].contains(&field.name())).collect();
    assert_eq!(same, inherited);
    assert_eq!(base::SIZE, 4);
}
