use metaclass::prelude::*;

fn main() {
    let _ = params!(name: String, times: i64 = 1);
}
