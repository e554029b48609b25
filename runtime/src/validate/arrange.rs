//! The order of faults: that of the declaration.

#[cfg(feature = "serde")]
use super::{Issue, Report};
#[cfg(feature = "serde")]
use crate::path::Segment;
#[cfg(feature = "serde")]
use crate::spec::{ClassSpec, FieldSpec};

/// Where a fault stands among those of its class: whoever puts it into a field says so.
///
/// Of a field, the faults of its rules come before those that were found within while it was read. What concerns several
/// fields comes behind all of them, and last come unknown names, in the order of the data.
///
/// One number, so that it is compared at once: above, the index of a field, and below, the part of it. What the constructor
/// takes beside the fields comes before the one that it was written before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank(u64);

#[allow(clippy::cast_possible_truncation, reason = "no class has so many fields")]
impl Rank {
    const RULES: u32 = u32::MAX - 1;
    /// Where there is nothing of which the field would be known.
    pub(super) const SEVERAL: Self = Self::new(u32::MAX as usize - 1, 0);

    const fn new(field: usize, part: u32) -> Self {
        Self(((field as u64) << 32) | part as u64)
    }

    /// That of the rules of a field.
    #[inline]
    pub(crate) const fn of_field(index: usize) -> Self {
        Self::new(index, Self::RULES)
    }
}

#[cfg(feature = "serde")]
#[allow(clippy::cast_possible_truncation, reason = "no class has so many fields")]
impl Rank {
    pub(crate) const UNKNOWN_NAME: Self = Self::new(u32::MAX as usize, 0);

    /// The same, of what is found while it is read.
    pub(crate) const fn of_reading(self) -> Self {
        Self(self.0 | 1)
    }

    /// The field, if it is one.
    pub(super) fn field(self) -> Option<usize> {
        (self.0 as u32 >= Self::RULES).then_some((self.0 >> 32) as usize)
    }

    /// That of the field or argument which stands at this place in the written order, behind so many fields.
    const fn written(place: usize, fields: usize, is_field: bool) -> Self {
        if is_field { Self::of_field(fields) } else { Self::new(fields, 2 * place as u32) }
    }

    /// That of a fault of which nothing but its path is known.
    fn of_path(issue: &Issue, spec: &ClassSpec) -> Self {
        let found = match issue.path().segments() {
            [Segment::Field(_)] if issue.code() == "unknown_field" => Some(Self::UNKNOWN_NAME),
            [Segment::Field(name), ..] => {
                ranked(spec).find(|(_, field)| field.key_text() == name).map(|(rank, _)| rank)
            }
            _ => None,
        };
        found.unwrap_or(Self::SEVERAL)
    }
}

/// What data of a class may have, in the written order.
#[cfg(feature = "serde")]
pub(crate) fn ranked(spec: &ClassSpec) -> impl Iterator<Item = (Rank, &FieldSpec)> {
    let mut fields = 0;
    spec.in_written_order().enumerate().map(move |(place, (is_field, field))| {
        let rank = Rank::written(place, fields, is_field);
        fields += usize::from(is_field);
        (rank, field)
    })
}

#[cfg(feature = "serde")]
impl Report {
    /// Puts the faults of a class since there were `start` into the order of its declaration.
    pub(crate) fn arrange(&mut self, start: usize) {
        if let Some(issues) = self.issues.get_mut(start..) {
            issues.sort_by_key(Issue::rank);
        }
    }

    /// Adds what a class itself refused: its faults are put in order by their paths, unless they come behind those of several
    /// fields, as they were told.
    pub(crate) fn push_refused(&mut self, issues: Vec<Issue>, spec: &ClassSpec) {
        let is_ordered = spec.checks().is_empty() && spec.groups().is_empty();
        for issue in issues {
            let rank = if is_ordered { Rank::of_path(&issue, spec) } else { Rank::SEVERAL };
            self.push(issue.ranked(rank));
        }
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use super::*;
    use crate::Field;

    fn ranks(names: &[&'static str], spec: &ClassSpec) -> Vec<Rank> {
        names.iter().map(|name| Rank::of_path(&Issue::new("type").at(*name), spec)).collect()
    }

    #[test]
    fn faults_stand_in_the_order_of_the_declaration() {
        let spec = ClassSpec::define("C", ["a", "b", "c"].map(|name| (name, Field::any()))).unwrap();
        let fields: Vec<Rank> = (0..3).map(Rank::of_field).collect();
        assert_eq!(ranks(&["a", "b", "c"], &spec), fields);
        let unknown = Rank::of_path(&Issue::new("unknown_field").at("a"), &spec);
        let inner = Rank::of_path(&Issue::new("unknown_field").at("x").at("a"), &spec);
        assert_eq!((unknown, inner), (Rank::UNKNOWN_NAME, fields[0]));
        assert_eq!(ranks(&["d"], &spec), [Rank::SEVERAL]);
        let all = [fields[0], fields[0].of_reading(), fields[1], fields[1].of_reading(), Rank::SEVERAL, unknown];
        assert!(all.is_sorted_by(|rank, next| rank < next));
        let indices = all.map(Rank::field);
        assert_eq!(indices, [Some(0), Some(0), Some(1), Some(1), None, None]);
    }

    #[test]
    fn what_a_class_refuses_is_put_in_order_by_its_paths() {
        let spec = ClassSpec::define("C", ["a", "b"].map(|name| (name, Field::any()))).unwrap();
        let told = |name: &'static str| Issue::new("type").at(name);
        // What they were in another class does not count.
        let issues = vec![told("x"), told("b").ranked(Rank::of_field(0)), told("a").ranked(Rank::of_field(7))];
        let mut report = Report::new();
        report.push_refused(issues, &spec);
        report.arrange(0);
        let paths: Vec<String> = report.issues.iter().map(|issue| issue.path().to_string()).collect();
        assert_eq!(paths, ["a", "b", "x"]);
        assert!(told("a").ranked(Rank::of_field(0)).at("b").rank() == Rank::SEVERAL);
    }

    #[test]
    fn arguments_stand_where_they_were_written() {
        let ranks: Vec<Rank> = [(0, 0, false), (1, 0, false), (2, 0, true), (3, 1, false), (4, 1, true)]
            .into_iter()
            .flat_map(|(place, fields, is_field)| {
                let rank = Rank::written(place, fields, is_field);
                [rank, rank.of_reading()]
            })
            .collect();
        assert!(ranks.is_sorted_by(|rank, next| rank < next));
    }
}
