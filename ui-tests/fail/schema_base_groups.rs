mod base {
    metaclass::schema! {
        #[dataclass(exactly_one(mail, phone))]
        pub struct Contact {
            mail: Option<String>,
            phone: Option<u32>,
        }
    }
}

metaclass::schema! {
    struct Person: base::Contact {
        name: String,
    }
}

fn main() {
    let _ = Person!(name = "a");
    let _ = Person!(mail = "b", phone = 1, name = "a");
}
