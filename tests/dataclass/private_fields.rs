//! Fields less visible than their struct.

mod bank {
    use metaclass::prelude::*;

    #[derive(Dataclass, Clone)]
    pub(super) struct Account {
        pub(super) owner: String,
        balance: i64,
        #[field(repr = false)]
        pin: u16,
        #[field(default = next_id())]
        id: u32,
    }

    fn next_id() -> u32 {
        17
    }

    /// A type that cannot be named outside.
    #[derive(Dataclass, Clone)]
    struct Entry {
        amount: i64,
    }

    #[derive(Dataclass)]
    pub(super) struct Book {
        #[field(default = vec![Entry!(1)])]
        entries: Vec<Entry>,
    }

    impl Account {
        pub(super) fn check(&self) -> (i64, u16, u32) {
            (self.balance, self.pin, self.id)
        }

        pub(super) fn set_balance(&mut self, balance: i64) -> Result<(), Error> {
            self.set("balance", balance)
        }
    }

    impl Book {
        pub(super) fn total(&self) -> i64 {
            self.entries.iter().map(|entry| entry.amount).sum()
        }
    }
}

use bank::{Account, Book};
use metaclass::ErrorKind;
use metaclass::prelude::*;
use metaclass::spec::Flags;

fn account() -> Account {
    Account!("Ann".to_owned(), 100, pin = 1234)
}

#[test]
fn the_constructor_takes_them() {
    assert_eq!(account().check(), (100, 1234, 17));
    assert_eq!(Account::new("Ann".to_owned(), 1, 2).check(), (1, 2, 17));
    assert_eq!(Account!(id = 3, balance = 1, pin = 2, owner = String::new()).check(), (1, 2, 3));
}

#[test]
fn a_default_may_call_what_is_private_and_make_what_cannot_be_named() {
    assert_eq!(Book!().total(), 1);
    assert_eq!(Book::new(), Book!());
    assert_eq!(Book!().repr().to_string(), "Book(entries=[Entry(amount=1)])");
}

#[test]
fn they_are_compared_and_shown() {
    assert_ne!(account(), Account!(balance = 1, ..account()));
    assert_eq!(account().repr().to_string(), "Account(owner='Ann', balance=100, id=17)");
}

#[test]
fn what_debug_shows_is_read() {
    assert_eq!(account().get("balance").unwrap(), 100.into());
    assert_eq!(account().get_as::<u32>("id").unwrap(), 17);
}

#[test]
fn what_debug_does_not_show_is_private() {
    let error = account().get("pin").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::AttributeError);
    assert_eq!(error.to_string(), "field 'pin' of 'Account' is private");
}

#[test]
fn they_are_not_set_by_name() {
    let mut account = account();
    for name in ["balance", "pin", "id"] {
        let error = account.set(name, 1).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AttributeError);
        assert_eq!(error.to_string(), format!("field '{name}' of 'Account' is private"));
    }
    assert!(account.set_balance(1).is_err());
    account.set("owner", "Bob").unwrap();
    assert_eq!((account.owner.as_str(), account.check()), ("Bob", (100, 1234, 17)));
}

#[test]
fn the_description_knows_of_them() {
    let private: Vec<bool> = Account::fields().iter().map(|field| field.has(Flags::PRIVATE)).collect();
    assert_eq!(private, [false, true, true, true]);
}
