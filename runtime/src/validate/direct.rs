//! What the `validate` of a compiled class is made of: direct code over the fields, one call a rule.
//!
//! The generated code knows each rule by its type and asks it in place. Only where one is broken the table of fields is
//! looked at, for names, messages and figures: `engine` does the same for data.
//!
//! ```text
//! fn __validate(&self, report: &mut Report) {
//!     Validator::run(Self::__SPEC, report, |v| {
//!         v.field(0);
//!         v.min_length(0, 3, &self.name);
//!         v.field(1);
//!         v.items(&self.tags, |v, item| { v.part(0); v.max_length(0, 20, item); });
//!         v.several(0, &[0, 1], || check(&self.name, &self.tags));
//!     });
//! }
//! ```

use super::arrange::Rank;
use super::each::{EachEntry, EachItem};
use super::items::Counted;
use super::rules::{Constraint, Rule};
use super::secrets::secret_step;
use super::{Issue, Report, View};
use crate::field_type::FieldType;
use crate::path::Segment;
use crate::spec::{ClassSpec, FieldSpec, GroupKind, Text};
use crate::value::Key;

/// Walks through the fields of an instance, or through what lies within one of them.
pub struct Validator<'r> {
    report: &'r mut Report,
    place: Place<'r>,
}

/// Where the rules are that are asked now; only a fault makes us go there.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "serde"), allow(unreachable_pub, reason = "named by what is read from data"))]
pub struct Place<'r> {
    scope: &'r Scope<'r>,
    /// The field of the class, or the rule that has those for what lies within.
    index: usize,
}

/// Whose rules they are.
#[cfg_attr(not(feature = "serde"), allow(unreachable_pub, reason = "named by what is read from data"))]
pub enum Scope<'r> {
    /// Those of the fields of a class.
    Class(&'static ClassSpec),
    /// Those for what lies within.
    Within(Place<'r>),
}

#[cfg(feature = "serde")]
impl<'r> Place<'r> {
    pub(crate) const fn new(scope: &'r Scope<'r>, index: usize) -> Self {
        Self { scope, index }
    }
}

/// What is done about a fault. It takes the place by value, in two registers: the walk, of which nobody holds a pointer,
/// is nothing but registers too.
impl Place<'_> {
    fn field(self) -> Option<&'static FieldSpec> {
        match self.scope {
            Scope::Class(spec) => spec.fields().get(self.index),
            Scope::Within(_) => None,
        }
    }

    pub(crate) fn rules(self) -> &'static [Rule] {
        self.rules_of(self.field())
    }

    /// Those of a field that was looked up, or of what lies within.
    #[inline]
    fn rules_of(self, field: Option<&'static FieldSpec>) -> &'static [Rule] {
        match field {
            Some(field) => field.rules(),
            None => self.rules_within(),
        }
    }

    /// As deep as they are written within each other.
    fn rules_within(self) -> &'static [Rule] {
        match self.scope {
            Scope::Class(_) => &[],
            Scope::Within(outer) => outer.rules().get(self.index).and_then(Rule::within).unwrap_or_default(),
        }
    }

    /// Looks at the value once more, so that no view is kept for this.
    #[cold]
    #[inline(never)]
    fn broken_by<T: FieldType>(self, report: &mut Report, index: usize, value: &T) {
        self.broken(report, index, value.__view());
    }

    #[cold]
    #[inline(never)]
    fn broken(self, report: &mut Report, index: usize, view: View<'_>) {
        let field = self.field();
        if let Some(rule) = self.rules_of(field).get(index) {
            self.add(report, field, rule.issue(view));
        }
    }

    #[cold]
    #[inline(never)]
    fn told(self, report: &mut Report, index: usize, issue: Issue) {
        let field = self.field();
        let issue = match self.rules_of(field).get(index) {
            Some(rule) => rule.own(issue),
            None => issue,
        };
        self.add(report, field, issue);
    }

    #[cold]
    #[inline(never)]
    fn missing(self, report: &mut Report) {
        self.add(report, self.field(), Issue::new("missing"));
    }

    /// The function may say at which field it is, which may be a secret one.
    #[cold]
    #[inline(never)]
    fn told_of_several(self, report: &mut Report, mut issue: Issue) {
        if let Scope::Class(spec) = self.scope
            && let Some(step) = secret_step(spec, issue.path())
        {
            issue.hide_below(step);
        }
        report.push(issue.ranked(Rank::SEVERAL));
    }

    #[cold]
    #[inline(never)]
    fn broken_group(self, report: &mut Report, index: usize, given: &[bool]) {
        if let Scope::Class(spec) = self.scope
            && let Some(group) = spec.groups().get(index)
        {
            report.push(group.issue(spec, given));
        }
    }

    /// Adds a fault of the value that is looked at, of this field.
    #[inline]
    fn add(self, report: &mut Report, field: Option<&FieldSpec>, mut issue: Issue) {
        if let Some(field) = field {
            issue.put_into(Rank::of_field(self.index), field);
        }
        report.push(issue);
    }

    /// All faults since there were `mark` lie within the field.
    #[cold]
    #[inline(never)]
    fn put_into_field(self, report: &mut Report, mark: usize) {
        if let Some(field) = self.field() {
            report.put_into(mark, Rank::of_field(self.index), field);
        }
    }
}

#[cfg(feature = "serde")]
impl<'r> Validator<'r> {
    /// Asks the rules at a place.
    pub(crate) const fn at(report: &'r mut Report, place: Place<'r>) -> Self {
        Self { report, place }
    }
}

impl Validator<'_> {
    /// Walks through an instance of a class.
    #[inline]
    pub fn run(spec: &'static ClassSpec, report: &mut Report, walk: impl FnOnce(&mut Validator<'_>)) {
        let mark = report.len();
        report.nested(|report| walk(&mut Validator { report, place: Place { scope: &Scope::Class(spec), index: 0 } }));
        report.number(mark, spec);
    }

    /// Goes on to a field.
    #[inline]
    pub const fn field(&mut self, index: usize) {
        self.place.index = index;
    }

    /// Goes on to a part of what lies within a field: to what one of its rules says of that.
    #[inline]
    pub const fn part(&mut self, part: usize) {
        self.place.index = part;
    }

    #[inline]
    fn end(&mut self, mark: usize) {
        if self.report.len() != mark {
            self.place.put_into_field(self.report, mark);
        }
    }

    /// A rule for a value.
    #[inline]
    pub fn rule<R: Constraint, T: FieldType>(&mut self, index: usize, rule: &R, value: &T) {
        let mut buffer = [0; 4];
        let view = value.__view().spelled(&mut buffer);
        if !view.is_none() && !rule.holds(view) {
            self.place.broken_by(self.report, index, value);
        }
    }

    /// What a function of the user's says of a value.
    #[inline]
    pub fn check(&mut self, index: usize, issue: Option<Issue>) {
        if let Some(issue) = issue {
            self.place.told(self.report, index, issue);
        }
    }

    /// `required`: a value that is not `None`; else no rule is asked.
    #[inline]
    pub fn required(&mut self, is_missing: bool) -> bool {
        if is_missing {
            self.place.missing(self.report);
        }
        !is_missing
    }

    /// `matches`: the same value as another field, where both have one.
    #[inline]
    pub fn matches<T: Comparand<U> + ?Sized, U: ?Sized>(&mut self, index: usize, value: Option<&T>, other: Option<&U>) {
        if let (Some(value), Some(other)) = (value, other)
            && value != other
        {
            self.place.broken(self.report, index, View::None);
        }
    }

    /// `required_with`: a value that is not `None` if another is not.
    #[inline]
    pub fn required_with(&mut self, index: usize, is_none: bool, is_other_none: bool) {
        if is_none && !is_other_none {
            self.place.broken(self.report, index, View::None);
        }
    }

    /// A rule for the number of items in what else nothing is known of, if that is there.
    #[inline]
    pub fn count<R: Constraint>(&mut self, index: usize, rule: &R, count: Option<usize>) {
        if let Some(count) = count
            && !rule.holds(View::Items(&Counted(count)))
        {
            self.place.broken(self.report, index, View::Items(&Counted(count)));
        }
    }

    /// A rule for a value of a type that may be foreign, which was refused then.
    #[inline]
    pub fn rule_of<R: Constraint, T>(
        &mut self,
        index: usize,
        rule: &R,
        view: Option<for<'a> fn(&'a T) -> View<'a>>,
        value: &T,
    ) {
        let mut buffer = [0; 4];
        let Some(view) = view else { return };
        let view = view(value).spelled(&mut buffer);
        if !view.is_none() && !rule.holds(view) {
            self.place.broken(self.report, index, view);
        }
    }

    /// The instances of classes within a value, if its type has any.
    #[inline]
    pub fn within<T>(&mut self, validate: Option<fn(&T, &mut Report)>, value: &T) {
        if let Some(validate) = validate {
            let mark = self.report.len();
            validate(value, self.report);
            self.end(mark);
        }
    }

    /// The items of a list or the members of a set.
    #[inline]
    pub fn items<C: EachItem>(&mut self, value: &C, mut look: impl FnMut(&mut Validator<'_>, &C::Item)) {
        let mark = self.report.len();
        let scope = Scope::Within(self.place);
        let mut inner = Validator { report: self.report, place: Place { scope: &scope, index: 0 } };
        value.each_item(|i, item| {
            let mark = inner.report.len();
            look(&mut inner, item);
            inner.report.prefix(mark, || i.into());
        });
        self.end(mark);
    }

    /// The entries of a dict.
    #[inline]
    pub fn entries<C: EachEntry>(&mut self, value: &C, mut look: impl FnMut(&mut Validator<'_>, &C::Key, &C::Value)) {
        let mark = self.report.len();
        let scope = Scope::Within(self.place);
        let mut inner = Validator { report: self.report, place: Place { scope: &scope, index: 0 } };
        value.each_entry(|key, value| {
            let mark = inner.report.len();
            look(&mut inner, key, value);
            inner.report.prefix(mark, || key_segment(key));
        });
        self.end(mark);
    }

    /// A rule for a key: a fault is that of the key, not of the value it leads to.
    #[inline]
    pub fn key(&mut self, look: impl FnOnce(&mut Self)) {
        let mark = self.report.len();
        look(self);
        if self.report.len() != mark {
            self.report.blame_keys(mark);
        }
    }

    /// What a function of the user's says of several fields, if all of them are clean.
    #[inline]
    pub fn several(&mut self, start: usize, fields: &[usize], check: impl FnOnce() -> Option<Issue>) {
        if (self.report.len() == start || self.are_clean(start, fields))
            && let Some(issue) = check()
        {
            self.place.told_of_several(self.report, issue);
        }
    }

    /// A group of fields, if all of them are clean: which of them are given.
    #[inline]
    pub fn group<const N: usize>(
        &mut self,
        start: usize,
        index: usize,
        kind: GroupKind,
        fields: &[usize; N],
        given: [bool; N],
    ) {
        if !kind.holds(&given) && (self.report.len() == start || self.are_clean(start, fields)) {
            self.place.broken_group(self.report, index, &given);
        }
    }

    /// How many faults there are: to be asked before the first field.
    #[inline]
    pub const fn start(&self) -> usize {
        self.report.len()
    }

    #[cold]
    fn are_clean(&self, start: usize, fields: &[usize]) -> bool {
        let Scope::Class(spec) = self.place.scope else { return false };
        let fields = fields.iter().filter_map(|index| spec.fields().get(*index));
        fields.into_iter().all(|field| self.report.is_clean(start, field.key_text()))
    }
}

/// A key as a step of a path: a list as the tuple that it becomes, since a list is no key.
#[cold]
pub(crate) fn key_segment<K: FieldType>(key: &K) -> Segment {
    let text = match key.__view() {
        View::Str(text) => text.to_owned(),
        _ => match key.to_value().and_then(Key::of_rust) {
            Ok(key) => key.value().to_string(),
            Err(_) => crate::repr::repr(key).to_string(),
        },
    };
    Segment::Key(Text::from(text))
}

/// A type whose values can be equal to those of another field.
#[diagnostic::on_unimplemented(
    message = "`matches` compares `{Self}` with `{U}`, which have no `PartialEq`",
    label = "cannot be compared"
)]
pub trait Comparand<U: ?Sized>: PartialEq<U> {}

impl<T: PartialEq<U> + ?Sized, U: ?Sized> Comparand<U> for T {}
