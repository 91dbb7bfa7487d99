"""Lets WeasyPrint be imported without what only other systems or other fonts need.

Both context managers are for the import alone: afterwards, everything is as it was.
"""

import ctypes.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

SELDOM_NEEDED = ("fontTools.subset", "fontTools.varLib.instancer")


@contextmanager
def libraries_by_name() -> Iterator[None]:
    """Let libraries be loaded by the names that they have on Linux, without a search.

    WeasyPrint tries other systems' names first. For each one that is not there, Python starts
    ldconfig, gcc and ld to find it: eighty processes, a fifth of a second. The right names, such
    as ``libpango-1.0.so.0``, are among those that it tries, and need no search.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


@contextmanager
def font_tools_when_called() -> Iterator[None]:
    """Let parts of fontTools be imported when WeasyPrint calls them.

    It calls them for variable fonts, and where HarfBuzz cannot make subsets. To import them takes
    a tenth of a second.
    """
    later = {name: Later(name) for name in SELDOM_NEEDED if name not in sys.modules}
    sys.modules.update(later)
    try:
        yield
    finally:
        for name in later:
            del sys.modules[name]


class Later(ModuleType):
    """Stands for a module whose functions and classes are only called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*values: Any, **named: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*values, **named)

        return call


def _find_nothing(name: str) -> str | None:  # noqa: ARG001  # the signature is Python's
    return None
