//! A value for each byte.

/// A value for each byte, found without a look at any other.
#[derive(Debug)]
pub(super) struct ByByte<T>(Box<[T; 256]>);

impl<T: Copy + Default> ByByte<T> {
    pub(super) fn new() -> Self {
        Self(Box::new([T::default(); 256]))
    }

    #[inline]
    pub(super) fn get(&self, byte: u8) -> T {
        // There is one for each: the compiler knows that too.
        self.0.get(usize::from(byte)).copied().unwrap_or_default()
    }

    pub(super) fn set(&mut self, byte: u8, value: T) {
        if let Some(slot) = self.0.get_mut(usize::from(byte)) {
            *slot = value;
        }
    }
}
