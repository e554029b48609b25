//! `post_init = path`: Python's `__post_init__`.

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(post_init = Self::finish)]
struct Rect {
    width: u32,
    height: u32,
    #[field(init = false, default)]
    area: u32,
}

impl Rect {
    fn finish(&mut self) {
        self.area = self.width * self.height;
    }
}

#[test]
fn it_runs_after_every_way_of_construction() {
    assert_eq!(Rect!(2, 3).area, 6);
    assert_eq!(Rect!(height = 3, width = 2).area, 6);
    assert_eq!(Rect::new(4, 5).area, 20);
    assert_eq!(call!(self::Rect(1, 1)).area, 1);
}

#[test]
fn it_sees_the_defaults() {
    #[derive(Dataclass)]
    #[dataclass(post_init = Self::finish)]
    struct Name {
        first: String,
        #[field(default = first.to_uppercase())]
        shown: String,
    }

    impl Name {
        fn finish(&mut self) {
            self.shown.push('!');
        }
    }

    assert_eq!(Name!("ann".to_owned()).shown, "ANN!");
    assert_eq!(Name!("ann".to_owned(), "x".to_owned()).shown, "x!");
}

mod hooks {
    pub(super) fn clamp(counter: &mut super::Counter) {
        counter.value = counter.value.min(10);
    }
}

#[derive(Dataclass)]
#[dataclass(post_init = hooks::clamp)]
struct Counter {
    value: u32,
}

#[test]
fn it_may_be_a_free_function() {
    assert_eq!(Counter!(50).value, 10);
    assert_eq!(Counter!(5).value, 5);
}

#[test]
fn it_works_in_generic_classes() {
    #[derive(Dataclass)]
    #[dataclass(post_init = Self::sort)]
    struct Sorted<T: Ord> {
        items: Vec<T>,
    }

    impl<T: Ord> Sorted<T> {
        fn sort(&mut self) {
            self.items.sort();
        }
    }

    assert_eq!(Sorted!(vec![3, 1, 2]).items, [1, 2, 3]);
}
