//! Plugins: a class becomes one by deriving from `Loader`, whose `__init_subclass__` registers it.
//!
//! ```sh
//! cargo run --example plugins
//! ```

#![forbid(unsafe_code)]

use std::error::Error as StdError;
use std::io::{self, Write};

use metaclass::prelude::*;
use metaclass::value::Dict;

/// A program that loads files, each with the plugin for its extension.
struct Host {
    /// The base of all plugins. It knows them by extension.
    loader: Class,
    /// What keeps them, until they are uninstalled.
    installed: Registry,
}

impl Host {
    fn new() -> Result<Self, Error> {
        let loader = Class::builder("Loader")
            .attr("plugins", Dict::new())
            .abstract_method("load")
            .init_subclass(|loader, plugin, keywords| {
                let name = plugin.name();
                let Some(extension) = keywords.take("extension") else {
                    return Err(Error::type_error(format!("{name} does not say which extension it is for")));
                };
                if let [missing, ..] = plugin.abstract_methods()[..] {
                    return Err(Error::type_error(format!("{name} has no method '{missing}'")));
                }
                loader.update("plugins", |plugins| match plugins.get_item(&extension).and_then(Class::try_from) {
                    Ok(other) => Err(Error::type_error(format!("{name}: '{extension}' is for {}", other.name()))),
                    Err(_) => plugins.set_item(&extension, plugin.downgrade()),
                })
            })
            .build()?;
        Ok(Self { loader, installed: Registry::new() })
    }

    /// Installs a plugin: a function that makes its class.
    fn install(&self, plugin: impl FnOnce(&Class) -> Result<Class, Error>) -> Result<Class, Error> {
        let plugin = plugin(&self.loader)?;
        self.installed.register(&plugin)?;
        Ok(plugin)
    }

    fn load(&self, file: &str, text: &str) -> Result<Value, Error> {
        let (_, extension) = file.rsplit_once('.').unwrap_or_default();
        let plugin = self.loader.get("plugins")?.get_item(&extension.into()).and_then(Class::try_from);
        match plugin {
            Ok(plugin) => plugin.instantiate(args!())?.call("load", args!(text)),
            Err(_) => Err(Error::value_error(format!("there is no plugin for '{file}'"))),
        }
    }
}

/// Rows of cells.
fn csv(loader: &Class) -> Result<Class, Error> {
    Class::builder("Csv")
        .base(loader)
        .keyword("extension", "csv")
        .attr("separator", ",")
        .method_with("load", params!(text: Field::str()), |this, args| {
            let (text,): (&str,) = args.get()?;
            let separator: String = this.get_as("separator")?;
            let row = |line: &str| Value::from(line.split(&separator).collect::<Vec<_>>());
            Ok(text.lines().map(row).collect::<Vec<_>>())
        })
        .build()
}

/// The same with another separator: it derives from a plugin.
fn tsv(csv: &Class) -> Result<Class, Error> {
    Class::builder("Tsv").base(csv).keyword("extension", "tsv").attr("separator", "\t").build()
}

/// Settings, one a line.
fn ini(loader: &Class) -> Result<Class, Error> {
    Class::builder("Ini")
        .base(loader)
        .keyword("extension", "ini")
        .method_with("load", params!(text: Field::str()), |_, args| {
            let (text,): (&str,) = args.get()?;
            Ok(text.lines().filter_map(|line| line.split_once('=')).collect::<Dict>())
        })
        .build()
}

fn run(out: &mut impl Write) -> Result<(), Box<dyn StdError>> {
    let host = Host::new()?;
    let comma = host.install(csv)?;
    host.install(|_| tsv(&comma))?;
    host.install(ini)?;

    let files = [("ages.csv", "Ann,31\nBob,27"), ("ages.tsv", "Ann\t31"), ("app.ini", "port=80\nlog=all")];
    for (file, text) in files {
        writeln!(out, "{file}: {}", host.load(file, text)?)?;
    }

    // What is wrong with a plugin is told when it is installed.
    let refused = [
        host.install(|loader| Class::builder("Anything").base(loader).build()),
        host.install(|loader| Class::builder("Xml").base(loader).keyword("extension", "xml").build()),
        host.install(csv),
    ];
    for error in refused.into_iter().filter_map(Result::err) {
        writeln!(out, "{error:?}")?;
    }

    // What is uninstalled is gone.
    drop(host.installed.remove("__main__.Ini"));
    if let Err(error) = host.load("app.ini", "port=80") {
        writeln!(out, "{error:?}")?;
    }
    writeln!(out, "{:?}", host.installed.subclasses(&host.loader))?;
    Ok(())
}

fn main() -> Result<(), Box<dyn StdError>> {
    run(&mut io::stdout().lock())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_loaded_by_the_plugins_for_them() {
        let mut out = vec![];
        run(&mut out).unwrap();
        let expected = "\
ages.csv: [['Ann', '31'], ['Bob', '27']]
ages.tsv: [['Ann', '31']]
app.ini: {'port': '80', 'log': 'all'}
TypeError: Anything does not say which extension it is for
TypeError: Xml has no method 'load'
TypeError: Csv: 'csv' is for Csv
ValueError: there is no plugin for 'app.ini'
[Csv, Tsv]
";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
