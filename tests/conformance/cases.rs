//! The recorded cases.

use std::path::PathBuf;
use std::{env, fs};

use serde_json::Value as Json;

pub(crate) use crate::value::list;

/// A file of cases.
pub(crate) struct Suite {
    name: String,
    cases: Vec<Json>,
}

impl Suite {
    /// Reads the file of this name.
    pub(crate) fn load(name: &str) -> Self {
        let own = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/conformance/cases"));
        let folder = env::var_os("METACLASS_CASES").map_or_else(own, PathBuf::from);
        let path = folder.join(format!("{name}.json"));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let Json::Object(mut suite) = serde_json::from_str(&text).unwrap() else { panic!("a suite is an object") };
        let Some(Json::Array(cases)) = suite.remove("cases") else { panic!("a suite has cases") };
        Self { name: name.to_owned(), cases }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn cases(&self) -> impl Iterator<Item = Case<'_>> {
        self.cases.iter().map(Case)
    }
}

/// A case: definitions, operations, and what came of each.
pub(crate) struct Case<'a>(&'a Json);

impl<'a> Case<'a> {
    pub(crate) fn id(&self) -> &'a str {
        self.0["id"].as_str().unwrap_or("?")
    }

    pub(crate) fn input(&self) -> &'a Json {
        &self.0["input"]
    }

    pub(crate) fn expected(&self) -> &'a Json {
        &self.0["expect"]
    }

    /// The definitions with what came of them.
    pub(crate) fn defs(&self) -> impl Iterator<Item = (&'a Json, &'a Json)> {
        self.parts("defs")
    }

    /// The operations with what came of them.
    pub(crate) fn ops(&self) -> impl Iterator<Item = (&'a Json, &'a Json)> {
        self.parts("ops")
    }

    /// Is the case marked with this tag?
    pub(crate) fn has_tag(&self, tag: &str) -> bool {
        list(&self.0["tags"]).iter().any(|other| other == tag)
    }

    /// What was recorded.
    pub(crate) fn events(&self) -> &'a [Json] {
        list(&self.0["expect"]["events"])
    }

    /// The parts of the input under a key with what came of them.
    pub(crate) fn parts(&self, key: &str) -> impl Iterator<Item = (&'a Json, &'a Json)> {
        list(&self.0["input"][key]).iter().zip(list(&self.0["expect"][key]))
    }
}

/// A text; empty if it is absent.
pub(crate) fn text(json: &Json) -> &str {
    json.as_str().unwrap_or_default()
}
