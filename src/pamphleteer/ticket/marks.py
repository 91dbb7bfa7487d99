"""Printers' marks by their names, and sets of them by who prints."""

from collections.abc import Mapping
from typing import Literal, cast, get_args

from pamphleteer.problems import nearest
from pamphleteer.ticket.values import BadValueError

Name = Literal[
    "collation",
    "crop",
    "fold",
    "centre",
    "registration",
    "colour-bar",
    "grey-bar",
    "slug",
    "grain",
    "grain-long",
    "grain-short",
]
"""All marks, in the order in which they take their places. ``colour-bar`` is for work in four inks,
``grey-bar`` for black alone. ``grain`` says how the paper's grain should run; ``grain-long`` and
``grain-short`` say how it does: along the sheet's long or short edge."""

MARKS: Mapping[str, tuple[Name, ...]] = {
    "none": (),
    "office": ("fold",),
    "copyshop": ("crop", "fold"),
    "sheetfed": (
        "collation",
        "crop",
        "fold",
        "centre",
        "registration",
        "colour-bar",
        "slug",
        "grain",
    ),
}
"""Sets of marks, by who prints."""


def read_marks(text: str) -> tuple[Name, ...]:
    """Read a set's name, or the names of marks with commas between them.

    Raises:
        BadValueError: ``unknown-mark``: the first name that is none, with the nearest one.
    """
    names = [name.strip() for name in text.split(",") if name.strip()]
    if len(names) == 1 and names[0] in MARKS:
        return MARKS[names[0]]
    known = get_args(Name)
    for name in names:
        if name not in known:
            raise _no_mark(name, len(names))
    return tuple(cast(Name, name) for name in known if name in names)


def _no_mark(name: str, count: int) -> BadValueError:
    """Say what marks there are; a set stands by itself."""
    known = get_args(Name)
    if count > 1 and name in MARKS:
        hint = f"Its marks are: {', '.join(MARKS[name]) or 'none'}."
        return BadValueError(
            f'"{name}" is a set of marks and stands alone', hint, code="unknown-mark"
        )
    listed = f"Sets: {', '.join(MARKS)}. Marks: {', '.join(known)}."
    hint = nearest(name, (*MARKS, *known)) or listed
    return BadValueError(f'no mark "{name}"', hint, code="unknown-mark")
