::metaclass::__define! {
    ${ pub } export __hidden Alias { Account __new __parts; * id, * address, * ~
    password, ! size = fn (address), * tags = default, * r#type, ? * scale = 1.0, ? * tag
    }
}
