//! What an enumeration is checked for when it is there: Python's `unique` and `verify`.

use super::members::Members;
use crate::class::Class;
use crate::error::Error;
use crate::repr::repr;
use crate::value::Value;

/// So many missing values are told.
const SHOWN: usize = 64;

/// What [`Class::verify`] asks of an enumeration: Python's `EnumCheck`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EnumCheck {
    /// Each value has one name.
    Unique,
    /// Each bit of a flag that has a name is a flag with a name of its own.
    NamedFlags,
    /// No integer between the lowest and the highest value is missing; of flags, no bit.
    Continuous,
}

impl Class {
    /// The class, if no two names of its members mean the same one: Python's decorator `unique`.
    ///
    /// ```
    /// use metaclass::enumeration;
    ///
    /// let color = enumeration("Color", [("RED", 1), ("CRIMSON", 1)]).build()?;
    /// let error = color.unique().unwrap_err();
    /// assert_eq!(error.to_string(), "duplicate values found in <enum 'Color'>: CRIMSON -> RED");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `ValueError` that names the aliases.
    pub fn unique(self) -> Result<Self, Error> {
        no_aliases(&self, "duplicate values").map(|()| self)
    }

    /// The class, if its members are as they should be: Python's decorator `verify`.
    ///
    /// ```
    /// use metaclass::{EnumCheck, enumeration};
    ///
    /// let level = enumeration("Level", [("LOW", 1), ("HIGH", 4)]).build()?;
    /// let error = level.verify([EnumCheck::Unique, EnumCheck::Continuous]).unwrap_err();
    /// assert_eq!(error.to_string(), "invalid enum 'Level': missing values 2, 3");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `ValueError` that names what is wrong.
    pub fn verify(self, checks: impl IntoIterator<Item = EnumCheck>) -> Result<Self, Error> {
        for check in checks {
            match check {
                EnumCheck::Unique => no_aliases(&self, "aliases")?,
                EnumCheck::NamedFlags => no_bits_without_name(&self)?,
                EnumCheck::Continuous => no_gaps(&self)?,
            }
        }
        Ok(self)
    }
}

fn no_aliases(class: &Class, what: &str) -> Result<(), Error> {
    let mut aliases = vec![];
    for (name, member) in Members::of(class).map_or_else(Vec::new, |members| members.all(class)) {
        let own = member.get_attr("_name_")?.to_string();
        if own != name {
            aliases.push(format!("{name} -> {own}"));
        }
    }
    match aliases.is_empty() {
        true => Ok(()),
        false => {
            let (class, aliases) = (Value::from(class).repr().to_string(), aliases.join(", "));
            Err(Error::value_error(format!("{what} found in {class}: {aliases}")))
        }
    }
}

fn no_bits_without_name(class: &Class) -> Result<(), Error> {
    let Some(members) = Members::of(class) else { return Ok(()) };
    let bits = |member: &Value| Ok::<_, Error>(member.get_attr("_value_")?.as_int().unwrap_or_default());
    let flags = members.list(class);
    let known = flags.iter().map(bits).collect::<Result<Vec<i128>, _>>()?;
    let (mut names, mut missing) = (vec![], 0);
    for (name, member) in members.all(class) {
        // Negative numbers are all bits but some.
        let combined = bits(&member)?.max(0);
        let unnamed = known.iter().filter(|bit| **bit > 0).fold(combined, |rest, bit| rest & !bit);
        if unnamed != 0 && !flags.contains(&member) {
            names.push(name);
            missing |= unnamed;
        }
    }
    let aliases = match names.as_slice() {
        [] => return Ok(()),
        [name] => format!("alias {name} is missing"),
        [names @ .., last] => format!("aliases {} and {last} are missing", names.join(", ")),
    };
    let values = if missing.count_ones() == 1 { "value" } else { "combined values of" };
    let class = repr(class.name()).to_string();
    let details = "[use enum.show_flag_values(value) for details]";
    Err(Error::value_error(format!("invalid Flag {class}: {aliases} {values} {missing:#x} {details}")))
}

fn no_gaps(class: &Class) -> Result<(), Error> {
    let Some(members) = Members::of(class) else { return Ok(()) };
    let values: Vec<i128> = members.values().iter().filter_map(|(_, value)| value.as_int()).collect();
    let (Some(low), Some(high)) = (values.iter().min(), values.iter().max()) else { return Ok(()) };
    let is_missing = |value: &i128| !values.contains(value);
    let (kind, missing): (_, Vec<i128>) = match members.flags {
        None => ("enum", (low.saturating_add(1)..*high).filter(is_missing).take(SHOWN).collect()),
        Some(_) => {
            let bits = (0..127).map(|bit| 1_i128 << bit).filter(|bit| low < bit && bit < high);
            ("flag", bits.filter(is_missing).collect())
        }
    };
    match missing.is_empty() {
        true => Ok(()),
        false => {
            let missing: Vec<String> = missing.iter().map(ToString::to_string).collect();
            let (name, missing) = (repr(class.name()).to_string(), missing.join(", "));
            Err(Error::value_error(format!("invalid {kind} {name}: missing values {missing}")))
        }
    }
}
