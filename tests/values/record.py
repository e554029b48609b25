"""Records what CPython does with values: `python3 record.py > golden.json`."""

import json
import operator
import warnings

warnings.simplefilter("ignore")

BINARY = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod, "**": operator.pow, "<<": operator.lshift, ">>": operator.rshift, "&": operator.and_,
    "|": operator.or_, "^": operator.xor, "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le,
    ">": operator.gt, ">=": operator.ge, "in": lambda a, b: operator.contains(b, a), "[]": operator.getitem,
    "format": format,
}
UNARY = {
    "-": operator.neg, "+": operator.pos, "~": operator.invert, "abs": abs, "len": len, "iter": list, "sorted": sorted,
    "min": min, "max": max, "reversed": lambda value: list(reversed(value)), "str": str,
}
INF, NAN, LARGE = float("inf"), float("nan"), 2**127 - 1

SAMPLES = [None, True, 0, 3, -7, 2.5, -0.0, "ab", b"xy", [1, 2], (1,), {1, 2}, {"k": 1}]
NUMBERS = [
    False, 1, -1, 2, 10, 63, 127, 2**53 + 1, 7205759403792794, -(2**64), 2**100, LARGE, 0.1, -2.5, 1e308, 5e-324, INF, -INF, NAN, 1e16, 3.0, 900719925474099.25, 5e22,
]
ITEMS = ["", "a", "héé", b"", b"abc", [], [3, 1, 2], (2.5, True, 1), [1, "a"], ["b", "a"], {2, 3}, {"b": 2, "a": 1}, [[2], [1, 5]]]
KEYS = [0, -1, 2, -3, 3, True, 10**30, -(10**30), 1.0, "a", None, [], (1,)]
PARTS = ["", "a", b"b", 98, 300, 1.0, [1, 5], None, (1,)]
SLICES = [None, 1, -1, 7, -9, "a", 0, 2, -2, 10**30, 1.5, True]
SPECS = """
    d s c b o x X n e E f F g G % y 5 05 <5 >5 ^5 =5 *^8 *<05 +5 -5 =+7 0=7 , _ ,d _x ,x #x #X #o #b #_b _b 012, 015, +012,
    .2 .0f .2f .3g .10g .3 .0 .1e #.0f #.0e #g .1% z.1f z.2 ,.2f _.3f 012,.1f 010.3e ,g ,.3g ,n ,c ,s ,, ,_ _, . 5. 5x5 +c #c .2c
    .20f .25e 30.2f 010 +.3f .5d yy 1000000000000000000000d
""".split() + [" ", " d", "  5", "*>"]
FORMATTED = [5, -255, 0, True, 97, 1234567, 2**100, 1.5, -0.0, 0.00001234, 100.0, 1234.5678, 1e22, 1e100, -0.04, INF, NAN, "abc", "é"]


def encode(value):
    match value:
        case bool() | None | str():
            return value
        case int():
            return value if abs(value) < 2**63 else {"$int": str(value)}
        case float():
            return value if value == value and abs(value) != INF else {"$float": str(value)}
        case bytes():
            return {"$bytes": list(value)}
        case list():
            return [encode(item) for item in value]
        case tuple():
            return {"$tuple": [encode(item) for item in value]}
        case set():
            return {"$set": [encode(item) for item in value]}
        case dict():
            return {"$dict": [[encode(key), encode(item)] for key, item in value.items()]}


def is_ours(value):
    """Leaves out what a value of ours cannot be."""
    match value:
        case complex():
            return False
        case int():
            return -(2**127) <= value < 2**127
        case list() | tuple() | set():
            return all(map(is_ours, value))
    return True


def outcome(function, *arguments):
    try:
        result = function(*arguments)
    except Exception as error:
        return None if "complex" in str(error) else f"{type(error).__name__}: {error}"
    return repr(result) if is_ours(result) else None


def rows():
    for symbol, function in BINARY.items():
        if symbol == "format":
            pairs = [(value, spec) for value in FORMATTED for spec in SPECS]
        elif symbol == "[]":
            pairs = [(value, key) for value in ITEMS + SAMPLES for key in KEYS + ["k", "b"]]
        elif symbol == "in":
            pairs = [(part, value) for value in ITEMS + SAMPLES for part in PARTS + [3, "b"]]
        else:
            pairs = [(a, b) for a in SAMPLES for b in SAMPLES] + [(a, b) for a in NUMBERS for b in NUMBERS]
            pairs += [(a, b) for a in ITEMS for b in ITEMS if symbol in "< <= > >= == != +".split()]
        for a, b in pairs:
            formats_text = symbol == "%" and isinstance(a, (str, bytes))
            is_too_long = isinstance(b, int) and b > 10**5 and (symbol == "<<" and a != 0 or symbol == "**" and a not in (0, 1, -1))
            if not formats_text and not is_too_long:
                yield symbol, [a, b], outcome(function, a, b)
    for symbol, function in UNARY.items():
        for value in ITEMS + SAMPLES + NUMBERS:
            yield symbol, [value], outcome(function, value)
    grids = [([1, 2, 3, 4], SLICES)] + [(value, SLICES[:6]) for value in ["héllo", b"abcd", (1, 2), {"k": 1}, {1}, 5]]
    for value, bounds in grids:
        for start in bounds:
            for stop in bounds:
                for step in [None, -1, 2, 0, 10**30]:
                    yield "slice", [value, start, stop, step], outcome(lambda v, *b: v[slice(*b)], value, start, stop, step)


if __name__ == "__main__":
    table = [[symbol, [encode(value) for value in arguments], result] for symbol, arguments, result in rows() if result is not None]
    print("[")
    print(",\n".join(json.dumps(row, separators=(",", ":"), ensure_ascii=False) for row in table))
    print("]")
