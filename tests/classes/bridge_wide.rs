//! Structs with none, one and many fields, to instances and back.

use metaclass::prelude::*;

use super::refused;

/// A type of that name means nothing to what is generated.
#[allow(clippy::upper_case_acronyms, reason = "as in what is generated")]
#[derive(Debug, Clone, PartialEq)]
struct OURS;

#[derive(Dataclass, Clone)]
struct Empty {}

#[derive(Dataclass, Clone)]
struct One {
    ours: OURS,
}

macro_rules! wide {
    ($name:ident: $($field:ident),+; $last:ident) => {
        #[derive(Dataclass, Clone)]
        struct $name {
            $($field: u8,)+
            $last: Option<String>,
        }

        impl $name {
            fn counted() -> Self {
                let mut count = 0..;
                $(let $field = count.next().unwrap();)+
                Self { $($field,)+ $last: Some(count.next().unwrap().to_string()) }
            }
        }
    };
}

wide!(Sixteen: a, b, c, d, e, f, g, h, i, j, k, l, m, n, o; p);
wide!(Seventeen: a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p; q);

#[test]
fn of_any_number_of_fields_an_instance_is_made() {
    let empty = Empty::from_instance(Empty {}.to_instance().unwrap()).unwrap();
    assert_eq!(empty, Empty {});
    let one = One { ours: OURS };
    assert_eq!(One::from_instance(one.to_instance().unwrap()).unwrap(), one);
    let sixteen = Sixteen::counted();
    assert_eq!(Sixteen::from_instance(sixteen.to_instance().unwrap()).unwrap(), sixteen);
    assert_eq!(sixteen.p.as_deref(), Some("15"));
    let seventeen = Seventeen::counted();
    assert_eq!(Seventeen::from_instance(seventeen.to_instance().unwrap()).unwrap(), seventeen);
}

#[test]
fn the_first_value_that_does_not_fit_is_told() {
    let mut instance = Sixteen::counted().to_instance().unwrap();
    instance.set_own("b", 256);
    instance.set_own("p", 1);
    refused(Sixteen::from_instance(&instance), "OverflowError: Sixteen.b: expected int from 0 to 255, got 256");
    instance.set_own("b", 1);
    refused(Sixteen::from_instance(&instance), "TypeError: Sixteen.p: expected str, got int");
    let mut instance = Seventeen::counted().to_instance().unwrap();
    instance.set_own("q", 1);
    refused(Seventeen::from_instance(&instance), "TypeError: Seventeen.q: expected str, got int");
}
