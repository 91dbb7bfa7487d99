"""What does not go together on a ticket: a wish that would do nothing is a mistake."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pamphleteer.ticket.marks import read_marks
from pamphleteer.ticket.schemes import GRIDS, ON_ONE_SIDE
from pamphleteer.ticket.table import BY_NAME, KEYS
from pamphleteer.ticket.values import AskedCreep, read_creep


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A key that cannot be as it is beside the others: which, why, and the nearest fix."""

    key: str
    message: str
    hint: str


Say = Callable[[str], str]
"""A key as the reader knows it: ``--foot-fold``, or ``"foot_fold"``."""


def find_clashes(given: Mapping[str, str], say: Say) -> Iterator[Clash]:
    """Find what does nothing, or lacks what it needs.

    Args:
        given: What was written, by key, each value checked by itself.
        say: How keys are named in messages.
    """
    yield from _find_unfit(given, say)
    yield from _find_lonely(given, say)
    yield from _find_printers(given, say)
    yield from _find_half_grids(given, say)
    yield from _find_simplex(given, say)
    yield from _find_idle(given, say)
    yield from _find_drums(given, say)


def _find_unfit(given: Mapping[str, str], say: Say) -> Iterator[Clash]:
    """Keys that mean something for other schemes alone."""
    scheme = given.get("scheme", BY_NAME["scheme"].default)
    for key in KEYS:
        if key.name in given and key.schemes and scheme not in key.schemes:
            fit = " and ".join(filter(None, (", ".join(key.schemes[:-1]), key.schemes[-1])))
            yield Clash(
                key=key.name,
                message=f"{say(key.name)} is for {fit}, not for {scheme}",
                hint=f"Leave it out, or take the scheme {key.schemes[0]}.",
            )


def _find_lonely(given: Mapping[str, str], say: Say) -> Iterator[Clash]:
    """Keys that do nothing without others."""
    for key in KEYS:
        if key.name in given and key.beside and not set(key.beside).intersection(given):
            needed = " or ".join(map(say, key.beside))
            yield Clash(
                key=key.name,
                message=f"{say(key.name)} does nothing without {needed}",
                hint=f"Leave it out, or give {needed} as well.",
            )


def _find_printers(given: Mapping[str, str], say: Say) -> Iterator[Clash]:
    """A profile says how the printer turns sheets, and knows nothing of presses."""
    if "printer" not in given:
        if given.get("flip") == "manual":
            what = f"{say('flip')} manual does nothing without {say('printer')}"
            hint = "The printer's profile knows how the stack is put back: see pamphleteer printer."
            yield Clash(key="flip", message=what, hint=hint)
        return
    if given.get("flip", "manual") not in {"manual", "simplex"}:
        what = f"{say('printer')} says over which edge sheets are turned: leave out {say('flip')}"
        yield Clash(key="flip", message=what, hint="The printer's profile knows it.")
    if given.get("style", "sheetwise") != "sheetwise":
        what = f"{say('printer')} and {say('style')} do not go together"
        yield Clash(key="style", message=what, hint="Work styles are for presses.")


def _find_half_grids(given: Mapping[str, str], say: Say) -> Iterator[Clash]:
    """A grid of one's own has two sides."""
    missing = [name for name in ("front", "back") if name not in given]
    if given.get("scheme") == "custom" and missing:
        what = f"the scheme custom needs {' and '.join(map(say, missing))}"
        yield Clash(key="scheme", message=what, hint='Write a side for example as "5* 4* / 8 1".')


def _find_simplex(given: Mapping[str, str], say: Say) -> Iterator[Clash]:
    """What is folded to a book is printed on both sides."""
    scheme = given.get("scheme", BY_NAME["scheme"].default)
    if given.get("flip") == "simplex" and scheme not in ON_ONE_SIDE:
        what = f"sheets of the scheme {scheme} are printed on both sides, not {say('flip')} simplex"
        hint = f"A printer that prints one side only: {say('flip')} manual and {say('printer')}."
        yield Clash(key="flip", message=what, hint=hint)


def _find_idle(given: Mapping[str, str], say: Say) -> Iterator[Clash]:
    """Wishes for papers that are not told, and for cuts where nothing is cut."""
    papers = ("weight", "caliper")
    creep = read_creep(given["creep"]) if "creep" in given else AskedCreep()
    told = creep.weight or creep.caliper or any(name in given for name in papers)
    if "creep" in given and not told and creep.way != "none":
        needed = " or ".join(map(say, papers))
        what = f"{say('creep')} does nothing without a paper, such as 80gsm, or {needed}"
        yield Clash(key="creep", message=what, hint="Leave it out, or tell the paper as well.")
    if creep.weight and "weight" in given:
        what = f"{say('creep')} and {say('weight')} both tell the paper's weight"
        yield Clash(key="creep", message=what, hint="Leave it out of one of them.")
    if {"slug", "marks"} <= given.keys() and "slug" not in read_marks(given["marks"]):
        what = f"{say('slug')} does nothing without the mark slug"
        yield Clash(key="slug", message=what, hint=f"Leave it out, or add slug to {say('marks')}.")
    scheme = given.get("scheme", BY_NAME["scheme"].default)
    if scheme == "calendar" and given.get("binding", "top") != "top":
        what = f"a calendar is bound at the top, and not at the {given['binding']}"
        yield Clash(key="binding", message=what, hint="Leave it out.")
    cutting = {"style"} if scheme in FOLDED else {"grid", "style"}
    if "gutter" in given and scheme not in CUT and not cutting & given.keys():
        what = f"{say('gutter')} does nothing for {scheme}, which is not cut"
        yield Clash(key="gutter", message=what, hint="Leave it out.")


FOLDED = {"folded-section", "concertina"}
"""Schemes whose grid is folded, and not cut."""

CUT = {*GRIDS} - {"folded-section", "perfect-bound", "n-up", "concertina"}
"""Schemes whose sheets are cut, unless their grid is of one piece."""


def _find_drums(given: Mapping[str, str], say: Say) -> Iterator[Clash]:
    """Files for drums have marks of their own, and pages of another file would be on all drums."""
    if given.get("inks") != "riso":
        return
    told = {
        "crop_marks": "The register marks of each drum's file stay.",
        "filler": "Let the issue itself have these pages.",
    }
    for name, why in told.items():
        if name in given:
            what = f"{say(name)} does not go together with the inks riso"
            yield Clash(key=name, message=what, hint=f"Leave it out. {why}")
