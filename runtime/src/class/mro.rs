//! C3: the order in which a class and its ancestors are searched.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;

use crate::error::Error;

/// Why classes have no order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MroConflict<T> {
    /// This base is named twice.
    Duplicate(T),
    /// Each of these would have to come before another of them.
    Inconsistent(Vec<T>),
}

impl<T> MroConflict<T> {
    /// The `TypeError` that Python raises, with the names that classes are to be shown by.
    pub fn into_error<D: fmt::Display>(self, name: impl Fn(&T) -> D) -> Error {
        Error::type_error(match self {
            Self::Duplicate(base) => format!("duplicate base class {}", name(&base)),
            Self::Inconsistent(heads) => {
                let heads: Vec<String> = heads.iter().map(|head| name(head).to_string()).collect();
                let heads = heads.join(", ");
                format!("Cannot create a consistent method resolution order (MRO) for bases {heads}")
            }
        })
    }
}

/// The method resolution order (C3) of a class with these bases: itself, then its ancestors, each before its own bases
/// and all in the order in which they were named.
///
/// Pure: classes are any ids, and `order_of` gives the order of a base. One step looks at the head of each list, so a
/// chain takes time in proportion to its length.
///
/// # Errors
/// The conflict, if a base is named twice or if there is no such order.
///
/// ```
/// use metaclass::linearize;
///
/// // A diamond: B(A), C(A), D(B, C).
/// let orders = |class| match class { 'A' => "A", 'B' => "BA", _ => "CA" }.chars().collect::<Vec<_>>();
/// let order = linearize('D', &['B', 'C'], orders).unwrap();
/// assert_eq!(order, ['D', 'B', 'C', 'A']);
///
/// let error = linearize('D', &['A', 'B'], orders).unwrap_err().into_error(char::to_string);
/// assert_eq!(error.to_string(), "Cannot create a consistent method resolution order (MRO) for bases A, B");
/// ```
pub fn linearize<T: Copy + Eq + Hash, O: AsRef<[T]>>(
    class: T,
    bases: &[T],
    order_of: impl Fn(T) -> O,
) -> Result<Vec<T>, MroConflict<T>> {
    if let [base] = bases {
        return Ok(std::iter::once(class).chain(order_of(*base).as_ref().iter().copied()).collect());
    }
    if let Some(base) = first_duplicate(bases) {
        return Err(MroConflict::Duplicate(base));
    }
    let orders: Vec<O> = bases.iter().map(|base| order_of(*base)).collect();
    let lists = orders.iter().map(AsRef::as_ref).chain([bases]);
    merge(class, lists.filter(|list| !list.is_empty()).collect())
}

/// The first base, in their order, that is named again.
fn first_duplicate<T: Copy + Eq + Hash>(bases: &[T]) -> Option<T> {
    let mut counts = HashMap::new();
    for base in bases {
        *counts.entry(base).or_insert(0_usize) += 1;
    }
    bases.iter().copied().find(|base| counts.get(base).is_some_and(|count| *count > 1))
}

/// Takes, again and again, the first head that stands in no list's tail.
fn merge<T: Copy + Eq + Hash>(class: T, mut lists: Vec<&[T]>) -> Result<Vec<T>, MroConflict<T>> {
    // In how many tails a class stands: what is asked of every head, without searching.
    let mut in_tails: HashMap<T, usize> = HashMap::new();
    for item in lists.iter().flat_map(|list| list.iter().skip(1)) {
        *in_tails.entry(*item).or_default() += 1;
    }
    let mut order = vec![class];
    while !lists.is_empty() {
        let heads = || lists.iter().filter_map(|list| list.first().copied());
        let Some(next) = heads().find(|head| in_tails.get(head).is_none_or(|count| *count == 0)) else {
            return Err(MroConflict::Inconsistent(distinct(heads())));
        };
        order.push(next);
        for list in &mut lists {
            if let Some((head, tail)) = list.split_first()
                && *head == next
            {
                *list = tail;
                if let Some(count) = tail.first().and_then(|head| in_tails.get_mut(head)) {
                    *count -= 1;
                }
            }
        }
        lists.retain(|list| !list.is_empty());
    }
    Ok(order)
}

/// Each once, in the order of their first appearance.
fn distinct<T: Copy + Eq + Hash>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = std::collections::HashSet::new();
    items.filter(|item| seen.insert(*item)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    type Ids = Vec<u32>;

    fn chain(length: u32) -> HashMap<u32, Ids> {
        let mut orders: HashMap<u32, Ids> = HashMap::from([(0, vec![0])]);
        for class in 1..length {
            let order = linearize(class, &[class - 1], |base| orders[&base].clone()).unwrap();
            orders.insert(class, order);
        }
        orders
    }

    #[test]
    fn a_long_chain_is_its_own_order() {
        let orders = chain(1_000);
        assert_eq!(orders[&999], (0..1_000).rev().collect::<Ids>());
    }

    #[test]
    fn many_bases_are_taken_in_order() {
        let bases: Ids = (1..1_000).collect();
        let order = linearize(1_000, &bases, |base| vec![base, 0]).unwrap();
        assert_eq!(order, [1_000].into_iter().chain(1..1_000).chain([0]).collect::<Ids>());
    }

    #[test]
    fn the_first_of_the_duplicates_is_named() {
        let conflict = linearize(9, &[1, 2, 3, 3, 2], |base| vec![base]).unwrap_err();
        assert_eq!(conflict, MroConflict::Duplicate(2));
        assert_eq!(conflict.into_error(|id| id.to_string()).to_string(), "duplicate base class 2");
    }

    #[test]
    fn no_bases_are_an_order() {
        assert_eq!(linearize(1, &[], |_| [0; 0]), Ok(vec![1]));
    }
}
