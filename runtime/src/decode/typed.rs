//! Values of the types that a description knows.

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess};

use super::context::{skip_entries, skip_items};
use super::dicts::collect;
use super::instance::made;
use super::kind::{Kind, Reader, read};
use super::lists::{Each, EachSeed, gather};
use super::slots::{Owner, Slots};
use super::spec::{Instance, Values};
use super::{Context, Decode as _, RawKey, scalars, tuples, value};
use crate::factory::enumeration::Enumeration;
use crate::spec::{ClassRef, ClassSpec, Settled, Step, TypeSpec};
use crate::validate::{Issue, Rule, Within, check_alone, check_count, has_type, wrong_type};
use crate::value::{Bytes, Dict, Key, List, Number, OpaqueValue, Set, Tuple, Value};

/// The kind of a value of a type, with the rules of which some are for what lies within.
///
/// It is no more than two words, which go from call to call in registers: what is larger is written to memory and read
/// again at once, for each value, and a processor waits for that.
#[derive(Clone, Copy)]
pub(super) enum Typed<'s> {
    /// That of a field, of which all was found out before.
    Step(&'s Step),
    Type(&'s TypeWithRules<'s>),
}

/// A type, and the rules of its values.
pub(super) struct TypeWithRules<'s> {
    /// Without the options around it.
    ty: &'s TypeSpec,
    rules: &'s [Rule],
    is_nullable: bool,
}

impl<'s> TypeWithRules<'s> {
    #[inline]
    pub(super) fn new(mut ty: &'s TypeSpec, rules: &'s [Rule]) -> Self {
        let mut is_nullable = false;
        while let TypeSpec::Option(inner) = ty {
            (ty, is_nullable) = (inner, true);
        }
        Self { ty, rules, is_nullable }
    }
}

impl<'s> Typed<'s> {
    /// Without the options around it.
    #[inline]
    const fn ty(self) -> &'s TypeSpec {
        match self {
            Self::Step(step) => step.ty(),
            Self::Type(ty) => ty.ty,
        }
    }

    const fn is_nullable(self) -> bool {
        match self {
            Self::Step(step) => step.is_nullable(),
            Self::Type(ty) => ty.is_nullable,
        }
    }

    fn rules(self) -> &'s [Rule] {
        match self {
            Self::Step(step) => step.rules(),
            Self::Type(ty) => ty.rules,
        }
    }

    /// The items of which nothing has to be asked, if that is known.
    const fn items(self) -> Option<&'s Settled> {
        match self {
            Self::Step(step) => Some(step.items()),
            Self::Type(_) => None,
        }
    }
}

/// Reads a value into its place, and leaves its own rules to others.
pub(super) struct TypedSeed<'c, 's> {
    pub(super) typed: Typed<'s>,
    pub(super) place: &'c mut Option<Value>,
    pub(super) context: &'c mut Context,
}

impl<'de> DeserializeSeed<'de> for TypedSeed<'_, '_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        read(Placed { typed: self.typed, place: self.place }, deserializer, self.context)?;
        Ok(())
    }
}

/// Reads an item, or the value of an entry, and asks its rules.
impl<'de> Each<'de, Value> for Typed<'_> {
    fn read<D: Deserializer<'de>>(&self, deserializer: D, context: &mut Context) -> Result<Option<Value>, D::Error> {
        let mark = context.mark();
        let mut value = None;
        read(Placed { typed: *self, place: &mut value }, deserializer, context)?;
        self.ask(value.as_ref(), mark, context);
        Ok(value)
    }
}

impl Typed<'_> {
    /// Asks the rules of a value, of which was told what came since `mark`.
    fn ask(self, value: Option<&Value>, mark: usize, context: &mut Context) {
        let middle = context.mark();
        match (value, context.holed.take()) {
            (Some(value), _) => check_alone(self.rules(), value, &mut context.report),
            (None, Some(count)) => check_count(self.rules(), count, &mut context.report),
            (None, None) => {}
        }
        // What is said of the value itself comes before what is said of what lies within.
        context.report.rotate(mark, middle);
    }
}

/// Reads an item, and asks its rules unless there is nothing to be asked.
struct Item<'s> {
    typed: Typed<'s>,
    settled: Option<&'s Settled>,
}

impl<'s> Item<'s> {
    const fn new(ty: &'s TypeWithRules<'s>, settled: Option<&'s Settled>) -> Self {
        Self { typed: Typed::Type(ty), settled }
    }
}

impl<'de> Each<'de, Value> for Item<'_> {
    #[inline]
    fn read<D: Deserializer<'de>>(&self, deserializer: D, context: &mut Context) -> Result<Option<Value>, D::Error> {
        let mark = context.mark();
        let mut value = None;
        read(Placed { typed: self.typed, place: &mut value }, deserializer, context)?;
        if !matches!((&value, self.settled), (Some(value), Some(settled)) if settled.has(value)) {
            self.typed.ask(value.as_ref(), mark, context);
        }
        Ok(value)
    }
}

/// The kind of a value of a type, which is written where it is to be: to hand it on would be to write it and to read it
/// again, once for each function on the way.
struct Placed<'s, 'p> {
    typed: Typed<'s>,
    /// Still empty.
    place: &'p mut Option<Value>,
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
            TypeSpec::Bytes => {
                gather(items, &super::lists::Plain, context)?.map(|bytes: Vec<u8>| Bytes::from(bytes).into())
            }
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

/// A key of a type, which most formats write as text.
fn read_key(raw: RawKey<'_>, ty: &TypeSpec, rules: &[Rule], dict: &Dict, context: &mut Context) -> Option<Key> {
    let written = TypeWithRules::new(ty, &[]).ty;
    let key = match written {
        TypeSpec::Int { .. } => i128::__from_key(raw).map(Value::from),
        TypeSpec::Bool => bool::__from_key(raw).map(Value::from),
        TypeSpec::Str => String::__from_key(raw).map(Value::from),
        _ => match written.enumeration() {
            Some(members) => return unique(member_of_key(members, raw, context)?, dict, context),
            None => Ok(raw.into_value()),
        },
    };
    let key = match key {
        Ok(key) if has_type(ty, &key) => key,
        Ok(key) => return context.fault(wrong_type(ty, &key)),
        Err(issue) => return context.fault(issue),
    };
    check_alone(rules, &key, &mut context.report);
    unique(key, dict, context)
}

/// The member of which this is the value; that of an integer, if it is written as text.
fn member_of_key(members: Enumeration<'_>, raw: RawKey<'_>, context: &mut Context) -> Option<Value> {
    let value = raw.into_value();
    let number = || Some(value.as_str()?.parse::<i128>().ok()?.into());
    let found = members.member(&value, false).or_else(|| members.member(&number()?, false));
    found.or_else(|| context.fault(members.issue()))
}

/// A key that is not there yet.
fn unique(key: Value, dict: &Dict, context: &mut Context) -> Option<Key> {
    match Key::of_rust(key) {
        Ok(key) if dict.get_key(&key).is_some() => context.fault(Issue::new("duplicate_field")),
        Ok(key) => Some(key),
        Err(error) => context.fault(Issue::from(error)),
    }
}
