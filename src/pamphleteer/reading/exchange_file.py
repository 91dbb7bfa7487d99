"""A file for a print shop as its check sees it, and what is told of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A rule that a file breaks: the clause, what was found, and on which page, if on one."""

    clause: str
    found: str
    page: int | None = None

    def __str__(self) -> str:
        place = f"page {self.page}: " if self.page else ""
        return f"{place}{self.found} (ISO 32000-2, {self.clause})"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file, and all of its objects that the pages and the catalog lead to."""

    reader: PdfReader
    objects: tuple[DictionaryObject, ...]

    @property
    def catalog(self) -> DictionaryObject:
        """What the document begins with (ISO 32000-2, 7.7.2)."""
        return self.reader.root_object

    @property
    def info(self) -> DictionaryObject:
        """What it says of itself (ISO 32000-2, 14.3.3)."""
        found = self.reader.trailer.get("/Info", DictionaryObject()).get_object()
        return found if isinstance(found, DictionaryObject) else DictionaryObject()

    def of(self, kind: str, value: str) -> Iterator[DictionaryObject]:
        """Objects whose entry has a value."""
        return (each for each in self.objects if each.get(kind) == value)


def walk(start: Any) -> Iterator[DictionaryObject]:
    """All dictionaries and streams that an object leads to, each once, however they refer."""
    seen: set[tuple[int, int]] = set()
    waiting = [start]
    while waiting:
        each = waiting.pop()
        if isinstance(each, IndirectObject):
            if (each.idnum, each.generation) in seen:
                continue
            seen.add((each.idnum, each.generation))
            each = each.get_object()
        if isinstance(each, DictionaryObject):
            yield each
            waiting += [each.raw_get(key) for key in each]
        elif isinstance(each, ArrayObject):
            waiting += list(each)
