//! Classes that inherit in a block of `schema!` do so at run time too.

use metaclass::prelude::*;

schema! {
    pub struct Entity {
        #[field(primary_key)]
        id: i64,
        note: String = "",
    }

    pub struct Named {
        name: String = "?",
    }

    pub struct User: Entity, Named {
        note: String = "user",
        age: Option<u8>,
    }
}

#[test]
fn bases_of_a_schema_are_in_the_mro() -> Result<(), Error> {
    assert_eq!(format!("{:?}", User::class().mro()), "[User, Entity, Named, object]");
    assert_eq!(User::class().bases(), [Entity::class().clone(), Named::class().clone()]);
    assert_eq!(User::class().spec(), User::spec());
    let user = User::class().instantiate(args!(1, age = 7))?;
    assert_eq!(user.to_string(), User!(id = 1, age = Some(7)).to_string());
    assert!(user.is_instance_of(Entity::class()) && user.is_instance_of(Named::class()));
    assert_eq!(Entity::from_instance(&user)?, Entity!(id = 1, note = "user"));
    assert_eq!(User::from_instance(&user)?, User!(id = 1, age = Some(7)));
    // What is set on a base reaches the classes that derive from it.
    Entity::class().set("table", "entities")?;
    assert_eq!(user.get("table")?, "entities".into());
    let admin = Class::builder("Admin").base(User::class()).field("level", Field::int().default(1)).build()?;
    assert_eq!(format!("{:?}", admin.mro()), "[Admin, User, Entity, Named, object]");
    Ok(())
}
