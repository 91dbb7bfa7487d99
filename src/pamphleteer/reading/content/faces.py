"""Fonts as text is set in them: what a code means, how wide it is, whether the font has it.

ISO 32000-2, 9.6 to 9.8.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from pamphleteer.reading.content.cmaps import read_lengths, read_meanings
from pamphleteer.reading.content.objects import (
    data_of,
    dictionary,
    entry,
    items,
    matrix,
    name,
    number,
    numbers,
    resolve,
    stream,
)

FILES = ("/FontFile", "/FontFile2", "/FontFile3")
USUAL_WIDTH = 500.0
"""Thousandths of the size: how wide a letter is of which nothing is known."""

MOST_CODES = 65_536
FIRST_LETTER = 32
"""Codes below it are line ends and the like, which some programs leave in texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font: its name and kind, and how its codes are read.

    ``unit`` is how much of the size a unit of ``widths`` is; ``height`` how tall letters stand in
    terms of the size. ``lacks`` has the codes for which it has no glyph, ``first`` and ``last``
    those between which it has any.
    """

    name: str
    kind: str
    embedded: bool
    meanings: Mapping[int, str]
    widths: Mapping[int, float]
    default_width: float
    code_lengths: tuple[int, ...] = (1,)
    unit: float = 0.001
    height: float = 1.0
    lacks: frozenset[int] = frozenset()
    first: int = 0
    last: int = MOST_CODES
    cids: Mapping[int, int] | None = None

    @property
    def subset(self) -> bool:
        """Whether its name says that it has only the glyphs that are used (9.9.2)."""
        return self.name[6:7] == "+" and self.name[:6].isupper()

    @property
    def family(self) -> str:
        """Its name without the mark of a subset."""
        return self.name[7:] if self.subset else self.name

    def codes(self, text: bytes) -> Iterator[int]:
        """Split a string into codes."""
        if self.code_lengths == (1,):
            yield from text
            return
        length = self.code_lengths[-1]
        for start in range(0, len(text) - len(text) % length, length):
            yield int.from_bytes(text[start : start + length])

    def means(self, code: int) -> str:
        """The text that a code means; the replacement character where it is not known."""
        return self.meanings.get(code, "\ufffd")

    def width(self, code: int) -> float:
        """How far a code moves on, in terms of the size."""
        return self.widths.get(code, self.default_width) * self.unit

    def is_missing(self, code: int) -> bool:
        """Whether the font has nothing to show for a code."""
        controls = self.code_lengths == (1,) and code < FIRST_LETTER
        return code in self.lacks or not (self.first <= code <= self.last or controls)


def read_face(font: PdfObject | None) -> Face:
    """Read a font's dictionary."""
    kind, title = name(font, "/Subtype"), name(font, "/BaseFont") or name(font, "/Name")
    if kind == "Type0":
        return _read_composite(font, title)
    if kind == "Type3":
        return _read_drawn(font, title)
    descriptor = dictionary(font, "/FontDescriptor")
    first, widths = int(number(entry(font, "/FirstChar"))), numbers(items(font, "/Widths"))
    embedded = _is_embedded(descriptor)
    meanings = _plain_meanings() | _meanings(font)
    bounded = embedded and bool(widths)
    return Face(
        name=title or "a font without a name",
        kind=kind or "unknown",
        embedded=embedded,
        meanings=meanings,
        widths=dict(enumerate(widths, start=first)),
        default_width=number(entry(descriptor, "/MissingWidth")) if widths else USUAL_WIDTH,
        lacks=_undefined(font),
        first=first if bounded else 0,
        last=first + len(widths) - 1 if bounded else MOST_CODES,
    )


def _read_composite(font: PdfObject | None, title: str) -> Face:
    below = items(font, "/DescendantFonts")
    part = below[0] if below else None
    map_stream = stream(font, "/Encoding")
    lengths = read_lengths(data_of(map_stream) or b"")
    identity = name(font, "/Encoding").startswith("Identity")
    glyphs = stream(part, "/CIDToGIDMap")
    lacks = frozenset({0}) if identity else frozenset[int]()
    if identity and glyphs is not None:
        lacks |= _unmapped(data_of(glyphs) or b"")
    return Face(
        name=title or "a font without a name",
        kind=name(part, "/Subtype") or "Type0",
        embedded=_is_embedded(dictionary(part, "/FontDescriptor")),
        meanings=_meanings(font),
        widths=dict(_composite_widths(items(part, "/W"))),
        default_width=number(entry(part, "/DW"), 1000.0),
        code_lengths=lengths or (2,),
        lacks=lacks,
    )


def _read_drawn(font: PdfObject | None, title: str) -> Face:
    """A font whose glyphs are content streams (9.6.4); its units are its own."""
    across, up = matrix(font, "/FontMatrix")[0], matrix(font, "/FontMatrix")[3]
    box = numbers(items(font, "/FontBBox"))
    tall = abs((box[3] - box[1]) * up) if len(box) == 4 else 0.0
    first = int(number(entry(font, "/FirstChar")))
    return Face(
        name=title or "drawn letters",
        kind="Type3",
        embedded=True,
        meanings=_meanings(font),
        widths=dict(enumerate(numbers(items(font, "/Widths")), start=first)),
        default_width=0.0,
        unit=abs(across),
        height=tall or 1.0,
    )


def _is_embedded(descriptor: DictionaryObject) -> bool:
    return any(stream(descriptor, key) is not None for key in FILES)


def _meanings(font: PdfObject | None) -> dict[int, str]:
    return read_meanings(data_of(stream(font, "/ToUnicode")) or b"")


def _plain_meanings() -> dict[int, str]:
    """What codes mean in the encoding that most simple fonts have (Annex D)."""
    decoded = bytes(range(32, 256)).decode("cp1252", "replace")
    return dict(enumerate(decoded, start=32))


def _undefined(font: PdfObject | None) -> frozenset[int]:
    """Codes whose glyph is said to be ``.notdef`` (9.6.5)."""
    found, code = set[int](), 0
    for item in items(entry(font, "/Encoding"), "/Differences"):
        if isinstance(item, int | float):
            code = int(item)
        elif isinstance(item, str):
            if item == "/.notdef":
                found.add(code)
            code += 1
    return frozenset(found)


def _unmapped(data: bytes) -> frozenset[int]:
    """CIDs that are mapped to glyph 0 (9.7.4.2)."""
    count = min(len(data) // 2, MOST_CODES)
    return frozenset(cid for cid in range(count) if not data[2 * cid] and not data[2 * cid + 1])


def _composite_widths(values: tuple[PdfObject | None, ...]) -> Iterator[tuple[int, float]]:
    """The widths of ``W``, by CID: a list from a CID on, or one width for a range (9.7.4.3)."""
    place = 0
    while place + 1 < len(values):
        first, second = int(number(values[place])), values[place + 1]
        if isinstance(second, ArrayObject):
            yield from enumerate((number(resolve(each)) for each in second), start=first)
            place += 2
        else:
            last = min(int(number(second)), MOST_CODES)
            width = number(values[place + 2]) if place + 2 < len(values) else 0.0
            yield from ((cid, width) for cid in range(first, last + 1))
            place += 3
