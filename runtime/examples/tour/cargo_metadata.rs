//! Real input: what `cargo metadata` says of this workspace, as dataclasses.

use std::env;
use std::error::Error;
use std::io::Write;
use std::process::Command;

use metaclass::prelude::*;
use serde::Deserialize;

use crate::heading;

/// What a package needs.
#[derive(Dataclass, Clone)]
#[dataclass(serde, display)]
pub(crate) struct Dependency {
    #[field(min_length = 1, ascii)]
    name: String,
    #[field(min_length = 1)]
    req: String,
    #[field(one_of = ["dev", "build"])]
    kind: Option<String>,
    optional: bool,
}

/// What a package builds.
#[derive(Dataclass, Clone)]
#[dataclass(serde, display, order)]
pub(crate) struct Target {
    #[field(min_length = 1)]
    name: String,
    #[field(min_items = 1, unique_items, items(lowercase))]
    kind: Vec<String>,
    #[field(one_of = ["2015", "2018", "2021", "2024"])]
    edition: String,
}

/// `MAJOR.MINOR.PATCH`, perhaps with more behind it.
pub(crate) fn is_version(version: &str) -> Result<(), String> {
    let numbers = version.split(['-', '+']).next().unwrap_or_default();
    let is_number = |part: &str| part.parse::<u64>().is_ok();
    match numbers.split('.').filter(|part| is_number(part)).count() {
        3 => Ok(()),
        _ => Err(format!("'{version}' is no version")),
    }
}

/// A package of the workspace.
#[derive(Dataclass, Clone, Deserialize)]
#[dataclass(display)]
struct Package {
    #[field(primary_key, min_length = 1, max_length = 64)]
    name: String,
    #[field(check = is_version)]
    version: String,
    license: Option<String>,
    #[field(repr = false, required, max_length = 300)]
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
    heading(out, "Rules: what is wrong with a damaged copy")?;
    write_validation(out, &packages)?;
    Ok(())
}

/// Validates the packages, and then a copy of one that is damaged.
fn write_validation(out: &mut impl Write, packages: &[Package]) -> Result<(), Box<dyn Error>> {
    let valid = packages.iter().filter(|package| package.validate().is_ok()).count();
    writeln!(out, "{valid} of {} packages are valid", packages.len())?;
    let Some(mut package) = packages.iter().find(|package| !package.dependencies.is_empty()).cloned() else {
        return Ok(());
    };
    "one".clone_into(&mut package.version);
    package.description = None;
    package.dependencies.truncate(1);
    for needed in &mut package.dependencies {
        needed.name.clear();
        needed.kind = Some("test".to_owned());
    }
    package.targets.truncate(1);
    for target in &mut package.targets {
        target.kind = vec!["Lib".to_owned(), "Lib".to_owned()];
        "2020".clone_into(&mut target.edition);
    }
    if let Err(error) = package.validate() {
        writeln!(out, "{error:#}")?;
        if let Some(issue) = error.issues().first() {
            writeln!(out, "{} {} {:?}", issue.path().pointer(), issue.code(), issue.message())?;
        }
    }
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
        write_validation(&mut out, &packages).unwrap();
        let expected = format!(
            "{} of {} packages are valid
Validation errors:
  version: 'one' is no version
  description: required
  dependencies[0].name: must have at least 1 character
  dependencies[0].kind: must be one of ['dev', 'build']
  targets[0].kind: must not have the same item twice
  targets[0].kind[0]: must be lowercase
  targets[0].kind[1]: must be lowercase
  targets[0].edition: must be one of ['2015', '2018', '2021', '2024']
/version check \"'one' is no version\"
",
            packages.iter().filter(|package| package.description.is_some()).count(),
            packages.len()
        );
        assert_eq!(String::from_utf8(out).unwrap(), expected);
        let mut out = vec![];
        write_packages(&mut out, &packages).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains("Package(name='metaclass', version='0.1.0', license='MIT OR Apache-2.0')"));
        assert!(text.contains("TypeError: version: expected str, got int"));
        assert!(text.ends_with("AttributeError: 'Package' object has no attribute 'nmae'\n"));
    }
}
