//! The new instance, and what is done to it: `post_init`, or that of a base.
//!
//! ```text
//! let mut this = Self { width, height, area };
//! nothing(Self::finish(&mut this));
//! ```
//!
//! What a base does is done to an instance of the base, made of the fields that it knows:
//!
//! ```text
//! let (width, height, area) = <Rect>::__post_init(width, height, area);
//! let this = Self { width, height, area, color };
//! ```
//!
//! One of its own can call that of the base:
//!
//! ```text
//! fn super_post_init(&mut self) {
//!     let copy = self.clone();
//!     (self.width, self.height, self.area,) = <Rect>::__post_init(copy.width, copy.height, copy.area);
//! }
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Ident, Path};

use super::init;
use crate::inherit::Parent;
use crate::model::class::{Argument, Class};
use crate::model::names;

/// What is done with a `Result`.
type OrLeave<'a> = &'a dyn Fn(&TokenStream) -> TokenStream;

/// An instance of the fields, which are variables.
pub(super) fn instance(class: &Class, this: &Ident, or_leave: OrLeave<'_>) -> TokenStream {
    let fields = class.fields.iter().map(|field| &field.ident);
    let literal = quote!(Self { #(#fields),* });
    if let Some(hook) = &class.post_init {
        let call = call(class, hook, this, or_leave);
        return quote!(let mut #this = #literal; #call;);
    }
    let done = class.inherited_post_init().map(|(parent, base)| {
        let fields = fields_of(class, base);
        let call = call_of_base(class, parent, base, &|ident| quote!(#ident));
        let call = if base.options.validate { or_leave(&call) } else { call };
        quote!(let (#(#fields,)*) = #call;)
    });
    quote!(#done let #this = #literal;)
}

fn call(class: &Class, hook: &Path, this: &Ident, or_leave: OrLeave<'_>) -> TokenStream {
    let (p, span) = (&class.private, hook.span());
    let vars = class.init_vars.iter().map(|var| &var.ident);
    let call = quote_spanned!(span=> #hook(&mut #this #(, #vars)*));
    match class.options.validate {
        true => or_leave(&quote_spanned!(span=> #p::finished(#call))),
        // What the hook returned, were it anything, would be lost.
        false => quote_spanned!(span=> #p::nothing(#call)),
    }
}

/// The call of what the base does, to values of its fields.
fn call_of_base(class: &Class, parent: &Parent, base: &Class, field: &dyn Fn(&Ident) -> TokenStream) -> TokenStream {
    let (path, function) = (&parent.path, names::ident(names::POST_INIT));
    let arguments = base.arguments_and_fields().filter_map(|argument| match argument {
        Argument::Field(of_base) => here(class, &of_base.name).map(field),
        Argument::InitVar(var) => here(class, &var.name).map(|ident| quote!(#ident)),
    });
    quote_spanned!(path.span()=> <#path>::#function(#(#arguments),*))
}

/// The fields of the base.
fn fields_of<'a>(class: &'a Class, base: &Class) -> Vec<&'a Ident> {
    base.fields.iter().filter_map(|field| here(class, &field.name)).collect()
}

fn here<'a>(class: &'a Class, name: &str) -> Option<&'a Ident> {
    class.arguments_and_fields().find(|own| own.name() == name).map(|own| own.ident())
}

/// Can the `post_init` of a class call that of a base? That takes a copy of the instance apart.
pub(super) fn calls_super(class: &Class) -> bool {
    let is_clone = class.options.clone || class.derived.iter().any(|derived| derived == "Clone");
    let is_var = |name: &str| class.init_vars.iter().any(|var| var.name == name);
    let is_callable = |(_, base): (&Parent, &Class)| {
        base.options.tuple && !base.is_broken() && base.init_vars.iter().all(|var| is_var(&var.name))
    };
    class.post_init.is_some() && is_clone && class.options.tuple && class.super_post_init().is_some_and(is_callable)
}

/// `super().__post_init__(..)`, for the module of the class.
pub(super) fn super_function(class: &Class) -> TokenStream {
    super_with(class, &|parent, base| {
        let (p, copy) = (&class.private, names::ident("copy"));
        let call = call_of_base(class, parent, base, &|ident| quote!(#copy.#ident));
        let fields = fields_of(class, base);
        let (call, end) = match base.options.validate {
            true => (quote!(#call?), Some(quote!(#p::Result::Ok(())))),
            false => (call, None),
        };
        quote! {
            let #copy = <Self as #p::Clone>::clone(self);
            (#(self.#fields,)*) = #call;
            #end
        }
    })
}

/// The same of a class in which there are mistakes.
pub(super) fn super_stub(class: &Class) -> TokenStream {
    let p = &class.private;
    let function = super_with(class, &|_, _| quote!(#p::stub()));
    quote!(#[allow(unused_variables)] #function)
}

fn super_with(class: &Class, body: &dyn Fn(&Parent, &Class) -> TokenStream) -> TokenStream {
    let Some((parent, base)) = class.super_post_init() else { return TokenStream::new() };
    let (p, name, body) = (&class.private, format_ident!("{}", names::SUPER_POST_INIT), body(parent, base));
    let params = base.init_vars.iter().filter_map(|var| class.init_vars.iter().find(|own| own.name == var.name));
    let params = params.map(|var| {
        let (ident, ty) = (&var.ident, &var.ty);
        quote!(#ident: #ty)
    });
    let returned = base.options.validate.then(|| quote!(-> #p::Result<(), #p::ValidationError>));
    let clause = class.is_generic().then(|| quote!(where Self: #p::Clone));
    let doc = format!("What the `post_init` of `{}` does: `super().__post_init__(..)`.", parent.name());
    quote! {
        #[doc = #doc]
        fn #name(&mut self, #(#params),*) #returned #clause { #body }
    }
}

/// The function that does to an instance of a base what is to be done, for those who inherit from it.
pub(super) fn function(class: &Class) -> Option<TokenStream> {
    if !class.has_post_init() || !class.options.tuple {
        return None;
    }
    let (p, vis, name) = (&class.private, &class.vis, names::ident(names::POST_INIT));
    let (this, idents) = (names::ident("this"), class.fields.iter().map(|field| &field.ident));
    let instance = instance(class, &this, &|result| quote!(#result?));
    let fields = quote!((#(#this.#idents,)*));
    let types = class.fields.iter().map(|field| &field.ty);
    let types = quote!((#(#types,)*));
    let (returned, fields) = match class.options.validate {
        true => (quote!(#p::Result<#types, #p::ValidationError>), quote!(#p::Result::Ok(#fields))),
        false => (types, fields),
    };
    let params = init::params(class);
    Some(quote! {
        #[doc(hidden)]
        #[allow(clippy::too_many_arguments, clippy::type_complexity)]
        #[inline]
        #vis fn #name(#(#params),*) -> #returned { #instance #fields }
    })
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;

    use super::*;
    use crate::diagnostics::Errors;
    use crate::inherit::{self, Family, Origin};
    use crate::input::Form;

    fn family(tokens: TokenStream, base: Option<Family>) -> Family {
        let mut errors = Errors::default();
        let item = inherit::read(Form::Schema, &tokens, &mut errors).unwrap();
        let origin = Origin::here(&item.ident, Form::Schema, tokens);
        let parent = |family| Parent { path: item.bases[0].clone(), family, is_near: true };
        let parents = base.map(parent).into_iter().collect();
        let family = inherit::build(item, origin, parents, &quote!(::metaclass), &mut errors);
        assert_eq!(errors.messages(), [""; 0]);
        family
    }

    #[test]
    fn what_is_done_to_a_new_instance() {
        let base = quote! {
            #[dataclass(post_init = Self::scale, init_var(by: u8))]
            struct Size { width: u8 }
        };
        let heir = quote!(
            #[dataclass(validate)]
            struct Plank: Size {
                height: u8,
            }
        );
        let own = quote! {
            #[dataclass(post_init = Self::finish, init_var(more: u8))]
            struct Own: Size { height: u8 }
        };
        let base = family(base, None);
        let (heir, own) = (family(heir, Some(base.clone())), family(own, Some(base.clone())));
        let functions = [
            function(base.class().unwrap()).unwrap(),
            init::full(heir.class().unwrap()),
            super_function(own.class().unwrap()),
        ];
        let text = prettyplease::unparse(&syn::parse2(quote!(impl Class { #(#functions)* })).unwrap());
        expect_file!["snapshots/post_init.rs"].assert_eq(&text);
    }
}
