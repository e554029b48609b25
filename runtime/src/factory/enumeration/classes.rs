//! `Enum` and its kin.

use std::sync::OnceLock;

use super::{flag, metaclass};
use crate::class::{Class, ClassBuilder, New, builtins, hook_function};
use crate::descriptor::{Descriptor, Parts};
use crate::error::Error;
use crate::function::takes::{exactly, format_spec};
use crate::function::{Function, Takes};
use crate::instance::This;
use crate::value::Value;

/// A class of Python's module `enum`: made of a description that has no mistake.
fn made(builder: ClassBuilder) -> Class {
    match builder.module("enum").build() {
        Ok(class) => class,
        Err(error) => unreachable!("{error}"),
    }
}

fn functions(builder: ClassBuilder, functions: Vec<Function>) -> ClassBuilder {
    functions.into_iter().fold(builder, ClassBuilder::function)
}

/// `EnumType`, the class of enumerations.
#[must_use]
pub fn enum_type() -> &'static Class {
    static CLASS: OnceLock<Class> = OnceLock::new();
    CLASS.get_or_init(|| {
        let builder = Class::builder("EnumType")
            .base(builtins::type_())
            .prepare(metaclass::prepare)
            .new_class(metaclass::new_class)
            .call(metaclass::call)
            .property("__members__", metaclass::all_members());
        made(functions(builder, metaclass::methods()))
    })
}

/// `Enum`: what derives from it is an enumeration.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::builtins;
///
/// let color = Class::builder("Color")
///     .base(builtins::enum_())
///     .attr("RED", 1)
///     .attr("BLUE", 2)
///     .method("is_warm", |this| Ok(this.get("name")? == "RED".into()))
///     .build()?;
/// let red = color.get("RED")?;
/// assert_eq!((red.repr().to_string(), red.to_string()), ("<Color.RED: 1>".into(), "Color.RED".into()));
/// assert_eq!(color.call(args!(2))?, color.get("BLUE")?);                       // Color(2)
/// assert_eq!(Value::from(&color).get_item(&"RED".into())?, red);               // Color["RED"]
/// assert!(red.call_method("is_warm", args!())?.is_truthy());
/// # Ok::<(), Error>(())
/// ```
#[must_use]
pub fn enum_() -> &'static Class {
    static CLASS: OnceLock<Class> = OnceLock::new();
    CLASS.get_or_init(|| {
        let builder = Class::builder("Enum")
            .metaclass(enum_type())
            .slots(["_name_", "_value_"])
            .descriptor("name", Shown("_name_"))
            .descriptor("value", Shown("_value_"));
        made(functions(builder, methods()))
    })
}

macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident $name:literal [$($base:expr),*] $build:expr;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $class() -> &'static Class {
            static CLASS: OnceLock<Class> = OnceLock::new();
            CLASS.get_or_init(|| made($build(Class::builder($name).bases([$($base),*]))))
        }
    )*};
}

/// `ReprEnum`: beside a built-in class, its members are printed as their values, and shown as members.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::builtins;
///
/// let step = Class::builder("Step").bases([builtins::float(), builtins::repr_enum()]).attr("HALF", 0.5).build()?;
/// let half = step.get("HALF")?;
/// assert_eq!((half.repr().to_string(), half.to_string()), ("<Step.HALF: 0.5>".into(), "0.5".into()));
/// # Ok::<(), Error>(())
/// ```
#[must_use]
pub fn repr_enum() -> &'static Class {
    REPR_ENUM.get_or_init(|| made(Class::builder("ReprEnum").base(enum_())))
}

static REPR_ENUM: OnceLock<Class> = OnceLock::new();

/// Is one of them `ReprEnum`? Nothing has it as its base before it is there.
pub(super) fn print_values(bases: &[Class]) -> bool {
    REPR_ENUM.get().is_some_and(|repr_enum| bases.contains(repr_enum))
}

classes! {
    /// `IntEnum`: the members are integers.
    int_enum "IntEnum" [builtins::int(), repr_enum()] |builder| builder;
    /// `StrEnum`: the members are texts; an automatic value is the name in lower case.
    str_enum "StrEnum" [builtins::str(), repr_enum()] |builder| functions(builder, of_texts());
    /// `Flag`: the members are bits, which are combined.
    ///
    /// ```
    /// use metaclass::prelude::*;
    /// use metaclass::{builtins, enumeration};
    ///
    /// let perm = enumeration("Perm", "R W X").base(builtins::flag()).build()?;
    /// let (r, x) = (perm.get("R")?, perm.get("X")?);
    /// let both = r.bit_or(&x)?;
    /// assert_eq!(both.repr().to_string(), "<Perm.R|X: 5>");
    /// assert!(both.contains(&x)? && !both.contains(&perm.get("W")?)?);
    /// assert_eq!(r.invert()?.repr().to_string(), "<Perm.W|X: 6>");
    /// # Ok::<(), Error>(())
    /// ```
    flag "Flag" [enum_()] |builder| functions(builder, flag::methods()).keyword(metaclass::FLAGS, "strict");
    /// `IntFlag`: flags that are integers, and keep bits that no member has.
    int_flag "IntFlag" [builtins::int(), repr_enum(), flag()] |builder: ClassBuilder| builder.keyword(metaclass::FLAGS, "keep");
}

/// Only a text is the value of a text.
fn of_texts() -> Vec<Function> {
    vec![
        hook_function::<New>(|step| match step.args().positional().first() {
            Some(value) if value.as_str().is_none() => {
                let value = value.repr().to_string();
                Err(Error::type_error(format!("{value} is not a string")))
            }
            _ => step.next(),
        }),
        Function::static_method("_generate_next_value_", |args| {
            let (name, ..): (&str, &Value, &Value, &Value) = args.get()?;
            Ok(name.to_lowercase())
        }),
    ]
}

/// What members have.
fn methods() -> Vec<Function> {
    let names = |this: &This<'_>| Ok::<_, Error>((this.class().name().to_owned(), this.get("_name_")?));
    vec![
        Function::method("__repr__", move |this| {
            let (class, name) = names(this)?;
            let value = this.get("_value_")?;
            Ok(match name {
                Value::None => format!("<{class}: {}>", value.repr()),
                name => format!("<{class}.{name}: {}>", value.repr()),
            })
        }),
        Function::method("__str__", move |this| {
            let (class, name) = names(this)?;
            Ok(match name {
                Value::None => format!("{class}({})", this.get("_value_")?.repr()),
                name => format!("{class}.{name}"),
            })
        }),
        Function::reader("__format__", format_spec, |this, args| {
            let (spec,): (&str,) = args.get()?;
            Value::from(this.to_value().to_string()).format(spec).map(Value::from)
        }),
        Function::method("__hash__", |this| Ok(this.get("_name_")?.hash_key()?.code())),
        // A member that was taken out of a value is another object, and the same member.
        Function::reader("__eq__", exactly::<1>, |this, args| {
            let (other,): (&Value,) = args.get()?;
            match other.class() == this.class() {
                true => Ok((other.get_attr("_value_")? == this.get("_value_")?).into()),
                false => Ok(Value::NotImplemented),
            }
        }),
        Function::class_method("_missing_", |_, mut args| {
            Takes::Named(&["value"]).take("Enum._missing_", &mut args).map(drop)
        }),
        Function::static_method("_generate_next_value_", |args| {
            let (_, start, _, values): (&str, &Value, &Value, &Value) = args.get()?;
            if !values.is_truthy() {
                return Ok(start.clone());
            }
            let last = values.max().map_err(|_| Error::type_error("unable to sort non-numeric values"))?;
            let unable = |_| Error::type_error(format!("unable to increment {}", last.repr()));
            last.add(&1.into()).map_err(unable)
        }),
    ]
}

/// `name` and `value`: they are read, and may be members of the same names.
struct Shown(&'static str);

impl Shown {
    fn refuse(&self, what: &str) -> Error {
        Error::attribute_error(format!("<enum 'Enum'> cannot {what} attribute '{}'", self.0.trim_matches('_')))
    }
}

impl Descriptor for Shown {
    fn class_name(&self) -> &'static str {
        "property"
    }

    fn parts(&self) -> Parts {
        Parts::GET.with(Parts::SET).with(Parts::DELETE)
    }

    fn get(&self, this: Option<&This<'_>>, owner: &Class) -> Result<Value, Error> {
        match this {
            Some(this) => this.get(self.0),
            None => Err(owner.no_class_attribute(self.0.trim_matches('_'))),
        }
    }

    fn set(&self, _: &mut This<'_>, _: Value) -> Result<(), Error> {
        Err(self.refuse("set"))
    }

    fn delete(&self, _: &mut This<'_>) -> Result<(), Error> {
        Err(self.refuse("delete"))
    }
}
