//! How functions are called: with a receiver or without, and what is told of those that fail.

use std::iter;
use std::mem::take;

use super::{Code, Failure, Function, enter, no_parameters, not_callable};
use crate::args::Args;
use crate::class::{Class, Cls};
use crate::error::Error;
use crate::instance::This;
use crate::signature::{Param, Signature};
use crate::value::Value;

impl Function {
    /// Calls it.
    ///
    /// A method that is read from its class takes the instance as its first argument.
    ///
    /// # Errors
    /// A `TypeError` if the arguments do not fit, and whatever the function fails with.
    pub fn call(&self, mut args: Args) -> Result<Value, Error> {
        self.call_with(&mut args)
    }

    fn call_with(&self, args: &mut Args) -> Result<Value, Error> {
        match &self.0.code {
            Code::Plain(plain) | Code::Static(plain) => {
                let _entered = enter()?;
                args.check(self.qualname())?;
                Failure::of_call(|failure| self.traced(plain(take(args), failure), failure))
            }
            Code::Bound(receiver, function) => function.call_on(receiver, args),
            Code::Unary(_)
            | Code::UnaryMut(_)
            | Code::Reader(..)
            | Code::Writer(..)
            | Code::Init(_)
            | Code::Constructor(_)
            | Code::Abstract => {
                let receiver = self.take_receiver(args, "self")?;
                self.call_on(&receiver, args)
            }
            Code::OfClass(_) => Err(not_callable("classmethod")),
            Code::Hook(_) => Err(crate::class::called(self)),
        }
    }

    /// The first argument, which is left out of the others.
    fn take_receiver(&self, args: &mut Args, receiver: &str) -> Result<Value, Error> {
        args.check(self.qualname())?;
        args.take_first().ok_or_else(|| {
            let is_missing = |param: &&Param| param.kind().is_positional() && param.is_required();
            let others = self.signature().into_iter().flat_map(Signature::params).filter(is_missing);
            let others = others.map(Param::name).filter(|name| args.keyword(name).is_none());
            crate::signature::missing(
                self.qualname(),
                "positional",
                &iter::once(receiver).chain(others).collect::<Vec<_>>(),
            )
        })
    }

    /// Calls it with a receiver that is a value.
    fn call_on(&self, receiver: &Value, args: &mut Args) -> Result<Value, Error> {
        let place = |class: &Class| class.place_of(self);
        match (&self.0.code, receiver) {
            (Code::OfClass(_), Value::Class(class)) => self.run_of_class(class, place(class), args),
            _ => {
                let class = receiver.class();
                let this = This::of(receiver, class);
                Failure::of_call(|failure| self.run(&this.within(place(class)), args, failure))
            }
        }
    }

    /// Runs it without arguments, for a receiver that is only read, within the class that the receiver says.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "with what it calls, it is most of a call without arguments")]
    pub(crate) fn run_alone(&self, this: &This<'_>, failure: &mut Failure) -> Option<Value> {
        match &self.0.code {
            Code::Unary(unary) => self.entered(failure, |failure| unary(this, failure)),
            _ => self.run_with_nothing(this, failure),
        }
    }

    #[inline(never)]
    fn run_with_nothing(&self, this: &This<'_>, failure: &mut Failure) -> Option<Value> {
        self.run(this, &mut Args::new(), failure)
    }

    /// Runs it for a receiver that is only read. The arguments are taken.
    #[inline(never)]
    pub(crate) fn run(&self, this: &This<'_>, args: &mut Args, failure: &mut Failure) -> Option<Value> {
        match &self.0.code {
            Code::Reader(reader, _) => self.entered(failure, |failure| reader(this, args, self, failure)),
            Code::UnaryMut(_) | Code::Writer(..) | Code::Init(_) | Code::Constructor(_) => match this.shared() {
                Some(mut this) => self.run_mut(&mut this, args, failure),
                None => failure.because(self.writes(this)),
            },
            Code::Unary(unary) if args.is_nothing() => self.entered(failure, |failure| unary(this, failure)),
            Code::Unary(_) => self.refuse(this, args, failure),
            Code::Abstract => self.entered(failure, |failure| failure.because(self.cannot_run())),
            Code::Plain(_) => {
                args.insert_first(this.to_value());
                failure.take(self.call_with(args))
            }
            Code::OfClass(_) => failure.take(self.run_of_class(this.class(), this.place(), args)),
            Code::Static(_) | Code::Bound(..) | Code::Hook(_) => failure.take(self.call_with(args)),
        }
    }

    /// Runs it for a receiver that it may change. The arguments are taken.
    pub(crate) fn run_mut(&self, this: &mut This<'_>, args: &mut Args, failure: &mut Failure) -> Option<Value> {
        match &self.0.code {
            Code::UnaryMut(unary) if args.is_nothing() => self.entered(failure, |failure| unary(this, failure)),
            Code::UnaryMut(_) => self.refuse(this, args, failure),
            Code::Writer(writer, _) => self.entered(failure, |failure| writer(this, args, self, failure)),
            Code::Init(init) => self.entered(failure, |failure| failure.take(init.run(this, args, self))),
            Code::Constructor(constructor) => {
                self.entered(failure, |failure| failure.take(constructor.run(this, args, self.qualname())))
            }
            _ => self.run(this, args, failure),
        }
    }

    pub(crate) fn run_of_class(&self, class: &Class, place: u32, args: &mut Args) -> Result<Value, Error> {
        match &self.0.code {
            Code::OfClass(function) => {
                let class = Cls::new(class, place);
                Failure::of_call(|failure| self.entered(failure, |failure| function(&class, args, self, failure)))
            }
            _ => self.call_with(args),
        }
    }

    /// Refuses all arguments.
    #[cold]
    fn refuse(&self, this: &This<'_>, args: &mut Args, failure: &mut Failure) -> Option<Value> {
        let refused = no_parameters().bind_from(&self.qualname_in(this.owner()), args).map(|_| Value::None);
        failure.take(refused.map_err(|error| error.within(self.shown_name().clone())))
    }

    /// Runs what it does, one call deeper.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "a part of `run`")]
    fn entered(&self, failure: &mut Failure, run: impl FnOnce(&mut Failure) -> Option<Value>) -> Option<Value> {
        // It is left before the value is looked at, which is still in its registers then.
        let value = match enter() {
            Ok(_entered) => run(failure),
            Err(error) => return failure.because(error),
        };
        self.traced(value, failure)
    }

    /// Adds itself to the trace of an error.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "a part of `run`")]
    fn traced(&self, value: Option<Value>, failure: &mut Failure) -> Option<Value> {
        if value.is_none() {
            failure.add(self);
        }
        value
    }

    #[cold]
    fn cannot_run(&self) -> Error {
        Error::type_error(format!("'{}' is an abstract method", self.name()))
    }

    #[cold]
    fn writes(&self, this: &This<'_>) -> Error {
        let class = this.class();
        let (class, name) = (class.name(), self.name());
        Error::type_error(format!("{}() changes its '{class}' object: call '{name}' with `call_mut`", self.qualname()))
    }
}
