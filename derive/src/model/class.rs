//! A class: all that the checks and the expanders know.

use proc_macro2::{Span, TokenStream};
use syn::ext::IdentExt as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Generics, Ident, Path, Token, Type, Visibility, WherePredicate};

use super::default::Default;
use super::field::Field;
use super::{names, types};
use crate::inherit::Parent;
use crate::input::Form;
use crate::input::groups::Group;
use crate::input::keyed::Given;
use crate::input::values::StructCheck;

/// A class.
pub(crate) struct Class {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) generics: Generics,
    pub(crate) form: Form,
    /// What it inherits from.
    pub(crate) parents: Vec<Parent>,
    /// All but ours.
    pub(crate) attributes: Vec<Attribute>,
    /// The names of the traits that the user derives, where that is known.
    pub(crate) derived: Vec<Ident>,
    /// Lints that the user has allowed for the struct hold for what is generated too.
    pub(crate) allows: Vec<Attribute>,
    pub(crate) doc: String,
    pub(crate) fields: Vec<Field>,
    pub(crate) init_vars: Vec<InitVar>,
    /// The function that is called with a new instance.
    pub(crate) post_init: Option<Path>,
    /// The base, by its place, through which the `post_init` of the next class above is reached.
    pub(crate) post_init_above: Option<usize>,
    /// Fields that are to be given together, or not together.
    pub(crate) groups: Vec<Group>,
    /// Functions over several fields.
    pub(crate) checks: Vec<StructCheck>,
    pub(crate) options: Options,
    /// The path to the runtime.
    pub(crate) krate: TokenStream,
    /// What the module of all that generated code may name is called next to the struct.
    pub(crate) private: Ident,
}

/// What was asked for, with the defaults filled in.
pub(crate) struct Options {
    /// Is there a constructor?
    pub(crate) init: bool,
    /// The constructor of the required fields, unless it is switched off.
    pub(crate) new: Option<New>,
    /// The name of the call macro, unless it is switched off.
    pub(crate) call: Option<Ident>,
    pub(crate) tuple: bool,
    /// Can others inherit from it?
    pub(crate) base: bool,
    pub(crate) debug: bool,
    pub(crate) clone: bool,
    pub(crate) display: bool,
    pub(crate) eq: bool,
    pub(crate) order: bool,
    pub(crate) ord: bool,
    pub(crate) hash: bool,
    pub(crate) default: bool,
    pub(crate) frozen: bool,
    /// Are there getters, though the class is neither frozen nor validated?
    pub(crate) getters: bool,
    /// Are there checked setters?
    pub(crate) setters: bool,
    /// Is there a builder?
    pub(crate) builder: bool,
    /// Do the rules hold for every instance?
    pub(crate) validate: bool,
    /// Is what was generated kept as text?
    pub(crate) source: bool,
    /// Has the registry of the whole program its class?
    pub(crate) register: bool,
    /// Does it read itself from data, and write itself?
    pub(crate) serde: bool,
    /// May data have no names but those of the fields?
    pub(crate) forbid_extra: bool,
    pub(crate) bound: Option<Punctuated<WherePredicate, Token![,]>>,
    /// There are mistakes in the options, so that some may be missing.
    pub(crate) incomplete: bool,
    /// Where options were given, for errors about them.
    pub(crate) keys: Keys,
}

/// The places of options that laws speak about.
pub(crate) struct Keys {
    pub(crate) order: Option<Span>,
    pub(crate) ord: Option<Span>,
    pub(crate) hash: Option<Span>,
    pub(crate) default: Option<Span>,
    pub(crate) setters: Option<Span>,
    pub(crate) builder: Option<Span>,
    pub(crate) new: Option<Span>,
    pub(crate) call: Option<Span>,
    pub(crate) post_init: Option<Span>,
    pub(crate) source: Option<Span>,
    pub(crate) register: Option<Span>,
    pub(crate) serde: Option<Span>,
    pub(crate) clone: Option<Span>,
}

/// The constructor of the required fields.
pub(crate) struct New {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
}

/// A constructor argument that is no field.
#[derive(Clone)]
pub(crate) struct InitVar {
    pub(crate) ident: Ident,
    pub(crate) name: String,
    pub(crate) ty: Type,
    /// The type as the user wrote it, perhaps in a base where its names mean something.
    pub(crate) written: Type,
    /// The base that it comes from.
    pub(crate) base: Option<String>,
    pub(crate) default: Option<Default>,
    pub(crate) kw_only: bool,
    /// How many fields stand before it.
    pub(crate) after: usize,
}

/// The place where an option was given.
pub(crate) fn key<T>(given: &Given<T>) -> Option<Span> {
    given.as_ref().map(|keyed| keyed.key)
}

impl Class {
    /// The fields that the repr and `Debug` show.
    pub(crate) fn shown(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.repr.is_hidden())
    }

    /// The fields that `==` and order look at.
    pub(crate) fn compared(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.compare)
    }

    /// The fields that the hash looks at.
    pub(crate) fn hashed(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.compare && field.hash)
    }

    /// Is there something to be checked: rules, or types that may have some?
    pub(crate) fn is_checked(&self) -> bool {
        let asks = |field: &Field| field.required || !field.rules.all.is_empty() || !types::is_known(&field.ty);
        !self.checks.is_empty() || !self.groups.is_empty() || self.fields.iter().any(asks)
    }

    /// Is a check written as a closure, which generated code calls where it stands?
    pub(crate) fn has_closures(&self) -> bool {
        let is_closure = |function: &syn::Expr| matches!(function, syn::Expr::Closure(_));
        self.checks.iter().any(|check| is_closure(&check.function))
            || self.fields.iter().any(|field| field.rules.any_check(&is_closure))
    }

    /// Are there getters?
    pub(crate) fn has_getters(&self) -> bool {
        self.options.getters || self.is_closed()
    }

    /// The fields that have a setter: what the constructor does not take is not for others to change.
    pub(crate) fn settable(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.init && self.options.setters)
    }

    /// The generated method or the getter that has the name of the setter of a field.
    pub(crate) fn clash_of_setter(&self, field: &Field) -> Option<Clash> {
        let setter = names::setter(&field.name).to_string();
        match self.generated_methods().contains(&setter) {
            true => Some(Clash::Method(setter)),
            false if !self.has_getters() => None,
            false => self.fields.iter().any(|other| other.name == setter).then_some(Clash::Getter(setter)),
        }
    }

    /// Is nothing to be assigned from outside of the module?
    pub(crate) fn is_closed(&self) -> bool {
        self.options.frozen || self.options.validate
    }

    /// Is there a mistake in a base, which was told of there?
    pub(crate) fn is_broken(&self) -> bool {
        self.parents.iter().any(|parent| parent.class().is_none())
    }

    /// Where an argument stands among the fields and the other arguments.
    pub(crate) fn place(&self, name: &str) -> usize {
        self.arguments_and_fields().position(|argument| argument.name() == name).unwrap_or(usize::MAX)
    }

    /// Is an instance a tuple?
    pub(crate) fn is_tuple(&self) -> bool {
        self.form.is_tuple()
    }

    /// The position of a field.
    pub(crate) fn position(&self, name: &Ident) -> Option<usize> {
        let name = name.unraw().to_string();
        self.fields.iter().position(|field| field.name == name)
    }

    /// Is `Eq` implemented?
    pub(crate) fn is_eq(&self) -> bool {
        self.options.eq && (self.options.ord || self.options.hash)
    }

    /// The arguments of the constructor in the order of the signature: those without a default first, keyword-only ones
    /// last.
    pub(crate) fn arguments(&self) -> impl Iterator<Item = Argument<'_>> {
        let positional = |required: bool| {
            let all = self.written_arguments().filter(|argument| !argument.kw_only());
            all.filter(move |argument| argument.default().is_none() == required)
        };
        let keyword_only = self.written_arguments().filter(Argument::kw_only);
        positional(true).chain(positional(false)).chain(keyword_only)
    }

    /// The arguments of the constructor in written order.
    pub(crate) fn written_arguments(&self) -> impl Iterator<Item = Argument<'_>> {
        self.arguments_and_fields().filter(Argument::is_given)
    }

    /// Is something done to a new instance?
    pub(crate) fn has_post_init(&self) -> bool {
        self.post_init.is_some() || self.super_post_init().is_some()
    }

    /// The base of which the `post_init` is called, as the class has none.
    pub(crate) fn inherited_post_init(&self) -> Option<(&Parent, &Self)> {
        self.super_post_init().filter(|_| self.post_init.is_none())
    }

    /// The base of which the `post_init` is the next one above.
    pub(crate) fn super_post_init(&self) -> Option<(&Parent, &Self)> {
        let parent = self.parents.get(self.post_init_above?)?;
        Some((parent, parent.class()?))
    }

    /// Is this trait left to us, and not to a derive of the user's?
    pub(crate) fn writes(&self, name: &str) -> bool {
        !self.derived.iter().any(|derived| derived == name)
    }

    /// The names of the methods that are written whatever the fields are.
    pub(crate) fn generated_methods(&self) -> Vec<String> {
        let new = self.options.new.as_ref().map(|new| new.ident.unraw().to_string());
        let tuples = names::TUPLE_METHODS.iter().filter(|_| self.options.tuple).map(|name| (*name).to_owned());
        let builder = self.options.builder.then(|| names::BUILDER.to_owned());
        new.into_iter().chain(tuples).chain(builder).collect()
    }

    /// The fields, those that are no arguments too, and the other arguments, in written order.
    pub(crate) fn arguments_and_fields(&self) -> impl Iterator<Item = Argument<'_>> {
        in_written_order(&self.fields, &self.init_vars)
    }

    /// May the field's type be seen in its own module only, though the call macro is seen further?
    ///
    /// In a generic class it is not guarded: what it travels in would need the parameters.
    pub(crate) fn is_guarded(&self, field: &Field) -> bool {
        field.private
            && self.options.call.is_some()
            && self.is_static()
            && !self.has_parameters()
            && !types::is_known(&field.ty)
    }

    /// Does the call macro go through functions that guard private types?
    pub(crate) fn has_guards(&self) -> bool {
        self.fields.iter().any(|field| self.is_guarded(field))
    }

    /// Does a computed default need to know which instantiation of the class it is for?
    pub(crate) fn has_witness(&self) -> bool {
        let is_computed = |argument: Argument<'_>| matches!(argument.default(), Some(Default::Computed(_)));
        self.has_parameters() && self.arguments_and_fields().any(is_computed)
    }

    /// Has the struct type or const parameters?
    fn has_parameters(&self) -> bool {
        self.is_generic() || self.generics.const_params().next().is_some()
    }

    /// Has the struct type parameters? Then what it can do depends on theirs.
    pub(crate) fn is_generic(&self) -> bool {
        self.generics.type_params().next().is_some()
    }

    /// Can an instance be held by a value as it is? Not if it is written with a lifetime or a type parameter.
    pub(crate) fn is_static(&self) -> bool {
        !self.is_generic() && self.generics.lifetimes().next().is_none()
    }
}

/// Fields with the arguments that stand among them.
pub(crate) fn in_written_order<'a>(
    fields: &'a [Field],
    init_vars: &'a [InitVar],
) -> impl Iterator<Item = Argument<'a>> {
    (0..=fields.len()).flat_map(move |i| {
        let before = init_vars.iter().filter(move |var| var.after == i).map(Argument::InitVar);
        before.chain(fields.get(i).map(Argument::Field))
    })
}

/// What has the name that a method of a field would have.
pub(crate) enum Clash {
    /// A method that is generated whatever the fields are.
    Method(String),
    /// The getter of the field of this name.
    Getter(String),
}

/// An argument of the constructor.
#[derive(Clone, Copy)]
pub(crate) enum Argument<'a> {
    Field(&'a Field),
    InitVar(&'a InitVar),
}

impl<'a> Argument<'a> {
    pub(crate) fn ident(&self) -> &'a Ident {
        match self {
            Self::Field(field) => &field.ident,
            Self::InitVar(var) => &var.ident,
        }
    }

    pub(crate) fn name(&self) -> &'a str {
        match self {
            Self::Field(field) => &field.name,
            Self::InitVar(var) => &var.name,
        }
    }

    /// The type as the user wrote it.
    pub(crate) fn written(&self) -> &'a Type {
        match self {
            Self::Field(field) => &field.written,
            Self::InitVar(var) => &var.written,
        }
    }

    pub(crate) fn ty(&self) -> &'a Type {
        match self {
            Self::Field(field) => &field.ty,
            Self::InitVar(var) => &var.ty,
        }
    }

    pub(crate) fn default(&self) -> Option<&'a Default> {
        match self {
            Self::Field(field) => field.default.as_ref(),
            Self::InitVar(var) => var.default.as_ref(),
        }
    }

    pub(crate) fn kw_only(&self) -> bool {
        match self {
            Self::Field(field) => field.kw_only,
            Self::InitVar(var) => var.kw_only,
        }
    }

    /// Does the constructor take it?
    pub(crate) fn is_given(&self) -> bool {
        self.field().is_none_or(|field| field.init)
    }

    /// Are there mistakes in its options, so that it may have a default or none?
    pub(crate) fn is_incomplete(&self) -> bool {
        match self {
            Self::Field(field) => field.incomplete,
            Self::InitVar(_) => false,
        }
    }

    /// The field, if it is one.
    pub(crate) fn field(&self) -> Option<&'a Field> {
        match self {
            Self::Field(field) => Some(field),
            Self::InitVar(_) => None,
        }
    }

    /// The name in data.
    pub(crate) fn key(&self) -> String {
        match self {
            Self::Field(field) => field.key(),
            Self::InitVar(var) => var.name.clone(),
        }
    }

    pub(crate) fn is_into(&self) -> bool {
        match self {
            Self::Field(field) => field.into,
            Self::InitVar(_) => false,
        }
    }
}
