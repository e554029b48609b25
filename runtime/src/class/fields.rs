//! Instances that are made of what was read for them.

use super::{Class, make, special};
use crate::args::Args;
use crate::error::Error;
use crate::factory::dataclass::FieldTable;
use crate::instance::{Instance, This};
use crate::spec::{ClassSpec, Flags};
use crate::value::Value;

impl Class {
    /// What data of the class have: its fields, and the arguments of the constructor that are no fields.
    pub(crate) fn data_spec(&self) -> &ClassSpec {
        let spec = self.spec();
        match spec.init_vars() {
            [] => spec,
            _ => FieldTable::of(self).map_or(spec, FieldTable::arguments),
        }
    }

    /// The instance that has these values, one for each field of [`data_spec`](Self::data_spec), which have been
    /// transformed and have obeyed the rules; is there surely one for each?
    pub(crate) fn made_of(&self, values: Vec<Option<Value>>, are_all: bool) -> Result<Instance, Error> {
        let init = make::init_of(self).and_then(|placed| placed.held.fixed());
        let Some(Value::Function(init)) = init.filter(|_| self.is_made_plainly()) else {
            return self.called_with(values);
        };
        if init.fills(self) && (are_all || values.iter().all(Option::is_some)) {
            return Ok(Instance::of_values(self.clone(), values));
        }
        match init.as_constructor() {
            Some(constructor) => {
                let mut instance = make::bare(self, &Args::new())?;
                constructor.finish(&mut This::of_mut(&mut instance), self.data_spec(), values)?;
                Ok(instance)
            }
            None => self.called_with(values),
        }
    }

    /// Is an instance an empty one that the constructor has filled?
    fn is_made_plainly(&self) -> bool {
        !self.0.has_special(special::NEW | special::ABSTRACT)
            && !self.metaclass().0.has_special(special::CALL)
            && self.layout().payload().is_none()
    }

    /// What the constructor makes of values by the names of the fields.
    fn called_with(&self, values: Vec<Option<Value>>) -> Result<Instance, Error> {
        let fields = self.data_spec().fields().iter().zip(values);
        let given = fields.filter_map(|(field, value)| Some((field, value.filter(|_| field.has(Flags::INIT))?)));
        let args = given.fold(Args::new(), |args, (field, value)| args.with_keyword(field.name().to_owned(), value));
        self.instantiate(args)
    }
}
