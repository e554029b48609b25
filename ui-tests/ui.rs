//! What the compiler says of each mistake, and programs that must compile.
//!
//! After a change of texts: `TRYBUILD=overwrite cargo test -p metaclass-ui-tests`, and read every file that changed.

#![forbid(unsafe_code)]

#[test]
fn ui() {
    let tests = trybuild::TestCases::new();
    tests.pass("pass/*.rs");
    tests.compile_fail("fail/*.rs");
}
