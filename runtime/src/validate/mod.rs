//! Validation: rules over the description of a class, and a report of all faults.
//!
//! ```
//! use metaclass::{Field, Value};
//! use metaclass::spec::ClassSpec;
//!
//! let user = ClassSpec::define("User", [
//!     ("name", Field::str().min_length(3)),
//!     ("age", Field::int().min_value(0).max_value(150)),
//!     ("tags", Field::list(Field::str()).max_items(2).default(Vec::<String>::new())),
//! ])?;
//!
//! let data: [(&str, Value); 4] = [("name", "Al".into()), ("age", (-1).into()), ("tags", vec![1].into()), ("nmae", 0.into())];
//! let error = user.validate(&data.into()).unwrap_err();
//! assert_eq!(
//!     format!("{error:#}"),
//!     "Validation errors:
//!   name: must have at least 3 characters
//!   age: must be at least 0
//!   tags[0]: expected str, got int
//!   nmae: unknown field"
//! );
//! # Ok::<(), metaclass::Error>(())
//! ```

mod accept;
mod arrange;
mod composed;
pub(crate) mod constant;
mod direct;
mod each;
mod engine;
mod formats;
mod groups;
mod issue;
mod items;
pub(crate) mod limits;
mod look_up;
mod messages;
mod outcome;
mod output;
mod params;
mod report;
pub mod rules;
mod secrets;
mod shown;
mod struct_check;
mod takes;
mod transform;
mod unit;
mod view;
mod views;

pub(crate) use accept::{has_type, transformed, wrong_type};
#[cfg(feature = "serde")]
pub(crate) use arrange::{Rank, ranked};
pub(crate) use direct::key_segment;
#[doc(hidden)]
pub use direct::{Comparand, Validator};
#[cfg(feature = "serde")]
pub use direct::{Place, Scope};
#[doc(hidden)]
pub use each::{EachEntry, EachItem};
#[cfg(feature = "serde")]
pub(crate) use engine::{Within, check_alone, check_count, check_several, tell_alone, tell_rules};
pub(crate) use engine::{check as check_value, check_given};
pub use formats::Format;
#[cfg(feature = "serde")]
pub(crate) use groups::check_groups;
pub use issue::Issue;
#[cfg(feature = "json")]
pub(crate) use issue::Noted;
pub use messages::{English, Messages};
pub use outcome::Outcome;
#[cfg(feature = "json")]
pub(crate) use output::fragment;
pub use params::Params;
pub use report::{Report, ValidationError};
pub use rules::Rule;
#[cfg(feature = "serde")]
pub(crate) use rules::all_hold;
#[cfg(feature = "json")]
pub(crate) use shown::cut;
pub(crate) use shown::whole;
pub use struct_check::StructCheck;
pub(crate) use takes::Takes;
pub use transform::Transform;
#[doc(hidden)]
pub use transform::{lowercase, trim, uppercase};
pub use unit::Unit;
#[doc(hidden)]
pub use view::{Fit, Items, View};

#[doc(no_inline)]
pub use crate::value::Number;
