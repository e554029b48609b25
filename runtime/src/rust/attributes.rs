//! `#[dataclass(..)]`, `#[field(..)]` and documentation.

use super::code::Code;
use super::names::Name;
use crate::spec::{ClassSpec, FieldSpec, Flags, Group, Literal, Options, TypeSpec};
use crate::validate::Transform;

/// An attribute with these options; nothing if there are none.
pub(super) fn attribute(head: &'static str, options: Vec<Code>) -> Code {
    match options.is_empty() {
        true => Code::default(),
        false => Code::of(head) + Code::join(options, ", ") + ")]\n",
    }
}

/// Documentation, line by line.
///
/// It is data, and nothing of it may become an example, which would be run with the tests of the program, or a tag: there
/// are no blocks of code in it, neither between fences nor by indentation.
pub(super) fn doc(text: &str, indent: &'static str) -> Code {
    let plain = |line: &str| {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        line.replace("```", r"\`\`\`").replace("~~~", r"\~\~\~").replace('<', r"\<")
    };
    let line = |line: &str| match (line.is_empty(), Code::doc_line(line)) {
        (true, _) => Code::of(indent) + "///\n",
        (false, Some(plain)) => Code::of(indent) + "/// " + plain + "\n",
        (false, None) => Code::of(indent) + "#[doc = " + Code::text(line) + "]\n",
    };
    Code::join(text.split('\n').filter(|_| !text.is_empty()).map(|text| line(&plain(text))), "")
}

pub(super) fn of_class(class: &ClassSpec, names: &[Name]) -> Result<Vec<Code>, String> {
    let on = [
        (Options::FORBID_EXTRA, "extra = forbid"),
        (Options::FROZEN, "frozen"),
        (Options::VALIDATE, "validate"),
        (Options::ORDER, "order"),
        (Options::HASH, "hash"),
    ];
    let off = [(Options::EQ, "eq = false"), (Options::INIT, "init = false")];
    if class.is_tuple() {
        return Err("it is a named tuple, which `namedtuple!` makes".to_owned());
    }
    if let Some(check) = class.checks().first() {
        return Err(format!("a check of several fields is a function: {}", super::shown(check.name())));
    }
    let can_be = |option| match option {
        Options::HASH => class.fields().iter().all(|field| !field.is_hashed() || has_hash(field.ty())),
        Options::ORDER => class.fields().iter().all(|field| !field.has(Flags::COMPARE) || has_order(field.ty())),
        _ => true,
    };
    let on = on.into_iter().filter(|(option, _)| class.options().has(*option) && can_be(*option));
    let off = off.into_iter().filter(|(option, _)| !class.options().has(*option));
    let mut options: Vec<Code> = on.chain(off).map(|(_, code)| Code::of(code)).collect();
    for group in class.groups() {
        options.push(of_group(class, group, names).ok_or("a group names a field that there is not")?);
    }
    Ok(options)
}

/// Has the type in Rust a hash? Floats, sets and dicts have none, and of classes it is not known.
fn has_hash(ty: &TypeSpec) -> bool {
    has_order(ty) && !is_made_of(ty, &|ty| matches!(ty, TypeSpec::Float))
}

/// Has the type in Rust an order, as far as that is known?
fn has_order(ty: &TypeSpec) -> bool {
    !is_made_of(ty, &|ty| matches!(ty, TypeSpec::Set(_) | TypeSpec::Dict(..) | TypeSpec::Class(_) | TypeSpec::Any))
}

fn is_made_of(ty: &TypeSpec, part: &dyn Fn(&TypeSpec) -> bool) -> bool {
    part(ty)
        || match ty {
            TypeSpec::Option(inner) | TypeSpec::List(inner) => is_made_of(inner, part),
            TypeSpec::Tuple(items) => items.iter().any(|item| is_made_of(item, part)),
            _ => false,
        }
}

fn of_group(class: &ClassSpec, group: &Group, names: &[Name]) -> Option<Code> {
    let name = |field: &crate::spec::Text| {
        let at = class.fields().iter().position(|known| known.name() == &**field)?;
        Some(Code::default() + names.get(at)?)
    };
    let fields = group.fields().iter().map(name).collect::<Option<Vec<Code>>>()?;
    Some(Code::of(group.kind().name()) + "(" + Code::join(fields, ", ") + ")")
}

/// All but the rules.
pub(super) fn of_field(field: &FieldSpec, name: &Name) -> Result<Vec<Code>, String> {
    let on = [
        (Flags::PRIMARY_KEY, "primary_key"),
        (Flags::KW_ONLY, "kw_only"),
        (Flags::SECRET, "secret"),
        (Flags::REQUIRED, "required"),
        (Flags::PRESENT, "present"),
        (Flags::STRICT, "strict"),
        (Flags::NO_HASH, "hash = false"),
    ];
    let off = [(Flags::INIT, "init = false"), (Flags::REPR, "repr = false"), (Flags::COMPARE, "compare = false")];
    let on = on.into_iter().filter(|(flag, _)| field.has(*flag));
    let off = off.into_iter().filter(|(flag, _)| !field.has(*flag));
    let mut options: Vec<Code> = on.chain(off).map(|(_, code)| Code::of(code)).collect();
    if field.key() != name.unraw() {
        options.push(Code::of("rename = ") + Code::text(field.key()));
    }
    options.extend(field.aliases().iter().map(|alias| Code::of("alias = ") + Code::text(alias)));
    let transforms = field.transforms().iter().map(|transform| match transform {
        Transform::Trim => Ok(Code::of("trim")),
        Transform::Lowercase => Ok(Code::of("lowercase")),
        Transform::Uppercase => Ok(Code::of("uppercase")),
        Transform::With(_) => Err("it is transformed by a function"),
    });
    let transforms = transforms.collect::<Result<Vec<Code>, &str>>()?;
    if !transforms.is_empty() {
        options.push(Code::of("transform(") + Code::join(transforms, ", ") + ")");
    }
    let metadata = field.metadata().iter().map(|(key, value)| {
        let key = Name::of(key).ok_or("a key of its metadata is no name in Rust")?;
        Ok::<_, String>(Code::default() + &key + " = " + literal(value)?)
    });
    let metadata = metadata.collect::<Result<Vec<Code>, String>>()?;
    if !metadata.is_empty() {
        options.push(Code::of("metadata(") + Code::join(metadata, ", ") + ")");
    }
    Ok(options)
}

/// A literal as attributes take it.
pub(super) fn literal(literal: &Literal) -> Result<Code, String> {
    match literal {
        Literal::Bool(value) => Ok(Code::of(if *value { "true" } else { "false" })),
        Literal::Int(int) => Ok(Code::int(*int)),
        Literal::Float(float) if float.is_finite() => Ok(Code::float(*float)),
        Literal::Str(text) => Ok(Code::text(text)),
        Literal::None | Literal::Float(_) => Err(format!("attributes take no {literal}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documentation_has_no_examples() {
        let written = |text| doc(text, "").into_text();
        assert_eq!(written(""), "");
        assert_eq!(written("It's `so`.\n\nOr not."), "/// It's `so`.\n///\n/// Or not.\n");
        assert_eq!(written("```\nevil();\n```"), "/// \\`\\`\\`\n/// evil();\n/// \\`\\`\\`\n");
        assert_eq!(written(">     evil();\n-\tevil();\n    evil()"), "/// > evil();\n/// - evil();\n/// evil()\n");
        assert_eq!(written("~~~~ <b>"), "/// \\~\\~\\~~ \\<b>\n");
        assert_eq!(written("a\u{202e}b"), "#[doc = \"a\\u{202e}b\"]\n");
    }
}
