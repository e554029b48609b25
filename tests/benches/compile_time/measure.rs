//! Runs of cargo, and what they cost.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Output};
use std::{env, fs, io};

use crate::generate::Package;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Check,
    Debug,
}

pub(crate) struct Workspace {
    pub(crate) folder: PathBuf,
    cargo: OsString,
    rustc: PathBuf,
}

impl Workspace {
    pub(crate) fn new(folder: PathBuf) -> io::Result<Self> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        // The compiler itself, not a proxy that would start it: valgrind does not follow.
        let sysroot = text(&run(Command::new("rustc").args(["--print", "sysroot"]))?.stdout);
        let rustc = PathBuf::from(sysroot.trim()).join("bin").join(format!("rustc{}", env::consts::EXE_SUFFIX));
        Ok(Self { folder, cargo, rustc })
    }

    /// CPU seconds, user and system, of cargo and all that it starts, for this crate alone once its dependencies are
    /// built.
    pub(crate) fn seconds(&self, step: Step, package: Package) -> io::Result<f64> {
        let subcommand = match step {
            Step::Check => "check",
            Step::Debug => "build",
        };
        self.make_dirty(package)?;
        let before = cpu_seconds_of_children()?;
        run(&mut self.cargo("target", subcommand, package))?;
        Ok(cpu_seconds_of_children()? - before)
    }

    /// The length of the crate after the expansion of macros.
    pub(crate) fn expanded_bytes(&self, package: Package) -> io::Result<u32> {
        self.make_dirty(package)?;
        u32::try_from(run(&mut self.expand(package))?.stdout.len()).map_err(io::Error::other)
    }

    /// Instructions of the compiler in a check of this crate alone.
    pub(crate) fn instructions(&self, package: Package) -> io::Result<f64> {
        self.counted(package, self.cargo("target", "check", package))
    }

    /// Instructions of the compiler until the macros of this crate are expanded, and it is printed.
    pub(crate) fn instructions_of_expansion(&self, package: Package) -> io::Result<f64> {
        self.counted(package, self.expand(package))
    }

    fn expand(&self, package: Package) -> Command {
        // A folder of its own: build scripts run again when the variable changes.
        let mut command = self.cargo("target-expanded", "rustc", package);
        command.env("RUSTC_BOOTSTRAP", "1").args(["--profile", "check", "--", "-Zunpretty=expanded"]);
        command
    }

    fn counted(&self, package: Package, mut command: Command) -> io::Result<f64> {
        self.make_dirty(package)?;
        command.env("RUSTC_WORKSPACE_WRAPPER", env::current_exe()?).env(IS_WRAPPER, "1");
        let report = text(&run(&mut command)?.stderr);
        let count = report.split_once("Collected : ").and_then(|(_, rest)| rest.lines().next()?.trim().parse().ok());
        count.ok_or_else(|| io::Error::other(format!("valgrind counted nothing:\n{report}")))
    }

    fn cargo(&self, target: &str, subcommand: &str, package: Package) -> Command {
        let mut command = Command::new(&self.cargo);
        command.current_dir(&self.folder);
        command
            .env("CARGO_TARGET_DIR", self.folder.join(target))
            .env("CARGO_INCREMENTAL", "0")
            .env("RUSTC", &self.rustc);
        command.args([subcommand, "--quiet", "--package", &package.name()]);
        command
    }

    fn make_dirty(&self, package: Package) -> io::Result<()> {
        fs::write(package.source_file(&self.folder), package.source())
    }
}

/// Set where this program is what cargo starts in the place of rustc.
const IS_WRAPPER: &str = "METACLASS_COUNT_INSTRUCTIONS";

/// Runs rustc under valgrind if this program was started for that.
pub(crate) fn run_as_wrapper() -> Option<io::Result<ExitStatus>> {
    env::var_os(IS_WRAPPER)?;
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).args(env::args_os().skip(1));
    Some(command.status())
}

pub(crate) fn has_valgrind() -> bool {
    Command::new("valgrind").arg("--version").output().is_ok_and(|output| output.status.success())
}

fn run(command: &mut Command) -> io::Result<Output> {
    let output = command.output()?;
    match output.status.success() {
        true => Ok(output),
        false => Err(io::Error::other(format!("{command:?}: {}\n{}", output.status, text(&output.stderr)))),
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn cpu_seconds_of_children() -> io::Result<f64> {
    const TICKS_PER_SECOND: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The name of the program is in parentheses and may have spaces; the third field follows it.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |number: usize| {
        let field = fields.get(number - 3).and_then(|field| field.parse::<f64>().ok());
        field.ok_or_else(|| io::Error::other("/proc/self/stat has not the fields of proc(5)"))
    };
    let (user, system) = (ticks(16)?, ticks(17)?);
    Ok((user + system) / TICKS_PER_SECOND)
}
