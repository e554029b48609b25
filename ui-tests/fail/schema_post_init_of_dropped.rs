use metaclass::prelude::*;

schema! {
    #[dataclass(tuple = false, post_init = Self::open)]
    struct File { path: String }

    struct Log: File { lines: u64 = 0 }
}

impl File {
    fn open(&mut self) {
        self.path.push('!');
    }
}

impl Drop for File {
    fn drop(&mut self) {}
}

fn main() {
    println!("{}", Log!("a"));
}
