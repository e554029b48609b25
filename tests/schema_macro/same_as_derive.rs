//! The same class, made by the derive and by `schema!`: the same description.

/// One of them.
macro_rules! class {
    ($declare:ident) => {
        $declare! {
            /// A booking.
            #[dataclass(order, frozen, rename_all = "camelCase", check(fits, fields(room_count, guests)))]
            struct Booking {
                /// Who.
                #[field(primary_key, min_length = 3, transform(trim), metadata(unit = "none", rank = -1))]
                user: String,
                #[field(max_value = LIMIT, alias = "rooms", kw_only)]
                room_count: u8,
                #[field(default = vec![user.clone()], items(min_length = 1, check = |name: &str| !name.is_empty()))]
                guests: Vec<String>,
                #[field(default, repr = false, compare = false)]
                note: Option<String>,
                #[field(default = 2 * 2, init = false, secret)]
                size: usize,
            }
        }
    };
}

const LIMIT: u8 = 9;

fn fits(rooms: &u8, guests: &[String]) -> bool {
    guests.len() <= usize::from(*rooms) * 2
}

mod derived {
    use metaclass::prelude::*;

    use super::{LIMIT, fits};

    macro_rules! declare {
        ($($class:tt)*) => {
            #[derive(Dataclass)]
            $($class)*
        };
    }
    class!(declare);

    pub(super) fn spec() -> &'static metaclass::spec::ClassSpec {
        Booking::spec()
    }

    pub(super) fn said() -> [String; 3] {
        let booking = Booking!(" Al ".into(), room_count = 1, guests = vec![String::new(); 3]);
        [booking.repr().to_string(), booking.to_dict().to_string(), booking.validate().unwrap_err().to_string()]
    }
}

mod declared {
    use metaclass::prelude::*;

    use super::{LIMIT, fits};

    class!(schema);

    pub(super) fn spec() -> &'static metaclass::spec::ClassSpec {
        Booking::spec()
    }

    pub(super) fn said() -> [String; 3] {
        let booking = Booking!(" Al ", room_count = 1, guests = vec![String::new(); 3]);
        [booking.repr().to_string(), booking.to_dict().to_string(), booking.validate().unwrap_err().to_string()]
    }
}

#[test]
fn the_description_is_the_same() {
    let (derived, declared) = (derived::spec(), declared::spec());
    assert_eq!(derived.fields(), declared.fields());
    assert_eq!(derived.checks(), declared.checks());
    assert_eq!(derived.options(), declared.options());
    assert_eq!((derived.name(), derived.doc()), (declared.name(), declared.doc()));
    assert_eq!(derived.signature(), declared.signature());
    assert_eq!(derived.clone().with_module("".into()), declared.clone().with_module("".into()));
}

#[test]
fn what_is_said_is_the_same() {
    assert_eq!(derived::said(), declared::said());
}
