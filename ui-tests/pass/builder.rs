#![deny(warnings)]

//! Builders, getters and setters where names of the prelude mean something else.

mod shop {
    mod core {}
    mod std {}
    #[allow(dead_code)]
    struct Option;
    #[allow(dead_code)]
    struct Some;
    #[allow(dead_code)]
    struct Result;
    #[allow(dead_code)]
    trait Into {}

    fn is_ordered(low: &i64, high: &i64) -> bool {
        low <= high
    }

    #[derive(::metaclass::Dataclass)]
    #[dataclass(builder, setters, getters, check(is_ordered, fields(low, high)))]
    pub struct Range<T: ::std::clone::Clone> {
        #[field(min_value = 0)]
        low: i64,
        high: i64,
        #[field(into, transform(trim))]
        name: ::std::string::String,
        #[field(default = ::std::vec::Vec::new())]
        all: ::std::vec::Vec<T>,
    }
}

fn main() {
    let mut range = shop::Range::<u8>::builder().name("r").high(3).low(1).build();
    ::std::assert!(range.set_low(4).is_err());
    ::std::assert!(range.set_name(" s ").is_ok());
    ::std::assert_eq!((*range.name()).len(), 1);
    ::std::assert_eq!(range.low() + range.high(), 4);
    ::std::assert!(range.all().is_empty());
}
