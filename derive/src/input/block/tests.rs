//! Reading structs of a block: what is understood, and what is said of the rest.

use quote::quote;

use super::*;

/// All messages, and what was read all the same.
fn read_all(block: TokenStream) -> (Vec<String>, Vec<String>) {
    let mut errors = Errors::default();
    let all = read(Form::Schema, block, &mut errors);
    let messages = all.iter().flat_map(|declared| declared.errors.messages()).chain(errors.messages());
    let names = all.iter().map(|Declared { item, .. }| {
        let fields: Vec<_> = item.fields.iter().map(|field| field.ident.to_string()).collect();
        format!("{}({})", item.ident, fields.join(" "))
    });
    (messages.collect(), names.collect())
}

macro_rules! said {
    ($($block:tt)*) => { read_all(quote!($($block)*)) };
}

fn first_line(messages: &[String]) -> Vec<&str> {
    messages.iter().filter_map(|message| message.lines().next()).collect()
}

#[test]
fn structs_are_read_as_they_are_written() {
    let mut errors = Errors::default();
    let block = quote! {
        /// Documented.
        #[dataclass(frozen)]
        pub(crate) struct Dog<'a, T>: Animal, geo::Named<T>, where T: Clone {
            #[field(max_length = 3)]
            pub name: &'a str = if 1 < 2 { "a" } else { "b" },
            ages: Map<String, Vec<T>>,
        }
        struct Empty {}
    };
    let all = read(Form::Schema, block, &mut errors);
    assert_eq!(errors.messages(), [""; 0]);
    let [dog, empty] = &all[..] else { panic!("two structs") };
    assert_eq!(dog.errors.messages(), [""; 0]);
    assert_eq!(dog.item.bases.len(), 2);
    assert_eq!(dog.item.generics.params.len(), 2);
    assert!(dog.item.generics.where_clause.is_some() && dog.item.options.frozen.is_some());
    assert!(dog.item.fields[0].options.default.is_some() && dog.item.fields[1].options.default.is_none());
    assert!(dog.tokens.to_string().ends_with('}') && empty.tokens.to_string().starts_with("struct"));
}

#[test]
fn a_mistake_in_one_struct_leaves_the_others() {
    let (messages, read) = said!(
        struct A { x: u8 }
        enum B { X, Y }
        struct C { x: u8; y: u8 }
        struct D(u8);
        struct E { x: u8 },
        struct F { x: u8 }
    );
    assert_eq!(read, ["A(x)", "C(x y)", "E(x)", "F(x)"]);
    assert_eq!(
        first_line(&messages),
        [
            "fields are separated by commas",
            "nothing stands between two structs",
            "expected a struct, and no `enum`",
            "expected fields in braces"
        ]
    );
}

#[test]
fn a_mistake_in_one_field_leaves_the_others() {
    let (messages, read) = said!(struct A {
        a String,
        b: u8 = ,
        c = 3,
        d,
        e: = 3,
        f: u8 g: u8,
        type: u8,
        fn h(&self) -> u8 { 1 }
        i: bool = True,
        j: HashMap<u8, u8> := 3,
        i: u8,
        3,
        k: u8,
    });
    assert_eq!(read, ["A(f g j i k)"]);
    assert_eq!(
        first_line(&messages),
        [
            "expected `:` behind the name of field 'a'",
            "field 'b' has no default behind `=`",
            "field 'c' has no type",
            "field 'd' has no type",
            "field 'e' has no type",
            "expected `,` behind field 'f'",
            "a field cannot be named `type`, which is a keyword of Rust",
            "there are only fields here",
            "`True` is no value of Rust",
            "expected `,` behind field 'j'",
            "expected a field",
        ]
    );
}

#[test]
fn a_default_is_given_once() {
    let (messages, _) = said!(
        struct A { #[field(default = 1)] x: u8 = 2, x: u8 }
    );
    assert_eq!(first_line(&messages), ["duplicate field 'x'", "field 'x' has two defaults"]);
}

#[test]
fn bases_are_written_as_they_are_here() {
    let of = |tokens| {
        let (messages, _) = read_all(tokens);
        first_line(&messages).concat()
    };
    assert_eq!(of(quote!(struct Dog(Animal) { x: u8 })), "bases do not stand in parentheses");
    assert_eq!(of(quote!(struct Dog extends Animal { x: u8 })), "unexpected `extends`");
    assert_eq!(of(quote!(struct Dog: Animal + Named { x: u8 })), "bases are separated by commas");
    assert_eq!(of(quote!(struct Dog: { x: u8 })), "expected the name of a base");
    assert_eq!(
        of(quote!(class Dog(Animal) { x: u8 })),
        "a class is a `struct` here, not a `class`bases do not stand in parentheses"
    );
}
