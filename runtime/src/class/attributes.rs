//! Attributes of classes, read and written: first what the metaclass insists on, then the classes of the MRO, then the
//! rest of the metaclass.

use super::{Class, Group, Kind, Placed, builtins};
use crate::args::Args;
use crate::descriptor;
use crate::error::Error;
use crate::function::{Failure, Function};
use crate::instance::{This, has};
use crate::symbol::AttrName;
use crate::value::{Dict, FromValue, Tuple, Value};

impl Class {
    /// Reads an attribute: of the class, of those that it derives from, or of its metaclass.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let base = Class::builder("Base").attr("x", 1).build()?;
    /// let sub = Class::builder("Sub").base(&base).build()?;
    /// base.set("x", 2)?;
    /// assert_eq!(sub.get("x")?, 2.into());
    /// assert_eq!(sub.get("y").unwrap_err().to_string(), "type object 'Sub' has no attribute 'y'");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// An `AttributeError` if there is none of this name, and whatever a descriptor fails with.
    pub fn get<N: AttrName>(&self, name: N) -> Result<Value, Error> {
        let meta = self.metaclass().find(name);
        if let Some(placed) = meta.filter(|placed| placed.kind.is_data()) {
            return self.of_metaclass(placed);
        }
        match (self.find(name), meta) {
            (Some(Placed { kind: Kind::Plain, held, .. }), _) => Ok(held.value()),
            (Some(placed), _) => descriptor::get(&placed.held.value(), None, self),
            (None, Some(placed)) => self.of_metaclass(placed),
            (None, None) => self.of_every_class(name.__text()),
        }
    }

    /// What an attribute of the metaclass gives to those who read it through the class.
    fn of_metaclass(&self, placed: &Placed) -> Result<Value, Error> {
        let receiver = Value::from(self);
        let this = This::of(&receiver, self.metaclass());
        descriptor::get(&placed.held.value(), Some(&this.within(placed.owner)), self.metaclass())
    }

    /// The attributes that every class has, those of `object` among them; `__getattr__` of the metaclass is asked last.
    fn of_every_class(&self, name: &str) -> Result<Value, Error> {
        let classes = |classes: Vec<Self>| Value::from(classes.into_iter().map(Value::from).collect::<Tuple>());
        Ok(match name {
            "__name__" => self.name().into(),
            "__qualname__" => self.qualname().into(),
            "__module__" => self.module().into(),
            "__doc__" => self.shown_doc().into(),
            "__class__" => self.metaclass().into(),
            "__bases__" => classes(self.bases()),
            "__mro__" => classes(self.mro()),
            "__dict__" => self.vars().into(),
            "__call__" => {
                let class = self.clone();
                Function::new("__call__", move |args| class.call(args)).into()
            }
            "__abstractmethods__" => self.abstract_methods().into_iter().map(Value::from).collect::<Tuple>().into(),
            _ => {
                if let Some(placed) = builtins::object().table().get(name).and_then(Group::top) {
                    return descriptor::get(&placed.held.value(), None, self);
                }
                if self.metaclass().finds("__getattr__") {
                    let receiver = Value::from(self);
                    let this = This::of(&receiver, self.metaclass());
                    return crate::instance::call_special(&this, "__getattr__", Args::new().with(name));
                }
                return Err(self.no_class_attribute(name));
            }
        })
    }

    #[cold]
    pub(crate) fn no_class_attribute(&self, name: &str) -> Error {
        let name = crate::repr::repr(name);
        Error::attribute_error(format!("type object '{}' has no attribute {name}", self.name()))
    }

    /// Reads an attribute as a Rust type.
    ///
    /// # Errors
    /// Those of [`get`](Self::get), and a `TypeError` if the value is of another type.
    pub fn get_as<T: for<'v> FromValue<'v>>(&self, name: &str) -> Result<T, Error> {
        let place = |text: &str| crate::spec::Text::from(text.to_owned());
        T::__own(self.get(name)?).map_err(|error| error.at(place(name)).at(place(self.name())))
    }

    /// Has it an attribute of this name?
    ///
    /// # Errors
    /// Whatever reading it fails with, but for an `AttributeError`.
    pub fn has(&self, name: &str) -> Result<bool, Error> {
        has(self.get(name))
    }

    /// Sets an attribute: every instance and every subclass that does not hide it sees it at once.
    ///
    /// The first assignment moves a data attribute into a cell with a lock of its own; later ones write into that. A number,
    /// a truth value and `None` are read from it without the lock. What is no data, a method or a descriptor, is put into
    /// the tables of the class and of all that derive from it, which are read without a lock; what was there stays as long
    /// as the class.
    ///
    /// # Errors
    /// A `TypeError` for a built-in class, an `AttributeError` for what cannot be set, such as `__name__`, and whatever a
    /// descriptor or `__setattr__` of the metaclass fails with.
    pub fn set<N: AttrName>(&self, name: N, value: impl Into<Value>) -> Result<(), Error> {
        let value = value.into();
        let metaclass = self.metaclass();
        if !(metaclass.intercepts() && metaclass.finds("__setattr__")) {
            return self.set_past_hook(name, value);
        }
        let name = name.__text();
        self.refuse_fixed("set", name)?;
        let mut receiver = Value::from(self);
        let args = Args::new().with(name).with(value);
        crate::instance::call_special_mut(&mut This::of_value_mut(&mut receiver, metaclass), "__setattr__", args)
            .map(drop)
    }

    /// What `type.__setattr__` does.
    pub(crate) fn set_past_hook<N: AttrName>(&self, name: N, value: Value) -> Result<(), Error> {
        self.refuse_fixed("set", name.__text())?;
        match self.data_descriptor(name) {
            _ if name.__text() == "__bases__" => self.set_bases_to(&value),
            Some(placed) => {
                let mut receiver = Value::from(self);
                let mut this = This::of_value_mut(&mut receiver, self.metaclass());
                descriptor::set(&placed.held.value(), &mut this.within_mut(placed.owner), value)
            }
            None => {
                self.set_plainly(name, value);
                Ok(())
            }
        }
    }

    /// Changes an attribute: reads it, and sets it to what the function makes of it.
    ///
    /// # Errors
    /// Those of [`get`](Self::get) and [`set`](Self::set), and whatever the function fails with: then nothing is set.
    pub fn update<R>(&self, name: &str, change: impl FnOnce(&mut Value) -> Result<R, Error>) -> Result<R, Error> {
        let mut value = self.get(name)?;
        let result = change(&mut value)?;
        self.set(name, value).map(|()| result)
    }

    /// Deletes an attribute that the class has itself.
    ///
    /// # Errors
    /// An `AttributeError` if it has none of this name, a `TypeError` for a built-in class, and whatever a descriptor or
    /// `__delattr__` of the metaclass fails with.
    pub fn delete(&self, name: &str) -> Result<(), Error> {
        self.refuse_fixed("delete", name)?;
        let metaclass = self.metaclass();
        let mut receiver = Value::from(self);
        let mut this = This::of_value_mut(&mut receiver, metaclass);
        if metaclass.intercepts() && metaclass.finds("__delattr__") {
            return crate::instance::call_special_mut(&mut this, "__delattr__", Args::new().with(name)).map(drop);
        }
        self.delete_past_hook(name)
    }

    /// What `type.__delattr__` does.
    pub(crate) fn delete_past_hook(&self, name: &str) -> Result<(), Error> {
        self.refuse_fixed("delete", name)?;
        let mut receiver = Value::from(self);
        let mut this = This::of_value_mut(&mut receiver, self.metaclass());
        match self.data_descriptor(name) {
            Some(placed) => descriptor::delete(&placed.held.value(), &mut this.within_mut(placed.owner)),
            None if self.remove(name) => Ok(()),
            None => Err(self.no_class_attribute(name)),
        }
    }

    fn data_descriptor<N: AttrName>(&self, name: N) -> Option<&Placed> {
        self.metaclass().find(name).filter(|placed| placed.kind.is_data())
    }

    /// Refuses what cannot be changed: built-in classes, and what every class has, but for its bases.
    fn refuse_fixed(&self, what: &str, name: &str) -> Result<(), Error> {
        match (self.0.is_builtin, what, name) {
            (true, ..) | (_, "delete", "__bases__" | "__name__" | "__qualname__") => Err(Error::type_error(format!(
                "cannot {what} {} attribute of immutable type '{}'",
                crate::repr::repr(name),
                self.name()
            ))),
            (_, "delete", "__class__") => Err(Error::type_error("can't delete __class__ attribute")),
            (.., "__mro__") => Err(Error::attribute_error("readonly attribute")),
            (.., "__dict__") => Err(Error::attribute_error("attribute '__dict__' of 'type' objects is not writable")),
            (.., "__class__" | "__name__" | "__qualname__") => {
                let class = self.name();
                Err(Error::attribute_error(format!("attribute '{name}' of class '{class}' is not writable")))
            }
            _ => Ok(()),
        }
    }

    /// The attributes that the class has itself, in the order in which they were defined: Python's `vars`.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let class = Class::builder("C").attr("b", 1).attr("a", 2).build()?;
    /// class.set("b", 3)?;
    /// assert_eq!(class.vars().to_string(), "{'b': 3, 'a': 2}");
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn vars(&self) -> Dict {
        let mut vars = vec![];
        self.each_own(|name, held| vars.push((name.as_str(), held.value())));
        vars.into_iter().collect()
    }

    /// Has the class itself an attribute of this name?
    #[must_use]
    pub fn has_own(&self, name: &str) -> bool {
        self.has_own_held(name)
    }

    /// The names of all attributes that instances have through their class, in alphabetical order: Python's `dir`,
    /// without what every object has.
    #[must_use]
    pub fn attribute_names(&self) -> Vec<&'static str> {
        let mut names: Vec<_> =
            self.table().iter().filter(|(_, group)| is_there(*group)).map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        names
    }

    /// Calls a class method, a static method, or a method with the instance as its first argument.
    ///
    /// # Errors
    /// An `AttributeError` if there is none of this name, a `TypeError` if the arguments do not fit, and whatever the
    /// method fails with.
    pub fn call_method(&self, name: &str, mut args: Args) -> Result<Value, Error> {
        let of_metaclass = self.metaclass().find(name);
        match self.find(name) {
            Some(placed) if of_metaclass.is_none_or(|placed| !placed.kind.is_data()) => match placed.held.fixed() {
                Some(Value::Function(function)) => function.run_of_class(self, placed.owner, &mut args),
                _ => self.get(name)?.call(args),
            },
            _ => match of_metaclass.and_then(|placed| Some((placed, placed.held.fixed()?))) {
                Some((placed, Value::Function(function))) => {
                    let mut receiver = Value::from(self);
                    let mut this = This::of_value_mut(&mut receiver, self.metaclass());
                    Failure::of_call(|failure| function.run_mut(&mut this.within_mut(placed.owner), &mut args, failure))
                }
                _ => self.get(name)?.call(args),
            },
        }
    }

    /// The place in the MRO where this function is defined; that of the class itself if it is not.
    pub(crate) fn place_of(&self, function: &Function) -> u32 {
        let group = self.table().get(function.name());
        let found = group.and_then(|group| {
            group.iter().find(|placed| matches!(placed.held.fixed(), Some(Value::Function(other)) if other == function))
        });
        found.map_or(0, |placed| placed.owner)
    }
}

fn is_there(group: Group<'_>) -> bool {
    group.top().is_some() || group.slot() != super::table::NO_SLOT
}
