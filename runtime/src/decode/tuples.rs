//! Tuples.

use std::fmt::Display;
use std::marker::PhantomData;

use serde::de::{Deserializer, IgnoredAny, SeqAccess};

use super::context::skip_items;
use super::kind::{Kind, Reader, read};
use super::lists::{EachSeed, Plain};
use super::{Context, Decode};
use crate::field_type::FieldType;
use crate::spec::TypeSpec;
use crate::validate::Issue;

macro_rules! tuples {
    ($($count:literal ($($name:ident $index:tt)+))*) => {$(
        impl<'de, $($name: Decode<'de>),+> Decode<'de> for ($($name,)+) {
            fn decode<De: Deserializer<'de>>(
                deserializer: De,
                context: &mut Context,
            ) -> Result<Option<Self>, De::Error> {
                struct TupleOf<T>(PhantomData<T>);

                impl<'de, $($name: Decode<'de>),+> Kind<'de> for TupleOf<($($name,)+)> {
                    type Made = ($($name,)+);

                    fn expected(&self) -> TypeSpec {
                        <($($name,)+)>::TYPE
                    }

                    fn hint<De: Deserializer<'de>>(
                        deserializer: De,
                        reader: Reader<'_, Self>,
                    ) -> Result<Option<Self::Made>, De::Error> {
                        deserializer.deserialize_tuple($count, reader)
                    }

                    #[allow(non_snake_case)]
                    fn seq<Ac: SeqAccess<'de>>(
                        self,
                        mut items: Ac,
                        context: &mut Context,
                    ) -> Result<Option<Self::Made>, Ac::Error> {
                        if context.enter().is_none() {
                            skip_items(&mut items)?;
                            return Ok(None);
                        }
                        let mut count = 0;
                        $(
                            let mark = context.mark();
                            let $name = items.next_element_seed(EachSeed::<$name, _>::new(&Plain, context))?;
                            context.put_within(mark, || $index.into());
                            count += usize::from($name.is_some());
                        )+
                        context.leave();
                        // Their number is asked for where a format says it.
                        while count >= $count && items.next_element::<IgnoredAny>()?.is_some() {
                            count += 1;
                        }
                        if count != $count {
                            return Ok(context.fault(wrong_length(&self.expected(), $count, count)));
                        }
                        Ok(match ($($name.flatten(),)+) {
                            ($(Some($name),)+) => Some(($($name,)+)),
                            _ => None,
                        })
                    }
                }

                read(TupleOf::<Self>(PhantomData), deserializer, context)
            }
        }
    )*};
}

/// A tuple of another length than its type has.
pub(super) fn wrong_length(ty: &impl Display, count: usize, got: usize) -> Issue {
    let expected = format!("{ty} of {count} item{}", if count == 1 { "" } else { "s" });
    Issue::new("type").with_param("expected", expected).with_param("actual", got)
}

tuples! {
    1 (A 0)
    2 (A 0 B 1)
    3 (A 0 B 1 C 2)
    4 (A 0 B 1 C 2 D 3)
    5 (A 0 B 1 C 2 D 3 E 4)
    6 (A 0 B 1 C 2 D 3 E 4 F 5)
    7 (A 0 B 1 C 2 D 3 E 4 F 5 G 6)
    8 (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7)
    9 (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8)
    10 (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9)
    11 (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10)
    12 (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11)
}
