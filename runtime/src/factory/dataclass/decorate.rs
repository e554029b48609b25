//! What `@dataclass` does to a class: it collects the fields, asks the laws in Python's order, and writes the methods.

use std::sync::Arc;

use super::collect::{Collected, collect};
use super::entries::Entries;
use super::init::constructor;
use super::methods::{Wanted, methods};
use super::table::FieldTable;
use super::{DataclassOptions, laws};
use crate::class::{Class, Inherited, Members};
use crate::error::Error;
use crate::field::{Role, fit_together};
use crate::signature::{Param, Signature};
use crate::spec::{ClassSpec, FieldSpec, Flags, Options, Text};
use crate::symbol::{DATACLASS_FIELDS, EQ, HASH, INIT, MATCH_ARGS, POST_INIT, SLOTS, Sym};
use crate::value::{Tuple, Value};

/// A class that is about to be made.
pub(crate) struct Draft<'a> {
    pub(crate) name: &'a Text,
    pub(crate) bases: &'a [Class],
    /// The MRO behind the class itself.
    pub(crate) ancestors: &'a [Class],
    pub(crate) members: &'a mut Members,
}

/// Makes a dataclass of a class that is about to be made.
pub(crate) fn decorate(mut draft: Draft<'_>, options: DataclassOptions) -> Result<(), Error> {
    let body = draft.members.take_fields();
    let Collected { entries, bases_frozen } = collect(&body, draft.ancestors, &options)?;
    let names: Vec<Sym> = entries.iter().map(|(name, _)| name).collect();
    let entries = Entries::of(entries);
    let with_names = || entries.iter().zip(names.iter().copied());
    laws::frozen(options.is_frozen(), &bases_frozen)?;
    laws::order_needs_eq(&options)?;
    if options.has_init() && !options.is_required_first() {
        laws::required_before_default(&entries)?;
    }
    let hash = Hash::of(&options, draft.members);
    let spec = Arc::new(draft.describe(&entries, &options, hash == Hash::Generated)?);
    if options.has_init() {
        draft.add_constructor(&entries, &spec, &options);
    }
    draft.add_methods(&options, hash)?;
    if options.has_match_args() {
        let taken = with_names().filter(|(entry, _)| entry.is_parameter() && !entry.spec.has(Flags::KW_ONLY));
        draft.members.insert_missing(*MATCH_ARGS, || {
            let mut all = Vec::with_capacity(names.len());
            all.extend(taken.map(|(_, name)| name.to_value()));
            Tuple::from(all).into()
        });
    }
    laws::weakref_slot_needs_slots(&options)?;
    if options.has_slots() {
        draft.add_slots(&spec, options.has_weakref_slot())?;
    }
    let fields = match entries.are_fields() {
        true => names,
        false => with_names().filter(|(entry, _)| entry.role == Role::Field).map(|(_, name)| name).collect(),
    };
    draft.members.describe(Arc::clone(&spec), fields);
    draft.members.insert(*DATACLASS_FIELDS, FieldTable::new(entries, options, spec));
    Ok(())
}

/// The signature of the constructor: those by keyword only come last, and those without a default first, where that is
/// not how they stand.
fn signature(entries: &Entries) -> Signature {
    let mut taken: Vec<&FieldSpec> = entries.parameters().collect();
    taken.sort_by_key(|spec| match spec.has(Flags::KW_ONLY) {
        true => 2,
        false => u8::from(!spec.default().is_required()),
    });
    Signature::of_constructor(taken.into_iter().map(Param::from).collect())
}

/// What becomes of `__hash__`: Python's table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hash {
    Kept,
    Refused,
    Generated,
    Overwritten,
}

impl Hash {
    fn of(options: &DataclassOptions, members: &Members) -> Self {
        let is_explicit = match members.get(*HASH) {
            // What has `__eq__` alone is not hashable.
            Some(Value::None) => members.get(*EQ).is_none(),
            hash => hash.is_some(),
        };
        match (options.has_unsafe_hash(), is_explicit, options.has_eq(), options.is_frozen()) {
            (true, true, ..) => Self::Overwritten,
            (true, false, ..) | (false, false, true, true) => Self::Generated,
            (false, true, ..) | (false, false, false, _) => Self::Kept,
            (false, false, true, false) => Self::Refused,
        }
    }
}

impl Draft<'_> {
    fn describe(&self, entries: &Entries, options: &DataclassOptions, is_hashed: bool) -> Result<ClassSpec, Error> {
        fit_together(&entries.fields)?;
        let inherited = Inherited::of(self.bases);
        let kept = [Options::VALIDATE].into_iter().filter(|option| inherited.options.has(*option));
        let options_of_spec = kept.fold(options.in_spec(is_hashed), Options::with);
        let spec = ClassSpec::made(self.name.clone(), entries.fields.clone())
            .with_module(self.members.module().clone())
            .with_doc(self.members.doc().cloned().unwrap_or(Text::new("")))
            .with_bases(inherited.bases.into())
            .with_init_vars(entries.init_vars.clone())
            .with_init_var_places(entries.places_of_init_vars())
            .with_groups(inherited.groups.into())
            .with_checks(inherited.checks.into())
            .with_options(options_of_spec);
        let spec = options.groups().iter().cloned().try_fold(spec, ClassSpec::grouped)?;
        options.checks().iter().cloned().try_fold(spec, ClassSpec::checked)
    }

    fn add_constructor(&mut self, entries: &Entries, spec: &Arc<ClassSpec>, options: &DataclassOptions) {
        let has_post_init = self.has(*POST_INIT);
        let init = || constructor(|| signature(entries), entries, spec, options, has_post_init).into();
        self.members.insert_missing(*INIT, init);
    }

    /// Has the class an attribute of this name, of its own or of its bases?
    fn has(&self, name: Sym) -> bool {
        self.members.get(name).is_some() || self.ancestors.iter().any(|base| base.has_own(&name))
    }

    /// What the class has itself stays; where that would go unnoticed, it is refused.
    fn add_methods(&mut self, options: &DataclassOptions, hash: Hash) -> Result<(), Error> {
        let wanted = Wanted {
            repr: options.has_repr(),
            eq: options.has_eq(),
            order: options.has_order(),
            hash: hash == Hash::Generated,
            frozen: options.is_frozen(),
            checked: options.is_validated() && !options.is_frozen(),
        };
        if hash == Hash::Overwritten {
            return Err(laws::overwritten(self.name, "__hash__", ""));
        }
        for (name, method) in methods(&wanted) {
            match (self.members.get(name), &*name) {
                (None, _) | (Some(Value::None), "__hash__") => self.members.insert(name, method),
                (Some(_), "__lt__" | "__le__" | "__gt__" | "__ge__") => {
                    return Err(laws::overwritten(self.name, &name, " Consider using functools.total_ordering"));
                }
                (Some(_), "__setattr__" | "__delattr__") => return Err(laws::overwritten(self.name, &name, "")),
                (Some(_), _) => {}
            }
        }
        if hash == Hash::Refused {
            self.members.insert(*HASH, Value::None);
        }
        Ok(())
    }

    /// A place for each field that has none yet, and no other attributes.
    fn add_slots(&mut self, spec: &ClassSpec, has_weakref: bool) -> Result<(), Error> {
        if self.members.get(*SLOTS).is_some() {
            let name = self.name;
            return Err(Error::type_error(format!("{name} already specifies __slots__")));
        }
        let is_inherited = |name: &&str| self.ancestors.iter().any(|base| base.has_slot(name));
        let names = spec.fields().iter().map(FieldSpec::name).chain(has_weakref.then_some("__weakref__"));
        let (inherited, new): (Vec<&str>, Vec<&str>) = names.partition(is_inherited);
        for name in inherited {
            self.members.remove(name);
        }
        self.members.close(&new);
        Ok(())
    }
}
