//! What `type.__new__` does: the class itself.

use std::mem::take;
use std::sync::Arc;
use std::sync::atomic::AtomicU8;

use super::super::builder::Statement;
use super::super::held::Held;
use super::super::hook::run;
use super::super::inner::{Few, Inner, More, alone, changing, next_id};
use super::super::shape::{Order, layout, layout_of_fields, payload_of};
use super::super::table::Row;
use super::super::{
    Class, InitSubclass, Keywords, Layout, MroHook, NewClass, Payload, Placed, builtins, payload, special,
};
use super::members::Members;
use super::resolve::resolve_metaclass;
use crate::descriptor;
use crate::error::Error;
use crate::factory::dataclass::{self, FieldTable};
use crate::spec::{ClassSpec, Text};
use crate::symbol::{DATACLASS_FIELDS, NameMap, Names, Sym};
use crate::value::Value;

/// Makes the class that a step describes, and tells all who have to know of it.
pub(in crate::class) fn create(new: &mut NewClass) -> Result<Class, Error> {
    let winner = resolve_metaclass(Some(&new.metaclass), &new.bases)?;
    if *winner != new.metaclass {
        // Another one was called: the one that it should have been makes the class, as in CPython.
        let winner = winner.clone();
        new.metaclass = winner.clone();
        return run(new, &winner, 0)?.try_into();
    }
    // Nobody stands between `type` and those who would look at the namespace later.
    let entries = match new.metaclass == *builtins::type_() {
        true => new.namespace.__take(),
        false => new.namespace.__entries(),
    };
    create_type(&mut Statement {
        name: new.name.clone(),
        bases: new.bases.clone(),
        metaclass: Some(new.metaclass.clone()),
        keywords: take(&mut new.keywords),
        attributes: entries.into_iter().map(|(name, value)| (name, value.into())).collect(),
        ..Statement::default()
    })
}

/// Makes the class of a statement whose metaclass fits and whose names are different, when all hooks have been passed.
pub(super) fn create_type(statement: &mut Statement) -> Result<Class, Error> {
    let Statement { name, qualname, module, bases, metaclass, keywords, attributes, .. } = statement;
    if name.contains('\0') {
        return Err(Error::value_error("type name must not contain null characters"));
    }
    let bases = if bases.is_empty() { alone(builtins::object()) } else { Few::from_vec(take(bases)) };
    for base in &bases {
        builtins::refuse_base(base)?;
    }
    payload::refuse_conflict(&bases)?;
    let mut members = Members::new(take(name), take(module));
    members.qualname = qualname.take();
    members.collect(take(attributes))?;
    if let Some(options) = members.take_options() {
        let ancestors = ancestors(&members.name, &bases)?;
        let draft = dataclass::Draft { bases: &bases, ancestors: &ancestors, members: &mut members };
        dataclass::decorate(draft, options)?;
    }
    let (are_told, may_be_abstract) = (members.are_told, members.may_be_abstract);
    let metaclass = metaclass.take().filter(|metaclass| metaclass != builtins::type_());
    let class = assemble(bases, metaclass, &mut members)?;
    let is_reordered = linearise_by_hook(&class)?;
    if is_reordered || may_be_abstract || class.shape().bases.iter().any(|base| base.0.has_special(special::ABSTRACT)) {
        find_abstract_methods(&class);
    }
    if are_told {
        bind_descriptors(&class)?;
    }
    init_subclass(&class, take(keywords))?;
    Ok(class)
}

/// The MRO behind a class that has these bases and is not there yet.
fn ancestors(name: &str, bases: &[Class]) -> Result<Few<Class>, Error> {
    let mut order = Order::default();
    order.fill(0, name, bases, Class::add_mro_to)?;
    Ok(order.ancestors)
}

/// Puts the parts of a class together: order, places, table.
pub(in crate::class) fn assemble(
    mut bases: Few<Class>,
    metaclass: Option<Class>,
    members: &mut Members,
) -> Result<Class, Error> {
    // What derives from `object` alone takes nothing of what others may change.
    let _changing = (!is_apart(&bases)).then(changing);
    let mut class = Class(Arc::default());
    // It is filled where it stays, as long as nobody else has it: to move all that takes longer than to make it.
    if let Some(inner) = Arc::get_mut(&mut class.0) {
        fill(inner, &mut bases, metaclass, members)?;
    }
    for base in &class.shape().bases {
        base.add_subclass(&class);
    }
    Ok(class)
}

/// Has a class with these bases no base but `object`?
fn is_apart(bases: &[Class]) -> bool {
    matches!(bases, [base] if builtins::is_object(base))
}

/// The same of a class that is of no bases yet.
fn fill(
    class: &mut Inner,
    bases: &mut Few<Class>,
    metaclass: Option<Class>,
    members: &mut Members,
) -> Result<(), Error> {
    class.id = next_id();
    let shape = class.shape.first_mut();
    shape.order.fill(class.id, members.name(), bases, Class::add_mro_to)?;
    let is_described = members.lay_out_itself();
    let declared = members.declared.as_ref();
    let payload = if members.is_builtin { Payload::by_name(members.name()) } else { None };
    match (payload, declared) {
        // It has no places but its own.
        (None, None) if is_apart(bases) => {}
        (None, Some(declared)) if is_apart(bases) => shape.layout = Arc::clone(declared),
        (None, declared) if is_described => shape.layout = layout_of_fields(bases, declared),
        (None, declared) => shape.layout = layout(bases, declared, None),
        (payload, _) => shape.layout = Layout::of_payload(payload).into(),
    }
    if !members.is_builtin {
        payload::refuse_slots(bases, declared.map(|declared| &**declared), &shape.layout)?;
    }
    if !is_described {
        members.add_init(bases, &shape.layout);
    }
    members.settle(&shape.layout);
    class.is_open = !members.is_closed || bases.iter().any(Class::is_open);
    class.more = More::of(&members.name, members.qualname.take(), members.doc.take(), metaclass);
    (class.name, class.module) = (take(&mut members.name), take(&mut members.module));
    (class.declared, class.spec) = (members.declared.take(), take(&mut members.spec));
    class.is_builtin = members.is_builtin;
    shape.bases = take(bases);
    shape.fill(take(&mut members.own));
    class.specials = AtomicU8::new(shape.specials());
    Ok(())
}

/// A class of Python's own.
pub(in crate::class) fn builtin(name: impl Into<Text>, base: Option<&Class>, own: Vec<(Sym, Value)>) -> Class {
    let name = name.into();
    let own = own.into_iter().map(|(symbol, mut value)| {
        if let Value::Function(function) = &mut value {
            function.define_in(&name);
        }
        (symbol, value.into())
    });
    let mut members = Members {
        own: own.collect(),
        // A bare `object` takes no attributes; an exception does.
        is_closed: *name != *"BaseException",
        is_builtin: true,
        ..Members::new(name, Text::new("builtins"))
    };
    match assemble(base.map_or_else(Few::new, alone), None, &mut members) {
        Ok(class) => class,
        // One base has always an order.
        Err(_) => unreachable!("a built-in class has at most one base"),
    }
}

/// The class of a compiled struct: its fields, and no other attributes.
pub(crate) fn compiled(
    spec: &ClassSpec,
    mut bases: Vec<Class>,
    attributes: impl Iterator<Item = (Sym, Value)>,
) -> Result<Class, Error> {
    if bases.is_empty() {
        bases.push(builtins::object().clone());
    }
    let shared = Arc::new(spec.clone());
    let names = spec.fields().iter().map(|field| Sym::new(field.name())).collect();
    let table = (*DATACLASS_FIELDS, Held::Fields(FieldTable::compiled(&shared).into()).into());
    let own = attributes.map(|(name, mut value)| {
        if let Value::Function(function) = &mut value {
            function.define_in(spec.name_text());
        }
        (name, value.into())
    });
    of_description(shared, names, &bases, own.chain([table]).collect())
}

/// A class that was described before it was made: with a place for each field, under these names, and no other attributes
/// of instances.
pub(crate) fn of_description(
    spec: Arc<ClassSpec>,
    names: Names,
    bases: &[Class],
    own: Vec<(Sym, Row)>,
) -> Result<Class, Error> {
    let bases: Few<Class> = bases.iter().cloned().collect();
    let (name, module) = (spec.name_text().clone(), spec.module_text().clone());
    let mut members = Members { own: NameMap::of(own), is_closed: true, ..Members::new(name, module) };
    match spec.is_tuple() && payload_of(&bases) == Some(Payload::Tuple) {
        // What derives from `tuple` has its items there.
        true => members.spec = spec.into(),
        false => members.describe(spec, names),
    }
    assemble(bases, None, &mut members)
}

/// Lets the metaclass put another order in the place of C3: does it?
fn linearise_by_hook(class: &Class) -> Result<bool, Error> {
    if !class.metaclass().0.has_special(special::MRO) {
        return Ok(false);
    }
    let order = run(&mut MroHook { class: class.clone() }, class.metaclass(), 0)?;
    class.reorder(order).map(|()| true)
}

/// Remembers what has to be defined before there can be instances.
fn find_abstract_methods(class: &Class) {
    let is_left = |placed: &Placed| matches!(&placed.held, Held::Fixed(Value::Function(f)) if f.is_abstract());
    let tops = class.table().iter().filter_map(|(name, group)| Some((name, group.top()?)));
    let mut names: Vec<Sym> = tops.filter(|(_, placed)| is_left(placed)).map(|(name, _)| name).collect();
    if !names.is_empty() {
        names.sort_unstable_by_key(|name| name.as_str());
        let _ = class.0.later().abstract_methods.set(names.into());
        class.0.note(special::ABSTRACT);
    }
}

/// May a value of the body want to know its class and name?
pub(super) fn may_ask(value: &Value) -> bool {
    match value {
        Value::Descriptor(descriptor) => !descriptor.is_slot_member() && !dataclass::is_part(descriptor),
        Value::Instance(_) | Value::Shared(_) => true,
        _ => false,
    }
}

/// Tells every value of the body that wants to know its class and name: `__set_name__`.
pub(crate) fn bind_descriptors(class: &Class) -> Result<(), Error> {
    let mut asked: Vec<(Sym, Value)> = vec![];
    class.each_own(|name, held| {
        if let Held::Fixed(value) = held
            && may_ask(value)
        {
            asked.push((name, value.clone()));
        }
    });
    for (name, value) in asked {
        if let Some(told) = descriptor::set_name(&value, class, &name)? {
            class.set_plainly(name, told);
        }
    }
    Ok(())
}

/// Tells the classes that it derives from: `__init_subclass__` of the next one, which passes on.
fn init_subclass(class: &Class, keywords: Keywords) -> Result<(), Error> {
    match keywords.is_empty() && !class.has_copied() {
        // Nobody but `object`, which takes none.
        true => Ok(()),
        false => run(&mut InitSubclass { class: class.clone(), keywords }, class, class.behind()),
    }
}
