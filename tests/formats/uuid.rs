//! `uuid`: RFC 9562, section 4.

use super::{Case, Format, LONG, accepts, at_limits, refuses};

pub(super) const GOOD: &[Case] = &[
    ("5.9: the nil UUID", "00000000-0000-0000-0000-000000000000"),
    ("5.10: the max UUID", "ffffffff-ffff-ffff-ffff-ffffffffffff"),
    ("5.10: the max UUID in upper case", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"),
    ("4: the example", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("4: the example in upper case", "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"),
    ("4: mixed case", "F81d4FAe-7deC-11D0-a765-00A0c91E6bf6"),
    ("5.1: version 1", "c232ab00-9414-11ec-b3c8-9f6bdeced846"),
    ("5.2: version 2", "000003e8-cb46-21ef-8000-325096b39f47"),
    ("5.3: version 3", "5df41881-3aed-3515-88a7-2f4a814cf09e"),
    ("5.4: version 4", "919108f7-52d1-4320-9bac-f847db4148a8"),
    ("5.5: version 5", "2ed6657d-e927-568b-95e1-2665a8aea6a2"),
    ("5.6: version 6", "1ec9414c-232a-6b00-b3c8-9f6bdeced846"),
    ("5.7: version 7", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"),
    ("5.8: version 8", "2489e9ad-2ee2-8e00-8ec9-32d5f69181c0"),
    ("4.2: version 0", "12345678-1234-0234-8234-123456789012"),
    ("4.2: version 9", "12345678-1234-9234-8234-123456789012"),
    ("4.2: version 15", "12345678-1234-f234-8234-123456789012"),
    ("4.1: variant 0", "12345678-1234-4234-0234-123456789012"),
    ("4.1: variant 7", "12345678-1234-4234-7234-123456789012"),
    ("4.1: variant c", "12345678-1234-4234-c234-123456789012"),
    ("4.1: variant f", "12345678-1234-4234-f234-123456789012"),
    ("4: digits only", "01234567-8901-2345-6789-012345678901"),
    ("4: letters only", "abcdefab-cdef-abcd-efab-cdefabcdefab"),
    ("4: a zero first", "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"),
    ("4: the letter that an exponent has", "1e234567-1e23-1e23-1e23-1e2345678901"),
    ("4: the last digits", "99999999-9999-9999-9999-999999999999"),
];

pub(super) const BAD: &[Case] = &[
    ("4: empty", ""),
    ("4: a digit too few at the end", "f81d4fae-7dec-11d0-a765-00a0c91e6bf"),
    ("4: a digit too many at the end", "f81d4fae-7dec-11d0-a765-00a0c91e6bf67"),
    ("4: a digit too few at the start", "81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("4: a digit too many at the start", "0f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("4: no hyphens", "f81d4fae7dec11d0a76500a0c91e6bf6"),
    ("4: hyphens missing, padded to the length", "f81d4fae7dec11d0a76500a0c91e6bf60000"),
    ("4: a hyphen missing", "f81d4fae7dec-11d0-a765-00a0c91e6bf6"),
    ("4: the last hyphen missing", "f81d4fae-7dec-11d0-a76500a0c91e6bf6"),
    ("4: a hyphen too early", "f81d4fa-e7dec-11d0-a765-00a0c91e6bf6"),
    ("4: a hyphen too late", "f81d4fae7-dec-11d0-a765-00a0c91e6bf6"),
    ("4: groups of another length", "f81d-4fae7dec-11d0-a765-00a0c91e6bf6"),
    ("4: hyphens after every four digits", "f81d-4fae-7dec-11d0-a765-00a0-c91e-6bf6"),
    ("4: two hyphens in a row", "f81d4fae--dec-11d0-a765-00a0c91e6bf6"),
    ("4: a hyphen first", "-81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("4: only hyphens", "------------------------------------"),
    ("4: a letter beyond f", "g81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("4: a letter beyond f at the end", "f81d4fae-7dec-11d0-a765-00a0c91e6bfg"),
    ("4: the letter O for a zero", "f81d4fae-7dec-11d0-a765-OOa0c91e6bf6"),
    ("4: spaces for hyphens", "f81d4fae 7dec 11d0 a765 00a0c91e6bf6"),
    ("4: underscores for hyphens", "f81d4fae_7dec_11d0_a765_00a0c91e6bf6"),
    ("4: a colon for a hyphen", "f81d4fae:7dec-11d0-a765-00a0c91e6bf6"),
    ("4: the URN", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("4: braces", "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}"),
    ("4: a space first", " f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("4: a space last", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6 "),
    ("4: a line break last", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6\n"),
    ("4: a line break in the place of a digit", "f81d4fae-7dec-11d0-a765-00a0c91e6bf\n"),
    ("4: a sign", "+81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("4: the prefix of a number", "0x1d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("a null character", "f81d4fae-7dec-11d0-a765-00a0c91e6bf\u{0}"),
    ("en dashes", "f81d4fae\u{2013}7dec\u{2013}11d0\u{2013}a765\u{2013}00a0c91e6bf6"),
    ("a Bengali digit, 36 characters", "\u{9e8}81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("a Bengali digit, 36 bytes", "\u{9e8}d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("a full-width letter", "\u{ff46}81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    ("two of them", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
];

#[test]
fn uuids_of_all_versions_are_accepted() {
    accepts(Format::Uuid, GOOD);
}

#[test]
fn what_is_no_uuid_is_refused() {
    refuses(Format::Uuid, BAD);
}

#[test]
fn there_is_one_length() {
    let of_length = |length: usize| GOOD[3].1.chars().cycle().take(length).collect::<String>();
    let cases: Vec<(&str, String, bool)> = (0..100).map(|n| ("4: a length", of_length(n), n == 36)).collect();
    at_limits(Format::Uuid, &cases);
    at_limits(Format::Uuid, &[("a long text", of_length(LONG), false)]);
}
