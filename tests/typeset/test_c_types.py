"""Names of C types are read as cffi reads them, and with less to parse."""

from typing import Any

import pytest
from cffi import FFI, CDefError  # type: ignore[import-untyped]
from weasyprint.text.ffi import ffi as weasyprints

from pamphleteer.typeset.c_types import TYPE, declare_what_is_named, with_what_is_named

DECLARED = """
typedef int number;
typedef struct { number first; unsigned bit : 1; } pair;
typedef struct pair_list { pair *data; struct pair_list *next; } pairs;
typedef unsigned long long uncommon, other;
int take(pair *, other);
"""
NAMES = ("pair *", "number[]", "pairs", "char **", "struct pair_list *", "other(*)(pair, int)")


def interface(*, quick: bool) -> Any:
    made = FFI()
    made.cdef(DECLARED)
    if quick:
        declare_what_is_named(made)
    return made


@pytest.mark.parametrize("name", NAMES)
def test_each_name_is_the_same_type(name: str) -> None:
    stock, quick = (interface(quick=which).typeof(name) for which in (False, True))
    assert repr(stock) == repr(quick)
    assert stock.kind == quick.kind


def test_more_can_be_declared_later() -> None:
    quick = interface(quick=True)
    quick.cdef("typedef struct { pair one; uint8_t two; } more;")
    assert quick.sizeof("more") == quick.sizeof("pair") + 4


@pytest.mark.parametrize("quick", [False, True])
def test_what_is_not_known_is_told(quick: bool) -> None:
    with pytest.raises(CDefError, match="odd"):
        interface(quick=quick).typeof("odd *")


def test_weasyprints_names_are_read_so() -> None:
    parser = weasyprints._parser
    assert "_parse" in vars(parser)
    few = with_what_is_named(parser, "PangoRectangle *")
    assert [name for name in few._declarations if name.startswith(TYPE)] == [
        "typedef PangoRectangle"
    ]
