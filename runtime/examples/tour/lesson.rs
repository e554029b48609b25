//! What the lesson shows with `exec`, without building code from strings.

use std::fmt;
use std::io::Write;

use metaclass::Function;
use metaclass::dataclasses::{asdict, replace};
use metaclass::prelude::*;
use metaclass::signature::{Param, Signature};
use metaclass::spec::{DefaultSpec, FieldSpec, Literal, Text};
use metaclass::value::{Dict, Tuple};

use crate::{Outcome, heading, remark};

/// "Predict the output": a class with a constructor made from the names of its fields, and a repr of its own.
pub(crate) fn introduction(out: &mut impl Write) -> Outcome {
    #[derive(Dataclass)]
    struct Point {
        x: i64,
        y: i64,
    }

    impl fmt::Display for Point {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "Point({}, {})", self.x, self.y)
        }
    }

    heading(out, "Introduction: make_init")?;
    let p = Point!(3, 7);
    writeln!(out, "{p}")?;
    writeln!(out, "{}", Point::NAME)?;

    // The same for names that are known at run time only.
    let init = make_init(&["x", "y"])?;
    let repr = Function::method("__repr__", |this| Ok(format!("Point({}, {})", this.get("x")?, this.get("y")?)));
    let point = Class::new("Point", [], [("__init__", init.into()), ("__repr__", repr.into())])?;
    let p = Value::from(point.instantiate(args!(3, 7))?);
    writeln!(out, "{p}")?;
    writeln!(out, "{}", p.class().name())?;
    writeln!(out, "{}", point.metaclass())?;
    if let Err(error) = point.instantiate(args!(3)) {
        writeln!(out, "{error:?}")?;
    }
    Ok(())
}

/// A constructor that is made from the names of its parameters: a signature and a closure, and no code.
fn make_init(fields: &[&str]) -> Result<Function, Error> {
    let params: Params = fields.iter().copied().collect();
    Function::method_mut_with("__init__", params, |this, args| {
        args.iter().try_for_each(|(name, value)| this.set(name, value.clone()))
    })
}

/// How `@dataclass` generates `__init__`, `__repr__` and `__eq__`.
pub(crate) fn part_3(out: &mut impl Write) -> Outcome {
    #[derive(Dataclass, Clone)]
    struct Point {
        x: f64,
        y: f64,
        #[field(default = 0.0)]
        z: f64,
    }

    heading(out, "Part 3: how @dataclass generates its methods")?;
    writeln!(out, "{}", Point::spec().signature())?;
    remark(
        out,
        "Python shows (self, x: float, ..) -> None, of which the lesson leaves out the result. Neither is said here.",
    )?;
    writeln!(out, "{}", Point::SIGNATURE)?;

    let p = Point!(1.0, y = 2.0);
    let q = Point!(y = 9.0, ..p.clone());
    writeln!(out, "{} {}", p.repr(), q.repr())?;
    writeln!(out, "{} {}", p == Point::new(1.0, 2.0), p == q)?;
    writeln!(out, "{}", q.to_dict())?;

    // The same at run time.
    let fields = [("x", Field::float()), ("y", Field::float()), ("z", Field::float().default(0.0))];
    let point = make_dataclass("Point", fields).build()?;
    let p = Value::from(point.instantiate(args!(1.0, y = 2.0))?);
    let q = replace(&p, args!(y = 9.0))?;
    writeln!(out, "{}", point.signature())?;
    writeln!(out, "{p} {q}")?;
    writeln!(out, "{} {}", Value::from(p == replace(&p, args!())?), Value::from(p == q))?;
    writeln!(out, "{}", asdict(&q)?)?;

    let field = |name, default| FieldSpec::new(Text::new(name), metaclass::spec::TypeSpec::Any).with_default(default);
    let params = [
        field("x", DefaultSpec::Required),
        field("y", DefaultSpec::Value(Literal::None)),
        field("z", DefaultSpec::Value(Literal::Str(Text::new("a")))),
    ];
    writeln!(out, "{}", Signature::of_constructor(params.iter().map(Param::from).collect()))?;
    remark(out, "The lesson's _create_init cannot tell None as a default from no default.")?;
    Ok(())
}

/// Level 1, question 2: a class factory. At run time it is a function, at compile time a macro.
pub(crate) fn practice_2(out: &mut impl Write) -> Outcome {
    macro_rules! make_class {
        ($name:ident, [$($field:ident),*]) => {
            #[derive(Dataclass)]
            #[dataclass(display)]
            struct $name {
                $(#[field(default, into)] $field: Value,)*
            }
        };
    }

    heading(out, "Level 1, question 2: make_class")?;
    let point = make_class("Point", &["x", "y"])?;
    let p = point.instantiate(args!(x = 1, y = 2))?;
    writeln!(out, "{p}")?;
    writeln!(out, "{}", point.get("_fields")?)?;
    writeln!(out, "{}", p.class().name())?;

    make_class!(Point, [x, y]);

    let p = Point!(x = 1, y = 2);
    writeln!(out, "{p}")?;
    writeln!(out, "{}", Point::field_names().iter().copied().collect::<Tuple>())?;
    writeln!(out, "{}", Point::NAME)?;
    Ok(())
}

/// A class whose instances take any attributes as keyword arguments.
fn make_class(name: &str, fields: &[&str]) -> Result<Class, Error> {
    Class::builder(name)
        .init_with(params!(**kwargs), |this, args| {
            let (kwargs,): (&Dict,) = args.get()?;
            kwargs.iter().try_for_each(|(name, value)| this.set(&name.to_string(), value.clone()))
        })
        .method("__repr__", |this| {
            let items: Vec<String> =
                this.vars()?.iter().map(|(name, value)| format!("{name}={}", value.repr())).collect();
            Ok(format!("{}({})", this.class().name(), items.join(", ")))
        })
        .attr("_fields", fields.iter().copied().collect::<Tuple>())
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::output_of;

    #[test]
    fn the_introduction_prints_what_python_prints() {
        let expected = "
== Introduction: make_init ==
Point(3, 7)
Point
Point(3, 7)
Point
<class 'type'>
TypeError: Point.__init__() missing 1 required positional argument: 'y'
";
        assert_eq!(output_of(introduction), expected);
    }

    #[test]
    fn part_3_prints_what_python_prints() {
        let expected = "
== Part 3: how @dataclass generates its methods ==
(x: float, y: float, z: float = 0.0)
# Python shows (self, x: float, ..) -> None, of which the lesson leaves out the result. Neither is said here.
(x: f64, y: f64, z: f64 = 0.0)
Point(x=1.0, y=2.0, z=0.0) Point(x=1.0, y=9.0, z=0.0)
true false
{'x': 1.0, 'y': 9.0, 'z': 0.0}
(x: float, y: float, z: float = 0.0)
Point(x=1.0, y=2.0, z=0.0) Point(x=1.0, y=9.0, z=0.0)
True False
{'x': 1.0, 'y': 9.0, 'z': 0.0}
(x: Any, y: Any = None, z: Any = 'a')
# The lesson's _create_init cannot tell None as a default from no default.
";
        assert_eq!(output_of(part_3), expected);
    }

    #[test]
    fn practice_2_prints_what_python_prints() {
        let expected = "
== Level 1, question 2: make_class ==
Point(x=1, y=2)
('x', 'y')
Point
Point(x=1, y=2)
('x', 'y')
Point
";
        assert_eq!(output_of(practice_2), expected);
    }
}
