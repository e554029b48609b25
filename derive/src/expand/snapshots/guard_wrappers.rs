#[doc(hidden)]
#[allow(non_camel_case_types)]
pub struct __Item_price(Cents);
#[doc(hidden)]
#[allow(non_camel_case_types)]
pub struct __Item_tax(Option<Cents>);
#[doc(hidden)]
#[allow(non_camel_case_types)]
pub struct __Item_owner(Owner);
