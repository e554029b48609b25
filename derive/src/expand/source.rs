//! `GENERATED_SOURCE`: what was generated, as text.
//!
//! ```text
//! impl Point { pub const GENERATED_SOURCE: &'static str = "use ::metaclass::__private as __Point;\n.."; }
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::model::bounds::{Header, plain_header};
use crate::model::class::Class;

/// What was generated, and the same as text.
pub(super) fn with_text(class: &Class, generated: &TokenStream) -> TokenStream {
    let text = text(generated);
    let (vis, Header { allow, generics, ty, clause }) = (&class.vis, plain_header(class));
    let span = class.options.keys.source.unwrap_or_else(Span::call_site).resolved_at(Span::call_site());
    // The whole call is to stand there, where the runtime says whether its feature is on.
    let p = Ident::new(&class.private.to_string(), span);
    let constant = quote! {{
        #allow
        #[allow(dead_code)]
        impl #generics #ty #clause {
            #[doc = "What was generated for this class, this constant excepted."]
            #vis const GENERATED_SOURCE: &'static str = #text;
        }
    }};
    let constant = quote_spanned!(span=> #p::needs_source! { #constant });
    quote!(#generated #constant)
}

/// The tokens as they would be written, if that is known; else in one line.
fn text(generated: &TokenStream) -> String {
    pretty(generated).unwrap_or_else(|| generated.to_string())
}

/// Types that are new to the printer make it panic, which shall cost no more than the form of the text.
#[cfg(feature = "source")]
fn pretty(generated: &TokenStream) -> Option<String> {
    let file = syn::parse2(generated.clone()).ok()?;
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| prettyplease::unparse(&file))).ok()
}

#[cfg(not(feature = "source"))]
fn pretty(_: &TokenStream) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_formatted_is_kept() {
        assert_eq!(text(&quote!(a+)), "a +");
        #[cfg(feature = "source")]
        assert_eq!(
            text(&quote!(
                struct P {
                    x: u8,
                }
            )),
            "struct P {\n    x: u8,\n}\n"
        );
    }
}
