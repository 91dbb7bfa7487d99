"""Lets the names of C types be read without declaring all others first.

Each time that WeasyPrint first names a C type ("PangoRectangle *"), cffi has a parser for C read a
line for every type that is known, some seventy, and then the name: four thousandths of a second, of
which a build needs twenty. Only types that are named matter to how a text is parsed.
"""

import re
from copy import copy
from typing import Any

TYPE = "typedef "


def declare_what_is_named(ffi: Any) -> None:
    """Let the parser of a cffi interface read so; what it parses is the same."""
    parser = ffi._parser
    parse = type(parser)._parse

    def parse_with_what_is_named(text: str) -> Any:
        return parse(with_what_is_named(parser, text), text)

    parser._parse = parse_with_what_is_named


def with_what_is_named(parser: Any, text: str) -> Any:
    """A parser like the given one, that knows no types but those that a text names."""
    few = copy(parser)
    declared, words = parser._declarations, set(re.findall(r"\w+", text))
    few._declarations = {
        name: what
        for name, what in declared.items()
        if not name.startswith(TYPE) or name.removeprefix(TYPE) in words
    }
    return few
