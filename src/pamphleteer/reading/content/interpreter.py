"""Follows the operators of a page's content, and of the forms and patterns in it, to its marks.

ISO 32000-2, 8.4 to 8.10 and 9.4. Each operator costs the same, so that the time is linear in what
is drawn; what is drawn over and over by forms in forms is counted, and ends at a limit.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from pamphleteer.objects import Rect, read_rect
from pamphleteer.reading.content.colouring import COLOURING, set_colour
from pamphleteer.reading.content.faces import Face, read_face
from pamphleteer.reading.content.lettering import SHOWING, Composing
from pamphleteer.reading.content.marks import Mark
from pamphleteer.reading.content.objects import (
    MOST_BYTES,
    Key,
    data_of,
    dictionary,
    entry,
    floats,
    items,
    key_of,
    map_rect,
    matrix,
    name,
    number,
    numbers,
    read_matrix,
    resolve,
)
from pamphleteer.reading.content.operators import InlineImage, Operand, read_operators
from pamphleteer.reading.content.painting import fill, stroke
from pamphleteer.reading.content.paths import Path
from pamphleteer.reading.content.placing import (
    Origin,
    place_inline,
    place_picture,
    place_shading,
)
from pamphleteer.reading.content.spaces import UNKNOWN
from pamphleteer.reading.content.state import State, set_parameters
from pamphleteer.reading.content.tints import Tint
from pamphleteer.reading.drawings import intersect, multiply

MOST_OPERATORS = 600_000
"""On one page; a dense map has some hundred thousand."""

FORM = 50
"""Operators that take as much time as to begin a form."""

MOST_KEPT = 1_000
"""States that are saved and not restored."""

DEEPEST = 16
"""Forms in forms; deeper ones are passed over, as viewers do."""

FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
UNCOLOURED = 2
"""The paint type of a tiling pattern that takes the colour which it is given (8.7.3.3)."""


class TooMuchError(Exception):
    """A page draws more than is read."""


@dataclass(slots=True, kw_only=True)
class Interpreter:
    """Reads the marks of one page; ``faces`` is kept from page to page.

    Attributes:
        faces: Fonts that were read, by their objects.
        marks: What was painted, in its order.
        transparent: Kinds of transparency that were met.
        used: The fonts of the page.
        damaged: How many content streams could not be unpacked.
        left: How many operators may still come.
        bytes_left: How much content.
    """

    faces: dict[Key, Face] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    transparent: set[str] = field(default_factory=set)
    used: set[Key] = field(default_factory=set)
    damaged: int = 0
    left: int = MOST_OPERATORS
    bytes_left: int = MOST_BYTES

    def run(
        self, data: bytes | None, resources: PdfObject | None, state: State, depth: int = 0
    ) -> None:
        """Follow a content stream; None is one that could not be unpacked.

        Raises:
            TooMuchError: the page draws more than is read.
        """
        if data is None:
            self.damaged += 1
            return
        self.bytes_left -= len(data)
        self.left -= FORM
        if self.bytes_left < 0 or self.left < 0:
            raise TooMuchError
        scope = _Scope(self, resources, state, depth)
        for operator, operands in read_operators(data):
            self.left -= 1
            if self.left < 0:
                raise TooMuchError
            scope.take(operator, operands)

    def face(self, resources: PdfObject | None, title: str) -> Face | None:
        """A font by its name in the resources, with its slash."""
        fonts = dictionary(resources, "/Font")
        if title not in fonts:
            return None
        key = key_of(fonts, title)
        if key not in self.faces:
            self.faces[key] = read_face(resolve(fonts.raw_get(title)))
        self.used.add(key)
        return self.faces[key]


class _Scope:
    """One content stream: its resources, its states, the path under way, and the operator."""

    def __init__(
        self, reader: Interpreter, resources: PdfObject | None, state: State, depth: int
    ) -> None:
        self.reader = reader
        self.resources = resources
        self.state = state.copy()
        self.base = state.matrix
        self.depth = depth
        self.kept: list[State] = []
        self.path = Path()
        self.text = Composing()
        self.operator = ""
        self.operands: list[Operand] = []

    def take(self, operator: str, operands: list[Operand]) -> None:
        """Do what an operator says; one that lacks operands is passed over."""
        try:
            if operator in PATHS:
                self.path.add(operator, floats(operands), self.state.matrix)
            elif operator in COLOURING:
                set_colour(self.state, operator, operands, self.resources)
            elif operator in SHOWING:
                found = self.text.take(operator, operands, self.state)
                self.reader.marks += found
            elif (method := OPERATORS.get(operator)) is not None:
                self.operator, self.operands = operator, operands
                method(self)
        except (IndexError, TypeError, ValueError, OverflowError):
            return

    def save(self) -> None:
        if len(self.kept) < MOST_KEPT:
            self.kept.append(self.state.copy())

    def restore(self) -> None:
        if self.kept:
            self.state = self.kept.pop()

    def concatenate(self) -> None:
        self.state.matrix = multiply(read_matrix(self.operands), self.state.matrix)

    def set_width(self) -> None:
        self.state.width = floats(self.operands)[0]

    def set_parameters(self) -> None:
        found = entry(dictionary(self.resources, "/ExtGState"), self._name())
        set_parameters(self.state, found, self.reader.transparent)
        font = items(found, "/Font")
        if len(font) == 2 and isinstance(font[0], DictionaryObject):
            self.state.face = read_face(font[0])
            self.state.size = numbers(font)[1]

    def set_font(self) -> None:
        self.state.face = self.reader.face(self.resources, self._name())
        self.state.size = floats(self.operands)[-1]

    def clip(self) -> None:
        self.path.clips = True

    def paint(self) -> None:
        """Fill and stroke the path, then let it clip if it is to (8.5.3 and 8.5.4)."""
        path, state = self.path, self.state
        box = path.box
        if box is not None:
            if self.operator in FILLS:
                self._fill(path, box)
            if self.operator in STROKES:
                self.reader.marks += stroke(state, path, box)
            if path.clips:
                state.clip = intersect(state.clip, box)
        self.path = Path()

    def _fill(self, path: Path, box: Rect) -> None:
        pattern = self.state.fill_pattern
        if pattern is None:
            self.reader.marks += fill(self.state, path, box)
        elif isinstance(pattern, StreamObject):
            self._tile(pattern, intersect(box, self.state.clip))
        else:
            shading = self.state.copy()
            shading.clip = intersect(box, self.state.clip)
            found = place_shading(entry(pattern, "/Shading"), shading, self.resources)
            self.reader.marks.append(found)

    def _tile(self, pattern: StreamObject, box: Rect) -> None:
        """Follow the cell of a tiling pattern once, and let its marks stand where it fills.

        Their sizes are true; their places are those of the area that is filled (8.7.3).
        """
        if self.depth >= DEEPEST:
            return
        before = len(self.reader.marks)
        cell = State(matrix=multiply(matrix(pattern, "/Matrix"), self.base))
        if number(entry(pattern, "/PaintType")) == UNCOLOURED:
            space = self.state.fill.space.base or UNKNOWN
            cell.fill = cell.stroke = Tint(space=space, values=self.state.fill.values)
        resources = entry(pattern, "/Resources")
        self.reader.run(data_of(pattern), resources, cell, self.depth + 1)
        tiles = self.reader.marks[before:]
        del self.reader.marks[before:]
        self.reader.marks += [replace(mark, box=box, clip=box) for mark in tiles]

    def shade(self) -> None:
        found = entry(dictionary(self.resources, "/Shading"), self._name())
        self.reader.marks.append(place_shading(found, self.state, self.resources))

    def draw(self) -> None:
        objects, title = dictionary(self.resources, "/XObject"), self._name()
        found = entry(objects, title)
        if not isinstance(found, StreamObject):
            return
        kind = name(found, "/Subtype")
        if kind == "Image":
            source = key_of(objects, title)
            found_at = Origin(title=title[1:], source=source[0] if source[1] >= 0 else 0)
            picture = place_picture(found, self.state, self.resources, found_at)
            self.reader.marks.append(picture)
        elif kind == "Form" and self.depth < DEEPEST:
            self._form(found)

    def _form(self, form: StreamObject) -> None:
        """Draw a form in its place, clipped to its box (8.10.1)."""
        state = self.state.copy()
        state.matrix = multiply(matrix(form, "/Matrix"), state.matrix)
        box = numbers(items(form, "/BBox"))
        if len(box) == 4:
            state.clip = intersect(state.clip, map_rect(read_rect(box), state.matrix))
        resources = entry(form, "/Resources") or self.resources
        self.reader.run(data_of(form), resources, state, self.depth + 1)

    def inline(self) -> None:
        image = self.operands[-1]
        if isinstance(image, InlineImage):
            self.reader.marks.append(place_inline(image, self.state, self.resources))

    def _name(self) -> str:
        """The name that is the first operand, with its slash."""
        return f"/{self.operands[0]!s}"


PATHS = frozenset({"m", "l", "c", "v", "y", "re"})

OPERATORS: dict[str, Callable[[_Scope], None]] = {
    "q": _Scope.save,
    "Q": _Scope.restore,
    "cm": _Scope.concatenate,
    "w": _Scope.set_width,
    "gs": _Scope.set_parameters,
    "Tf": _Scope.set_font,
    **dict.fromkeys(("W", "W*"), _Scope.clip),
    **dict.fromkeys((*FILLS, *STROKES, "n"), _Scope.paint),
    "sh": _Scope.shade,
    "Do": _Scope.draw,
    "BI": _Scope.inline,
}
