//! Places that lie within a secret.

use crate::path::{Path, Segment};
use crate::spec::{ClassSpec, FieldSpec, Flags, TypeSpec};

/// The step after which the place lies in a secret field of the class, or of a class within it.
pub(super) fn secret_step(spec: &ClassSpec, path: &Path) -> Option<usize> {
    let mut ty: Option<&TypeSpec> = None;
    for (i, segment) in path.segments().iter().enumerate() {
        ty = match segment {
            Segment::Field(name) => {
                let class = ty.map_or(Some(spec), class);
                let mut fields = class.map_or(&[][..], ClassSpec::fields).iter();
                match fields.find(|field| field.key() == &**name || field.name() == &**name) {
                    Some(field) if field.has(Flags::SECRET) => return Some(i + 1),
                    Some(field) => Some(field.ty()),
                    None => return None,
                }
            }
            Segment::Index(index) => ty.and_then(|ty| item(ty, *index)),
            Segment::Key(_) => ty.and_then(|ty| item(ty, 0)),
        };
        ty?;
    }
    None
}

fn class(ty: &TypeSpec) -> Option<&ClassSpec> {
    match without_option(ty) {
        TypeSpec::Class(class) => class.spec(),
        _ => None,
    }
}

/// The type of what lies within.
fn item(ty: &TypeSpec, index: usize) -> Option<&TypeSpec> {
    match without_option(ty) {
        TypeSpec::List(item) | TypeSpec::Set(item) | TypeSpec::Dict(_, item) => Some(item),
        TypeSpec::Tuple(items) => items.get(index),
        TypeSpec::Class(class) => class.spec().filter(|spec| spec.is_tuple())?.fields().get(index).map(FieldSpec::ty),
        _ => None,
    }
}

fn without_option(mut ty: &TypeSpec) -> &TypeSpec {
    while let TypeSpec::Option(inner) = ty {
        ty = inner;
    }
    ty
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Field;
    use crate::spec::{ClassRef, Text};

    #[test]
    fn a_secret_is_found_however_deep_it_lies() {
        let login =
            [Field::str().build("user").unwrap(), Field::str().secret().rename("pass-word").build("pw").unwrap()];
        let login = ClassSpec::new(Text::new("Login"), login.into_iter().collect());
        let login = || Field::of(TypeSpec::Class(ClassRef::Shared(login.clone().into())));
        let site = [
            Field::dict(Field::str(), Field::list(login()).nullable()).build("logins").unwrap(),
            Field::tuple([Field::int(), login()]).build("pair").unwrap(),
        ];
        let site = ClassSpec::new(Text::new("Site"), site.into_iter().collect());
        let field = |name| Segment::Field(Text::new(name));
        let step = |segments: &[Segment]| secret_step(&site, &segments.iter().cloned().collect());
        let has_secret = |segments: &[Segment]| step(segments).is_some();
        let logins = |last| [field("logins"), Segment::Key(Text::new("a")), 3.into(), field(last)];
        assert!(has_secret(&logins("pw")) && has_secret(&logins("pass-word")));
        assert_eq!(step(&logins("pw")), Some(4));
        assert!(!has_secret(&logins("user")) && !has_secret(&logins("x")));
        assert!(has_secret(&[field("pair"), 1.into(), field("pw"), 5.into()]));
        assert!(!has_secret(&[field("pair"), 0.into(), field("pw")]) && !has_secret(&[2.into()]) && !has_secret(&[]));
    }
}
