//! Linearization: classes made one after the other, and bases that are assigned later.

use std::collections::HashMap;

use metaclass::{Class, Error, builtins};
use serde_json::Value as Json;

use crate::cases::{Case, list, text};
use crate::tally::Tally;

/// The classes of a case by their ids; what they show may be another name.
struct Classes<'a> {
    known: HashMap<&'a str, Class>,
    ids: Vec<(&'a str, Class)>,
}

impl<'a> Classes<'a> {
    fn new() -> Self {
        let object = builtins::object().clone();
        Self { known: HashMap::from([("object", object.clone())]), ids: vec![("object", object)] }
    }

    /// The classes with these ids, or the first id that is of none.
    fn all(&self, ids: &'a [Json]) -> Result<Vec<&Class>, &'a str> {
        ids.iter().map(text).map(|id| self.known.get(id).ok_or(id)).collect()
    }

    fn mro(&self, class: &Class) -> String {
        let id = |class: Class| self.ids.iter().find(|(_, other)| *other == class).map_or("?", |(id, _)| id);
        class.mro().into_iter().map(id).collect::<Vec<_>>().join(" ")
    }
}

/// Makes the classes of a case, and compares their orders and what is refused.
pub(crate) fn run(case: &Case<'_>, tally: &mut Tally) {
    let mut classes = Classes::new();
    for (input, expected) in case.parts("classes") {
        let (id, shown) = (text(&input[0]), input[2].as_str().unwrap_or(text(&input[0])));
        let bases = match classes.all(list(&input[1])) {
            Ok(bases) => bases,
            Err(missing) => {
                tally.compare(case.id(), missing, text(&expected["skipped"]));
                continue;
            }
        };
        match Class::builder(shown).bases(bases).build() {
            Ok(class) => {
                classes.known.insert(id, class.clone());
                classes.ids.push((id, class.clone()));
                tally.compare(case.id(), &classes.mro(&class), &ids(&expected["mro"]));
            }
            Err(error) => refused(case, &error, expected, tally),
        }
    }
    for (input, expected) in case.parts("rebase") {
        let (Some(class), Ok(bases)) = (classes.known.get(text(&input[0])), classes.all(list(&input[1]))) else {
            tally.compare(case.id(), "no such class", "a class");
            continue;
        };
        match class.set_bases(bases) {
            Ok(()) => tally.compare(case.id(), "", text(&expected["error"]["message"])),
            Err(error) => refused(case, &error, expected, tally),
        }
        for (id, mro) in expected["mros"].as_object().into_iter().flatten() {
            tally.compare(case.id(), &classes.mro(&classes.known[id.as_str()]), &ids(mro));
        }
    }
}

fn ids(json: &Json) -> String {
    list(json).iter().map(text).collect::<Vec<_>>().join(" ")
}

/// Later Pythons put a blank where the recorded one puts a newline.
fn refused(case: &Case<'_>, error: &Error, expected: &Json, tally: &mut Tally) {
    let expected = format!("{}: {}", text(&expected["error"]["type"]), text(&expected["error"]["message"]));
    tally.compare(case.id(), &format!("{error:?}"), &expected.replace('\n', " "));
}
