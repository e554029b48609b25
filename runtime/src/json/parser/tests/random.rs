//! Texts that chance writes.

use super::*;

/// A number of any length.
fn digits(random: &mut Random) -> usize {
    let bits = random.below(40);
    random.below(1 << bits)
}

/// Writes some value.
fn write(random: &mut Random, text: &mut String, space: &[&str], depth: usize) {
    let mut gap = |text: &mut String| *text += space[random.below(space.len())];
    gap(text);
    match random.below(if depth < 5 { 9 } else { 5 }) {
        0 => *text += ["null", "true", "false"][random.below(3)],
        1 => *text += &format!("{}", random.below(1 << 40)),
        2 => *text += &format!("-{}.{}", random.below(1000), digits(random)),
        3 => {
            let significand = f64::from(u32::try_from(random.below(1 << 30)).unwrap()) / 7.0;
            *text += &format!("{significand}e{}", random.below(300));
        }
        4 => write_text(random, text),
        kind => {
            let is_dict = kind < 7;
            text.push(if is_dict { '{' } else { '[' });
            for i in 0..random.below(5) {
                *text += if i > 0 { "," } else { "" };
                if is_dict {
                    write_text(random, text);
                    text.push(':');
                }
                write(random, text, space, depth + 1);
            }
            *text += space[0];
            text.push(if is_dict { '}' } else { ']' });
        }
    }
    *text += space[0];
}

fn write_text(random: &mut Random, text: &mut String) {
    text.push('"');
    for _ in 0..random.below(20) {
        *text +=
            ["a", "é", "\u{1f389}", "\\n", "\\\"", "\\\\", "\\u00e9", "\\ud83c\\udf89", " ", "!"][random.below(10)];
    }
    text.push('"');
}

#[test]
fn random_texts_are_read_as_by_serde_json() {
    let mut random = Random(11);
    for round in 0..4_000 {
        let space: &[&str] = if round % 2 == 0 { &[""] } else { &["\n  ", "", " ", "\r\n\t"] };
        let mut text = String::new();
        write(&mut random, &mut text, space, 0);
        agrees_on(&text);
        let mut bytes = text.into_bytes();
        for _ in 0..4 {
            random.mutate(&mut bytes, 4);
            agrees_on(&bytes);
        }
    }
}

#[test]
fn floats_are_the_nearest() {
    let mut random = Random(5);
    for _ in 0..20_000 {
        let (whole, fraction) = (digits(&mut random), digits(&mut random));
        let zeros = "0".repeat(random.below(8));
        let text = format!("{whole}.{zeros}{fraction}");
        let expected: f64 = text.parse().unwrap();
        assert_eq!(read(Parser::from_str(&text)), Ok(expected), "{text}");
        assert_eq!(read(Parser::from_str(&format!("-{text}"))), Ok(-expected), "{text}");
    }
}
