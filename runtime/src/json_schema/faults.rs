//! What a walk tells besides what rules say.

use super::node::Node;
use crate::validate::Issue;
use crate::value::Value;

/// Why a walk ended before its end.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stop {
    /// It went too deep.
    Depth,
    /// It took too long.
    Steps,
    /// There are more faults than are kept.
    Full,
}

/// A value of a type that a schema does not take.
pub(super) fn wrong_type(node: &Node, value: &Value) -> Issue {
    match node.is_never() {
        true => Issue::new("forbidden"),
        false => type_fault(node.expected(), value),
    }
}

pub(super) fn type_fault(expected: impl Into<Value>, value: &Value) -> Issue {
    Issue::new("type").with_param("expected", expected).with_param("actual", value.type_name())
}

impl Stop {
    /// What a fault stands for that is no fault of the value.
    pub(super) fn of(fault: &Issue) -> Option<Self> {
        match fault.code() {
            "depth" => Some(Self::Depth),
            "steps" => Some(Self::Steps),
            _ => None,
        }
    }

    pub(super) fn issue(self) -> Issue {
        match self {
            Self::Depth => Issue::new("depth"),
            Self::Steps | Self::Full => Issue::new("steps"),
        }
    }
}
