//! The table.

use std::io;

use crate::contender::Contender;
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
                verdict(contender.bar(), kind, of_floor, of_one),
            );
        }
        if kind == Kind::One {
            of_one = measured;
        }
    }
    Ok(())
}

/// Whether ours meets the bar.
fn verdict(bar: Option<f64>, kind: Kind, of_floor: f64, of_one: Option<f64>) -> String {
    let (ratio, bar) = match (bar, kind, of_one) {
        (Some(bar), Kind::Valid, _) => (of_floor, bar),
        (Some(_), Kind::EightFaults, Some(of_one)) => (of_one, BAR_OF_FAULTS),
        _ => return String::new(),
    };
    format!("{} ({bar:.2})", if ratio <= bar { "met" } else { "missed" })
}
