//! What all named tuples have: one set of functions, which ask the class that has them for its fields.

use std::sync::LazyLock;

use crate::args::{Args, Params};
use crate::class::{Class, Cls, Common, New, Step, hook_function, new_instance};
use crate::error::Error;
use crate::field::Field;
use crate::function::Function;
use crate::function::takes::as_it_says;
use crate::instance::This;
use crate::spec::{FieldSpec, TypeSpec};
use crate::symbol::Sym;
use crate::value::{Dict, List, Tuple, Value};

/// The functions, by their names.
pub(super) fn all() -> &'static [(Sym, Common)] {
    static ALL: LazyLock<Vec<(Sym, Common)>> = LazyLock::new(|| {
        let functions = [
            hook_function::<New>(new),
            Function::class_method("_make", make),
            Function::reader("_replace", as_it_says, replace),
            Function::reader("__replace__", as_it_says, replace),
            Function::method("__repr__", repr),
            Function::method("_asdict", asdict),
            Function::method("__getnewargs__", items),
        ];
        functions.into_iter().map(|function| (Sym::new(function.name()), Value::from(function).into())).collect()
    });
    &ALL
}

/// Refuses attributes that a named tuple has itself.
pub(super) fn refuse_overwriting(attrs: &[(String, Value)]) -> Result<(), Error> {
    const PROHIBITED: [&str; 10] = [
        "__new__",
        "__init__",
        "__slots__",
        "__getnewargs__",
        "_fields",
        "_field_defaults",
        "_field_types",
        "_make",
        "_replace",
        "_asdict",
    ];
    match attrs.iter().find(|(name, _)| PROHIBITED.contains(&&**name)) {
        Some((name, _)) => Err(Error::attribute_error(format!("Cannot overwrite NamedTuple attribute {name}"))),
        None => Ok(()),
    }
}

fn is_untyped(field: &FieldSpec) -> bool {
    *field.ty() == TypeSpec::Any && field.rules().is_empty() && field.transforms().is_empty()
}

/// `__new__`: the arguments in the order of the fields, with defaults, are the items. As in Python, `__new__` of other bases
/// is not asked.
fn new(step: &mut Step<'_, New>) -> Result<Value, Error> {
    let args = std::mem::take(step.args_mut());
    let items = items_of(step.owner(), "__new__", args)?;
    new_instance(step.class(), &Args::from(vec![Tuple::from(items).into()])).map(Value::from)
}

fn items_of(class: &Class, method: &str, args: Args) -> Result<Vec<Value>, Error> {
    let fields = class.spec().fields();
    if args.positional().len() == fields.len() && args.len() == fields.len() && fields.iter().all(is_untyped) {
        return Ok(args.into_parts().0);
    }
    let callee = format!("{}.{method}", class.qualname());
    let signature = class.spec().signature();
    let bound = signature.accept(&callee, args)?;
    Ok(bound.into_values().into_iter().flatten().collect())
}

/// `_make`: as many items as there are fields, past `__new__`.
fn make(class: &Cls<'_>, args: Args) -> Result<Value, Error> {
    let owner = class.owner();
    let items: Vec<Value> = match args.positional() {
        [iterable] if args.len() == 1 => iterable.iterate()?.collect(),
        _ => {
            let signature = Params::new().param("iterable", Field::any()).build()?.with_receiver();
            let callee = format!("{}._make", owner.qualname());
            let bound = signature.accept(&callee, args)?;
            bound.get::<(&Value,)>()?.0.iterate()?.collect()
        }
    };
    let (wanted, given) = (owner.spec().fields().len(), items.len());
    if wanted != given {
        return Err(Error::type_error(format!("Expected {wanted} arguments, got {given}")));
    }
    let items = items_of(owner, "_make", Args::from(items))?;
    new_instance(class, &Args::from(vec![Tuple::from(items).into()])).map(Value::from)
}

/// `_replace`: the items with others in the places of these names.
fn replace(this: &This<'_>, args: Args) -> Result<Value, Error> {
    let owner = this.owner();
    let (positional, keywords) = args.into_parts();
    if !positional.is_empty() {
        let (class, given) = (owner.qualname(), positional.len() + 1);
        return Err(Error::type_error(format!(
            "{class}._replace() takes 1 positional argument but {given} were given"
        )));
    }
    let fields = owner.spec().fields();
    let mut items = Vec::from(items(this)?);
    let mut unexpected = vec![];
    for (name, value) in keywords {
        let place = fields.iter().position(|field| field.name() == &*name).and_then(|place| items.get_mut(place));
        match place {
            Some(item) => *item = value,
            None => unexpected.push(Value::from(&*name)),
        }
    }
    if !unexpected.is_empty() {
        let names = Value::from(List::from(unexpected));
        return Err(Error::type_error(format!("Got unexpected field names: {names}")));
    }
    this.class().call_method("_make", Args::from(vec![Tuple::from(items).into()]))
}

/// `_asdict`: the items by their names.
fn asdict(this: &This<'_>) -> Result<Dict, Error> {
    let names = this.owner().spec().fields().iter().map(FieldSpec::name);
    Ok(names.zip(items(this)?).collect())
}

/// `Point(x=1, y=2)`, with the name of the class of the receiver.
fn repr(this: &This<'_>) -> Result<String, Error> {
    let owner = this.owner();
    let items = items(this)?;
    let shown =
        owner.spec().fields().iter().zip(&items).map(|(field, item)| format!("{}={}", field.name(), item.repr()));
    Ok(format!("{}({})", this.class().name(), shown.collect::<Vec<_>>().join(", ")))
}

/// The receiver as a tuple without names.
fn items(this: &This<'_>) -> Result<Tuple, Error> {
    this.payload()?.unwrap_or_default().try_into()
}
