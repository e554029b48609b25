//! Bases in the same block.

use metaclass::prelude::*;

schema! {
    /// Anything that lives in the shop's database.
    pub struct Entity {
        #[field(primary_key)]
        id: i64,
    }

    /// A customer.
    #[dataclass(extra = forbid)]
    pub struct User: Entity {
        #[field(max_length = 100)]
        name: String,
        #[field(max_length = 255, format = email)]
        email: String,
        #[field(min_value = 0, max_value = 150)]
        age: Option<u8>,
        active: bool = true,
    }
}

#[test]
fn fields_are_inherited() {
    let user = User!(id = 1, name = "Alice", email = "alice@example.org");
    assert_eq!(user.to_string(), "User(id=1, name='Alice', email='alice@example.org', age=None, active=True)");
    assert_eq!(User::PRIMARY_KEY, Some("id"));
    assert_eq!(User::field_names(), ["id", "name", "email", "age", "active"]);
    user.validate().unwrap();
    assert_eq!(Entity::from(user), Entity!(1));
    assert_eq!(User::spec().bases().len(), 1);
    assert_eq!(User::spec().bases()[0].name(), "Entity");
}
