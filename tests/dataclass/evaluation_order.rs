//! Given arguments are evaluated in call order, then defaults in field order.

use std::cell::RefCell;

use metaclass::prelude::*;

thread_local! {
    static LOG: RefCell<Vec<&'static str>> = const { RefCell::new(vec![]) };
}

fn log(name: &'static str) -> u8 {
    LOG.with_borrow_mut(|log| log.push(name));
    1
}

fn logged<T>(make: impl FnOnce() -> T) -> Vec<&'static str> {
    LOG.take();
    make();
    LOG.take()
}

#[derive(Dataclass, Clone)]
struct Four {
    a: u8,
    #[field(default = log("default b"))]
    b: u8,
    #[field(default = log("default c") + a)]
    c: u8,
    #[field(default = log("default d"))]
    d: u8,
}

#[test]
fn given_arguments_come_in_call_order() {
    assert_eq!(logged(|| Four!(log("a"), log("b"), log("c"), log("d"))), ["a", "b", "c", "d"]);
    assert_eq!(logged(|| Four!(d = log("d"), b = log("b"), a = log("a"), c = log("c"))), ["d", "b", "a", "c"]);
    assert_eq!(logged(|| Four!(log("a"), d = log("d"), c = log("c"), b = log("b"))), ["a", "d", "c", "b"]);
}

#[test]
fn defaults_come_after_all_given_arguments_in_field_order() {
    assert_eq!(logged(|| Four!(log("a"))), ["a", "default b", "default c", "default d"]);
    assert_eq!(logged(|| Four!(log("a"), d = log("d"))), ["a", "d", "default b", "default c"]);
    assert_eq!(logged(|| Four!(c = log("c"), a = log("a"))), ["c", "a", "default b", "default d"]);
}

#[test]
fn the_base_is_evaluated_where_it_stands_and_no_default_is() {
    let base = Four!(1, 1, 1, 1);
    let made = logged(|| {
        Four!(
            d = log("d"),
            a = log("a"),
            ..{
                log("base");
                base.clone()
            }
        )
    });
    assert_eq!(made, ["d", "a", "base"]);
}

#[test]
fn defaults_outside_of_init_come_after_the_base() {
    #[derive(Dataclass, Clone)]
    struct Fresh {
        a: u8,
        #[field(init = false, default = log("default b"))]
        b: u8,
        c: u8,
    }

    let base = Fresh!(1, 1);
    let made = logged(|| {
        Fresh!(
            c = log("c"),
            ..{
                log("base");
                base.clone()
            }
        )
    });
    assert_eq!(made, ["c", "base", "default b"]);
    assert_eq!(logged(|| Fresh!(c = log("c"), a = log("a"))), ["c", "a", "default b"]);
}

#[test]
fn init_vars_come_in_call_order_and_their_defaults_last() {
    #[derive(Dataclass)]
    #[dataclass(post_init = Self::finish, init_var(v: u8, w: u8 = log("default w")))]
    struct Vars {
        a: u8,
        #[field(kw_only, default = log("default b"))]
        b: u8,
    }

    impl Vars {
        fn finish(&mut self, v: u8, w: u8) {
            log("post_init");
            self.a += v + w;
        }
    }

    assert_eq!(logged(|| Vars!(v = log("v"), a = log("a"))), ["v", "a", "default b", "default w", "post_init"]);
    assert_eq!(logged(|| Vars!(w = log("w"), v = log("v"), a = log("a"))), ["w", "v", "a", "default b", "post_init"]);
}

#[test]
fn conversions_do_not_change_the_order() {
    struct Noisy(&'static str);

    impl From<Noisy> for u8 {
        fn from(noisy: Noisy) -> Self {
            log(noisy.0)
        }
    }

    fn noisy(argument: &'static str, conversion: &'static str) -> Noisy {
        log(argument);
        Noisy(conversion)
    }

    #[derive(Dataclass)]
    struct Converted {
        #[field(into)]
        a: u8,
        #[field(into)]
        b: u8,
    }

    let made = logged(|| Converted!(b = noisy("b", "into b"), a = noisy("a", "into a")));
    let arguments: Vec<_> = made.iter().filter(|name| !name.starts_with("into")).copied().collect();
    assert_eq!(arguments, ["b", "a"]);
    assert_eq!(made.len(), 4);
}

#[test]
fn new_evaluates_defaults_in_field_order() {
    assert_eq!(logged(|| Four::new(1)), ["default b", "default c", "default d"]);
}
