//! Places in a list, as types: the third is `I2`, which is `Behind<Behind<Here>>`.

use std::marker::PhantomData;

/// The first place.
pub struct Here(());

/// The place behind another.
pub struct Behind<I>(PhantomData<I>);

type Behind4<I> = Behind<Behind<Behind<Behind<I>>>>;

/// The place behind sixteen others.
pub type Behind16<I> = Behind4<Behind4<Behind4<Behind4<I>>>>;

/// The names of the first places.
macro_rules! places {
    ($($name:ident = $place:ty,)*) => {
        $(#[doc = "A place."] pub type $name = $place;)*
    };
}

places! {
    I0 = Here,
    I1 = Behind<I0>,
    I2 = Behind<I1>,
    I3 = Behind<I2>,
    I4 = Behind<I3>,
    I5 = Behind<I4>,
    I6 = Behind<I5>,
    I7 = Behind<I6>,
    I8 = Behind<I7>,
    I9 = Behind<I8>,
    I10 = Behind<I9>,
    I11 = Behind<I10>,
    I12 = Behind<I11>,
    I13 = Behind<I12>,
    I14 = Behind<I13>,
    I15 = Behind<I14>,
}
