"""Python's garbage collector, told what we know: what is made stays, and there are few cycles.

The collector looks for cycles each time that so many more objects were made than let go. A build
makes many boxes, and imposing many PDF objects, which live as long as the work does: it looks
through them again and again, and finds nothing. The lever ``collector`` leaves it as it is.
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

from pamphleteer.levers import is_on

SELDOM = (200_000, 20, 20)
"""After how many new objects the garbage collector looks for cycles; Python's own is 700."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the garbage collector rest; also as a decorator of a function that works a while."""
    working = gc.isenabled() and is_on("collector")
    if working:
        gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Let the garbage collector pass over what is imported within, and look seldom from then on.

    For a command: what is imported stays to the end in any case. To look it through again and
    again takes a twentieth of a build's time, and as much is saved by looking seldom.
    """
    with uncollected():
        yield
        if is_on("collector") and not gc.get_freeze_count():
            gc.freeze()
            gc.set_threshold(*SELDOM)
            atexit.register(gc.freeze)  # nor need it look for what can go when all goes
