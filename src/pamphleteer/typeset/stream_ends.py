r"""Ends streams so that nobody can mistake their last byte for a part of the line's end.

Before ``endstream`` stands an end of line, which is no part of the data. Where compressed data end
in a carriage return, by chance one in 256, pydyf's line feed makes both look like one end of line
(``\r\n``), and the data a byte shorter than they say, which PDF/A forbids (ISO 19005-2 §6.1.7.1).
Such data get a whole one.

A file's identifier is reckoned from all its streams, for which each would be compressed twice.
"""

from functools import wraps
from typing import Any

import pydyf

MISTAKABLE = b"\r\nendstream"
CLEAR = b"\r\r\nendstream"

_data = pydyf.Stream.data.fget


WRITTEN = "_written"
"""The field of a stream that keeps its data, and what was in it then."""


@wraps(_data)
def _data_with_clear_end(stream: Any) -> bytes:
    """The data of a stream; those of one to which nothing came since are not made again."""
    holds = len(stream.stream), dict(stream.extra), stream.compress
    then, data = vars(stream).get(WRITTEN, (None, b""))
    if then != holds:
        data = _data(stream)
        data = data.removesuffix(MISTAKABLE) + CLEAR if data.endswith(MISTAKABLE) else data
        vars(stream)[WRITTEN] = holds, data
    return bytes(data)


def end_streams_clearly() -> None:
    """Let pydyf write its streams so; nothing changes when it is called again."""
    pydyf.Stream.data = property(_data_with_clear_end)
