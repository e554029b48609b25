//! The classes that a schema refers to.

use std::collections::{HashMap, HashSet};
use std::ptr;

use super::Schema;
use super::class::taken;
use crate::path::token;
use crate::spec::{ClassRef, ClassSpec};
use crate::validate::fragment;

/// The classes that a schema refers to, each under a name of its own.
pub(super) struct Defs<'a> {
    root: Option<&'a ClassSpec>,
    named: Vec<(String, &'a ClassSpec)>,
    /// Where those of a name are.
    of_name: HashMap<&'a str, Vec<usize>>,
    taken: HashSet<String>,
}

impl<'a> Defs<'a> {
    /// Those of the schema of a class, or of a document that has no other schemas.
    pub(super) fn new(root: Option<&'a ClassSpec>) -> Self {
        Self { root, named: vec![], of_name: HashMap::new(), taken: HashSet::new() }
    }

    /// The schema of a class by reference.
    pub(super) fn reference(&mut self, class: &'a ClassSpec) -> Schema {
        let reference = match self.root.is_some_and(|root| is_same(class, root)) {
            true => "#".to_owned(),
            false => fragment(&format!("/$defs/{}", token(&self.name(class)))),
        };
        Schema::default().with("$ref", reference)
    }

    /// The name of a class. Another class of the same name is told apart by its module, or else by a number.
    fn name(&mut self, class: &'a ClassSpec) -> String {
        let known = self.of_name.get(class.name()).into_iter().flatten().filter_map(|i| self.named.get(*i));
        if let Some((name, _)) = known.into_iter().find(|(_, known)| is_same(known, class)) {
            return name.clone();
        }
        let (module, name) = (class.module(), class.name());
        let qualified = (!module.is_empty()).then(|| format!("{module}::{name}"));
        let numbered = (2_usize..).map(|number| format!("{name}{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(qualified).chain(numbered);
        // There is always a number left.
        let free = names.find(|name| !self.taken.contains(name)).unwrap_or_default();
        self.taken.insert(free.clone());
        self.of_name.entry(name).or_default().push(self.named.len());
        self.named.push((free.clone(), class));
        free
    }

    /// The schemas of all classes by their names. One class after the other, so that no depth of classes is too deep.
    pub(super) fn finish(mut self) -> Schema {
        let mut schemas = Schema::default();
        let mut next = 0;
        while let Some((name, class)) = self.named.get(next).cloned() {
            let mut schema = Schema::default();
            self.describe(class, &mut schema);
            schemas.set(&name, schema);
            next += 1;
        }
        schemas
    }
}

/// Do two classes say the same, with all that lies within? By itself, a description knows those within by their names,
/// which instances of a generic class have in common.
fn is_same(a: &ClassSpec, b: &ClassSpec) -> bool {
    let mut pending = vec![(a, b)];
    let mut seen = HashSet::new();
    while let Some((a, b)) = pending.pop() {
        if ptr::eq(a, b) || !seen.insert((ptr::from_ref(a), ptr::from_ref(b))) {
            continue;
        }
        if a != b {
            return false;
        }
        pending.extend(classes_within(a).into_iter().zip(classes_within(b)));
    }
    true
}

/// The classes of the fields, of what lies within them, and above.
fn classes_within(class: &ClassSpec) -> Vec<&ClassSpec> {
    let of_fields = taken(class).flat_map(|field| field.ty().classes()).map(|(class, _)| class);
    class.bases().iter().chain(of_fields).filter_map(ClassRef::spec).collect()
}
