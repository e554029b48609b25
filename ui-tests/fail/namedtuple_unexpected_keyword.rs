use metaclass::prelude::*;

namedtuple!(Color, "red green blue");

fn main() {
    println!("{}", Color!(255, 128, bleu = 0));
}
