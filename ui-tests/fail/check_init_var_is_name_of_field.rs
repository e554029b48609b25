use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(post_init = Self::finish, init_var(scale: u8))]
struct Shape {
    #[field(rename = "scale")]
    size: u8,
}

impl Shape {
    fn finish(&mut self, scale: u8) {
        self.size *= scale;
    }
}

fn main() {}
