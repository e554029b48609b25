impl Class {
    #[doc(hidden)]
    #[allow(
        non_upper_case_globals,
        unused_parens,
        clippy::cast_lossless,
        clippy::unnecessary_cast,
        trivial_numeric_casts
    )]
    pub const __outward_0_MAX: usize = MAX;
    #[doc(hidden)]
    #[allow(
        unused_variables,
        clippy::ptr_arg,
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        clippy::unnecessary_wraps,
        clippy::redundant_closure_call
    )]
    #[inline]
    pub fn __outward_1_is_free(value: &String) -> __Animal::Result<(), __Animal::Issue> {
        __Animal::said(__Animal::Outcome::into_issue((is_free)(value)))
    }
    #[doc(hidden)]
    #[allow(
        unused_variables,
        clippy::ptr_arg,
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        clippy::unnecessary_wraps,
        clippy::redundant_closure_call
    )]
    #[inline]
    pub fn __outward_2_clean(value: String) -> String {
        __Animal::transform(value, clean)
    }
    #[doc(hidden)]
    #[allow(
        non_upper_case_globals,
        unused_parens,
        clippy::cast_lossless,
        clippy::unnecessary_cast,
        trivial_numeric_casts
    )]
    pub const __outward_3_LEAST: usize = LEAST;
    #[doc(hidden)]
    #[allow(
        unused_variables,
        clippy::ptr_arg,
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        clippy::unnecessary_wraps,
        clippy::redundant_closure_call
    )]
    #[inline]
    pub fn __outward_4_is_tag(value: &String) -> __Animal::Result<(), __Animal::Issue> {
        __Animal::said(__Animal::Outcome::into_issue((is_tag)(value)))
    }
    #[doc(hidden)]
    #[allow(
        unused_variables,
        clippy::ptr_arg,
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        clippy::unnecessary_wraps,
        clippy::redundant_closure_call
    )]
    #[inline]
    pub fn __outward_5_shown(value: &Vec<String>) -> impl __Animal::Display + '_ {
        shown(value)
    }
    #[doc(hidden)]
    #[allow(
        non_upper_case_globals,
        unused_parens,
        clippy::cast_lossless,
        clippy::unnecessary_cast,
        trivial_numeric_casts
    )]
    pub const __outward_6_LIMIT: f64 = (LIMIT) as f64;
    #[doc(hidden)]
    #[allow(
        unused_variables,
        clippy::ptr_arg,
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        clippy::unnecessary_wraps,
        clippy::redundant_closure_call
    )]
    #[inline]
    pub fn __outward_7_fits(
        v0: &String,
        v1: &Vec<String>,
    ) -> __Animal::Result<(), __Animal::Issue> {
        __Animal::said(__Animal::Outcome::into_issue((Self::fits)(v0, v1)))
    }
    #[doc(hidden)]
    #[allow(clippy::too_many_arguments)]
    #[inline]
    pub fn __from_fields(
        name: String,
        tags: Vec<String>,
        size: Option<f64>,
        owner: Option<Box<Owner<T>>>,
        value: T,
    ) -> Self {
        Self {
            name,
            tags,
            size,
            owner,
            value,
        }
    }
}
