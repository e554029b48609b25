//! Field types that nobody has told anything about Python.

use std::cell::Cell;
use std::net::TcpStream;
use std::rc::Rc;
use std::sync::Mutex;
use std::time::Duration;

use metaclass::prelude::*;

/// Copied, compared, printed: all there is.
#[derive(Clone, Debug, PartialEq)]
struct Uuid(u32);

/// Copied and printed.
#[derive(Clone, Debug)]
struct Shown(u8);

/// Only copied.
#[derive(Clone)]
struct Mute(u8);

/// Nothing at all.
struct Bare(u8);

#[derive(Dataclass)]
struct All {
    uuid: Uuid,
    #[field(compare = false)]
    shown: Shown,
    #[field(compare = false)]
    mute: Mute,
    #[field(compare = false)]
    bare: Bare,
}

fn all() -> All {
    All!(Uuid(1), Shown(2), Mute(3), Bare(4))
}

#[test]
fn repr_and_debug_fall_back_to_debug_then_to_the_name() {
    assert_eq!(all().repr().to_string(), "All(uuid=Uuid(1), shown=Shown(2), mute=<Mute>, bare=<Bare>)");
    assert_eq!(format!("{:?}", all()), "All { uuid: Uuid(1), shown: Shown(2), mute: <Mute>, bare: <Bare> }");
}

#[test]
fn types_are_named_as_written() {
    assert_eq!(All::spec().signature().to_string(), "(uuid: Uuid, shown: Shown, mute: Mute, bare: Bare)");
}

#[test]
fn what_can_be_copied_is_read_as_it_is() {
    let all = all();
    assert_eq!(all.get("uuid").unwrap().downcast_ref::<Uuid>(), Some(&Uuid(1)));
    assert_eq!(all.get("mute").unwrap().downcast_ref::<Mute>().unwrap().0, 3);
    assert_eq!(all.get("uuid").unwrap(), Value::foreign(Uuid(1)));
    assert_eq!(all.get("uuid").unwrap().type_name(), "Uuid");
}

#[test]
fn what_can_be_copied_is_set() {
    let mut all = all();
    all.set("uuid", Value::foreign(Uuid(9))).unwrap();
    assert_eq!(all.uuid, Uuid(9));
    assert_eq!(all.set("uuid", 1).unwrap_err().to_string(), "uuid: expected Uuid, got int");
    let other = Value::foreign(Duration::ZERO);
    assert_eq!(all.set("shown", other).unwrap_err().to_string(), "shown: expected Shown, got Duration");
    assert_eq!(all.shown.0, 2);
}

#[test]
fn what_cannot_be_copied_is_refused_by_name() {
    let mut all = all();
    let error = all.get("bare").unwrap_err();
    assert_eq!(error.kind(), metaclass::ErrorKind::TypeError);
    assert_eq!(
        error.to_string(),
        "bare: cannot be read: 'Bare' has no conversion and is not Clone + Send + Sync + 'static"
    );
    assert_eq!(
        all.set("bare", 1).unwrap_err().to_string(),
        "bare: cannot be set: 'Bare' has no conversion and is not Clone + Send + Sync + 'static"
    );
    assert_eq!(all.bare.0, 4);
}

#[test]
fn to_dict_holds_what_can_be_copied_and_shows_the_rest() {
    let dict = all().to_dict();
    assert_eq!(dict.get("uuid").unwrap().downcast_ref::<Uuid>(), Some(&Uuid(1)));
    assert_eq!(dict.to_string(), "{'uuid': Uuid(1), 'shown': Shown(2), 'mute': <Mute>, 'bare': <Bare>}");
}

#[test]
fn literal_containers_are_looked_through() {
    #[derive(Dataclass)]
    struct Boxes {
        option: Option<Uuid>,
        list: Vec<Option<Uuid>>,
        boxed: Box<Vec<Uuid>>,
    }

    let mut boxes = Boxes!(Some(Uuid(1)), vec![None, Some(Uuid(2))], Box::new(vec![Uuid(3)]));
    assert_eq!(boxes.repr().to_string(), "Boxes(option=Uuid(1), list=[None, Uuid(2)], boxed=[Uuid(3)])");
    assert_eq!(boxes.get("list").unwrap().as_list().unwrap().len(), 2);
    boxes.set("option", Value::None).unwrap();
    boxes.set("list", vec![Value::foreign(Uuid(5)), Value::None]).unwrap();
    assert_eq!((boxes.option, boxes.list), (None, vec![Some(Uuid(5)), None]));
    assert_eq!(boxes.boxed.len(), 1);
}

#[test]
fn a_struct_of_everything_that_is_hard() {
    mod private {
        #[derive(Debug, PartialEq, Clone)]
        pub(super) struct Secret(pub(super) u8);
    }

    #[derive(Dataclass)]
    #[dataclass(eq = false)]
    struct Hard<'a, T> {
        stream: Option<TcpStream>,
        action: Box<dyn Fn() -> u8>,
        shared: Rc<Cell<u8>>,
        text: &'a str,
        secret: private::Secret,
        value: T,
        lock: Mutex<Vec<T>>,
    }

    let text = String::from("t");
    let hard = Hard!(None, Box::new(|| 7), Rc::new(Cell::new(1)), &text, private::Secret(2), 1.5, Mutex::new(vec![]));
    assert_eq!((hard.action)(), 7);
    assert_eq!(
        hard.repr().to_string(),
        "Hard(stream=None, action=<Box<dyn Fn() -> u8>>, shared=Cell { value: 1 }, text='t', secret=Secret(2), \
         value=1.5, lock=<Mutex<Vec<T>>>)"
    );
    assert!(hard.stream.is_none() && hard.lock.lock().unwrap().is_empty());
    assert_eq!((hard.shared.get(), hard.text, hard.secret.0, hard.value), (1, "t", 2, 1.5));
}

#[test]
fn a_type_of_the_users_may_be_named_like_a_container() {
    mod own {
        #[derive(Debug, PartialEq, Clone)]
        pub(super) struct Vec<T>(pub(super) T);
        #[derive(Debug, PartialEq, Clone)]
        pub(super) struct String;
    }

    #[derive(Dataclass)]
    struct Odd {
        list: own::Vec<Uuid>,
        text: own::String,
    }

    let odd = Odd!(own::Vec(Uuid(1)), own::String);
    assert_eq!(odd.repr().to_string(), "Odd(list=Vec(Uuid(1)), text=String)");
    assert_eq!(odd.get("list").unwrap().downcast_ref::<own::Vec<Uuid>>(), Some(&odd.list));
}

#[test]
fn a_type_of_the_users_may_have_the_very_name_of_one_that_is_known() {
    mod copied {
        use metaclass::prelude::*;

        #[derive(Debug, PartialEq, Clone)]
        pub(super) struct String(pub(super) u8);

        #[derive(Dataclass)]
        pub(super) struct Odd {
            pub(super) text: String,
        }
    }
    mod shown {
        use metaclass::prelude::*;

        #[derive(Debug)]
        pub(super) struct Vec<T>(pub(super) T);

        #[derive(Dataclass)]
        pub(super) struct Odd {
            #[field(compare = false)]
            pub(super) list: Vec<u8>,
        }
    }
    mod bare {
        use metaclass::prelude::*;

        pub(super) struct Option<T>(pub(super) T);

        #[derive(Dataclass)]
        pub(super) struct Odd {
            #[field(compare = false)]
            pub(super) maybe: Option<u8>,
        }
    }
    mod ours {
        use metaclass::prelude::*;

        #[derive(Dataclass, Clone)]
        pub(super) struct String {
            pub(super) x: u8,
        }

        #[derive(Dataclass)]
        pub(super) struct Odd {
            pub(super) text: String,
        }
    }

    let mut copied = copied::Odd::new(copied::String(1));
    assert_eq!(copied.repr().to_string(), "Odd(text=String(1))");
    let other = copied.get("text").unwrap();
    assert_eq!(other.downcast_ref::<copied::String>(), Some(&copied.text));
    let back = copied::Odd::from_instance(copied.to_instance().unwrap()).unwrap();
    copied.text.0 = 2;
    assert_ne!(copied, back);
    copied.set("text", other).unwrap();
    assert_eq!(copied, back);

    let mut shown = shown::Odd::new(shown::Vec(1));
    assert_eq!(shown.repr().to_string(), "Odd(list=Vec(1))");
    assert!(shown.get("list").is_err() && shown.to_instance().is_err());
    assert!(shown.set("list", Value::None).is_err() && shown.list.0 == 1);

    let bare = bare::Odd::new(bare::Option(1));
    assert!(bare.maybe.0 == 1 && bare.get("maybe").is_err());
    assert_eq!(format!("{bare:?}"), "Odd { maybe: <object> }");

    let ours = ours::Odd::new(ours::String::new(1));
    assert_eq!(ours.repr().to_string(), "Odd(text=String(x=1))");
    let back = ours::Odd::from_instance(ours.to_instance().unwrap()).unwrap();
    assert_eq!(back.text.x, 1);
}
