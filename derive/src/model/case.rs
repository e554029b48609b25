//! Names in the cases that data have: those of serde.

/// How the words of a name are put together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Case {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

/// Each by its own example.
const CASES: [(&str, Case); 8] = [
    ("lowercase", Case::Lower),
    ("UPPERCASE", Case::Upper),
    ("PascalCase", Case::Pascal),
    ("camelCase", Case::Camel),
    ("snake_case", Case::Snake),
    ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
    ("kebab-case", Case::Kebab),
    ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
];

impl Case {
    /// The case of this name.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        CASES.iter().find(|(other, _)| *other == name).map(|(_, case)| *case)
    }

    /// The names of all.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        CASES.iter().map(|(name, _)| *name)
    }

    /// A name of Rust's, which is in snake case, in this case.
    pub(crate) fn apply(self, name: &str) -> String {
        match self {
            // As serde has it, `lowercase` says nothing of the underscores that stand between words.
            Self::Lower | Self::Snake => name.to_owned(),
            Self::Upper | Self::ScreamingSnake => name.to_uppercase(),
            Self::Kebab => name.replace('_', "-"),
            Self::ScreamingKebab => name.to_uppercase().replace('_', "-"),
            Self::Pascal => name.split('_').map(capitalized).collect(),
            Self::Camel => {
                let pascal = Self::Pascal.apply(name);
                let mut chars = pascal.chars();
                chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect()
            }
        }
    }
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_case_is_its_own_example() {
        let name = "first_name_2";
        let all: Vec<_> = Case::names().filter_map(Case::of_name).map(|case| case.apply(name)).collect();
        let expected = [
            "first_name_2",
            "FIRST_NAME_2",
            "FirstName2",
            "firstName2",
            "first_name_2",
            "FIRST_NAME_2",
            "first-name-2",
            "FIRST-NAME-2",
        ];
        assert_eq!(all, expected);
        assert_eq!(Case::of_name("Camel"), None);
        assert_eq!(Case::Camel.apply("_private"), "private");
    }
}
