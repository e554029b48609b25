//! The hooks of a class statement: those of classes, and those that make it a metaclass.

use super::ClassBuilder;
use crate::class::hook::function;
use crate::class::{
    CallClass, Class, Hook, InitClass, InitSubclass, InstanceCheck, Keywords, MroHook, New, NewClass, Prepare, Step,
    SubclassCheck,
};
use crate::error::Error;
use crate::namespace::Namespace;
use crate::value::Value;

impl ClassBuilder {
    fn hook<H: Hook>(
        self,
        hook: impl Fn(&mut Step<'_, H>) -> Result<H::Output, Error> + Send + Sync + 'static,
    ) -> Self {
        self.function(function(hook))
    }

    fn metaclass_hook<H: Hook>(
        mut self,
        hook: impl Fn(&mut Step<'_, H>) -> Result<H::Output, Error> + Send + Sync + 'static,
    ) -> Self {
        self.0.is_metaclass = true;
        self.hook(hook)
    }

    /// With a hook that makes instances before they are initialised: `__new__`. What it gives may be anything.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let seven = Class::builder("Seven").new(|_| Ok(7.into())).build()?;
    /// assert_eq!(seven.call(Args::new())?, 7.into());
    /// # Ok::<(), Error>(())
    /// ```
    #[allow(clippy::should_implement_trait, clippy::wrong_self_convention, reason = "named as in Python")]
    pub fn new(self, hook: impl Fn(&mut Step<'_, New>) -> Result<Value, Error> + Send + Sync + 'static) -> Self {
        self.hook(hook)
    }

    /// With a function that is told of every class that derives from this one: the class that has it, the new class, and
    /// its keyword arguments. What it takes of those, the classes behind do not get; then they are told.
    ///
    /// [`init_subclass_with`](Self::init_subclass_with) decides itself when to pass on, and whether.
    pub fn init_subclass(
        self,
        function: impl Fn(&Class, &Class, &mut Keywords) -> Result<(), Error> + Send + Sync + 'static,
    ) -> Self {
        self.init_subclass_with(move |step| {
            let (owner, class) = (step.owner().clone(), step.class().clone());
            function(&owner, &class, step.keywords_mut())?;
            step.next()
        })
    }

    /// With a hook that is told of every class that derives from this one: `__init_subclass__`.
    pub fn init_subclass_with(
        self,
        hook: impl Fn(&mut Step<'_, InitSubclass>) -> Result<(), Error> + Send + Sync + 'static,
    ) -> Self {
        self.hook(hook)
    }

    /// A metaclass, with a hook that makes the namespace of a body: `__prepare__`.
    pub fn prepare(
        self,
        hook: impl Fn(&mut Step<'_, Prepare>) -> Result<Box<dyn Namespace>, Error> + Send + Sync + 'static,
    ) -> Self {
        self.metaclass_hook(hook)
    }

    /// A metaclass, with a hook that makes classes: `__new__`. What it gives may be anything.
    pub fn new_class(
        self,
        hook: impl Fn(&mut Step<'_, NewClass>) -> Result<Value, Error> + Send + Sync + 'static,
    ) -> Self {
        self.metaclass_hook(hook)
    }

    /// A metaclass, with a hook that finishes classes: `__init__`.
    pub fn init_class(
        self,
        hook: impl Fn(&mut Step<'_, InitClass>) -> Result<(), Error> + Send + Sync + 'static,
    ) -> Self {
        self.metaclass_hook(hook)
    }

    /// A metaclass, with a hook that makes the instances of its classes: `__call__`.
    pub fn call(self, hook: impl Fn(&mut Step<'_, CallClass>) -> Result<Value, Error> + Send + Sync + 'static) -> Self {
        self.metaclass_hook(hook)
    }

    /// A metaclass, with a hook that orders its classes and their ancestors: `mro`.
    pub fn mro(
        self,
        hook: impl Fn(&mut Step<'_, MroHook>) -> Result<Vec<Class>, Error> + Send + Sync + 'static,
    ) -> Self {
        self.metaclass_hook(hook)
    }

    /// A metaclass, with a hook that answers `isinstance`: `__instancecheck__`.
    pub fn instancecheck(
        self,
        hook: impl Fn(&mut Step<'_, InstanceCheck>) -> Result<bool, Error> + Send + Sync + 'static,
    ) -> Self {
        self.metaclass_hook(hook)
    }

    /// A metaclass, with a hook that answers `issubclass`: `__subclasscheck__`.
    pub fn subclasscheck(
        self,
        hook: impl Fn(&mut Step<'_, SubclassCheck>) -> Result<bool, Error> + Send + Sync + 'static,
    ) -> Self {
        self.metaclass_hook(hook)
    }
}
