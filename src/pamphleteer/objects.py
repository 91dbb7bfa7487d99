"""A PDF's objects as plain values, read by qpdf; and, as they are written, the bytes of each.

Values are those of qpdf's own JSON (version 2 of it): dictionaries, lists, numbers and texts. A
name is ``/Name``, a reference ``7 0 R``, a string ``u:`` and its text, or ``b:`` and its bytes in
hexadecimal digits; so no text is taken for a reference. What goes into another file is never made
of values: `Document.written` and `Document.raw` give it as it was. Sections are those of ISO
32000-2.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from io import BytesIO
from typing import Any, Literal, cast

from pikepdf import Array, Dictionary, NameTree, Object, PasswordError, Pdf, PdfError, Stream

Value = Any
Rect = tuple[float, float, float, float]
Turn = Literal[0, 90, 180, 270]
Key = str | int
"""Of an entry of a dictionary, or an item of an array."""

HEADER = re.compile(rb"%PDF-([12]\.\d)")
PLAIN = re.compile(rb"<< /Filter /FlateDecode /Length \d+ >>")
"""What nearly all streams of pages say of themselves."""

MEMORY = 256
"""How many boxes are remembered as they are read."""

DECODER = json.JSONDecoder()
FLATE = b"/Filter /FlateDecode"


class UnreadableError(ValueError):
    """The bytes are no PDF that can be read as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: where it is, all its entries, inherited ones too, and how it lies.

    Boxes are in the page's own units, each of ``unit`` points; where one is missing, another is
    taken for it (14.11.2). ``turn`` is clockwise.
    """

    reference: str
    entries: Mapping[str, Value]
    media: Rect
    trim: Rect
    bleed: Rect
    turn: Turn
    unit: float


@dataclass(frozen=True, kw_only=True)
class Document:
    """A PDF: its objects by their references, each read when it is asked for, and kept."""

    pdf: Pdf
    data: bytes
    values: dict[str, Value] = field(default_factory=dict)
    objects: dict[str, Object] = field(default_factory=dict)

    def value(self, reference: str) -> Value:
        """What an object is; of a stream, its dictionary."""
        try:
            return self.values[reference]
        except KeyError:
            return self.values.setdefault(reference, _read(self.object(reference)))

    def object(self, reference: str) -> Object:
        """An object as qpdf has it; null where there is none."""
        try:
            return self.objects[reference]
        except KeyError:
            number, generation, _ = reference.split(" ")
            found = self.pdf.get_object(int(number), int(generation))
            return self.objects.setdefault(reference, found)

    def resolve(self, item: Value) -> Value:
        """What an item is, or what it refers to."""
        return self.value(item) if isinstance(item, str) and item[:1].isdigit() else item

    def entries(self, item: Value) -> Mapping[str, Value]:
        """The entries of a dictionary or a stream; nothing of anything else."""
        found = self.resolve(item)
        return found if isinstance(found, dict) else {}

    def numbers(self, item: Value) -> tuple[float, ...]:
        """The numbers of an array; nothing where there is none."""
        found = self.resolve(item)
        if not isinstance(found, list):
            return ()
        return tuple([self.resolve(each) if isinstance(each, str) else each for each in found])

    def written(self, reference: str, *way: Key) -> bytes:
        """What stands in a file for an object, or for an entry of it, and of that one, and so on.

        It is a reference where the entry is one.
        """
        if not way:
            return self.object(reference).unparse(resolved=True)
        found: Any = self.object(reference)
        for key in way:
            found = found[key]
        if isinstance(found, Object):
            return found.unparse()
        return Array([found]).unparse()[1:-1].strip()  # qpdf gives plain numbers as Python's

    def rect(self, item: Value) -> Rect | None:
        """The rectangle that an array of four numbers stands for; None where there is none."""
        numbers = self.numbers(item)
        return _read_rect(numbers) if len(numbers) == 4 else None

    def is_stream(self, reference: str) -> bool:
        """Whether an object is a stream."""
        return isinstance(self.object(reference), Stream)

    def is_plain(self, reference: str) -> bool:
        """Whether a stream is deflated, and says nothing else of itself."""
        return bool(PLAIN.fullmatch(self.object(reference).stream_dict.unparse()))

    def coding(self, reference: str, *, without: Collection[str] = ()) -> bytes:
        """What a stream says of itself, as it is written, but for its length and other entries."""
        if self.is_plain(reference):
            return FLATE
        said = self.object(reference).stream_dict
        kept = {key: said[key] for key in said.keys() if key != "/Length" and key not in without}  # noqa: SIM118  # no dict
        return Dictionary(kept).unparse()[2:-2].strip()

    def raw(self, reference: str) -> bytes:
        """A stream's bytes as they are coded."""
        return self.object(reference).read_raw_bytes()

    def content(self, reference: str) -> bytes:
        """A stream's bytes as they are meant.

        Raises:
            UnreadableError: they are damaged, or coded in a way that is not known.
        """
        try:
            return self.object(reference).read_bytes()
        except PdfError as fault:
            raise UnreadableError(str(fault)) from fault

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages, in their order."""
        return tuple(self._read_pages())

    def _read_pages(self) -> Iterator[Page]:
        for page in self.pdf.pages:
            reference = "{} {} R".format(*page.obj.objgen)
            entries = self.value(reference)
            media = self.rect(entries.get("/MediaBox")) or (0.0, 0.0, 0.0, 0.0)
            crop = self.rect(entries.get("/CropBox")) or media
            yield Page(
                reference=reference,
                entries=entries,
                media=media,
                trim=self.rect(entries.get("/TrimBox")) or crop,
                bleed=self.rect(entries.get("/BleedBox")) or crop,
                turn=cast(Turn, (self.resolve(entries.get("/Rotate")) or 0) // 90 % 4 * 90),
                unit=float(self.resolve(entries.get("/UserUnit")) or 1),
            )

    def streams(self, page: Page) -> tuple[str, ...]:
        """The streams of a page's content, in their order (7.8.2)."""
        content = page.entries.get("/Contents")
        if content is None:
            return ()
        if is_reference(content) and self.is_stream(content):
            return (content,)
        found = self.resolve(content)
        parts = found if isinstance(found, list) else []
        return tuple(each for each in parts if is_reference(each) and self.is_stream(each))

    @cached_property
    def root(self) -> str:
        """The catalog (7.7.2)."""
        return "{} {} R".format(*self.pdf.Root.objgen)

    @cached_property
    def catalog(self) -> Mapping[str, Value]:
        """Its entries."""
        return self.entries(self.root)

    @cached_property
    def info(self) -> Mapping[str, Value]:
        """The document information's entries (14.3.3)."""
        return self.entries(_read(self.pdf.trailer).get("/Info"))

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The texts of the document information, by their keys."""
        found = ((key, read_text(self.resolve(item))) for key, item in self.info.items())
        return {key: text for key, text in found if text is not None}

    @property
    def version(self) -> str:
        """That of PDF which the file says it is written in: ``1.7``."""
        found = HEADER.search(self.data[:1024])
        return found[1].decode() if found else ""

    @property
    def last(self) -> int:
        """The greatest number that an object has."""
        return max((each.objgen[0] for each in self.pdf.objects), default=0)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The pages' own labels (12.4.2), if they have any."""
        return tuple(page.label for page in self.pdf.pages) if "/PageLabels" in self.catalog else ()

    def destination(self, name: str) -> Value:
        """Where a named destination leads (12.3.2.4); None if it leads nowhere."""
        if name.startswith("/"):
            return self.resolve(self.entries(self.catalog.get("/Dests")).get(name))
        return self._named.get(name)

    @cached_property
    def _named(self) -> Mapping[str, Value]:
        """The destinations that have strings for names."""
        if not self.entries(self.entries(self.catalog.get("/Names")).get("/Dests")):
            return {}
        tree = NameTree(cast(Dictionary, self.pdf.Root.Names.Dests))
        return {f"u:{name}": self.resolve(_read(goal)) for name, goal in tree.items()}


def read_document(data: bytes, *, strictly: bool = True) -> Document:
    """Read a PDF.

    Raises:
        UnreadableError: it cannot be read, or not ``strictly``: it takes guesses, or is encrypted.
    """
    try:
        pdf = Pdf.open(BytesIO(data))
        document = Document(pdf=pdf, data=data)
        len(document.pages)
    except (PdfError, PasswordError, ValueError, TypeError) as fault:
        raise UnreadableError(str(fault)) from fault
    if strictly and (warnings := pdf.get_warnings()):
        raise UnreadableError(str(warnings[0]))
    if pdf.is_encrypted:
        raise UnreadableError("it is encrypted")
    return document


def is_reference(item: Value) -> bool:
    """Whether a value is a reference: strings and names begin with their kind, never a digit."""
    return isinstance(item, str) and item[:1].isdigit()


def read_text(item: Value) -> str | None:
    """The text of a text string; None if the value is none."""
    return item[2:] if isinstance(item, str) and item.startswith("u:") else None


def read_rect(box: Sequence[float]) -> Rect:
    """Read a box as left, bottom, right, top; any two opposite corners may be written (7.9.5)."""
    return _read_rect(tuple(box))


@lru_cache(MEMORY)
def _read_rect(box: tuple[float, ...]) -> Rect:
    """Read a box; pages are alike, so that most have been read before."""
    x0, y0, x1, y1 = (float(value) for value in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _read(item: Object) -> Value:
    return DECODER.raw_decode(item.to_json(dereference=True, schema_version=2).decode())[0]
