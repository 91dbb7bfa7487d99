"""Python's garbage collector, told what the commands know: what they make stays to their end."""

from __future__ import annotations

import atexit
import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pamphleteer.levers import is_on

if TYPE_CHECKING:
    from collections.abc import Iterator

SELDOM = (200_000, 20, 20)
"""After how many new objects the garbage collector looks for cycles; Python's own is 700."""


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Let the garbage collector pass over what is imported within, and look seldom from then on.

    What is imported stays to the end in any case; to look it through again and again takes a
    twentieth of a build's time. As much is saved by looking seldom: a build makes many boxes, and
    imposing many PDF objects, which live as long as the command does, and few cycles.
    """
    seldom = is_on("collector")
    if seldom:
        gc.disable()
    try:
        yield
        if seldom and not gc.get_freeze_count():
            gc.freeze()
            gc.set_threshold(*SELDOM)
            atexit.register(gc.freeze)  # nor need it look for what can go when all goes
    finally:
        gc.enable()
