//! What is forbidden: one function per law, each told to all classes.
//!
//! A law that looks at one option alone is kept where the option is read.

mod bases;
mod container;
pub(crate) mod fields;
mod form;
mod groups;
mod names;
mod post_init;
mod rules;
#[cfg(test)]
mod tests;

use crate::diagnostics::Errors;
use crate::model::class::Class;

/// A law.
type Law = fn(&Class, &mut Errors);

const LAWS: &[Law] = &[
    container::order_needs_eq,
    container::hash_needs_eq,
    container::default_needs_defaults,
    container::init_off_leaves_nothing_to_configure,
    container::frozen_has_no_setters,
    container::init_vars_need_post_init,
    container::default_cannot_refuse,
    container::registered_is_one_type,
    form::schema_writes_dataclass,
    form::schema_switches_off,
    form::tuple_has_defaults_last,
    form::tuple_has_no_bases,
    form::tuple_names_are_public,
    bases::bases_hand_on,
    bases::bases_get_their_arguments,
    bases::frozen_as_the_bases,
    bases::overrides_have_the_type,
    bases::defaults_see_what_they_read,
    post_init::takes_what_there_is,
    post_init::can_be_done_here,
    post_init::fields_of_bases_are_fields,
    fields::required_before_default,
    fields::init_off_needs_default,
    fields::init_off_is_no_argument,
    fields::hash_needs_compare,
    fields::one_primary_key,
    fields::secret_is_not_shown,
    fields::frozen_is_private,
    fields::validated_is_private,
    fields::no_eq_of_floats,
    fields::sized,
    rules::rules_make_sense,
    rules::transforms_fit,
    rules::other_fields_exist,
    rules::required_could_be_none,
    rules::present_could_be_left_out,
    rules::required_with_could_be_none,
    rules::default_obeys,
    groups::groups_have_several_fields,
    groups::groups_name_fields,
    groups::groups_are_given_once,
    groups::groups_do_not_contradict,
    groups::default_gives_nothing,
    names::keys_are_unique,
    names::arguments_are_unique,
    names::metadata_is_unique,
    names::getters_do_not_clash,
    names::setters_do_not_clash,
    names::builder_methods_do_not_clash,
];

/// Tells all laws.
pub(crate) fn check(class: &Class, errors: &mut Errors) {
    for law in LAWS {
        law(class, errors);
    }
}
