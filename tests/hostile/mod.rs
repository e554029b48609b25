//! What is made to do harm: one file a threat.

mod classes;
mod data;
mod depth;
mod filter;
mod panics;
mod recursion;
mod schemas;

/// A thread with a stack that recursion would overflow at once.
fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    on_a_stack_of(256 * 1024, test);
}

fn on_a_stack_of(size: usize, test: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(size).spawn(test).unwrap().join().unwrap();
}
