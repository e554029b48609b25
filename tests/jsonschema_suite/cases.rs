//! The cases, read from their files.

use std::fs;
use std::path::Path;

use metaclass::Value;
use metaclass::json_schema::JsonSchema;

/// A schema, and what it says of several values.
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) schema: Value,
    pub(crate) tests: Vec<Test>,
}

/// A value, and whether it is valid.
pub(crate) struct Test {
    pub(crate) name: String,
    pub(crate) data: Value,
    pub(crate) is_valid: bool,
}

/// The groups of all files of a folder and of those within, in the order of their names.
pub(crate) fn groups(folder: &Path) -> Vec<Group> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let groups = paths.into_iter().flat_map(|path| match path.extension() {
        Some(extension) if extension == "json" => groups_of(&path),
        None if path.is_dir() => groups(&path),
        _ => vec![],
    });
    groups.collect()
}

fn groups_of(path: &Path) -> Vec<Group> {
    let text = fs::read_to_string(path).unwrap();
    // What takes anything reads integers of any size as they are.
    let anything = JsonSchema::parse("true").unwrap();
    let file = anything.decode_json(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    file.as_list().unwrap().iter().map(|group| read(group, &name)).collect()
}

fn read(group: &Value, file: &str) -> Group {
    let tests = get(group, "tests").as_list().unwrap().iter().map(|test| Test {
        name: get(test, "description").to_string(),
        data: get(test, "data").clone(),
        is_valid: get(test, "valid").as_bool().unwrap(),
    });
    let name = format!("{file}: {}", get(group, "description"));
    Group { name, schema: get(group, "schema").clone(), tests: tests.collect() }
}

fn get<'a>(object: &'a Value, name: &str) -> &'a Value {
    object.as_dict().and_then(|object| object.get(name)).unwrap_or_else(|| panic!("{object}: {name}"))
}
