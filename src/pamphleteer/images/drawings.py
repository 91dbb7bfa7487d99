"""Read drawings (SVG) in a safe subset: flat shapes, and nothing that is fetched, run, or type.

A file in SVG is a program: it may hold scripts, ask for other files, or draw one shape a billion
times. What is known to be harmless is taken, line by line; what changes nothing of the picture,
such as a program's own notes, is left out; anything else is refused with its line.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring
from xml.parsers import expat

from pamphleteer.images.drawing_words import (
    DROPPED,
    LINKS,
    REFUSED,
    REFUSED_ATTRIBUTES,
    SHAPES,
    TAKEN,
    VECTOR_SPACE,
)
from pamphleteer.issue.files import shown
from pamphleteer.problems import IssueError, Problem, SourcePos, error

MOST_BYTES = 4 * 2**20
MOST_ELEMENTS = 20_000
"""Shapes that a drawing may draw, those that it draws again counted again."""
MOST_DEPTH = 64
MOST_FAULTS = 10
LONGER_SIDE = 10_000
"""The pixels for which a drawing's longer side is taken where its shape is asked for."""

BEGINNING = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!DOCTYPE svg|<!--|<(?:\w+:)?svg\b)")
LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)(?:e0)?\s*(px|pt|pc|mm|cm|in|)\s*", re.ASCII)
NUMBERS = re.compile(r"[\s,]+")
DASHES = re.compile(r"stroke-dasharray\s*:\s*([^;}]*)", re.IGNORECASE)
LEAST_DASH = 0.05
PIXELS = {"": 1, "px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 960 / 25.4, "in": 96}
URL = re.compile(r"url\s*\(\s*['\"]?(?!\s*['\"]?#)|@|\\|expression\s*\(", re.IGNORECASE)
"""What in a style leads out of the drawing, or may hide that it does."""

SAVE_FLAT = (
    "Save it as plain SVG of flat shapes, its type turned into outlines; or export it as PNG."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A drawing that is safe: its bytes, and its shape."""

    content: bytes
    width: int
    height: int


def is_drawing(content: bytes) -> bool:
    """Whether a file is meant to be SVG, as it begins."""
    return bool(BEGINNING.match(content[:256])) and b"svg" in content[:4096]


def read_drawing(content: bytes, path: Path) -> Drawing:
    """Read a drawing.

    Raises:
        IssueError: ``unsafe-drawing``, for each thing that is not taken, with its line.
    """
    reading = _Reading(name=shown(path))
    if len(content) > MOST_BYTES:
        reading.refuse(f"the drawing is larger than {MOST_BYTES >> 20} MB", 1)
    else:
        reading.read(content)
    if reading.faults:
        raise IssueError(reading.faults)
    root = reading.root
    if root is None:
        raise ValueError("a drawing without faults has a root")
    width, height = reading.shape
    longer = LONGER_SIDE / max(width, height)
    return Drawing(
        content=tostring(root),
        width=max(1, round(width * longer)),
        height=max(1, round(height * longer)),
    )


@dataclass(slots=True, kw_only=True)
class _Reading:
    """A drawing as it is read: what was taken of it, where reading stands, and what was refused."""

    name: str
    faults: list[Problem] = field(default_factory=list)
    root: Element | None = None
    shape: tuple[float, float] = (0.0, 0.0)
    _open: list[Element] = field(default_factory=list)
    _passed_over: int = 0
    _lines: dict[Element, int] = field(default_factory=dict)

    def refuse(self, message: str, line: int) -> None:
        """Note a fault; after some of them no more are told."""
        if len(self.faults) < MOST_FAULTS:
            pos = SourcePos(path=self.name, line=line)
            self.faults.append(error("unsafe-drawing", message, hint=SAVE_FLAT, pos=pos))

    def read(self, content: bytes) -> None:
        """Read all of it."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = lambda name, given: self._begin(
            name, given, parser.CurrentLineNumber
        )
        parser.EndElementHandler = lambda _: self._end()
        parser.CharacterDataHandler = self._put_text
        parser.EntityDeclHandler = lambda *_: self._stop("it declares entities", parser)
        parser.ExternalEntityRefHandler = lambda *_: 0
        try:
            parser.Parse(content, True)
        except expat.ExpatError as fault:
            if not self.faults:
                self.refuse(f"it is no XML: {expat.ErrorString(fault.code)}", fault.lineno)
            return
        if self.root is not None and not self.faults:
            self._measure(self.root)
            self._count(self.root)

    def _stop(self, message: str, parser: expat.XMLParserType) -> None:
        self.refuse(message, parser.CurrentLineNumber)
        raise expat.ExpatError(message)

    def _begin(self, name: str, given: dict[str, str], line: int) -> None:
        space, _, tag = name.rpartition(" ")
        foreign = space not in ("", VECTOR_SPACE)
        if self._passed_over or foreign or tag in DROPPED:
            self._passed_over += 1
            return
        if tag in REFUSED or tag not in SHAPES:
            self.refuse(f"it has {REFUSED.get(tag, f'<{tag}>')}, which is not taken", line)
            self._passed_over += 1
            return
        if len(self._open) >= MOST_DEPTH:
            self.refuse(f"its parts are nested more than {MOST_DEPTH} deep", line)
            self._passed_over += 1
            return
        self._open.append(self._take(tag, given, line))

    def _take(self, tag: str, given: dict[str, str], line: int) -> Element:
        taken = dict(self._attributes(given, line))
        if self._open:
            element = SubElement(self._open[-1], tag, taken)
        else:
            if tag != "svg":
                self.refuse(f"it begins with <{tag}>, not with <svg>", line)
            element = Element(tag, {"xmlns": VECTOR_SPACE, "fill": "#000000", **taken})
            self.root = element
        self._lines[element] = line
        return element

    def _attributes(self, given: dict[str, str], line: int) -> list[tuple[str, str]]:
        """What is taken of an element's attributes."""
        taken: list[tuple[str, str]] = []
        for key, value in given.items():
            name = "href" if key in LINKS else key
            if name.startswith("on"):
                self.refuse(f"it has a script ({name}), which is not taken", line)
            elif name in REFUSED_ATTRIBUTES and value.strip() != "none":
                self.refuse(f'it has "{name}", which is not taken', line)
            elif name == "href" and not value.startswith("#"):
                self.refuse(f'it asks for another file ("{value[:60]}")', line)
            elif URL.search(value):
                self.refuse(f'"{name}" asks for something outside the drawing', line)
            elif _has_tiny_dashes(name, value):
                self.refuse("it has a line of more dashes than can be seen", line)
            elif name in TAKEN:
                taken.append((name, value))
        return taken

    def _end(self) -> None:
        if self._passed_over:
            self._passed_over -= 1
        elif self._open:
            element = self._open.pop()
            if element.tag == "style" and URL.search(element.text or ""):
                line = self._lines[element]
                self.refuse("its style sheet asks for something outside the drawing", line)
            elif element.tag == "style" and _has_tiny_dashes("style", element.text or ""):
                self.refuse("it has a line of more dashes than can be seen", self._lines[element])

    def _put_text(self, text: str) -> None:
        if not self._passed_over and self._open and self._open[-1].tag == "style":
            self._open[-1].text = (self._open[-1].text or "") + text

    def _measure(self, root: Element) -> None:
        """Find the drawing's shape: that of its view box, or its width and height."""
        line = self._lines[root]
        box = [_number(part) for part in NUMBERS.split(root.get("viewBox", "").strip())]
        sides = [_length(root.attrib.pop(side, "")) for side in ("width", "height")]
        width, height = box[2:] if len(box) == 4 else sides
        if not (width and height and 0 < width < 1e6 and 0 < height < 1e6):
            self.refuse("it does not say how large it is: expected a viewBox", line)
            return
        if len(box) != 4:
            root.set("viewBox", f"0 0 {width} {height}")
        self.shape = (width, height)
        root.set("width", f"{width}")
        root.set("height", f"{height}")

    def _count(self, root: Element) -> None:
        """Refuse a drawing that draws too much, or itself."""
        named = {element.get("id"): element for element in root.iter() if element.get("id")}
        counted: dict[Element, int] = {}
        under_way: set[Element] = set()

        def count(element: Element) -> int:
            if element in under_way:
                return MOST_ELEMENTS + 1
            if element not in counted:
                under_way.add(element)
                again = named.get(element.get("href", "")[1:]) if element.tag == "use" else None
                parts = [*element, *([again] if again is not None else [])]
                counted[element] = 1 + sum(map(count, parts))
                under_way.discard(element)
            return counted[element]

        if count(root) > MOST_ELEMENTS:
            self.refuse(f"it draws more than {MOST_ELEMENTS} shapes, or itself", self._lines[root])


def _has_tiny_dashes(name: str, value: str) -> bool:
    """Whether dashes are so short that a line would have millions of them."""
    if name == "stroke-dasharray":
        value = f"{name}:{value}"
    found = (_number(part) for dashes in DASHES.findall(value) for part in NUMBERS.split(dashes))
    return any(0 < dash < LEAST_DASH for dash in found if dash)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _length(text: str) -> float | None:
    match = LENGTH.fullmatch(text)
    return float(match[1]) * PIXELS[match[2]] if match else None
