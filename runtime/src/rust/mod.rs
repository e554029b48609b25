//! Rust source of classes: the `schema!` block that compiles them.
//!
//! What a class says is data. It gets into the source as a literal or as a checked name, and no other way: see [`Code`].

mod attributes;
mod code;
mod defaults;
mod names;
mod rules;
mod types;

use self::code::Code;
use self::names::{Name, class_names, field_names};
use crate::class::Class;
use crate::error::Error;
use crate::spec::{ClassSpec, DefaultSpec, FieldSpec, Flags, TypeSpec};

impl Class {
    /// The Rust source of the class: a `schema!` block, with the classes of its fields.
    ///
    /// What is compiled of it reads the same data, with the same verdicts. It has all fields of the bases, and no methods.
    /// Names that are none in Rust are written in another way, and keep their names in data. In one thing only it takes more:
    /// a field that may be left out but not be null, as a JSON Schema can have it, may be null; a comment says so.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let user = Model::define("User", [
    ///     ("name", Field::str().max_length(100).doc("How to call somebody.")),
    ///     ("age", Field::of(metaclass::spec::TypeSpec::Int { min: 0, max: 255 }).nullable().default(Value::None)),
    ///     ("active", Field::bool().default(true)),
    /// ])?;
    /// assert_eq!(user.to_rust()?, r#"use metaclass::prelude::*;
    ///
    /// schema! {
    ///     #[dataclass(extra = forbid)]
    ///     pub struct User {
    ///         /// How to call somebody.
    ///         #[field(max_length = 100)]
    ///         name: String,
    ///         age: Option<u8>,
    ///         active: bool = true,
    ///     }
    /// }
    /// "#);
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// A `TypeError` that tells all that cannot be written: functions (checks, factories of defaults, transforms), types
    /// that only a program knows, named tuples, and what Rust has no form for.
    pub fn to_rust(&self) -> Result<String, Error> {
        self.spec().to_rust()
    }
}

impl ClassSpec {
    /// The Rust source of the class: see [`Class::to_rust`].
    ///
    /// # Errors
    /// Those of [`Class::to_rust`].
    pub fn to_rust(&self) -> Result<String, Error> {
        let classes = class_names(self);
        let mut source = Source { classes: &classes, faults: vec![] };
        let structs: Vec<Code> = classes.iter().map(|(name, class)| source.class(name, class)).collect();
        match source.faults.is_empty() {
            true => {
                let block = Code::of("use metaclass::prelude::*;\n\nschema! {\n") + Code::join(structs, "\n") + "}\n";
                Ok(block.into_text())
            }
            false => Err(cannot_be_written(&source.faults)),
        }
    }
}

#[cold]
fn cannot_be_written(faults: &[String]) -> Error {
    Error::type_error(format!("this cannot be written in Rust: {}", faults.join("; ")))
}

/// The source of several classes, in the making.
struct Source<'a> {
    classes: &'a [(Name, &'a ClassSpec)],
    faults: Vec<String>,
}

impl Source<'_> {
    fn class(&mut self, name: &Name, class: &ClassSpec) -> Code {
        let names = field_names(class);
        let options = attributes::of_class(class, &names);
        let options = self.known(class.name(), options).unwrap_or_default();
        if !class.init_vars().is_empty() {
            self.faults.push(format!("{}: it has arguments that are no fields", shown(class.name())));
        }
        let mut code = attributes::doc(class.doc(), "    ") + attributes::attribute("    #[dataclass(", options);
        code = code + "    pub struct " + name + " {\n";
        for (field, name) in class.fields().iter().zip(&names) {
            let at = format!("{}.{}", shown(class.name()), shown(field.name()));
            let written = self.field(class, field, name, &names);
            code = code + self.known(&at, written).unwrap_or_default();
        }
        code + "    }\n"
    }

    fn field(&self, class: &ClassSpec, field: &FieldSpec, name: &Name, names: &[Name]) -> Result<Code, String> {
        let others = |other: &str| {
            let at = class.fields().iter().position(|field| field.name() == other);
            at.and_then(|at| names.get(at))
        };
        let types = types::Types { classes: self.classes, within: class, others: &others };
        let is_absent = lacks_none(field);
        let (ty, rules) = types.of(field.ty(), field.rules(), false)?;
        let ty = if is_absent { Code::of("Option<") + ty + ">" } else { ty };
        let mut options = attributes::of_field(field, name)?;
        options.extend(rules);
        let is_optional = is_absent || matches!(field.ty(), TypeSpec::Option(_));
        let default = match field.default() {
            DefaultSpec::Required => {
                if is_optional && !field.has(Flags::PRESENT) {
                    options.push(Code::of("optional = false"));
                }
                None
            }
            _ if is_absent => None,
            _ => defaults::of(field)?.filter(|default| !(is_optional && default.is("None"))),
        };
        let default = default.map_or(Code::default(), |default| Code::of(" = ") + default);
        let note = if is_absent {
            "        // Not null in the class: what is left out and null are one to an `Option`.\n"
        } else {
            ""
        };
        let head = attributes::doc(field.doc(), "        ") + note + attributes::attribute("        #[field(", options);
        Ok(head + "        " + name + ": " + ty + default + ",\n")
    }

    /// What could be written; what could not is told later.
    fn known<T>(&mut self, at: &str, written: Result<T, String>) -> Option<T> {
        written.map_err(|why| self.faults.push(format!("{at}: {why}"))).ok()
    }
}

/// May the field be left out, though its values are never `None`?
fn lacks_none(field: &FieldSpec) -> bool {
    field.is_absent_as(&crate::Value::None)
}

/// A name as errors show it.
fn shown(name: &str) -> String {
    crate::validate::whole(name).to_string()
}
