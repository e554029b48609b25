//! `secret`: a value that is shown nowhere.

use metaclass::prelude::*;
use metaclass::spec::Flags;

#[derive(Dataclass, Clone)]
struct Login {
    user: String,
    #[field(secret)]
    password: String,
}

fn login() -> Login {
    Login!("ann".to_owned(), password = "hunter2".to_owned())
}

#[test]
fn repr_and_debug_show_stars() {
    assert_eq!(login().repr().to_string(), "Login(user='ann', password=***)");
    assert_eq!(format!("{:?}", login()), "Login { user: \"ann\", password: *** }");
    assert!(!format!("{:#?}", login()).contains("hunter2"));
}

#[test]
fn to_dict_leaves_it_out() {
    assert_eq!(login().to_dict().to_string(), "{'user': 'ann'}");
}

#[test]
fn it_is_a_field_like_any_other_otherwise() {
    assert_ne!(login(), Login!(password = "other".to_owned(), ..login()));
    assert_eq!(login().password, "hunter2");
    assert!(Login::fields()[1].has(Flags::SECRET) && !Login::fields()[0].has(Flags::SECRET));
}

#[test]
fn errors_do_not_show_it() {
    let mut login = login();
    let error = login.set("password", vec!["hunter3"]).unwrap_err();
    assert_eq!(error.to_string(), "password: expected str, got list");
    assert_eq!(login.password, "hunter2");
}

#[test]
fn it_needs_neither_repr_nor_debug() {
    struct Key(u8);

    #[derive(Dataclass)]
    struct Holder<T> {
        id: T,
        #[field(secret, compare = false)]
        key: Key,
    }

    let holder = Holder!(1, Key(7));
    assert_eq!(format!("{holder:?} {}", holder.repr()), "Holder { id: 1, key: *** } Holder(id=1, key=***)");
    assert_eq!(holder.key.0, 7);
}

#[test]
fn a_secret_within_another_class_stays_one() {
    #[derive(Dataclass)]
    struct Session {
        login: Login,
    }

    let session = Session!(login());
    assert_eq!(session.repr().to_string(), "Session(login=Login(user='ann', password=***))");
    assert_eq!(session.to_dict().to_string(), "{'login': {'user': 'ann'}}");
    assert_eq!(session.get("login").unwrap().to_string(), "Login(user='ann', password=***)");
}
