//! The constructor of a dataclass.

use std::sync::Arc;

use super::entries::{Entries, Entry};
use super::table::FieldTable;
use crate::args::Args;
use crate::class::{Init, check_arguments, check_type, unknown_default};
use crate::error::Error;
use crate::field::Role;
use crate::function::Function;
#[cfg(feature = "serde")]
use crate::instance::Place;
use crate::instance::This;
use crate::signature::{Param, Signature};
use crate::spec::{ClassSpec, FieldSpec, Flags, Options};
use crate::symbol::Sym;
use crate::validate::transformed;
use crate::value::Value;

/// The constructor of a dataclass that has more to do than to set the fields.
pub(crate) struct Constructor {
    signature: Signature,
    spec: Arc<ClassSpec>,
    steps: Box<[Step]>,
    has_post_init: bool,
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
    /// Past `__setattr__`.
    Plainly,
    /// Past all: only Rust code may set it later.
    Own,
}

/// `__init__`.
pub(super) fn constructor(table: &FieldTable) -> Function {
    let FieldTable { options, has_post_init, .. } = table;
    let (entries, spec) = (table.entries(), table.shared_spec());
    // As in Python, the default of a field that is no argument stays in the class, unless it is made anew or has a place.
    let leaves_defaults = !options.has_slots();
    if !has_post_init && spec.init_vars().is_empty() && makes_in_order(spec) {
        return Function::init(Init::of_dataclass(Arc::clone(spec), leaves_defaults));
    }
    let signature = signature(entries);
    let is_direct = options.is_frozen() || options.is_validated();
    let steps = entries.of_constructor().map(|entry| Step::new(entry, &signature, is_direct)).filter(|step| {
        let default = step.field.default();
        step.argument.is_some() || default.is_factory() || !leaves_defaults && !default.is_required()
    });
    let steps = steps.collect();
    Function::constructor(Constructor { signature, spec: Arc::clone(spec), steps, has_post_init: *has_post_init })
}

/// The signature: those by keyword only come last, and those without a default first, where that is not how they stand.
fn signature(entries: &Entries) -> Signature {
    let mut taken: Vec<&FieldSpec> = entries.parameters().collect();
    taken.sort_by_key(|spec| match spec.has(Flags::KW_ONLY) {
        true => 2,
        false => u8::from(!spec.default().is_required()),
    });
    Signature::of_constructor(taken.into_iter().map(Param::from).collect())
}

/// Are the defaults that are made anew made in the order of the fields, if the arguments come first, and those by keyword
/// only behind the others?
fn makes_in_order(spec: &ClassSpec) -> bool {
    let made = spec.fields().iter().filter(|field| field.default().is_factory());
    made.map(|field| (!field.has(Flags::INIT), field.has(Flags::KW_ONLY))).is_sorted()
}

impl Constructor {
    pub(crate) const fn signature(&self) -> &Signature {
        &self.signature
    }

    /// Sets the fields in their order, each to its argument or its default, and calls `__post_init__` with what is no
    /// field.
    pub(crate) fn run(&self, this: &mut This<'_>, args: &mut Args, name: &str) -> Result<Value, Error> {
        let mut values = self.signature.bind_from(name, args)?.into_values();
        if self.spec.options().has(Options::VALIDATE) {
            let steps = self.steps.iter();
            let given = steps.filter_map(|step| Some((step.field.name(), values.get(step.argument?)?.as_ref()?)));
            check_arguments(&self.spec, given)?;
        }
        self.set_all(this, |step| {
            let given = step.argument.and_then(|argument| values.get_mut(argument)?.take());
            given.map(|value| transformed(&step.field, value))
        })
    }

    /// The same with values that were read for the fields of a description: they are transformed, and obey the rules.
    #[cfg(feature = "serde")]
    pub(crate) fn finish(&self, this: &mut This<'_>, data: &ClassSpec, values: &mut [Place]) -> Result<Value, Error> {
        let place = |name: &str| data.fields().iter().position(|field| field.name() == name);
        self.set_all(this, |step| values.get_mut(place(&step.name)?)?.take())
    }

    fn set_all(&self, this: &mut This<'_>, mut given: impl FnMut(&Step) -> Option<Value>) -> Result<Value, Error> {
        let mut init_vars = vec![];
        for step in &self.steps {
            let value = match given(step) {
                Some(value) => value,
                None => step.field.default().make()?.ok_or_else(|| unknown_default(this.class(), &step.field))?,
            };
            match step.is_field {
                true => step.set(this, value)?,
                false => {
                    check_type(&step.field, &value)?;
                    init_vars.push(value);
                }
            }
        }
        if self.has_post_init {
            this.call_mut("__post_init__", Args::from(init_vars))?;
        }
        Ok(Value::None)
    }
}

impl Step {
    fn new(entry: Entry<'_>, signature: &Signature, is_direct: bool) -> Self {
        let field = entry.spec.clone();
        let argument = signature.position(field.name()).filter(|_| field.has(Flags::INIT));
        let way = match (field.has(Flags::PRIVATE), is_direct) {
            (true, _) => Way::Own,
            (false, true) => Way::Plainly,
            (false, false) => Way::Set,
        };
        Self { name: Sym::new(field.name()), field, is_field: entry.role == Role::Field, argument, way }
    }

    fn set(&self, this: &mut This<'_>, value: Value) -> Result<(), Error> {
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
