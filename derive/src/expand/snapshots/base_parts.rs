#[doc(hidden)]
impl<T> __Animal::Part<0> for Animal<T> {
    type Type = Owner<T>;
}
