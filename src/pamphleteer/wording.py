"""What is said of a finished build: plain lines, or one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pamphleteer.ticket import KEYS, Ticket
from pamphleteer.units import MM_PER_PT

if TYPE_CHECKING:
    from pamphleteer.build import Built
    from pamphleteer.imposition.placing import Setting
    from pamphleteer.imposition.plan import Plan
    from pamphleteer.problems import Problem
    from pamphleteer.units import Pt


"""Millimetres to the point."""

LEAST_BLANKS = 4
"""Blank pages from which on it is worth while to fold otherwise: a sheet less."""

MOST_CHOICES = 3

ISO_NAME = 2
"""Letters of a name such as A4."""


def page_count(built: Built) -> str:
    """How many pages there are, on how many sheets."""
    sheets = f"{built.sheets} sheet{'s' * (built.sheets != 1)}"
    if not built.blanks:
        return f"{built.pages} page{'s' * (built.pages != 1)} on {sheets}"
    filled = f"{built.pages - built.blanks} page{'s' * (built.pages - built.blanks != 1)}"
    are = f"{built.blanks} blank page{'s' * (built.blanks > 1)}"
    return f"{filled}, with {are} a booklet of {built.pages} on {sheets}"


PLAIN = {"saddle-stitch", "loose-leaf"}
"""Schemes that are told in a line, if nothing else is asked for but what that line says."""

SAID_IN_A_LINE = {
    *("scheme", "paper", "flip", "weight", "creep", "blanks", "links", "preview"),
    *("inks", "crop_marks"),
}


DRUMS = (
    "Each side takes all drums, one after the other, on the same sheets: print it with one drum's "
    "file, let the sheets dry, and print it with the next."
)


def how_to_print(built: Built) -> tuple[str, ...]:
    """What to choose in the print dialog, and what to do with the sheets.

    A booklet that is folded once is told in a line, anything else step by step.
    """
    booklet, ticket = built.booklet, built.issue.printing
    if booklet.instructions is None or booklet.plan is None or booklet.setting is None:
        return ()
    from pamphleteer.imposition.telling import write_instructions  # not for the screen alone

    creep = tuple(creep_lines(booklet.plan, booklet.setting, booklet.margin))
    if not _is_plain(ticket) or built.for_printer:
        drums = ("", DRUMS) if ticket.inks == "riso" else ()
        return (*creep, *drums, "", *write_instructions(booklet.instructions))
    paper = ticket.paper.upper() if len(ticket.paper) == ISO_NAME else ticket.paper
    if ticket.flip == "simplex":
        return (*creep, f"To print: {paper} paper, one side, actual size.")
    edge = ticket.flip.replace("-", " ")
    if ticket.inks == "riso":
        return (
            *creep,
            f"To print: {paper} paper, actual size. {DRUMS} Flip them on {edge} for their backs. "
            "Then fold the sheets together and staple the fold.",
        )
    return (
        *creep,
        f"To print: {paper} paper, both sides, flip on {edge}, actual size. "
        "Try one copy first. Then fold the sheets together and staple the fold.",
    )


def _is_plain(ticket: Ticket) -> bool:
    asked = {key.name for key in KEYS if getattr(ticket, key.name) != key.default_for_issue}
    is_plain = ticket.scheme == "saddle-stitch" or ticket.flip == "simplex"
    return is_plain and ticket.scheme in PLAIN and asked <= SAID_IN_A_LINE


def paper_needed(built: Built) -> list[dict[str, object]]:
    """How much of each paper the run takes, as facts."""
    told = built.booklet.instructions
    return [
        {
            "part": use.part or None,
            "weight": use.weight,
            "sheets": use.sheets,
            "spare": use.spare,
            "reams": use.tenths / 10,
        }
        for use in (told.uses if told else ())
    ]


def blank_lines(pages: int, plan: Plan) -> Iterator[str]:
    """What else could be done where pages overrun the sections that were asked for."""
    from pamphleteer.imposition.blanks import choices

    if plan.scheme not in {"folded-section", "perfect-bound"} or plan.cut:
        return
    places = sum(len(side.slots) for side in plan.sides)
    size = places * max(plan.sections) // sum(plan.sections)
    whole, over = divmod(pages, size)
    blanks, few = places - pages, bool(whole) and 0 < over <= LEAST_BLANKS
    if blanks < LEAST_BLANKS and not few:
        return
    if whole and over:
        sections = f"a {size}-page section" if whole == 1 else f"{whole} {size}-page sections"
        yield f"{pages} pages overrun {sections} by {over}, and leave {blanks} of {places} places"
        yield "blank. There is also:"
    else:
        yield f"{pages} pages leave {blanks} of {places} places blank. There is also:"
    sizes = [each for each in (4, 8, 16, 32) if each <= size]
    found = [choice for choice in choices(pages, sizes) if choice.blanks < places - pages]
    cut = [choice for choice in found if not choice.blanks][:1]
    filled = [choice for choice in found if choice.blanks][: MOST_CHOICES - len(cut)]
    yield from (f"  {choice.what}" for choice in (*cut, *filled))


def creep_lines(plan: Plan, setting: Setting, margin: Pt | None) -> Iterator[str]:
    """By how much pages are moved or narrowed for creep: those that are alike in one line."""
    moved, narrowed = setting.shifts, setting.stretches
    alike: dict[str, list[int]] = {}
    for page, shift in sorted(moved.items(), key=lambda each: (abs(each[1]), each[0])):
        alike.setdefault(f"{abs(shift) * MM_PER_PT:.2f} mm", []).append(page)
    for page, factor in sorted(narrowed.items(), key=lambda each: (-each[1], each[0])):
        alike.setdefault(f"{100 * factor:.2f} %", []).append(page)
    if not alike:
        return
    way = "away from" if min(moved.values(), default=0.0) < 0 else "towards"
    what = f"moved {way} the spine" if moved else "narrowed about the spine"
    yield f"Pages are {what}, since those inside creep outwards:"
    for amount, pages in alike.items():
        yield f"  {amount:>9}  pages {', '.join(map(str, pages))}"
    yield from _whole_lines(plan, setting)
    if margin is not None:
        yield f"Of an outer margin of 10 mm, {margin * MM_PER_PT:.2f} mm stay when it is trimmed."


def _whole_lines(plan: Plan, setting: Setting) -> Iterator[str]:
    """Which pages are moved less than others of their section, so that they meet in the fold."""
    from pamphleteer.imposition.facing import find_crossovers

    most = max(setting.shifts.values(), default=0.0)
    pairs = [
        " and ".join(map(str, each.pages))
        for each in find_crossovers(plan)
        if not each.outside and setting.shifts.get(each.pages[0], 0.0) < most
    ]
    if most > 0 and pairs:
        yield f"Pages {', '.join(pairs)} meet in the fold: a picture across them stays whole."


def explained(built: Built) -> Iterator[str]:
    """Why each page is as it is."""
    for number in range(1, built.pages + 1):
        reasons = [reason for page, reason in built.reasons if page == number]
        for reason in reasons or ["nothing had to give way"]:
            yield f"Page {number}: {reason}."


def as_json(*, problems: tuple[Problem, ...], **facts: object) -> str:
    """Facts and problems as one JSON object."""
    listed = [
        {
            "severity": str(problem.severity),
            "code": problem.code,
            "message": problem.message,
            "path": problem.pos.path if problem.pos else None,
            "line": (problem.pos.line or None) if problem.pos else None,
            "column": (problem.pos.column or None) if problem.pos else None,
            "hint": problem.hint or None,
        }
        for problem in problems
    ]
    return json.dumps({**facts, "problems": listed}, ensure_ascii=False, indent=2)
