::metaclass::__define! {
    ${ pub } export __hidden Account[Account ^ __guarded_new __guarded_parts; * id, *
    address, * ~ ^ password, ! size = fn (address), * ^ tags = fn (), * ^ r#type, ? *
    scale = 1.0, ? * tag]
}
