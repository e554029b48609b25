//! Marginal costs per struct, as tables.

use std::collections::BTreeMap;

use crate::generate::{Package, Variant};
use crate::measure::Step;

/// What was measured, for a small and a large number of structs.
pub(crate) struct Results {
    pub(crate) sizes: [u32; 2],
    /// The best round of each, in CPU seconds.
    pub(crate) seconds: BTreeMap<(Package, Step), f64>,
    pub(crate) expanded_bytes: BTreeMap<Package, u32>,
    pub(crate) instruction_sizes: [u32; 2],
    pub(crate) instructions: BTreeMap<Package, f64>,
    /// Until the macros are expanded.
    pub(crate) of_expansion: BTreeMap<Package, f64>,
}

impl Results {
    fn milliseconds(&self, variant: Variant, calls: bool, step: Step) -> Option<f64> {
        let seconds =
            marginal(self.sizes, |structs| self.seconds.get(&(Package { variant, calls, structs }, step)).copied());
        seconds.map(|seconds| seconds * 1e3)
    }

    fn bytes(&self, variant: Variant) -> Option<f64> {
        let package = |structs| Package { variant, calls: false, structs };
        marginal(self.sizes, |structs| self.expanded_bytes.get(&package(structs)).map(|&bytes| f64::from(bytes)))
    }

    fn millions(&self, variant: Variant, calls: bool) -> Option<f64> {
        self.marginal_instructions(&self.instructions, variant, calls).map(|count| count / 1e6)
    }

    fn marginal_instructions(&self, of: &BTreeMap<Package, f64>, variant: Variant, calls: bool) -> Option<f64> {
        let package = |structs| Package { variant, calls, structs };
        marginal(self.instruction_sizes, |structs| of.get(&package(structs)).copied())
    }

    pub(crate) fn print(&self) {
        let [small, large] = self.sizes;
        println!("\nPer struct of 8 fields, (N{large} - N{small}) / {}; times in CPU ms:\n", large - small);
        println!("| variant | check | check + 3 calls | debug | debug + 3 calls | expanded bytes |");
        println!("|---|--:|--:|--:|--:|--:|");
        for variant in Variant::ALL {
            let row = self.row(variant);
            println!("| {} | {} |", variant.label(), row.map(|(figure, digits)| show(figure, digits)).join(" | "));
        }
        for peer in [Variant::Bon, Variant::TypedBuilder] {
            let (ours, theirs) = (self.row(Variant::Metaclass), self.row(peer));
            let ratios = [0, 1, 2, 3, 4].map(|i| show(ratio(ours[i].0, theirs[i].0), 2));
            println!("| metaclass ÷ {} | {} |", peer.label(), ratios.join(" | "));
        }
        if !self.instructions.is_empty() {
            self.print_instructions();
        }
        self.print_bars();
    }

    fn row(&self, variant: Variant) -> [(Option<f64>, usize); 5] {
        let time = |calls, step| (self.milliseconds(variant, calls, step), 2);
        [
            time(false, Step::Check),
            time(true, Step::Check),
            time(false, Step::Debug),
            time(true, Step::Debug),
            (self.bytes(variant), 0),
        ]
    }

    fn print_instructions(&self) {
        let [small, large] = self.instruction_sizes;
        println!(
            "\nMillions of rustc's instructions per struct in a check, (N{large} - N{small}) / {}:\n",
            large - small
        );
        println!("| variant | check | check + 3 calls | ÷ bon | ÷ bon, + 3 calls |");
        println!("|---|--:|--:|--:|--:|");
        for variant in Variant::ALL {
            let [plain, called] = [false, true].map(|calls| self.millions(variant, calls));
            let [to_bon, to_bon_called] =
                [false, true].map(|calls| ratio(self.millions(variant, calls), self.millions(Variant::Bon, calls)));
            println!(
                "| {} | {} | {} | {} | {} |",
                variant.label(),
                show(plain, 2),
                show(called, 2),
                show(to_bon, 2),
                show(to_bon_called, 2)
            );
        }
    }

    fn print_bars(&self) {
        println!("\n| bar | at most | measured | |");
        println!("|---|--:|--:|---|");
        for (calls, at_most) in [(false, 0.5), (true, 0.25)] {
            let what = if calls { "check + 3 calls" } else { "check" };
            let time = |variant| self.milliseconds(variant, calls, Step::Check);
            let instructions = |variant| self.millions(variant, calls);
            bar(&format!("{what} ÷ bon, CPU time"), at_most, ratio(time(Variant::Metaclass), time(Variant::Bon)), 2);
            let measured = ratio(instructions(Variant::Metaclass), instructions(Variant::Bon));
            bar(&format!("{what} ÷ bon, instructions"), at_most, measured, 2);
        }
        let time = |variant| self.milliseconds(variant, false, Step::Check);
        let measured = ratio(time(Variant::MetaclassSchema), time(Variant::MetaclassBase));
        bar("check of schema! ÷ derives, CPU time", 1.2, measured, 2);
        let [schema, derives] = [Variant::MetaclassSchema, Variant::MetaclassBase]
            .map(|variant| self.marginal_instructions(&self.of_expansion, variant, false));
        bar("expansion of schema! ÷ derives, instructions", 1.2, ratio(schema, derives), 2);
        bar("expanded bytes of Dataclass alone", 5000.0, self.bytes(Variant::MetaclassAlone), 0);
    }
}

fn bar(what: &str, at_most: f64, measured: Option<f64>, digits: usize) {
    if let Some(measured) = measured {
        let verdict = if measured <= at_most { "met" } else { "missed" };
        println!("| {what} | {at_most:.digits$} | {measured:.digits$} | {verdict} |");
    }
}

fn marginal(sizes: [u32; 2], total: impl Fn(u32) -> Option<f64>) -> Option<f64> {
    let [small, large] = sizes;
    Some((total(large)? - total(small)?) / f64::from(large - small))
}

fn ratio(ours: Option<f64>, theirs: Option<f64>) -> Option<f64> {
    Some(ours? / theirs?)
}

fn show(figure: Option<f64>, digits: usize) -> String {
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.digits$}"))
}
