//! Hooks: functions that stand in the way of a step and may call what is behind them.

use std::ops::{Deref, DerefMut};

use super::Class;
use super::hooks::{CallClass, InitClass, InitSubclass, InstanceCheck, MroHook, New, NewClass, Prepare, SubclassCheck};
use crate::error::Error;
use crate::function::{Code, Function};
use crate::namespace::Namespace;
use crate::spec::Text;
use crate::value::Value;

/// A step that classes can stand in the way of: the making of a class, of an instance, a check.
///
/// Each step has the arguments of the method that Python calls for it, and its hooks are found under the name of that
/// method, in the order of the MRO.
pub trait Hook: Sized {
    /// What the step gives.
    type Output;

    /// Python's name of the method.
    #[doc(hidden)]
    const NAME: &'static str;

    #[doc(hidden)]
    fn __code(code: &HookCode) -> Option<&HookFn<Self>>;

    #[doc(hidden)]
    fn __wrap(hook: Box<HookFn<Self>>) -> HookCode;

    /// What is behind all hooks: what `type` or `object` does.
    #[doc(hidden)]
    #[allow(clippy::missing_errors_doc, reason = "private")]
    fn __last(&mut self) -> Result<Self::Output, Error>;
}

#[doc(hidden)]
#[allow(unreachable_pub, reason = "named by a public trait")]
pub type HookFn<H> = dyn Fn(&mut Step<'_, H>) -> Result<<H as Hook>::Output, Error> + Send + Sync;

/// A hook on its way: the arguments of the step, and what is behind the hook.
///
/// It dereferences to the arguments, which a hook may change before it passes on with [`next`](Self::next).
///
/// ```
/// use metaclass::prelude::*;
///
/// let meta = Class::builder("Meta")
///     .new_class(|step| {
///         step.namespace_mut().set("made_by", "Meta")?;
///         step.next()
///     })
///     .build()?;
/// let class = Class::builder("C").metaclass(&meta).build()?;
/// assert_eq!(class.get("made_by")?, "Meta".into());
/// # Ok::<(), Error>(())
/// ```
pub struct Step<'a, H: Hook> {
    hook: &'a mut H,
    owner: &'a Class,
    behind: &'a [Link],
}

/// A hook with the class that has it.
struct Link {
    owner: Class,
    function: Function,
}

impl<H: Hook> Step<'_, H> {
    /// Passes on to the next hook, or to what Python does without one: `super().__new__(..)` and the like.
    ///
    /// # Errors
    /// Whatever is behind fails with.
    #[allow(clippy::should_implement_trait, reason = "a step may be passed on more than once, but is no iterator")]
    pub fn next(&mut self) -> Result<H::Output, Error> {
        run_chain(self.hook, self.behind)
    }

    /// The class that has this hook.
    #[must_use]
    pub const fn owner(&self) -> &Class {
        self.owner
    }
}

impl<H: Hook> Deref for Step<'_, H> {
    type Target = H;

    fn deref(&self) -> &H {
        self.hook
    }
}

impl<H: Hook> DerefMut for Step<'_, H> {
    fn deref_mut(&mut self) -> &mut H {
        self.hook
    }
}

/// Runs a step through all hooks that a class has for it.
pub(crate) fn run_all<H: Hook>(hook: &mut H, class: &Class) -> Result<H::Output, Error> {
    run(hook, class, 0)
}

/// Runs a step through the hooks that a class has for it, those behind a place of its MRO.
pub(super) fn run<H: Hook>(hook: &mut H, class: &Class, from: u32) -> Result<H::Output, Error> {
    let Some(group) = class.table().get(H::NAME) else { return hook.__last() };
    let order = class.mro();
    let links = group.iter().filter(|placed| placed.owner >= from).filter_map(|placed| {
        let owner = order.get(placed.owner as usize)?.clone();
        match placed.held.value() {
            Value::Function(function) => Some(Link { owner, function }),
            _ => None,
        }
    });
    run_chain(hook, &links.collect::<Vec<_>>())
}

fn run_chain<H: Hook>(hook: &mut H, chain: &[Link]) -> Result<H::Output, Error> {
    let Some((link, behind)) = chain.split_first() else { return hook.__last() };
    match link.function.code() {
        Code::Hook(code) => match H::__code(code) {
            Some(function) => {
                let _entered = crate::function::enter()?;
                function(&mut Step { hook, owner: &link.owner, behind })
            }
            None => Err(no_hook::<H>(&link.function)),
        },
        _ => Err(no_hook::<H>(&link.function)),
    }
}

#[cold]
fn no_hook<H: Hook>(function: &Function) -> Error {
    let (name, wanted) = (function.qualname(), H::NAME);
    Error::type_error(format!("{name}() is an ordinary function: '{wanted}' needs a hook"))
}

/// The hooks, each with the step that it stands in the way of.
macro_rules! hooks {
    ($($variant:ident $hook:ident $name:literal -> $output:ty;)*) => {
        /// What a hook does.
        #[doc(hidden)]
        pub enum HookCode {
            $($variant(Box<HookFn<$hook>>),)*
        }

        $(impl Hook for $hook {
            type Output = $output;

            const NAME: &'static str = $name;

            fn __code(code: &HookCode) -> Option<&HookFn<Self>> {
                match code {
                    HookCode::$variant(function) => Some(&**function),
                    _ => None,
                }
            }

            fn __wrap(hook: Box<HookFn<Self>>) -> HookCode {
                HookCode::$variant(hook)
            }

            fn __last(&mut self) -> Result<$output, Error> {
                self.last()
            }
        })*
    };
}

hooks! {
    Prepare Prepare "__prepare__" -> Box<dyn Namespace>;
    NewClass NewClass "__new__" -> Value;
    InitClass InitClass "__init__" -> ();
    CallClass CallClass "__call__" -> Value;
    Mro MroHook "mro" -> Vec<Class>;
    InstanceCheck InstanceCheck "__instancecheck__" -> bool;
    SubclassCheck SubclassCheck "__subclasscheck__" -> bool;
    New New "__new__" -> Value;
    InitSubclass InitSubclass "__init_subclass__" -> ();
}

/// A hook that is called as a function: outside of its step there is nothing that it could pass on to.
#[cold]
pub(crate) fn called(function: &Function) -> Error {
    let name = function.qualname();
    Error::type_error(format!("{name}() is a hook: it runs when classes and instances are made"))
}

/// A function that is a hook.
pub(crate) fn function<H: Hook>(
    hook: impl Fn(&mut Step<'_, H>) -> Result<H::Output, Error> + Send + Sync + 'static,
) -> Function {
    Function::of_code(Text::new(H::NAME), Code::Hook(Box::new(H::__wrap(Box::new(hook)))))
}
