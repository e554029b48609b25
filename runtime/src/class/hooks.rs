//! The steps that hooks stand in the way of: what each knows, and what Python does when no hook is left.

use super::{Class, Keywords, make, pipeline};
use crate::args::Args;
use crate::error::Error;
use crate::namespace::{Namespace, OrderedNamespace};
use crate::spec::Text;
use crate::value::Value;

/// What the steps of the making of a class say of its keyword arguments.
macro_rules! keywords {
    ($($step:ident)*) => {$(
        impl $step {
            /// The keyword arguments of the class.
            pub const fn keywords(&self) -> &Keywords {
                &self.keywords
            }

            /// The same, to be changed for those behind.
            pub const fn keywords_mut(&mut self) -> &mut Keywords {
                &mut self.keywords
            }
        }
    )*};
}

keywords! { Prepare NewClass InitClass InitSubclass }

/// Makes the namespace that the body of a class runs in: `__prepare__` of the metaclass.
pub struct Prepare {
    pub(super) metaclass: Class,
    pub(super) name: Text,
    pub(super) bases: Vec<Class>,
    pub(super) keywords: Keywords,
}

impl Prepare {
    /// The metaclass of the class to be.
    pub const fn metaclass(&self) -> &Class {
        &self.metaclass
    }

    /// The name of the class to be.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its bases, as they were written.
    pub fn bases(&self) -> &[Class] {
        &self.bases
    }

    #[allow(clippy::unnecessary_wraps, clippy::unused_self, reason = "as the others; `type.__prepare__` asks nothing")]
    pub(super) fn last(&mut self) -> Result<Box<dyn Namespace>, Error> {
        Ok(Box::new(OrderedNamespace::new()))
    }
}

/// Makes a class of its namespace: `__new__` of the metaclass.
///
/// What is left of the keyword arguments goes to `__init_subclass__`.
pub struct NewClass {
    pub(super) metaclass: Class,
    pub(super) name: Text,
    pub(super) bases: Vec<Class>,
    pub(super) namespace: Box<dyn Namespace>,
    pub(super) keywords: Keywords,
}

impl NewClass {
    /// The metaclass of the class to be.
    pub const fn metaclass(&self) -> &Class {
        &self.metaclass
    }

    /// The name of the class to be.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Gives it another name.
    pub fn set_name(&mut self, name: impl Into<String>) {
        self.name = Text::from(name.into());
    }

    /// Its bases, as they were written.
    pub fn bases(&self) -> &[Class] {
        &self.bases
    }

    /// The bases, to be changed.
    pub const fn bases_mut(&mut self) -> &mut Vec<Class> {
        &mut self.bases
    }

    /// What the body has defined.
    pub fn namespace(&self) -> &dyn Namespace {
        &*self.namespace
    }

    pub(crate) fn set_namespace(&mut self, namespace: Box<dyn Namespace>) {
        self.namespace = namespace;
    }

    /// What the body has defined, to be changed.
    pub fn namespace_mut(&mut self) -> &mut dyn Namespace {
        &mut *self.namespace
    }

    pub(super) fn last(&mut self) -> Result<Value, Error> {
        pipeline::create(self).map(Value::from)
    }
}

/// Finishes a class that was made: `__init__` of the metaclass.
pub struct InitClass {
    pub(super) class: Class,
    pub(super) keywords: Keywords,
}

impl InitClass {
    /// The class.
    pub const fn class(&self) -> &Class {
        &self.class
    }

    #[allow(clippy::unnecessary_wraps, clippy::unused_self, reason = "as the others; `type.__init__` does nothing")]
    pub(super) fn last(&mut self) -> Result<(), Error> {
        Ok(())
    }
}

/// Makes an instance of a class: `__call__` of its metaclass.
pub struct CallClass {
    pub(super) class: Class,
    pub(super) args: Args,
}

impl CallClass {
    /// The class that is called.
    pub const fn class(&self) -> &Class {
        &self.class
    }

    /// The arguments.
    pub const fn args(&self) -> &Args {
        &self.args
    }

    /// The arguments, to be changed.
    pub const fn args_mut(&mut self) -> &mut Args {
        &mut self.args
    }

    pub(super) fn last(&mut self) -> Result<Value, Error> {
        make::new_and_init(&self.class, self.args.clone())
    }
}

/// Orders a class and its ancestors: `mro` of the metaclass.
pub struct MroHook {
    pub(super) class: Class,
}

impl MroHook {
    /// The class, which has its order by C3.
    pub const fn class(&self) -> &Class {
        &self.class
    }

    #[allow(clippy::unnecessary_wraps, reason = "a hook may fail")]
    pub(super) fn last(&mut self) -> Result<Vec<Class>, Error> {
        Ok(self.class.mro())
    }
}

/// Asks whether a value is an instance of a class: `__instancecheck__` of its metaclass.
pub struct InstanceCheck {
    pub(super) class: Class,
    pub(super) value: Value,
}

impl InstanceCheck {
    /// The class.
    pub const fn class(&self) -> &Class {
        &self.class
    }

    /// The value.
    pub const fn value(&self) -> &Value {
        &self.value
    }

    #[allow(clippy::unnecessary_wraps, reason = "a hook may fail")]
    pub(super) fn last(&mut self) -> Result<bool, Error> {
        Ok(self.value.class().descends_from(&self.class))
    }
}

/// Asks whether a class derives from another: `__subclasscheck__` of the metaclass of that.
pub struct SubclassCheck {
    pub(super) class: Class,
    pub(super) subclass: Class,
}

impl SubclassCheck {
    /// The class that it may derive from.
    pub const fn class(&self) -> &Class {
        &self.class
    }

    /// The class in question.
    pub const fn subclass(&self) -> &Class {
        &self.subclass
    }

    #[allow(clippy::unnecessary_wraps, reason = "a hook may fail")]
    pub(super) fn last(&mut self) -> Result<bool, Error> {
        Ok(self.subclass.descends_from(&self.class))
    }
}

/// Makes an instance before it is initialised: `__new__` of its class.
pub struct New {
    pub(super) class: Class,
    pub(super) args: Args,
}

impl New {
    pub(crate) const fn of(class: Class, args: Args) -> Self {
        Self { class, args }
    }

    /// The class of the instance to be.
    pub const fn class(&self) -> &Class {
        &self.class
    }

    /// The arguments.
    pub const fn args(&self) -> &Args {
        &self.args
    }

    /// The arguments, to be changed: a class that derives from `int`, `str` and the like makes its value of them.
    ///
    /// ```
    /// use metaclass::prelude::*;
    /// use metaclass::builtins;
    ///
    /// let upper = Class::builder("Upper")
    ///     .base(builtins::str())
    ///     .new(|step| {
    ///         let (text,): (&str,) = step.args().get()?;
    ///         *step.args_mut() = args!(text.to_uppercase());
    ///         step.next()
    ///     })
    ///     .build()?;
    /// assert_eq!(upper.call(args!("abc"))?, "ABC".into());
    /// # Ok::<(), Error>(())
    /// ```
    pub const fn args_mut(&mut self) -> &mut Args {
        &mut self.args
    }

    pub(super) fn last(&mut self) -> Result<Value, Error> {
        make::new_instance(&self.class, &self.args).map(Value::from)
    }
}

/// Tells a class of a new one that derives from it: `__init_subclass__`.
///
/// What is left of the keyword arguments is refused by `object`, which is behind them all.
pub struct InitSubclass {
    pub(super) class: Class,
    pub(super) keywords: Keywords,
}

impl InitSubclass {
    /// The new class.
    pub const fn class(&self) -> &Class {
        &self.class
    }

    pub(super) fn last(&mut self) -> Result<(), Error> {
        if self.keywords.is_empty() {
            return Ok(());
        }
        let name = self.class.qualname();
        Err(Error::type_error(format!("{name}.__init_subclass__() takes no keyword arguments")))
    }
}
