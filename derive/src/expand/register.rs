//! `register`: the registry of the whole program has the class.
//!
//! ```text
//! inventory::submit! { Linked::new(<Point as Dataclass>::class) }
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::model::class::Class;

pub(super) fn expand(class: &Class) -> TokenStream {
    let span = class.options.keys.register.unwrap_or_else(Span::call_site).resolved_at(Span::call_site());
    // The whole call is to stand there, where the runtime says whether its feature is on.
    let p = Ident::new(&class.private.to_string(), span);
    let ident = &class.ident;
    let code = quote!({ #p::inventory::submit! { #p::Linked::new(<#ident as #p::Dataclass>::class) } });
    quote_spanned!(span=> #p::needs_inventory! { #code })
}
