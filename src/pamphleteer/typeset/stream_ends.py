r"""Ends streams so that nobody can mistake their last byte for a part of the line's end.

Before ``endstream`` stands an end of line, which is no part of the data. Where compressed data end
in a carriage return, by chance one in 256, pydyf's line feed makes both look like one end of line
(``\r\n``), and the data a byte shorter than they say, which PDF/A forbids (ISO 19005-2 §6.1.7.1).
Such data get a whole one.
"""

from functools import wraps
from typing import Any

import pydyf

MISTAKABLE = b"\r\nendstream"
CLEAR = b"\r\r\nendstream"

_data = pydyf.Stream.data.fget


@wraps(_data)
def _data_with_clear_end(stream: Any) -> bytes:
    data: bytes = _data(stream)
    return data.removesuffix(MISTAKABLE) + CLEAR if data.endswith(MISTAKABLE) else data


def end_streams_clearly() -> None:
    """Let pydyf write its streams so; nothing changes when it is called again."""
    pydyf.Stream.data = property(_data_with_clear_end)
