::metaclass::__define! {
    ${ pub } export __hidden Point[Point __new into_tuple; x, y, z = 0.0]
}
