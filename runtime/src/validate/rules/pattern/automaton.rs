//! A pattern as a table of states: a step for each byte, and no memory but the state.
//!
//! Source: the determinization of the crate `regex-automata`; the table is made from it, with what is needed to tell
//! whether there is a match, and no more.

use std::collections::HashMap;

use regex_automata::dfa::{Automaton as _, StartKind, dense};
use regex_automata::nfa::thompson;
use regex_automata::util::primitives::StateID;
use regex_automata::{Input, MatchKind};

use super::by_byte::ByByte;

/// The largest automaton, in bytes; what it is made from and its making are bounded alike.
const MAX_BYTES: usize = 64 * 1024;

/// Nothing is found any more.
const DEAD: u16 = 0;
/// The pattern was found.
const FOUND: u16 = 1;
/// The state stays as it is. Where it does so byte after byte, a processor that guesses as much need not wait for one
/// step to take the next.
const SAME: u16 = 2;
/// From here on they are places of rows.
const FIRST_ROW: usize = 3;

/// A pattern as a table of states.
#[derive(Debug)]
pub(super) struct Automaton {
    /// The column of each byte.
    columns: ByByte<u8>,
    /// The column for the end of the text.
    end: usize,
    start: u16,
    /// For each state a row; a state is the place of its row.
    next: Box<[u16]>,
}

impl Automaton {
    /// None if it would be too large, or cannot be made: Unicode's word boundaries look around.
    #[cold]
    pub(super) fn build(pattern: &str) -> Option<Self> {
        let config = dense::Config::new()
            .match_kind(MatchKind::All)
            .start_kind(StartKind::Unanchored)
            .dfa_size_limit(Some(MAX_BYTES))
            .determinize_size_limit(Some(2 * MAX_BYTES));
        let program = thompson::Config::new().nfa_size_limit(Some(2 * MAX_BYTES));
        let dfa = dense::Builder::new().configure(config).thompson(program).build(pattern).ok()?;
        Table::of(&dfa)
    }

    /// Is the pattern found in the text?
    #[inline]
    pub(super) fn is_match(&self, text: &str) -> bool {
        let mut state = self.start;
        for byte in text.bytes() {
            let column = self.columns.get(byte);
            match self.next.get(usize::from(state) + usize::from(column)).copied().unwrap_or(DEAD) {
                SAME => {}
                DEAD => return false,
                FOUND => return true,
                next => state = next,
            }
        }
        self.next.get(usize::from(state) + self.end).is_some_and(|state| *state == FOUND)
    }
}

/// The table while it is made.
struct Table<'d> {
    dfa: &'d dense::DFA<Vec<u32>>,
    width: usize,
    /// The states in the order of their rows.
    states: Vec<StateID>,
    rows: HashMap<StateID, u16>,
}

impl Table<'_> {
    fn of(dfa: &dense::DFA<Vec<u32>>) -> Option<Automaton> {
        let mut columns = ByByte::new();
        for byte in 0..=u8::MAX {
            columns.set(byte, dfa.byte_classes().get(byte));
        }
        let end = usize::from((0..=u8::MAX).map(|byte| columns.get(byte)).max()?) + 1;
        let mut table = Table { dfa, width: end + 1, states: vec![], rows: HashMap::new() };
        let start = table.row(dfa.start_state_forward(&Input::new("")).ok()?)?;
        // What is no row has a place that nobody looks at.
        let mut next = vec![DEAD; table.width.max(FIRST_ROW)];
        let mut done = 0;
        while let Some(state) = table.states.get(done).copied() {
            done += 1;
            for column in 0..end {
                let byte = (0..=u8::MAX).find(|byte| usize::from(columns.get(*byte)) == column)?;
                let after = dfa.next_state(state, byte);
                next.push(if after == state { SAME } else { table.row(after)? });
            }
            next.push(table.row(dfa.next_eoi_state(state))?);
        }
        Some(Automaton { columns, end, start, next: next.into() })
    }

    /// The place of the row of a state, which has one from now on.
    fn row(&mut self, state: StateID) -> Option<u16> {
        if self.dfa.is_match_state(state) {
            return Some(FOUND);
        }
        if self.dfa.is_dead_state(state) {
            return Some(DEAD);
        }
        if self.dfa.is_quit_state(state) {
            return None;
        }
        if let Some(row) = self.rows.get(&state) {
            return Some(*row);
        }
        let row = u16::try_from(self.width.max(FIRST_ROW) + self.states.len() * self.width).ok()?;
        self.states.push(state);
        self.rows.insert(state, row);
        Some(row)
    }
}
