//! The steps of a path.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::mem;
use std::ops::{Deref, DerefMut};

use super::Segment;

/// A list of steps. Most paths have one or two: those are written where they are to be, with no room to be made first.
#[derive(Clone)]
pub(super) enum Steps {
    /// So many of them.
    Few(usize, [Segment; FEW]),
    Many(Vec<Segment>),
}

const FEW: usize = 2;
/// Stands where there is no step.
const UNUSED: Segment = Segment::Index(0);

impl Steps {
    pub(super) const NONE: Self = Self::Few(0, [UNUSED; FEW]);

    pub(super) fn push(&mut self, last: Segment) {
        if let Self::Few(count, steps) = self
            && let Some(place) = steps.get_mut(*count)
        {
            *place = last;
            *count += 1;
        } else {
            self.make_room().push(last);
        }
    }

    /// The step is made when it is known where it is to be.
    #[inline]
    pub(super) fn push_front(&mut self, first: impl FnOnce() -> Segment) {
        match self {
            Self::Few(count @ 0, [place, _]) => {
                // No step has to be dropped.
                mem::forget(mem::replace(place, first()));
                *count = 1;
            }
            Self::Few(count @ 1, [place, second]) => {
                mem::forget(mem::replace(second, mem::replace(place, first())));
                *count = 2;
            }
            _ => self.make_room().insert(0, first()),
        }
    }

    #[cold]
    fn make_room(&mut self) -> &mut Vec<Segment> {
        loop {
            match self {
                Self::Many(steps) => return steps,
                Self::Few(..) => *self = Self::Many(self.to_vec()),
            }
        }
    }
}

impl Default for Steps {
    fn default() -> Self {
        Self::NONE
    }
}

impl FromIterator<Segment> for Steps {
    fn from_iter<I: IntoIterator<Item = Segment>>(steps: I) -> Self {
        let mut all = Self::NONE;
        steps.into_iter().for_each(|step| all.push(step));
        all
    }
}

impl Deref for Steps {
    type Target = [Segment];

    #[inline]
    fn deref(&self) -> &[Segment] {
        match self {
            Self::Few(count, steps) => steps.get(..*count).unwrap_or_default(),
            Self::Many(steps) => steps,
        }
    }
}

impl DerefMut for Steps {
    fn deref_mut(&mut self) -> &mut [Segment] {
        match self {
            Self::Few(count, steps) => steps.get_mut(..*count).unwrap_or_default(),
            Self::Many(steps) => steps,
        }
    }
}

impl PartialEq for Steps {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Steps {}

impl PartialOrd for Steps {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Steps {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl Hash for Steps {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Debug for Steps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_in_order_however_many_there_are() {
        for count in 0..6 {
            for front in 0..=count {
                let mut steps: Steps = (front..count).map(Segment::Index).collect();
                (0..front).rev().for_each(|step| steps.push_front(|| Segment::Index(step)));
                let expected: Vec<Segment> = (0..count).map(Segment::Index).collect();
                assert_eq!(*steps, *expected);
                assert_eq!(format!("{steps:?}"), format!("{expected:?}"));
                // The same, whether there is a list of them or not.
                let mut listed = Steps::Many(expected);
                assert_eq!((&steps, steps.cmp(&listed)), (&listed, Ordering::Equal));
                if let (Some(last), Some(other)) = (steps.last_mut(), listed.last_mut()) {
                    (*last, *other) = (Segment::Index(9), Segment::Index(8));
                    assert!(steps > listed);
                }
            }
        }
    }
}
