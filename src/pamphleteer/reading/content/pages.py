"""A page as it stands in a file: its boxes, its annotations, and the marks of its content."""

from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from pamphleteer.objects import Rect, read_rect
from pamphleteer.reading.caution import attempt
from pamphleteer.reading.content.faces import Face
from pamphleteer.reading.content.files import unit_of
from pamphleteer.reading.content.interpreter import Interpreter, TooMuchError
from pamphleteer.reading.content.marks import Mark, space_of
from pamphleteer.reading.content.objects import Key, data_of, entry, items, name, number, numbers
from pamphleteer.reading.content.state import State
from pamphleteer.reading.content.tints import Space
from pamphleteer.reading.drawings import PLAIN, Drawing, Form, intersect, read_drawings

LETTER: Rect = (0.0, 0.0, 612.0, 792.0)
"""What a page measures that says nothing of it."""

BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An annotation: its kind, its rectangle, and whether it is printed."""

    kind: str
    box: Rect
    printed: bool


@dataclass(frozen=True, kw_only=True)
class PageContent:
    """A page: its boxes by name, those that are written in it, and its marks.

    Attributes:
        number: From 1.
        boxes: MediaBox, CropBox, BleedBox, TrimBox, with their defaults (ISO 32000-2, 14.11.2).
        written: Names of the boxes that the page has, or inherits.
        turn: Degrees clockwise by which it is shown turned.
        unit: Points that a unit of the file is; all lengths here are points.
        marks: All that is painted, in its order.
        faces: The fonts in which type is set, by their objects.
        notes: Its annotations.
        transparent: Kinds of transparency.
        cells: Of an imposed side, where its pages stand: the clipped box of each.
        damaged: How many content streams could not be unpacked.
        unread: Whether it draws more than is read; then none of its marks are here.
    """

    number: int
    boxes: dict[str, Rect]
    written: frozenset[str]
    turn: int
    unit: float
    marks: tuple[Mark, ...]
    faces: dict[Key, Face]
    notes: tuple[Note, ...]
    transparent: frozenset[str]
    cells: tuple[Rect, ...]
    damaged: int = 0
    unread: bool = False

    @property
    def trim(self) -> Rect:
        """Where the page is cut."""
        return self.boxes["TrimBox"]

    @property
    def spaces(self) -> frozenset[Space]:
        """The colour spaces of all that is painted."""
        return frozenset(map(space_of, self.marks))


def read_pages(reader: PdfReader) -> Iterator[PageContent]:
    """Read page after page; only fonts are kept between them."""
    faces: dict[Key, Face] = {}
    for number_, page in enumerate(reader.pages, start=1):
        try:
            content = _read_page(page, number_, faces)
        except MemoryError:
            raise
        # pypdf's documentation says that broken files may cause any exception, and they do.
        except Exception:
            content = _damaged_page(number_)
        yield content


def _damaged_page(number_: int) -> PageContent:
    """A page of which nothing can be read, not even its size."""
    return PageContent(
        number=number_,
        boxes=dict.fromkeys(BOXES, LETTER),
        written=frozenset(BOXES),
        turn=0,
        unit=1.0,
        marks=(),
        faces={},
        notes=(),
        transparent=frozenset(),
        cells=(),
        damaged=1,
    )


def _read_page(page: PageObject, number_: int, faces: dict[Key, Face]) -> PageContent:
    interpreter, unread, unit = Interpreter(faces=faces), False, unit_of(page)
    try:
        scaled = State(matrix=(unit, 0.0, 0.0, unit, 0.0, 0.0))
        interpreter.run(_content(page), entry(page, "/Resources"), scaled)
    except TooMuchError:
        unread = True
    return PageContent(
        number=number_,
        boxes={key: _scaled(box, unit) for key, box in _boxes(page).items()},
        written=frozenset(box for box in BOXES if entry(page, f"/{box}") is not None),
        turn=int(number(entry(page, "/Rotate"))) % 360,
        unit=unit,
        marks=() if unread else tuple(interpreter.marks),
        faces={key: faces[key] for key in interpreter.used},
        notes=tuple(_read_note(each, unit) for each in items(page, "/Annots")),
        transparent=frozenset(interpreter.transparent),
        cells=tuple(_scaled(cell, unit) for cell in _cells(page)),
        damaged=interpreter.damaged,
        unread=unread,
    )


def _content(page: PageObject) -> bytes | None:
    """The content, its streams with a space between them (7.8.2)."""
    found = entry(page, "/Contents")
    streams = items(page, "/Contents") if isinstance(found, ArrayObject) else (found,)
    parts = [data_of(each) for each in streams if isinstance(each, StreamObject)]
    return None if None in parts else b"\n".join(part for part in parts if part)


def _boxes(page: PageObject) -> dict[str, Rect]:
    """All boxes; the crop box lies within the medium, others are taken as they are written."""
    media = _box(page, "MediaBox") or LETTER
    crop = intersect(_box(page, "CropBox") or media, media)
    if crop[2] <= crop[0] or crop[3] <= crop[1]:
        crop = media
    boxes = {"MediaBox": media, "CropBox": crop}
    for name_ in ("BleedBox", "TrimBox", "ArtBox"):
        boxes[name_] = _box(page, name_) or crop
    return boxes


def _box(page: PageObject, title: str) -> Rect | None:
    values = numbers(items(page, f"/{title}"))
    return read_rect(values) if len(values) == 4 else None


def _read_note(note: PdfObject | None, unit: float) -> Note:
    values = numbers(items(note, "/Rect"))
    flags = int(number(entry(note, "/F")))
    return Note(
        kind=name(note, "/Subtype") or "unknown",
        box=_scaled(read_rect(values), unit) if len(values) == 4 else (0.0, 0.0, 0.0, 0.0),
        printed=bool(flags & 4) and not flags & 2,
    )


def _scaled(rect: Rect, unit: float) -> Rect:
    return rect[0] * unit, rect[1] * unit, rect[2] * unit, rect[3] * unit


def _cells(page: PageObject) -> tuple[Rect, ...]:
    """Where pages stand on an imposed side; nothing if it is none."""
    contents, drawn = entry(page, "/Contents"), entry(entry(page, "/Resources"), "/XObject")
    if not isinstance(contents, StreamObject) or not isinstance(drawn, DictionaryObject):
        return ()
    forms = {key: form for key in drawn if (form := _form(entry(drawn, key)))}
    drawings = attempt(lambda: tuple(read_drawings(contents.get_data(), forms)))
    return tuple(map(_cell, drawings or ()))


def _form(item: PdfObject | None) -> Form | None:
    """What is drawn there; None for a picture, or a form that says not where it is."""
    box, matrix = numbers(items(item, "/BBox")), numbers(items(item, "/Matrix"))
    if len(box) != 4:
        return None
    known = (matrix[0], *matrix[1:]) if len(matrix) == 6 else PLAIN
    return Form(reference="", matrix=known, box=read_rect(tuple(box)))


def _cell(drawing: Drawing) -> Rect:
    return intersect(drawing.box, drawing.clip)
