//! The order of faults: that of the declaration.

use smallvec::SmallVec;

use super::{Issue, Report};
use crate::path::Segment;
use crate::spec::{ClassSpec, FieldSpec, Text};

impl Report {
    /// Puts the faults of a class that was read into the order of its declaration.
    ///
    /// Up to `read` they were found while reading, then come those of the rules of each field, and from `several` on those
    /// of several fields. Unknown names come last, in the order of the data.
    pub(crate) fn arrange(&mut self, start: usize, read: usize, several: usize, spec: &ClassSpec) {
        let Some(issues) = self.issues.get_mut(start..).filter(|issues| issues.len() > 1) else { return };
        let find = |likely: usize, name: &Text| {
            let found = match spec.init_vars() {
                [] => near(spec.fields(), name, likely),
                _ => spec.in_written_order().position(|(_, field)| field.key_text() == name),
            };
            found.unwrap_or(usize::MAX >> 2)
        };
        let place = |i: usize, issue: &Issue| match issue.path().segments() {
            _ if i >= several => usize::MAX - 1,
            [Segment::Field(_)] if issue.code() == "unknown_field" => usize::MAX,
            [Segment::Field(name), ..] => find(issue.field(), name) * 2 + usize::from(i < read),
            _ => usize::MAX - 1,
        };
        let places: SmallVec<[_; 16]> = issues.iter().enumerate().map(|(i, issue)| place(start + i, issue)).collect();
        if !places.is_sorted() {
            let mut order: SmallVec<[_; 16]> = (0..places.len()).collect();
            order.sort_by_key(|i| places.get(*i));
            permute(issues, order);
        }
    }
}

/// Puts at each place what stands where its number says.
fn permute<T>(items: &mut [T], mut from: SmallVec<[usize; 16]>) {
    for start in 0..items.len() {
        let mut to = start;
        // Around a circle: what is put in place says so.
        while let Some(next) = from.get_mut(to).map(|from| std::mem::replace(from, to)).filter(|next| *next != start) {
            items.swap(to, next);
            to = next;
        }
    }
}

/// The field that has this name in data: most likely this one, from which the name is.
pub(crate) fn near(fields: &[FieldSpec], name: &Text, likely: usize) -> Option<usize> {
    let is_likely = fields.get(likely).is_some_and(|field| field.key_text().is(name));
    if is_likely { Some(likely) } else { fields.iter().position(|field| field.key() == &**name) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Field;

    #[test]
    fn what_is_permuted_stands_where_it_should() {
        for count in (0..40).chain([1_000]) {
            for factor in [1, 7, 7_919] {
                let mut from: Vec<usize> = (0..count).collect();
                from.sort_by_key(|i| i * factor % 101);
                let mut items: Vec<usize> = (0..count).map(|i| i * 2).collect();
                permute(&mut items, from.clone().into());
                assert_eq!(items, from.iter().map(|i| i * 2).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn a_field_is_found_whichever_is_likely() {
        let spec = ClassSpec::define("C", ["a", "b", "c"].map(|name| (name, Field::any()))).unwrap();
        for likely in 0..4 {
            for (i, field) in spec.fields().iter().enumerate() {
                for name in [field.key_text().clone(), Text::from(field.key().to_owned())] {
                    assert_eq!(near(spec.fields(), &name, likely), Some(i));
                }
            }
            assert_eq!(near(spec.fields(), &Text::new("d"), likely), None);
        }
    }
}
