//! The formats against a second wording of their grammars: a regular expression, on the texts of all tables and on texts
//! that differ from them in one character.

use metaclass::validate::rules::Pattern;

use super::{Case, Format};

/// What a character is replaced by, and what is put between two.
const CHARACTERS: [char; 16] = ['a', 'F', '0', '1', '2', '9', '.', '-', ':', '/', '@', '~', 'T', '\n', '\u{0}', 'é'];

/// The texts, and those that differ from them in one character: left out, put in, replaced.
fn mutated(tables: &[&[Case]]) -> Vec<String> {
    let mut texts = Vec::new();
    for (_, text) in tables.iter().copied().flatten() {
        texts.push((*text).to_owned());
        for (i, removed) in text.char_indices() {
            let (before, after) = (&text[..i], &text[i + removed.len_utf8()..]);
            texts.push(format!("{before}{after}"));
            for character in CHARACTERS {
                texts.push(format!("{before}{character}{after}"));
                texts.push(format!("{before}{character}{removed}{after}"));
            }
        }
    }
    texts
}

#[track_caller]
fn agree(format: Format, tables: &[&[Case]], expected: impl Fn(&str) -> bool) {
    let texts = mutated(tables);
    let wrong: Vec<&String> = texts.iter().filter(|text| format.check(text) != expected(text)).collect();
    assert!(
        wrong.is_empty(),
        "{format} differs for {} of {} texts: {:?}",
        wrong.len(),
        texts.len(),
        &wrong[..wrong.len().min(20)]
    );
    let accepted = texts.iter().filter(|text| format.check(text)).count();
    assert!(accepted * 50 > texts.len(), "{format}: only {accepted} of {} texts are accepted", texts.len());
}

#[track_caller]
fn agrees(format: Format, tables: &[&[Case]], grammar: &'static str) {
    let grammar = Pattern::new(grammar);
    agree(format, tables, |text| grammar.check(text));
}

/// Characters of an atom, a label, and labels with dots between them.
const ATEXT: &str = r"[\w!#$%&'*+/=?^`{|}~-]";
const LABEL: &str = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

fn compile(grammar: &str) -> Pattern {
    Pattern::compile(format!("^(?-u:{grammar})$")).unwrap()
}

#[test]
fn html_email_is_atoms_or_dots_and_labels() {
    let tables = [super::html_email::GOOD, super::html_email::BAD, super::email::GOOD, super::email::BAD];
    let grammar = compile(&format!(r"(?:{ATEXT}|\.)+@{LABEL}(?:\.{LABEL})*"));
    agree(Format::HtmlEmail, &tables, |text| grammar.check(text));
}

#[test]
fn email_is_a_dot_string_and_labels() {
    let tables = [super::html_email::GOOD, super::html_email::BAD, super::email::GOOD, super::email::BAD];
    let grammar = compile(&format!(r"{ATEXT}+(?:\.{ATEXT}+)*@{LABEL}(?:\.{LABEL})*"));
    agree(Format::Email, &tables, |text| grammar.check(text));
}

#[test]
fn hostname_is_labels_but_no_dotted_decimal() {
    let labels = compile(&format!(r"{LABEL}(?:\.{LABEL})*"));
    let dotted_decimal = compile(r"[0-9]+(?:\.[0-9]+){3}");
    agree(Format::Hostname, &[super::hostname::GOOD, super::hostname::BAD, super::ipv4::GOOD], |text| {
        labels.check(text) && !dotted_decimal.check(text)
    });
}

#[test]
fn uuid_is_five_groups_of_digits() {
    let groups = r"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";
    agrees(Format::Uuid, &[super::uuid::GOOD, super::uuid::BAD], groups);
}

#[test]
fn ipv4_is_four_numbers() {
    let numbers = concat!(
        r"^(?:[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])",
        r"(?:\.(?:[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])){3}$"
    );
    agrees(Format::Ipv4, &[super::ipv4::GOOD, super::ipv4::BAD], numbers);
}

#[test]
fn ipv6_is_one_of_the_nine_forms() {
    const LAST: &str = concat!(
        r"(?:(?:H:H)|(?:[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])",
        r"(?:\.(?:[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])){3})"
    );
    let forms = [
        "(?:H:){6}L",
        "::(?:H:){5}L",
        "(?:H)?::(?:H:){4}L",
        "(?:(?:H:){0,1}H)?::(?:H:){3}L",
        "(?:(?:H:){0,2}H)?::(?:H:){2}L",
        "(?:(?:H:){0,3}H)?::H:L",
        "(?:(?:H:){0,4}H)?::L",
        "(?:(?:H:){0,5}H)?::H",
        "(?:(?:H:){0,6}H)?::",
    ];
    let forms = forms.map(|form| format!("^{form}$").replace('L', LAST).replace('H', "[0-9a-fA-F]{1,4}"));
    let forms = forms.map(|form| Pattern::compile(form).unwrap());
    agree(Format::Ipv6, &[super::ipv6::GOOD, super::ipv6::BAD, super::ipv4::GOOD], |text| {
        forms.iter().any(|form| form.check(text))
    });
}

#[test]
fn uri_is_the_grammar_of_its_standard() {
    const PCHAR: &str = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})";
    const NAME: &str = r"(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*";
    const LITERAL: &str = r"\[(?<ipv6>[0-9A-Fa-f:.]+)\]|\[[vV][0-9A-Fa-f]+\.[A-Za-z0-9._~!$&'()*+,;=:-]+\]";
    let authority =
        format!("//(?:(?:{}|:)*@)?(?:{LITERAL}|{NAME})(?::[0-9]*)?(?:/{PCHAR}*)*", NAME.trim_end_matches('*'));
    let hierarchy = format!("(?:{authority}|/(?:{PCHAR}+(?:/{PCHAR}*)*)?|{PCHAR}+(?:/{PCHAR}*)*|)");
    let uri = format!(r"^[A-Za-z][A-Za-z0-9+.-]*:{hierarchy}(?:\?(?:{PCHAR}|[/?])*)?(?:#(?:{PCHAR}|[/?])*)?$");
    let uri = Pattern::compile(uri).unwrap();
    let is_literal = |text: &str| match text.split_once("://").and_then(|(_, rest)| rest.split_once('[')) {
        Some((_, rest)) if !rest.starts_with(['v', 'V']) => {
            rest.split_once(']').is_some_and(|(address, _)| Format::Ipv6.check(address))
        }
        _ => true,
    };
    agree(Format::Uri, &[super::uri::GOOD, super::uri::BAD], |text| uri.check(text) && is_literal(text));
}

#[test]
fn dates_and_times_have_their_digits_and_marks() {
    let (date, time) =
        (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[zZ]|[+-][0-9]{2}:[0-9]{2})");
    let months =
        "-(?:0[13578]-31|1[02]-31|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|02-29)$";
    let leap = "^(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29$";
    let [digits, months, leap] = [&format!("^{date}$"), months, leap].map(|text| Pattern::compile(text).unwrap());
    agree(Format::Date, &[super::date::GOOD, super::date::BAD], |text| {
        digits.check(text) && months.check(text) && (!text.ends_with("-02-29") || leap.check(text))
    });
    let clock =
        r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?(?:[zZ]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$";
    let [digits, clock] = [&format!("^{time}$"), clock].map(|text| Pattern::compile(text).unwrap());
    agree(Format::Time, &[super::time::GOOD, super::time::BAD], |text| {
        // The tables of `time` show where a leap second may be.
        clock.check(text) || digits.check(text) && text.get(5..8) == Some(":60") && Format::Time.check(text)
    });
}

#[test]
fn duration_is_its_grammar() {
    agrees(
        Format::Duration,
        &[super::duration::GOOD, super::duration::BAD],
        concat!(
            "^P(?:(?:[0-9]+D|[0-9]+M(?:[0-9]+D)?|[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?)",
            "(?:T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S))?",
            "|T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S)|[0-9]+W)$"
        ),
    );
}

#[test]
fn json_pointer_is_its_grammar() {
    let grammar = r"^(?:/(?:[^/~]|~[01])*)*$";
    agrees(Format::JsonPointer, &[super::json_pointer::GOOD, super::json_pointer::BAD], grammar);
}
