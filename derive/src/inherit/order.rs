//! Which fields a class has, and in what order, as CPython's dataclasses have it: from the last class of the order to
//! the first, each with all of its fields; a field that is there already keeps its place and becomes the later one. An
//! argument that is no field stands among them as one.

/// A class above, as far as that matters here.
pub(crate) struct Above<'a> {
    /// The names of all its fields and other arguments, inherited ones too, in order.
    pub(crate) names: Vec<&'a str>,
    /// Which of the bases it is, if it is one.
    pub(crate) base: Option<usize>,
}

/// The names that are written in the class itself.
pub(crate) struct Own {
    pub(crate) fields: Vec<String>,
    pub(crate) init_vars: Vec<String>,
}

/// Where a field or another argument comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// The field of the class itself at this place.
    Own(usize),
    /// The other argument of the class itself at this place.
    OwnInitVar(usize),
    /// The field or argument of this base at this place.
    Base(usize, usize),
}

/// Where what a class has comes from.
pub(crate) struct Places {
    /// The fields and other arguments.
    pub(crate) members: Vec<From>,
    /// The base through which the `post_init` of the next class above is reached.
    pub(crate) post_init: Option<usize>,
}

/// The fields and other arguments of a class: `above` are the classes above it in their order.
pub(crate) fn members(above: &[Above<'_>], own: &Own) -> Vec<From> {
    let mut names: Vec<&str> = vec![];
    for class in above.iter().rev() {
        for name in &class.names {
            if !names.contains(name) {
                names.push(name);
            }
        }
    }
    for name in &own.fields {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    // One of the name of a field of the class is told of later, and so is a second one of its name.
    let is_other = |name: &str| !own.fields.iter().any(|field| field == name);
    let overrides: Vec<Option<usize>> =
        names.iter().map(|name| own.init_vars.iter().position(|own| own == name).filter(|_| is_other(name))).collect();
    let rest = (0..own.init_vars.len()).filter(|var| !overrides.contains(&Some(*var))).map(From::OwnInitVar);
    // All that a class has which is no base, one of the bases has too, and that comes before it in the order.
    let in_base = |name: &str| {
        above.iter().find_map(|class| {
            let position = class.names.iter().position(|other| *other == name)?;
            Some(From::Base(class.base?, position))
        })
    };
    let of = |(name, var): (&str, Option<usize>)| match own.fields.iter().position(|own| own == name) {
        Some(own) => Some(From::Own(own)),
        None => var.map(From::OwnInitVar).or_else(|| in_base(name)),
    };
    names.into_iter().zip(overrides.iter().copied()).filter_map(of).chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn above(base: Option<usize>, names: &str) -> Above<'_> {
        Above { names: names.split(' ').collect(), base }
    }

    fn own(fields: &[&str], init_vars: &[&str]) -> Own {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Own { fields: owned(fields), init_vars: owned(init_vars) }
    }

    #[test]
    fn what_is_overridden_keeps_its_place() {
        let members = members(&[above(Some(0), "x y")], &own(&["z", "x"], &[]));
        assert_eq!(members, [From::Own(1), From::Base(0, 1), From::Own(0)]);
    }

    #[test]
    fn other_arguments_stand_behind_the_fields_unless_they_override() {
        let members = members(&[above(Some(0), "x y")], &own(&["z", "x"], &["y", "w", "z", "w"]));
        let vars = [1, 2, 3].map(From::OwnInitVar);
        assert_eq!(members[..3], [From::Own(1), From::OwnInitVar(0), From::Own(0)]);
        assert_eq!(members[3..], vars);
    }

    #[test]
    fn the_last_class_of_the_order_comes_first() {
        // D1(Q, X), D2(Q), C(D1, D2): the order is D1, D2, Q, X.
        let all = [above(Some(0), "x q d1"), above(Some(1), "q d2"), above(None, "q"), above(None, "x")];
        let expected = [From::Base(0, 0), From::Base(0, 1), From::Base(1, 1), From::Base(0, 2)];
        assert_eq!(members(&all, &own(&[], &[])), expected);
    }
}
