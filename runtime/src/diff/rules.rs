//! Which rules ask for more than others.

use std::cmp::Ordering;

use crate::validate::Rule;
use crate::validate::rules::Kind;
use crate::value::{Number, Value};

/// What has become of a rule.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Added,
    Removed,
    Tightened,
    Loosened,
    Changed,
}

impl Verdict {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Added => "rule_added",
            Self::Removed => "rule_removed",
            Self::Tightened => "rule_tightened",
            Self::Loosened => "rule_loosened",
            Self::Changed => "rule_changed",
        }
    }

    pub(super) const fn is_breaking(self) -> bool {
        matches!(self, Self::Added | Self::Tightened | Self::Changed)
    }
}

/// What has become of the rules of a field.
pub(super) fn compare(old: &[Rule], new: &[Rule]) -> Vec<(Verdict, String)> {
    let mut told = vec![];
    compare_within("", old, new, &mut told);
    told
}

/// The same for rules of what lies within: `at` says where.
fn compare_within(at: &str, old: &[Rule], new: &[Rule], told: &mut Vec<(Verdict, String)>) {
    let left = |rules: &'_ [Rule], others: &[Rule]| -> Vec<Rule> {
        rules.iter().filter(|rule| !others.iter().any(|other| other.kind() == rule.kind())).cloned().collect()
    };
    let (gone, mut added) = (left(old, new), left(new, old));
    for old in gone {
        match added.iter().position(|new| new.kind().key() == old.kind().key()).map(|i| added.remove(i)) {
            Some(new) => one(at, &old, &new, told),
            None => told.push((Verdict::Removed, format!("is not asked for `{at}{old}` any more"))),
        }
    }
    for new in added {
        let figure = figure(&new).filter(|(word, figure)| is_shown(new.kind(), word, figure));
        let figure = figure.map_or(String::new(), |(_, figure)| format!(": {figure:?}"));
        let text = format!("is asked for `{at}{new}` now{figure}");
        told.push((Verdict::Added, text));
    }
}

/// A rule that is there on both sides, and is not the same.
fn one(at: &str, old: &Rule, new: &Rule, told: &mut Vec<(Verdict, String)>) {
    if let (Some(within), Some(new_within)) = (old.within(), new.within()) {
        return compare_within(&format!("{at}{new}."), within, new_within, told);
    }
    match (figure(old), figure(new)) {
        (Some((old_word, was)), Some((word, is))) => {
            let verdict = if old_word == word { verdict(word, &was, &is) } else { Verdict::Changed };
            told.push((verdict, format!("`{at}{new}` was {was:?} and is {is:?}")));
        }
        _ => told.push((Verdict::Changed, format!("`{at}{new}` is another"))),
    }
}

/// What a rule says, and by which keyword of JSON Schema.
fn figure(rule: &Rule) -> Option<(&'static str, Value)> {
    match rule.kind() {
        Kind::Items(_) | Kind::Keys(_) | Kind::Values(_) | Kind::Check(_) => None,
        kind => kind.schema(),
    }
}

/// Is it more than the rule itself says? What stands for it in a schema only is not.
fn is_shown(kind: &Kind, keyword: &str, figure: &Value) -> bool {
    let is_plain = !matches!(figure, Value::True | Value::False);
    is_plain && (keyword != "pattern" || kind.key() == "pattern")
}

fn verdict(keyword: &str, old: &Value, new: &Value) -> Verdict {
    let order = || Number::of(new).zip(Number::of(old)).and_then(|(new, old)| new.order(old));
    let begins_with = |words: [&str; 3]| words.iter().any(|word| keyword.starts_with(word));
    let verdict_of = |is_tighter| if is_tighter { Verdict::Tightened } else { Verdict::Loosened };
    if begins_with(["min", "exclusiveMin", "x-min"]) {
        return order().map_or(Verdict::Changed, |order| verdict_of(order == Ordering::Greater));
    }
    if begins_with(["max", "exclusiveMax", "x-max"]) {
        return order().map_or(Verdict::Changed, |order| verdict_of(order == Ordering::Less));
    }
    match (keyword, old.as_list(), new.as_list()) {
        ("enum", Some(old), Some(new)) => {
            let holds_all = |all: &crate::value::List, some: &crate::value::List| {
                some.iter().all(|item| all.iter().any(|other| other == item && other.type_name() == item.type_name()))
            };
            match (holds_all(new, old), holds_all(old, new)) {
                (true, _) => Verdict::Loosened,
                (false, true) => Verdict::Tightened,
                (false, false) => Verdict::Changed,
            }
        }
        _ => Verdict::Changed,
    }
}
