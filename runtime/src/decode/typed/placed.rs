//! What a value of a type is made of.

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess};

use super::key::read_key;
use super::{Item, TypeWithRules, Typed};
use crate::decode::context::{skip_entries, skip_items};
use crate::decode::dicts::collect;
use crate::decode::instance::made;
use crate::decode::kind::{Kind, Reader};
use crate::decode::lists::{EachSeed, Plain, gather};
use crate::decode::slots::{Owner, Slots};
use crate::decode::spec::{Instance, Values};
use crate::decode::{Context, RawKey, scalars, tuples, value};
use crate::factory::enumeration::Enumeration;
use crate::spec::{ClassRef, ClassSpec, TypeSpec};
use crate::validate::{Issue, Within};
use crate::value::{Bytes, Dict, Key, List, Number, OpaqueValue, Set, Tuple, Value};

/// The kind of a value of a type, which is written where it is to be: to hand it on would be to write it and to read it
/// again, once for each function on the way.
pub(super) struct Placed<'s, 'p> {
    pub(super) typed: Typed<'s>,
    /// Still empty.
    pub(super) place: &'p mut Option<Value>,
}

impl<'s> Placed<'s, '_> {
    #[inline]
    const fn ty(&self) -> &'s TypeSpec {
        self.typed.ty()
    }

    /// Puts a value there, if there is one.
    #[inline]
    fn put(self, value: Option<impl Into<Value>>) -> Option<()> {
        *self.place = Some(value?.into());
        Some(())
    }

    fn wrong(self, got: &Value, context: &mut Context) -> Option<()> {
        context.wrong(self.ty(), got)
    }

    #[cold]
    #[inline(never)]
    fn other_text(self, value: &str, context: &mut Context) -> Option<()> {
        match self.ty() {
            TypeSpec::Class(_) => self.other(&value.into(), context),
            _ => self.wrong(&"".into(), context),
        }
    }

    /// What is of no type that is written so may be the value of a member.
    #[cold]
    fn other(self, got: &Value, context: &mut Context) -> Option<()> {
        match self.ty().enumeration() {
            Some(members) => self.put(member(members, got, context)),
            None => self.wrong(got, context),
        }
    }
}

impl<'de> Kind<'de> for Placed<'_, '_> {
    type Made = ();

    fn expected(&self) -> TypeSpec {
        self.ty().clone()
    }

    /// Only a format that says what comes can be read by a description alone.
    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<()>, D::Error> {
        deserializer.deserialize_any(reader)
    }

    fn none(self, context: &mut Context) -> Option<()> {
        match self.typed.is_nullable() || matches!(self.ty(), TypeSpec::Any | TypeSpec::None) {
            true => self.put(Some(Value::None)),
            false => self.other(&Value::None, context),
        }
    }

    fn bool(self, value: bool, context: &mut Context) -> Option<()> {
        match self.ty() {
            TypeSpec::Bool | TypeSpec::Any => self.put(Some(value)),
            _ => self.other(&value.into(), context),
        }
    }

    #[inline]
    fn i64(self, value: i64, context: &mut Context) -> Option<()> {
        match self.ty() {
            TypeSpec::Int { min, max } if (*min..=*max).contains(&value.into()) => self.put(Some(value)),
            _ => self.i128(value.into(), context),
        }
    }

    #[inline]
    fn u64(self, value: u64, context: &mut Context) -> Option<()> {
        match i64::try_from(value) {
            Ok(value) => self.i64(value, context),
            Err(_) => self.i128(value.into(), context),
        }
    }

    #[allow(clippy::cast_precision_loss, reason = "the nearest float, as every parser of JSON has it")]
    fn i128(self, value: i128, context: &mut Context) -> Option<()> {
        match self.ty() {
            TypeSpec::Int { min, max } if (*min..=*max).contains(&value) => self.put(Some(value)),
            TypeSpec::Float => self.put(Some(value as f64)),
            TypeSpec::Any => self.put(Some(value)),
            _ => self.other(&value.into(), context),
        }
    }

    /// Formats that know one kind of number write `1.0` for 1.
    fn f64(self, value: f64, context: &mut Context) -> Option<()> {
        match self.ty() {
            TypeSpec::Float | TypeSpec::Any => self.put(Some(value)),
            TypeSpec::Int { .. } => match scalars::whole(value).filter(|_| !context.is_strict()) {
                Some(value) => self.i64(value, context),
                None => self.wrong(&value.into(), context),
            },
            _ => self.other(&value.into(), context),
        }
    }

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "what is read most is read in place")]
    fn str(self, value: &str, context: &mut Context) -> Option<()> {
        match self.ty() {
            TypeSpec::Str | TypeSpec::Any => self.put(Some(value)),
            _ => self.other_text(value, context),
        }
    }

    fn bytes(self, value: &[u8], context: &mut Context) -> Option<()> {
        match self.ty() {
            TypeSpec::Bytes | TypeSpec::Any => self.put(Some(Bytes::from(value))),
            TypeSpec::Class(_) => self.other(&Bytes::from(value).into(), context),
            _ => self.wrong(&Bytes::from(vec![]).into(), context),
        }
    }

    fn seq<A: SeqAccess<'de>>(self, mut items: A, context: &mut Context) -> Result<Option<()>, A::Error> {
        let ty_of = |item| TypeWithRules::new(item, Within::of(self.typed.rules()).items);
        if let TypeSpec::Class(class) = self.ty()
            && let Some(spec) = described(class).filter(|spec| spec.is_tuple())
        {
            let values = Instance::read_items(spec, items, context)?;
            return Ok(values.and_then(|values| self.put(instance(class, values, context))));
        }
        let members = self.ty().enumeration();
        let is_known = members.is_some()
            || matches!(
                self.ty(),
                TypeSpec::List(_) | TypeSpec::Set(_) | TypeSpec::Tuple(_) | TypeSpec::Bytes | TypeSpec::Any
            );
        if !is_known {
            skip_items(&mut items)?;
            return Ok(self.wrong(&List::new().into(), context));
        }
        if context.enter().is_none() {
            skip_items(&mut items)?;
            return Ok(None);
        }
        let each = |ty| Item::new(ty, self.typed.items());
        let value: Option<Value> = match self.ty() {
            TypeSpec::Set(item) => gather(items, &each(&ty_of(item)), context)?.and_then(|items| set(items, context)),
            TypeSpec::Tuple(types) => read_tuple(self.ty(), types, items, context)?,
            TypeSpec::Bytes => gather(items, &Plain, context)?.map(|bytes: Vec<u8>| Bytes::from(bytes).into()),
            TypeSpec::List(item) => {
                gather(items, &each(&ty_of(item)), context)?.map(|items: Vec<Value>| List::from(items).into())
            }
            _ => {
                let items: Option<Vec<Value>> = gather(items, &each(&ty_of(&TypeSpec::Any)), context)?;
                match members {
                    Some(members) => items.and_then(|items| member(members, &Tuple::from(items).into(), context)),
                    None => items.map(|items| List::from(items).into()),
                }
            }
        };
        context.leave();
        Ok(self.put(value))
    }

    fn map<A: MapAccess<'de>>(self, mut entries: A, context: &mut Context) -> Result<Option<()>, A::Error> {
        let (key, value) = match self.ty() {
            TypeSpec::Class(class) => {
                let spec = described(class).filter(|spec| !spec.is_tuple() && self.ty().enumeration().is_none());
                let Some(spec) = spec else {
                    skip_entries(&mut entries)?;
                    return Ok(self.other(&Dict::new().into(), context));
                };
                let values = Instance::read(spec, entries, context)?;
                return Ok(values.and_then(|values| self.put(instance(class, values, context))));
            }
            TypeSpec::Dict(key, value) => (&**key, &**value),
            TypeSpec::Any if self.typed.rules().iter().any(|rule| rule.within().is_some()) => {
                (&TypeSpec::Any, &TypeSpec::Any)
            }
            TypeSpec::Any => return Ok(self.put(value::read_map(entries, context)?)),
            TypeSpec::Int { .. } | TypeSpec::Float => {
                return Ok(match scalars::number_in(&mut entries)? {
                    Some(Number::Int(value)) => self.i128(value, context),
                    Some(Number::Float(value)) => self.f64(value, context),
                    None => self.wrong(&Dict::new().into(), context),
                });
            }
            _ => {
                skip_entries(&mut entries)?;
                return Ok(self.wrong(&Dict::new().into(), context));
            }
        };
        if context.enter().is_none() {
            skip_entries(&mut entries)?;
            return Ok(None);
        }
        let within = Within::of(self.typed.rules());
        let read_key =
            |raw: RawKey<'de>, dict: &Dict, context: &mut Context| read_key(raw, key, within.keys, dict, context);
        let value = TypeWithRules::new(value, within.values);
        let dict = collect(entries, read_key, &Typed::Type(&value), context);
        context.leave();
        Ok(self.put(dict?))
    }
}

/// The member of which this is the value.
fn member(members: Enumeration<'_>, value: &Value, context: &mut Context) -> Option<Value> {
    let member = members.member(value, context.is_strict());
    member.or_else(|| context.fault(members.issue()))
}

/// What data of a class have.
fn described(class: &ClassRef) -> Option<&ClassSpec> {
    match class {
        ClassRef::Class(class) => Some(class.data_spec()),
        class => class.spec(),
    }
}

/// An instance of a class that has these values.
fn instance(class: &ClassRef, values: Values, context: &mut Context) -> Option<Value> {
    match class {
        ClassRef::Class(class) => made(class, values, context).map(Value::from),
        class => Some(OpaqueValue::new(Slots::new(Owner::Class(class.clone()), values)).into()),
    }
}

/// The items of a set, which may not be the same.
fn set(items: Vec<Value>, context: &mut Context) -> Option<Value> {
    let count = items.len();
    match items.into_iter().map(Key::of_rust).collect::<Result<Set, _>>() {
        Ok(set) if set.len() == count => Some(set.into()),
        Ok(_) => context.fault(Issue::new("unique_items")),
        Err(error) => context.fault(Issue::from(error)),
    }
}

fn read_tuple<'de, A: SeqAccess<'de>>(
    ty: &TypeSpec,
    types: &[TypeSpec],
    mut items: A,
    context: &mut Context,
) -> Result<Option<Value>, A::Error> {
    let mut values = Vec::with_capacity(types.len());
    let mut count = 0;
    for (index, ty) in types.iter().enumerate() {
        let mark = context.mark();
        let ty = TypeWithRules::new(ty, &[]);
        let Some(value) = items.next_element_seed(EachSeed::new(&Typed::Type(&ty), context))? else { break };
        context.put_within(mark, || index.into());
        count += 1;
        values.extend(value);
    }
    while count >= types.len() && items.next_element::<IgnoredAny>()?.is_some() {
        count += 1;
    }
    if count != types.len() {
        return Ok(context.fault(tuples::wrong_length(ty, types.len(), count)));
    }
    Ok((values.len() == count).then(|| Tuple::from(values).into()))
}
