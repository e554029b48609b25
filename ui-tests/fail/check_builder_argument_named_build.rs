use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(builder)]
struct Release {
    version: String,
    build: u32,
}

fn main() {
    drop(Release::builder().version("1".to_owned()));
}
