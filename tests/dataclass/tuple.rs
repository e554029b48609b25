//! `as_tuple`, `into_tuple`, `tuple = false`.

use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    name: String,
    age: u8,
    #[field(init = false, default = name.len())]
    length: usize,
}

#[test]
fn the_fields_come_in_written_order() {
    let person = Person!("Ann".to_owned(), 30);
    assert_eq!(person.as_tuple(), (&"Ann".to_owned(), &30, &3));
    assert_eq!(person.into_tuple(), ("Ann".to_owned(), 30, 3));
}

#[test]
fn one_field_is_a_tuple_of_one_and_none_is_the_empty_tuple() {
    #[derive(Dataclass)]
    struct One {
        x: u8,
    }
    #[derive(Dataclass)]
    struct Empty {}

    assert_eq!(One!(1).into_tuple(), (1,));
    let () = Empty!().into_tuple();
    assert_eq!(Empty!().as_tuple(), ());
}

#[test]
fn a_struct_with_its_own_drop_switches_it_off() {
    use std::cell::Cell;

    thread_local! {
        static DROPPED: Cell<u8> = const { Cell::new(0) };
    }

    #[derive(Dataclass)]
    #[dataclass(tuple = false)]
    struct Guard {
        id: u8,
    }

    impl Drop for Guard {
        fn drop(&mut self) {
            DROPPED.set(self.id);
        }
    }

    drop(Guard!(id = 7));
    assert_eq!(DROPPED.get(), 7);
}

#[test]
fn a_tuple_of_lifetimes_borrows_what_the_struct_borrowed() {
    #[derive(Dataclass)]
    struct View<'a> {
        text: &'a str,
    }

    let text = String::from("abc");
    let (inner,) = View!(&text).into_tuple();
    assert_eq!(inner, "abc");
}

#[test]
fn other_methods_may_take_the_names() {
    #[derive(Dataclass)]
    #[dataclass(tuple = false)]
    struct Own {
        x: u8,
    }

    impl Own {
        fn as_tuple(&self) -> (u8, u8) {
            (self.x, self.x)
        }
    }

    assert_eq!(Own!(1).as_tuple(), (1, 1));
}
