::metaclass::__define! {
    ${} __hidden Contact[Contact __new into_tuple; email = default, phone = default, text
    = "t", flag = default; exactly_one email phone; requires text flag]
}
