//! What `@dataclass` does to a class: it collects the fields, asks the laws in Python's order, and writes the methods.

use std::sync::Arc;

use super::collect::{Collected, are_plain, collect};
use super::description::{Described, Description, Head};
use super::entries::Entries;
use super::methods::{Method, Wanted};
use super::parts::Part;
use super::table::FieldTable;
use super::{DataclassOptions, laws};
use crate::class::{Class, Inherited, Members, builtins};
use crate::error::Error;
use crate::field::{Role, fit_together};
use crate::spec::{ClassSpec, FieldSpec, Options};
use crate::symbol::{DATACLASS_FIELDS, EQ, HASH, INIT, MATCH_ARGS, POST_INIT, SLOTS, Sym};
use crate::value::Value;

/// A class that is about to be made.
pub(crate) struct Draft<'a> {
    pub(crate) bases: &'a [Class],
    /// The MRO behind the class itself.
    pub(crate) ancestors: &'a [Class],
    pub(crate) members: &'a mut Members,
}

/// Makes a dataclass of a class that is about to be made.
pub(crate) fn decorate(mut draft: Draft<'_>, options: DataclassOptions) -> Result<(), Error> {
    let collected = draft.collect(&options)?;
    laws::order_needs_eq(&options)?;
    if let Some(Collected { entries, .. }) = &collected
        && options.has_init()
        && !options.is_required_first()
    {
        laws::required_before_default(entries)?;
    }
    let hash = Hash::of(&options, draft.members);
    let is_hashed = hash == Hash::Generated;
    let description = match collected {
        Some(collected) => draft.describe(collected, &options, is_hashed)?,
        None => draft.describe_plain(options.in_spec(is_hashed)),
    };
    let mut table = FieldTable::new(description, options).shown_as(draft.members.long_name());
    table.has_post_init = table.options.has_init() && draft.has(*POST_INIT);
    let table = Arc::new(table);
    let options = &table.options;
    if options.has_init() {
        draft.members.insert_missing(*INIT, &table, Part::Init);
    }
    draft.add_methods(&table, hash)?;
    if options.has_match_args() {
        draft.members.insert_missing(*MATCH_ARGS, &table, Part::MatchArgs);
    }
    laws::weakref_slot_needs_slots(options)?;
    if options.has_slots() {
        draft.add_slots(table.spec(), options.has_weakref_slot())?;
    }
    draft.members.insert_part(*DATACLASS_FIELDS, table, Part::Fields);
    Ok(())
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
    /// The fields, unless they are plain ones of its own body.
    fn collect(&mut self, options: &DataclassOptions) -> Result<Option<Collected>, Error> {
        if !self.members.has_slots() && are_plain(self.members.fields(), self.ancestors, options) {
            return Ok(None);
        }
        let collected = collect(&self.members.take_fields(), self.ancestors, options)?;
        laws::frozen(options.is_frozen(), &collected.bases_frozen)?;
        Ok(Some(collected))
    }

    fn describe_plain(&mut self, options: Options) -> Description {
        let layout = self.members.lay_out();
        let (module, doc) = (self.members.module().clone(), self.members.doc().cloned());
        Description::plain(Head { name: self.members.name().clone(), module, doc, options }, layout)
    }

    fn describe(
        &mut self,
        collected: Collected,
        options: &DataclassOptions,
        is_hashed: bool,
    ) -> Result<Description, Error> {
        let Collected { names, entries, .. } = collected;
        let spec = Arc::new(self.spec(&entries, options, is_hashed)?);
        let fields = match entries.are_fields() {
            true => names,
            false => {
                let with_names = entries.iter().zip(names);
                with_names.filter(|(entry, _)| entry.role == Role::Field).map(|(_, name)| name).collect()
            }
        };
        self.members.describe(Arc::clone(&spec), fields);
        Ok(Description::Whole(Described { entries, spec }))
    }

    fn spec(&self, entries: &Entries, options: &DataclassOptions, is_hashed: bool) -> Result<ClassSpec, Error> {
        fit_together(&entries.fields)?;
        let inherited = Inherited::of(self.bases);
        let kept = [Options::VALIDATE].into_iter().filter(|option| inherited.options.has(*option));
        let options_of_spec = kept.fold(options.in_spec(is_hashed), Options::with);
        let mut spec = ClassSpec::made(self.members.name().clone(), entries.fields.clone())
            .with_module(self.members.module().clone())
            .with_options(options_of_spec);
        // Most have none of these.
        if let Some(doc) = self.members.doc() {
            spec = spec.with_doc(doc.clone());
        }
        if !inherited.bases.is_empty() {
            spec = spec
                .with_bases(inherited.bases.into())
                .with_groups(inherited.groups.into())
                .with_checks(inherited.checks.into());
        }
        if !entries.are_fields() {
            spec = spec.with_init_vars(entries.init_vars.clone()).with_init_var_places(entries.places_of_init_vars());
        }
        for group in options.groups() {
            spec = spec.grouped(group.clone())?;
        }
        for check in options.checks() {
            spec = spec.checked(check.clone())?;
        }
        Ok(spec)
    }

    /// Has the class an attribute of this name, of its own or of its bases, `object` not among them?
    fn has(&self, name: Sym) -> bool {
        let has = |base: &Class| !builtins::is_object(base) && base.has_own_held(name);
        self.members.get(name).is_some() || self.ancestors.iter().any(has)
    }

    /// What the class has itself stays; where that would go unnoticed, it is refused.
    fn add_methods(&mut self, table: &Arc<FieldTable>, hash: Hash) -> Result<(), Error> {
        let options = &table.options;
        let wanted = Wanted {
            repr: options.has_repr(),
            eq: options.has_eq(),
            order: options.has_order(),
            hash: hash == Hash::Generated,
            frozen: options.is_frozen(),
            checked: options.is_validated() && !options.is_frozen(),
        };
        if hash == Hash::Overwritten {
            return Err(laws::overwritten(self.members.name(), "__hash__", ""));
        }
        for method in wanted.methods() {
            let name = method.name();
            if self.members.insert_missing(name, table, Part::Method(method)) {
                continue;
            }
            match (self.members.get(name), method) {
                (Some(Value::None), Method::Hash) => {
                    self.members.insert_part(name, Arc::clone(table), Part::Method(method));
                }
                (_, Method::Lt | Method::Le | Method::Gt | Method::Ge) => {
                    return Err(laws::overwritten(
                        self.members.name(),
                        &name,
                        " Consider using functools.total_ordering",
                    ));
                }
                (_, Method::FrozenSet | Method::FrozenDelete | Method::CheckedSet) => {
                    return Err(laws::overwritten(self.members.name(), &name, ""));
                }
                _ => {}
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
            let name = self.members.name();
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
