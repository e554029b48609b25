//! CPython: a process that does the same operations and says how long that took.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

const SCRIPT: &str = include_str!("../peers.py");

pub(crate) struct Python {
    /// With the version.
    pub(crate) name: String,
    process: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Python {
    pub(crate) fn start() -> io::Result<Self> {
        let mut command = Command::new("python3");
        let mut process = command.args(["-c", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (requests, answers) = process.stdin.take().zip(process.stdout.take()).expect("both are piped");
        let mut python = Self { name: String::new(), process, requests, answers: BufReader::new(answers) };
        python.name = python.answer()?;
        Ok(python)
    }

    /// The figure for so many of an operation; `what` is `time` (nanoseconds) or `bytes`.
    pub(crate) fn measure(&mut self, what: &str, operation: &str, count: u32) -> io::Result<Option<f64>> {
        writeln!(self.requests, "{what}\t{operation}\t{count}")?;
        let answer = self.answer()?;
        match (answer.as_str(), answer.parse()) {
            ("-", _) => Ok(None),
            (_, Ok(figure)) => Ok(Some(figure)),
            (_, Err(_)) => Err(io::Error::other(format!("{}: {answer}", self.name))),
        }
    }

    fn answer(&mut self) -> io::Result<String> {
        let mut line = String::new();
        match self.answers.read_line(&mut line)? {
            0 => Err(io::Error::other("python3 has ended")),
            _ => Ok(line.trim_end().to_owned()),
        }
    }
}

impl Drop for Python {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
