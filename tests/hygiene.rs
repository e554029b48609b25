//! Names: what the user's mean, whatever they are, and what ours never touch.

use metaclass::prelude::*;

/// The names that generated code could be tempted to use mean something else here.
mod shadowed {
    #![allow(dead_code, reason = "in scope to be in the way")]

    pub(super) struct Option;
    pub(super) struct Some;
    pub(super) struct None;
    pub(super) struct Result;
    pub(super) struct Ok;
    pub(super) struct Err;
    pub(super) struct String;
    pub(super) struct Vec;
    pub(super) struct Box;
    pub(super) struct Value;
    pub(super) struct Error;
    pub(super) struct Text;
    pub(super) struct List;
    pub(super) struct Flags;
    pub(super) struct Literal;
    pub(super) struct FieldRef;
    pub(super) struct Leaf;
    pub(super) struct PhantomData;
    pub(super) trait Into {}
    pub(super) trait Default {}
    pub(super) trait Clone {}
    pub(super) trait Debug {}
    pub(super) trait PartialEq {}
    pub(super) trait PartialOrd {}
    pub(super) trait Ord {}
    pub(super) trait Eq {}
    pub(super) trait Hash {}
    pub(super) trait Drop {}
    pub(super) trait Iterator {}
    pub(super) mod core {}
    pub(super) mod std {}
    pub(super) fn drop() {}
    pub(super) fn repr() {}
    pub(super) fn probe() {}

    macro_rules! shadow {
        ($($name:ident)*) => {$(
            #[allow(unused_macros, reason = "in scope to be in the way")]
            macro_rules! $name {
                ($d:tt) => {
                    compile_error!("a macro of the user's was called")
                };
            }
            #[allow(unused_imports, reason = "in scope to be in the way")]
            use $name;
        )*};
    }

    shadow! { format_args module_path concat stringify panic unreachable }

    #[derive(metaclass::Dataclass)]
    #[dataclass(ord, hash, default, display, frozen, register)]
    pub(super) struct Shadowed {
        #[field(default)]
        a: u8,
        #[field(into, default = "b")]
        b: ::std::string::String,
        #[field(default)]
        c: ::std::option::Option<::std::vec::Vec<i64>>,
        #[field(default = a + 1)]
        d: u8,
        #[field(default, secret)]
        e: ::std::vec::Vec<::std::boxed::Box<()>>,
    }

    #[derive(metaclass::Dataclass)]
    #[dataclass(order, default)]
    pub(super) struct Generic<T> {
        #[field(default)]
        pub(super) value: T,
        #[field(default)]
        pub(super) list: ::std::vec::Vec<T>,
    }
}

#[test]
fn the_users_types_and_traits_may_have_any_names() {
    use shadowed::{Generic, Shadowed};

    let made = Shadowed!(b = "x", a = 3);
    assert_eq!(made.to_string(), "Shadowed(a=3, b='x', c=None, d=4, e=***)");
    assert!(made > Shadowed::default());
    assert_eq!(Registry::global().get("suite.hygiene.shadowed.Shadowed").as_ref(), Some(Shadowed::class()));
    assert_eq!((made.b(), made.d()), ("x", 4));
    let generic = Generic!(1.5);
    assert_eq!(generic.repr().to_string(), "Generic(value=1.5, list=[])");
}

#[test]
fn fields_may_be_named_like_what_generated_code_uses() {
    #[derive(Dataclass, Clone)]
    #[dataclass(ord, hash, default, display, post_init = Self::finish, init_var(index: u8 = 0, this: u8 = 0))]
    struct Names {
        #[field(default = 1)]
        self_: u8,
        #[field(default = self_ + 1)]
        value: u8,
        #[field(default, into)]
        name: u16,
        #[field(default = *name + 1)]
        f: u16,
        #[field(default)]
        other: u8,
        #[field(default)]
        state: u8,
        #[field(default)]
        i: u8,
        #[field(default)]
        v: u8,
        #[field(default)]
        d0: u8,
        #[field(default)]
        c0: u8,
        #[field(default)]
        field: u8,
        #[field(default)]
        order: u8,
        #[field(default)]
        arguments: u8,
        #[field(default)]
        default: u8,
        #[field(default)]
        stub: u8,
        #[field(default)]
        new: u8,
        #[field(default)]
        r#type: u8,
        #[field(default)]
        r#fn: u8,
        #[field(default)]
        __new: u8,
    }

    impl Names {
        fn finish(&mut self, index: u8, this: u8) {
            self.i += index + this;
        }
    }

    let names = Names!(v = 2, self_ = 5, index = 1, this = 2, name = 7_u8);
    assert_eq!((names.value, names.f, names.i, names.v), (6, 8, 3, 2));
    assert!(names > Names::default());
    assert_eq!(names.get("fn").unwrap(), 0.into());
    assert_eq!(names.clone().into_tuple().0, 5);
    assert_eq!(Names!(..names.clone()), names);
}

#[test]
fn locals_of_the_caller_are_his_own() {
    #[derive(Dataclass)]
    struct Sum {
        v: i32,
        #[field(into)]
        d0: i64,
        #[field(default = v + 1)]
        c0: i32,
    }

    let (v, d0, c0, stub, this) = (1, 2, 3, 4, 5);
    let sum = Sum!(c0 = v + c0, d0 = d0, v = stub + this);
    assert_eq!(sum.into_tuple(), (9, 2, 4));
    assert_eq!(Sum!(d0 = v, ..Sum!(c0, d0, v)).into_tuple(), (3, 1, 1));
}

#[test]
fn parameters_may_be_named_like_what_generated_code_uses() {
    #[derive(Dataclass, Clone)]
    #[dataclass(order, hash, default)]
    struct Params<Leaf, H, Option, FieldRef, S> {
        #[field(default)]
        leaf: Leaf,
        #[field(default)]
        h: H,
        #[field(default)]
        option: Option,
        #[field(default)]
        field: FieldRef,
        #[field(default)]
        s: S,
    }

    let params = Params!(1, 2, 3, 4, "x");
    assert_eq!(params.repr().to_string(), "Params(leaf=1, h=2, option=3, field=4, s='x')");
    assert_eq!(params.get("field").unwrap(), 4.into());
    assert!(Params!(leaf = 0, ..params.clone()) < params);
}

mod first {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    pub(super) struct Twin {
        pub(super) x: u8,
    }
}

mod second {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    pub(super) struct Twin {
        pub(super) x: u8,
    }

    #[derive(Dataclass)]
    pub(super) struct Other {
        pub(super) twin: super::first::Twin,
    }
}

#[test]
fn two_structs_of_one_name_are_two_classes() {
    let first = {
        use first::Twin;
        Twin!(1)
    };
    let second = {
        use second::Twin;
        Twin!(x = 2)
    };
    assert_eq!((first.x, second.x), (1, 2));
    assert_ne!(first::Twin::spec(), second::Twin::spec());
    assert_eq!(call!(second::Other(first)).twin.x, 1);
}

#[test]
fn a_class_may_be_local_to_a_function() {
    #[derive(Dataclass)]
    struct Local {
        x: u8,
    }

    let outer = Local!(1);
    let inner = {
        #[derive(Dataclass)]
        struct Inner {
            y: u8,
            z: u8,
        }
        Inner!(z = 2, y = 1).repr().to_string()
    };
    assert_eq!((outer.repr().to_string(), inner.as_str()), ("Local(x=1)".to_owned(), "Inner(y=1, z=2)"));
}

#[test]
fn a_local_class_is_usable_before_its_definition() {
    assert_eq!(call!(Early(1)).x, 1);

    #[derive(Dataclass)]
    #[expect(clippy::items_after_statements, reason = "it is what is tested")]
    struct Early {
        x: u8,
    }
}

fn before() -> Late {
    Late!(y = 2, x = 1)
}

#[derive(Dataclass)]
struct Late {
    x: u8,
    y: u8,
}

#[test]
fn a_class_is_usable_before_its_definition() {
    assert_eq!(before().into_tuple(), (1, 2));
}

mod shapes {
    pub(super) mod inner {
        use metaclass::prelude::*;

        #[derive(Dataclass)]
        pub(crate) struct Circle {
            pub(crate) radius: f64,
        }

        #[derive(Dataclass)]
        pub(crate) struct Square {
            pub(crate) side: f64,
        }
    }

    pub(super) use inner::Circle;

    pub(super) mod all {
        pub(crate) use super::inner::*;
    }
}

#[test]
fn a_glob_import_brings_the_class_with_its_call_macro() {
    use shapes::inner::*;

    assert_eq!(Circle!(1.0).radius + Square!(side = 2.0).side, 3.0);
}

#[test]
fn a_re_export_brings_the_class_with_its_call_macro() {
    use shapes::Circle;
    use shapes::all::Square;

    assert_eq!(Circle!(radius = 1.0).radius + Square!(2.0).side, 3.0);
    assert_eq!(call!(shapes::all::Circle(1.0)).radius, 1.0);
}

macro_rules! class {
    ($name:ident { $($field:ident: $ty:ty = $default:expr),* }) => {
        #[derive(Dataclass, Clone)]
        #[dataclass(hash, default)]
        struct $name {
            $(#[field(default = $default)] $field: $ty,)*
            #[field(default = Vec::new())]
            added: Vec<$name>,
        }
    };
}

class! { Written { x: u8 = 1 + 1, y: Option<&'static str> = Some("y") } }

#[test]
fn a_class_may_be_written_by_a_macro() {
    assert_eq!(Written!().repr().to_string(), "Written(x=2, y='y', added=[])");
    assert_eq!(Written!(added = vec![Written!()], x = 5).added[0], Written::default());
    assert_eq!(Written!(y = None, ..Written!()).y, None);
}

macro_rules! class_of_its_own {
    ($run:ident) => {{
        #[derive(Dataclass)]
        struct Inner {
            x: u8,
            #[field(default = x * 2)]
            y: u8,
        }
        let x = 4;
        let $run = Inner!(x);
        $run.into_tuple()
    }};
}

#[test]
fn a_macro_may_have_a_class_of_its_own() {
    assert_eq!(class_of_its_own!(inner), (4, 8));
    // Twice the same tokens: two classes all the same.
    assert_eq!(class_of_its_own!(inner), class_of_its_own!(other));
}

#[test]
fn fields_that_are_configured_out_are_none() {
    #[derive(Dataclass)]
    struct Configured {
        x: u8,
        #[cfg(any())]
        gone: NoSuchType,
        #[cfg(not(any()))]
        y: u8,
    }

    assert_eq!(Configured!(1, y = 2).repr().to_string(), "Configured(x=1, y=2)");
}

#[test]
fn a_class_may_be_named_like_a_macro_or_type_of_the_prelude() {
    mod odd {
        use metaclass::Dataclass;

        #[derive(Dataclass)]
        pub(super) struct Option {
            pub(super) x: u8,
        }

        #[derive(Dataclass)]
        #[expect(non_camel_case_types, reason = "like a macro")]
        pub(super) struct vec {
            pub(super) option: self::Option,
        }
    }

    use odd::vec;
    assert_eq!(vec!(call!(odd::Option(1))).option.x, 1);
}
