//! Classes as `Class::to_rust` writes them: see `to_rust.rs`.

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m00 {
    use metaclass::prelude::*;

    schema! {
        /// All kinds of fields.
        #[dataclass(extra = forbid, frozen, conflicts(mail, best))]
        pub struct Order {
            /// Who it is.
            #[field(primary_key, max_value = 1000)]
            id: u16,
            #[field(transform(trim), min_length = 1, max_length = 4, message = "too long", unit = bytes)]
            name: String,
            #[field(matches = name)]
            again: String,
            #[field(rename = "e-mail", alias = "mail", format = email)]
            mail: Option<String>,
            #[field(unique_items, max_items = 2, items(max_length = 2))]
            tags: Vec<String> = vec![],
            #[field(items(max_value = 255))]
            bytes: Option<Vec<u16>>,
            #[field(min_properties = 1, keys(ascii), values(finite))]
            scores: std::collections::HashMap<String, f64>,
            kinds: Option<std::collections::HashSet<i128>>,
            pair: Option<(i128, bool)>,
            #[field(max_items = 2)]
            lines: Vec<Line>,
            best: Option<Line>,
            any: Value = Value::from(1_i128),
            #[field(exclusive_min = 0, max_value = 2.5)]
            size: f64 = 0.5,
            #[field(strict, multiple_of = 2)]
            strict: i128 = 2,
            #[field(required, optional = false)]
            given: Option<i128>,
            #[field(present)]
            named: Option<String>,
            #[field(one_of = ["a", "b"])]
            one: String = "a",
            #[field(kw_only, secret)]
            flag: bool = true,
            #[field(pattern = "^\\w-\\d+$", ends_with = "1", not_contains = "00")]
            code: String = "a-1",
        }

        /// A line.
        ///
        /// Of an order.
        #[dataclass(extra = forbid)]
        pub struct Line {
            #[field(min_value = 1)]
            count: i128,
            #[field(max_length = 3)]
            unit: String = "kg",
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m01 {
    use metaclass::prelude::*;

    schema! {
        /// "); std::process::exit(1); ("
        /// */ fn evil() {} /*
        ///
        /// evil: i64 = { panic!() },
        ///
        /// \"]
        /// #[field(evil)]
        /// r#"evil"#
        #[doc = "\u{202e}evil\u{2066}"]
        /// {evil}
        /// 'a
        /// // evil!()
        #[dataclass(extra = forbid)]
        pub struct x_____fn_evil______ {
            /// "); std::process::exit(1); ("
            #[field(rename = "\"); std::process::exit(1); (\"0", alias = "0\"); std::process::exit(1); (\"", one_of = ["\"); std::process::exit(1); (\"", "x"], message = "\"); std::process::exit(1); (\"")]
            self_: String = "\"); std::process::exit(1); (\"",
            /// */ fn evil() {} /*
            #[field(rename = "*/ fn evil() {} /*1", alias = "1*/ fn evil() {} /*", one_of = ["*/ fn evil() {} /*", "x"], message = "*/ fn evil() {} /*")]
            r#type: String = "*/ fn evil() {} /*",
            ///
            /// evil: i64 = { panic!() },
            ///
            #[field(rename = "\n    evil: i64 = { panic!() },\n2", alias = "2\n    evil: i64 = { panic!() },\n", one_of = ["\n    evil: i64 = { panic!() },\n", "x"], message = "\n    evil: i64 = { panic!() },\n")]
            crate_: String = "\n    evil: i64 = { panic!() },\n",
            /// \"]
            /// #[field(evil)]
            #[field(rename = "\\\"]\n#[field(evil)]3", alias = "3\\\"]\n#[field(evil)]", one_of = ["\\\"]\n#[field(evil)]", "x"], message = "\\\"]\n#[field(evil)]")]
            r: String = "\\\"]\n#[field(evil)]",
            /// r#"evil"#
            #[field(rename = "r#\"evil\"#4", alias = "4r#\"evil\"#", one_of = ["r#\"evil\"#", "x"], message = "r#\"evil\"#")]
            r#macro: String = "r#\"evil\"#",
            #[doc = "\u{202e}evil\u{2066}"]
            #[field(rename = "\u{202e}evil\u{2066}5", alias = "5\u{202e}evil\u{2066}", one_of = ["\u{202e}evil\u{2066}", "x"], message = "\u{202e}evil\u{2066}")]
            String: String = "\u{202e}evil\u{2066}",
            /// {evil}
            #[field(rename = "{evil}6", alias = "6{evil}", one_of = ["{evil}", "x"], message = "{evil}")]
            Some_: String = "{evil}",
            /// 'a
            #[field(rename = "'a7", alias = "7'a", one_of = ["'a", "x"], message = "'a")]
            evil: String = "'a",
            /// // evil!()
            #[field(rename = "//\r evil!()8", alias = "8//\r evil!()", one_of = ["//\r evil!()", "x"], message = "//\r evil!()")]
            __metaclass: String = "//\r evil!()",
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m02 {
    use metaclass::prelude::*;

    schema! {
        pub struct Signup {
            /// Where to write to.
            #[field(format = email)]
            email: String,
            #[field(min_value = 18, max_value = 150)]
            age: i128,
            // Not null in the class: what is left out and null are one to an `Option`.
            #[field(pattern = "^[a-z]+$")]
            nick: Option<String>,
            // Not null in the class: what is left out and null are one to an `Option`.
            #[field(one_of = ["red", "green"])]
            color: Option<String>,
            // Not null in the class: what is left out and null are one to an `Option`.
            home: Option<Address>,
            // Not null in the class: what is left out and null are one to an `Option`.
            #[field(rename = "e-mails", max_items = 1, items(max_length = 3))]
            e_mails: Option<Vec<String>>,
            size: Option<f64>,
        }

        #[dataclass(extra = forbid)]
        pub struct Address {
            zip: String,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m03 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(equals = 3)]
            alpha: i128,
            #[field(max_items = 2)]
            within: Vec<Inner>,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            #[field(min_value = -0.5, max_value = 2.5)]
            alpha: f64,
            /// What it is.
            #[field(keys(max_length = 2), values(max_value = 2.5))]
            key: Option<std::collections::HashMap<String, f64>>,
            #[field(one_of = ["a", "ab"])]
            r#type: String,
            #[field(format = date)]
            delta: Option<String>,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m04 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(rename = "key-93859", max_length = 1)]
            alpha: Option<String>,
            #[field(max_items = 0, unique_items)]
            key: Vec<(i128, bool)>,
            #[field(max_length = 2)]
            r#type: String,
            #[field(max_items = 2)]
            within: Vec<Inner>,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            #[field(max_length = 1)]
            alpha: String,
            #[field(rename = "key-270826", exclusive_max = 9)]
            key: Option<i128>,
            #[field(rename = "key-245874", max_length = 2, min_length = 1)]
            r#type: String,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m05 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(format = email)]
            alpha: Option<String>,
            #[field(pattern = "^[a-c]*$")]
            key: Option<String>,
            #[field(max_items = 2)]
            within: Vec<Inner>,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            #[field(format = date)]
            alpha: Option<String>,
            #[field(exclusive_max = 6, multiple_of = 2, min_value = -1, max_value = 7)]
            key: i8,
            #[field(equals = 3)]
            r#type: Option<i128>,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m06 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            alpha: Option<f64>,
            #[field(one_of = ["a", "ab", "\"]}\\n"])]
            key: String,
            #[field(min_value = -1, max_value = 7)]
            r#type: i8,
            #[field(max_items = 2)]
            within: Vec<Inner>,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            alpha: i128,
            key: (i128, bool),
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m07 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(min_value = -0.5, max_value = 2.5)]
            alpha: f64,
            key: bool,
            within: Inner,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            #[field(rename = "key-186181")]
            alpha: Option<(i128, bool)>,
            #[field(rename = "key-407229", one_of = ["a"])]
            key: String,
            #[field(rename = "key-339951")]
            r#type: bool,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m08 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            /// What it is.
            #[field(min_value = 1, exclusive_max = 6, max_value = 7)]
            alpha: Option<i8>,
            #[field(rename = "key-72613", one_of = ["a", "ab"])]
            key: String,
            within: Option<Inner>,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            alpha: Option<(i128, bool)>,
            /// What it is.
            #[field(min_value = 1, exclusive_max = 9)]
            key: i128,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m09 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(rename = "key-194531")]
            alpha: bool,
            key: Option<bool>,
            /// What it is.
            #[field(max_items = 0, unique_items, items(format = email))]
            r#type: Vec<String>,
            delta: bool,
            within: Option<Inner>,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            #[field(max_items = 2)]
            alpha: Vec<bool>,
            #[field(max_length = 2, pattern = "^[a-c]*$")]
            key: String,
            #[field(format = email)]
            r#type: String,
            #[field(pattern = "^[a-c]*$", starts_with = "a")]
            delta: Option<String>,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m10 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(one_of = ["a"])]
            alpha: String,
            #[field(one_of = ["a", "ab"])]
            key: Option<String>,
            within: Option<Inner>,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            #[field(rename = "key-798719", min_value = -0.5, max_value = 2.5)]
            alpha: f64,
            #[field(min_length = 1)]
            key: String,
            r#type: Option<i128>,
            #[field(format = email)]
            delta: String,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m11 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(rename = "key-660038", max_items = 1, unique_items, items(one_of = ["a"]))]
            alpha: Option<Vec<String>>,
            /// What it is.
            #[field(pattern = "^[a-c]*$")]
            key: String,
            /// What it is.
            #[field(rename = "key-380187", one_of = ["a", "ab"])]
            r#type: Option<String>,
            #[field(rename = "key-442558", max_value = 2.5)]
            delta: f64,
            within: Option<Inner>,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            #[field(format = email)]
            alpha: String,
            key: Option<(i128, bool)>,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m12 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(max_items = 1, items(one_of = ["a", "ab"]))]
            alpha: Option<Vec<String>>,
            within: Inner,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            #[field(min_value = -1, max_value = 7)]
            alpha: i8,
            key: String,
            #[field(min_value = 0)]
            r#type: i128,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m13 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(rename = "key-956019", format = date)]
            alpha: String,
            #[field(max_length = 1, starts_with = "a")]
            key: String,
            /// What it is.
            r#type: Option<bool>,
            #[field(max_value = 2.5)]
            delta: f64,
            within: Option<Inner>,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            #[field(rename = "key-124713", max_value = 2.5)]
            alpha: Option<f64>,
            #[field(one_of = ["a"])]
            key: String,
            #[field(max_items = 2)]
            r#type: Option<Vec<f64>>,
            delta: bool,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m14 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            alpha: Option<(i128, bool)>,
            #[field(exclusive_max = 8)]
            key: Option<i128>,
            #[field(max_length = 1)]
            r#type: Option<String>,
            delta: bool,
            within: Option<Inner>,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            /// What it is.
            #[field(rename = "key-41368", one_of = ["a", "ab", "\"]}\\n"])]
            alpha: String,
            #[field(one_of = ["a"])]
            key: Option<String>,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m15 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(exclusive_max = 9)]
            alpha: i128,
            #[field(one_of = ["a", "ab", "\"]}\\n"])]
            key: String,
            #[field(rename = "key-64437")]
            r#type: f64,
            within: Inner,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            /// What it is.
            #[field(max_items = 1, items(max_items = 2, items(exclusive_max = 5)))]
            alpha: Option<Vec<Vec<i128>>>,
            key: (i128, bool),
            #[field(format = date)]
            r#type: Option<String>,
            delta: Option<bool>,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m16 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(equals = 3)]
            alpha: i128,
            #[field(max_items = 0, items(starts_with = "a"))]
            key: Option<Vec<String>>,
            within: Inner,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            #[field(format = email)]
            alpha: Option<String>,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m17 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(one_of = ["a", "ab"])]
            alpha: String,
            #[field(max_length = 1, pattern = "^[a-c]*$", starts_with = "a")]
            key: String,
            #[field(rename = "key-334862", max_length = 1, pattern = "^[a-c]*$")]
            r#type: String,
            #[field(max_items = 2)]
            within: Vec<Inner>,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            /// What it is.
            #[field(format = email)]
            alpha: String,
            #[field(rename = "key-93592")]
            key: bool,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m18 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(max_length = 3, pattern = "^[a-c]*$")]
            alpha: String,
            #[field(keys(max_length = 2), values(equals = 3))]
            key: Option<std::collections::HashMap<String, i128>>,
            #[field(keys(max_length = 2))]
            r#type: std::collections::HashMap<String, (i128, bool)>,
            within: Option<Inner>,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            #[field(min_value = -0.5, max_value = 2.5)]
            alpha: f64,
            #[field(format = date)]
            key: String,
            r#type: bool,
            #[field(rename = "key-354127")]
            delta: Option<bool>,
        }
    }
}

#[allow(dead_code, non_camel_case_types, non_snake_case)]
pub(super) mod m19 {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(extra = forbid)]
        pub struct Outer {
            #[field(one_of = ["a", "ab", "\"]}\\n"])]
            alpha: String,
            within: Inner,
        }

        #[dataclass(extra = forbid)]
        pub struct Inner {
            alpha: (i128, bool),
        }
    }
}
