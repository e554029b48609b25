//! What a filter asks, as Python would write it.

use metaclass::prelude::*;
use metaclass::{Filter, Value};

use super::filter;

#[test]
fn a_condition_is_a_comparison() {
    let shown = [
        (filter("age", ">=", 18), "age >= 18"),
        (filter("name", "==", "it's"), r#"name == "it's""#),
        (filter("name", "!=", Value::None), "name != None"),
        (filter("active", "==", true), "active == True"),
        (filter("ratio", "<", 1e16), "ratio < 1e+16"),
        (filter("age", "in", vec![1, 2]), "age in [1, 2]"),
        (filter("age", "not in", vec![1, 2]), "age not in [1, 2]"),
        (filter("tags", "contains", "a"), "'a' in tags"),
    ];
    for (filter, text) in shown {
        assert_eq!(filter.explain(), text);
        assert_eq!(filter.to_string(), text);
    }
}

#[test]
fn parentheses_are_where_python_needs_them() -> Result<(), Error> {
    let [a, b, c] = ["a", "b", "c"].map(|name| filter(name, "==", 1));
    let shown = [
        (a.clone().and(b.clone())?.and(c.clone())?, "a == 1 and b == 1 and c == 1"),
        (a.clone().and(b.clone().and(c.clone())?)?, "a == 1 and b == 1 and c == 1"),
        (a.clone().or(b.clone())?.or(c.clone())?, "a == 1 or b == 1 or c == 1"),
        (a.clone().or(b.clone())?.and(c.clone())?, "(a == 1 or b == 1) and c == 1"),
        (a.clone().or(b.clone().and(c.clone())?)?, "a == 1 or b == 1 and c == 1"),
        (!a.clone(), "not a == 1"),
        (!a.clone().and(b.clone())?, "not (a == 1 and b == 1)"),
        ((!a.clone()).and(b.clone())?, "not a == 1 and b == 1"),
        (!!a.clone().or(b.clone())?, "a == 1 or b == 1"),
        (!Filter::all([])?, "not True"),
        (Filter::any([])?.or(c)?, "c == 1"),
        (Filter::all([a.clone()])?, "a == 1"),
        (a.and(Filter::any([])?)?, "a == 1 and False"),
        (b, "b == 1"),
    ];
    for (filter, text) in shown {
        assert_eq!(filter.explain(), text);
    }
    Ok(())
}

#[test]
fn a_compiled_filter_explains_the_same() -> Result<(), Error> {
    let class = Class::builder("C").field("a", Field::int()).field("b", Field::int()).build()?;
    let filter = filter("a", "==", 1).or(filter("b", ">", 2))?.not();
    let compiled = filter.compile(&class)?;
    assert_eq!(compiled.explain(), filter.explain());
    assert_eq!(format!("{compiled:?}"), "CompiledFilter(C: not (a == 1 or b > 2))");
    assert_eq!(compiled.class(), &class);
    Ok(())
}
