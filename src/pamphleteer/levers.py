"""Levers: what saves time and changes nothing else, each of which can be switched off.

With a lever off, a build gives the same bytes, only later; a test builds with each of them off, and
``python -m tests.bench.bench_levers`` measures what each saves. Should one of them be in the way,
after an upgrade of WeasyPrint for instance, it is named in the environment::

    PAMPHLETEER_WITHOUT=paragraphs,glyphs pamphleteer build
"""

import os
from functools import cache
from typing import Literal, get_args

from pamphleteer.problems import nearest

WITHOUT = "PAMPHLETEER_WITHOUT"
"""The environment variable that names the levers which are off, with commas, or says ``all``."""

ALL = "all"

Lever = Literal[
    "libraries",
    "fonttools",
    "c-types",
    "patterns",
    "rules",
    "restyling",
    "paragraphs",
    "glyphs",
    "collector",
    "stack",
]
"""Where each is: ``libraries`` and ``fonttools`` in `typeset.lean_import`, ``c-types`` and
``patterns`` in modules beside it, ``rules`` in `typeset.style_sheets`, ``restyling`` in
`typeset.typesetter`, ``paragraphs`` in `typeset.paragraph.remembering`, ``glyphs`` in
`typeset.paragraph.drawing`, the garbage ``collector`` in `collector`, and ``stack`` in `stack`."""

LEVERS: tuple[Lever, ...] = get_args(Lever)


@cache
def is_on(lever: Lever) -> bool:
    """Whether a lever is on.

    Raises:
        ValueError: the environment names a lever that there is not.
    """
    return lever not in switched_off(os.environ.get(WITHOUT, ""))


def switched_off(named: str) -> frozenset[str]:
    """The levers that are named, with commas between them.

    Raises:
        ValueError: there is no lever of a name.
    """
    names = frozenset(name.strip() for name in named.split(",")) - {""}
    known = (*LEVERS, ALL)
    for name in sorted(names.difference(known)):
        hint = nearest(name, known) or f"Expected {', '.join(LEVERS)}, or {ALL}."
        raise ValueError(f'{WITHOUT} names "{name}", which is no lever. {hint}')
    return frozenset(LEVERS) if ALL in names else names
