//! The crates that are compiled: structs of 8 fields, and three constructor calls for each.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What the structs derive.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Variant {
    Nothing,
    Standard,
    Metaclass,
    /// The same, from which others could inherit.
    MetaclassBase,
    /// That in one block.
    MetaclassSchema,
    /// `Dataclass` and nothing else: the bytes that are its own.
    MetaclassAlone,
    /// With a builder, as the next two have one.
    MetaclassBuilder,
    Bon,
    TypedBuilder,
    /// With rules, reading and writing data, JSON Schema.
    Everything,
    /// The crates that together do the same.
    Stack,
}

impl Variant {
    pub(crate) const ALL: [Self; 11] = [
        Self::Nothing,
        Self::Standard,
        Self::Metaclass,
        Self::MetaclassBase,
        Self::MetaclassSchema,
        Self::MetaclassAlone,
        Self::MetaclassBuilder,
        Self::Bon,
        Self::TypedBuilder,
        Self::Everything,
        Self::Stack,
    ];

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Nothing => "no derives",
            Self::Standard => "std: Debug, Clone, PartialEq",
            Self::Metaclass => "metaclass: Dataclass, Clone",
            Self::MetaclassBase => "metaclass: Dataclass as a base, Clone",
            Self::MetaclassSchema => "metaclass: schema!",
            Self::MetaclassAlone => "metaclass: Dataclass",
            Self::MetaclassBuilder => "metaclass: Dataclass with builder, Clone",
            Self::Bon => "std + bon::Builder",
            Self::TypedBuilder => "std + TypedBuilder",
            Self::Everything => "metaclass: Dataclass with rules and serde, Clone",
            Self::Stack => "std + bon, garde, serde, schemars",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Standard => "standard",
            Self::Metaclass => "metaclass",
            Self::MetaclassBase => "base",
            Self::MetaclassSchema => "schema",
            Self::MetaclassAlone => "alone",
            Self::MetaclassBuilder => "metaclass_builder",
            Self::Bon => "bon",
            Self::TypedBuilder => "typed_builder",
            Self::Everything => "everything",
            Self::Stack => "stack",
        }
    }

    /// Can others inherit from the classes?
    pub(crate) fn is_base(self) -> bool {
        matches!(self, Self::MetaclassBase | Self::MetaclassSchema)
    }

    fn derive(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Standard => "#[derive(Debug, Clone, PartialEq)]",
            Self::Metaclass => "#[derive(Clone, metaclass::Dataclass)]",
            Self::MetaclassBase => "#[derive(Clone, metaclass::Dataclass)] #[dataclass(base)]",
            Self::MetaclassSchema => "#[dataclass(display = false)]",
            Self::MetaclassAlone => "#[derive(metaclass::Dataclass)]",
            Self::MetaclassBuilder => "#[derive(Clone, metaclass::Dataclass)] #[dataclass(builder)]",
            Self::Bon => "#[derive(Debug, Clone, PartialEq, bon::Builder)]",
            Self::TypedBuilder => "#[derive(Debug, Clone, PartialEq, typed_builder::TypedBuilder)]",
            Self::Everything => "#[derive(Clone, metaclass::Dataclass)] #[dataclass(serde)]",
            Self::Stack => {
                "#[derive(Debug, Clone, PartialEq, bon::Builder, garde::Validate, serde::Serialize, serde::Deserialize, \
                 schemars::JsonSchema)]"
            }
        }
    }

    fn default_of_size(self) -> &'static str {
        match self {
            Self::Nothing | Self::Standard => "",
            Self::Metaclass
            | Self::MetaclassBase
            | Self::MetaclassSchema
            | Self::MetaclassAlone
            | Self::MetaclassBuilder
            | Self::Everything => "#[field(default = 7)]",
            Self::Bon | Self::TypedBuilder => "#[builder(default = 7)]",
            Self::Stack => "#[builder(default = 7)] #[serde(default = \"seven\")] #[garde(skip)]",
        }
    }

    /// What a field is to be like, if the variant has rules.
    fn rule(self, field: &str) -> &'static str {
        match (self, field) {
            (Self::MetaclassSchema, "name") => "#[field(into = false)]",
            (Self::MetaclassSchema, "note") => "#[field(optional = false)]",
            (Self::Everything, "id") => "#[field(min_value = 1)]",
            (Self::Everything, "ratio") => "#[field(min_value = 0.0, max_value = 1.0)]",
            (Self::Everything, "name") => "#[field(min_length = 1, max_length = 100)]",
            (Self::Everything, "note") => "#[field(max_length = 1000)]",
            (Self::Everything, "tags") => "#[field(max_items = 10, items(min_length = 1))]",
            (Self::Stack, "id") => "#[garde(range(min = 1))]",
            (Self::Stack, "ratio") => "#[garde(range(min = 0.0, max = 1.0))]",
            (Self::Stack, "name") => "#[garde(length(chars, min = 1, max = 100))]",
            (Self::Stack, "note") => "#[garde(length(chars, max = 1000))]",
            (Self::Stack, "tags") => "#[garde(length(max = 10), inner(length(chars, min = 1)))]",
            (Self::Stack, _) => "#[garde(skip)]",
            _ => "",
        }
    }

    /// What all structs of a crate share.
    fn prelude(self) -> &'static str {
        match self {
            Self::Stack => "fn seven() -> u64 { 7 }\n",
            _ => "",
        }
    }

    fn dependency(self) -> String {
        let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("runtime");
        match self {
            Self::Nothing | Self::Standard => String::new(),
            Self::Metaclass
            | Self::MetaclassBase
            | Self::MetaclassSchema
            | Self::MetaclassAlone
            | Self::MetaclassBuilder => {
                format!("metaclass = {{ path = '{}' }}", runtime.display())
            }
            Self::Everything => format!("metaclass = {{ path = '{}', features = ['json'] }}", runtime.display()),
            Self::Stack => "bon = \"=3.10.3\"\ngarde = { version = \"=0.23.0\", features = [\"derive\"] }\n\
                 serde = { version = \"1\", features = [\"derive\"] }\nschemars = \"=1.2.3\""
                .to_owned(),
            Self::Bon => "bon = \"=3.10.3\"".to_owned(),
            Self::TypedBuilder => "typed-builder = \"=0.23.2\"".to_owned(),
        }
    }

    fn construction(self, index: u32, call: u32) -> String {
        match self {
            Self::Nothing | Self::Standard => format!(
                "S{index} {{ id: {index}, count: {call}, ratio: 1.5, name: String::new(), note: None, \
                 tags: Vec::new(), active: true, size: 7 }}"
            ),
            Self::Metaclass | Self::MetaclassBase | Self::MetaclassSchema | Self::MetaclassAlone | Self::Everything => {
                format!(
                    "S{index}!({index}, count = {call}, ratio = 1.5, name = String::new(), note = None, \
                 tags = Vec::new(), active = true)"
                )
            }
            Self::Bon | Self::Stack => format!(
                "S{index}::builder().id({index}).count({call}).ratio(1.5).name(String::new())\
                 .tags(Vec::new()).active(true).build()"
            ),
            Self::MetaclassBuilder | Self::TypedBuilder => format!(
                "S{index}::builder().id({index}).count({call}).ratio(1.5).name(String::new()).note(None)\
                 .tags(Vec::new()).active(true).build()"
            ),
        }
    }
}

/// The fields without a default.
const FIELDS: [(&str, &str); 7] = [
    ("id", "u32"),
    ("count", "i64"),
    ("ratio", "f64"),
    ("name", "String"),
    ("note", "Option<String>"),
    ("tags", "Vec<String>"),
    ("active", "bool"),
];

/// One generated crate.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Package {
    pub(crate) variant: Variant,
    pub(crate) calls: bool,
    pub(crate) structs: u32,
}

impl Package {
    pub(crate) fn name(self) -> String {
        let use_of_it = if self.calls { "called" } else { "plain" };
        format!("{}_{use_of_it}_{}", self.variant.name(), self.structs)
    }

    pub(crate) fn source_file(self, workspace: &Path) -> PathBuf {
        workspace.join(self.name()).join("src/lib.rs")
    }

    pub(crate) fn source(self) -> String {
        let mut structs = String::new();
        let mut calls = String::new();
        for index in 0..self.structs {
            self.write_struct(&mut structs, index).expect("writing to a string succeeds");
            self.write_calls(&mut calls, index).expect("writing to a string succeeds");
        }
        if self.variant == Variant::MetaclassSchema {
            structs = format!("metaclass::schema! {{\n{structs}}}\n");
        }
        format!("{}{structs}{calls}", self.variant.prelude())
    }

    fn write_struct(self, source: &mut String, index: u32) -> std::fmt::Result {
        let variant = self.variant;
        writeln!(source, "{}", variant.derive())?;
        writeln!(source, "pub struct S{index} {{")?;
        for (field, ty) in FIELDS {
            writeln!(source, "    {} pub {field}: {ty},", variant.rule(field))?;
        }
        writeln!(source, "    {} pub size: u64,", variant.default_of_size())?;
        writeln!(source, "}}")
    }

    fn write_calls(self, source: &mut String, index: u32) -> std::fmt::Result {
        let variant = self.variant;
        for call in 0..if self.calls { 3 } else { 0 } {
            let construction = variant.construction(index, call);
            writeln!(source, "pub fn f{index}_{call}() -> S{index} {{ {construction} }}")?;
        }
        Ok(())
    }

    fn manifest(self) -> String {
        let dependency = self.variant.dependency();
        let name = self.name();
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependency}\n"
        )
    }
}

/// Writes a workspace of these crates; what other sizes left there before is replaced.
pub(crate) fn write_workspace(folder: &Path, packages: &[Package]) -> io::Result<()> {
    let mut members = String::new();
    for package in packages {
        let source_file = package.source_file(folder);
        fs::create_dir_all(source_file.parent().expect("a file in a folder"))?;
        fs::write(source_file, package.source())?;
        fs::write(folder.join(package.name()).join("Cargo.toml"), package.manifest())?;
        writeln!(members, "    \"{}\",", package.name()).expect("writing to a string succeeds");
    }
    fs::write(folder.join("Cargo.toml"), format!("[workspace]\nresolver = \"3\"\nmembers = [\n{members}]\n"))
}
