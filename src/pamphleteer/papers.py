"""Papers by name: the sizes of the standards, of American offices, and of print shops' sheets.

A size is made by its standard's rule where there is one. ISO and JIS halve: the next smaller paper
is as long as this one is wide and half as wide as this one is long, in whole millimetres, rounded
down. The American drawing papers double. All stand upright, as CSS Paged Media has them too:
a ledger is 11 inches wide and 17 high.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from pamphleteer.units import Pt, Size, parse_length

Sides = tuple[float, float]

SEPARATOR = re.compile(r"[\s_-]+")
WAY_UP = re.compile(r"[\s,_-]+(landscape|portrait)$")
MOST_INCHES = 60
"""A number without a unit that is larger stands for millimetres."""

MOST_POINTS = 14_400
"""A page's greatest width or height (ISO 32000-2, Annex C)."""

INCHES = {'"': "in", "″": "in"}
CUSTOM = re.compile(r"([\d.]+)\s*(pt|in|mm|cm|[\"″])?\s*[x×]\s*([\d.]+)\s*(pt|in|mm|cm|[\"″])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Papers of one source, upright.

    ``papers`` has widths and heights in ``unit``. ``prefixes`` are what people write before a name
    and may leave out (``DIN A4``).
    """

    title: str
    source: str
    unit: Literal["mm", "in"]
    papers: Mapping[str, Sides]
    prefixes: tuple[str, ...] = ()


def _halve(stem: str, first: tuple[int, int], count: int) -> dict[str, Sides]:
    """Halve the largest paper, rounding down to whole millimetres (ISO 216, clause 3)."""
    width, height = first
    papers: dict[str, Sides] = {}
    for number in range(count):
        papers[f"{stem}{number}"] = (width, height)
        width, height = height // 2, width
    return papers


def _double(stem: str, first: Sides, letters: str) -> dict[str, Sides]:
    """Lay two of each paper side by side for the next larger one."""
    width, height = first
    papers: dict[str, Sides] = {}
    for letter in letters:
        papers[f"{stem}{letter}"] = (width, height)
        width, height = height, width * 2
    return papers


def _area_and_root(area: float) -> tuple[int, int]:
    """The sheet of an area in m² whose sides are as 1 to √2, in millimetres, rounded."""
    return round(1000 * (area / 2**0.5) ** 0.5), round(1000 * (area * 2**0.5) ** 0.5)


A0 = _area_and_root(1)
"""One square metre: 841 × 1189 mm."""

B0 = _area_and_root(2**0.5)
"""One metre wide, the geometric mean between A0 and its double: 1000 × 1414 mm."""

FAMILIES = (
    Family(
        title="ISO",
        source="ISO 216 (A and B); ISO 217 (RA and SRA, to be trimmed to A)",
        unit="mm",
        papers={
            **_halve("a", A0, 11),
            **_halve("b", B0, 11),
            **_halve("ra", (860, 1220), 5),
            **_halve("sra", (900, 1280), 5),
        },
        prefixes=("iso", "din"),
    ),
    Family(
        title="JIS",
        source="JIS P 0138: B0 has one and a half times the area of A0",
        unit="mm",
        papers=_halve("jis-b", (1030, 1456), 11),
    ),
    Family(
        title="US office",
        source="letter, legal, ledger (tabloid): ANSI X3.151; executive and halves: the trade",
        unit="in",
        papers={
            "letter": (8.5, 11),
            "legal": (8.5, 14),
            "ledger": (11, 17),
            "tabloid": (11, 17),
            "executive": (7.25, 10.5),
            "half-letter": (5.5, 8.5),
            "statement": (5.5, 8.5),
            "half-legal": (7, 8.5),
            "super-b": (13, 19),
        },
        prefixes=("us",),
    ),
    Family(
        title="US press sheets",
        source="the trade: sheets as American mills and merchants stock them",
        unit="in",
        papers={
            "12x18in": (12, 18),
            "13x19in": (13, 19),
            "19x25in": (19, 25),
            "20x26in": (20, 26),
            "23x35in": (23, 35),
            "25x38in": (25, 38),
            "26x40in": (26, 40),
            "28x40in": (28, 40),
        },
    ),
    Family(
        title="US drawings",
        source="ASME Y14.1 (ANSI A to E; architectural sizes, of which E1 is no doubling)",
        unit="in",
        papers={
            **_double("ansi-", (8.5, 11), "abcde"),
            **_double("arch-", (9, 12), "abcde"),
            "arch-e1": (30, 42),
        },
    ),
)


def find_paper(text: str) -> Size:
    """Find a paper by its name, or read a size as ``WIDTH x HEIGHT``.

    Names are found in any case, with or without hyphens. Of two lengths the first may leave out its
    unit (``8.5 x 11 in``); they stay as written. ``landscape`` or ``portrait`` behind either lays
    the paper so.

    Raises:
        ValueError: neither a known name nor two lengths; the message has the nearest names.
    """
    plain = text.strip().lower()
    way_up = WAY_UP.search(plain)
    name = plain[: way_up.start()] if way_up else plain
    size = PAPERS.get(_key(name)) or _read_custom(name, text)
    return _lay(size, way_up[1]) if way_up else size


def paper_names() -> tuple[str, ...]:
    """List all names, family by family, larger papers of a series first."""
    return tuple(name for family in FAMILIES for name in family.papers)


def _read_custom(name: str, text: str) -> Size:
    match = CUSTOM.fullmatch(name)
    if not match:
        raise ValueError(
            f'"{text}" is not a paper; write a name ({_nearest(name)}) or 210mm x 297mm'
        )
    width, first, height, second = match.groups()
    if not second:
        unit = "in" if max(map(_number, (width, height))) <= MOST_INCHES else "mm"
        raise ValueError(f'"{text}" has no unit; write for example {width} x {height} {unit}')
    size = Size(width=_length(width, first or second), height=_length(height, second))
    if max(size.width, size.height) > MOST_POINTS:
        raise ValueError(f'"{text}" is larger than a PDF can be: 200 inches, or 5080 mm')
    return size


def _number(text: str) -> float:
    return float(text) if text.count(".") <= 1 and text != "." else 0.0


def _length(number: str, unit: str) -> Pt:
    return parse_length(number + INCHES.get(unit, unit))


def _lay(size: Size, way_up: str) -> Size:
    short, long = sorted((size.width, size.height))
    if way_up == "landscape":
        return Size(width=long, height=short)
    return Size(width=short, height=long)


def _nearest(name: str) -> str:
    """The known names that are most like a text, or some that most people mean."""
    near = get_close_matches(_key(name), KEYS, n=3, cutoff=0.6)
    found = dict.fromkeys(KEYS[key] for key in near)
    return ", ".join(found or ("a4", "letter", "sra3"))


def _key(name: str) -> str:
    """A name without case and separators, by which it is looked up."""
    return SEPARATOR.sub("", name.lower())


def _keys() -> Iterator[tuple[str, str, Size]]:
    """Each way to write a name: the key, the name as it is listed, the paper."""
    for family in FAMILIES:
        for name, (width, height) in family.papers.items():
            size = Size(
                width=parse_length(f"{width}{family.unit}"),
                height=parse_length(f"{height}{family.unit}"),
            )
            for prefix in ("", *family.prefixes):
                yield _key(prefix + name), name, size


KEYS = {key: name for key, name, _ in _keys()}
PAPERS = {key: size for key, _, size in _keys()}
