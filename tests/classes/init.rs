//! Instances are made: `__new__`, `__init__`, abstract methods.

use metaclass::prelude::*;

use super::refused;

/// The lesson's `make_init`: a constructor whose signature is made from a list of names.
fn make_init(fields: &'static [&'static str]) -> metaclass::Function {
    let params: Params = fields.iter().copied().collect();
    let init = metaclass::Function::method_mut_with("__init__", params, |this, args| {
        fields.iter().try_for_each(|name| this.set(*name, args.value(name).cloned().unwrap_or_default()))
    });
    init.unwrap()
}

#[test]
fn a_signature_is_made_from_a_list_of_names() -> Result<(), Error> {
    let repr =
        metaclass::Function::method("__repr__", |this| Ok(format!("Point({}, {})", this.get("x")?, this.get("y")?)));
    let point = Class::new("Point", [], [("__init__", make_init(&["x", "y"]).into()), ("__repr__", repr.into())])?;
    assert_eq!(point.instantiate(args!(3, 7))?.to_string(), "Point(3, 7)");
    let Value::Function(init) = point.get("__init__")? else { panic!("a function") };
    assert_eq!(init.signature().map(ToString::to_string), Some("(x, y)".into()));
    refused(point.instantiate(args!(1)), "TypeError: Point.__init__() missing 1 required positional argument: 'y'");
    refused(point.instantiate(args!(1, x = 2)), "TypeError: Point.__init__() got multiple values for argument 'x'");
    Ok(())
}

#[test]
fn what_new_gives_decides_about_init() -> Result<(), Error> {
    let seven = Class::builder("C").new(|_| Ok(7.into())).init(|_| Err(Error::value_error("never"))).build()?;
    assert_eq!(seven.call(args!(1, 2))?, 7.into());
    refused(seven.instantiate(args!()), "TypeError: C() gives no instance, but int");
    let counted = Class::builder("D")
        .new(|step| {
            let mut made = step.next()?;
            made.set_attr("given", i64::try_from(step.args().len()).unwrap_or(0))?;
            Ok(made)
        })
        .init_with(["x"], |this, args| this.set("x", args.value("x").cloned()))
        .build()?;
    assert_eq!(counted.instantiate(args!(5))?.vars().to_string(), "{'given': 1, 'x': 5}");
    Ok(())
}

#[test]
fn init_gives_nothing() -> Result<(), Error> {
    let class = Class::builder("C").method_mut("__init__", |_| Ok(5)).build()?;
    refused(class.instantiate(args!()), "TypeError: __init__() should return None, not 'int'");
    let class = Class::builder("C").init(|_| Err(Error::value_error("no"))).build()?;
    refused(class.instantiate(args!()), "ValueError: no");
    Ok(())
}

#[test]
fn init_is_inherited_and_cooperative() -> Result<(), Error> {
    fn log(this: &mut metaclass::This<'_>, name: &str) -> Result<(), Error> {
        let log = if this.has("log")? { this.get("log")?.to_string() } else { String::new() };
        this.set("log", log + name)
    }
    let root = Class::builder("Root").init(|this| log(this, "R")).build()?;
    let arm = |name: &'static str| {
        Class::builder(name).base(&root).init(move |this| {
            log(this, name)?;
            this.super_call_mut("__init__", args!()).map(drop)
        })
    };
    let (a, b) = (arm("A").build()?, arm("B").build()?);
    let c = Class::builder("C").bases([&a, &b]).build()?;
    assert_eq!(c.instantiate(args!())?.get("log")?, "ABR".into());
    refused(c.instantiate(args!(1)), "TypeError: A.__init__() takes 1 positional argument but 2 were given");
    Ok(())
}

#[test]
fn abstract_methods_are_refused_at_instantiation() -> Result<(), Error> {
    let shape = Class::builder("Shape").abstract_method("area").abstract_method("name").build()?;
    refused(
        shape.instantiate(args!()),
        "TypeError: Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'name'",
    );
    let half = Class::builder("Half").base(&shape).method("name", |_| Ok("half")).build()?;
    refused(
        half.call(args!()),
        "TypeError: Can't instantiate abstract class Half without an implementation for abstract method 'area'",
    );
    let square = Class::builder("Square").base(&half).method("area", |_| Ok(4)).build()?;
    assert_eq!(square.instantiate(args!())?.call("area", args!())?, 4.into());
    assert_eq!(half.abstract_methods(), ["area"]);
    Ok(())
}

#[test]
fn names_come_in_any_order() -> Result<(), Error> {
    let number = |i: usize| i64::try_from(i).unwrap();
    // Few are looked through, many are found.
    for count in [4, 64, 65, 200] {
        let names: Vec<String> = (0..count).map(|i| format!("x{i}")).collect();
        let field = |class: metaclass::ClassBuilder, name: &String| class.field(name, Field::int().default(-1));
        let class = names.iter().fold(Class::builder("C"), field).build()?;
        let call = |args: Args, given: &mut dyn Iterator<Item = usize>| {
            class.instantiate(given.fold(args, |args, i| args.with_keyword(names[i].clone(), number(i))))
        };
        let is_right = |instance: &Instance, is_given: &dyn Fn(usize) -> bool| {
            let expected = |i: usize| if is_given(i) { number(i) } else { -1 };
            (0..count).all(|i| instance.get_as::<i64>(&names[i]).is_ok_and(|x| x == expected(i)))
        };
        let half = count / 2;
        assert!(is_right(&call(args!(), &mut (0..count).rev())?, &|_| true));
        assert!(is_right(&call(args!(), &mut (0..half))?, &|i| i < half));
        assert!(is_right(&call(args!(), &mut (half..count))?, &|i| i >= half));
        assert!(is_right(&call(args!(), &mut (0..half).rev())?, &|i| i < half));
        assert!(is_right(&call(args!(0), &mut (1..count).step_by(2))?, &|i| i == 0 || i % 2 == 1));

        let last = &names[count - 1];
        let told = |args: Args| class.instantiate(args).unwrap_err().to_string();
        let twice = args!(0).with_keyword(last.clone(), 1).with_keyword("x0", 1);
        assert_eq!(told(twice), "C.__init__() got multiple values for argument 'x0'");
        let unknown = args!().with_keyword(last.clone(), 1).with_keyword("other", 1);
        assert_eq!(told(unknown), "C.__init__() got an unexpected keyword argument 'other'");

        let class = names.iter().fold(Class::builder("C"), |class, name| class.field(name, Field::int())).build()?;
        let but_last = names[..count - 1].iter().map(|name| (name.clone(), 1));
        for args in [args!().with_keywords(but_last.clone()), args!().with_keywords(but_last.rev())] {
            let error = class.instantiate(args).unwrap_err().to_string();
            assert_eq!(error, format!("C.__init__() missing 1 required positional argument: '{last}'"));
        }
    }
    Ok(())
}
