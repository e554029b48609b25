//! `#[field(default)]`, `#[field(default = expr)]`.

use std::cell::Cell;

use metaclass::prelude::*;

const LIMIT: u32 = 10;

mod source {
    pub(super) const NAME: &str = "source";
    pub(super) fn list() -> Vec<u8> {
        vec![1, 2]
    }
}

#[derive(Dataclass)]
struct Everything {
    #[field(default)]
    of_type: Option<String>,
    #[field(default = -7)]
    negative: i64,
    #[field(default = "text")]
    literal: &'static str,
    #[field(default = LIMIT)]
    constant: u32,
    #[field(default = source::NAME)]
    path: &'static str,
    #[field(default = source::list())]
    call: Vec<u8>,
    #[field(default = { let mut total = 0; for x in call { total += u32::from(*x); } total })]
    block: u32,
    #[field(default = format!("{literal}-{negative:+}"))]
    formatted: String,
}

#[test]
fn every_kind_of_default() {
    let all = Everything!();
    assert_eq!((all.of_type, all.negative, all.literal), (None, -7, "text"));
    assert_eq!((all.constant, all.path, all.call.as_slice()), (10, "source", [1, 2].as_slice()));
    assert_eq!((all.block, all.formatted.as_str()), (3, "text--7"));
}

#[test]
fn a_default_sees_earlier_fields_by_reference_as_they_are_given() {
    let some = Everything!(call = vec![4, 5], literal = "x", negative = 2);
    assert_eq!((some.block, some.formatted.as_str()), (9, "x-+2"));
}

#[test]
fn defaults_may_depend_on_defaults() {
    #[derive(Dataclass)]
    struct Chain {
        a: u8,
        #[field(default = a * 2)]
        b: u8,
        #[field(default = a + b)]
        c: u8,
        #[field(init = false, default = c.pow(2))]
        d: u8,
    }

    assert_eq!(Chain!(1), Chain::new(1));
    assert_eq!(Chain!(1).into_tuple(), (1, 2, 3, 9));
    assert_eq!(Chain!(1, c = 4).into_tuple(), (1, 2, 4, 16));
    assert_eq!(Chain!(b = 5, a = 1).into_tuple(), (1, 5, 6, 36));
}

#[test]
fn a_default_is_evaluated_at_each_call_and_only_where_it_is_used() {
    thread_local! {
        static CALLS: Cell<u32> = const { Cell::new(0) };
    }

    fn count() -> u32 {
        CALLS.set(CALLS.get() + 1);
        CALLS.get()
    }

    #[derive(Dataclass)]
    struct Counted {
        #[field(default = count())]
        n: u32,
    }

    assert_eq!((Counted!().n, Counted!().n), (1, 2));
    assert_eq!(Counted!(99).n, 99);
    assert_eq!(Counted!(..Counted!(98)).n, 98);
    assert_eq!(CALLS.get(), 2);
    assert_eq!(Counted::new().n, 3);
}

#[test]
fn no_two_instances_share_a_default() {
    #[derive(Dataclass)]
    struct Bag {
        #[field(default = Vec::new())]
        items: Vec<u8>,
    }

    let mut first = Bag!();
    first.items.push(1);
    assert!(Bag!().items.is_empty());
}

#[test]
fn names_of_fields_behind_a_dot_or_in_a_path_are_no_fields() {
    struct Pair {
        a: u8,
    }

    mod a {
        pub(super) const A: u8 = 5;
    }

    const PAIR: Pair = Pair { a: 3 };

    #[derive(Dataclass)]
    struct Names {
        a: u8,
        #[field(default = PAIR.a + a::A)]
        b: u8,
    }

    assert_eq!(Names!(1).into_tuple(), (1, 8));
}

#[test]
fn a_local_name_of_a_default_hides_the_field() {
    #[derive(Dataclass)]
    struct Hiding {
        x: u8,
        #[field(default = [1_u8, 2].iter().map(|x| x * 2).sum())]
        y: u8,
    }

    assert_eq!(Hiding!(9).into_tuple(), (9, 6));
}

#[test]
fn self_means_the_class() {
    #[derive(Dataclass)]
    struct Named {
        #[field(default = Self::first())]
        name: String,
        #[field(default = Self::SIZE)]
        size: usize,
    }

    impl Named {
        const SIZE: usize = 3;
        fn first() -> String {
            "first".to_owned()
        }
    }

    assert_eq!(Named!().into_tuple(), ("first".to_owned(), 3));
}

#[test]
fn literals_take_the_type_of_the_field() {
    #[derive(Dataclass)]
    struct Literals {
        #[field(default = 1)]
        a: u8,
        #[field(default = 1)]
        b: i128,
        #[field(default = 1e3)]
        c: f32,
        #[field(default = b'x')]
        d: u8,
        #[field(default = 'x')]
        e: char,
        #[field(default = b"ab")]
        f: &'static [u8],
        #[field(default = 0xff_u64)]
        g: u64,
        #[field(default = true)]
        h: bool,
    }

    assert_eq!(Literals!().repr().to_string(), "Literals(a=1, b=1, c=1000.0, d=120, e='x', f=b'ab', g=255, h=True)");
    assert_eq!(Literals!(), Literals::new());
}
