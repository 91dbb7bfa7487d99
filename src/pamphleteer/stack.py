"""Room on the interpreter's stack, for work that calls deep.

CPython keeps the frames of Python's functions in pieces of 16 KB, one after another as calls go
deeper (3.11 and later). Where a loop calls a function just at the end of a piece, each call
allocates the next piece and gives it back. Layout goes through many such ends: a paragraph's lines
took three times as long to choose there as by themselves. A function whose own frame asks for a
lot is given one large piece, and all that it calls has room in the rest of it.
"""

from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any, ParamSpec, TypeVar

from pamphleteer.levers import is_on

ROOM = 1 << 15
"""Values for which the frame asks; the piece is rounded up to a power of two, and half is left."""

P = ParamSpec("P")
R = TypeVar("R")


def _call(work: Callable[..., Any], values: Any, named: Any) -> Any:
    return work(*values, **named)


_call_with_room = FunctionType(_call.__code__.replace(co_stacksize=ROOM), globals())


def with_room(work: Callable[P, R]) -> Callable[P, R]:
    """Let a function and all that it calls have one piece of the stack."""

    @wraps(work)
    def called(*values: P.args, **named: P.kwargs) -> R:
        call = _call_with_room if is_on("stack") else _call
        result: R = call(work, values, named)
        return result

    return called
