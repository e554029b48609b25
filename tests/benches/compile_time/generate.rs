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
    /// `Dataclass` and nothing else: the bytes that are its own.
    MetaclassAlone,
    Bon,
    TypedBuilder,
}

impl Variant {
    pub(crate) const ALL: [Self; 6] =
        [Self::Nothing, Self::Standard, Self::Metaclass, Self::MetaclassAlone, Self::Bon, Self::TypedBuilder];

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Nothing => "no derives",
            Self::Standard => "std: Debug, Clone, PartialEq",
            Self::Metaclass => "metaclass: Dataclass, Clone",
            Self::MetaclassAlone => "metaclass: Dataclass",
            Self::Bon => "std + bon::Builder",
            Self::TypedBuilder => "std + TypedBuilder",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Standard => "standard",
            Self::Metaclass => "metaclass",
            Self::MetaclassAlone => "alone",
            Self::Bon => "bon",
            Self::TypedBuilder => "typed_builder",
        }
    }

    fn derive(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Standard => "#[derive(Debug, Clone, PartialEq)]",
            Self::Metaclass => "#[derive(Clone, metaclass::Dataclass)]",
            Self::MetaclassAlone => "#[derive(metaclass::Dataclass)]",
            Self::Bon => "#[derive(Debug, Clone, PartialEq, bon::Builder)]",
            Self::TypedBuilder => "#[derive(Debug, Clone, PartialEq, typed_builder::TypedBuilder)]",
        }
    }

    fn default_of_size(self) -> &'static str {
        match self {
            Self::Nothing | Self::Standard => "",
            Self::Metaclass | Self::MetaclassAlone => "#[field(default = 7)]",
            Self::Bon | Self::TypedBuilder => "#[builder(default = 7)]",
        }
    }

    fn dependency(self) -> String {
        match self {
            Self::Nothing | Self::Standard => String::new(),
            Self::Metaclass | Self::MetaclassAlone => {
                let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("runtime");
                format!("metaclass = {{ path = '{}' }}", runtime.display())
            }
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
            Self::Metaclass | Self::MetaclassAlone => format!(
                "S{index}!({index}, count = {call}, ratio = 1.5, name = String::new(), note = None, \
                 tags = Vec::new(), active = true)"
            ),
            Self::Bon => format!(
                "S{index}::builder().id({index}).count({call}).ratio(1.5).name(String::new())\
                 .tags(Vec::new()).active(true).build()"
            ),
            Self::TypedBuilder => format!(
                "S{index}::builder().id({index}).count({call}).ratio(1.5).name(String::new()).note(None)\
                 .tags(Vec::new()).active(true).build()"
            ),
        }
    }
}

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
        let mut source = String::new();
        for index in 0..self.structs {
            self.write_struct(&mut source, index).expect("writing to a string succeeds");
        }
        source
    }

    fn write_struct(self, source: &mut String, index: u32) -> std::fmt::Result {
        let variant = self.variant;
        writeln!(source, "{}", variant.derive())?;
        writeln!(source, "pub struct S{index} {{")?;
        writeln!(source, "    pub id: u32, pub count: i64, pub ratio: f64, pub name: String,")?;
        writeln!(source, "    pub note: Option<String>, pub tags: Vec<String>, pub active: bool,")?;
        writeln!(source, "    {} pub size: u64,", variant.default_of_size())?;
        writeln!(source, "}}")?;
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
