//! `__init_subclass__`: a class is told of those that derive from it.

use std::sync::{Arc, Mutex};

use metaclass::prelude::*;

use super::refused;

type Log = Arc<Mutex<Vec<String>>>;

fn logging(log: &Log, name: &str, takes: &'static str) -> metaclass::ClassBuilder {
    let log = Arc::clone(log);
    Class::builder(name).init_subclass(move |owner, sub, keywords| {
        let value = keywords.take(takes).map(|value| format!("({takes}={})", value.repr())).unwrap_or_default();
        log.lock().unwrap().push(format!("{}:{}{value}", owner.name(), sub.name()));
        Ok(())
    })
}

#[test]
fn it_runs_for_subclasses_in_the_order_of_the_mro() -> Result<(), Error> {
    let log = Log::default();
    let a = logging(&log, "A", "a").build()?;
    let b = logging(&log, "B", "b").base(&a).keyword("a", 0).build()?;
    let between = Class::builder("Between").base(&b).build()?;
    Class::builder("C").base(&between).keyword("b", 2).keyword("a", 1).build()?;
    let expected = ["A:B(a=0)", "B:Between", "A:Between", "B:C(b=2)", "A:C(a=1)"];
    assert_eq!(*log.lock().unwrap(), expected);
    Ok(())
}

#[test]
fn keywords_that_nobody_takes_are_refused() -> Result<(), Error> {
    let log = Log::default();
    let a = logging(&log, "A", "a").build()?;
    let text = "TypeError: C.__init_subclass__() takes no keyword arguments";
    refused(Class::builder("C").base(&a).keyword("b", 1).build(), text);
    refused(Class::builder("C").keyword("b", 1).build(), text);
    Ok(())
}

#[test]
fn it_sees_named_descriptors_and_stops_the_class() -> Result<(), Error> {
    let base = Class::builder("Base")
        .init_subclass(|_, sub, _| match sub.has("required")? {
            true => Ok(()),
            false => Err(Error::type_error(format!("{} needs 'required'", sub.name()))),
        })
        .build()?;
    assert!(Class::builder("Good").base(&base).attr("required", 1).build().is_ok());
    refused(Class::builder("Bad").base(&base).build(), "TypeError: Bad needs 'required'");
    assert_eq!(base.subclasses().len(), 0);
    Ok(())
}

#[test]
fn a_hook_decides_whether_to_pass_on() -> Result<(), Error> {
    let log = Log::default();
    let a = logging(&log, "A", "a").build()?;
    let silent = Class::builder("Silent").base(&a).init_subclass_with(|_| Ok(())).build()?;
    log.lock().unwrap().clear();
    Class::builder("C").base(&silent).keyword("anything", 1).build()?;
    assert!(log.lock().unwrap().is_empty());
    let bound = Class::builder("Bound")
        .init_subclass_with(|step| {
            let signature = params!(tag: Field::str()).build()?.with_receiver();
            let args = signature.accept("Bound.__init_subclass__", step.keywords().to_args())?;
            step.class().set("tag", args.get::<(&str,)>()?.0)
        })
        .build()?;
    assert_eq!(Class::builder("D").base(&bound).keyword("tag", "t").build()?.get("tag")?, "t".into());
    refused(
        Class::builder("D").base(&bound).build(),
        "TypeError: Bound.__init_subclass__() missing 1 required positional argument: 'tag'",
    );
    Ok(())
}

#[test]
fn a_class_that_knows_its_descendants_does_not_keep_them() -> Result<(), Error> {
    let plugin = Class::builder("Plugin")
        .attr("registry", Vec::<Value>::new())
        .init_subclass(|owner, sub, _| owner.update("registry", |known| known.push(sub.downgrade())))
        .build()?;
    let csv = Class::builder("Csv").base(&plugin).build()?;
    let weak = csv.downgrade();
    assert_eq!(plugin.get("registry")?.to_string(), "[<weakref to 'Csv'>]");
    // In Python a weak reference is called for what it leads to.
    let known = plugin.get("registry")?.get_item(&0.into())?;
    assert_eq!((known.call(args!())?, Class::try_from(known.clone())?), ((&csv).into(), csv.clone()));
    refused(known.call(args!(1)), "TypeError: 'weakref' object is not callable");
    drop(csv);
    assert!(weak.upgrade().is_none() && plugin.subclasses().is_empty());
    assert!(known.call(args!())?.is_none());
    refused(Class::try_from(known), "ReferenceError: weakly-referenced object no longer exists");
    Ok(())
}
