//! What a class is a dataclass by: `__dataclass_fields__`.

use std::sync::{Arc, OnceLock};

use super::description::{Described, Description};
use super::entries::Entries;
use super::parts::{Made, Part};
use super::{DataclassOptions, Mark};
use crate::class::{Class, Held, Layout, Placed};
use crate::descriptor::{Descriptor, DescriptorValue, Parts};
use crate::function::Function;
use crate::instance::This;
use crate::spec::{ClassSpec, Text};
use crate::symbol::DATACLASS_FIELDS;
use crate::value::Value;

/// All fields of a dataclass in their order, and what its bases left among them that is none.
///
/// It is an attribute of the class, found through the MRO as any: a plain subclass of a dataclass is one, too. What else
/// the class has of its being a dataclass are its [parts](Part), made when somebody reads them.
pub(crate) struct FieldTable {
    description: Description,
    pub(super) options: DataclassOptions,
    /// The class as errors show it, if that is not its name.
    qualname: Option<Text>,
    pub(super) has_post_init: bool,
    /// The places of the fields, if the description does not know them.
    layout: OnceLock<Arc<Layout>>,
    parts: Made,
    /// What data have, if the constructor takes what is no field.
    #[cfg(feature = "serde")]
    arguments: OnceLock<Box<ClassSpec>>,
}

impl FieldTable {
    /// That of a compiled class.
    pub(crate) fn compiled(spec: &Arc<ClassSpec>) -> Self {
        let described = Described { entries: Entries::compiled(spec), spec: Arc::clone(spec) };
        Self::new(Description::Whole(described), DataclassOptions::of_spec(spec.options()))
    }

    pub(super) fn new(description: Description, options: DataclassOptions) -> Self {
        Self {
            description,
            options,
            qualname: None,
            has_post_init: false,
            layout: OnceLock::new(),
            parts: Made::default(),
            #[cfg(feature = "serde")]
            arguments: OnceLock::new(),
        }
    }

    /// That of a class, of its own and from the beginning.
    pub(crate) fn of_itself(class: &Class) -> Option<&Self> {
        Self::held(class.first_own(*DATACLASS_FIELDS)?)
    }

    /// Of a class that is shown so.
    pub(super) fn shown_as(mut self, qualname: Option<&Text>) -> Self {
        self.qualname = qualname.filter(|qualname| *qualname != self.description.name()).cloned();
        self
    }

    /// The same as a value of its own, which does not hold the table that keeps it.
    pub(super) fn to_value(&self) -> Value {
        let Self { options, qualname, has_post_init, .. } = self;
        let described = Described { entries: self.entries().clone(), spec: Arc::clone(self.shared_spec()) };
        let copy = Self::new(Description::Whole(described), options.clone());
        DescriptorValue::new(Self { qualname: qualname.clone(), has_post_init: *has_post_init, ..copy }).into()
    }

    /// Gets to know the places of the fields.
    pub(crate) fn settle(&self, layout: &Arc<Layout>) {
        if self.description.layout().is_none() {
            self.layout.get_or_init(|| Arc::clone(layout));
        }
    }

    /// What the class has as this part, from the first time that somebody asks for it.
    #[inline]
    pub(crate) fn part(&self, part: Part) -> &Value {
        self.parts.get(part, self)
    }

    /// A function as a part of the class.
    pub(super) fn defined(&self, mut function: Function) -> Value {
        if let Some(layout) = self.description.layout().or_else(|| self.layout.get()) {
            function.settle(layout);
        }
        function.define_in(self.qualname.as_ref().unwrap_or_else(|| self.description.name()));
        function.into()
    }

    /// The description of the fields.
    pub(crate) fn spec(&self) -> &ClassSpec {
        self.shared_spec()
    }

    pub(crate) fn shared_spec(&self) -> &Arc<ClassSpec> {
        &self.description.get().spec
    }

    pub(super) fn entries(&self) -> &Entries {
        &self.description.get().entries
    }

    /// What data have: the fields, and the arguments that are none.
    #[cfg(feature = "serde")]
    pub(crate) fn arguments(&self) -> &ClassSpec {
        self.arguments.get_or_init(|| {
            let fields = self.entries().of_constructor().map(|entry| entry.spec.clone()).collect();
            let spec = self.spec();
            ClassSpec::made(spec.name_text().clone(), fields)
                .with_module(spec.module_text().clone())
                .with_groups(spec.groups().iter().cloned().collect())
                .with_checks(spec.checks().iter().cloned().collect())
                .with_options(spec.options())
                .into()
        })
    }

    /// That of a class, or of the first one in its MRO that has one.
    pub(crate) fn of(class: &Class) -> Option<&Self> {
        Self::behind(class, 0)
    }

    /// The first one from a place of the MRO on.
    fn behind(class: &Class, place: u32) -> Option<&Self> {
        let mut tables = class.table().get(*DATACLASS_FIELDS)?.iter().filter(|placed| placed.owner >= place);
        Self::held(tables.next()?)
    }

    fn held(placed: &Placed) -> Option<&Self> {
        match &placed.held {
            Held::Fields(table) => Some(table),
            Held::Fixed(Value::Descriptor(descriptor)) => descriptor.downcast_ref(),
            _ => None,
        }
    }

    /// The class that the running method of a dataclass is about: the one that has the method. If no dataclass has
    /// derived from it since, it is the class of the receiver, which may have further fields.
    pub(super) fn running<'a>(this: &This<'a>) -> &'a ClassSpec {
        let class = this.class();
        match Self::behind(class, this.place()) {
            Some(table) if !std::ptr::eq(table, Self::of(class).unwrap_or(table)) || !class.declares_more() => {
                table.spec()
            }
            _ => class.spec(),
        }
    }
}

/// Is it what a dataclass has of its own: the table, or the parameters?
pub(crate) fn is_part(descriptor: &DescriptorValue) -> bool {
    descriptor.downcast_ref::<FieldTable>().is_some() || descriptor.downcast_ref::<Mark>().is_some()
}

impl Descriptor for FieldTable {
    fn class_name(&self) -> &'static str {
        "mappingproxy"
    }

    fn parts(&self) -> Parts {
        Parts::NONE
    }
}
