//! What rustdoc shows of a class of another crate that inherits fields whose types its own crate cannot name.

use std::path::Path;
use std::process::Command;

/// The text of a page of the documentation of `heirs`, without its tags.
fn page(name: &str) -> String {
    // The folder of this build, in which most is there already.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let status = Command::new(env!("CARGO"))
        .args(["doc", "--quiet", "--no-deps", "--package", "metaclass-fixture-heirs"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("CARGO_TARGET_DIR", target)
        .env("RUSTDOCFLAGS", "-D warnings")
        .status();
    assert!(status.unwrap().success());
    let html = std::fs::read_to_string(target.join("doc/heirs").join(name)).unwrap();
    let mut text = String::new();
    let mut is_tag = false;
    for c in html.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            c if !is_tag => text.push(c),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn inherited_fields_tell_their_types() {
    let peak = page("struct.Peak.html");
    // What everybody can name is written as it is, with the documentation of the base.
    assert!(peak.contains("latitude: f64From north to south."), "{peak}");
    assert!(peak.contains("height: f64Above the sea."), "{peak}");
    // Any other type is reached through the base, and the text tells what it is called.
    assert!(
        peak.contains("side: <Placed as Part<I0>>::TypeWhich side is seen.\nIts type is Side, as in Placed."),
        "{peak}"
    );
    // A getter says the same.
    assert!(peak.contains("pub fn side(&self) -> &<Placed as Part<I0>>::Type"), "{peak}");
    assert_eq!(peak.matches("Its type is Side, as in Placed.").count(), 2, "{peak}");
}

#[test]
fn inherited_fields_show_the_numbers_in_their_types() {
    let waymark = page("struct.Waymark.html");
    assert!(waymark.contains("stones: [u8; 4]How many of each size."), "{waymark}");
    assert!(waymark.contains("pub fn stones(&self) -> &[u8; 4]"), "{waymark}");
    assert!(waymark.contains("pub fn set_stones(&mut self, stones: [u8; 4])"), "{waymark}");
}
