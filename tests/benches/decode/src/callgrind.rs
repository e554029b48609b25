//! Instructions as callgrind counts them: there is no noise.

use std::process::Command;
use std::{env, io};

/// Can it be run?
pub(crate) fn is_here() -> bool {
    Command::new("valgrind").arg("--version").output().is_ok_and(|output| output.status.success())
}

/// The instructions of this program with these arguments, in a process of its own.
pub(crate) fn collected(arguments: &[&str]) -> io::Result<f64> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(env::current_exe()?);
    let output = command.args(arguments).output()?;
    let report = String::from_utf8_lossy(&output.stderr);
    let count = report.split_once("Collected : ").and_then(|(_, rest)| rest.lines().next()?.trim().parse().ok());
    count.filter(|_| output.status.success()).ok_or_else(|| io::Error::other(format!("{command:?}:\n{report}")))
}
