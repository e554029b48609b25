//! The labels of a domain, and the characters of an atom: what host names and both kinds of e-mail address share.

/// The most bytes of a label (RFC 1035, 2.3.4).
const MAX_LABEL: usize = 63;

/// A letter or digit.
const ALNUM: u8 = 1;
/// A character of an atom.
const ATEXT: u8 = 2;

/// What each byte is: one look-up is faster than the comparisons.
const CLASSES: [u8; 256] = classes();

#[allow(clippy::indexing_slicing, reason = "the index is that of a byte, and it is evaluated by the compiler")]
const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    while byte < u8::MAX {
        classes[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => ALNUM | ATEXT,
            b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~' => ATEXT,
            _ => 0,
        };
        byte += 1;
    }
    classes
}

/// A table of 256 has every byte.
#[inline]
fn is(class: u8, byte: u8) -> bool {
    CLASSES.get(usize::from(byte)).is_some_and(|classes| classes & class != 0)
}

/// A character of an atom (RFC 5322, 3.2.3); HTML has the same.
#[inline]
pub(super) fn is_atext(byte: u8) -> bool {
    is(ATEXT, byte)
}

/// One label or several with dots between them, each of letters, digits and inner hyphens, of 1 to 63 bytes.
#[inline]
pub(super) fn are_labels(text: &[u8]) -> bool {
    let (mut length, mut last) = (0, b'.');
    for &byte in text {
        if is(ALNUM, byte) || byte == b'-' && last != b'.' {
            length += 1;
        } else if byte == b'.' && ends_label(last, length) {
            length = 0;
        } else {
            return false;
        }
        last = byte;
    }
    ends_label(last, length)
}

/// May a label of this length end after this byte?
fn ends_label(last: u8, length: usize) -> bool {
    last != b'.' && last != b'-' && length <= MAX_LABEL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_classes_are_the_characters_that_the_standards_list() {
        let of_class = |class: u8| (0..=u8::MAX).filter(|byte| is(class, *byte)).map(char::from).collect::<String>();
        let (atext, alnum) = (of_class(ATEXT), of_class(ALNUM));
        let marks: String = atext.chars().filter(|c| !c.is_ascii_alphanumeric()).collect();
        assert_eq!(marks, "!#$%&'*+-/=?^_`{|}~");
        assert_eq!((atext.len(), alnum.len()), (marks.len() + 62, 62));
        assert!(alnum.chars().all(|c| c.is_ascii_alphanumeric()));
    }
}
