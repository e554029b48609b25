//! `post_init` and `init_var` of a base.

use metaclass::prelude::*;

mod base {
    use metaclass::prelude::*;

    /// What only this module can name.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Unit(pub &'static str);

    const fn metres() -> Unit {
        Unit("m")
    }

    schema! {
        #[dataclass(post_init = Self::finish, init_var(scale: i64, unit: Unit = metres()), serde = false)]
        pub struct Size {
            #[field(min_value = 0)]
            width: i64,
            #[field(init = false)]
            text: String = String::new(),
        }

        #[dataclass(post_init = Self::sort)]
        pub struct Sorted<T: Ord + Clone> {
            items: Vec<T>,
        }

        #[dataclass(validate, post_init = Self::refuse)]
        pub struct Even {
            x: i64,
        }

        #[dataclass(post_init = Self::go, init_var(by: i64, twice: bool = false))]
        pub struct Moved {
            x: i64,
            #[field(init = false)]
            way: i64 = 0,
        }

        #[dataclass(serde = false)]
        pub struct Named { name: String = "n" }
    }

    impl Size {
        fn finish(&mut self, scale: i64, unit: Unit) {
            self.width *= scale;
            self.text = format!("{}{}", self.width, unit.0);
        }
    }

    impl Moved {
        fn go(&mut self, by: i64, twice: bool) {
            self.way = if twice { by * 2 } else { by };
        }
    }

    impl<T: Ord + Clone> Sorted<T> {
        fn sort(&mut self) {
            self.items.sort();
        }
    }

    impl Even {
        fn refuse(&mut self) -> Result<(), metaclass::ValidationError> {
            if self.x % 2 == 0 {
                self.x += 10;
                return Ok(());
            }
            Err(metaclass::validate::Issue::check(format!("{} is odd", self.x)).into())
        }
    }
}

schema! {
    #[dataclass(serde = false, builder)]
    pub struct Plank: base::Size {
        height: i64 = 1,
    }

    /// Two levels, and another base before the one that has it.
    #[dataclass(serde = false)]
    struct Oak: base::Named, Plank {
        rings: i64 = 7,
    }

    #[dataclass(serde = false, post_init = Self::own, init_var(times: i64 = 1))]
    struct Own: base::Size {
        seen: Vec<String> = vec![],
    }

    #[dataclass(serde = false, init_var(scale: i64 = 3))]
    struct Scaled: base::Size {}

    /// Data have what stands among the fields.
    struct Step: base::Moved {
        z: i64,
    }

    struct Names: base::Sorted<String> {
        first: usize = items.len(),
    }

    #[dataclass(serde = false, post_init = Self::finish, init_var(times: usize))]
    struct Super: base::Size {
        seen: usize = 0,
    }

    #[dataclass(post_init = Self::finish)]
    struct Reversed<T: Ord + Clone>: base::Sorted<T> {}

    #[dataclass(validate, post_init = Self::finish)]
    struct Halved: base::Even {}

    #[dataclass(validate)]
    struct Checked: base::Even {
        #[field(min_value = 0)]
        y: i64 = 0,
    }
}

impl Own {
    fn own(&mut self, scale: i64, unit: base::Unit, times: i64) {
        self.seen.push(format!("{scale} {} {times}", unit.0));
    }
}

impl Super {
    fn finish(&mut self, scale: i64, unit: base::Unit, times: usize) {
        self.super_post_init(scale, unit);
        self.seen = self.text.len() * times;
    }
}

impl<T: Ord + Clone> Reversed<T> {
    fn finish(&mut self) {
        self.super_post_init();
        self.items.reverse();
    }
}

impl Halved {
    fn finish(&mut self) -> Result<(), metaclass::ValidationError> {
        self.super_post_init()?;
        self.x /= 2;
        Ok(())
    }
}

#[test]
fn its_own_can_call_that_of_the_base() {
    assert_eq!(Super!(2, 30, times = 2).to_string(), "Super(width=60, text='60m', seen=6)");
    assert_eq!(Reversed!(vec![2, 3, 1]).to_string(), "Reversed(items=[3, 2, 1])");
    assert_eq!(Halved!(4).unwrap().to_string(), "Halved(x=7)");
    assert_eq!(Halved!(5).unwrap_err().to_string(), "Validation errors: 5 is odd");
}

#[test]
fn what_the_base_does_is_done() {
    let plank = Plank!(2, 3);
    assert_eq!(plank.to_string(), "Plank(width=6, text='6m', height=1)");
    assert_eq!(Plank!(height = 5, unit = base::Unit("ft"), scale = 1, width = 4).text, "4ft");
    assert_eq!(Plank::new(2, 4).text, "8m");
    assert_eq!(Plank::builder().width(3).scale(3).height(4).build().to_string(), "Plank(width=9, text='9m', height=4)");
    assert_eq!(Plank!(scale = 2, ..plank).to_string(), "Plank(width=12, text='12m', height=1)");
    assert_eq!(Names!(vec!["b".into(), "a".into()]).to_string(), "Names(items=['a', 'b'], first=2)");
}

#[test]
fn it_is_found_through_the_classes_between() {
    assert_eq!(Oak!(2, 3).to_string(), "Oak(width=6, text='6m', height=1, name='n', rings=7)");
}

#[test]
fn the_arguments_of_the_base_stand_where_they_stand_there() {
    assert_eq!(Plank::SIGNATURE, "(width: i64, scale: i64, unit: Unit = metres(), height: i64 = 1)");
    assert_eq!(
        Oak::SIGNATURE,
        "(width: i64, scale: i64, unit: Unit = metres(), height: i64 = 1, name: String = \"n\", rings: i64 = 7)"
    );
    assert_eq!(
        Own::SIGNATURE,
        "(width: i64, scale: i64, unit: Unit = metres(), seen: Vec<String> = vec![], times: i64 = 1)"
    );
    let signature = Plank::spec().signature().to_string();
    assert_eq!(signature, "(width: int, scale: int, unit: Unit = metres(), height: int = 1)");
    assert_eq!(Plank::class().signature().to_string(), signature);
    let vars: Vec<&str> = Plank::spec().init_vars().iter().map(|var| var.name()).collect();
    assert_eq!(vars, ["scale", "unit"]);
}

#[test]
fn its_own_takes_all_arguments_and_stands_for_that_of_the_base() {
    assert_eq!(Own!(2, 3).to_string(), "Own(width=2, text='', seen=['3 m 1'])");
    assert_eq!(Own!(2, 3, base::Unit("ft"), vec![], 4).to_string(), "Own(width=2, text='', seen=['3 ft 4'])");
}

#[test]
fn an_argument_keeps_its_place_with_another_default() {
    assert_eq!(Scaled::SIGNATURE, "(width: i64, scale: i64 = 3, unit: Unit = metres())");
    assert_eq!(Scaled!(2).to_string(), "Scaled(width=6, text='6m')");
}

#[test]
fn it_may_refuse_where_rules_always_hold() {
    assert_eq!(Checked!(2).unwrap().to_string(), "Checked(x=12, y=0)");
    assert_eq!(Checked!(3).unwrap_err().to_string(), "Validation errors: 3 is odd");
    assert_eq!(Checked!(2, -1).unwrap_err().to_string(), "Validation errors: y: must be at least 0");
}

#[test]
fn it_is_done_to_what_is_read() {
    let names: Names = metaclass::json::from_str(r#"{"items": ["b", "a"]}"#).unwrap();
    assert_eq!(names.to_string(), "Names(items=['a', 'b'], first=2)");
    assert_eq!(metaclass::json::from_str::<Checked>(r#"{"x": 4}"#).unwrap().to_string(), "Checked(x=14, y=0)");
    let error = metaclass::json::from_str::<Checked>(r#"{"x": 5}"#).unwrap_err();
    assert_eq!(error.issues()[0].message(), "5 is odd");
}

#[test]
fn data_have_the_arguments_of_the_base_too() {
    let step: Step = metaclass::json::from_str(r#"{"z": 3, "by": 2, "x": 1, "twice": true}"#).unwrap();
    assert_eq!(step.to_string(), "Step(x=1, way=4, z=3)");
    let error = metaclass::json::from_str::<Step>(r#"{"twice": 1}"#).unwrap_err();
    let said: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    assert_eq!(said, ["x: required", "by: required", "twice: expected bool, got int", "z: required"]);
}

#[test]
fn a_class_of_the_description_has_its_signature() {
    let signature = Step::spec().signature().to_string();
    assert_eq!(signature, "(x: int, by: int, z: int, twice: bool = False)");
    let class = Class::from_spec(Step::spec()).unwrap();
    assert_eq!((class.signature().to_string(), class.spec().signature().to_string()), (signature.clone(), signature));
}

#[test]
fn the_base_is_not_made_again_by_the_conversion() {
    assert_eq!(base::Size::from(Plank!(2, 3)).to_string(), "Size(width=6, text='6m')");
}
