//! Groups of fields of a base.

use metaclass::prelude::*;

mod base {
    metaclass::schema! {
        #[dataclass(exactly_one(mail, phone), requires(ext, phone))]
        pub struct Contact {
            mail: Option<String>,
            phone: Option<u32>,
            ext: Option<u16>,
        }

        #[dataclass(conflicts(red, green))]
        pub struct Light {
            red: bool = false,
            green: bool = false,
        }
    }
}

schema! {
    #[dataclass(conflicts(note, mail))]
    struct Person: base::Contact, base::Light {
        note: Option<String>,
    }

    // Said again, and a second time above it.
    #[dataclass(exactly_one(phone, mail))]
    struct Friend: Person, base::Contact {}
}

fn faults(result: Result<(), metaclass::ValidationError>) -> String {
    result.unwrap_err().to_string().replace("Validation errors: ", "")
}

#[test]
fn groups_hold_for_the_class_that_inherits_them() {
    Person!(phone = Some(1), ext = Some(2), red = true).validate().unwrap();
    let mut person = Person!(mail = Some("a".to_owned()));
    person.validate().unwrap();
    (person.phone, person.note) = (Some(1), Some("n".to_owned()));
    (person.red, person.green) = (true, true);
    assert_eq!(
        faults(person.validate()),
        "got conflicting fields 'red' and 'green'; got conflicting fields 'mail' and 'phone'; \
         got conflicting fields 'note' and 'mail'"
    );
}

#[test]
fn the_description_has_each_group_once() {
    let groups =
        |spec: &metaclass::spec::ClassSpec| spec.groups().iter().map(|group| format!("{group:?}")).collect::<Vec<_>>();
    assert_eq!(groups(Person::spec()).len(), 4);
    assert_eq!(groups(Friend::spec()).len(), 4, "{:?}", groups(Friend::spec()));
    Friend!(mail = Some("a".to_owned())).validate().unwrap();
    Friend!(phone = Some(1)).validate().unwrap();
}
