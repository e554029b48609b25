//! What the lesson declares with a small language: at compile time it is `schema!`.

use std::io::Write;

use metaclass::json;
use metaclass::prelude::*;

use crate::{Outcome, heading, remark};

schema! {
    /// The schema of the lesson, in its order: in the constructor, what is required comes first.
    struct UserSchema {
        username: String,
        age: i64 = 0,
        #[field(check = |email: &str| email.contains('@'))]
        email: String,
    }

    /// The model of level 3, whose class is called `User`.
    #[dataclass(call = UserModel)]
    struct User {
        #[field(primary_key)]
        id: i64,
        #[field(max_length = 100)]
        name: String,
        #[field(max_length = 255)]
        email: String,
        active: bool = true,
    }
}

/// A schema with a validator.
pub(crate) fn part_5(out: &mut impl Write) -> Outcome {
    heading(out, "Part 5: a schema")?;
    let user = UserSchema!(username = "alice", age = 30, email = "alice@example.com");
    writeln!(out, "{user}")?;
    user.validate()?;

    let bad_user = UserSchema!(username = "bob", email = "not-an-email");
    if let Err(error) = bad_user.validate() {
        writeln!(out, "{error}")?;
    }

    // What Python finds out when it validates, here cannot be written. From data it may come all the same.
    if let Err(error) = json::from_str::<UserSchema>(r#"{"age": "x", "email": "not-an-email"}"#) {
        writeln!(out, "{error}")?;
    }
    writeln!(out, "{}", UserSchema::spec().signature())?;
    remark(
        out,
        "The lesson's own schema() fails here: a parameter without a default follows one with. Here those come first.",
    )?;
    Ok(())
}

/// Level 3: a model with a primary key.
pub(crate) fn level_3(out: &mut impl Write) -> Outcome {
    heading(out, "Level 3: a model")?;
    let user = UserModel!(id = 1, name = "Alice", email = "alice@example.com");
    writeln!(out, "{user}")?;
    writeln!(out, "{}", User::primary_key().unwrap_or_default())?;
    writeln!(out, "{}", Value::from(User::field_names().to_vec()))?;
    remark(
        out,
        "The lesson shows 'id' with quotes, which print leaves out; its define(name, ..) takes no field called 'name'.",
    )?;
    user.validate()?;

    if let Err(error) = UserModel!(name = "A".repeat(101), ..user).validate() {
        writeln!(out, "{error}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::output_of;

    #[test]
    fn part_5_prints_what_python_prints() {
        let expected = "
== Part 5: a schema ==
UserSchema(username='alice', age=30, email='alice@example.com')
Validation errors: email: validation failed
Validation errors: username: required; age: expected int, got str; email: validation failed
(username: str, email: str, age: int = 0)
# The lesson's own schema() fails here: a parameter without a default follows one with. Here those come first.
";
        assert_eq!(output_of(part_5), expected);
    }

    #[test]
    fn level_3_prints_what_python_prints() {
        let expected = "
== Level 3: a model ==
User(id=1, name='Alice', email='alice@example.com', active=True)
id
['id', 'name', 'email', 'active']
# The lesson shows 'id' with quotes, which print leaves out; its define(name, ..) takes no field called 'name'.
Validation errors: name: must have at most 100 characters
";
        assert_eq!(output_of(level_3), expected);
    }
}
