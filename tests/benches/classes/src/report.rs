//! The tables: a row for each operation, ours first, then the bar, then the peers.

/// Of one operation: ours, and what each of the peers takes, if it has the like.
pub(crate) struct Row<'a> {
    pub(crate) name: &'a str,
    /// At most this.
    pub(crate) bar: Option<f64>,
    pub(crate) ours: f64,
    pub(crate) peers: &'a [Option<f64>],
}

pub(crate) fn print_head<'a>(peers: impl IntoIterator<Item = &'a str>) {
    let peers: Vec<&str> = peers.into_iter().collect();
    println!("| operation | metaclass | bar | | {} | best peer ÷ ours |", peers.join(" | "));
    println!("|---|--:|--:|---|{}--:|", "--:|".repeat(peers.len()));
}

pub(crate) fn print(row: &Row) {
    let Row { name, bar, ours, peers } = row;
    let verdict = bar.map_or("", |bar| if *ours <= bar { "met" } else { "missed" });
    let best = peers.iter().flatten().copied().min_by(f64::total_cmp);
    let peers: Vec<String> = peers.iter().copied().map(show).collect();
    let ratio = best.map_or_else(|| "-".to_owned(), |best| format!("{:.1}", best / ours));
    println!("| {name} | {} | {} | {verdict} | {} | {ratio} |", show(Some(*ours)), show(*bar), peers.join(" | "));
}

/// To three digits, more or less.
fn show(figure: Option<f64>) -> String {
    match figure {
        Some(figure) if figure < 10.0 => format!("{figure:.2}"),
        Some(figure) if figure < 100.0 => format!("{figure:.1}"),
        Some(figure) => format!("{figure:.0}"),
        None => "-".to_owned(),
    }
}
