"""Single values of a ticket: what each may be, read from how it is written."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from pamphleteer.problems import nearest
from pamphleteer.units import Pt, Size, parse_length

MOST_IN_GRID = 50
"""Rows, or columns, of pages or pieces on a sheet."""
MOST_COUNT = 1_000_000
GRID = re.compile(r"(\d+)(?:\s*[x×]\s*(\d+))?")
NOTHING = re.compile(r"0+(\.0+)?\s*[a-z]*")
NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*(\D*)")
SLOT = re.compile(r"(0*[1-9]\d*|-)[*<>]?")
FOLD = re.compile(r"(left|right|top|bottom)( half)?( (under|over))?")
LEAST_SCALE, MOST_SCALE = 0.01, 100.0

Kind = Literal["text", "choice", "yes-no", "names", "read", "written"]
"""How a value is given: as a text, one of some, or yes or no (on a command line, by the option
alone); as names, in a manifest also as a list; as a file that is read, or one that is written, of
which a manifest says only yes or no: a build knows its name."""


class BadValueError(ValueError):
    """A value that cannot be what it is given for: what was found and expected, the nearest fix."""

    def __init__(self, message: str, hint: str = "", *, code: str = "bad-value") -> None:
        self.message, self.hint, self.code = message, hint, code
        super().__init__(f"{message}. {hint}" if hint else message)


Read = Callable[[str], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One line of the ticket: a manifest's key, and mostly the command's option.

    Attributes:
        name: As a manifest has it, such as ``fold_factor``.
        default: What holds if nothing is written; empty for nothing.
        help: A sentence on it.
        read: Reads a value, or raises `BadValueError`.
        kind: How it is given.
        form: What stands for a value in the command's help.
        choices: All values, where they are counted.
        schemes: Those for which alone it means something; empty for all.
        beside: Keys of which one at least must be there as well, or it does nothing.
        for_issue: The default where an issue is built, if that is another.
        manifest_only: It says how pages are drawn, of which ``impose`` changes nothing.
    """

    name: str = ""
    default: str
    help: str
    read: Read
    kind: Kind = "text"
    form: str = ""
    choices: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    for_issue: str | None = None
    manifest_only: bool = False

    @property
    def option(self) -> str:
        """As the command line has it: ``--fold-factor``."""
        return f"--{self.name.replace('_', '-')}"

    @property
    def default_for_issue(self) -> str:
        """What holds for an issue whose manifests say nothing."""
        return self.default if self.for_issue is None else self.for_issue


def as_written(text: str) -> str:
    """Any text."""
    return text


def one_of(choices: Iterable[str], hints: Callable[[str], str] = lambda _: "") -> Read:
    """A reader of one of some names; ``hints`` may know what was meant by others."""
    known = tuple(choices)

    def read(text: str) -> str:
        if text in known:
            return text
        hint = hints(text) or nearest(text, known)
        raise BadValueError(f'"{text}" is not one of {", ".join(known)}', hint)

    return read


def counted(least: int = 1, most: int = MOST_COUNT) -> Read:
    """A reader of whole numbers."""

    def read(text: str) -> int:
        number = int(text) if re.fullmatch(r"\d{1,9}", text, re.ASCII) else -1
        if least <= number <= most:
            return number
        raise BadValueError(f'"{text}": expected a whole number from {least} to {most}')

    return read


def read_number(text: str) -> float:
    """Read a number behind which its unit may stand."""
    found = NUMBER.fullmatch(text.strip().lower())
    if not found:
        raise BadValueError(f'"{text}": expected a number')
    return float(found[1])


def measured(least: float, most: float, *units: str) -> Callable[[str], float]:
    """A reader of numbers in a range, behind which their unit may stand."""
    unit = f" {units[0]}" if units else ""

    def read(text: str) -> float:
        found = NUMBER.fullmatch(text.strip().lower())
        if found and found[2] in ("", *units) and least <= float(found[1]) <= most:
            return float(found[1])
        raise BadValueError(f'"{text}": expected a number from {least:g} to {most:g}{unit}')

    return read


def read_paper(text: str) -> Size:
    """Read the printer's paper: a name of a standard, or ``W x H``."""
    # Not at the top: the command's help shows the table, and needs no sizes of papers.
    from pamphleteer.papers import find_paper, paper_names

    try:
        return find_paper(text)
    except ValueError as fault:
        raise BadValueError(str(fault), nearest(text.lower(), paper_names())) from fault


def read_length(text: str) -> Pt:
    """Read a length, which may be nothing."""
    plain = text.strip().lower()
    if NOTHING.fullmatch(plain):
        return Pt(0)
    try:
        return parse_length(plain)
    except ValueError:
        number = NUMBER.fullmatch(plain)
        hint = f'Did you mean "{plain}mm"?' if number and not number[2] else ""
        message = f'"{text}" is no length; write for example 5mm or 0.2in'
        raise BadValueError(message, hint) from None


def read_grid(text: str) -> tuple[int, int]:
    """Read columns and rows; one number alone is columns."""
    found = GRID.fullmatch(text.strip())
    numbers = (int(found[1]), int(found[2] or 1)) if found else (0, 0)
    if not all(1 <= number <= MOST_IN_GRID for number in numbers):
        raise BadValueError(
            f'"{text}": expected for example 2x2, up to {MOST_IN_GRID}x{MOST_IN_GRID}'
        )
    return numbers


def read_scale(text: str) -> float | Literal["fit"]:
    """Read a positive number, also as a percentage, or ``fit``."""
    if text == "fit":
        return "fit"
    number = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(%?)", text.strip())
    scale = float(number[1]) / (100 if number[2] else 1) if number else 0.0
    if not LEAST_SCALE <= scale <= MOST_SCALE:
        raise BadValueError(f'"{text}" is no scale; write fit, 0.7 or 70%')
    return scale


def check_side(text: str) -> str:
    """Check a side of a sheet: pages in rows, with slashes between them."""
    rows = [row.split() for row in text.split("/")]
    for slot in (slot for row in rows for slot in row):
        if not SLOT.fullmatch(slot):
            raise BadValueError(f'"{slot}" is no page; write a side for example as 5* 4* / 8 1')
    if len({len(row) for row in rows}) != 1 or not rows[0]:
        raise BadValueError(f'the rows of "{text}" are not of one length')
    return text


def check_folds(text: str) -> str:
    """Check how a sheet is folded."""
    for part in (part.strip() for part in text.split(",")):
        if not FOLD.fullmatch(part):
            raise BadValueError(f'"{part}": expected for example "left under" or "top over"')
    return text


read_weight = measured(30, 400, "g", "gsm", "g/m²", "g/m2")
"""Of paper, in grams per square metre."""

read_caliper = measured(0.02, 1, "mm")
"""Of paper, in millimetres."""

WAYS = ("inwards", "outwards", "scaling", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedCreep:
    """What is done about creep, and for which paper, if that is said here."""

    way: str = "inwards"
    weight: float | None = None
    caliper: float | None = None


def read_creep(text: str) -> AskedCreep:
    """Read a paper, by its weight or thickness, and what is done about its creep; or one of both.

    Such as ``80gsm``, ``0.1mm outwards`` or ``scaling``.
    """
    words = re.sub(r"(\d)\s+(?=g|mm)", r"\1", text.lower()).split()
    ways = [word for word in words if word in WAYS]
    papers = [word for word in words if word not in WAYS]
    if len(ways) > 1 or len(papers) > 1 or not words:
        raise BadValueError(f'"{text}": expected a paper and a way, for example "80gsm outwards"')
    asked = AskedCreep(way=ways[0] if ways else "inwards")
    try:
        for paper in papers:
            is_caliper = paper.endswith("mm")
            asked = replace(
                asked,
                caliper=read_caliper(paper) if is_caliper else None,
                weight=None if is_caliper else read_weight(paper),
            )
    except BadValueError:
        message = f'"{text}": expected a weight such as 80gsm, a thickness such as 0.1mm, or a way'
        raise BadValueError(message, nearest(papers[0], WAYS)) from None
    return asked
