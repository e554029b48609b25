//! The options of classes: each compiled, and made at run time by `make_dataclass` of the same name.

use metaclass::prelude::*;
use metaclass::spec::{ClassSpec, Flags, Options};
use metaclass::value::Comparison;
use metaclass::{Extra, FieldType, MakeDataclass};

use super::row::{int64, s};

/// A class with an option, both ways, and instances with the same values.
struct Pair {
    compiled: &'static Class,
    made: Class,
    structs: Vec<Value>,
    instances: Vec<Value>,
}

impl Pair {
    fn new<T: Dataclass + FieldType + 'static>(made: MakeDataclass, structs: &[T]) -> Self {
        let made = made.module(T::spec().module()).extra(Extra::Ignore).build().unwrap();
        let instance = |value: &T| {
            let values = T::field_names().iter().map(|name| (*name, value.get(name).unwrap()));
            let args = values.fold(Args::new(), |args, (name, value)| args.with_keyword(name, value));
            made.instantiate(args).unwrap().into()
        };
        let instances = structs.iter().map(instance).collect();
        let structs = structs.iter().map(|value| value.to_value().unwrap()).collect();
        Self { compiled: T::class(), made, structs, instances }
    }

    /// All that both halves can be asked alike.
    #[track_caller]
    fn check(&self) {
        let (compiled, made) = (self.compiled.spec(), self.made.spec());
        assert_eq!(made, compiled);
        assert_eq!(self.made.signature(), self.compiled.signature());
        assert_eq!(self.made.json_schema(), self.compiled.json_schema());
        assert_eq!(self.made.mro().len(), self.compiled.mro().len());
        self.check_constructor();
        self.check_assignments(compiled);
        for (a, one) in self.structs.iter().zip(&self.instances) {
            assert_eq!(one.repr().to_string(), a.repr().to_string());
            // Without `eq` an instance is hashed by its identity, which a struct does not have.
            if compiled.options().has(Options::EQ) {
                assert_eq!(text(one.hash_key().map(drop)), text(a.hash_key().map(drop)), "hash of {a:?}");
            }
            for (b, other) in self.structs.iter().zip(&self.instances) {
                assert_eq!(one == other, a == b, "{a:?} == {b:?}");
                let hashes = |a: &Value, b: &Value| Some(a.hash_key().ok()? == b.hash_key().ok()?);
                if compiled.options().has(Options::EQ) {
                    assert_eq!(hashes(one, other), hashes(a, b), "hashes of {a:?} and {b:?}");
                }
                let order = |a, b| text(Comparison::Lt.holds(a, b));
                assert_eq!(order(one, other), order(a, b), "{a:?} < {b:?}");
            }
        }
    }

    /// Calls that are wrong, and what is said of them.
    fn check_constructor(&self) {
        let calls =
            [args!(), args!(1), args!(1, 2, 3, 4, 5), args!(q = 1), args!("a", "b"), args!(1, a = 1), args!(a = -1)];
        for call in calls {
            let outcome = |class: &Class| text(class.instantiate(call.clone()));
            assert_eq!(outcome(&self.made), outcome(self.compiled), "{call:?}");
        }
    }

    /// Assignments, those among them that are refused.
    fn check_assignments(&self, spec: &ClassSpec) {
        for (a, one) in self.structs.iter().zip(&self.instances) {
            let fields = spec.fields().iter().map(|field| field.name());
            for (name, value) in
                fields.flat_map(|name| [(name, Value::from(5)), (name, "x".into()), (name, (-5).into())])
            {
                let outcome = |value: &Value, to: &Value| {
                    let mut value = value.clone();
                    let set = text(value.set_attr(name, to.clone()));
                    format!("{set} {}", value.repr())
                };
                let said = |text: String| text.replace("C.", "");
                assert_eq!(said(outcome(one, &value)), said(outcome(a, &value)), "{a:?}.{name} = {value:?}");
            }
        }
    }
}

/// What came of something, as text.
fn text<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    match result {
        Ok(value) => format!("{value:?}"),
        Err(error) => format!("{error:?}"),
    }
}

/// Rows: a compiled class, the same made at run time, and instances.
macro_rules! classes {
    ($(
        $(#[$option:meta])*
        $name:ident { $($compiled:tt)* }
        made $made:expr;
        $(($($value:expr),* $(,)?))*
    )*) => {
        const ROWS: &[fn() -> Pair] = &[$(rows::$name),*];

        mod rows {
            use super::*;

            $(pub(super) fn $name() -> Pair {
                #[derive(Dataclass, Clone)]
                $(#[$option])*
                struct C { $($compiled)* }

                Pair::new::<C>($made, &[$(C::__new($($value),*)),*])
            })*
        }

        $(#[test]
        fn $name() {
            rows::$name().check();
        })*
    };
}

fn two() -> MakeDataclass {
    make_dataclass("C", [("a", int64()), ("b", int64().default(0))])
}

classes! {
    plain { a: i64, #[field(default = 0)] b: i64 }
    made two();
    (1, 2) (1, 3)

    #[dataclass(eq = false)]
    eq_off { a: i64, #[field(default = 0)] b: i64 }
    made two().eq(false);
    (1, 2)

    #[dataclass(order)]
    order { a: i64, #[field(default = 0)] b: i64 }
    made two().order(true);
    (1, 2) (1, 3) (0, 9)

    #[dataclass(hash)]
    hash { a: i64, #[field(default = 0)] b: i64 }
    made two().unsafe_hash(true);
    (1, 2) (1, 3) (1, 2)

    #[dataclass(frozen, hash)]
    frozen { a: i64, #[field(default = 0)] b: i64 }
    made two().frozen(true);
    (1, 2) (1, 3)

    #[dataclass(kw_only)]
    kw_only { a: i64, #[field(default = 0)] b: i64 }
    made two().kw_only(true);
    (1, 2)

    #[dataclass(validate)]
    validate { #[field(min_value = 0)] a: i64, #[field(default = 0)] b: i64 }
    made make_dataclass("C", [("a", int64().min_value(0)), ("b", int64().default(0))]).validate(true);

    #[dataclass(hash)]
    fields_with_options {
        a: i64,
        #[field(kw_only, default = 1)]
        b: i64,
        #[field(repr = false, default = 2)]
        c: i64,
        #[field(compare = false, default = 3)]
        d: i64,
        #[field(hash = false, default = 4)]
        e: i64,
        #[field(secret, kw_only)]
        f: String,
        #[field(primary_key, rename = "G", alias = "gg", default = 5)]
        g: i64,
    }
    made make_dataclass("C", [
        ("a", int64()),
        ("b", int64().default(1).kw_only()),
        ("c", int64().default(2).repr(false)),
        ("d", int64().default(3).compare(false)),
        ("e", int64().default(4).hash(false)),
        ("f", Field::str().secret().kw_only()),
        ("g", int64().primary_key().rename("G").alias("gg").default(5)),
    ]).unsafe_hash(true);
    (1, 1, 2, 3, 4, s("x"), 5) (1, 1, 2, 0, 4, s("x"), 5) (1, 1, 2, 3, 0, s("x"), 5) (1, 1, 0, 3, 4, s("y"), 5)
}

#[test]
fn every_option_is_in_a_row() {
    let specs: Vec<&ClassSpec> = ROWS.iter().map(|row| row().compiled.spec()).collect();
    let on = specs.iter().fold(Options::NONE, |options, spec| options | spec.options());
    // A named tuple is made by `namedtuple`; what data may have is a matter of reading them.
    let wanted = Options::INIT
        | Options::REPR
        | Options::EQ
        | Options::ORDER
        | Options::HASH
        | Options::FROZEN
        | Options::VALIDATE;
    assert_eq!(on, wanted);
    let fields = specs.iter().flat_map(|spec| spec.fields());
    let on = fields.fold(Flags::NONE, |flags, field| flags | field.flags());
    let wanted = Flags::DEFAULT | Flags::NO_HASH | Flags::KW_ONLY | Flags::PRIMARY_KEY | Flags::SECRET;
    assert!(on.has(wanted), "{on:?}");
}
