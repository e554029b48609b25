use std::borrow::Cow;

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
#[dataclass(hash)]
struct Token<'src> {
    text: &'src str,
    #[field(default = Cow::Borrowed("word"))]
    kind: Cow<'src, str>,
}

#[derive(Dataclass, Clone)]
#[dataclass(order)]
struct Matrix<const ROWS: usize, const COLUMNS: usize> {
    rows: [[i32; COLUMNS]; ROWS],
    #[field(default = ROWS * COLUMNS)]
    size: usize,
}

#[derive(Dataclass)]
struct All<'a, 'b: 'a, T: 'a, const N: usize = 2>
where
    T: Copy,
{
    slice: &'a [T],
    names: [&'b str; N],
}

#[derive(Dataclass)]
struct Static {
    text: &'static str,
    function: fn(u8) -> u8,
}

#[derive(Dataclass)]
#[dataclass(eq = false)]
struct Exclusive<'a> {
    place: &'a mut Vec<u8>,
}

fn double(x: u8) -> u8 {
    x * 2
}

fn main() {
    let source = String::from("hello");
    let token = Token!(&source);
    assert_eq!(token, Token!(kind = "word".into(), text = "hello"));
    assert_eq!(token.repr().to_string(), "Token(text='hello', kind='word')");

    let matrix = Matrix!([[1, 2, 3], [4, 5, 6]]);
    assert_eq!(matrix.size, 6);
    assert!(matrix < Matrix!([[1, 2, 3], [4, 5, 7]]));
    let other: Matrix<2, 3> = Matrix!(size = 0, ..matrix.clone());
    assert!(other < matrix);

    let all: All<'_, '_, _> = All!(names = ["a", "b"], slice = &[1, 2, 3]);
    assert_eq!(all.slice.len() + all.names.len(), 5);
    assert_eq!(all, call!(All::<'_, '_, i32, 2>(&[1, 2, 3], ["a", "b"])));

    assert_eq!((Static!("text", double).function)(4), 8);
    let mut bytes = vec![1];
    Exclusive!(&mut bytes).place.push(2);
    assert_eq!(bytes, [1, 2]);
}
