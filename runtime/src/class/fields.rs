//! Instances that are made of what was read for them.

use std::sync::atomic::Ordering;

use super::{Class, make, special};
use crate::args::Args;
use crate::error::Error;
use crate::factory::dataclass::FieldTable;
use crate::function::Function;
use crate::instance::{Instance, Places, This};
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
    /// transformed and have obeyed the rules.
    #[inline]
    pub(crate) fn made_of(&self, values: Places) -> Result<Instance, Error> {
        match self.is_filled() && values.iter().all(|value| value.is_some()) {
            true => Ok(Instance::of_values(self.clone(), values)),
            false => self.constructed_of(values),
        }
    }

    #[inline(never)]
    fn constructed_of(&self, mut values: Places) -> Result<Instance, Error> {
        let is_plain = self.is_made_plainly() && self.layout().payload().is_none();
        match self.plain_init().filter(|_| is_plain).and_then(Function::as_constructor) {
            Some(constructor) => {
                let mut instance = make::bare(self, &Args::new())?;
                constructor.finish(&mut This::of_mut(&mut instance), self.data_spec(), &mut values)?;
                Ok(instance)
            }
            None => self.called_with(values),
        }
    }

    /// Is an instance nothing but the values of the fields, in its first places?
    #[inline]
    fn is_filled(&self) -> bool {
        // It is asked again only after a change.
        let version = self.version();
        self.is_made_plainly() && (self.0.filled.load(Ordering::Relaxed) == version || self.finds_filled(version))
    }

    #[inline(never)]
    fn finds_filled(&self, version: u64) -> bool {
        let is_filled = self.layout().payload().is_none() && self.plain_init().is_some_and(|init| init.fills(self));
        if is_filled {
            self.0.filled.store(version, Ordering::Relaxed);
        }
        is_filled
    }

    /// The constructor, if it is a function that stays the same until the class changes.
    fn plain_init(&self) -> Option<&Function> {
        match make::init_of(self)?.held.fixed()? {
            Value::Function(init) => Some(init),
            _ => None,
        }
    }

    /// Does nothing but the constructor have a say in how an instance is made?
    #[inline]
    fn is_made_plainly(&self) -> bool {
        !self.0.has_special(special::NEW | special::ABSTRACT) && !self.metaclass().0.has_special(special::CALL)
    }

    /// What the constructor makes of values by the names of the fields.
    fn called_with(&self, mut values: Places) -> Result<Instance, Error> {
        let fields = self.data_spec().fields().iter().zip(values.iter_mut());
        let given = fields.filter_map(|(field, value)| Some((field, value.take().filter(|_| field.has(Flags::INIT))?)));
        let args = given.fold(Args::new(), |args, (field, value)| args.with_keyword(field.name().to_owned(), value));
        self.instantiate(args)
    }
}
