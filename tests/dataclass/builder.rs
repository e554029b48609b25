//! `builder`: argument by argument.

use metaclass::ValidationError;
use metaclass::prelude::*;
use metaclass::validate::Issue;

mod model {
    use metaclass::prelude::*;

    /// A point.
    #[derive(Dataclass, Clone)]
    #[dataclass(builder)]
    pub(super) struct Point {
        /// To the right.
        pub(super) x: f64,
        pub(super) y: f64,
        #[field(default = 0.0)]
        z: f64,
    }
}

use model::Point;

#[test]
fn arguments_come_in_any_order_and_optional_ones_may_be_left_out() {
    let point = Point::builder().y(2.0).x(1.0).build();
    assert_eq!(point.repr().to_string(), "Point(x=1.0, y=2.0, z=0.0)");
    assert!(Point::builder().z(3.0).x(1.0).y(2.0).build() == Point!(1.0, 2.0, 3.0));
}

#[test]
fn a_builder_may_be_passed_on_half_full() {
    let half = Point::builder().x(1.0);
    let finished = |z: Option<f64>| match z {
        Some(z) => half.z(z).y(0.0).build(),
        None => half.y(0.0).build(),
    };
    assert!(finished(Some(4.0)) == Point!(1.0, 0.0, 4.0));
}

#[test]
fn defaults_see_earlier_fields_and_into_converts() {
    #[derive(Dataclass)]
    #[dataclass(builder)]
    struct User {
        #[field(into)]
        name: String,
        #[field(default = name.to_uppercase(), into)]
        login: String,
        #[field(default = format!("{name}:{login}").len(), init = false)]
        size: usize,
        #[field(default, into)]
        note: Option<&'static str>,
    }

    let user = User::builder().name("al").build();
    assert_eq!(user.repr().to_string(), "User(name='al', login='AL', size=5, note=None)");
    let user = User::builder().note("n").login("b").name("al").build();
    assert_eq!(user.repr().to_string(), "User(name='al', login='b', size=4, note='n')");
}

#[test]
fn init_vars_and_the_hook_take_part() {
    #[derive(Dataclass)]
    #[dataclass(builder, post_init = Self::finish, init_var(scale: f64, tag: &'static str = "t"))]
    struct Scaled {
        #[field(kw_only)]
        size: f64,
        #[field(default, transform(trim), kw_only)]
        name: String,
    }

    impl Scaled {
        fn finish(&mut self, scale: f64, tag: &str) {
            self.size *= scale;
            self.name += tag;
        }
    }

    let scaled = Scaled::builder().scale(2.0).size(3.0).name(" n ".to_owned()).build();
    assert_eq!(scaled.repr().to_string(), "Scaled(size=6.0, name='nt')");
}

#[test]
fn with_validate_it_refuses() {
    #[derive(Dataclass)]
    #[dataclass(builder, validate, post_init = Self::finish)]
    struct Age {
        #[field(min_value = 0)]
        years: i32,
        #[field(max_length = 3, into, default = "")]
        name: String,
    }

    impl Age {
        fn finish(&mut self) -> Result<(), ValidationError> {
            if self.years == 13 { Err(Issue::check("bad luck").into()) } else { Ok(()) }
        }
    }

    let built: Result<Age, ValidationError> = Age::builder().years(-1).name("long").build();
    let text = "Validation errors: years: must be at least 0; name: must have at most 3 characters";
    assert_eq!(built.unwrap_err().to_string(), text);
    assert_eq!(Age::builder().years(13).build().unwrap_err().to_string(), "Validation errors: bad luck");
    assert_eq!(Age::builder().years(3).build().unwrap().years(), 3);
}

#[test]
fn generics_lifetimes_and_constants() {
    #[derive(Dataclass)]
    #[dataclass(builder, order)]
    struct Held<'a, T: Clone, U = (), const N: usize = 2>
    where
        T: PartialOrd,
    {
        value: T,
        text: &'a str,
        rest: Vec<T>,
        #[field(default)]
        other: T,
        #[field(default = [0; N])]
        bytes: [u8; N],
        #[field(default = Some(value.clone()))]
        copy: Option<T>,
        #[field(init = false, default, repr = false)]
        marker: std::marker::PhantomData<U>,
    }

    let text = String::from("t");
    let held: Held<'_, i32> = Held::builder().text(&text).rest(vec![]).value(1).build();
    let outer: Held<'_, i32> = Held::builder().rest(vec![held.value, 3]).value(2).text("u").other(5).build();
    assert_eq!(outer.repr().to_string(), r"Held(value=2, text='u', rest=[1, 3], other=5, bytes=b'\x00\x00', copy=2)");
}

#[test]
fn a_class_may_hold_itself() {
    #[derive(Dataclass)]
    #[dataclass(builder)]
    struct Node {
        value: u8,
        #[field(default)]
        next: Option<Box<Self>>,
    }

    let node = Node::builder().value(1).next(Some(Box::new(Node::builder().value(2).build()))).build();
    assert_eq!(node.repr().to_string(), "Node(value=1, next=Node(value=2, next=None))");
}

#[test]
fn fields_may_have_the_names_of_what_is_generated() {
    #[derive(Dataclass)]
    #[dataclass(builder)]
    struct Odd {
        slots: u8,
        state: u8,
        value: u8,
        r#type: u8,
        builder: u8,
        given: u8,
    }

    let odd = Odd::builder().state(2).slots(1).value(3).r#type(4).builder(5).given(6).build();
    assert_eq!(odd.repr().to_string(), "Odd(slots=1, state=2, value=3, type=4, builder=5, given=6)");
}

#[test]
fn without_arguments() {
    #[derive(Dataclass)]
    #[dataclass(builder)]
    struct Empty {}

    assert_eq!(Empty::builder().build().repr().to_string(), "Empty()");
}

#[test]
fn private_types_stay_private() {
    mod shop {
        use metaclass::prelude::*;

        #[derive(Clone, Debug, PartialEq)]
        struct Cents(u64);

        #[derive(Dataclass)]
        #[dataclass(builder)]
        pub(super) struct Item {
            pub(super) name: String,
            #[field(default = Cents(name.len() as u64))]
            price: Cents,
        }

        pub(super) fn item(cents: u64) -> Item {
            Item::builder().price(Cents(cents)).name("n".to_owned()).build()
        }
    }

    let item = shop::Item::builder().name("abc".to_owned()).build();
    assert_eq!(item.repr().to_string(), "Item(name='abc', price=Cents(3))");
    assert_eq!(shop::item(7).name, "n");
}

#[test]
fn many_arguments() {
    macro_rules! wide {
        ($($field:ident)*) => {
            #[derive(Dataclass)]
            #[dataclass(builder)]
            struct Wide { $($field: u8,)* }

            fn wide() -> Wide {
                Wide::builder()$(.$field(1))*.build()
            }
        };
    }
    wide! {
        a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9
        d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9
    }
    let wide = wide();
    assert_eq!(u32::from(wide.a0) + u32::from(wide.c5) + u32::from(wide.f9), 3);
    assert_eq!(Wide::field_names().len(), 60);
}
