//! Generic bases.

use metaclass::prelude::*;

mod base {
    use std::collections::BTreeMap;

    use metaclass::prelude::*;

    fn is_some<T>(values: &[T]) -> bool {
        !values.is_empty()
    }

    schema! {
        #[dataclass(serde = false)]
        pub struct Held<'a, T: Clone, const N: usize = 2> where T: PartialEq {
            name: &'a str,
            value: T,
            #[field(check = is_some)]
            all: Vec<T> = vec![value.clone(); N],
            named: BTreeMap<String, T> = BTreeMap::new(),
            #[field(compare = false)]
            raw: Option<[u8; N]>,
        }
    }
}

schema! {
    #[dataclass(serde = false)]
    struct Near<U> { first: U, second: Vec<U> = vec![] }

    #[dataclass(serde = false)]
    struct NearHeir<'a, V: Clone>: Near<Option<V>> { third: &'a str }

    #[dataclass(serde = false)]
    struct Heir<'b, T>: base::Held<'b, Vec<T>, 3> where T: Clone + PartialEq { count: usize = all.len() }

    #[dataclass(serde = false)]
    struct Fixed: base::Held<'static, i64> {}
}

#[test]
fn parameters_become_what_is_given_for_them() {
    let near: NearHeir<'_, u8> = NearHeir!(Some(1), "x");
    assert_eq!(near.to_string(), "NearHeir(first=1, second=[], third='x')");
    assert_eq!(Near::from(near).first, Some(1));
    assert_eq!(NearHeir::<u8>::SIGNATURE, "(first: Option<V>, third: &'a str, second: Vec<Option<V>> = vec![])");
}

#[test]
fn generic_bases_may_stand_elsewhere() {
    let heir: Heir<'_, u8> = Heir!("x", vec![1]);
    assert_eq!(
        heir.to_string(),
        "Heir(name='x', value=b'\\x01', all=[b'\\x01', b'\\x01', b'\\x01'], named={}, raw=None, count=3)"
    );
    let held: base::Held<'_, Vec<u8>, 3> = heir.into();
    assert_eq!(held.all.len(), 3);
    let fixed = Fixed!("y", 7);
    assert_eq!(fixed.to_string(), "Fixed(name='y', value=7, all=[7, 7], named={}, raw=None)");
    assert_eq!(
        Fixed::SIGNATURE,
        "(name: &'static str, value: i64, all: Vec<i64> = vec![value.clone(); N], named: BTreeMap<String, i64> = \
         BTreeMap::new(), raw: Option<[u8; 2]> = None)"
    );
    assert!(Fixed!("y", 7, vec![]).validate().is_err());
}
