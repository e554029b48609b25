//! The macros that write calls: `args!`, `params!`, and the call macro that stands beside each class.

/// The arguments of a call that is made at run time, as Python writes them: [`Args`](crate::Args).
///
/// ```
/// use metaclass::prelude::*;
///
/// let (rest, kw) = ([2, 3], [("y", 4)]);
/// let args = args!(1, *rest, x = "a", **kw);
/// assert_eq!(args.to_string(), "(1, 2, 3, x='a', y=4)");
/// ```
///
/// What turns into a [`Value`](crate::Value) can be given. `*` unpacks, as in Python: what Rust iterates, and a `Value`
/// that Python would iterate; `**` unpacks pairs of names and values, and dicts. Write `(*x)` to dereference.
#[macro_export]
#[cfg(feature = "derive")]
macro_rules! args {
    ($($arguments:tt)*) => { $crate::__args! { $crate $($arguments)* } };
}

/// The parameters of a function that is made at run time, as Python writes them: [`Params`](crate::Params).
///
/// ```
/// use metaclass::prelude::*;
///
/// let params = params!(name: Field::str(), /, times: Field::int().min_value(1) = 1, *rest, loud = false, **kw);
/// let signature = params.build()?;
/// assert_eq!(signature.to_string(), "(name: str, /, times: int = 1, *rest, loud=False, **kw)");
/// # Ok::<(), metaclass::Error>(())
/// ```
///
/// Behind `:` stands a [`Field`](crate::Field), with type and rules, and behind `=` a default. Those before `/` have no
/// name for the caller, those behind `*` or `*rest` are given by name only. As in Python, the default is evaluated once.
#[macro_export]
#[cfg(feature = "derive")]
macro_rules! params {
    ($($parameters:tt)*) => { $crate::__params! { $crate $($parameters)* } };
}

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
            ($d($d t:tt)*) => ($crate::__call! { $crate $table $d($d t)* });
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
            ($d($d t:tt)*) => ($crate::__call! { $crate $table $d($d t)* });
        }
        #[doc(hidden)]
        #[allow(unused_imports)]
        $($vis)* use $hidden as $alias;
    };
}

/// Defines the macro of a class from which others can inherit: what it is called with is an answer to them, or a call.
#[doc(hidden)]
#[macro_export]
macro_rules! __define_base {
    ($d:tt {$($vis:tt)*} {$($export:tt)*} $hidden:ident $aliases:tt $family:tt $($table:tt)?) => {
        #[doc(hidden)]
        $($export)*
        macro_rules! $hidden {
            (@fields {$d($d inherit:tt)*} $d heir:tt) => { $d($d inherit)*! { $d heir $family } };
            $(($d($d t:tt)*) => ($crate::__call! { $crate $table $d($d t)* });)?
        }
        $crate::__aliases! { {$($vis)*} $hidden $aliases }
    };
}

/// Further names of a macro.
#[doc(hidden)]
#[macro_export]
macro_rules! __aliases {
    ($vis:tt $hidden:ident {}) => {};
    ({$($vis:tt)*} $hidden:ident {$alias:ident $($rest:ident)*}) => {
        #[doc(hidden)]
        #[allow(unused_imports)]
        $($vis)* use $hidden as $alias;
        $crate::__aliases! { {$($vis)*} $hidden {$($rest)*} }
    };
}

/// Defines the call macro of a class in which there are mistakes: it takes anything, and hands on nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! __define_stub {
    ($d:tt {$($vis:tt)*} $hidden:ident $alias:ident $class:ident $made:ident) => {
        #[doc(hidden)]
        macro_rules! $hidden {
                                    (@fields {$d($d inherit:tt)*} $d heir:tt) => { $d($d inherit)*! { $d heir {} } };
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
