//! Several classes that come at once.

use indexmap::IndexMap;

use super::places::Held;
use super::{Registry, full_name, taken};
use crate::error::Error;
use crate::repr::repr;

/// A class that is to be registered with others.
pub(super) struct New {
    pub(super) held: Held,
    /// The URIs that are to lead to it, each with its fragment.
    pub(super) uris: Vec<(String, String)>,
}

impl Registry {
    /// Registers all, or none. What is registered already changes nothing.
    pub(super) fn take(&self, new: Vec<New>) -> Result<(), Error> {
        let mut changing = self.places.change();
        // Within one document, no URI is there twice.
        if let Some(known) = new.iter().flat_map(|new| &new.uris).find_map(|(uri, _)| changing.twin(uri)) {
            let text = format!("a document with the URI {} is loaded already", repr(known));
            return Err(Error::value_error(text));
        }
        let mut names: IndexMap<String, New> = IndexMap::with_capacity(new.len());
        for new in new {
            let name = full_name(&new.held.class);
            match changing.get(&name).or_else(|| names.get(&name).map(|other| &other.held)).cloned() {
                Some(old) if old.class == new.held.class => {}
                Some(old) => {
                    drop(changing);
                    return Err(taken(&name, &old, &new.held));
                }
                None => drop(names.insert(name, new)),
            }
        }
        changing.at_once(|changing| {
            for (name, New { held, uris }) in names {
                changing.put_with_uris(&name, held, uris);
            }
        });
        Ok(())
    }
}
