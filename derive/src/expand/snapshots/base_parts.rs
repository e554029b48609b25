#[doc(hidden)]
impl<T> __Animal::Part<__Animal::place::I0> for Animal<T> {
    type Type = Owner<T>;
}
