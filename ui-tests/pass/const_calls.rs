use metaclass::prelude::*;

const LIMIT: u8 = 9;

#[derive(Dataclass, Clone)]
struct Config {
    name: &'static str,
    #[field(default = -1)]
    level: i32,
    #[field(default = LIMIT)]
    limit: u8,
    #[field(default = (0, [1, 2]))]
    pair: (u8, [u8; 2]),
}

const PLAIN: Config = Config!("plain");
static NAMED: Config = Config!(limit = 3, name = "named");
const NEW: Config = Config::new("new");
const LIST: [Config; 2] = [Config!("a", 1), call!(self::Config(level = 2, name = "b"))];

const fn make(name: &'static str) -> Config {
    Config!(limit = LIMIT + 1, name = name)
}

fn main() {
    assert_eq!((PLAIN.level, PLAIN.limit, PLAIN.pair), (-1, 9, (0, [1, 2])));
    assert_eq!((NAMED.name, NAMED.limit), ("named", 3));
    assert_eq!(NEW, Config!("new"));
    assert_eq!(LIST[1].level, 2);
    const MADE: Config = make("made");
    assert_eq!(MADE.limit, 10);
}
