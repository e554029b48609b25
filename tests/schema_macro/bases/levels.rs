//! Several levels, in one block and over modules.

use metaclass::prelude::*;

schema! {
    struct C: B { c: i64 = a + b }
    struct A { a: i64 = 1 }
    struct B: A { b: i64 = a * 2 }
}

mod first {
    use metaclass::prelude::*;

    #[derive(Clone, Debug, PartialEq)]
    pub struct Unit(pub &'static str);

    fn is_known(unit: &Unit) -> bool {
        unit.0 == "m"
    }

    schema! {
        #[dataclass(serde = false)]
        pub struct Length {
            value: f64,
            #[field(check = is_known)]
            unit: Unit = Unit("m"),
        }
    }
}

mod second {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(serde = false)]
        pub struct Named: super::first::Length { name: String }
        #[dataclass(serde = false)]
        pub struct Priced: Named { price: u64 = 0 }
    }
}

schema! {
    #[dataclass(serde = false)]
    struct Item: second::Priced { count: u32 = 1 }
    #[dataclass(serde = false)]
    struct Rare: Item { since: u32 }
}

#[test]
fn the_order_in_a_block_does_not_matter() {
    assert_eq!(C!().to_string(), "C(a=1, b=2, c=3)");
    assert_eq!(C!(2).to_string(), "C(a=2, b=4, c=6)");
    assert_eq!(A::from(B::from(C!(5))), A!(5));
}

#[test]
fn levels_go_over_modules() {
    let rare = Rare!(1.5, "rope", 1999);
    assert_eq!(rare.to_string(), "Rare(value=1.5, unit=Unit(\"m\"), name='rope', price=0, count=1, since=1999)");
    let rare = Rare!(1.5, "rope", 1999, first::Unit("ft"));
    assert_eq!(rare.validate().unwrap_err().to_string(), "Validation errors: unit: validation failed");
    let length: first::Length = second::Named::from(second::Priced::from(Item::from(rare))).into();
    assert_eq!(length.unit, first::Unit("ft"));
    assert_eq!(
        Rare::fields()[1].rules()[0].to_string(),
        first::Length::fields()[1].rules()[0].to_string(),
        "the check has its name on all levels"
    );
    assert_eq!(Rare::fields()[1], first::Length::fields()[1]);
}
