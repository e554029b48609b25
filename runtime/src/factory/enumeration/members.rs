//! The members of an enumeration: the class keeps what they hold, and makes the instances of it, which keep the class.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use indexmap::IndexMap;

use super::flag::{Boundary, bits_of};
use crate::args::Args;
use crate::class::{Class, New, Payload, run_hooks};
use crate::descriptor::{Descriptor, DescriptorValue, Parts};
use crate::error::Error;
use crate::instance::{Data, Instance, This, call_placed_mut};
use crate::value::{Key, Value};

/// The name under which a class keeps them.
pub(super) const MAP: &str = "_member_map_";

/// The members of a class.
pub(super) struct Members {
    table: RwLock<Table>,
    /// Are they flags, and what becomes of bits that no member has?
    pub(super) flags: Option<Boundary>,
}

#[derive(Default, Clone)]
struct Table {
    /// All names, those of aliases among them, with the places of their members.
    names: IndexMap<String, usize>,
    members: Vec<Member>,
    /// Those that are iterated: no aliases, and no flags of several bits.
    listed: Vec<usize>,
    by_value: HashMap<Key, usize>,
}

/// What a member holds.
#[derive(Clone)]
struct Member {
    name: String,
    value: Value,
    data: Data,
}

impl Members {
    pub(super) fn new(flags: Option<Boundary>) -> Self {
        Self { table: RwLock::default(), flags }
    }

    /// Those of a class; nothing if it is no enumeration.
    pub(super) fn of(class: &Class) -> Option<&Self> {
        match class.find(MAP)?.held.fixed()? {
            Value::Descriptor(descriptor) => descriptor.downcast_ref(),
            _ => None,
        }
    }

    fn read<R>(&self, read: impl FnOnce(&Table) -> R) -> R {
        read(&self.table.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.read(|table| table.members.is_empty())
    }

    /// How many there are, without aliases.
    pub(super) fn len(&self) -> usize {
        self.read(|table| table.listed.len())
    }

    /// The members, without aliases.
    pub(super) fn list(&self, class: &Class) -> Vec<Value> {
        let data: Vec<Data> = self.read(|table| {
            table.listed.iter().filter_map(|place| Some(table.members.get(*place)?.data.clone())).collect()
        });
        data.into_iter().map(|data| made(class, data)).collect()
    }

    /// All names with their members, aliases among them.
    pub(super) fn all(&self, class: &Class) -> Vec<(String, Value)> {
        let data: Vec<(String, Data)> = self.read(|table| {
            let names = table.names.iter();
            names.filter_map(|(name, place)| Some((name.clone(), table.members.get(*place)?.data.clone()))).collect()
        });
        data.into_iter().map(|(name, data)| (name, made(class, data))).collect()
    }

    /// Names with their values, without aliases.
    pub(super) fn values(&self) -> Vec<(String, Value)> {
        self.read(|table| table.members.iter().map(|member| (member.name.clone(), member.value.clone())).collect())
    }

    pub(super) fn has_name(&self, name: &str) -> bool {
        self.read(|table| table.names.contains_key(name))
    }

    /// The member of a name.
    pub(super) fn by_name(&self, class: &Class, name: &str) -> Option<Value> {
        let data = self.read(|table| Some(table.members.get(*table.names.get(name)?)?.data.clone()))?;
        Some(made(class, data))
    }

    /// The member of a value.
    pub(super) fn by_value(&self, class: &Class, value: &Value) -> Option<Value> {
        let data = match value.hash_key() {
            Ok(key) => self.read(|table| Some(table.members.get(*table.by_value.get(&key)?)?.data.clone())),
            Err(_) => {
                let members = self.read(|table| table.members.clone());
                members.into_iter().find(|member| member.value == *value).map(|member| member.data)
            }
        };
        data.map(|data| made(class, data))
    }

    /// Takes in a member, or another name for one of the same value.
    fn add(&self, name: &str, value: Value, data: Data) {
        let key = value.hash_key().ok();
        let equal = match &key {
            Some(_) => None,
            None => self.read(|table| table.members.clone()).iter().position(|member| member.value == value),
        };
        let mut table = self.table.write().unwrap_or_else(PoisonError::into_inner);
        let known = equal.or_else(|| table.by_value.get(key.as_ref()?).copied());
        let place = known.unwrap_or(table.members.len());
        table.names.insert(name.to_owned(), place);
        if known.is_none() {
            let is_listed = self.flags.is_none() || bits_of(&value).is_some_and(|bits| bits.count_ones() == 1);
            if is_listed {
                table.listed.push(place);
            }
            table.members.push(Member { name: name.to_owned(), value, data });
            table.by_value.extend(key.map(|key| (key, place)));
        }
    }
}

impl Descriptor for Members {
    fn class_name(&self) -> &'static str {
        "mappingproxy"
    }

    fn get(&self, _: Option<&This<'_>>, owner: &Class) -> Result<Value, Error> {
        Ok(self.all(owner).into_iter().collect::<crate::value::Dict>().into())
    }
}

/// A member as it is met in a program.
pub(super) fn made(class: &Class, data: Data) -> Value {
    Instance::new(class.clone(), data).into()
}

/// What stands in the class under the name of a member.
pub(super) struct Named {
    pub(super) name: String,
    /// As it was written.
    pub(super) value: Value,
}

impl Descriptor for Named {
    fn class_name(&self) -> &'static str {
        "member"
    }

    fn parts(&self) -> Parts {
        Parts::GET
    }

    fn get(&self, this: Option<&This<'_>>, owner: &Class) -> Result<Value, Error> {
        let own = match &*self.name {
            "name" => "_name_",
            "value" => "_value_",
            _ => "",
        };
        if let Some(this) = this.filter(|_| !own.is_empty()) {
            return this.get(own);
        }
        let member = Members::of(owner).and_then(|members| members.by_name(owner, &self.name));
        member.ok_or_else(|| owner.no_class_attribute(&self.name))
    }

    /// The class is there: the member is made, in the order of the body.
    fn set_name(&self, owner: &Class, name: &str) -> Result<(), Error> {
        let Some(members) = Members::of(owner) else { return Ok(()) };
        let args = match &self.value {
            Value::Tuple(items) if owner.layout().payload() != Some(Payload::Tuple) => Args::from(items.to_vec()),
            value => Args::new().with(value.clone()),
        };
        let mut made = run_hooks(&mut New::of(owner.clone(), args.clone()), owner)?;
        let mut this = This::of_value_mut(&mut made, owner);
        let value = match this.get_own("_value_")? {
            Some(value) => value,
            None => this.payload()?.unwrap_or_else(|| self.value.clone()),
        };
        this.set_own("_value_", value.clone())?;
        this.set_own("_name_", name)?;
        if let Some(placed) = owner.find("__init__") {
            let mut args = args;
            call_placed_mut(&mut this, placed, &mut args)?;
        }
        let value = this.get_own("_value_")?.unwrap_or(value);
        if members.flags.is_some() && bits_of(&value).is_none() {
            let value = value.repr().to_string();
            return Err(Error::type_error(format!("Flag values must be int, not {value}")));
        }
        members.add(name, value, Instance::try_from(made)?.into_data());
        Ok(())
    }
}

impl From<Named> for Value {
    fn from(named: Named) -> Self {
        DescriptorValue::new(named).into()
    }
}
