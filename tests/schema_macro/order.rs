//! A required field may stand behind one with a default.

use metaclass::prelude::*;

schema! {
    struct Row {
        a: i64 = 1,
        b: i64,
        c: Option<i64>,
        #[field(kw_only)]
        d: i64,
        e: i64,
    }
}

#[test]
fn required_arguments_come_first() {
    assert_eq!(Row::SIGNATURE, "(b: i64, e: i64, a: i64 = 1, c: Option<i64> = None, *, d: i64)");
    assert_eq!(Row::spec().signature().to_string(), "(b: int, e: int, a: int = 1, c: int | None = None, *, d: int)");
    assert_eq!(Row!(2, 3, d = 4).to_string(), "Row(a=1, b=2, c=None, d=4, e=3)");
    assert_eq!(Row!(2, 3, 5, Some(6), d = 4).to_string(), "Row(a=5, b=2, c=6, d=4, e=3)");
    assert_eq!(Row::new(2, 3, 4), Row!(2, 3, d = 4));
}

#[test]
fn fields_keep_their_order() {
    assert_eq!(Row::field_names(), ["a", "b", "c", "d", "e"]);
    assert_eq!(Row!(2, 3, d = 4).into_tuple(), (1, 2, None, 4, 3));
    assert_eq!(Row!(2, 3, d = 4).to_dict().to_string(), "{'a': 1, 'b': 2, 'c': None, 'd': 4, 'e': 3}");
}

#[test]
fn arguments_are_evaluated_in_the_order_of_the_call() {
    let log = std::cell::RefCell::new(vec![]);
    let tell = |n: i64| {
        log.borrow_mut().push(n);
        n
    };
    let row = Row!(tell(2), tell(3), tell(1), d = tell(4));
    assert_eq!(row.into_tuple(), (1, 2, None, 4, 3));
    assert_eq!(*log.borrow(), [2, 3, 1, 4]);
}
