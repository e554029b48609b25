//! `frozen`: getters, and no assignment.

use metaclass::prelude::*;

mod model {
    use metaclass::prelude::*;

    #[derive(Dataclass, Clone)]
    #[dataclass(frozen)]
    pub(super) struct Card {
        number: u32,
        holder: String,
        tags: Vec<String>,
        note: Option<String>,
        label: &'static str,
        r#type: char,
    }
}

use model::Card;

fn card() -> Card {
    Card!(7, "Ann".to_owned(), vec!["a".to_owned()], None, label = "l", type = 't')
}

#[test]
fn primitives_and_references_are_given_by_value_strings_as_str_the_rest_by_reference() {
    let card = card();
    let number: u32 = card.number();
    let holder: &str = card.holder();
    let tags: &Vec<String> = card.tags();
    let note: &Option<String> = card.note();
    let label: &'static str = card.label();
    let kind: char = card.r#type();
    assert_eq!((number, holder, tags.len(), note.is_none(), label, kind), (7, "Ann", 1, true, "l", 't'));
}

#[test]
fn replacing_is_the_way_to_change() {
    let changed = Card!(number = 8, ..card());
    assert_eq!((changed.number(), changed.holder()), (8, "Ann"));
    assert_eq!(card().number(), 7);
}

#[test]
fn the_description_knows_of_it() {
    assert!(Card::spec().options().has(metaclass::spec::Options::FROZEN));
    assert_eq!(card().repr().to_string(), "Card(number=7, holder='Ann', tags=['a'], note=None, label='l', type='t')");
}

#[test]
fn fields_may_be_named_like_generated_methods_that_are_off() {
    #[derive(Dataclass)]
    #[dataclass(frozen, tuple = false, new(name = make))]
    struct Odd {
        new: u8,
        as_tuple: u8,
        into_tuple: u8,
    }

    let odd = Odd::make(1, 2, 3);
    assert_eq!((odd.new(), odd.as_tuple(), odd.into_tuple()), (1, 2, 3));
}

#[test]
fn getters_of_generic_fields_give_references() {
    #[derive(Dataclass)]
    #[dataclass(frozen)]
    struct Holder<'a, T> {
        value: T,
        text: &'a str,
    }

    let text = String::from("abc");
    let holder = Holder!(vec![1], &text);
    let text: &str = {
        let borrowed = &holder;
        borrowed.text()
    };
    assert_eq!((holder.value().as_slice(), text), ([1].as_slice(), "abc"));
}
