//! Calls that CPython was seen to accept, and what it printed of what they made.
//!
//! Those that it refused do not compile: `derive/src/call/tests.rs` has what is said of them.

use metaclass::prelude::*;

#[test]
fn new_positional() {
    namedtuple!(Point, "x y");
    assert_eq!(Point!(11, 22).to_string(), "Point(x=11, y=22)");
}

#[test]
fn new_keywords() {
    namedtuple!(Point, "x y");
    assert_eq!(Point!(x = 11, y = 22).to_string(), "Point(x=11, y=22)");
    assert_eq!(Point!(y = 22, x = 11).to_string(), "Point(x=11, y=22)");
}

#[test]
fn new_too_many_no_fields() {
    namedtuple!(Zero, "");
    assert_eq!(Zero!().to_string(), "Zero()");
}

#[test]
fn new_no_fields() {
    namedtuple!(Zero, "");
    assert_eq!(Zero!().to_string(), "Zero()");
}

#[test]
fn new_none_values() {
    namedtuple!(Point, "x y");
    assert_eq!(Point!(None::<i32>, None::<i32>).to_string(), "Point(x=None, y=None)");
}

#[test]
fn new_renamed() {
    namedtuple!(NT, ["abc", "def", "abc"], rename = true);
    assert_eq!(NT!(1, 2, 3).to_string(), "NT(abc=1, _1=2, _2=3)");
    assert_eq!(NT!(abc = 1, _1 = 2, _2 = 3).to_string(), "NT(abc=1, _1=2, _2=3)");
}

#[test]
fn defaults_one() {
    namedtuple!(Point, "x y", defaults = [20]);
    assert_eq!(Point!(1).to_string(), "Point(x=1, y=20)");
    assert_eq!(Point!(1, 2).to_string(), "Point(x=1, y=2)");
}

#[test]
fn repr_plain() {
    namedtuple!(Point, "x y");
    assert_eq!(Point!(11, 22).to_string(), "Point(x=11, y=22)");
}

#[test]
fn repr_floats() {
    namedtuple!(Point, "x y");
    assert_eq!(Point!(0.0, 1e+16).to_string(), "Point(x=0.0, y=1e+16)");
    assert_eq!(Point!(1.5, -0.0).to_string(), "Point(x=1.5, y=-0.0)");
    assert_eq!(Point!(1e-07, 123_456_789.0).to_string(), "Point(x=1e-07, y=123456789.0)");
    assert_eq!(Point!(0.1, 1e+22).to_string(), "Point(x=0.1, y=1e+22)");
}

#[test]
fn repr_percent() {
    namedtuple!(Point, "x y");
    assert_eq!(Point!("%s", "%%").to_string(), "Point(x='%s', y='%%')");
}

#[test]
fn repr_one() {
    namedtuple!(Dot, "d");
    assert_eq!(Dot!(1).to_string(), "Dot(d=1)");
}

#[test]
fn random_003() {
    namedtuple!(R, ["a"]);
    assert_eq!(R!(a = 4).to_string(), "R(a=4)");
    assert_eq!(R!(a = 6).to_string(), "R(a=6)");
    assert_eq!(R!(a = 4).to_string(), "R(a=4)");
    assert_eq!(R!(3).to_string(), "R(a=3)");
}

#[test]
fn random_004() {
    namedtuple!(R, []);
    assert_eq!(R!().to_string(), "R()");
    assert_eq!(R!().to_string(), "R()");
    assert_eq!(R!().to_string(), "R()");
}

#[test]
fn random_005() {
    namedtuple!(R, ["a", "b", "c", "d", "e"], defaults = [100, 101, 102, 103]);
    assert_eq!(R!(c = 0, a = 4, d = 6).to_string(), "R(a=4, b=100, c=0, d=6, e=103)");
    assert_eq!(R!(8, 1, 3, 3, e = 8).to_string(), "R(a=8, b=1, c=3, d=3, e=8)");
}

#[test]
fn random_006() {
    namedtuple!(R, []);
    assert_eq!(R!().to_string(), "R()");
    assert_eq!(R!().to_string(), "R()");
    assert_eq!(R!().to_string(), "R()");
    assert_eq!(R!().to_string(), "R()");
}

#[test]
fn random_008() {
    namedtuple!(R, ["a", "b", "c", "d", "e", "f"], defaults = [100, 101, 102, 103]);
    assert_eq!(R!(1, 0, 3, e = 5, f = 6, d = 6).to_string(), "R(a=1, b=0, c=3, d=6, e=5, f=6)");
    assert_eq!(R!(0, c = 8, b = 3, d = 0, f = 8).to_string(), "R(a=0, b=3, c=8, d=0, e=102, f=8)");
    assert_eq!(R!(8, 4, e = 0, c = 5, d = 5, f = 1).to_string(), "R(a=8, b=4, c=5, d=5, e=0, f=1)");
}

#[test]
fn random_011() {
    namedtuple!(R, ["a", "b", "c", "d", "e"]);
    assert_eq!(R!(3, 4, 7, 5, 8).to_string(), "R(a=3, b=4, c=7, d=5, e=8)");
}

#[test]
fn random_014() {
    namedtuple!(R, ["a", "b"]);
    assert_eq!(R!(3, b = 3).to_string(), "R(a=3, b=3)");
    assert_eq!(R!(3, 1).to_string(), "R(a=3, b=1)");
    assert_eq!(R!(a = 0, b = 4).to_string(), "R(a=0, b=4)");
}

#[test]
fn random_017() {
    namedtuple!(R, ["a", "b", "c", "d"], defaults = [100, 101, 102]);
    assert_eq!(R!(5, 1, d = 7, c = 9).to_string(), "R(a=5, b=1, c=9, d=7)");
    assert_eq!(R!(6, 4, d = 6, c = 2).to_string(), "R(a=6, b=4, c=2, d=6)");
    assert_eq!(R!(5, 6, 5, d = 6).to_string(), "R(a=5, b=6, c=5, d=6)");
    assert_eq!(R!(a = 6, d = 3).to_string(), "R(a=6, b=100, c=101, d=3)");
}

#[test]
fn random_019() {
    namedtuple!(R, ["a", "b", "c", "d"], defaults = [100, 101]);
    assert_eq!(R!(6, c = 3, b = 0, d = 2).to_string(), "R(a=6, b=0, c=3, d=2)");
    assert_eq!(R!(0, 8, 5, 6).to_string(), "R(a=0, b=8, c=5, d=6)");
}

#[test]
fn random_021() {
    namedtuple!(R, ["a", "b", "c"], defaults = [100]);
    assert_eq!(R!(0, 5).to_string(), "R(a=0, b=5, c=100)");
}

#[test]
fn random_023() {
    namedtuple!(R, ["a", "b", "c", "d"]);
    assert_eq!(R!(6, 1, 0, 9).to_string(), "R(a=6, b=1, c=0, d=9)");
    assert_eq!(R!(2, 7, d = 7, c = 8).to_string(), "R(a=2, b=7, c=8, d=7)");
}

#[test]
fn random_026() {
    namedtuple!(R, ["a"], defaults = [100]);
    assert_eq!(R!(3).to_string(), "R(a=3)");
    assert_eq!(R!().to_string(), "R(a=100)");
}

#[test]
fn random_027() {
    namedtuple!(R, ["a", "b", "c"], defaults = [100]);
    assert_eq!(R!(7, 2).to_string(), "R(a=7, b=2, c=100)");
    assert_eq!(R!(b = 7, a = 2).to_string(), "R(a=2, b=7, c=100)");
    assert_eq!(R!(6, 1, c = 6).to_string(), "R(a=6, b=1, c=6)");
    assert_eq!(R!(5, 9, c = 2).to_string(), "R(a=5, b=9, c=2)");
    assert_eq!(R!(7, 9, c = 4).to_string(), "R(a=7, b=9, c=4)");
}

#[test]
fn random_030() {
    namedtuple!(R, ["a", "b"], defaults = [100, 101]);
    assert_eq!(R!(4, 9).to_string(), "R(a=4, b=9)");
    assert_eq!(R!(7, b = 0).to_string(), "R(a=7, b=0)");
    assert_eq!(R!(6, 8).to_string(), "R(a=6, b=8)");
    assert_eq!(R!(4).to_string(), "R(a=4, b=101)");
    assert_eq!(R!(8, 6).to_string(), "R(a=8, b=6)");
}

#[test]
fn random_031() {
    namedtuple!(R, []);
    assert_eq!(R!().to_string(), "R()");
    assert_eq!(R!().to_string(), "R()");
    assert_eq!(R!().to_string(), "R()");
}

#[test]
fn random_032() {
    namedtuple!(R, []);
    assert_eq!(R!().to_string(), "R()");
    assert_eq!(R!().to_string(), "R()");
    assert_eq!(R!().to_string(), "R()");
}

#[test]
fn random_037() {
    namedtuple!(R, ["a"], defaults = [100]);
    assert_eq!(R!(a = 4).to_string(), "R(a=4)");
    assert_eq!(R!().to_string(), "R(a=100)");
    assert_eq!(R!(9).to_string(), "R(a=9)");
    assert_eq!(R!(a = 7).to_string(), "R(a=7)");
    assert_eq!(R!(a = 2).to_string(), "R(a=2)");
}

#[test]
fn random_042() {
    namedtuple!(R, ["a", "b", "c", "d"], defaults = [100, 101, 102, 103]);
    assert_eq!(R!(2, c = 9, b = 1, d = 8).to_string(), "R(a=2, b=1, c=9, d=8)");
    assert_eq!(R!(2, 7, 5, d = 4).to_string(), "R(a=2, b=7, c=5, d=4)");
    assert_eq!(R!(c = 5).to_string(), "R(a=100, b=101, c=5, d=103)");
    assert_eq!(R!(3, 1, 9, 5).to_string(), "R(a=3, b=1, c=9, d=5)");
    assert_eq!(R!(8, 7, d = 0, c = 6).to_string(), "R(a=8, b=7, c=6, d=0)");
}

#[test]
fn random_043() {
    namedtuple!(R, []);
    assert_eq!(R!().to_string(), "R()");
    assert_eq!(R!().to_string(), "R()");
}

#[test]
fn random_045() {
    namedtuple!(R, ["a", "b", "c", "d", "e"]);
    assert_eq!(R!(0, 4, 3, 1, e = 6).to_string(), "R(a=0, b=4, c=3, d=1, e=6)");
    assert_eq!(R!(9, 7, 5, e = 8, d = 1).to_string(), "R(a=9, b=7, c=5, d=1, e=8)");
}

#[test]
fn random_046() {
    namedtuple!(R, ["a", "b", "c", "d"]);
    assert_eq!(R!(3, 7, 4, d = 2).to_string(), "R(a=3, b=7, c=4, d=2)");
}

#[test]
fn random_048() {
    namedtuple!(R, ["a", "b", "c", "d"], defaults = [100, 101, 102, 103]);
    assert_eq!(R!(c = 4, b = 5).to_string(), "R(a=100, b=5, c=4, d=103)");
    assert_eq!(R!(6, d = 4, b = 1, c = 6).to_string(), "R(a=6, b=1, c=6, d=4)");
    assert_eq!(R!(7, 4, 0, 8).to_string(), "R(a=7, b=4, c=0, d=8)");
    assert_eq!(R!(5, 0, d = 4).to_string(), "R(a=5, b=0, c=102, d=4)");
    assert_eq!(R!(9, 2, 7, 7).to_string(), "R(a=9, b=2, c=7, d=7)");
}
