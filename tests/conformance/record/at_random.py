"""Records programs at random: `python3 at_random.py SUITE COUNT SEED FOLDER`, from within this folder or not.

Each is one of the recorded programs with some changes: other bases, options, items and values, and more operations.
`METACLASS_CASES=FOLDER cargo test -p metaclass-tests --test conformance SUITE` then tells what we answer otherwise. Not all
of that is a fault of ours: some texts are those of functions that CPython has in C, and some answers those of one version.
"""

import copy
import json
import pathlib
import random
import signal
import sys

from program import SUITES, Unsupported, run, suite

SPECIAL = """__call__ __len__ __str__ __repr__ __eq__ __hash__ __name__ __doc__ __class__ __dict__ __bases__ __mro__
    __qualname__""".split()
NAMES = ["x", "y", "z", "a", "b", "f", "m", "name", "C", "_p", "count", "index"] + SPECIAL
NUMBERS = [0, 1, 2, 3, -1, 10, 255, 2**31, 2**63 - 1, -(2**63), 1.5, 0.0, -0.0, 1.0, 1e16, 1e-5]
TEXTS = ["", "a", "x", "b c", "it's", 'q"', "\n", "é", "\u200b", "x, y", "RED"]
OPTIONS = ["init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots"]
TYPES = ["int", "str", "object", "type", "tuple"]
SIGNS = ["==", "!=", "<", "<=", ">", ">="]


def parts(json, *keys):
    """Everything that stands under one of these keys, however deep."""
    if isinstance(json, dict):
        yield from (json[key] for key in keys if key in json)
        json = json.values()
    if not isinstance(json, str):
        for part in json if hasattr(json, "__iter__") else []:
            yield from parts(part, *keys)


class Changing:
    """A program that is changed at random."""

    def __init__(self, chance, name, cases):
        self.chance, self.suite = chance, name
        self.cases, self.definitions = cases, [each for case in cases for each in case["input"]["defs"]]
        self.program = copy.deepcopy(chance.choice(cases)["input"])

    def made(self):
        for _ in range(self.chance.randrange(4)):
            self.change()
        for _ in range(self.chance.randrange(1, 6)):
            self.program["ops"].insert(self.chance.randrange(len(self.program["ops"]) + 1), self.operation())
        return self.program

    def flip(self, probability):
        return self.chance.random() < probability

    def value(self, depth=0):
        flat = [
            lambda: self.chance.choice(NUMBERS), lambda: self.chance.choice(TEXTS),
            lambda: self.chance.choice([None, True, False]), lambda: {"$float": self.chance.choice(["nan", "inf"])},
            lambda: {"$type": self.chance.choice(TYPES)}, lambda: {"$set": [self.chance.choice([1, "a"])]},
        ]
        deep = [
            lambda: [self.value(depth + 1) for _ in range(self.chance.randrange(3))],
            lambda: {"$tuple": [self.value(depth + 1) for _ in range(self.chance.randrange(3))]},
            lambda: {"$dict": [[self.chance.choice(["k", "x", 1]), self.value(depth + 1)]]},
        ]
        return self.chance.choice(flat * 2 + deep * (depth < 2))()

    def classes(self, until=None):
        known = self.program["defs"][:until]
        return [each["name"] for each in known if each["def"] not in ("metaclass", "descriptor", "value")]

    def class_name(self):
        return self.chance.choice(self.classes() or ["int"])

    def name(self):
        keys = ["field", "attr", "assign", "method", "property", "descr", "alias", "name"]
        known = sorted(name for name in parts(self.program, *keys) if isinstance(name, str))
        return self.chance.choice(known if known and self.flip(0.75) else NAMES)

    def instance(self):
        kept = [op["as"] for op in self.program["ops"] if "as" in op]
        calls = list(parts(self.program["ops"], "$new"))
        calls += [{key: op[key] for key in ("class", "args", "kwargs")} for op in self.program["ops"] if op["op"] == "new"]
        if self.suite == "enum_ns" and self.flip(0.6):
            return {"$ref": f"{self.class_name()}.{self.name()}"}
        if kept and self.flip(0.4):
            return {"$ref": self.chance.choice(kept)}
        if not calls or self.flip(0.2):
            return {"$new": {"class": self.class_name(), "args": [self.value() for _ in range(self.chance.randrange(4))]}}
        call = copy.deepcopy(self.chance.choice(calls))
        arguments = call.setdefault("args", [])
        if self.flip(0.15) and arguments:
            arguments.pop()
        elif self.flip(0.3):
            arguments.append(self.value())
        if self.flip(0.1):
            call["kwargs"] = [[self.chance.choice("xyzq"), self.value()]]
        return {"$new": call}

    def object(self):
        return {"$type": self.class_name()} if self.flip(0.3) else self.instance()

    def operation(self):
        one, some = self.chance.choice, lambda most: [self.value() for _ in range(self.chance.randrange(most))]
        of_class = {"of": {"$type": self.class_name()}}
        common = [
            lambda: {"op": one(["get", "has", "del"]), "of": self.object(), "name": self.name()},
            lambda: {"op": "set", "of": self.object(), "name": self.name(), "value": self.value()},
            lambda: {"op": "getattr_default", "of": self.object(), "name": self.name(), "default": self.value()},
            lambda: {"op": one(["repr", "str", "type"]), "of": self.object()},
            lambda: {"op": one(["vars", "hash", "bool"]), "of": self.instance()},
            lambda: {"op": one(["mro", "bases", "subclasses", "class_names", "doc"])} | of_class,
            lambda: {"op": "own", "name": self.name()} | of_class,
            lambda: {"op": "cmp", "rel": one(SIGNS), "a": self.instance(), "b": self.instance()},
            lambda: {"op": "hash_eq", "a": self.instance(), "b": self.instance()},
            lambda: {"op": "isinstance", "of": self.object(), "class": one(self.classes() + TYPES)},
            lambda: {"op": "issubclass", "class": one(self.classes() + TYPES)} | of_class,
            lambda: {"op": "call", "of": self.object(), "method": self.name(), "args": some(2)},
            lambda: {"op": "new", "class": self.class_name(), "args": some(4), "kwargs": [], "show": one(["type", "vars"])},
            lambda: {"op": "super_get", "class": self.class_name(), "of": self.object(), "name": self.name()},
            lambda: {"op": "super_call", "class": self.class_name(), "of": self.object(), "method": self.name(), "args": []},
            lambda: {"op": "let", "as": f"v{self.chance.randrange(3)}", "value": self.instance()},
        ]
        dataclasses = [
            lambda: {"op": "replace", "of": self.instance(), "kwargs": [[self.name(), self.value()]][: self.chance.randrange(2)]},
            lambda: {"op": one(["asdict", "astuple"]), "of": self.instance()},
            lambda: {"op": one(["fields", "is_dataclass"]), "of": self.object()},
            lambda: {"op": one(["signature", "own_methods", "hash_kind"])} | of_class,
            lambda: {"op": one(["minmax", "sorted"]), "of": [self.instance(), self.instance()]},
        ]
        sequences = [
            lambda: {"op": "index", "of": self.instance(), "i": one([0, 1, -1, 5, "a", True, 1.0])},
            lambda: {"op": "slice", "of": self.instance(), "start": one([None, 1, -1, "x"]), "stop": one([None, 2, -1]),
                     "step": one([None, 2, -1, 0])},
            lambda: {"op": one(["len", "list", "tuple", "reversed", "sorted", "minmax"]), "of": self.instance()},
            lambda: {"op": "contains", "of": self.instance(), "item": self.value()},
            lambda: {"op": "concat", "a": self.instance(), "b": one([self.instance(), {"$tuple": [1]}, [1]])},
            lambda: {"op": "repeat", "of": self.instance(), "n": one([0, 1, 2, -1, "a"])},
            lambda: {"op": "call", "of": self.object(), "method": one(["_asdict", "_replace", "_make", "count", "index"]),
                     "args": one([[], [[1, 2]], [1]]), "kwargs": one([[], [["x", 1]]])},
        ]
        enumerations = [
            lambda: {"op": one(["members", "len", "list", "reversed"])} | of_class,
            lambda: {"op": "lookup_value", "value": one([1, 2, 3, 0, 7, self.value()])} | of_class,
            lambda: {"op": "lookup_name", "name": self.name()} | of_class,
            lambda: {"op": "binop", "sym": one("|&^+"), "a": self.instance(), "b": one([self.instance(), 1, 2])},
            lambda: {"op": one(["invert", "bool"]), "of": self.instance()},
            lambda: {"op": "contains", "item": one([self.instance(), 1, "A"])} | of_class,
            lambda: {"op": "is", "a": self.instance(), "b": self.instance()},
        ]
        own = {"pipeline": [], "namedtuple_ops": sequences, "enum_ns": enumerations}.get(self.suite, dataclasses)
        return self.chance.choice(common + own * 3)()

    def change(self):
        classes = [each for each in self.program["defs"] if each["def"] == "class"]
        of_one = [self.change_options, self.change_body, self.change_body, self.change_bases, self.change_metaclass]
        change = self.chance.choice(of_one * bool(classes) + [self.add_definition, self.change_value])
        change(self.chance.choice(classes)) if change in of_one else change()

    def change_options(self, definition):
        if "dataclass" in definition:
            definition["dataclass"][self.chance.choice(OPTIONS)] = self.flip(0.5)

    def change_body(self, definition):
        items = definition.setdefault("body", [])
        if items and self.flip(0.25):
            items.pop(self.chance.randrange(len(items)))
        elif self.flip(0.25):
            self.chance.shuffle(items)
        else:
            others = [each["body"] for each in self.definitions if each["def"] == "class" and each.get("body")]
            item = copy.deepcopy(self.chance.choice(self.chance.choice(others)))
            items.insert(self.chance.randrange(len(items) + 1), item)

    def change_bases(self, definition):
        bases = definition.setdefault("bases", [])
        earlier = self.classes(self.program["defs"].index(definition))
        if earlier and self.flip(0.6):
            bases.insert(self.chance.randrange(len(bases) + 1), self.chance.choice(earlier))
        elif bases and self.flip(0.5):
            bases.pop()
        else:
            self.chance.shuffle(bases)

    def change_metaclass(self, definition):
        known = [each["name"] for each in self.program["defs"] if each["def"] == "metaclass"]
        if known:
            definition["metaclass"] = self.chance.choice(known)

    def add_definition(self):
        definition = copy.deepcopy(self.chance.choice(self.definitions))
        if definition["name"] not in [each["name"] for each in self.program["defs"]]:
            self.program["defs"].insert(self.chance.randrange(len(self.program["defs"]) + 1), definition)

    def change_value(self):
        holders = [(holder, key) for holder in self.holders(self.program) for key in ("value", "default") if key in holder]
        if holders:
            holder, key = self.chance.choice(holders)
            holder[key] = self.value()

    def holders(self, json):
        if isinstance(json, dict):
            yield json
            json = json.values()
        for part in json if not isinstance(json, str) and hasattr(json, "__iter__") else []:
            yield from self.holders(part)


def is_comparable(program, expected):
    """Addresses, and numbers that JSON has not, are nothing to compare; nor are our descriptors called by a program."""
    text = json.dumps(expected)
    called = [each["name"] for each in program["defs"] if each["def"] in ("metaclass", "descriptor")]
    return not any(part in text for part in (" at 0x", "NaN", "Infinity", "typing.")) and not any(
        name in called for name in parts(program["ops"], "class"))


def too_long(*_):
    raise TimeoutError


def main(name, count, seed, folder):
    chance, found = random.Random(int(seed)), []
    python_alone = {"python_specific", "changed_in_3.12", "changed_in_3.13"}
    cases = [case for case in suite(name)["cases"] if not python_alone & set(case.get("tags", []))]
    signal.signal(signal.SIGALRM, too_long)
    while len(found) < int(count):
        try:
            program = Changing(chance, name, cases).made()
            signal.alarm(3)
            expected, written = run(program)
        except (Unsupported, TimeoutError, AttributeError, TypeError, KeyError):
            # Names that are not there, what is nothing to be written, or what takes too long.
            continue
        finally:
            signal.alarm(0)
        if is_comparable(program, expected):
            case = {"id": f"{name}/{seed}/{len(found)}", "what": "at random", "input": program, "expect": expected}
            found.append(case | {"py": written})
    whole = {"suite": name, "kind": "program", "format": 1, "python": "3.11", "count": len(found), "cases": found}
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    (pathlib.Path(folder) / f"{name}.json").write_text(json.dumps(whole, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) != 5 or sys.argv[1] not in SUITES:
        sys.exit(f"{__doc__}\nSuites: {', '.join(SUITES)}")
    main(*sys.argv[1:])
