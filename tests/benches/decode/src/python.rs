//! The peers in Python: each a process that reads the same lines and says how long that took.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;
use std::{env, fs, process};

use crate::contender::{Contender, Sample};
use crate::records::{Records, Sees};

const SCRIPT: &str = include_str!("../peers.py");

const PEERS: [(&str, Sees); 2] = [("pydantic", Sees::AllFaults), ("msgspec", Sees::FirstFault)];

/// The records as files, as long as this lives.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn with<'a>(records: impl IntoIterator<Item = &'a Records>) -> io::Result<Self> {
        let folder = Self(env::temp_dir().join(format!("metaclass-decode-{}", process::id())));
        fs::create_dir_all(&folder.0)?;
        for records in records {
            records.write_to(&folder.0.join(file_name(records)))?;
        }
        Ok(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left in a folder for temporary files does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn file_name(records: &Records) -> String {
    format!("{}.jsonl", records.kind.name())
}

/// All that there are.
pub(crate) fn peers(folder: &Folder) -> io::Result<Vec<Box<dyn Contender>>> {
    let start = |(name, sees)| Ok(Box::new(Peer::start(name, sees, &folder.0)?) as Box<dyn Contender>);
    PEERS.into_iter().map(start).collect()
}

struct Peer {
    /// With the version.
    name: String,
    sees: Sees,
    process: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Peer {
    fn start(name: &str, sees: Sees, folder: &Path) -> io::Result<Self> {
        let mut command = Command::new("python3");
        command.args(["-c", SCRIPT, name]).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn()?;
        let (requests, answers) = process.stdin.take().zip(process.stdout.take()).expect("both are piped");
        let mut peer = Self { name: name.to_owned(), sees, process, requests, answers: BufReader::new(answers) };
        peer.name = peer.answer()?;
        Ok(peer)
    }

    fn answer(&mut self) -> io::Result<String> {
        let mut line = String::new();
        match self.answers.read_line(&mut line)? {
            0 => Err(io::Error::other(format!("python3 with {}: it has ended", self.name))),
            _ => Ok(line.trim_end().to_owned()),
        }
    }
}

impl Contender for Peer {
    fn name(&self) -> &str {
        &self.name
    }

    fn sees(&self) -> Sees {
        self.sees
    }

    fn run(&mut self, records: &Records) -> io::Result<Sample> {
        writeln!(self.requests, "{}", file_name(records))?;
        let answer = self.answer()?;
        let mut numbers = answer.split(' ').map_while(|number| number.parse().ok());
        match (numbers.next(), numbers.next(), numbers.next()) {
            (Some(time), Some(bad), Some(faults)) => {
                let as_count = |number: u64| usize::try_from(number).map_err(io::Error::other);
                Ok(Sample { time: Duration::from_nanos(time), bad: as_count(bad)?, faults: as_count(faults)? })
            }
            _ => Err(io::Error::other(format!("{}: {answer}", self.name))),
        }
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
