//! A report seen in other ways: by place.

use super::{Issue, ValidationError};

impl ValidationError {
    /// The faults at a place, given as a JSON Pointer (RFC 6901): `/addr/zip`.
    pub fn at<'a>(&'a self, pointer: &'a str) -> impl Iterator<Item = &'a Issue> {
        self.issues().iter().filter(move |issue| issue.path().pointer() == pointer)
    }

    /// The faults grouped by place, in the order of the first fault of each.
    #[must_use]
    pub fn by_field(&self) -> Vec<(String, Vec<&Issue>)> {
        let mut groups: indexmap::IndexMap<String, Vec<&Issue>> = indexmap::IndexMap::new();
        for issue in self.issues() {
            groups.entry(issue.path().to_string()).or_default().push(issue);
        }
        groups.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::Report;

    #[test]
    fn faults_are_found_by_place() {
        let mut report = Report::new();
        report.push(Issue::new("min_value").with_param("limit", 0).at("age"));
        report.push(Issue::new("missing").at("zip").at("addr"));
        report.push(Issue::check("is odd").at("age"));
        let error = report.finish().unwrap_err();
        assert_eq!(error.at("/addr/zip").map(Issue::code).collect::<Vec<_>>(), ["missing"]);
        let groups: Vec<_> = error.by_field().into_iter().map(|(field, issues)| (field, issues.len())).collect();
        assert_eq!(groups, [("age".into(), 2), ("addr.zip".into(), 1)]);
    }
}
