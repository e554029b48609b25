//! `rename` and `alias`: names in data.

use metaclass::prelude::*;

#[derive(Dataclass)]
struct Mail {
    #[field(rename = "e-mail", alias = "mail", alias = "address")]
    email: String,
    #[field(alias = "n")]
    name: String,
    plain: u8,
}

#[test]
fn the_description_has_all_names() {
    let [email, name, plain] = Mail::fields() else { panic!("three fields") };
    assert_eq!((email.name(), email.key()), ("email", "e-mail"));
    assert_eq!(email.aliases(), ["mail", "address"]);
    assert_eq!((name.key(), name.aliases()), ("name", ["n".into()].as_slice()));
    assert_eq!((plain.key(), plain.aliases().len()), ("plain", 0));
}

#[test]
fn in_code_the_field_keeps_its_name() {
    let mail = Mail!(email = "a".to_owned(), name = "b".to_owned(), plain = 1);
    assert_eq!(mail.repr().to_string(), "Mail(email='a', name='b', plain=1)");
    assert_eq!(mail.to_dict().to_string(), "{'email': 'a', 'name': 'b', 'plain': 1}");
    assert_eq!(mail.get("email").unwrap(), "a".into());
    assert!(mail.get("e-mail").is_err() && mail.get("mail").is_err());
    assert_eq!(Mail::field_names(), ["email", "name", "plain"]);
}
