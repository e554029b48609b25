//! The table.

use std::io;

use crate::contender::{Bar, Contender};
use crate::records::Kind;

/// At most how many times its valid record may ours take for one with eight faults.
const BAR_OF_FAULTS: f64 = 2.0;

/// What was measured of a contender; ratios are of the first.
pub(crate) type Figures = Vec<f64>;

/// Measures kind by kind, and prints each as soon as it is there.
pub(crate) fn print(
    figures: &[&str],
    contenders: &mut [Box<dyn Contender>],
    mut measure: impl FnMut(Kind, &mut [Box<dyn Contender>]) -> io::Result<Vec<Figures>>,
) -> io::Result<()> {
    println!("| records | contender | {} | ÷ typed only | ÷ one record | |", figures.join(" | "));
    println!("|---|---|{}--:|--:|---|", "--:|".repeat(figures.len()));
    let mut of_one = Vec::new();
    for kind in Kind::ALL {
        let measured = measure(kind, contenders)?;
        for (i, (contender, figures)) in contenders.iter().zip(&measured).enumerate() {
            let of_floor = figures[0] / measured[0][0];
            let of_one: Option<f64> = of_one.get(i).map(|one: &Figures| figures[0] / one[0]);
            println!(
                "| {} | {} | {} | {of_floor:.2} | {} | {} |",
                kind.name(),
                contender.name(),
                figures.iter().map(|figure| format!("{figure:.0}")).collect::<Vec<_>>().join(" | "),
                of_one.map(|ratio| format!("{ratio:.2}")).unwrap_or_default(),
                verdicts(contender.bars(), kind, of_one, |peer| {
                    let peer = contenders.iter().position(|other| other.name().starts_with(peer))?;
                    Some(figures[0] / measured[peer][0])
                }),
            );
        }
        if kind == Kind::One {
            of_one = measured;
        }
    }
    Ok(())
}

/// Whether ours meets each bar; one beside a peer that is not there is left out.
fn verdicts(bars: &[Bar], kind: Kind, of_one: Option<f64>, of_peer: impl Fn(&str) -> Option<f64>) -> String {
    let of_faults = Bar { peer: "one record", most: BAR_OF_FAULTS };
    let compared: Vec<(Bar, f64)> = match (kind, of_one) {
        (Kind::Valid, _) => bars.iter().filter_map(|bar| Some((*bar, of_peer(bar.peer)?))).collect(),
        (Kind::EightFaults, Some(of_one)) if !bars.is_empty() => vec![(of_faults, of_one)],
        _ => vec![],
    };
    let verdicts = compared.into_iter().map(|(Bar { peer, most }, ratio)| {
        let verdict = if ratio <= most { "met" } else { "missed" };
        format!("{verdict}: {ratio:.2} of {peer} ({most:.2})")
    });
    verdicts.collect::<Vec<_>>().join(", ")
}
