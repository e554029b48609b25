//! What fields of one kind have in common.

use super::{List, Literal, Ref, Text, TypeSpec, replace};
use crate::validate::{Rule, Transform};

/// What is said of a field, but for its name, its default and its switches: type, rules, how it looks in data.
///
/// All of it is behind one pointer in a [`FieldSpec`](super::FieldSpec), since most fields have no more than one of a few
/// types: those share one body.
///
/// ```
/// use metaclass::spec::{FieldBody, FieldSpec, Text, TypeSpec};
///
/// const SIZE: &FieldBody = &FieldBody::new(TypeSpec::Float).with_key(Text::new("Size"));
/// const FIELDS: [FieldSpec; 2] = [FieldSpec::compiled("size", SIZE), FieldSpec::compiled("x", FieldBody::ANY)];
/// assert_eq!(FIELDS.map(|field| field.key().to_owned()), ["Size", "x"]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct FieldBody {
    pub(crate) ty: TypeSpec,
    pub(crate) transforms: List<Transform>,
    pub(crate) rules: List<Rule>,
    /// The name in data, unless it is that of the field.
    pub(crate) key: Text,
    pub(crate) aliases: List<Text>,
    pub(crate) doc: Text,
    pub(crate) metadata: List<(Text, Literal)>,
}

impl FieldBody {
    /// Of any value, without more.
    pub const ANY: &'static Self = &Self::new(TypeSpec::Any);

    /// Of this type, without more.
    #[must_use]
    pub const fn new(ty: TypeSpec) -> Self {
        Self::ruled(ty, &[])
    }

    /// Of this type, with rules that are compiled into the program.
    #[doc(hidden)]
    #[must_use]
    pub const fn ruled(ty: TypeSpec, rules: &'static [Rule]) -> Self {
        Self {
            ty,
            transforms: List::EMPTY,
            rules: List::Static(rules),
            key: Text::new(""),
            aliases: List::EMPTY,
            doc: Text::new(""),
            metadata: List::EMPTY,
        }
    }

    /// With changes that are made before the rules look at a value.
    #[must_use]
    pub const fn with_transforms(mut self, transforms: List<Transform>) -> Self {
        replace(&mut self.transforms, transforms);
        self
    }

    /// With rules.
    #[must_use]
    pub const fn with_rules(mut self, rules: List<Rule>) -> Self {
        replace(&mut self.rules, rules);
        self
    }

    /// With another name in data.
    #[must_use]
    pub const fn with_key(mut self, key: Text) -> Self {
        replace(&mut self.key, key);
        self
    }

    /// With further names that data may use.
    #[must_use]
    pub const fn with_aliases(mut self, aliases: List<Text>) -> Self {
        replace(&mut self.aliases, aliases);
        self
    }

    /// With a documentation.
    #[must_use]
    pub const fn with_doc(mut self, doc: Text) -> Self {
        replace(&mut self.doc, doc);
        self
    }

    /// With data of the user's.
    #[must_use]
    pub const fn with_metadata(mut self, metadata: List<(Text, Literal)>) -> Self {
        replace(&mut self.metadata, metadata);
        self
    }
}

/// The bodies of fields that have a type without parameters, and nothing else.
static PLAIN: [FieldBody; PLAIN_BODIES] = [
    FieldBody::new(TypeSpec::INT),
    FieldBody::new(TypeSpec::Str),
    FieldBody::new(TypeSpec::Float),
    FieldBody::new(TypeSpec::Bool),
    FieldBody::new(TypeSpec::Any),
    FieldBody::new(TypeSpec::Bytes),
];

/// So many of them there are.
pub(crate) const PLAIN_BODIES: usize = 6;

/// Each of them once.
impl FieldBody {
    pub(crate) const PLAIN_INT: &'static Self = &PLAIN[0];
    pub(crate) const PLAIN_STR: &'static Self = &PLAIN[1];
    pub(crate) const PLAIN_FLOAT: &'static Self = &PLAIN[2];
    pub(crate) const PLAIN_BOOL: &'static Self = &PLAIN[3];
    pub(crate) const PLAIN_ANY: &'static Self = &PLAIN[4];
    pub(crate) const PLAIN_BYTES: &'static Self = &PLAIN[5];
}

impl Ref<FieldBody> {
    /// The number of the body, if it is one of those that are there once for all: below [`PLAIN_BODIES`].
    pub(crate) fn plain_number(&self) -> Option<usize> {
        match self {
            Self::Static(body) => PLAIN.iter().position(|plain| std::ptr::eq(plain, *body)),
            Self::Shared(_) => None,
        }
    }
}

/// The body of what has a type and nothing else.
impl From<TypeSpec> for Ref<FieldBody> {
    fn from(ty: TypeSpec) -> Self {
        match PLAIN.iter().find(|plain| plain.ty == ty) {
            Some(plain) => Self::Static(plain),
            None => Self::shared(FieldBody::new(ty)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::FieldSpec;

    #[test]
    fn fields_of_plain_types_share_one_body() {
        let types = [TypeSpec::Any, TypeSpec::Bool, TypeSpec::INT, TypeSpec::Float, TypeSpec::Str, TypeSpec::Bytes];
        for ty in types {
            let body: Ref<FieldBody> = ty.clone().into();
            assert!(body.plain_number().is_some_and(|number| number < PLAIN_BODIES));
            assert_eq!(*body, FieldBody::new(ty));
        }
        let int = Ref::Static(FieldBody::PLAIN_INT);
        assert_eq!((int.plain_number(), &int.ty), (Ref::from(TypeSpec::INT).plain_number(), &TypeSpec::INT));
        assert_eq!(FieldBody::PLAIN_BYTES.ty, TypeSpec::Bytes);
        let list: Ref<FieldBody> = TypeSpec::List(Ref::shared(TypeSpec::Str)).into();
        assert_eq!((list.plain_number(), Ref::Static(FieldBody::ANY).plain_number()), (None, None));
    }

    #[test]
    fn what_is_said_of_one_field_is_not_said_of_others() {
        let x = FieldSpec::new(Text::new("x"), TypeSpec::INT);
        let y = x.clone().with_doc(Text::new("Another."));
        assert_eq!((x.doc(), y.doc(), y.clone().with_key(Text::new("Y")).doc()), ("", "Another.", "Another."));
        assert_eq!(y.key(), "x");
    }

    #[test]
    fn a_field_is_small() {
        assert!(size_of::<FieldSpec>() <= 64);
    }
}
