//! The values of options about data.

use proc_macro2::Span;
use syn::parse::ParseStream;
use syn::{Ident, LitStr};

use super::options::{OptionValue, behind_equals};
use crate::diagnostics::with_help;
use crate::model::case::Case;

/// `extra = forbid`, `extra = ignore`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extra {
    Forbid,
    Ignore,
}

impl OptionValue for Extra {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        const FORMS: &str = " = forbid` or `extra = ignore";
        let value: Ident = behind_equals(key, FORMS, input)?;
        match value.to_string().as_str() {
            "forbid" => Ok(Self::Forbid),
            "ignore" => Ok(Self::Ignore),
            name => {
                let help = "write `extra = forbid`, or `extra = ignore` to pass over unknown names";
                let message = with_help(format!("`extra` cannot be `{name}`"), help);
                Err(syn::Error::new(value.span(), message))
            }
        }
    }
}

/// `rename_all = "camelCase"`.
#[derive(Clone, Copy)]
pub(crate) struct RenameAll {
    pub(crate) case: Case,
    pub(crate) span: Span,
}

impl OptionValue for RenameAll {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        let text: LitStr = behind_equals(key, " = \"camelCase\"", input)?;
        let name = text.value();
        let Some(case) = Case::of_name(&name) else {
            let help = format!(
                "write one of {}",
                Case::names().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
            );
            let message = with_help(format!("`rename_all` knows no case \"{}\"", name.escape_debug()), help);
            return Err(syn::Error::new(text.span(), message));
        };
        Ok(Self { case, span: text.span() })
    }
}
