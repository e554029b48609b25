//! Classes described at run time: what is read goes straight into values, guided by the description.

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::class::Seen;
use super::context::{skip_entries, skip_items};
use super::key::KeySeed;
use super::kind::{Kind, Reader, read};
use super::lists::{Each, EachSeed, gather};
use super::slots::{Owner, Slots};
use super::{Context, Decode as _, DecodeError, RawKey, scalars, tuples};
use crate::limits::Limits;
use crate::spec::{ClassRef, ClassSpec, FieldSpec, Flags, Options, TypeSpec};
use crate::validate::{
    Issue, Rule, Within, check_count, check_rule, check_rules, check_several, has_type, transformed, wrong_type,
};
use crate::value::{Bytes, Dict, Key, List, OpaqueValue, Set, Tuple, Value};

impl ClassSpec {
    /// Reads an instance from data of any format that says itself what comes, and tells everything that is wrong.
    ///
    /// ```
    /// use metaclass::Field;
    /// use metaclass::spec::ClassSpec;
    ///
    /// let point = ClassSpec::define("Point", [("x", Field::float()), ("y", Field::float().min_value(0.0))])?;
    /// let error = point.decode(serde_json::json!({"x": "a", "y": -1, "z": 0})).unwrap_err();
    /// let texts: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    /// assert_eq!(texts, ["x: expected float, got str", "y: must be at least 0.0", "z: unknown field"]);
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A [`DecodeError`]: either the first error of the text itself, or all faults of what it says.
    pub fn decode<'de, D: Deserializer<'de>>(&self, deserializer: D) -> Result<Slots<'_>, DecodeError> {
        let mut context = Context::new(Limits::new());
        match self.decode_into(deserializer, &mut context) {
            Ok(slots) => context.finish(slots).map_err(DecodeError::Invalid),
            Err(error) => Err(DecodeError::syntax(&error)),
        }
    }

    pub(crate) fn decode_into<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
        context: &mut Context,
    ) -> Result<Option<Slots<'_>>, D::Error> {
        read(Class { spec: self }, deserializer, context)
    }
}

/// The kind of an instance of a class.
struct Class<'s> {
    spec: &'s ClassSpec,
}

impl<'de, 's> Kind<'de> for Class<'s> {
    type Made = Slots<'s>;

    fn expected(&self) -> TypeSpec {
        TypeSpec::Class(ClassRef::Named(self.spec.name().to_owned().into()))
    }

    /// Such a format would have to be told the types, and has names of no class of ours.
    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<Slots<'s>>, D::Error> {
        deserializer.deserialize_map(reader)
    }

    #[inline]
    fn map<A: MapAccess<'de>>(self, entries: A, context: &mut Context) -> Result<Option<Slots<'s>>, A::Error> {
        let values = Instance::read(self.spec, entries, context)?;
        Ok(values.map(|values| Slots::new(Owner::Borrowed(self.spec), values)))
    }
}

/// An instance while it is read.
struct Instance<'s> {
    spec: &'s ClassSpec,
    values: Vec<Option<Value>>,
    seen: Seen,
}

impl<'s> Instance<'s> {
    fn read<'de, A: MapAccess<'de>>(
        spec: &'s ClassSpec,
        mut entries: A,
        context: &mut Context,
    ) -> Result<Option<Box<[Value]>>, A::Error> {
        if context.enter().is_none() {
            skip_entries(&mut entries)?;
            return Ok(None);
        }
        let strict = context.set_strict(false);
        let start = context.mark();
        let count = spec.fields().len();
        let mut instance = Self { spec, values: vec![None; count], seen: Seen::default() };
        let mut next = 0;
        while let Some(name) = entries.next_key_seed(NameSeed { spec, next })? {
            match name {
                Name::Of(index, field) if !instance.seen.note(index) => {
                    next = index + 1;
                    instance.read_field(index, field, &mut entries, context)?;
                }
                Name::Of(_, field) => {
                    entries.next_value::<IgnoredAny>()?;
                    context.duplicate(spec, field.key());
                }
                Name::Passed => {
                    entries.next_value::<IgnoredAny>()?;
                }
                Name::Unknown(name) => {
                    entries.next_value::<IgnoredAny>()?;
                    context.unknown(name);
                }
            }
        }
        let values = instance.finish(start, context);
        context.set_strict(strict);
        context.leave();
        Ok(values)
    }

    #[inline]
    fn read_field<'de, A: MapAccess<'de>>(
        &mut self,
        index: usize,
        field: &FieldSpec,
        entries: &mut A,
        context: &mut Context,
    ) -> Result<(), A::Error> {
        let mark = context.mark();
        context.set_strict(field.has(Flags::STRICT));
        let value = entries.next_value_seed(TypedSeed { typed: Typed::new(field.ty(), field.rules()), context })?;
        context.set_strict(false);
        if context.mark() != mark {
            if let Some(count) = context.holed.take() {
                let middle = context.mark();
                check_count(field.rules(), count, &mut context.report);
                context.report.rotate(mark, middle);
            }
            context.put_into_field(mark, self.spec, field.key());
        }
        if let Some(slot) = self.values.get_mut(index) {
            *slot = value;
        }
        Ok(())
    }

    /// Asks all rules of what was read.
    fn finish(mut self, start: usize, context: &mut Context) -> Option<Box<[Value]>> {
        let read = context.mark();
        for (index, field) in self.spec.fields().iter().enumerate() {
            if self.seen.has(index) && !field.has(Flags::REQUIRED) && field.transforms().is_empty() {
                continue;
            }
            let mark = context.mark();
            if let Some(issue) = self.complete(index, field) {
                context.fault::<()>(issue);
            }
            if context.mark() != mark {
                context.put_into_field(mark, self.spec, field.key());
            }
        }
        for (field, value) in self.spec.fields().iter().zip(&self.values) {
            if let Some(value) = value.as_ref().filter(|_| !field.rules().is_empty()) {
                let mark = context.mark();
                check_rules(field, value, |name| self.other(name), &mut context.report);
                if context.mark() != mark {
                    context.put_into_field(mark, self.spec, field.key());
                }
            }
        }
        let rules = context.mark();
        for check in self.spec.checks() {
            let value = |field: &FieldSpec| self.value(field.name()).cloned();
            check_several(self.spec, check, start, value, &mut context.report);
        }
        if context.mark() != start {
            context.report.arrange(start, read, rules, self.spec);
            return None;
        }
        Some(self.values.into_iter().map(Option::unwrap_or_default).collect())
    }

    /// Puts the default where nothing was said, and transforms what was.
    fn complete(&mut self, index: usize, field: &FieldSpec) -> Option<Issue> {
        let is_missing = !self.seen.has(index);
        let slot = self.values.get_mut(index)?;
        if is_missing {
            match (field.default().value(), field.ty()) {
                (Some(default), _) => *slot = Some(default),
                (None, TypeSpec::Option(_) | TypeSpec::Any) if !field.default().is_required() => {
                    *slot = Some(Value::None);
                }
                (None, TypeSpec::Option(_)) => *slot = Some(Value::None),
                (None, _) if field.default().is_required() => return Some(Issue::new("missing")),
                // Made by an expression of a compiled class, which only that can evaluate.
                (None, _) => return None,
            }
        }
        if slot.as_ref().is_some_and(Value::is_none) && field.has(Flags::REQUIRED) {
            *slot = None;
            return Some(Issue::new("missing"));
        }
        if !field.transforms().is_empty() {
            let value = transformed(field, slot.take()?);
            if !has_type(field.ty(), &value) {
                return Some(wrong_type(field.ty(), &value));
            }
            *slot = Some(value);
        }
        None
    }

    fn value(&self, name: &str) -> Option<&Value> {
        let index = self.spec.fields().iter().position(|field| field.name() == name)?;
        self.values.get(index)?.as_ref()
    }

    /// The value of another field, if it is not `None`.
    fn other(&self, name: &str) -> Option<Value> {
        self.value(name).filter(|value| !value.is_none()).cloned()
    }
}

/// What a name in data stands for.
enum Name<'s> {
    Of(usize, &'s FieldSpec),
    /// Nothing that anybody asked for.
    Passed,
    /// Nothing, which is a fault.
    Unknown(String),
}

/// Reads a name, which is that of the field after the last one more often than not.
struct NameSeed<'s> {
    spec: &'s ClassSpec,
    next: usize,
}

impl<'s> NameSeed<'s> {
    #[inline]
    fn find(self, name: &str) -> Name<'s> {
        match self.spec.fields().get(self.next) {
            Some(field) if field.key() == name && field.has(Flags::INIT) => Name::Of(self.next, field),
            _ => self.search(name),
        }
    }

    fn search(self, name: &str) -> Name<'s> {
        let is_named = |field: &FieldSpec| field.key() == name || field.aliases().iter().any(|alias| *alias == name);
        match self.spec.fields().iter().enumerate().find(|(_, field)| is_named(field)) {
            Some((index, field)) if field.has(Flags::INIT) => Name::Of(index, field),
            None if self.spec.options().has(Options::FORBID_EXTRA) => Name::Unknown(name.to_owned()),
            _ => Name::Passed,
        }
    }
}

impl<'de, 's> DeserializeSeed<'de> for NameSeed<'s> {
    type Value = Name<'s>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name<'s>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'s> Visitor<'_> for NameSeed<'s> {
    type Value = Name<'s>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the name of a field")
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<Name<'s>, E> {
        Ok(self.find(name))
    }

    fn visit_bytes<E>(self, name: &[u8]) -> Result<Name<'s>, E> {
        Ok(self.find(&String::from_utf8_lossy(name)))
    }

    fn visit_u64<E>(self, name: u64) -> Result<Name<'s>, E> {
        Ok(self.find(&name.to_string()))
    }

    fn visit_i64<E>(self, name: i64) -> Result<Name<'s>, E> {
        Ok(self.find(&name.to_string()))
    }
}

/// The kind of a value of a type, with the rules of which some are for what lies within.
#[derive(Clone, Copy)]
struct Typed<'s> {
    ty: &'s TypeSpec,
    is_nullable: bool,
    rules: &'s [Rule],
}

impl<'s> Typed<'s> {
    #[inline]
    fn new(mut ty: &'s TypeSpec, rules: &'s [Rule]) -> Self {
        let mut is_nullable = false;
        while let TypeSpec::Option(inner) = ty {
            (ty, is_nullable) = (inner, true);
        }
        Self { ty, is_nullable, rules }
    }

    fn wrong(self, got: &Value, context: &mut Context) -> Option<Value> {
        context.wrong(self.ty, got)
    }
}

/// Reads a value, and leaves its own rules to others.
struct TypedSeed<'c, 's> {
    typed: Typed<'s>,
    context: &'c mut Context,
}

impl<'de> DeserializeSeed<'de> for TypedSeed<'_, '_> {
    type Value = Option<Value>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Value>, D::Error> {
        read(self.typed, deserializer, self.context)
    }
}

/// Reads an item, or the value of an entry, and asks its rules.
impl<'de> Each<'de, Value> for Typed<'_> {
    fn read<D: Deserializer<'de>>(&self, deserializer: D, context: &mut Context) -> Result<Option<Value>, D::Error> {
        let mark = context.mark();
        let value = read(*self, deserializer, context)?;
        let middle = context.mark();
        match (&value, context.holed.take()) {
            (Some(value), _) => self.rules.iter().for_each(|rule| check_rule(rule, value, &mut context.report)),
            (None, Some(count)) => check_count(self.rules, count, &mut context.report),
            (None, None) => {}
        }
        // What is said of the value itself comes before what is said of what lies within.
        context.report.rotate(mark, middle);
        Ok(value)
    }
}

impl<'de> Kind<'de> for Typed<'_> {
    type Made = Value;

    fn expected(&self) -> TypeSpec {
        self.ty.clone()
    }

    /// Only a format that says what comes can be read by a description alone.
    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<Value>, D::Error> {
        deserializer.deserialize_any(reader)
    }

    fn none(self, context: &mut Context) -> Option<Value> {
        match self.is_nullable || matches!(self.ty, TypeSpec::Any | TypeSpec::None) {
            true => Some(Value::None),
            false => self.wrong(&Value::None, context),
        }
    }

    fn bool(self, value: bool, context: &mut Context) -> Option<Value> {
        match self.ty {
            TypeSpec::Bool | TypeSpec::Any => Some(value.into()),
            _ => self.wrong(&value.into(), context),
        }
    }

    #[inline]
    fn i64(self, value: i64, context: &mut Context) -> Option<Value> {
        self.i128(value.into(), context)
    }

    #[inline]
    fn u64(self, value: u64, context: &mut Context) -> Option<Value> {
        self.i128(value.into(), context)
    }

    #[inline]
    #[allow(clippy::cast_precision_loss, reason = "the nearest float, as every parser of JSON has it")]
    fn i128(self, value: i128, context: &mut Context) -> Option<Value> {
        match self.ty {
            TypeSpec::Int { min, max } if (*min..=*max).contains(&value) => Some(value.into()),
            TypeSpec::Float => Some((value as f64).into()),
            TypeSpec::Any => Some(value.into()),
            _ => self.wrong(&value.into(), context),
        }
    }

    /// Formats that know one kind of number write `1.0` for 1.
    fn f64(self, value: f64, context: &mut Context) -> Option<Value> {
        match self.ty {
            TypeSpec::Float | TypeSpec::Any => Some(value.into()),
            TypeSpec::Int { .. } => match scalars::whole(value).filter(|_| !context.is_strict()) {
                Some(value) => self.i64(value, context),
                None => self.wrong(&value.into(), context),
            },
            _ => self.wrong(&value.into(), context),
        }
    }

    #[inline]
    fn str(self, value: &str, context: &mut Context) -> Option<Value> {
        match self.ty {
            TypeSpec::Str | TypeSpec::Any => Some(value.into()),
            _ => self.wrong(&"".into(), context),
        }
    }

    fn bytes(self, value: &[u8], context: &mut Context) -> Option<Value> {
        match self.ty {
            TypeSpec::Bytes | TypeSpec::Any => Some(Bytes::from(value).into()),
            _ => self.wrong(&Bytes::from(vec![]).into(), context),
        }
    }

    fn seq<A: SeqAccess<'de>>(self, mut items: A, context: &mut Context) -> Result<Option<Value>, A::Error> {
        let each = |ty| Typed::new(ty, Within::of(self.rules).items);
        let is_known = matches!(
            self.ty,
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
        let value = match self.ty {
            TypeSpec::Set(item) => gather(items, &each(item), context)?.and_then(|items| set(items, context)),
            TypeSpec::Tuple(types) => read_tuple(self.ty, types, items, context)?,
            TypeSpec::Bytes => {
                gather(items, &super::lists::Plain, context)?.map(|bytes: Vec<u8>| Bytes::from(bytes).into())
            }
            TypeSpec::List(item) => {
                gather(items, &each(item), context)?.map(|items: Vec<Value>| List::from(items).into())
            }
            _ => gather(items, &each(&TypeSpec::Any), context)?.map(|items: Vec<Value>| List::from(items).into()),
        };
        context.leave();
        Ok(value)
    }

    fn map<A: MapAccess<'de>>(self, mut entries: A, context: &mut Context) -> Result<Option<Value>, A::Error> {
        let (key, value) = match self.ty {
            TypeSpec::Class(class) => {
                let Some(spec) = class.spec() else {
                    skip_entries(&mut entries)?;
                    return Ok(self.wrong(&Dict::new().into(), context));
                };
                let values = Instance::read(spec, entries, context)?;
                return Ok(
                    values.map(|values| OpaqueValue::new(Slots::new(Owner::Class(class.clone()), values)).into())
                );
            }
            TypeSpec::Dict(key, value) => (&**key, &**value),
            TypeSpec::Any => (&TypeSpec::Any, &TypeSpec::Any),
            _ => {
                skip_entries(&mut entries)?;
                return Ok(self.wrong(&Dict::new().into(), context));
            }
        };
        if context.enter().is_none() {
            skip_entries(&mut entries)?;
            return Ok(None);
        }
        let within = Within::of(self.rules);
        let dict = read_dict((key, within.keys), Typed::new(value, within.values), entries, context);
        context.leave();
        dict
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
        let Some(value) = items.next_element_seed(EachSeed::new(&Typed::new(ty, &[]), context))? else { break };
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

fn read_dict<'de, A: MapAccess<'de>>(
    (key_type, key_rules): (&TypeSpec, &[Rule]),
    typed: Typed<'_>,
    mut entries: A,
    context: &mut Context,
) -> Result<Option<Value>, A::Error> {
    let mut dict = Dict::new();
    let (mut count, mut is_whole) = (0, true);
    loop {
        let mark = context.mark();
        let Some(raw) = entries.next_key_seed(KeySeed(context))? else { break };
        count += 1;
        let Some(raw) = raw else {
            is_whole = false;
            entries.next_value::<IgnoredAny>()?;
            continue;
        };
        let key = read_key(raw.clone(), key_type, key_rules, &dict, context);
        context.report.blame_keys(mark);
        let value = entries.next_value_seed(EachSeed::new(&typed, context))?;
        context.put_within(mark, || raw.into_segment());
        match (key, value) {
            (Some(key), Some(value)) => {
                dict.insert_key(key, value);
            }
            _ => is_whole = false,
        }
    }
    if !is_whole {
        context.holed = Some(count);
        return Ok(None);
    }
    Ok(Some(dict.into()))
}

/// A key of a type, which most formats write as text.
fn read_key(raw: RawKey<'_>, ty: &TypeSpec, rules: &[Rule], dict: &Dict, context: &mut Context) -> Option<Key> {
    let typed = Typed::new(ty, &[]);
    let key = match typed.ty {
        TypeSpec::Int { .. } => i128::__from_key(raw).map(Value::from),
        TypeSpec::Bool => bool::__from_key(raw).map(Value::from),
        TypeSpec::Str => String::__from_key(raw).map(Value::from),
        _ => Ok(raw.into_value()),
    };
    let key = match key {
        Ok(key) if has_type(ty, &key) => key,
        Ok(key) => return context.fault(wrong_type(ty, &key)),
        Err(issue) => return context.fault(issue),
    };
    for rule in rules {
        check_rule(rule, &key, &mut context.report);
    }
    match Key::of_rust(key) {
        Ok(key) if dict.get_key(&key).is_some() => context.fault(Issue::new("duplicate_field")),
        Ok(key) => Some(key),
        Err(error) => context.fault(Issue::from(error)),
    }
}
