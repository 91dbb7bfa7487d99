"""Pages: where each is in its document, and how it lies. Sections are those of ISO 32000-2."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from pamphleteer.objects.values import Rect, Turn, Value, is_number, is_reference

if TYPE_CHECKING:
    from pamphleteer.objects.document import Document

NOWHERE: Rect = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: where it is, all its entries, inherited ones too, and how it lies.

    Boxes are in the page's own units, each of ``unit`` points; where one is missing, another is
    taken for it, and none goes beyond ``media`` (14.11.2). ``turn`` is clockwise. ``streams`` are
    those of its content (7.8.2).
    """

    reference: str
    entries: Mapping[str, Value]
    media: Rect
    trim: Rect
    bleed: Rect
    turn: Turn
    unit: float
    streams: tuple[str, ...]


def read_pages(document: "Document") -> Iterator[Page]:
    """Read all pages of a document, in their order."""
    for page in document.pdf.pages:
        reference = "{} {} R".format(*page.obj.objgen)
        entries = document.value(reference)
        media = document.rect(entries.get("/MediaBox")) or NOWHERE
        crop = _within(document.rect(entries.get("/CropBox")) or media, media)
        yield Page(
            reference=reference,
            entries=entries,
            media=media,
            trim=_within(document.rect(entries.get("/TrimBox")) or crop, media),
            bleed=_within(document.rect(entries.get("/BleedBox")) or crop, media),
            turn=_read_turn(document.resolve(entries.get("/Rotate"))),
            unit=_read_unit(document.resolve(entries.get("/UserUnit"))),
            streams=tuple(_list_streams(entries.get("/Contents"), document)),
        )


def _within(box: Rect, media: Rect) -> Rect:
    """What a box has in common with the MediaBox; without area where that is nothing (14.11.2)."""
    if box == media:
        return box
    left, bottom = max(box[0], media[0]), max(box[1], media[1])
    return left, bottom, max(left, min(box[2], media[2])), max(bottom, min(box[3], media[3]))


def _list_streams(content: Value, document: "Document") -> Sequence[str]:
    if is_reference(content) and document.is_stream(content):
        return [content]
    found = document.resolve(content)
    parts = found if isinstance(found, list) else []
    return [each for each in parts if is_reference(each) and document.is_stream(each)]


def _read_turn(value: Value) -> Turn:
    """Read how far a viewer turns a page clockwise; odd angles are cut, as PDFium does."""
    return cast(Turn, int(value) // 90 % 4 * 90) if is_number(value) else 0


def _read_unit(value: Value) -> float:
    return float(value) if is_number(value) and value > 0 else 1.0
