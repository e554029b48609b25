//! `..base` takes what was not given, privately too.

mod geo {
    use metaclass::prelude::*;

    #[derive(Dataclass, Clone)]
    #[dataclass(post_init = Self::finish, init_var(step: u32 = 1))]
    pub struct Counter {
        count: u32,
        #[field(default = 10)]
        limit: u32,
        #[field(init = false, default = count + limit)]
        sum: u32,
    }

    impl Counter {
        fn finish(&mut self, step: u32) {
            self.count += step;
        }

        pub fn state(&self) -> (u32, u32, u32) {
            (self.count, self.limit, self.sum)
        }
    }
}

fn main() {
    use geo::Counter;

    let counter = Counter!(1);
    assert_eq!(counter.state(), (2, 10, 11));
    assert_eq!(Counter!(limit = 20, ..counter.clone()).state(), (3, 20, 22));
    assert_eq!(Counter!(step = 0, count = 5, ..counter.clone()).state(), (5, 10, 15));
    assert_eq!(Counter!(..counter).state(), (3, 10, 12));
}
