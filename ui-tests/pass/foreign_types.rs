//! Field types that nothing is known of.

use std::net::{TcpListener, TcpStream};

use metaclass::prelude::*;

mod secret {
    use std::net::TcpStream;
    use std::rc::Rc;

    use metaclass::prelude::*;

    struct Private(u8);

    #[derive(Dataclass)]
    #[dataclass(eq = false)]
    pub struct Holder<'a, T> {
        stream: TcpStream,
        pub callback: Box<dyn Fn() -> u8>,
        pub shared: Rc<u8>,
        pub text: &'a str,
        private: Private,
        pub value: T,
    }

    impl<'a, T> Holder<'a, T> {
        pub fn make(stream: TcpStream, text: &'a str, value: T) -> Self {
            Holder!(stream, Box::new(|| 7), Rc::new(8), text, private = Private(9), value = value)
        }

        pub fn sum(&self) -> u8 {
            (self.callback)() + *self.shared + self.private.0
        }
    }
}

#[derive(Dataclass)]
#[dataclass(eq = false)]
struct Job {
    callback: Box<dyn Fn() -> u8>,
    maybe: Option<Box<dyn Fn()>>,
    name: String,
}

struct NotShown;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let holder = secret::Holder::make(TcpStream::connect(listener.local_addr()?)?, "text", 1.5);
    assert_eq!(holder.sum(), 24);
    assert!(holder.repr().to_string().ends_with("value=1.5)"), "{}", holder.repr());
    assert!(format!("{holder:?}").contains("text: \"text\""), "{holder:?}");
    let silent = secret::Holder::make(TcpStream::connect(listener.local_addr()?)?, "text", NotShown);
    assert_eq!(silent.text, "text");

    let job = Job!(Box::new(|| 3), None, "job".to_owned());
    assert_eq!((job.callback)(), 3);
    assert!(job.maybe.is_none());
    assert!(job.repr().to_string().ends_with("maybe=<Option<Box<dyn Fn()>>>, name='job')"), "{}", job.repr());
    assert!(job.get("callback").is_err());
    assert_eq!(job.get("name")?, Value::from("job"));
    Ok(())
}
