//! The call macro that each class has: what stands beside the struct.

/// Defines the call macro of a class.
///
/// It is this crate that writes it, so that `$crate` in it means this crate wherever the macro is used: in a crate that
/// does not depend on this one, or under another name.
#[doc(hidden)]
#[macro_export]
macro_rules! __define {
    ($d:tt {$($vis:tt)*} $hidden:ident $alias:ident $table:tt) => {
        #[doc(hidden)]
        macro_rules! $hidden {
            ($d($d arguments:tt)*) => { $crate::__call! { $crate $table $d($d arguments)* } };
        }
        #[doc(hidden)]
        #[allow(unused_imports)]
        $($vis)* use $hidden as $alias;
    };
    ($d:tt {$($vis:tt)*} export $hidden:ident $alias:ident $table:tt) => {
        #[doc(hidden)]
        #[macro_export]
        #[allow(non_local_definitions)]
        macro_rules! $hidden {
            ($d($d arguments:tt)*) => { $crate::__call! { $crate $table $d($d arguments)* } };
        }
        #[doc(hidden)]
        #[allow(unused_imports)]
        $($vis)* use $hidden as $alias;
    };
}

/// Defines the call macro of a class in which there are mistakes: it takes anything.
#[doc(hidden)]
#[macro_export]
macro_rules! __define_stub {
    ($d:tt {$($vis:tt)*} $hidden:ident $alias:ident $class:ident $made:ident) => {
        #[doc(hidden)]
        macro_rules! $hidden {
            ($d($d arguments:tt)*) => {
                match $crate::__private::stub() {
                    stub @ $class { .. } => $crate::__private::$made(stub),
                }
            };
        }
        #[doc(hidden)]
        #[allow(unused_imports)]
        pub(crate) use $hidden as $alias;
    };
}
