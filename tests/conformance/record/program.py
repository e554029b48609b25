"""Runs programs with the Python that runs this: `python3 program.py` tells where it answers otherwise than was recorded.

The format is that of `../cases`: definitions, operations, and what came of each.
"""

import copy
import dataclasses
import inspect
import json
import pathlib
import warnings
from dataclasses import MISSING

import source
from source import Unsupported

CASES = pathlib.Path(__file__).parent.parent / "cases"
SUITES = ["pipeline", "dataclass_init", "dataclass_methods", "namedtuple_ops", "enum_ns"]
WRITTEN = "<case>"
METHODS = """__init__ __repr__ __eq__ __lt__ __le__ __gt__ __ge__ __hash__ __setattr__ __delattr__ __match_args__ __slots__
    __post_init__""".split()
# What a program can name.
IMPORTS = """
from collections import namedtuple
from dataclasses import KW_ONLY, MISSING, InitVar, dataclass, field, make_dataclass
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, Flag, IntEnum, IntFlag, StrEnum
from enum import auto, member, nonmember, unique, verify
from types import new_class
from typing import Any, ClassVar, List, NamedTuple, Optional
"""


def is_special(name):
    return name.startswith("__") and name.endswith("__")


class World:
    """What a program knows, and what it has recorded."""

    def __init__(self):
        self.events, self.counters = [], {}
        self.names = {"__name__": "__main__", **self.helpers(), **namespaces(self.log)}
        exec(IMPORTS, self.names)

    def helpers(self):
        def counter(n):
            def count():
                self.counters[n] = self.counters.get(n, 0) + 1
                return self.counters[n]
            return count

        def raiser(kind, text):
            def fail():
                raise kind(text)
            return fail

        return {
            "LOG": self.log, "COUNTER": counter, "RAISER": raiser,
            "NAMES": lambda bases: [base.__name__ for base in bases],
            "PAIRS": lambda pairs: [[name, item] for name, item in pairs],
            "FRESH": lambda given: lambda: copy.deepcopy(given),
        }

    def log(self, *parts):
        self.events.append([event(part) for part in parts])

    def value(self, json):
        return eval(source.value(json), self.names)

    def execute(self, text):
        exec(compile(text, WRITTEN, "exec", dont_inherit=True), self.names)
        return "ok"

    def call(self, function, op):
        return eval("function" + source.arguments(op), {**self.names, "function": function})

    def keep(self, op, result, typed=False):
        """What an operation gives, as texts."""
        if "as" in op:
            self.names[op["as"]] = result
        kind = {"type": type(result).__name__} if typed or op.get("typed") else {}
        return {"ok": repr(result)} | kind

    def operate(self, op):
        name = op["op"]
        if name in QUESTIONS:
            return {"ok": QUESTIONS[name](self, op)}
        if name in RESULTS:
            return self.keep(op, RESULTS[name](self, op), name in TYPED)
        if name in CHANGES:
            CHANGES[name](self, op)
            return {"ok": "None"}
        if name in DETAILED:
            return DETAILED[name](self, op)
        raise Unsupported(name)

    def of(self, op):
        return self.value(op["of"])

    def classes(self, names):
        found = [eval(name, self.names) for name in ([names] if isinstance(names, str) else names)]
        return found[0] if isinstance(names, str) else tuple(found)


def event(part):
    if part is None or type(part) in (bool, str, int, float):
        return part
    return [event(item) for item in part] if type(part) is list else repr(part)


def namespaces(log):
    class LoggingDict(dict):
        def __setitem__(self, name, item):
            is_special(name) or log("ns.set", name)
            dict.__setitem__(self, name, item)

        def __getitem__(self, name):
            is_special(name) or log("ns.get", name)
            return dict.__getitem__(self, name)

        def __delitem__(self, name):
            is_special(name) or log("ns.del", name)
            dict.__delitem__(self, name)

    class LoggingAllDict(LoggingDict):
        def __setitem__(self, name, item):
            log("ns.set", name)
            dict.__setitem__(self, name, item)

    class NoDuplicateDict(dict):
        def __setitem__(self, name, item):
            if name in self:
                raise TypeError(f"Duplicate definition of {name!r}")
            dict.__setitem__(self, name, item)

    class MissingDict(dict):
        def __missing__(self, name):
            if name.startswith("_"):
                raise KeyError(name)
            log("ns.missing", name)
            self[name] = sum(not known.startswith("_") for known in self) + 1
            return self[name]

    return {kind.__name__: kind for kind in (LoggingDict, LoggingAllDict, NoDuplicateDict, MissingDict)}


def names_of(classes):
    return repr([each.__name__ for each in classes])


def hash_kind(of):
    for owner in of.__mro__:
        if "__hash__" not in owner.__dict__:
            continue
        found = owner.__dict__["__hash__"]
        if found is None:
            return "unhashable"
        if owner is object:
            return "identity"
        code = getattr(found, "__code__", None)
        kind = "explicit" if code and code.co_filename == WRITTEN else "generated"
        return f"own, {kind}" if owner is of else f"inherited from {owner.__name__}, {kind}"


def set_index(world, op):
    world.of(op)[world.value(op["i"])] = world.value(op["value"])


def delete_index(world, op):
    of = world.of(op)
    del of[world.value(op["i"])]


def unpack(world, op):
    names = {"given": world.of(op)}
    targets = [f"v{i}" for i in range(op["n"])]
    exec("".join(target + ", " for target in targets) + "= given" if targets else "[] = given", names)
    return [names[target] for target in targets]


def compare(world, op):
    return repr(eval(f"a {op['rel']} b", {"a": world.value(op["a"]), "b": world.value(op["b"])}))


def operator(world, op):
    return eval(f"a {op['sym']} b", {"a": world.value(op["a"]), "b": world.value(op["b"])})


def minmax(world, op):
    of = world.of(op)
    return min(of), max(of)


def super_of(world, op):
    return super(eval(op["class"], world.names), world.of(op))


# What is told of a value.
QUESTIONS = {
    "has": lambda world, op: repr(hasattr(world.of(op), op["name"])),
    "repr": lambda world, op: repr(world.of(op)),
    "str": lambda world, op: str(world.of(op)),
    "type": lambda world, op: type(world.of(op)).__name__,
    "mro": lambda world, op: names_of(world.of(op).__mro__),
    "bases": lambda world, op: names_of(world.of(op).__bases__),
    "subclasses": lambda world, op: names_of(world.of(op).__subclasses__()),
    "class_names": lambda world, op: repr([name for name in world.of(op).__dict__ if not is_special(name)]),
    "vars": lambda world, op: repr(dict(vars(world.of(op)))),
    "own": lambda world, op: repr(op["name"] in world.of(op).__dict__),
    "own_methods": lambda world, op: repr([name for name in METHODS if name in world.of(op).__dict__]),
    "hash_kind": lambda world, op: hash_kind(world.of(op)),
    "hash": lambda world, op: hash(world.of(op)) is None or "hashable",
    "hash_value": lambda world, op: repr(hash(world.of(op))),
    "hash_eq": lambda world, op: repr(hash(world.value(op["a"])) == hash(world.value(op["b"]))),
    "cmp": compare,
    "is": lambda world, op: repr(world.value(op["a"]) is world.value(op["b"])),
    "isinstance": lambda world, op: repr(isinstance(world.of(op), world.classes(op["class"]))),
    "issubclass": lambda world, op: repr(issubclass(world.of(op), world.classes(op["class"]))),
    "contains": lambda world, op: repr(world.value(op["item"]) in world.of(op)),
    "is_dataclass": lambda world, op: repr(dataclasses.is_dataclass(world.of(op))),
    "doc": lambda world, op: repr(world.of(op).__doc__),
    "lookup_value": lambda world, op: repr(world.of(op)(world.value(op["value"]))),
    "lookup_name": lambda world, op: repr(world.of(op)[op["name"]]),
}

# What gives a value, which may be kept.
RESULTS = {
    "let": lambda world, op: world.value(op["value"]),
    "call": lambda world, op: world.call(getattr(world.of(op), op["method"]), op),
    "get": lambda world, op: getattr(world.of(op), op["name"]),
    "getattr_default": lambda world, op: getattr(world.of(op), op["name"], world.value(op["default"])),
    "super_call": lambda world, op: world.call(getattr(super_of(world, op), op["method"]), op),
    "super_get": lambda world, op: getattr(super_of(world, op), op["name"]),
    "index": lambda world, op: world.of(op)[world.value(op["i"])],
    "slice": lambda world, op: world.of(op)[slice(*(world.value(op.get(part)) for part in ("start", "stop", "step")))],
    "len": lambda world, op: len(world.of(op)),
    "bool": lambda world, op: bool(world.of(op)),
    "list": lambda world, op: list(world.of(op)),
    "tuple": lambda world, op: tuple(world.of(op)),
    "sorted": lambda world, op: sorted(world.of(op)),
    "reversed": lambda world, op: list(reversed(world.of(op))),
    "minmax": minmax,
    "concat": lambda world, op: world.value(op["a"]) + world.value(op["b"]),
    "repeat": lambda world, op: world.of(op) * world.value(op["n"]),
    "unpack": unpack,
    "replace": lambda world, op: dataclasses.replace(world.of(op), **{k: world.value(v) for k, v in op["kwargs"]}),
    "asdict": lambda world, op: dataclasses.asdict(world.of(op), dict_factory=list if "dict_factory" in op else dict),
    "astuple": lambda world, op: dataclasses.astuple(world.of(op), tuple_factory=list if "tuple_factory" in op else tuple),
    "binop": operator,
    "invert": lambda world, op: ~world.of(op),
}
TYPED = {"index", "slice", "concat", "repeat", "asdict", "astuple"}

CHANGES = {
    "set": lambda world, op: setattr(world.of(op), op["name"], world.value(op["value"])),
    "del": lambda world, op: delattr(world.of(op), op["name"]),
    "dict_set": lambda world, op: world.of(op).__dict__.__setitem__(op["name"], world.value(op["value"])),
    "set_index": set_index,
    "del_index": delete_index,
}


def new(world, op):
    made = world.call(eval(op["class"], world.names), op)
    if "as" in op:
        world.names[op["as"]] = made
    shown = {
        None: lambda: {"ok": repr(made)},
        "repr+vars": lambda: {"ok": repr(made), "vars": repr(dict(vars(made)))},
        "vars": lambda: {"ok": repr(dict(vars(made)))},
        "type": lambda: {"ok": type(made).__name__},
    }[op.get("show")]()
    return shown | ({"type": type(made).__name__} if op.get("typed") else {})


def fields(world, op):
    found = dataclasses.fields(world.of(op))

    def described(item):
        kind = item.type
        shown = kind if isinstance(kind, str) else kind.__name__ if isinstance(kind, type) else repr(kind)
        return {
            "name": item.name, "type": shown.replace("typing.", ""), "init": item.init, "repr": item.repr,
            "compare": item.compare, "hash": item.hash, "kw_only": item.kw_only,
            "default": None if item.default is MISSING else repr(item.default),
            "has_factory": item.default_factory is not MISSING, "metadata": repr(dict(item.metadata)),
        }

    return {"ok": repr([item.name for item in found]), "fields": [described(item) for item in found]}


def signature(world, op):
    found = inspect.signature(world.of(op))
    kinds = {inspect.Parameter.POSITIONAL_OR_KEYWORD: "positional_or_keyword", inspect.Parameter.KEYWORD_ONLY: "keyword_only"}

    def described(param):
        if param.kind not in kinds:
            raise Unsupported("a parameter that takes several")
        default = {} if param.default is param.empty else {"default": repr(param.default)}
        return {"name": param.name, "kind": kinds[param.kind], "required": not default} | default

    return {"ok": str(found), "params": [described(param) for param in found.parameters.values()]}


def members(world, op):
    of = world.of(op)
    return {
        "ok": repr([each._name_ for each in of]),
        "members": [[each._name_, repr(each._value_)] for each in of],
        "all": [[name, each._name_] for name, each in of.__members__.items()],
    }


DETAILED = {"new": new, "fields": fields, "signature": signature, "members": members}


def refusal(error):
    if isinstance(error, (Unsupported, SyntaxError, NameError, RecursionError)):
        raise Unsupported(repr(error))
    shown = {"type": type(error).__name__, "message": str(error)}
    cause = error.__cause__
    return {"error": shown | ({"cause": {"type": type(cause).__name__, "message": str(cause)}} if cause else {})}


def attempt(function, given):
    try:
        return function(given)
    except Exception as error:
        return refusal(error)


def run(program):
    """What comes of a program, and its Python.

    Raises `Unsupported` for one that asks for names which are not there, or for what cannot be recorded.
    """
    world = World()
    # What cannot be written is no answer of Python.
    written = ["\n".join(source.define(each)) for each in program["defs"]]
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        expected = {
            "defs": [attempt(world.execute, text) for text in written],
            "ops": [attempt(world.operate, each) for each in program["ops"]],
        }
    if world.events:
        expected["events"] = world.events
    if warned:
        expected["warnings"] = [warning.category.__name__ for warning in warned]
    return expected, "\n".join(written)


def suite(name, folder=CASES):
    return json.loads((pathlib.Path(folder) / f"{name}.json").read_text())


def neutral(outcomes):
    """Without the text of a signature, and with the absent default of a parameter as the recorded ones have it."""
    def of(outcome):
        if not isinstance(outcome, dict) or "params" not in outcome:
            return outcome
        return [{name: part for name, part in param.items() if part is not None} for param in outcome["params"]]
    return [of(outcome) for outcome in outcomes]


def main():
    for name in SUITES:
        cases = suite(name)["cases"]
        differing = []
        for case in cases:
            expected, _ = run(case["input"])
            wanted = {part: case["expect"][part] for part in ("defs", "ops", "events", "warnings") if part in case["expect"]}
            for each in (expected, wanted):
                each["ops"] = neutral(each["ops"])
            differing += [case["id"]] * (expected != wanted)
        print(f"{name}: {len(cases)} programs, {len(differing)} answered otherwise", *differing, sep="\n  ")


if __name__ == "__main__":
    main()
