use metaclass::prelude::*;

fn main() {
    let args = args!(1);
    let _: Result<i64, Error> = args.get();
}
