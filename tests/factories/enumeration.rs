//! Enumerations: `enumeration("Color", "RED GREEN").build()`, and classes that derive from `Enum` and its kin.

use metaclass::prelude::*;
use metaclass::value::{Dict, Set};
use metaclass::{EnumCheck, Function, auto, builtins, enumeration, member, nonmember};

use crate::classes::refused;

fn color() -> Class {
    enumeration("Color", "RED, GREEN BLUE").build().unwrap()
}

fn reprs(members: &[Value]) -> String {
    members.iter().map(|member| member.repr().to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn names_become_members() -> Result<(), Error> {
    let color = color();
    assert_eq!(reprs(&color.members()), "<Color.RED: 1> <Color.GREEN: 2> <Color.BLUE: 3>");
    assert_eq!(Value::from(&color).to_string(), "<enum 'Color'>");
    assert_eq!(color.get("__members__")?.to_string().len(), "{'RED': <Color.RED: 1>, ".len() * 3 + 3);
    let started = enumeration("Level", ["LOW", "HIGH"]).start(10).module("game").build()?;
    assert_eq!((reprs(&started.members()), started.module()), ("<Level.LOW: 10> <Level.HIGH: 11>".into(), "game"));
    let given = enumeration("Planet", [("EARTH", 5.9), ("MARS", 0.6)]).build()?;
    assert_eq!(reprs(&given.members()), "<Planet.EARTH: 5.9> <Planet.MARS: 0.6>");
    let of_dict = builtins::enum_().call(args!("Letter", Dict::from([("A", "a"), ("B", "b")])))?;
    assert_eq!(reprs(&Class::try_from(of_dict)?.members()), "<Letter.A: 'a'> <Letter.B: 'b'>");
    refused(enumeration("Color", "A B A").build(), "TypeError: 'A' already defined as 1");
    refused(enumeration("Color", "mro").build(), "ValueError: invalid enum member name(s) 'mro'");
    refused(
        enumeration("Color", "_odd_").build(),
        "ValueError: _sunder_ names, such as '_odd_', are reserved for future Enum use",
    );
    Ok(())
}

#[test]
fn members_are_found_by_name_and_value() -> Result<(), Error> {
    let color = color();
    let red = color.member("RED")?;
    assert_eq!(
        (color.get("RED")?, color.call(args!(1))?, color.member_of(1.0)?),
        (red.clone(), red.clone(), red.clone())
    );
    assert_eq!(Value::from(&color).get_item(&"RED".into())?, red);
    assert_eq!(color.call(args!(red.clone()))?, red);
    assert_eq!((red.get_attr("name")?, red.get_attr("value")?), ("RED".into(), 1.into()));
    assert!(red.is(&color.get("RED")?) && !red.is(&color.get("BLUE")?));
    refused(color.call(args!(9)), "ValueError: 9 is not a valid Color");
    refused(color.member("PINK"), "KeyError: 'PINK'");
    refused(color.get("PINK"), "AttributeError: type object 'Color' has no attribute 'PINK'");
    refused(builtins::int().member_of(1), "ValueError: 1 is not a valid int");
    let missing = Class::builder("Loose")
        .base(builtins::enum_())
        .attr("OTHER", 0)
        .class_method("_missing_", |class, args| match args.get::<(&Value,)>()?.0 {
            Value::Str(_) => class.get("OTHER"),
            Value::Int(_) => Ok(5.into()),
            _ => Ok(Value::None),
        })
        .build()?;
    assert_eq!(missing.call(args!("?"))?.to_string(), "Loose.OTHER");
    refused(
        missing.call(args!(1)),
        "TypeError: error in Loose._missing_: returned 5 instead of None or a valid member",
    );
    refused(missing.call(args!(1.5)), "ValueError: 1.5 is not a valid Loose");
    Ok(())
}

#[test]
fn the_class_is_a_collection_of_its_members() -> Result<(), Error> {
    let value = Value::from(color());
    assert_eq!((value.len()?, value.is_truthy()), (3, true));
    assert_eq!(
        value.iterate()?.map(|member| member.to_string()).collect::<Vec<_>>(),
        ["Color.RED", "Color.GREEN", "Color.BLUE"]
    );
    assert_eq!(value.reversed()?.get_item(&0.into())?.to_string(), "Color.BLUE");
    assert!(value.contains(&2.into())? && value.contains(&value.get_attr("RED")?)? && !value.contains(&9.into())?);
    let mut set = Set::new();
    for member in value.iterate()?.chain(value.iterate()?) {
        set.insert(member)?;
    }
    assert_eq!(set.len(), 3);
    assert!(value.get_attr("RED")? != Value::from(1));
    Ok(())
}

#[test]
fn equal_values_are_aliases() -> Result<(), Error> {
    let names = [("RED", Value::from(1)), ("CRIMSON", true.into()), ("BLUE", vec![1].into()), ("NAVY", vec![1].into())];
    let color = enumeration("Color", names.clone()).build()?;
    assert_eq!(reprs(&color.members()), "<Color.RED: 1> <Color.BLUE: [1]>");
    assert_eq!(color.member("NAVY")?, color.member("BLUE")?);
    assert_eq!(color.member_of(vec![1])?, color.member("BLUE")?);
    let text = "ValueError: duplicate values found in <enum 'Color'>: CRIMSON -> RED, NAVY -> BLUE";
    refused(enumeration("Color", names).unique(true).build(), text);
    let gap = enumeration("Level", [("A", 1), ("B", 1_000_000_000)]).build()?;
    assert!(
        gap.verify([EnumCheck::Continuous])
            .unwrap_err()
            .to_string()
            .starts_with("invalid enum 'Level': missing values 2, 3")
    );
    Ok(())
}

#[test]
fn a_class_statement_has_methods_and_automatic_values() -> Result<(), Error> {
    let planet = Class::builder("Planet")
        .base(builtins::enum_())
        .attr("MERCURY", metaclass::value::Tuple::from(vec![3.3.into(), 2.4.into()]))
        .attr("EARTH", metaclass::value::Tuple::from(vec![5.9.into(), 6.4.into()]))
        .init_with(["mass", "radius"], |this, args| {
            let (mass, radius): (f64, f64) = args.get()?;
            this.set("mass", mass)?;
            this.set("radius", radius)
        })
        .method("density", |this| Ok(this.get_as::<f64>("mass")? / this.get_as::<f64>("radius")?))
        .build()?;
    let earth = planet.member("EARTH")?;
    assert_eq!((earth.get_attr("mass")?, earth.repr().to_string()), (5.9.into(), "<Planet.EARTH: (5.9, 6.4)>".into()));
    assert!(earth.call_method("density", args!())? < Value::from(1));
    assert_eq!(planet.call(args!(5.9, 6.4))?, earth);

    let lower = Function::static_method("_generate_next_value_", |args| {
        Ok(args.get::<(&str, &Value, &Value, &Value)>()?.0.to_lowercase())
    });
    let mixed = Class::builder("Mixed")
        .base(builtins::enum_())
        .attr("_generate_next_value_", lower)
        .attr("A", auto())
        .attr("LIMIT", nonmember(100))
        .attr("F", member(Function::new("f", |_| Ok(1))))
        .attr("B", 7)
        .build()?;
    assert_eq!(
        (mixed.members().len(), mixed.get("LIMIT")?, mixed.member("A")?.get_attr("value")?),
        (3, 100.into(), "a".into())
    );
    let derived = Class::builder("More").base(&mixed).build();
    refused(derived, "TypeError: <enum 'More'> cannot extend <enum 'Mixed'>");
    Ok(())
}

#[test]
fn members_can_be_integers_and_texts() -> Result<(), Error> {
    let level = enumeration("Level", [("LOW", 1), ("HIGH", 2)]).base(builtins::int_enum()).build()?;
    let low = level.member("LOW")?;
    assert_eq!(
        (low.repr().to_string(), low.to_string(), low.format("03")?),
        ("<Level.LOW: 1>".into(), "1".into(), "001".into())
    );
    assert_eq!((low.add(&5.into())?, i64::try_from(low.clone())?), (6.into(), 1));
    assert!(low == Value::from(1) && low < level.member("HIGH")? && low.is_instance_of(builtins::int()));
    let mut dict = Dict::new();
    dict.insert(low, "low")?;
    assert_eq!(dict.get_key(&Value::from(1).hash_key()?), Some(&"low".into()));

    let mode = Class::builder("Mode").base(builtins::str_enum()).attr("READ", auto()).attr("WRITE", "w").build()?;
    assert_eq!((mode.get("READ")?.to_string(), mode.get("WRITE")?.as_str().map(str::len)), ("read".into(), Some(1)));
    let wrong = Class::builder("Mode").base(builtins::str_enum()).attr("A", 1).build();
    refused(wrong, "TypeError: 1 is not a string");
    let own = Class::builder("Own").bases([builtins::int(), builtins::enum_()]).attr("A", "2").build()?;
    assert_eq!((own.get("A")?.repr().to_string(), own.get("A")?.to_string()), ("<Own.A: 2>".into(), "Own.A".into()));
    Ok(())
}

#[test]
fn flags_are_combined() -> Result<(), Error> {
    let perm = enumeration("Perm", "R W X").base(builtins::flag()).build()?;
    let [r, w, x] = ["R", "W", "X"].map(|name| perm.member(name).unwrap());
    let rx = r.bit_or(&x)?;
    assert_eq!((rx.repr().to_string(), rx.to_string()), ("<Perm.R|X: 5>".into(), "Perm.R|X".into()));
    assert_eq!(rx.iterate()?.collect::<Vec<_>>(), [r.clone(), x.clone()]);
    assert!(rx.contains(&r)? && !rx.contains(&w)? && rx == perm.member_of(5)? && rx.is(&perm.member_of(5)?));
    assert_eq!(rx.bit_and(&r)?, r);
    assert_eq!(rx.bit_xor(&r)?, x);
    assert_eq!(r.invert()?, w.bit_or(&x)?);
    let none = r.bit_and(&w)?;
    assert_eq!((none.repr().to_string(), none.is_truthy(), none.len()?), ("<Perm: 0>".into(), false, 0));
    refused(r.bit_or(&1.into()), "TypeError: unsupported operand type(s) for |: 'Perm' and 'int'");
    refused(perm.member_of(8), "ValueError: <flag 'Perm'> invalid value 8\n    given 0b0 1000\n  allowed 0b0 0111");
    refused(rx.contains(&5.into()), "TypeError: unsupported operand type(s) for 'in': 'int' and 'Perm'");

    let bits = enumeration("Bits", [("A", 1), ("B", 2)]).base(builtins::int_flag()).build()?;
    assert_eq!(bits.member("A")?.bit_or(&4.into())?.repr().to_string(), "<Bits.A|4: 5>");
    assert_eq!(bits.member_of(3)?, 3.into());
    assert!(builtins::int_flag().is_subclass_of(builtins::flag()));
    let ours = Class::builder("Ours").bases([builtins::int(), builtins::flag()]).attr("A", 1).attr("B", 2).build()?;
    assert_eq!(ours.member("A")?.bit_or(&2.into())?.repr().to_string(), "<Ours.A|B: 3>");
    let truths = enumeration("Truths", [("A", Value::True), ("B", 2.into())]).base(builtins::flag()).build()?;
    assert_eq!(truths.member_of(3)?.repr().to_string(), "<Truths.A|B: 3>");
    assert_eq!(truths.members().len(), 2);
    // What is combined is shown in the order of definition.
    let mixed = enumeration("Mixed", [("C", 16), ("D", 2), ("A", 10)]).base(builtins::flag()).build()?;
    assert_eq!(mixed.member_of(26)?.repr().to_string(), "<Mixed.C|D|A: 26>");
    let lenient = Class::builder("L").base(builtins::flag()).keyword("boundary", "conform").attr("A", 1).build()?;
    assert_eq!(lenient.member_of(5)?.to_string(), "L.A");
    Ok(())
}

#[test]
fn beside_repr_enum_members_print_as_their_values() -> Result<(), Error> {
    for class in [builtins::int_enum(), builtins::str_enum(), builtins::int_flag()] {
        assert!(class.is_subclass_of(builtins::repr_enum()), "{class}");
    }
    let step = Class::builder("Step").bases([builtins::float(), builtins::repr_enum()]).attr("HALF", 0.5).build()?;
    let half = step.member("HALF")?;
    assert_eq!(
        (half.repr().to_string(), half.to_string(), half.format(".2f")?),
        ("<Step.HALF: 0.5>".into(), "0.5".into(), "0.50".into())
    );
    refused(
        Class::builder("Bare").base(builtins::repr_enum()).attr("A", 1).build(),
        "TypeError: ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)",
    );
    Ok(())
}

#[test]
fn calls_of_an_enumeration_are_those_of_python() -> Result<(), Error> {
    let color = color();
    refused(color.call(args!("RED", z = 1)), "TypeError: EnumType.__call__() got an unexpected keyword argument 'z'");
    refused(builtins::enum_().call(args!(1, "A B")), "TypeError: type.__new__() argument 1 must be str, not int");
    refused(
        color.call_method("_missing_", args!()),
        "TypeError: Enum._missing_() missing 1 required positional argument: 'value'",
    );
    refused(
        Value::from(&color).call_method("__contains__", args!()),
        "TypeError: EnumType.__contains__() missing 1 required positional argument: 'value'",
    );
    assert_eq!(Value::from(&color).call_method("__contains__", args!(value = color.member("RED")?))?, true.into());
    Ok(())
}

#[test]
fn members_do_not_change() -> Result<(), Error> {
    let color = color();
    refused(color.set("RED", 5), "AttributeError: cannot reassign member 'RED'");
    refused(color.delete("RED"), "AttributeError: 'Color' cannot delete member 'RED'.");
    let mut red = color.member("RED")?;
    refused(red.set_attr("value", 5), "AttributeError: <enum 'Enum'> cannot set attribute 'value'");
    refused(red.delete_attr("name"), "AttributeError: <enum 'Enum'> cannot delete attribute 'name'");
    color.set("extra", 5)?;
    assert_eq!((color.get("extra")?, color.members().len()), (5.into(), 3));
    Ok(())
}

#[test]
fn a_class_is_freed_with_its_members() -> Result<(), Error> {
    let color = color();
    let (weak, red) = (color.downgrade(), color.member("RED")?);
    drop(color);
    assert!(weak.upgrade().is_some());
    drop(red);
    assert!(weak.upgrade().is_none());
    Ok(())
}

#[test]
fn members_are_written_as_their_values() {
    assert_eq!(serde_json::to_string(&color().members()).unwrap(), "[1,2,3]");
}

#[test]
fn the_three_argument_call_makes_one_too() -> Result<(), Error> {
    let color = Class::new("Color", [builtins::enum_()], [("RED", 1.into()), ("BLUE", auto())])?;
    assert_eq!(reprs(&color.members()), "<Color.RED: 1> <Color.BLUE: 2>");
    Ok(())
}

#[test]
fn combinations_with_names_need_flags_of_all_their_bits() {
    let perm = |members: &[(&str, i64)]| {
        let members: Vec<(String, i64)> = members.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect();
        enumeration("Perm", members).base(builtins::flag()).build().unwrap().verify([EnumCheck::NamedFlags])
    };
    assert!(perm(&[("R", 1), ("W", 2), ("RW", 3), ("NONE", 0)]).is_ok());
    let said = |members: &[(&str, i64)]| perm(members).unwrap_err().to_string();
    assert_eq!(
        said(&[("R", 1), ("RW", 3)]),
        "invalid Flag 'Perm': alias RW is missing value 0x2 [use enum.show_flag_values(value) for details]"
    );
    assert_eq!(
        said(&[("R", 1), ("RW", 3), ("ALL", 15)]),
        "invalid Flag 'Perm': aliases RW and ALL are missing combined values of 0xe \
         [use enum.show_flag_values(value) for details]"
    );
}
