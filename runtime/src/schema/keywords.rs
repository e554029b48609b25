//! A schema in the making: its keywords and what they say.

use std::cmp::Ordering;

use crate::value::{Dict, Key, Number, Str, Value};

/// A schema in the making.
#[derive(Clone, Default)]
pub(super) struct Schema(Dict);

impl Schema {
    /// The schema of what has this type.
    pub(super) fn of_type(name: &str) -> Self {
        Self::default().with("type", name)
    }

    /// The schema of what obeys one of these.
    pub(super) fn any_of(schemas: impl IntoIterator<Item = Self>) -> Self {
        let mut schemas: Vec<Self> = schemas.into_iter().collect();
        match (schemas.pop(), schemas.is_empty()) {
            (Some(only), true) => only,
            (last, _) => Self::default().with("anyOf", schemas.into_iter().chain(last).collect::<Vec<_>>()),
        }
    }

    /// The schema with this said by a keyword.
    pub(super) fn with(mut self, keyword: &str, value: impl Into<Value>) -> Self {
        self.set(keyword, value);
        self
    }

    /// Says this by a keyword, instead of what it said.
    pub(super) fn set(&mut self, keyword: &str, value: impl Into<Value>) {
        self.0.insert_key(Key::from(Str::from(keyword)), value.into());
    }

    /// Says this by a keyword, besides what it says. What cannot be written in JSON is left out.
    pub(super) fn add(&mut self, keyword: &str, value: Value) {
        if !is_json(&value) {
            return;
        }
        let Some(old) = self.0.get(keyword).filter(|old| !old.equals_json(&value)) else {
            return self.set(keyword, value);
        };
        // A type and a rule may both have a limit.
        let narrower = match keyword {
            "minimum" => Ordering::Greater,
            "maximum" => Ordering::Less,
            _ => return self.require(Self::default().with(keyword, value)),
        };
        let order = Number::of(&value).zip(Number::of(old)).and_then(|(new, old)| new.order(old));
        if order == Some(narrower) {
            self.set(keyword, value);
        }
    }

    /// Asks for what another schema asks for.
    pub(super) fn require(&mut self, other: Self) {
        let other = Value::from(other);
        let others = self.0.get("allOf").and_then(Value::as_list).into_iter().flatten();
        if !others.clone().any(|old| old.equals_json(&other)) {
            let all: Vec<Value> = others.cloned().chain([other]).collect();
            self.set("allOf", all);
        }
    }

    /// Asks for what a schema asks for that somebody wrote: in its words, if these contradict none.
    pub(super) fn require_written(&mut self, written: &Dict) {
        // That all is allowed would count as said of what is left to it.
        for keyword in ["items", "additionalProperties"] {
            if !written.contains(keyword) && self.0.get(keyword).and_then(Value::as_dict).is_some_and(Dict::is_empty) {
                self.0.remove(keyword);
            }
        }
        let fits = |(key, value): (&Value, &Value)| {
            let said = key.as_str().and_then(|keyword| self.0.get(keyword));
            said.is_none_or(|said| said.equals_json(value))
        };
        match written.iter().all(fits) {
            true => written.iter().for_each(|(key, value)| self.set(&key.to_string(), value.clone())),
            false => self.require(Self(written.clone())),
        }
    }

    /// What it says by this keyword.
    #[cfg(feature = "json")]
    pub(super) fn get(&self, keyword: &str) -> Option<&Value> {
        self.0.get(keyword)
    }

    /// Does it say something by this keyword?
    pub(super) fn says(&self, keyword: &str) -> bool {
        self.0.contains(keyword)
    }

    /// Does it say nothing?
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Schema> for Value {
    fn from(schema: Schema) -> Self {
        schema.0.into()
    }
}

/// Can it be written in JSON? A scalar can, unless it is infinite or a NaN.
pub(super) fn is_json(value: &Value) -> bool {
    value.as_float().is_none_or(f64::is_finite)
}
