//! Classes whose names are short enough to meet one of ours.

use metaclass::prelude::*;

macro_rules! classes {
    ($($name:ident)*) => {$(
        #[derive(Dataclass, Clone)]
        #[dataclass(serde, hash, ord, default, display)]
        struct $name {
            #[field(default = 1, max_value = 5)]
            x: u8,
            #[field(default, items(max_length = 2))]
            list: Vec<String>,
        }
    )*};
}

classes! { A B C D E F G H I J K L M N O P Q R S T U V W X Y Z }

#[derive(Dataclass)]
#[dataclass(serde)]
struct Holder<D, S, H> {
    d: D,
    s: S,
    h: H,
}

fn main() {
    let text = r#"{"d": {"x": 2}, "s": {"x": 3, "list": ["a"]}, "h": {}}"#;
    let holder: Holder<D, S, H> = metaclass::json::from_str(text).unwrap();
    assert_eq!((holder.d.x, holder.s.list.len(), holder.h.x), (2, 1, 1));
    assert!(A!() < A!(2) && Z!() == Z::default());
}
