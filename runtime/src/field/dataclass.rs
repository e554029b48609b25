//! What Python's `field(..)` says of a field of a dataclass, and what else can stand among the fields.

use super::Field;
use crate::error::Error;
use crate::spec::{DefaultSpec, FieldBody, Flags, Ref};
use crate::value::Value;

/// What a line among the fields of a dataclass is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Field,
    /// An argument of the constructor that is no field: Python's `InitVar`.
    InitVar,
    /// An attribute of the class: Python's `ClassVar`.
    ClassVar,
    /// What follows is by keyword only: Python's `KW_ONLY`.
    KwOnly,
}

impl Field {
    /// No field: all behind it are by keyword only. Its name is of no account.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let point = make_dataclass("Point", [("x", Field::float()), ("_", Field::KW_ONLY), ("y", Field::float())]).build()?;
    /// assert_eq!(point.signature().to_string(), "(x: float, *, y: float)");
    /// # Ok::<(), Error>(())
    /// ```
    pub const KW_ONLY: Self = {
        let mut field = Self::with_body(Ref::Static(FieldBody::ANY));
        field.role = Role::KwOnly;
        field
    };

    /// No field, but an argument of the constructor of a dataclass, which `__post_init__` gets: Python's `InitVar`.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let point = Class::builder("Point")
    ///     .field("x", Field::int())
    ///     .field("scale", Field::int().default(1).init_var())
    ///     .method_mut_with("__post_init__", ["scale"], |this, args| {
    ///         let x = this.get_as::<i64>("x")? * args.get_as::<i64>("scale")?;
    ///         this.set("x", x)
    ///     })
    ///     .dataclass(DataclassOptions::new())
    ///     .build()?;
    /// assert_eq!(point.instantiate(args!(3, scale = 10))?.to_string(), "Point(x=30)");
    /// # Ok::<(), Error>(())
    /// ```
    #[doc(alias = "InitVar")]
    pub const fn init_var(mut self) -> Self {
        self.role = Role::InitVar;
        self
    }

    /// No field, but an attribute of the class, if it has a default: Python's `ClassVar`.
    #[doc(alias = "ClassVar")]
    pub const fn class_var(mut self) -> Self {
        self.role = Role::ClassVar;
        self
    }

    /// Does the constructor take it? It does unless said otherwise.
    pub const fn init(self, on: bool) -> Self {
        self.switch(Flags::INIT, on)
    }

    /// Does the repr show it? It does unless said otherwise.
    pub const fn repr(self, on: bool) -> Self {
        self.switch(Flags::REPR, on)
    }

    /// Do `==` and the order look at it? They do unless said otherwise.
    pub const fn compare(self, on: bool) -> Self {
        self.switch(Flags::COMPARE, on)
    }

    /// Does the hash include it? It includes what is compared unless said otherwise.
    pub const fn hash(self, on: bool) -> Self {
        self.switch(Flags::HASH, on).switch(Flags::NO_HASH, !on)
    }

    /// By keyword only.
    pub const fn kw_only(mut self) -> Self {
        self.is_positional = false;
        self.switch(Flags::KW_ONLY, true)
    }

    /// By position too, where the class or [`KW_ONLY`](Self::KW_ONLY) says otherwise: Python's `kw_only=False`.
    pub const fn positional(mut self) -> Self {
        self.is_positional = true;
        self.switch(Flags::KW_ONLY, false)
    }

    const fn switch(mut self, flag: Flags, on: bool) -> Self {
        self.flags = if on { self.flags.with(flag) } else { self.flags.without(flag) };
        self
    }

    /// With a default that a function makes anew each time.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let cart = make_dataclass("Cart", [("items", Field::list(Field::str()).default_factory(|| Ok(vec!["bag"])))]).build()?;
    /// assert_eq!(cart.instantiate(args!())?.to_string(), "Cart(items=['bag'])");
    /// assert_eq!(cart.signature().to_string(), "(items: list[str] = <factory>)");
    /// # Ok::<(), Error>(())
    /// ```
    pub fn default_factory<R: Into<Value>>(
        mut self,
        make: impl Fn() -> Result<R, Error> + Send + Sync + 'static,
    ) -> Self {
        self.factory = Some(DefaultSpec::made_by(move || make().map(Into::into)).into());
        self
    }

    pub(crate) const fn role(&self) -> Role {
        self.role
    }

    /// By keyword only, or not, if that was said.
    pub(crate) const fn is_kw_only(&self) -> Option<bool> {
        match (self.flags.has(Flags::KW_ONLY), self.is_positional) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        }
    }

    /// The default, if it is the same each time.
    pub(crate) fn constant(&self) -> Option<Value> {
        self.default.constant()
    }

    pub(crate) const fn has_factory(&self) -> bool {
        self.factory.is_some()
    }

    /// Was nothing said but its type and rules: is it, in Python's words, an annotation without a value?
    pub(crate) fn is_bare(&self) -> bool {
        let says_nothing = self.flags == Flags::DEFAULT && self.body.metadata.is_empty() && self.is_kw_only().is_none();
        says_nothing && self.default.is_required() && self.factory.is_none()
    }

    /// Without a default.
    pub(crate) fn without_default(mut self) -> Self {
        self.default = DefaultSpec::Required.into();
        self
    }
}
