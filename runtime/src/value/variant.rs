//! Values by the numbers of their variants: which of them something is true of, the bits of one word say.

use super::Value;

/// The variants of which nothing is to be freed: none, the truth values, integers and floats.
const PLAIN: u32 = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 4 | 1 << 6;
/// No value. It stays behind the numbers of all variants: one that had this would never be freed.
const NOTHING: u32 = 20;

impl Value {
    /// The number of its variant. It is what lies in the value, as long as the order is that of the variants.
    #[inline]
    pub(crate) const fn variant(&self) -> u32 {
        match self {
            Self::None => 0,
            Self::False => 1,
            Self::True => 2,
            Self::NotImplemented => 3,
            Self::Int(_) => 4,
            Self::Wide(_) => 5,
            Self::Float(_) => 6,
            Self::Str(_) => 7,
            Self::Bytes(_) => 8,
            Self::List(_) => 9,
            Self::Tuple(_) => 10,
            Self::Set(_) => 11,
            Self::Dict(_) => 12,
            Self::Instance(_) => 13,
            Self::Shared(_) => 14,
            Self::Function(_) => 15,
            Self::Class(_) => 16,
            Self::WeakClass(_) => 17,
            Self::Descriptor(_) => 18,
            Self::Opaque(_) => 19,
        }
    }

    /// Is there nothing to be freed?
    #[inline]
    pub(crate) const fn is_plain(&self) -> bool {
        PLAIN & 1 << self.variant() != 0
    }

    /// Is there no value, or one of which nothing is to be freed?
    #[inline]
    pub(crate) const fn is_none_or_plain(value: Option<&Self>) -> bool {
        let variant = match value {
            Some(value) => value.variant(),
            None => NOTHING,
        };
        (PLAIN | 1 << NOTHING) & 1 << variant != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain_and_texts_are_not() {
        let plain = [Value::None, false.into(), true.into(), 1.into(), 0.5.into()];
        let others =
            ["a".into(), Value::NotImplemented, u64::MAX.into(), vec![1].into(), crate::builtins::object().into()];
        assert!(plain.iter().all(|value| value.is_plain() && Value::is_none_or_plain(Some(value))));
        assert!(!others.iter().any(|value| value.is_plain() || Value::is_none_or_plain(Some(value))));
        assert!(Value::is_none_or_plain(None));
    }
}
