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

/// In a process of its own: where threads have ended before, a new one may get the stack of one of these, however large.
fn on_a_stack_of(size: usize, test: impl FnOnce() + Send + 'static) {
    const ALONE: &str = "METACLASS_TEST_ALONE";
    match std::thread::current().name() {
        Some(name) if std::env::var_os(ALONE).is_none() && name != "main" => {
            let mut command = std::process::Command::new(std::env::current_exe().unwrap());
            let output = command.args([name, "--exact", "--test-threads=1"]).env(ALONE, "1").output().unwrap();
            let told = String::from_utf8_lossy(&output.stdout);
            assert!(
                output.status.success() && told.contains("1 passed"),
                "{told}{}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
        _ => std::thread::Builder::new().stack_size(size).spawn(test).unwrap().join().unwrap(),
    }
}
