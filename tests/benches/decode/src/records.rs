//! The data: records as lines of JSON.

use std::path::Path;
use std::{fs, io};

use crate::draft::{BY_RULES, BY_TYPES, Draft, break_eight};
use crate::random::Random;

/// One line in so many is invalid.
const INVALID_EVERY: usize = 20;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Many records, all valid.
    Valid,
    /// The same records; one rule is broken in each twentieth.
    Invalid,
    /// One valid record, many times.
    One,
    /// The same record, with eight faults.
    EightFaults,
}

impl Kind {
    pub(crate) const ALL: [Self; 4] = [Self::Valid, Self::Invalid, Self::One, Self::EightFaults];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Invalid => "5 % invalid",
            Self::One => "one record",
            Self::EightFaults => "eight faults",
        }
    }
}

/// What a contender sees of what is wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sees {
    /// It only reads JSON.
    Nothing,
    /// Keys that are missing and values of another type.
    Types,
    /// All rules, up to the first that is broken.
    FirstFault,
    /// All rules.
    AllFaults,
}

pub(crate) struct Records {
    pub(crate) kind: Kind,
    /// One text with all lines, as a file would have it.
    text: String,
    /// Where the lines end.
    ends: Vec<usize>,
    /// How many of the lines are invalid by their types.
    by_types: usize,
    /// How many are invalid by their rules only.
    by_rules: usize,
}

impl Records {
    /// So many; those of a shorter list are the first of a longer one.
    pub(crate) fn new(kind: Kind, count: usize) -> Self {
        let mut records = Self { kind, text: String::new(), ends: vec![], by_types: 0, by_rules: 0 };
        match kind {
            Kind::Valid | Kind::Invalid => records.push_many(count),
            Kind::One | Kind::EightFaults => records.push_one(count),
        }
        records
    }

    fn push_many(&mut self, count: usize) {
        let (mut random, mut others) = (Random::new(1), Random::new(2));
        let mut breaks = BY_RULES.iter().chain(&BY_TYPES).enumerate().cycle();
        let mut invalid = 0;
        for i in 0..count {
            if i % INVALID_EVERY == 0 {
                invalid = i + others.index(INVALID_EVERY);
            }
            let mut draft = Draft::new(&mut random);
            if self.kind == Kind::Invalid && i == invalid {
                let (number, break_one) = breaks.next().expect("a cycle");
                break_one(&mut draft);
                *(if number < BY_RULES.len() { &mut self.by_rules } else { &mut self.by_types }) += 1;
            }
            self.push(&draft.line());
        }
    }

    fn push_one(&mut self, count: usize) {
        let mut draft = Draft::new(&mut Random::new(3));
        if self.kind == Kind::EightFaults {
            break_eight(&mut draft);
            self.by_rules = count;
        }
        let line = draft.line();
        (0..count).for_each(|_| self.push(&line));
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(line);
        self.ends.push(self.text.len());
        self.text.push('\n');
    }

    pub(crate) const fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        let starts = [0].into_iter().chain(self.ends.iter().map(|end| end + 1));
        starts.zip(&self.ends).map(|(start, end)| &self.text[start..*end])
    }

    /// All lines, as a file would have them.
    pub(crate) fn text(&self) -> &str {
        &self.text[..self.ends.last().map_or(0, |end| end + 1)]
    }

    /// The first lines only.
    pub(crate) fn truncate(&mut self, count: usize) {
        self.ends.truncate(count);
    }

    /// How many lines are bad for one who sees this much.
    pub(crate) const fn bad(&self, sees: Sees) -> usize {
        match sees {
            Sees::Nothing => 0,
            Sees::Types => self.by_types,
            Sees::FirstFault | Sees::AllFaults => self.by_types + self.by_rules,
        }
    }

    /// Writes them for other programs, to a file of this name.
    pub(crate) fn write_to(&self, file: &Path) -> io::Result<()> {
        fs::write(file, &self.text)
    }
}
