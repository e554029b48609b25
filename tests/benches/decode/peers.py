"""The peers in Python: the record of the benchmark with the same rules, for pydantic and for msgspec.

`python3 peers.py pydantic` says which version it is. Then it reads names of files with lines of JSON, and answers to each
with three numbers: nanoseconds, bad lines, and the faults that the last of them was said to have.
"""

import gc
import sys
import time
from typing import Annotated, Literal, Optional

EMAIL = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"
Status = Literal["active", "pending", "suspended", "closed"]


def with_pydantic():
    import pydantic
    from pydantic import BaseModel, Field, ValidationError

    class Address(BaseModel):
        street: Annotated[str, Field(min_length=1, max_length=100)]
        city: Annotated[str, Field(min_length=1, max_length=80)]
        zip: Annotated[str, Field(pattern="^[0-9]{5}$")]
        country: Annotated[str, Field(min_length=2, max_length=2)]
        unit: Annotated[Optional[str], Field(max_length=20)] = None

    class User(BaseModel):
        id: Annotated[int, Field(ge=1)]
        name: Annotated[str, Field(min_length=1, max_length=64)]
        username: Annotated[str, Field(pattern="^[a-z0-9_]{3,20}$")]
        email: Annotated[str, Field(pattern=EMAIL)]
        age: Annotated[int, Field(ge=18, le=150)]
        score: Annotated[float, Field(ge=0.0, le=100.0)]
        status: Status
        address: Address
        tags: Annotated[list[Annotated[str, Field(min_length=1, max_length=24)]], Field(max_length=10)]
        nickname: Annotated[Optional[str], Field(min_length=1, max_length=32)] = None

    name = f"pydantic {pydantic.VERSION} validate_json"
    return name, User.model_validate_json, ValidationError, ValidationError.error_count


def with_msgspec():
    import msgspec
    from msgspec import Meta, Struct, ValidationError

    class Address(Struct):
        street: Annotated[str, Meta(min_length=1, max_length=100)]
        city: Annotated[str, Meta(min_length=1, max_length=80)]
        zip: Annotated[str, Meta(pattern="^[0-9]{5}$")]
        country: Annotated[str, Meta(min_length=2, max_length=2)]
        unit: Optional[Annotated[str, Meta(max_length=20)]] = None

    class User(Struct):
        id: Annotated[int, Meta(ge=1)]
        name: Annotated[str, Meta(min_length=1, max_length=64)]
        username: Annotated[str, Meta(pattern="^[a-z0-9_]{3,20}$")]
        email: Annotated[str, Meta(pattern=EMAIL)]
        age: Annotated[int, Meta(ge=18, le=150)]
        score: Annotated[float, Meta(ge=0.0, le=100.0)]
        status: Status
        address: Address
        tags: Annotated[list[Annotated[str, Meta(min_length=1, max_length=24)]], Meta(max_length=10)]
        nickname: Optional[Annotated[str, Meta(min_length=1, max_length=32)]] = None

    decode = msgspec.json.Decoder(User).decode
    # It stops at the first fault.
    return f"msgspec {msgspec.__version__} Decoder", decode, ValidationError, lambda error: 1


def measure(lines, decode, invalid, faults):
    bad, last = 0, None
    start = time.perf_counter_ns()
    for line in lines:
        try:
            decode(line)
        except invalid as error:
            bad, last = bad + 1, error
    elapsed = time.perf_counter_ns() - start
    return elapsed, bad, 0 if last is None else faults(last)


def main():
    peers = {"pydantic": with_pydantic, "msgspec": with_msgspec}
    name, decode, invalid, faults = peers[sys.argv[1]]()
    version = ".".join(map(str, sys.version_info[:2]))
    print(f"{name} (Python {version})", flush=True)
    files = {}
    for file in map(str.strip, sys.stdin):
        if file not in files:
            with open(file, "rb") as opened:
                files[file] = opened.read().splitlines()
        gc.collect()
        print(*measure(files[file], decode, invalid, faults), flush=True)


main()
