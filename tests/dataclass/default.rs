//! `default`: `Default`.

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(default)]
struct Settings {
    #[field(default)]
    verbose: bool,
    #[field(default = "info")]
    level: &'static str,
    #[field(default = level.len())]
    width: usize,
    #[field(init = false, default = vec![*width])]
    widths: Vec<usize>,
}

#[test]
fn default_is_the_call_without_arguments() {
    let settings = Settings::default();
    assert_eq!(settings, Settings!());
    assert_eq!((settings.verbose, settings.level, settings.width), (false, "info", 4));
    assert_eq!(settings.widths, [4]);
}

#[test]
fn default_runs_post_init() {
    #[derive(Dataclass)]
    #[dataclass(default, post_init = Self::finish, init_var(scale: u32 = 3))]
    struct Hooked {
        #[field(default = 2)]
        x: u32,
    }

    impl Hooked {
        fn finish(&mut self, scale: u32) {
            self.x *= scale;
        }
    }

    assert_eq!(Hooked::default().x, 6);
}

#[test]
fn default_needs_no_default_of_the_fields_types() {
    #[derive(Clone, Debug, PartialEq)]
    enum Mode {
        Fast,
    }

    #[derive(Dataclass)]
    #[dataclass(default)]
    struct Job {
        #[field(default = Mode::Fast)]
        mode: Mode,
    }

    assert_eq!(Job::default().mode, Mode::Fast);
}

#[test]
fn default_of_a_generic_class_needs_that_of_the_defaulted_parameters() {
    #[derive(Dataclass)]
    #[dataclass(default)]
    struct Pair<A, B> {
        #[field(default)]
        a: A,
        #[field(default = None)]
        b: Option<B>,
    }

    struct NoDefault;

    let pair = Pair::<u8, NoDefault>::default();
    assert_eq!(pair.a, 0);
    assert!(pair.b.is_none());
}

#[test]
fn struct_update_syntax_works_with_it() {
    let settings = Settings { verbose: true, ..Default::default() };
    assert!(settings.verbose);
    assert_eq!(settings.level, "info");
}
