use std::future::Future;
use std::num::ParseIntError;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
struct Point {
    x: i64,
    y: i64,
    #[field(default = 0)]
    z: i64,
}

fn parse(x: &str, y: &str) -> Result<Point, ParseIntError> {
    Ok(Point!(y = y.parse()?, x = x.parse::<i64>()?))
}

fn direct(x: &str) -> Result<Point, ParseIntError> {
    Ok(Point!(x.parse()?, 2))
}

async fn fetch(x: i64) -> i64 {
    x + 1
}

async fn later() -> Point {
    let p = Point!(fetch(1).await, y = fetch(2).await);
    Point!(z = fetch(3).await, y = fetch(4).await, ..p)
}

fn early(stop: bool) -> &'static str {
    Point!(z = 1, y = if stop { return "early" } else { 2 }, x = 3);
    "late"
}

fn looped() -> usize {
    let mut count = 0;
    loop {
        count += 1;
        Point!(z = 1, y = 2, x = if count > 3 { break } else { 1 });
    }
    count
}

fn order() -> Vec<&'static str> {
    let mut seen = vec![];
    let mut see = |name, value| {
        seen.push(name);
        value
    };
    Point!(z = see("z", 1), x = see("x", 2), y = see("y", 3));
    seen
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
}

fn main() {
    assert_eq!(parse("1", "2"), Ok(Point!(1, 2)));
    assert!(parse("1", "two").is_err());
    assert_eq!(direct("1"), Ok(Point!(1, 2)));
    assert_eq!(block_on(later()), Point!(2, 5, 4));
    assert_eq!((early(true), early(false)), ("early", "late"));
    assert_eq!(looped(), 4);
    assert_eq!(order(), ["z", "x", "y"]);
}
