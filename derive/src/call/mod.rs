//! The call stage: `Point!(1.0, y = 2.0)`, once it is known what `Point` takes, and `args!(1, y = 2)`, where it never is.
//!
//! Data flows as in the derive: tokens, `table` and `arguments` (what is written), `bind` (what it means, and what is
//! wrong with it), `expand`. For `args!`, `unbound` does all that is behind `arguments`.

pub(crate) mod arguments;
mod bind;
mod expand;
mod groups;
mod path;
mod table;
#[cfg(test)]
mod tests;
mod unbound;

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser as _};

pub(crate) use path::by_path;
#[cfg(test)]
pub(crate) use tests::mistakes;
pub(crate) use unbound::expand as unbound;

use self::arguments::{Arguments, Callee};
use self::table::Table;
use crate::diagnostics::{Errors, with_help};

/// `__call! { $crate [table] arguments }`
struct Call {
    /// `$crate`, as the runtime's macro has it.
    krate: TokenTree,
    table: Table,
    arguments: Arguments,
}

/// Writes the call of a constructor, or what is wrong with it.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let read = |input: ParseStream<'_>| read(input, &mut errors);
    match read.parse2(input) {
        Err(error) => error.into_compile_error(),
        Ok(call) => {
            let bound = bind::bind(&call.table, call.arguments, &mut errors);
            expand::expand(&call.krate, &call.table, &bound, errors)
        }
    }
}

/// Reads `$crate`, as a macro of the runtime has it.
pub(crate) fn read_crate(input: ParseStream<'_>) -> syn::Result<TokenTree> {
    input.parse()
}

/// Who would inherit asks as `schema!` does; a class that is no base has no answer.
fn refuse_heirs(input: ParseStream<'_>, table: &Table) -> syn::Result<()> {
    let ahead = input.fork();
    let asks =
        ahead.parse::<syn::Token![@]>().is_ok() && ahead.parse::<syn::Ident>().is_ok_and(|word| word == "fields");
    if !asks {
        return Ok(());
    }
    ahead.parse::<TokenTree>()?;
    let span = crate::declare::place_of_base(&ahead, &table.name).unwrap_or_else(|_| proc_macro2::Span::call_site());
    input.parse::<TokenStream>()?;
    let message = format!("nothing can inherit from '{}'", table.name);
    Err(syn::Error::new(span, with_help(message, "write `#[dataclass(base)]` on it")))
}

fn read(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Call> {
    let krate = read_crate(input)?;
    let content;
    syn::bracketed!(content in input);
    let mut table = Table::parse(&content)?;
    refuse_heirs(input, &table)?;
    if let Some(path) = path::read(input)? {
        table.path = path;
    }
    let mut arguments = Arguments::default();
    arguments::read(input, Callee::Class(&table.name), &mut arguments, errors)?;
    Ok(Call { krate, table, arguments })
}
