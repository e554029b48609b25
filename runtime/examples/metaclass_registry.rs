//! A metaclass with a registry, ported from Python.
//!
//! ```sh
//! cargo run --example metaclass_registry
//! ```
//!
//! ```python
//! import math
//!
//! class ShapeMeta(type):
//!     registry = {}
//!
//!     def __new__(meta, name, bases, namespace, *, kind=None):
//!         cls = super().__new__(meta, name, bases, namespace)
//!         if bases:
//!             kind = kind or name.lower()
//!             if kind in ShapeMeta.registry:
//!                 raise TypeError(f"{name}: {kind!r} is {ShapeMeta.registry[kind].__name__}")
//!             cls.kind = kind
//!             ShapeMeta.registry[kind] = cls
//!         return cls
//!
//!     def __getitem__(cls, kind):
//!         return cls.registry[kind]
//!
//!     def __iter__(cls):
//!         return iter(cls.registry)
//!
//! class Shape(metaclass=ShapeMeta):
//!     def __repr__(self):
//!         sizes = ", ".join(f"{name}={size}" for name, size in vars(self).items())
//!         return f"{type(self).__name__}({sizes})"
//!
//! class Circle(Shape):
//!     def __init__(self, radius):
//!         self.radius = radius
//!
//!     def area(self):
//!         return math.pi * self.radius ** 2
//!
//! class Rectangle(Shape, kind="rect"):
//!     def __init__(self, width, height):
//!         self.width, self.height = width, height
//!
//!     def area(self):
//!         return self.width * self.height
//!
//! print(list(Shape))
//! for kind, sizes in [("circle", [2.0]), ("rect", [3.0, 4.0])]:
//!     shape = Shape[kind](*sizes)
//!     print(shape, shape.kind, shape.area())
//! try:
//!     Shape["triangle"]
//! except KeyError as error:
//!     print("KeyError:", error)
//! try:
//!     class Disc(Shape, kind="circle"):
//!         pass
//! except TypeError as error:
//!     print("TypeError:", error)
//! ```

#![forbid(unsafe_code)]

use std::error::Error as StdError;
use std::f64::consts::PI;
use std::io::{self, Write};

use metaclass::prelude::*;
use metaclass::value::{Dict, List};

/// The metaclass: it registers the classes that derive from the first one, by their kind. Each class then gives them all.
fn shape_meta() -> Result<Class, Error> {
    Class::builder("ShapeMeta")
        .attr("registry", Dict::new())
        .new_class(|step| {
            let kind = step.keywords_mut().take("kind").unwrap_or_else(|| step.name().to_lowercase().into());
            let is_first = step.bases().is_empty();
            let class = Class::try_from(step.next()?)?;
            if !is_first {
                step.owner().update("registry", |registry| register(registry, &kind, &class))?;
                class.set("kind", kind)?;
            }
            Ok(class.into())
        })
        .method_with("__getitem__", ["kind"], |class, args| {
            Class::try_from(class.get("registry")?.get_item(args.get_as("kind")?)?)
        })
        .method("__iter__", |class| Ok(class.get("registry")?.iterate()?.collect::<List>()))
        .build()
}

/// Classes are counted, and would keep each other: the registry holds them weakly.
fn register(registry: &mut Value, kind: &Value, class: &Class) -> Result<(), Error> {
    match registry.get_item(kind).and_then(Class::try_from) {
        Ok(other) => Err(Error::type_error(format!("{}: {} is {}", class.name(), kind.repr(), other.name()))),
        Err(_) => registry.set_item(kind, class.downgrade()),
    }
}

fn shape(meta: &Class) -> Result<Class, Error> {
    Class::builder("Shape")
        .metaclass(meta)
        .method("__repr__", |this| {
            let sizes: Vec<String> = this.vars()?.iter().map(|(name, size)| format!("{name}={size}")).collect();
            Ok(format!("{}({})", this.class().name(), sizes.join(", ")))
        })
        .build()
}

fn circle(shape: &Class) -> Result<Class, Error> {
    Class::builder("Circle")
        .base(shape)
        .field("radius", Field::float())
        .method("area", |this| Ok(PI * this.get_as::<f64>("radius")?.powi(2)))
        .build()
}

fn rectangle(shape: &Class) -> Result<Class, Error> {
    Class::builder("Rectangle")
        .base(shape)
        .keyword("kind", "rect")
        .field("width", Field::float())
        .field("height", Field::float())
        .method("area", |this| Ok(this.get_as::<f64>("width")? * this.get_as::<f64>("height")?))
        .build()
}

fn run(out: &mut impl Write) -> Result<(), Box<dyn StdError>> {
    let shape = shape(&shape_meta()?)?;
    let _circle = circle(&shape)?;
    let _rectangle = rectangle(&shape)?;

    let shapes = Value::from(&shape);
    writeln!(out, "{}", shapes.iterate()?.collect::<List>())?;
    for (kind, sizes) in [("circle", vec![2.0]), ("rect", vec![3.0, 4.0])] {
        let shape = shapes.get_item(&kind.into())?.call(args!(*sizes))?;
        writeln!(out, "{shape} {} {}", shape.get_attr("kind")?, shape.call_method("area", args!())?)?;
    }
    if let Err(error) = shapes.get_item(&"triangle".into()) {
        writeln!(out, "{error:?}")?;
    }
    if let Err(error) = Class::builder("Disc").base(&shape).keyword("kind", "circle").build() {
        writeln!(out, "{error:?}")?;
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn StdError>> {
    run(&mut io::stdout().lock())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_prints_what_python_prints() {
        let mut out = vec![];
        run(&mut out).unwrap();
        let expected = "\
['circle', 'rect']
Circle(radius=2.0) circle 12.566370614359172
Rectangle(width=3.0, height=4.0) rect 12.0
KeyError: 'triangle'
TypeError: Disc: 'circle' is Circle
";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
