//! "Did you mean": the name that a misspelt one was probably meant to be.

/// Longer names are not compared, and never suggested.
const MAX_LENGTH: usize = 40;
/// What it costs to insert, delete or replace a character.
const MOVE: usize = 2;
/// What it costs to change the case of a letter.
const CASE: usize = 1;

/// The candidate closest to `name`, unless all are too far off.
///
/// The rule of CPython's `Python/suggestions.c`: at most a third of the characters involved may have to change, a
/// change of case counts half, and of equally close candidates the first is taken.
///
/// ```
/// assert_eq!(metaclass::signature::closest("nam", ["age", "name"]), Some("name"));
/// assert_eq!(metaclass::signature::closest("q", ["age", "name"]), None);
/// ```
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best = None;
    let mut best_distance = usize::MAX;
    for candidate in candidates {
        if candidate == name {
            continue;
        }
        let limit = (name.len() + candidate.len() + 3) * MOVE / 6;
        let limit = limit.min(best_distance - 1);
        if let Some(distance) = distance(name.as_bytes(), candidate.as_bytes(), limit) {
            best = Some(candidate);
            best_distance = distance;
        }
        if best_distance == 0 {
            break;
        }
    }
    best
}

/// The Levenshtein distance with the costs above, if it is not above `limit`.
fn distance(a: &[u8], b: &[u8], limit: usize) -> Option<usize> {
    let (a, b) = trim_common(a, b);
    if a.len() > MAX_LENGTH || b.len() > MAX_LENGTH || a.len().abs_diff(b.len()) * MOVE > limit {
        return None;
    }
    let mut row: Vec<usize> = (1..=b.len()).map(|i| i * MOVE).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i * MOVE;
        let mut left = (i + 1) * MOVE;
        for (cell, y) in row.iter_mut().zip(b) {
            let replaced = diagonal + replace_cost(*x, *y);
            diagonal = *cell;
            left = replaced.min(diagonal + MOVE).min(left + MOVE);
            *cell = left;
        }
    }
    let distance = row.last().copied().unwrap_or(a.len() * MOVE);
    (distance <= limit).then_some(distance)
}

fn trim_common<'a, 'b>(a: &'a [u8], b: &'b [u8]) -> (&'a [u8], &'b [u8]) {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(head..).unwrap_or_default(), b.get(head..).unwrap_or_default());
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    (a.get(..a.len() - tail).unwrap_or_default(), b.get(..b.len() - tail).unwrap_or_default())
}

const fn replace_cost(x: u8, y: u8) -> usize {
    if x == y {
        0
    } else if x.eq_ignore_ascii_case(&y) {
        CASE
    } else {
        MOVE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_name_wins_and_the_first_of_equals() {
        assert_eq!(closest("mm", ["m", "x"]), Some("m"));
        assert_eq!(closest("Name", ["nome", "name"]), Some("name"));
        assert_eq!(closest("naxe", ["name", "nave"]), Some("name"));
        assert_eq!(closest("lenght", ["width", "length"]), Some("length"));
    }

    #[test]
    fn what_is_far_off_or_the_same_is_not_suggested() {
        assert_eq!(closest("z", ["x", "y"]), None);
        assert_eq!(closest("x", ["x"]), None);
        assert_eq!(closest("x", []), None);
        let long = "a".repeat(MAX_LENGTH * 2);
        assert_eq!(closest(&long, [long.to_uppercase().as_str()]), None);
    }
}
