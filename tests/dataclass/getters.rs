//! `getters`: as those of frozen classes, for fields that may be public too.

use metaclass::prelude::*;

mod model {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    #[dataclass(getters)]
    pub(super) struct Card {
        pub(super) number: u32,
        /// Who has it.
        holder: String,
        tags: Vec<String>,
    }
}

use model::Card;

#[test]
fn private_fields_are_read_and_public_ones_are_still_assigned() {
    let mut card = Card!(7, "Ann".to_owned(), vec!["a".to_owned()]);
    card.number += 1;
    let (number, holder, tags): (u32, &str, &Vec<String>) = (card.number(), card.holder(), card.tags());
    assert_eq!((number, holder, tags.len()), (8, "Ann", 1));
    card.set("number", 9).unwrap();
    assert_eq!(card.number(), 9);
}

#[test]
fn they_can_be_switched_off() {
    #[derive(Dataclass)]
    #[dataclass(getters = false)]
    struct Plain {
        x: u8,
    }

    trait Fallback {
        fn x(&self) -> &'static str {
            "none"
        }
    }
    impl Fallback for Plain {}
    let plain = Plain!(1);
    assert_eq!((plain.x(), plain.x), ("none", 1));
}
