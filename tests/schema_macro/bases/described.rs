//! What a class says of its bases.

use metaclass::prelude::*;

schema! {
    /// Anything.
    pub struct Entity {
        #[field(primary_key)]
        id: i64,
    }

    pub struct User: Entity { name: String }

    /// Own documentation.
    pub struct Admin: User { level: u8 = 1 }
}

#[test]
fn bases_are_told() {
    let bases = Admin::spec().bases();
    assert_eq!(bases.iter().map(|base| base.name()).collect::<Vec<_>>(), ["User"]);
    assert_eq!(bases[0].spec().unwrap().bases()[0].spec(), Some(Entity::spec()));
    assert_eq!((Entity::spec().bases().len(), User::spec().doc(), Admin::spec().doc()), (0, "", "Own documentation."));
}
