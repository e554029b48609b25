use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(setters)]
struct Age {
    #[field(min_value = 0)]
    years: i32,
}

fn main() {
    let mut age = Age!(3);
    age.set_years("4").unwrap();
}
