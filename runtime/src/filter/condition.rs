//! One comparison of a field with a value.

use super::Filter;
use crate::error::Error;
use crate::field::is_identifier;
use crate::repr::repr;
use crate::spec::Text;
use crate::value::{Comparison, Value, not_iterable};

/// A field, what it is asked, and what it is compared with.
#[derive(Clone, PartialEq)]
pub(super) struct Condition {
    field: Text,
    relation: Relation,
    operand: Value,
}

/// How a field and an operand can be related.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    Compare(Comparison),
    In,
    NotIn,
    Contains,
}

impl Relation {
    const MEMBERSHIP: [Self; 3] = [Self::In, Self::NotIn, Self::Contains];

    /// All operators that there are.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        Comparison::ALL.iter().copied().map(Self::Compare).chain(Self::MEMBERSHIP)
    }

    pub(super) const fn symbol(self) -> &'static str {
        match self {
            Self::Compare(comparison) => comparison.symbol(),
            Self::In => "in",
            Self::NotIn => "not in",
            Self::Contains => "contains",
        }
    }
}

impl Condition {
    /// The condition, and how many values its operand has.
    pub(super) fn new(field: &str, operator: &str, operand: Value) -> Result<(Self, usize), Error> {
        // What begins so is Python's own, and leads to the inside of objects.
        if !is_identifier(field) || field.starts_with("__") {
            return Err(Error::value_error(format!("Invalid field name: {}", repr(field))));
        }
        let Some(relation) = Relation::all().find(|relation| relation.symbol() == operator) else {
            return Err(Error::value_error(format!("Invalid operator: {}", repr(operator))));
        };
        let condition = Self { field: Text::from(field.to_owned()), relation, operand };
        let values = condition.check().map_err(|error| condition.place(error))?;
        Ok((condition, values))
    }

    /// How many values the operand has, if it is data and goes with the operator.
    fn check(&self) -> Result<usize, Error> {
        let mut left = TOO_MANY;
        count(&self.operand, Filter::MAX_DEPTH, &mut left)?;
        let has_items =
            matches!(self.operand, Value::Str(_) | Value::Bytes(_) | Value::List(_) | Value::Tuple(_) | Value::Set(_));
        match self.relation {
            Relation::In | Relation::NotIn if !has_items => Err(not_iterable(self.operand.type_name())),
            _ => Ok(TOO_MANY - left),
        }
    }

    pub(super) fn field(&self) -> &str {
        &self.field
    }

    pub(super) const fn relation(&self) -> Relation {
        self.relation
    }

    pub(super) const fn operand(&self) -> &Value {
        &self.operand
    }

    /// Does it hold for what the field has?
    pub(super) fn holds(&self, value: &Value) -> Result<bool, Error> {
        let holds = match self.relation {
            Relation::Compare(comparison) => comparison.holds(value, &self.operand),
            Relation::In => self.operand.contains(value),
            Relation::NotIn => self.operand.contains(value).map(|holds| !holds),
            Relation::Contains => value.contains(&self.operand),
        };
        holds.map_err(|error| self.place(error))
    }

    /// The error seen from outside of the field.
    #[cold]
    pub(super) fn place(&self, error: Error) -> Error {
        error.at(self.field.clone())
    }
}

/// So many values are counted: it is enough to know that there is one too many.
const TOO_MANY: usize = Filter::MAX_VALUES + 1;

/// Counts the values of an operand down, and refuses what is no data: it would have a say in what is equal to it.
fn count(operand: &Value, depth: usize, left: &mut usize) -> Result<(), Error> {
    let Some(rest) = left.checked_sub(1) else { return Ok(()) };
    *left = rest;
    let inner = |items: &mut dyn Iterator<Item = &Value>, left: &mut usize| {
        let depth = depth.checked_sub(1).ok_or_else(super::too_deep)?;
        items.enumerate().take(*left).try_for_each(|(i, item)| count(item, depth, left).map_err(|error| error.at(i)))
    };
    match operand {
        Value::None
        | Value::False
        | Value::True
        | Value::Int(_)
        | Value::Wide(_)
        | Value::Float(_)
        | Value::Str(_)
        | Value::Bytes(_) => Ok(()),
        Value::List(items) => inner(&mut items.iter(), left),
        Value::Tuple(items) => inner(&mut items.iter(), left),
        Value::Set(items) => inner(&mut items.iter(), left),
        other => {
            Err(Error::expected(&"a number, text, bytes, None, or a list, tuple or set of these", other.type_name()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_operators_are_these() {
        let symbols: Vec<&str> = Relation::all().map(Relation::symbol).collect();
        assert_eq!(symbols, ["==", "!=", "<", "<=", ">", ">=", "in", "not in", "contains"]);
    }

    #[test]
    fn values_are_counted_one_by_one() {
        let counted = |operand: Value| Condition::new("x", "==", operand).map(|(_, values)| values).unwrap();
        assert_eq!((counted(1.into()), counted("abc".into()), counted(vec![1, 2].into())), (1, 1, 3));
        assert_eq!(counted(vec![vec![1, 2], vec![]].into()), 5);
        assert_eq!(counted(vec![0; Filter::MAX_VALUES - 1].into()), Filter::MAX_VALUES);
        assert_eq!(counted(vec![0; Filter::MAX_VALUES * 9].into()), Filter::MAX_VALUES + 1);
    }
}
