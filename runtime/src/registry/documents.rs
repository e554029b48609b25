//! The URIs of the classes that were loaded from documents.

use std::collections::{BTreeMap, HashMap};

/// By the URIs of documents, the places of the classes that were loaded from them.
#[derive(Default)]
pub(super) struct Documents {
    /// By the URI without regard to case: nobody who does not look closely takes one document for another.
    by_folded: HashMap<String, Document>,
    /// The URIs that lead to a place.
    of_place: BTreeMap<u64, Vec<(String, String)>>,
}

struct Document {
    uri: String,
    /// By the fragment.
    places: HashMap<String, u64>,
}

impl Documents {
    #[cfg(feature = "json")]
    pub(super) fn find(&self, uri: &str, fragment: &str) -> Option<u64> {
        let document = self.by_folded.get(&uri.to_lowercase()).filter(|document| document.uri == uri)?;
        document.places.get(fragment).copied()
    }

    /// The URI of a document that is known, if this one has the same or all but the same.
    pub(super) fn twin(&self, uri: &str) -> Option<&str> {
        self.by_folded.get(&uri.to_lowercase()).map(|document| &*document.uri)
    }

    /// Has these lead to a place.
    pub(super) fn add(&mut self, place: u64, uris: Vec<(String, String)>) {
        for (uri, fragment) in &uris {
            let document = self.by_folded.entry(uri.to_lowercase());
            let document = document.or_insert_with(|| Document { uri: uri.clone(), places: HashMap::new() });
            document.places.insert(fragment.clone(), place);
        }
        if !uris.is_empty() {
            self.of_place.insert(place, uris);
        }
    }

    /// A place is given up. So is the URI of a document of which there is nothing left.
    pub(super) fn remove(&mut self, place: u64) {
        for (uri, fragment) in self.of_place.remove(&place).unwrap_or_default() {
            let folded = uri.to_lowercase();
            if let Some(document) = self.by_folded.get_mut(&folded) {
                document.places.remove(&fragment);
                if document.places.is_empty() {
                    self.by_folded.remove(&folded);
                }
            }
        }
    }
}
