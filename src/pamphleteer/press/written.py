"""Values as the bytes that stand for them in a file (ISO 32000-2, 7.3)."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

SPECIAL = re.compile(r"[\\()]")
"""What has a meaning within a literal string (7.3.4.2)."""

IRREGULAR = re.compile(rb"[^!-~]|[#%()/<>\[\]{}]")
"""Bytes that a name cannot have as they are (7.3.5)."""

MEMORY = 1024
"""How many names and runs of numbers are remembered as they are written."""


def write_entries(entries: Mapping[str, bytes]) -> bytes:
    """Write a dictionary (7.3.7)."""
    return b"<< %b >>" % b" ".join(b"%b %b" % (write_name(key), entries[key]) for key in entries)


@lru_cache(MEMORY)
def write_name(name: str) -> bytes:
    """Write a name, given with its slash; or as qpdf gives one that is no UTF-8 (`objects`)."""
    if name.startswith("n:"):
        return name[2:].encode()
    return b"/%b" % IRREGULAR.sub(lambda found: b"#%02X" % ord(found[0]), name[1:].encode())


def write_array(items: Iterable[bytes]) -> bytes:
    """Write an array (7.3.6)."""
    return b"[%b]" % b" ".join(items)


def write_text(text: str) -> bytes:
    """Write a text string (7.9.2.2), in UTF-16 where it is more than plain ASCII."""
    if text.isascii() and text.isprintable():
        return b"(%b)" % SPECIAL.sub(r"\\\g<0>", text).encode()
    return b"<FEFF%b>" % text.encode("utf-16-be").hex().encode()


def write_numbers(values: Iterable[float]) -> bytes:
    """Write numbers as an array, points to a ten-thousandth."""
    return b"[%b]" % operands(values).encode()


def operands(values: Iterable[float], *, places: int = 4) -> str:
    """Write numbers, points to a ten-thousandth, without needless zeros.

    Sides are alike, so that most of their numbers have been written before.
    """
    return _operands(tuple(values), places)


@lru_cache(MEMORY)
def _operands(values: tuple[float, ...], places: int) -> str:
    # "z": equal numbers must be written alike, and -0.0 is equal to 0.
    return " ".join(f"{value:z.{places}f}".rstrip("0").rstrip(".") for value in values)
