//! C3: the order in which the classes above a class are asked, as Python has it.

use std::collections::HashMap;

/// Why there is no order.
#[derive(Debug, PartialEq)]
pub(crate) enum Conflict {
    /// This base is named twice.
    Duplicate(usize),
    /// None of these can come first.
    Inconsistent(Vec<String>),
}

/// The orders of classes that are known already: those of the bases.
pub(crate) type Orders = HashMap<String, Vec<String>>;

/// The order of a class: itself, then all above it. A base whose order is not known has nothing above it.
pub(crate) fn linearise(class: &str, bases: &[String], orders: &Orders) -> Result<Vec<String>, Conflict> {
    if let Some(again) = (1..bases.len()).find(|i| bases[..*i].contains(&bases[*i])) {
        return Err(Conflict::Duplicate(again));
    }
    let of_base = |base: &String| orders.get(base).cloned().unwrap_or_else(|| vec![base.clone()]);
    let mut lists: Vec<Vec<String>> = bases.iter().map(of_base).chain([bases.to_vec()]).collect();
    let mut order = vec![class.to_owned()];
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Ok(order);
        }
        let heads = || lists.iter().filter_map(|list| list.first());
        let in_tail = |head: &String| lists.iter().any(|list| list.iter().skip(1).any(|other| other == head));
        let Some(next) = heads().find(|head| !in_tail(head)).cloned() else {
            let mut stuck: Vec<String> = vec![];
            for head in heads() {
                if !stuck.contains(head) {
                    stuck.push(head.clone());
                }
            }
            return Err(Conflict::Inconsistent(stuck));
        };
        for list in &mut lists {
            if list.first() == Some(&next) {
                list.remove(0);
            }
        }
        order.push(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Classes one after the other, each with its bases: `"A; B A; C A; D B C"`; the order of the last.
    fn order(classes: &str) -> Result<String, Conflict> {
        let mut orders = Orders::new();
        let mut last = String::new();
        for class in classes.split("; ") {
            let mut names = class.split(' ').map(str::to_owned);
            let name = names.next().unwrap();
            let bases: Vec<String> = names.collect();
            let order = linearise(&name, &bases, &orders)?;
            last = order.join(" ");
            orders.insert(name, order);
        }
        Ok(last)
    }

    #[test]
    fn orders_are_those_of_python() {
        assert_eq!(order("A").unwrap(), "A");
        assert_eq!(order("A; B A; C A; D B C").unwrap(), "D B C A");
        assert_eq!(order("A; B A; C B A").unwrap(), "C B A");
        assert_eq!(order("Q; X; D1 Q X; D2 Q; C D1 D2").unwrap(), "C D1 D2 Q X");
        let book = "O; F O; E O; D O; C D F; B D E; A B C";
        assert_eq!(order(book).unwrap(), "A B C D E F O");
    }

    #[test]
    fn what_has_no_order_is_told() {
        let stuck = |names: &[&str]| Conflict::Inconsistent(names.iter().map(|name| (*name).to_owned()).collect());
        assert_eq!(order("A; B A; C A B"), Err(stuck(&["A", "B"])));
        assert_eq!(order("X; Y; A X Y; B Y X; C A B"), Err(stuck(&["X", "Y"])));
        assert_eq!(order("A; B A A"), Err(Conflict::Duplicate(1)));
    }
}
