"""Keeps what was made of pictures, by what it was made from, as long as the program runs.

While an issue is built again and again its pictures stay the same. What was used longest ago goes
first; nothing is written anywhere.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, Protocol, TypeVar

MOST_BYTES = 256 * 2**20


class Sized(Protocol):
    """What takes room."""

    def __len__(self) -> int:
        """How many bytes it takes."""


Made = TypeVar("Made", bound=Sized)


class Shelf(Generic[Made]):
    """A shelf with room for so many bytes."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Made] = OrderedDict()
        self._bytes = 0

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made under a key, or is made now."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = make()
        self._kept[key] = made
        self._bytes += len(made)
        while self._bytes > self._most:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest)
        return made

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()
        self._bytes = 0
