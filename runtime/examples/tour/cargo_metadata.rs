//! Real input: what `cargo metadata` says of this workspace, as dataclasses.

use std::env;
use std::error::Error;
use std::io::Write;
use std::process::Command;

use metaclass::prelude::*;
use serde::Deserialize;

use crate::heading;

/// What a package needs.
#[derive(Dataclass, Clone, Deserialize)]
#[dataclass(display)]
struct Dependency {
    name: String,
    req: String,
    kind: Option<String>,
    optional: bool,
}

/// What a package builds.
#[derive(Dataclass, Clone, Deserialize)]
#[dataclass(display, order)]
struct Target {
    name: String,
    kind: Vec<String>,
    edition: String,
}

/// A package of the workspace.
#[derive(Dataclass, Clone, Deserialize)]
#[dataclass(display)]
struct Package {
    #[field(primary_key)]
    name: String,
    version: String,
    license: Option<String>,
    #[field(repr = false)]
    description: Option<String>,
    #[field(repr = false)]
    dependencies: Vec<Dependency>,
    #[field(repr = false)]
    targets: Vec<Target>,
}

/// The part of `cargo metadata` that is of interest here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// A line of the summary, most of which is computed.
#[derive(Dataclass)]
#[dataclass(display, post_init = Self::count, init_var(package: &Package))]
struct Summary {
    #[field(into)]
    name: String,
    #[field(init = false, default)]
    needs: usize,
    #[field(init = false, default)]
    builds: usize,
    #[field(init = false, default = format!("{name}.toml"), repr = false)]
    file: String,
}

impl Summary {
    fn count(&mut self, package: &Package) {
        self.needs = package.dependencies.iter().filter(|needed| needed.kind.is_none()).count();
        self.builds = package.targets.len();
    }
}

/// Prints the packages of this workspace.
pub(crate) fn report(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let Metadata { packages } = serde_json::from_str(&run_cargo_metadata()?)?;
    heading(out, "Real input: cargo metadata")?;
    write_packages(out, &packages)?;
    Ok(())
}

fn run_cargo_metadata() -> Result<String, Box<dyn Error>> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments = ["metadata", "--format-version", "1", "--no-deps", "--offline"];
    let output = Command::new(cargo).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output()?;
    if !output.status.success() {
        return Err(format!("cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn write_packages(out: &mut impl Write, packages: &[Package]) -> Result<(), Box<dyn Error>> {
    writeln!(out, "{}", Package::SIGNATURE)?;
    for package in packages {
        writeln!(out, "{package}")?;
        let summary = Summary!(package.name.as_str(), package = package);
        writeln!(out, "  {summary}")?;
        if let Some(first) = package.targets.iter().min_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal))
        {
            writeln!(out, "  {first}")?;
        }
        for needed in package.dependencies.iter().take(2) {
            writeln!(out, "  {needed}")?;
        }
    }
    let Some(package) = packages.first() else { return Ok(()) };
    // By name, as `getattr` and `setattr` do.
    let mut package = package.clone();
    writeln!(out, "{} = {}", Package::PRIMARY_KEY.unwrap_or_default(), package.get("name")?)?;
    if let Err(error) = package.set("version", 1) {
        writeln!(out, "{error:?}")?;
    }
    if let Err(error) = package.get("nmae") {
        writeln!(out, "{error:?}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_workspace_is_read_and_shown() {
        let Metadata { packages } = serde_json::from_str(&run_cargo_metadata().unwrap()).unwrap();
        assert!(packages.iter().any(|package| package.name == "metaclass"));
        let mut out = vec![];
        write_packages(&mut out, &packages).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains("Package(name='metaclass', version='0.1.0', license='MIT OR Apache-2.0')"));
        assert!(text.contains("TypeError: version: expected str, got int"));
        assert!(text.ends_with("AttributeError: 'Package' object has no attribute 'nmae'\n"));
    }
}
