//! Data: the whole of what `cargo metadata` says, read into validated dataclasses in one pass.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::env;
use std::error::Error;
use std::io::Write;
use std::process::Command;

use metaclass::json;
use metaclass::prelude::*;

use crate::cargo_metadata::{Dependency, Target, is_version};
use crate::heading;

/// A package, of this workspace or not.
#[derive(Dataclass)]
#[dataclass(serde)]
struct Package {
    #[field(primary_key, min_length = 1)]
    id: String,
    #[field(min_length = 1, max_length = 64)]
    name: String,
    #[field(check = is_version)]
    version: String,
    license: Option<String>,
    authors: Vec<String>,
    dependencies: Vec<Dependency>,
    #[field(min_items = 1)]
    targets: Vec<Target>,
    features: BTreeMap<String, Vec<String>>,
    /// Whatever other tools keep there.
    metadata: Value,
}

/// A package as the resolver sees it.
#[derive(Dataclass)]
#[dataclass(serde)]
struct Node {
    id: String,
    #[field(unique_items)]
    dependencies: Vec<String>,
}

#[derive(Dataclass)]
#[dataclass(serde)]
struct Resolve {
    nodes: Vec<Node>,
}

/// All that is known of the workspace and what it needs.
#[derive(Dataclass)]
#[dataclass(serde)]
struct Metadata {
    packages: Vec<Package>,
    #[field(min_items = 1)]
    workspace_members: Vec<String>,
    resolve: Resolve,
    #[field(equals = 1)]
    version: u32,
}

/// Prints a summary of what this workspace needs, and what is wrong with a damaged copy.
pub(crate) fn report(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let text = run_cargo_metadata()?;
    heading(out, "Data: all that this workspace needs")?;
    let metadata: Metadata = json::from_str(&text)?;
    write_summary(out, &metadata)?;
    heading(out, "Data: every fault of a damaged copy")?;
    write_damage(out, &damaged(&text)?)?;
    heading(out, "Data: what it is to be like, as JSON Schema")?;
    writeln!(out, "{}", json::to_string(&Target::json_schema())?)?;
    Ok(())
}

fn run_cargo_metadata() -> Result<String, Box<dyn Error>> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // What was not needed so far is fetched only if there is no other way.
    let mut failure = String::new();
    for offline in [&["--offline"][..], &[]] {
        let mut command = Command::new(&cargo);
        command.args(["metadata", "--format-version", "1"]).args(offline).current_dir(env!("CARGO_MANIFEST_DIR"));
        let output = command.output()?;
        if output.status.success() {
            return Ok(String::from_utf8(output.stdout)?);
        }
        failure = String::from_utf8_lossy(&output.stderr).into_owned();
    }
    Err(format!("cargo metadata failed: {failure}").into())
}

fn write_summary(out: &mut impl Write, metadata: &Metadata) -> Result<(), Box<dyn Error>> {
    let (packages, members) = (metadata.packages.len(), metadata.workspace_members.len());
    writeln!(out, "{packages} packages, {members} of them in the workspace")?;
    let mut by_licence: BTreeMap<&str, usize> = BTreeMap::new();
    for package in &metadata.packages {
        *by_licence.entry(package.license.as_deref().unwrap_or("(none)")).or_default() += 1;
    }
    let mut by_licence: Vec<(&str, usize)> = by_licence.into_iter().collect();
    by_licence.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    writeln!(out, "by licence:")?;
    for (licence, count) in by_licence {
        writeln!(out, "  {count:3} {licence}")?;
    }
    writeln!(out, "the ten deepest, in steps from the workspace:")?;
    for (name, depth) in deepest(metadata).into_iter().take(10) {
        writeln!(out, "  {depth:3} {name}")?;
    }
    Ok(())
}

/// All packages, those that are most steps away from the workspace first.
fn deepest(metadata: &Metadata) -> Vec<(&str, usize)> {
    let needs: HashMap<&str, &Node> = metadata.resolve.nodes.iter().map(|node| (&*node.id, node)).collect();
    let mut depths: HashMap<&str, usize> = metadata.workspace_members.iter().map(|id| (&**id, 0)).collect();
    let mut pending: VecDeque<&str> = metadata.workspace_members.iter().map(String::as_str).collect();
    while let Some(id) = pending.pop_front() {
        let depth = depths.get(id).map_or(0, |depth| depth + 1);
        for needed in needs.get(id).iter().flat_map(|node| &node.dependencies) {
            depths.entry(needed).or_insert_with(|| {
                pending.push_back(needed);
                depth
            });
        }
    }
    let depth = |package: &Package| depths.get(&*package.id).copied().unwrap_or_default();
    let mut packages: Vec<(&str, usize)> =
        metadata.packages.iter().map(|package| (&*package.name, depth(package))).collect();
    packages.sort_by_key(|(name, depth)| (std::cmp::Reverse(*depth), *name));
    packages
}

/// The text with eight faults in the package `metaclass`, which stands first.
fn damaged(text: &str) -> Result<String, Box<dyn Error>> {
    let mut metadata: serde_json::Value = serde_json::from_str(text)?;
    let packages = metadata["packages"].as_array_mut().ok_or("no packages")?;
    packages.retain(|package| package["name"] == "metaclass" && package["source"].is_null());
    let package = packages.first_mut().ok_or("no package `metaclass`")?;
    package["version"] = "one".into();
    package["authors"] = serde_json::json!(["A", 2]);
    package["targets"][0]["kind"] = serde_json::json!(["Lib", "Lib"]);
    package["targets"][0]["edition"] = "2020".into();
    package["dependencies"][0]["name"] = "".into();
    package["features"]["derive"] = "all".into();
    package.as_object_mut().ok_or("no object")?.remove("id");
    metadata["version"] = 2.5.into();
    Ok(serde_json::to_string_pretty(&metadata)?)
}

fn write_damage(out: &mut impl Write, text: &str) -> Result<(), Box<dyn Error>> {
    let Err(error) = json::from_str::<Metadata>(text) else { return Err("the damage was not seen".into()) };
    for issue in error.issues() {
        let (line, column) = (issue.line().unwrap_or_default(), issue.column().unwrap_or_default());
        writeln!(out, "{line}:{column}: {issue}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> String {
        run_cargo_metadata().unwrap()
    }

    #[test]
    fn the_whole_is_read_and_summed_up() {
        let metadata: Metadata = json::from_str(&text()).unwrap();
        let mut out = vec![];
        write_summary(&mut out, &metadata).unwrap();
        let summary = String::from_utf8(out).unwrap();
        assert!(summary.contains("MIT OR Apache-2.0"));
        assert_eq!(summary.lines().rev().take_while(|line| !line.starts_with("the ten")).count(), 10);
        let deepest = deepest(&metadata);
        assert!(deepest.contains(&("metaclass", 0)));
        assert!(deepest.contains(&("serde_json", 1)));
        assert!(deepest.is_sorted_by_key(|(_, depth)| std::cmp::Reverse(*depth)));
    }

    #[test]
    fn every_fault_of_the_damaged_copy_is_told_in_order() {
        let text = damaged(&text()).unwrap();
        let mut out = vec![];
        write_damage(&mut out, &text).unwrap();
        let told = String::from_utf8(out).unwrap();
        let faults: Vec<&str> = told.lines().filter_map(|line| line.splitn(3, ':').nth(2)).map(str::trim).collect();
        let expected = [
            "packages[0].id: required",
            "packages[0].version: 'one' is no version",
            "packages[0].authors[1]: expected str, got int",
            "packages[0].dependencies[0].name: must have at least 1 character",
            "packages[0].targets[0].kind: must not have the same item twice",
            "packages[0].targets[0].kind[0]: must be lowercase",
            "packages[0].targets[0].kind[1]: must be lowercase",
            "packages[0].targets[0].edition: must be one of ['2015', '2018', '2021', '2024']",
            "packages[0].features['derive']: expected list[str], got str",
            "version: expected int, got float",
        ];
        assert_eq!(faults, expected);
        // Each stands where it is said to be.
        for (line, fault) in told.lines().zip(expected).skip(1) {
            let mut place = line.split(':').map(|number| number.parse::<usize>().unwrap_or_default());
            let (row, column) = (place.next().unwrap(), place.next().unwrap());
            let at = &text.lines().nth(row - 1).unwrap()[column - 1..];
            assert!(["\"", "[", "2"].iter().any(|first| at.starts_with(first)), "{fault}: {at}");
        }
    }
}
