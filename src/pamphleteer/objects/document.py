"""A PDF's objects by their references: what each is, and the bytes that are written for it.

What goes into another file is never made of values: `Document.written` and `Document.raw` give it
as it was. Sections are those of ISO 32000-2.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any, cast

from pikepdf import Array, Dictionary, Object, Pdf, PikepdfError, Stream, StreamDecodeLevel

from pamphleteer.objects.pages import Page, read_pages
from pamphleteer.objects.trees import read_destinations, read_labels
from pamphleteer.objects.values import (
    Rect,
    Value,
    is_name,
    is_number,
    read_rect,
    read_text,
    read_value,
)

Key = str | int
"""Of an entry of a dictionary, or an item of an array."""

HEADER = re.compile(rb"%PDF-([12]\.\d)")
PLAIN = re.compile(rb"<< /Filter /FlateDecode /Length \d+ >>")
"""What nearly all streams of pages say of themselves."""

HARMLESS = "Resources is missing or invalid; repairing"
"""What qpdf says of a page that draws nothing and so needs none."""

CODING = ("/Filter", "/DecodeParms")
"""What a stream says of how its bytes are coded."""

FLATE = b"/Filter /FlateDecode"
NUMBERS = {int, float}


class UnreadableError(ValueError):
    """The bytes are no PDF that can be read as it stands."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """A PDF: its objects by their references, each read when it is asked for, and kept.

    What is damaged beyond qpdf's means raises UnreadableError when it is asked for.
    """

    pdf: Pdf
    data: bytes
    values: dict[str, Value] = field(default_factory=dict)
    objects: dict[str, Object] = field(default_factory=dict)
    plain: dict[str, bool] = field(default_factory=dict)

    def value(self, reference: str) -> Value:
        """What an object is; of a stream, its dictionary."""
        if reference not in self.values:
            try:
                self.values[reference] = read_value(self.object(reference))
            except PikepdfError as fault:
                raise UnreadableError(str(fault)) from fault
        return self.values[reference]

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
        found = item if isinstance(item, dict) else self.resolve(item)
        return found if isinstance(found, dict) else {}

    def numbers(self, item: Value) -> tuple[float, ...]:
        """The numbers of an array; nothing where there is none, or something else in it."""
        found = self.resolve(item)
        if not isinstance(found, list):
            return ()
        if not NUMBERS.issuperset(map(type, found)):
            found = [self.resolve(each) for each in found]
            if not all(map(is_number, found)):
                return ()
        return tuple(found)

    def items(self, item: Value) -> Sequence[Value]:
        """The items of an array; nothing of anything else."""
        found = self.resolve(item)
        return found if isinstance(found, list) else ()

    def written(self, reference: str, *way: Key) -> bytes:
        """What stands in a file for an object, or for an entry of it, and of that one, and so on.

        It is a reference where the entry is one.
        """
        try:
            found: Any = self.object(reference)
            for key in way:
                found = found[key]
            if isinstance(found, Object):
                return found.unparse(resolved=not way)
        except (PikepdfError, RuntimeError) as fault:
            raise UnreadableError(str(fault)) from fault
        return Array([found]).unparse()[1:-1].strip()  # it gives plain values as Python's

    def rect(self, item: Value) -> Rect | None:
        """The rectangle that an array of four numbers stands for; None where there is none."""
        numbers = self.numbers(item) if item is not None else ()
        return read_rect(numbers) if len(numbers) == 4 else None

    def is_stream(self, reference: str) -> bool:
        """Whether an object is a stream."""
        return isinstance(self.object(reference), Stream)

    def is_plain(self, reference: str) -> bool:
        """Whether a stream is deflated, and says nothing else of itself."""
        if reference not in self.plain:
            said = self.object(reference).stream_dict.unparse()
            self.plain[reference] = bool(PLAIN.fullmatch(said))
        return self.plain[reference]

    def coding(self, reference: str) -> bytes:
        """How the bytes of a stream are coded, as its dictionary says it (7.3.8.2)."""
        if self.is_plain(reference):
            return FLATE
        said = self.object(reference).stream_dict
        return _inner({key: said[key] for key in CODING if key in said})

    def said(self, reference: str) -> bytes:
        """All that a stream says of itself but its length, as it is written."""
        if self.is_plain(reference):
            return FLATE
        # Not made of its keys, which may be no UTF-8 and then cannot be asked for.
        kept: Any = Dictionary(cast(Any, self.object(reference).stream_dict))
        if "/Length" in kept:
            del kept["/Length"]
        return _inner(kept)

    def raw(self, reference: str) -> bytes:
        """A stream's bytes as they are coded."""
        try:
            return self.object(reference).read_raw_bytes()
        except PikepdfError as fault:
            raise UnreadableError(str(fault)) from fault

    def content(self, reference: str) -> bytes:
        """A stream's bytes as they are meant.

        Raises:
            UnreadableError: they are damaged, or coded in a way that is not known.
        """
        try:
            return self.object(reference).read_bytes(StreamDecodeLevel.specialized)
        except PikepdfError as fault:
            raise UnreadableError(str(fault)) from fault

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages, in their order."""
        return tuple(read_pages(self))

    def written_anew(self) -> bytes:
        """The document as qpdf writes it: in order, and whole."""
        stream = BytesIO()
        self.pdf.save(stream, deterministic_id=True)
        return stream.getvalue()

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
        return self.entries(read_value(self.pdf.trailer).get("/Info"))

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
    def faults(self) -> tuple[str, ...]:
        """What qpdf has found wrong since it was asked last, but for what does no harm."""
        said = map(str, self.pdf.get_warnings())
        return tuple(each for each in said if HARMLESS not in each)

    @property
    def free(self) -> int:
        """A number that no object has, nor any greater one."""
        return self.pdf.make_indirect(Dictionary()).objgen[0]

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The pages' own labels (12.4.2), if they have any."""
        return read_labels(len(self.pages), self) if "/PageLabels" in self.catalog else ()

    def destination(self, name: str) -> Value:
        """Where a named destination leads (12.3.2.4); None if it leads nowhere."""
        if is_name(name):
            return self.resolve(self.entries(self.catalog.get("/Dests")).get(name))
        return self._destinations.get(read_text(name) or "")

    @cached_property
    def _destinations(self) -> Mapping[str, Value]:
        return read_destinations(self)


def _inner(entries: Mapping[str, Any]) -> bytes:
    """Write the entries of a dictionary without its brackets."""
    return Dictionary(entries).unparse()[2:-2].strip()
