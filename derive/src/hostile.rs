//! No input makes a macro panic: random changes of valid items and calls.
//!
//! `METACLASS_ROUNDS=10000000 cargo test --release -p metaclass-derive hostile` for a long run.

use proc_macro2::{Delimiter, Group, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

use crate::{call, declare, pipeline};

/// How many changed inputs each test tries unless told otherwise.
const ROUNDS: u64 = 20_000;

fn rounds() -> u64 {
    std::env::var("METACLASS_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS)
}

/// Xorshift (Marsaglia, 2003), 64 bits: the same sequence in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn word(&mut self) -> TokenTree {
        const WORDS: [&str; 41] = [
            "struct",
            "enum",
            "pub",
            "where",
            "T",
            "f64",
            "default",
            "dataclass",
            "field",
            "init",
            "repr",
            "false",
            "Self",
            "kw_only",
            "crate",
            "self",
            "x",
            "r#type",
            "_",
            "impl",
            "dyn",
            "metadata",
            "init_var",
            "frozen",
            "min_value",
            "max_length",
            "items",
            "one_of",
            "check",
            "fields",
            "transform",
            "message",
            "unit",
            "validate",
            "matches",
            "i64",
            "builder",
            "setters",
            "getters",
            "conflicts",
            "requires",
        ];
        let word = WORDS[self.below(WORDS.len())];
        word.strip_prefix("r#").map_or_else(
            || TokenTree::Ident(proc_macro2::Ident::new(word, Span::call_site())),
            |raw| TokenTree::Ident(proc_macro2::Ident::new_raw(raw, Span::call_site())),
        )
    }

    fn token(&mut self) -> TokenTree {
        const PUNCTS: [char; 12] = ['#', '<', '>', '=', ',', ':', '.', '&', '!', '-', '*', '?'];
        match self.below(8) {
            0..3 => self.word(),
            3..6 => {
                let spacing = if self.below(2) == 0 { Spacing::Alone } else { Spacing::Joint };
                Punct::new(PUNCTS[self.below(PUNCTS.len())], spacing).into()
            }
            6 => match self.below(3) {
                0 => Literal::string("a\0{x}").into(),
                1 => Literal::f64_suffixed(1e300).into(),
                _ => Literal::u128_unsuffixed(u128::MAX).into(),
            },
            _ => {
                const DELIMITERS: [Delimiter; 4] =
                    [Delimiter::Brace, Delimiter::Bracket, Delimiter::Parenthesis, Delimiter::None];
                let content = (0..self.below(4)).map(|_| self.word()).collect();
                Group::new(DELIMITERS[self.below(4)], content).into()
            }
        }
    }

    /// Changes about `rate` of a hundred tokens: drops, doubles, replaces, or puts something before them.
    fn change(&mut self, tokens: TokenStream, rate: usize) -> TokenStream {
        let mut changed = vec![];
        for token in tokens {
            let token = match token {
                TokenTree::Group(group) => Group::new(group.delimiter(), self.change(group.stream(), rate)).into(),
                token => token,
            };
            if self.below(100) >= rate {
                changed.push(token);
                continue;
            }
            match self.below(4) {
                0 => {}
                1 => changed.extend([token.clone(), token]),
                2 => changed.push(self.token()),
                _ => changed.extend([self.token(), token]),
            }
        }
        changed.into_iter().collect()
    }
}

fn item() -> TokenStream {
    quote! {
        /// Documented.
        #[dataclass(order, hash, default, display, frozen, getters, builder, source, kw_only, new(name = make, vis = pub(crate)), call = call_it)]
        #[dataclass(post_init = Self::finish, init_var(scale: f64 = 1.0, tag: &'static str = ""), bound(T: Clone), crate = a::b)]
        pub(crate) struct Name<'a, T: Clone + 'a, const N: usize = 3> where T: Iterator<Item = u8> {
            #[field(default, repr = path::to, compare = false, into, rename = "a", alias = "b")]
            x: Option<Vec<Box<T::Item>>>,
            #[field(primary_key, secret, metadata(a = -1, b = "c"), kw_only, default = ("", [0; N], f))]
            r#type: (&'a str, [u8; N], fn(u8) -> u8),
            #[field(default)]
            y: std::collections::HashMap<String, <T as Iterator>::Item>,
            #[field(default = format!("{x} {y:?}", x).len(), init = false, hash = false)]
            z: usize,
        }
    }
}

/// Every shape of a rule.
fn item_with_rules() -> TokenStream {
    quote! {
        #[dataclass(validate, setters, check(Self::check, fields(x, z)), check(|x: &i64| x > &0, fields(z)))]
        #[dataclass(exactly_one(v, t), requires(v, z), at_least_one(z, t), conflicts(z, t))]
        pub(crate) struct Name<'a, T> {
            #[field(min_length = 3, max_length = MAX, unit = bytes, message = "no", format = email, starts_with = "a")]
            #[field(transform(trim, lowercase, with = f), check = f, check = |text| !text.is_empty(), matches = u)]
            x: Option<String>,
            #[field(unique_items, min_items = 1, items(max_items = 2, items(one_of = ["a", "b"], contains = "a")))]
            y: Vec<Option<Vec<&'a str>>>,
            u: String,
            #[field(default = 4, min_value = -1, max_value = LIMIT, exclusive_max = 1_000, multiple_of = 2, equals = 4)]
            z: i64,
            #[field(required, present, keys(ascii), values(finite, min_value = 0.5), max_properties = 3, required_with = x, kw_only)]
            w: Option<std::collections::BTreeMap<String, T>>,
            #[field(default)]
            v: Option<u8>,
            #[field(default = false)]
            t: bool,
        }
    }
}

/// Structs as `schema!` has them.
fn block() -> TokenStream {
    quote! {
        /// Documented.
        #[derive(Eq, Hash)]
        #[dataclass(order, extra = forbid, clone = false)]
        pub struct Animal<'a, T: Clone = u8> {
            #[field(primary_key, max_length = 100)]
            name: String = "x",
            pub(self) legs: Option<Vec<&'a T>>,
            #[field(check = f, min_value = MIN, optional = false)]
            age: Option<i64>,
        }

        #[cfg(all())]
        #[dataclass(validate, check(f, fields(name, b)), kw_only)]
        struct Dog<T> where T: Copy {
            name: String,
            b: (T, [u8; 3]) = (x, [1; 3]),
            r#type: u8 = name.len(),
        }

        struct Puppy: Animal<'static>, Other { name: String, more: u8 = legs.len() }
        struct Other: Base { other: Option<Self> }
        struct Base { other: Option<Other>, feet: u8 = 3 }
        struct Far: a::b::Base<u8>, Base { far: u8 }
    }
}

/// What a base answers.
fn answer() -> TokenStream {
    quote! {
        { krate { #[dataclass(hash)] struct Dog<U>: a::Animal<Vec<U>>, Base { x: u8 = name.len() } } [? {
            { "base" [] schema { struct Base { name: String, age: Option<u8> = f(&name) } } }
        }] }
        {
            { "animal" ["root"] schema {
                struct Animal<T>: b::Root {
                    #[field(check = f, repr = g, transform(with = h), max_length = M)]
                    name: String,
                    value: Map<T, Self> = Map::of(name),
                }
            } }
            { "root" [] derive { #[dataclass(base, check(|a: &u8| true, fields(a)))] struct Root { a: u8, b: T::Item } } }
        }
    }
}

/// A named tuple with the types of its fields, and one without.
fn typed_tuple() -> TokenStream {
    quote! {
        /// Documented.
        #[derive(Clone)]
        #[dataclass(check(f, fields(x, y)), new(name = make))]
        pub struct Point<'a, T: Copy = u8> where T: Ord {
            x: f64,
            #[field(min_value = MIN, into)]
            y: Option<i64> = None,
            z: Option<&'a T> = None,
            pub(self) r#type: (T, [Self; 0]) = (*x, [1; 3]),
        }
    }
}

fn untyped_tuple() -> TokenStream {
    quote! {
        /// Documented.
        #[derive(Debug)]
        #[dataclass(call = made)]
        pub(crate) Row, ["id", "9 z", "type"], rename = true, defaults = [-1, b'c']
    }
}

#[test]
fn no_item_makes_the_derive_panic() {
    changes_of(&item, 0x9e37_79b9_7f4a_7c15);
}

#[test]
fn no_rule_makes_the_derive_panic() {
    changes_of(&item_with_rules, 0xd1b5_4a32_d192_ed03);
}

#[test]
fn no_block_makes_schema_panic() {
    let of_block = |block: &TokenStream| declare::schema(quote!(krate { #block }));
    changes(&block, &of_block, 0xa076_1d64_78bd_642f);
}

#[test]
fn no_tuple_makes_namedtuple_panic() {
    changes(&typed_tuple, &write_tuple, 0xe703_7ed1_a0b4_28db);
}

#[test]
fn no_names_make_namedtuple_panic() {
    changes(&untyped_tuple, &write_tuple, 0x8ebc_6af0_9c88_c6e3);
}

fn write_tuple(tuple: &TokenStream) -> TokenStream {
    declare::namedtuple(quote!(krate { #tuple }))
}

#[test]
fn no_answer_of_a_base_makes_schema_panic() {
    changes(&answer, &|answer| declare::inherit(answer.clone()), 0xe703_7ed1_a0b4_28db);
}

fn changes_of(item: &dyn Fn() -> TokenStream, seed: u64) {
    changes(item, &pipeline::derive, seed);
}

fn changes(item: &dyn Fn() -> TokenStream, write: &dyn Fn(&TokenStream) -> TokenStream, seed: u64) {
    let mut random = Random(seed);
    let written = write(&item()).to_string();
    assert_eq!(written.matches("compile_error").count(), 0, "{written}");
    let mut refused = 0;
    for round in 0..rounds() {
        let rate = 1 + usize::try_from(round % 12).unwrap();
        let written = write(&random.change(item(), rate)).to_string();
        refused += u64::from(written.contains("compile_error"));
    }
    // Were nothing refused, or everything, the changes would try little.
    assert!(refused > rounds() / 4 && refused < rounds(), "{refused}");
}

#[test]
fn no_call_makes_the_call_macro_panic() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let call = || {
        quote! {
            krate [Name __new into_tuple; x, ~y = 1, *z = fn(x, y), !w = default, ?v; requires y z; exactly_one y v]
            @path {geo::Name::<u8>} 1, y = f(|a| a + 1)?, z = [1, 2], v = None, ..base
        }
    };
    let mut refused = 0;
    for round in 0..rounds() {
        let rate = 1 + usize::try_from(round % 12).unwrap();
        let written = call::expand(random.change(call(), rate)).to_string();
        refused += u64::from(written.contains("compile_error"));
        call::by_path(random.change(quote!(a::b::<T>::Name(1, x = 2)), rate));
    }
    assert!(refused > rounds() / 4 && refused < rounds(), "{refused}");
}

#[test]
fn no_arguments_or_parameters_make_a_macro_panic() {
    let mut random = Random(0x1405_7b7e_f767_814f);
    let args = || quote!(krate 1, x, *rest, y = f(|a| a + 1)?, z = [1, 2], **kw);
    let params =
        || quote!(krate a, b: Field::str() = "x", /, c = 1, *rest: Field::int(), d, e: Field::any() = [1], **kw);
    let mut refused = 0;
    for round in 0..rounds() {
        let rate = 1 + usize::try_from(round % 12).unwrap();
        let written =
            [call::unbound(random.change(args(), rate)), crate::params::expand(random.change(params(), rate))];
        refused += u64::from(written.iter().any(|written| written.to_string().contains("compile_error")));
    }
    assert!(refused > rounds() / 4 && refused < rounds(), "{refused}");
}
