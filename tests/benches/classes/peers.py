"""The same operations in CPython, whose fields have no types.

It says which version it is. Then it reads lines: what is to be measured (`time` or `bytes`), an operation and how often, with
tabs between them, and answers to each with the nanoseconds of all calls, with the bytes of all that was made, or with `-`.
"""

import gc
import platform
import sys
import timeit
import tracemalloc
from collections import namedtuple
from dataclasses import make_dataclass


class Record:
    __slots__ = ("a", "b", "c", "d", "e")
    x = 0

    def __init__(self, a, b, c, d, e):
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.e = e

    @property
    def p(self):
        return self.c

    def one(self):
        return 1

    def add(self, x, y):
        return x + y


class Sub(Record):
    __slots__ = ()

    def one(self):
        return super().one()


def class_of_five():
    return type("Record", (), {"a": 0, "b": 0, "c": 0, "d": 0, "e": 0, "one": one, "sum": one, "add": one})


def one(self):
    return 1


p = Record(1, 2, 3, 4, 5)
s = Sub(1, 2, 3, 4, 5)
c, x, name = "c", "x", "one"
names = [(name, int) for name in "abcde"]

TIMES = {
    "borrow, handle": "p.c",
    "borrow, symbol": "getattr(p, c)",
    "borrow, str": "getattr(p, c)",
    "get, handle": "p.c",
    "get, symbol": "getattr(p, c)",
    "get, str": "getattr(p, c)",
    "set, handle": "p.c = 5",
    "set, symbol": "setattr(p, c, 5)",
    "set, str": "setattr(p, c, 5)",
    "property, symbol": "p.p",
    "isinstance": "isinstance(s, Record)",
    "call, symbol": "p.one()",
    "call, str": "getattr(p, name)()",
    "super call": "s.one()",
    "call, 2 positional": "p.add(1, 2)",
    "call, 2 keywords": "p.add(x=1, y=2)",
    "create, positional": "Record(1, 2, 3, 4, 5)",
    "create, keywords, checked": "Record(a=1, b=2, c=3, d=4, e=5)",
    "class": "class_of_five()",
    "class, empty": "type('Empty', (), {})",
    "make_dataclass, 5 fields": "make_dataclass('Record', names)",
    "namedtuple, 5 names": "namedtuple('Record', 'a b c d e')",
    "class attribute, set": "Record.x = 5",
    "class attribute, get": "p.x",
    "class attribute, get after set": "p.x",
    "class attribute, get after 10^6 sets": "p.x",
    "borrow, symbol, after 10^6 sets": "getattr(p, c)",
    "call, symbol, after 1000 methods": "p.one()",
    "class attribute, set a method": "Record.one = one",
    "registry": "registry[c]",
}

# What happens to the class before the operation is measured.
CHANGES = {
    "class attribute, get after set": "Record.x = 1",
    "class attribute, get after 10^6 sets": "for i in range(10**6): Record.x = i",
    "borrow, symbol, after 10^6 sets": "for i in range(10**6): Record.x = i",
    "call, symbol, after 1000 methods": "for i in range(1000): Record.one = one",
}

MADE = {
    "instance of 5 fields": lambda: Record(1, 2, 3, 4, 5),
    "class of 5 fields and 3 methods": class_of_five,
    "class without anything": lambda: type("Empty", (), {}),
    "dataclass of 5 fields": lambda: make_dataclass("Record", ["a", "b", "c", "d", "e"]),
}

registry = {c: Record}

# Seconds of a loop with nothing in it, at best.
LOOP = min(timeit.repeat("pass", number=50_000, repeat=100)) / 50_000


def time(operation, calls):
    if operation not in TIMES:
        return "-"
    if operation in CHANGES:
        exec(CHANGES.pop(operation), globals())
    gc.collect()
    elapsed = timeit.timeit(TIMES[operation], number=calls, globals=globals())
    return round(max(elapsed / calls - LOOP, 0.0) * calls * 1e9)


def bytes_of(operation, count):
    if operation not in MADE:
        return "-"
    make = MADE[operation]
    make()
    gc.collect()
    tracemalloc.start()
    kept = [None] * count
    before, _ = tracemalloc.get_traced_memory()
    for i in range(count):
        kept[i] = make()
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return after - before


def main():
    print("CPython", platform.python_version(), flush=True)
    answers = {"time": time, "bytes": bytes_of}
    for line in sys.stdin:
        what, operation, count = line.rstrip("\n").split("\t")
        print(answers[what](operation, int(count)), flush=True)


main()
