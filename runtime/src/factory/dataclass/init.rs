//! The constructor of a dataclass.

use std::sync::Arc;

use super::DataclassOptions;
use super::table::Entry;
use crate::args::Args;
use crate::class::{check_arguments, check_type};
use crate::error::Error;
use crate::field::Role;
use crate::function::Function;
use crate::instance::This;
use crate::signature::Signature;
use crate::spec::{ClassSpec, FieldSpec, Flags, Options};
use crate::symbol::Sym;
use crate::validate::transformed;
use crate::value::Value;

/// What the constructor follows from.
pub(super) struct Constructor<'a> {
    pub(super) signature: Signature,
    pub(super) entries: &'a [Entry],
    pub(super) spec: &'a Arc<ClassSpec>,
    pub(super) options: &'a DataclassOptions,
    pub(super) has_post_init: bool,
}

/// What is done for one field, or for one argument that is none.
struct Step {
    name: Sym,
    field: FieldSpec,
    is_field: bool,
    /// Which argument it is, if it is one.
    argument: Option<usize>,
    way: Way,
}

/// How a field is set.
#[derive(Clone, Copy)]
enum Way {
    /// As an assignment does it.
    Set,
    /// Past what stands in the way of later assignments.
    Plainly,
    /// Past all: only Rust code may set it later.
    Own,
}

/// `__init__`: sets the fields in their order, each to its argument or its default, and calls `__post_init__` with what is
/// no field.
pub(super) fn constructor(constructor: Constructor<'_>) -> Function {
    let Constructor { signature, entries, spec, options, has_post_init } = constructor;
    let is_checked = spec.options().has(Options::VALIDATE);
    let is_direct = options.is_frozen() || is_checked;
    let step = |entry: &Entry| {
        let field = entry.spec.clone();
        let argument = signature.position(field.name()).filter(|_| field.has(Flags::INIT));
        let way = match (field.has(Flags::PRIVATE), is_direct) {
            (true, _) => Way::Own,
            (false, true) => Way::Plainly,
            (false, false) => Way::Set,
        };
        Step { name: Sym::new(field.name()), field, is_field: entry.role == Role::Field, argument, way }
    };
    // As in Python, the default of a field that is no argument stays in the class, unless it is made anew or has a place.
    let is_set = |step: &Step| {
        let default = step.field.default();
        step.argument.is_some() || default.is_factory() || options.has_slots() && !default.is_required()
    };
    let steps = entries.iter().filter(|entry| entry.role != Role::ClassVar).map(step).filter(is_set);
    let steps: Box<[Step]> = steps.collect();
    let spec = Arc::clone(spec);
    Function::constructor(signature, move |this, mut values| {
        if is_checked {
            let given =
                steps.iter().filter_map(|step| Some((step.field.name(), values.get(step.argument?)?.as_ref()?)));
            check_arguments(&spec, given)?;
        }
        let mut init_vars = vec![];
        for step in &steps {
            let given = step.argument.and_then(|argument| values.get_mut(argument)?.take());
            let value = match given {
                Some(value) => value,
                None => match step.field.default().make()? {
                    Some(value) => value,
                    None => return Err(unknown_default(this, step)),
                },
            };
            match step.is_field {
                true => step.set(this, value)?,
                false => {
                    check_type(&step.field, &value)?;
                    init_vars.push(value);
                }
            }
        }
        if has_post_init {
            this.call_mut("__post_init__", Args::from(init_vars))?;
        }
        Ok(Value::None)
    })
}

impl Step {
    #[inline]
    fn set(&self, this: &mut This<'_>, value: Value) -> Result<(), Error> {
        let value = if self.field.transforms().is_empty() { value } else { transformed(&self.field, value) };
        match self.way {
            Way::Set => this.set(self.name, value),
            Way::Plainly => this.set_plainly(&self.name, value),
            Way::Own => {
                check_type(&self.field, &value)?;
                this.set_own(&self.name, value)
            }
        }
    }
}

/// The default reads other fields, or is of a type that has no conversion.
#[cold]
fn unknown_default(this: &This<'_>, step: &Step) -> Error {
    let (class, name, default) = (this.class().name(), step.name, step.field.default());
    Error::type_error(format!(
        "{class}.__init__(): the default of '{name}', `{default}`, is known to compiled code alone"
    ))
}
