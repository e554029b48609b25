//! The labels of a domain: what host names and both kinds of e-mail address share.

/// The most bytes of a label (RFC 1035, 2.3.4).
const MAX_LABEL: usize = 63;

/// One label or several with dots between them, each of letters, digits and inner hyphens, of 1 to 63 bytes.
pub(super) fn are_labels(text: &[u8]) -> bool {
    let (mut length, mut last) = (0, b'.');
    for &byte in text {
        match byte {
            b'.' if last == b'.' || last == b'-' => return false,
            b'.' => length = 0,
            b'-' if last == b'.' => return false,
            b'-' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' if length < MAX_LABEL => length += 1,
            _ => return false,
        }
        last = byte;
    }
    last != b'.' && last != b'-'
}

/// The characters of an atom (RFC 5322, 3.2.3); HTML has the same.
pub(super) const fn is_atext(byte: u8) -> bool {
    matches!(byte,
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'/' | b'=' | b'?'
        | b'^'..=b'`' | b'{'..=b'~')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ranges_of_atext_are_its_characters() {
        let characters: String = (0..=u8::MAX).filter(|byte| is_atext(*byte)).map(char::from).collect();
        let punctuation: String = characters.chars().filter(|c| !c.is_ascii_alphanumeric()).collect();
        assert_eq!(punctuation, "!#$%&'*+-/=?^_`{|}~");
        assert_eq!(characters.len(), punctuation.len() + 62);
    }
}
