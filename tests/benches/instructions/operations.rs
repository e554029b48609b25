//! The operations, written once for all implementations, so that what calls them is the same code.

use std::hash::Hasher;
use std::hint::black_box;

pub(crate) const CALLS: u32 = 1_000_000;

/// What a record is made of.
pub(crate) struct Arguments {
    pub(crate) id: u32,
    pub(crate) count: i64,
    pub(crate) ratio: f64,
    pub(crate) label: &'static str,
    pub(crate) active: bool,
}

pub(crate) const ARGUMENTS: Arguments = Arguments { id: 1, count: -2, ratio: 1.5, label: "label", active: true };

pub(crate) fn repeat<I, O>(input: &I, operation: impl Fn(&I) -> O) {
    for _ in 0..CALLS {
        black_box(operation(black_box(input)));
    }
}

/// Costs little itself, so that it does not hide what leads to it.
#[derive(Default)]
pub(crate) struct Sum(u64);

impl Hasher for Sum {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = self.0.rotate_left(5) ^ bytes.len() as u64;
    }

    fn write_u8(&mut self, value: u8) {
        self.write_u64(value.into());
    }

    fn write_u32(&mut self, value: u32) {
        self.write_u64(value.into());
    }

    fn write_usize(&mut self, value: usize) {
        self.write_u64(value as u64);
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = self.0.rotate_left(5) ^ value;
    }
}

/// Operations of which every implementation has its own.
pub(crate) const COMPARISONS: [&str; 5] = ["==", "<", "== of texts", "< of texts", "hash"];

/// Operations for which there is no standard derive.
pub(crate) const CALLS_OF_METHODS: [&str; 3] = ["new", "Type!", "getters"];

/// `compare`, which repeats one of the comparisons, or the loop alone. The types are the module's.
macro_rules! comparisons {
    () => {
        #[inline(never)]
        fn equal(pair: &(Record, Record)) -> bool {
            pair.0 == pair.1
        }

        #[inline(never)]
        fn less(pair: &(Record, Record)) -> bool {
            pair.0 < pair.1
        }

        #[inline(never)]
        fn texts_equal(pair: &(Texts, Texts)) -> bool {
            pair.0 == pair.1
        }

        #[inline(never)]
        fn texts_less(pair: &(Texts, Texts)) -> bool {
            pair.0 < pair.1
        }

        #[inline(never)]
        fn hash(texts: &Texts) -> u64 {
            let mut state = Sum::default();
            texts.hash(&mut state);
            state.finish()
        }

        fn record() -> Record {
            let Arguments { id, count, ratio, label, active } = ARGUMENTS;
            Record { id, count, ratio, label, active, size: 7 }
        }

        fn texts() -> Texts {
            let tags = vec!["a".to_owned(), "b".to_owned()];
            Texts { id: 1, name: "name".to_owned(), note: Some("note".to_owned()), tags, active: true }
        }

        pub(crate) fn compare(operation: &str, is_empty: bool) {
            match (operation, is_empty) {
                ("==", false) => repeat(&(record(), record()), equal),
                ("<", false) => repeat(&(record(), record()), less),
                ("==" | "<", true) => repeat(&(record(), record()), |_| ()),
                ("== of texts", false) => repeat(&(texts(), texts()), texts_equal),
                ("< of texts", false) => repeat(&(texts(), texts()), texts_less),
                ("== of texts" | "< of texts", true) => repeat(&(texts(), texts()), |_| ()),
                ("hash", false) => repeat(&texts(), hash),
                ("hash", true) => repeat(&texts(), |_| ()),
                _ => panic!("no such comparison: {operation}"),
            }
        }
    };
}

/// `call`, which repeats a constructor or getters, or the loop alone. The module has `by_keyword`: the call macro, or
/// what a program without it would write.
macro_rules! calls_of_methods {
    () => {
        #[inline(never)]
        fn new(arguments: &Arguments) -> Record {
            Record::new(arguments.id, arguments.count, arguments.ratio, arguments.label, arguments.active)
        }

        #[inline(never)]
        fn getters(frozen: &Frozen) -> (u32, f64, usize, usize) {
            (frozen.id(), frozen.ratio(), frozen.name().len(), frozen.tags().len())
        }

        fn frozen() -> Frozen {
            Frozen { id: 1, ratio: 1.5, name: "name".to_owned(), tags: vec!["a".to_owned()] }
        }

        pub(crate) fn call(operation: &str, is_empty: bool) {
            match (operation, is_empty) {
                ("new", false) => repeat(&ARGUMENTS, new),
                ("Type!", false) => repeat(&ARGUMENTS, by_keyword),
                ("new" | "Type!", true) => repeat(&ARGUMENTS, |_| ()),
                ("getters", false) => repeat(&frozen(), getters),
                ("getters", true) => repeat(&frozen(), |_| ()),
                _ => panic!("no such method: {operation}"),
            }
        }
    };
}

pub(crate) use {calls_of_methods, comparisons};
