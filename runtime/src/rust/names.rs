//! Names in Rust for the names of classes and fields.

use std::collections::HashSet;

use crate::spec::{ClassSpec, FieldSpec};

/// A name that Rust takes for one.
#[derive(Clone, Debug)]
pub(super) struct Name(String);

/// Words that are no names; those of the second list cannot be made one by `r#` either. Among them is what stands for a
/// value wherever a name could.
const KEYWORDS: &str = " as async await abstract become box break const continue do dyn else enum extern false final fn \
    for gen if impl in let loop macro match mod move mut override priv pub ref return static struct trait true try type \
    typeof unsafe unsized use virtual where while yield ";
const WORDS: &str = " _ crate self super Self Err None Ok Some ";

/// What source that is written here calls by these names.
const TAKEN: &str = " bool char f32 f64 i8 i16 i32 i64 i128 isize metaclass schema std str u8 u16 u32 u64 u128 usize vec \
    Box Default Option String Value Vec ";

impl Name {
    /// The name itself, if it is one.
    pub(super) fn of(name: &str) -> Option<Self> {
        let is_word = is_among(WORDS, name) || is_among(KEYWORDS, name);
        (is_plain(name) && !is_word).then(|| Self(name.to_owned()))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// The name without `r#`: what the field is called in data.
    pub(super) fn unraw(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }
}

fn is_among(words: &str, name: &str) -> bool {
    words.split(' ').any(|word| word == name)
}

/// Letters, digits and underscores, and no digit first: a name, if it is no keyword.
fn is_plain(name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && name.chars().all(is_part)
}

/// A name like this one that is not taken yet.
fn free(name: &str, start: &str, taken: &mut HashSet<String>) -> Name {
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let plain = if is_plain(&plain) { plain } else { format!("{start}{plain}") };
    let is_word = is_among(WORDS, &plain) || is_among(KEYWORDS, &plain) || is_among(TAKEN, &plain);
    let plain = if is_word { plain + "_" } else { plain };
    let mut names = std::iter::once(plain.clone()).chain((2_usize..).map(|number| format!("{plain}{number}")));
    // There is always a number left.
    Name(names.find(|name| taken.insert(name.clone())).unwrap_or_default())
}

/// The names of the fields of a class. Those that are names keep themselves.
pub(super) fn field_names(class: &ClassSpec) -> Vec<Name> {
    let is_kept = |name: &str| is_plain(name) && !is_among(WORDS, name);
    let names = || class.fields().iter().map(FieldSpec::name);
    let mut taken: HashSet<String> = names().filter(|name| is_kept(name)).map(str::to_owned).collect();
    let name = |name: &str| match (is_kept(name), is_among(KEYWORDS, name)) {
        (true, true) => Name(format!("r#{name}")),
        (true, false) => Name(name.to_owned()),
        (false, _) => free(name, "field_", &mut taken),
    };
    names().map(name).collect()
}

/// A class and those that it refers to, each under a name of its own.
pub(super) fn class_names(root: &ClassSpec) -> Vec<(Name, &ClassSpec)> {
    let mut classes: Vec<(Name, &ClassSpec)> = vec![];
    let mut taken = HashSet::new();
    let mut pending = vec![root];
    while let Some(class) = pending.pop() {
        if !classes.iter().any(|(_, known)| is_same(known, class)) {
            classes.push((free(class.name(), "Class", &mut taken), class));
            let types = class.fields().iter().rev().flat_map(|field| field.ty().classes());
            pending.extend(types.filter_map(|(class, _)| class.spec()));
        }
    }
    classes
}

pub(super) fn is_same(a: &ClassSpec, b: &ClassSpec) -> bool {
    std::ptr::eq(a, b) || a == b
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{Text, TypeSpec};

    #[test]
    fn names_become_names_of_rust() {
        let fields = ["a", "type", "self", "_", "é", "self_", "", "1a", "a b"];
        let field = |name: &str| FieldSpec::new(Text::from(name.to_owned()), TypeSpec::Any);
        let class = ClassSpec::new(Text::new("C"), fields.into_iter().map(field).collect());
        let names = field_names(&class);
        let names: Vec<&str> = names.iter().map(Name::as_str).collect();
        assert_eq!(names, ["a", "r#type", "self_2", "__", "__2", "self_", "field_", "field_1a", "a_b"]);
    }

    #[test]
    fn names_of_classes_are_none_that_the_source_needs() {
        let mut taken = HashSet::new();
        let names = ["User", "String", "Self", "User", "x} fn evil() {", "i64", "type"]
            .map(|name| free(name, "Class", &mut taken));
        assert_eq!(names.map(|name| name.0), ["User", "String_", "Self_", "User2", "x__fn_evil____", "i64_", "type_"]);
    }
}
