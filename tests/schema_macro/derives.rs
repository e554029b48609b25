//! What the struct's own derives make is left to them.

use std::collections::HashSet;

use metaclass::prelude::*;

schema! {
    #[derive(Clone, Debug, PartialEq, Eq, Hash, Default, serde::Serialize)]
    #[serde(rename_all = "UPPERCASE")]
    #[dataclass(hash, default, order)]
    struct Derived {
        #[serde(rename = "key")]
        id: i64 = 1,
        secret: Option<String>,
    }
}

#[test]
fn derives_of_the_struct_take_the_place_of_ours() {
    let derived = Derived!(secret = Some("x".into()));
    assert_eq!(format!("{derived:?}"), "Derived { id: 1, secret: Some(\"x\") }");
    assert_eq!(serde_json::to_string(&derived).unwrap(), r#"{"key":1,"SECRET":"x"}"#);
    assert_eq!(Derived::default().id, 0, "the derive's own, not that of the class");
    assert!(Derived!() < derived);
    assert_eq!(HashSet::from([derived.clone(), derived]).len(), 1);
    let read: Derived = metaclass::json::from_str("{}").unwrap();
    assert_eq!(read, Derived!());
}
