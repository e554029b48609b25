//! A record before it is a line of JSON, and what can be wrong with it.

use std::fmt::Write as _;

use crate::random::Random;

/// Keys in the order of the data, and values that are JSON.
struct Object(Vec<(&'static str, String)>);

impl Object {
    fn set(&mut self, key: &str, json: &str) {
        let (_, value) = self.0.iter_mut().find(|(other, _)| *other == key).expect("a key of the record");
        json.clone_into(value);
    }

    fn remove(&mut self, key: &str) {
        self.0.retain(|(other, _)| *other != key);
    }

    fn push_to(&self, line: &mut String) {
        for (i, (key, value)) in self.0.iter().enumerate() {
            let before = if i == 0 { '{' } else { ',' };
            write!(line, "{before}\"{key}\":{value}").expect("memory");
        }
        line.push('}');
    }
}

pub(crate) struct Draft {
    user: Object,
    address: Object,
}

const NAMES: &[&str] = &["Ada", "Grace", "Zoë", "José", "Łukasz", "Þóra", "Søren", "Анна", "美咲", "Nguyễn"];
const SURNAMES: &[&str] =
    &["Lovelace", "Hopper", "Brontë", "Muñoz", "Wałęsa", "Jónsdóttir", "Иванова", "山田", "Smith"];
const HOSTS: &[&str] = &["example.org", "mail.example.com", "post.example.net"];
const STREETS: &[&str] = &["Main Street", "Rue de l’Église", "Königsallee", "Calle Mayor", "Ulica Długa"];
const CITIES: &[&str] = &["London", "Zürich", "São Paulo", "Kraków", "Reykjavík", "東京"];
const COUNTRIES: &[&str] = &["GB", "CH", "BR", "PL", "IS", "JP"];
const TAGS: &[&str] = &["admin", "beta", "newsletter", "mathematics", "café", "early-adopter"];
pub(crate) const STATUSES: [&str; 4] = ["active", "pending", "suspended", "closed"];

impl Draft {
    /// Breaks no rule.
    pub(crate) fn new(random: &mut Random) -> Self {
        let text = |text: &str| format!("\"{text}\"");
        let username = format!("user_{}", random.below(10_000_000));
        let name = format!("{} {}", random.one_of(NAMES), random.one_of(SURNAMES));
        let tags: Vec<String> = (0..random.below(5)).map(|_| text(random.one_of(TAGS))).collect();
        let mut address = vec![
            ("street", text(&format!("{} {}", random.below(400) + 1, random.one_of(STREETS)))),
            ("city", text(random.one_of(CITIES))),
            ("zip", text(&format!("{:05}", random.below(100_000)))),
            ("country", text(random.one_of(COUNTRIES))),
        ];
        address.extend(optional("unit", || text("4b"), random));
        let mut user = vec![
            ("id", (random.below(1_000_000_000) + 1).to_string()),
            ("name", text(&name)),
            ("username", text(&username)),
            ("email", text(&format!("{username}@{}", random.one_of(HOSTS)))),
            ("age", (random.below(83) + 18).to_string()),
            ("score", format!("{}.{:02}", random.below(100), random.below(100))),
            ("status", text(random.one_of(&STATUSES))),
            ("address", String::new()),
            ("tags", format!("[{}]", tags.join(","))),
        ];
        user.extend(optional("nickname", || text("Countess"), random));
        Self { user: Object(user), address: Object(address) }
    }

    /// As a line of JSON.
    pub(crate) fn line(mut self) -> String {
        let mut address = String::new();
        self.address.push_to(&mut address);
        self.user.set("address", &address);
        let mut line = String::new();
        self.user.push_to(&mut line);
        line
    }
}

/// Left out, or `null`, or given.
fn optional(key: &'static str, given: impl Fn() -> String, random: &mut Random) -> Option<(&'static str, String)> {
    match random.below(3) {
        0 => None,
        1 => Some((key, "null".to_owned())),
        _ => Some((key, given())),
    }
}

/// Breaks one rule.
pub(crate) type Break = fn(&mut Draft);

/// What types alone do not see.
pub(crate) const BY_RULES: [Break; 10] = [
    |draft| draft.user.set("id", "0"),
    |draft| draft.user.set("name", r#""""#),
    |draft| draft.user.set("name", &format!("\"{}\"", "é".repeat(65))),
    |draft| draft.user.set("username", r#""Ada!""#),
    |draft| draft.user.set("email", r#""ada.example.org""#),
    |draft| draft.user.set("age", "151"),
    |draft| draft.user.set("score", "100.5"),
    |draft| draft.user.set("status", r#""unknown""#),
    |draft| draft.user.set("tags", r#"["admin",""]"#),
    |draft| draft.address.set("zip", r#""123""#),
];

/// What types see; nothing that Python would convert.
pub(crate) const BY_TYPES: [Break; 5] = [
    |draft| draft.user.remove("email"),
    |draft| draft.address.remove("zip"),
    |draft| draft.user.set("id", "null"),
    |draft| draft.user.set("age", r#""forty""#),
    |draft| draft.user.set("tags", r#"["admin",7]"#),
];

/// Breaks eight rules; all can be told at once, as all types are right.
pub(crate) fn break_eight(draft: &mut Draft) {
    let [id, _, _, username, email, age, score, status, tags, zip] = BY_RULES;
    for break_one in [id, username, email, age, score, status, tags, zip] {
        break_one(draft);
    }
}
