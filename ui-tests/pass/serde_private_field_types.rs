//! A public class whose fields have private types can be read from data.

#![deny(private_interfaces, private_bounds)]

mod shop {
    use metaclass::prelude::*;

    #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct Cents(i64);

    #[derive(Dataclass, Clone)]
    #[dataclass(serde)]
    struct Line {
        #[field(min_value = 1)]
        count: u32,
        price: Cents,
    }

    #[derive(Dataclass)]
    #[dataclass(serde, extra = forbid)]
    pub struct Order {
        lines: Vec<Line>,
        #[field(default)]
        discount: Option<Cents>,
    }

    impl Order {
        pub fn total(&self) -> i64 {
            let lines = self.lines.iter().map(|line| i64::from(line.count) * line.price.0);
            lines.sum::<i64>() - self.discount.as_ref().map_or(0, |cents| cents.0)
        }
    }
}

fn main() {
    let order: shop::Order = metaclass::json::from_str(r#"{"lines": [{"count": 2, "price": 5}]}"#).unwrap();
    assert_eq!(order.total(), 10);
}
