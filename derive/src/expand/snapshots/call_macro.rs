::metaclass::__define! {
    ${ pub } export __hidden Alias { Point __new into_tuple; x, y, z = 0.0 }
}
