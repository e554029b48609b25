//! What lies under one name of a class.

use std::sync::atomic::{AtomicU32, Ordering};

use super::super::held::{Common, Held};
use super::super::kind::Kind;
use crate::value::Value;

/// What one class of the MRO has under a name.
#[derive(Clone)]
pub(crate) struct Placed {
    pub(crate) held: Held,
    pub(crate) kind: Kind,
    /// Has no class behind it anything under this name?
    is_last: bool,
    /// The place in the MRO of the class that has it.
    pub(crate) owner: u32,
}

impl Placed {
    /// Of a class at this place.
    pub(in crate::class) fn new(held: Held, owner: u32) -> Self {
        let kind = held.kind();
        Self { held, kind, is_last: true, owner }
    }
}

/// All that the classes of an MRO have under one name, in the order of the MRO: the first one counts, the rest is
/// what `super` finds.
#[derive(Clone, Copy)]
pub(crate) struct Group<'a> {
    pub(super) row: &'a Row,
    /// That of the row, as it was when that was found to be the current one: it is read once.
    pub(super) spot: Spot,
    pub(super) others: &'a [Placed],
}

pub(crate) const NO_SLOT: u32 = u32::MAX;

/// The place that instances have for a value of a name, and in one bit whether it is read after data descriptors only.
#[derive(Clone, Copy)]
pub(in crate::class) struct Spot(u32);

impl Spot {
    const HIDDEN: u32 = 1 << 30;
    /// Says of a row that something else lies under the name by now. The other bits are its number.
    const CHANGED: u32 = 1 << 31;

    /// No place.
    pub(in crate::class) const NONE: Self = Self(!Self::CHANGED);

    pub(in crate::class) fn new(place: usize, is_first: bool) -> Self {
        let place = u32::try_from(place).ok().filter(|place| *place < Self::HIDDEN);
        place.map_or(Self::NONE, |place| Self(if is_first { place } else { place | Self::HIDDEN }))
    }
}

impl<'a> Group<'a> {
    /// Where instances keep a value of this name that is read before anything else; [`NO_SLOT`] if they do not.
    #[inline]
    pub(crate) const fn slot(self) -> u32 {
        let Spot(spot) = self.spot;
        if spot < Spot::HIDDEN { spot } else { NO_SLOT }
    }

    /// Where they keep one that is read after data descriptors; [`NO_SLOT`] if it has no place.
    #[inline]
    pub(crate) const fn place(self) -> u32 {
        let Spot(spot) = self.spot;
        if spot == Spot::NONE.0 { NO_SLOT } else { spot & !Spot::HIDDEN }
    }

    /// The first one.
    #[inline]
    pub(crate) const fn top(self) -> Option<&'a Placed> {
        self.row.first.as_ref()
    }

    /// All, in the order of the MRO.
    #[inline]
    pub(crate) fn iter(self) -> impl Iterator<Item = &'a Placed> {
        let mut others = self.others.iter().skip(self.row.from as usize);
        std::iter::successors(self.top(), move |placed| if placed.is_last { None } else { others.next() })
    }

    /// The first one behind a place in the MRO.
    #[inline]
    pub(crate) fn after(self, owner: u32) -> Option<&'a Placed> {
        let mut placed = self.top()?;
        let mut others = self.others.iter().skip(self.row.from as usize);
        while placed.owner <= owner {
            placed = if placed.is_last { None } else { others.next() }?;
        }
        Some(placed)
    }
}

/// A group on its way into a table. Most have no more than one class under a name.
pub(crate) struct Found<P = Box<[Placed]>> {
    pub(in crate::class) spot: Spot,
    pub(crate) placed: P,
}

/// What lies under a name: what the first class has there. What others have lies apart: most names are in one class alone.
pub(crate) struct Row {
    first: Option<Placed>,
    /// A [`Spot`]; once the row is past, the number of what has come in its place.
    spot: AtomicU32,
    /// Where the others begin.
    from: u32,
}

impl Row {
    pub(super) fn new<P: IntoIterator<Item = Placed>>(found: Found<P>, others: &mut Vec<Placed>) -> Self {
        let Found { spot, placed } = found;
        let mut placed = placed.into_iter();
        let (mut first, from) = (placed.next(), others.len());
        let mut last = first.as_mut();
        for next in placed {
            if let Some(last) = last {
                last.is_last = false;
            }
            others.push(next);
            last = others.last_mut();
        }
        Self { first, from: u32::try_from(from).unwrap_or(u32::MAX), ..Self::of_place(spot) }
    }

    /// Of a value of the class itself, which is taken.
    #[inline]
    pub(in crate::class) fn of_value(value: &mut Value) -> Self {
        // It is asked for its kind where it lies: what has an address is not written at once where it is to stay.
        let kind = Held::kind_of(value);
        let first = Placed { held: Held::Fixed(std::mem::take(value)), kind, is_last: true, owner: 0 };
        Self { first: Some(first), ..Self::of_place(Spot::NONE) }
    }

    /// Of a value that all classes of a kind have.
    #[inline]
    pub(crate) fn of_common(common: &'static Common) -> Self {
        let first = Placed { held: Held::Common(&common.value), kind: common.kind, is_last: true, owner: 0 };
        Self { first: Some(first), ..Self::of_place(Spot::NONE) }
    }

    /// Of a place of instances, in whose way no class has anything.
    pub(in crate::class) const fn of_place(spot: Spot) -> Self {
        Self { first: None, spot: AtomicU32::new(spot.0), from: 0 }
    }

    /// With the place that instances have under this name.
    pub(in crate::class) const fn set_place(&mut self, spot: Spot) {
        self.spot = AtomicU32::new(spot.0);
    }

    /// The place of a row that has not changed.
    #[inline]
    pub(super) fn spot(&self) -> Spot {
        Spot(self.spot.load(Ordering::Relaxed))
    }

    /// The place; once something else lies under the name, its number: whoever sees that sees what it is.
    #[inline]
    pub(super) fn spot_now(&self) -> Result<Spot, u32> {
        let spot = self.spot.load(Ordering::Acquire);
        if spot & Spot::CHANGED == 0 { Ok(Spot(spot)) } else { Err(spot & !Spot::CHANGED) }
    }

    /// The place of a value that is read before anything else. If there is none, or something else lies under the name by
    /// now, a bit says so, and there are not so many places.
    #[inline]
    pub(super) fn place_now(&self) -> usize {
        self.spot.load(Ordering::Acquire) as usize
    }

    /// From now on, what has this number lies under the name.
    pub(super) fn change(&self, number: u32) {
        self.spot.store(number | Spot::CHANGED, Ordering::Release);
    }

    /// What the first class of the MRO has.
    pub(super) fn own(&self) -> Option<&Placed> {
        self.first.as_ref().filter(|placed| placed.owner == 0)
    }

    pub(in crate::class) fn kind(&self) -> Option<Kind> {
        self.first.as_ref().map(|placed| placed.kind)
    }

    pub(in crate::class) fn held(&self) -> Option<&Held> {
        self.first.as_ref().map(|placed| &placed.held)
    }

    pub(in crate::class) fn held_mut(&mut self) -> Option<&mut Held> {
        self.first.as_mut().map(|placed| &mut placed.held)
    }

    pub(in crate::class) fn into_held(self) -> Option<Held> {
        self.first.map(|placed| placed.held)
    }
}

/// Of what a class has itself, and comes first in its MRO.
impl<H: Into<Held>> From<H> for Row {
    fn from(held: H) -> Self {
        Self { first: Some(Placed::new(held.into(), 0)), ..Self::of_place(Spot::NONE) }
    }
}
