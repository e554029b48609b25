use metaclass::prelude::*;

fn main() {
    let args = args!(1);
    let _: Result<(std::time::Duration,), Error> = args.get();
}
