//! `init_var(name: Type = default, ..)`: Python's `InitVar`.

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(post_init = Self::finish, init_var(scale: f64, label: &'static str = "px"))]
struct Size {
    width: f64,
    #[field(init = false, default)]
    text: String,
}

impl Size {
    fn finish(&mut self, scale: f64, label: &str) {
        self.width *= scale;
        self.text = format!("{}{label}", self.width);
    }
}

#[test]
fn they_are_arguments_after_the_fields_and_go_to_post_init_in_order() {
    assert_eq!(Size!(2.0, 3.0).text, "6px");
    assert_eq!(Size!(2.0, 3.0, "em").text, "6em");
    assert_eq!(Size!(label = "em", scale = 1.0, width = 2.0).text, "2em");
    assert_eq!(Size::new(2.0, 5.0).text, "10px");
}

#[test]
fn they_are_no_fields() {
    let size = Size!(2.0, 1.0);
    assert_eq!(Size::field_names(), ["width", "text"]);
    assert_eq!(size.repr().to_string(), "Size(width=2.0, text='2px')");
    assert_eq!(size.get("scale").unwrap_err().to_string(), "'Size' object has no attribute 'scale'");
}

#[test]
fn the_signature_has_them() {
    assert_eq!(Size::SIGNATURE, "(width: f64, scale: f64, label: &'static str = \"px\")");
    assert_eq!(Size::spec().signature().to_string(), "(width: float, scale: float, label: str = 'px')");
    let names: Vec<&str> = Size::spec().init_vars().iter().map(|var| var.name()).collect();
    assert_eq!(names, ["scale", "label"]);
}

#[test]
fn a_default_may_be_any_expression() {
    fn start() -> Vec<u8> {
        vec![1, 2]
    }

    #[derive(Dataclass)]
    #[dataclass(post_init = Self::fill, init_var(items: Vec<u8> = start()))]
    struct Bag {
        #[field(default)]
        total: u8,
    }

    impl Bag {
        fn fill(&mut self, items: Vec<u8>) {
            self.total += items.into_iter().sum::<u8>();
        }
    }

    assert_eq!(Bag!().total, 3);
    assert_eq!(Bag!(items = vec![5]).total, 5);
    assert_eq!(Bag::new().total, 3);
}

#[test]
fn in_a_keyword_only_class_they_are_keyword_only_too() {
    #[derive(Dataclass)]
    #[dataclass(kw_only, post_init = Self::add, init_var(more: u8))]
    struct Sum {
        x: u8,
    }

    impl Sum {
        fn add(&mut self, more: u8) {
            self.x += more;
        }
    }

    assert_eq!(Sum!(more = 2, x = 1).x, 3);
    assert_eq!(Sum::SIGNATURE, "(*, x: u8, more: u8)");
}
