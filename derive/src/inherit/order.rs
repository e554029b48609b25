//! Which fields a class has, and in what order, as CPython's dataclasses have it: from the last class of the order to
//! the first, each with all of its fields; a field that is there already keeps its place and becomes the later one.

/// A class above, as far as that matters here.
pub(crate) struct Above<'a> {
    /// The names of all its fields, inherited ones too, in order.
    pub(crate) names: Vec<&'a str>,
    /// Which of the bases it is, if it is one.
    pub(crate) base: Option<usize>,
}

/// Where a field comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// The field of the class itself at this place.
    Own(usize),
    /// The field of this base at this place.
    Base(usize, usize),
}

/// The fields of a class: `above` are the classes above it in their order, `own` the names of its own fields.
pub(crate) fn fields(above: &[Above<'_>], own: &[String]) -> Vec<From> {
    let mut names: Vec<&str> = vec![];
    for class in above.iter().rev() {
        for name in &class.names {
            if !names.contains(name) {
                names.push(name);
            }
        }
    }
    for name in own {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    // All that a class has which is no base, one of the bases has too, and that comes before it in the order.
    let in_base = |name: &str| {
        above.iter().find_map(|class| {
            let position = class.names.iter().position(|other| *other == name)?;
            Some(From::Base(class.base?, position))
        })
    };
    let of = |name: &str| match own.iter().position(|own| own == name) {
        Some(own) => Some(From::Own(own)),
        None => in_base(name),
    };
    names.into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn above(base: Option<usize>, names: &str) -> Above<'_> {
        Above { names: names.split(' ').collect(), base }
    }

    #[test]
    fn what_is_overridden_keeps_its_place() {
        let own = ["z", "x"].map(str::to_owned);
        assert_eq!(fields(&[above(Some(0), "x y")], &own), [From::Own(1), From::Base(0, 1), From::Own(0)]);
    }

    #[test]
    fn the_last_class_of_the_order_comes_first() {
        // D1(Q, X), D2(Q), C(D1, D2): the order is D1, D2, Q, X.
        let all = [above(Some(0), "x q d1"), above(Some(1), "q d2"), above(None, "q"), above(None, "x")];
        let expected = [From::Base(0, 0), From::Base(0, 1), From::Base(1, 1), From::Base(0, 2)];
        assert_eq!(fields(&all, &[]), expected);
    }
}
