"""Whether a form XObject shows a page: the same content, drawn with the same resources.

The two belong to two documents, so that no object need have the same number in both: what counts is
what they are made of, down to the bytes of fonts and pictures.
"""

from dataclasses import dataclass, field
from functools import cached_property
from math import isclose

from pamphleteer.objects import CODING, Document, Page, Value, is_number, is_reference

FORM = {
    "/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group",
    "/Length", *CODING,
}  # fmt: skip
"""What a page's form may say of itself (8.10.2): it is on no layer, and nothing is elsewhere."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """An imposed document beside its source, and pairs of objects that were seen to be the same."""

    imposed: Document
    source: Document
    same: set[tuple[Value, Value]] = field(default_factory=set)

    def shows_page(self, form: str, page: Page) -> bool:
        """See whether a form has a page's content, resources and group, and nothing else."""
        entries = self.imposed.entries(form)
        return (
            entries.keys() <= FORM
            and self._has_content(form, page)
            and self._is_same(entries.get("/Resources"), page.entries.get("/Resources", {}))
            and self._is_same(entries.get("/Group"), page.entries.get("/Group"))
        )

    def has_layers(self) -> bool:
        """See whether the same layers are there, and shown, in both documents (8.11.4)."""
        key = "/OCProperties"
        return self._is_same(self.imposed.catalog.get(key), self.source.catalog.get(key))

    def _has_content(self, form: str, page: Page) -> bool:
        """Compare the encoded bytes, or for several streams the decoded ones (7.8.2)."""
        streams = page.streams
        if len(streams) == 1:
            own = self.imposed.raw(form), self.source.raw(streams[0])
            return own[0] == own[1] and self._is_coded_alike(form, streams[0])
        joined = b"\n".join(self.source.content(stream) for stream in streams)
        return self.imposed.content(form) == joined

    def _is_coded_alike(self, form: str, stream: str) -> bool:
        own = self.imposed.entries(form)
        if self.source.is_plain(stream):
            return own.get("/Filter") == "/FlateDecode" and "/DecodeParms" not in own
        other = self.source.entries(stream)
        return all(self._is_same(own.get(key), other.get(key)) for key in CODING)

    def _is_same(self, one: Value, other: Value) -> bool:
        """Compare values of the two documents through all references, which may form circles."""
        if one is other is None or self._is_known(one, other):
            return True
        seen: set[tuple[Value, Value]] = set()
        pending = [(one, other)]
        while pending:
            pair = pending.pop()
            if self._is_known(*pair) or ((both := all(map(is_reference, pair))) and pair in seen):
                continue
            if both:
                seen.add(pair)
            parts = self._compare(*pair)
            if parts is None:
                return False
            pending += parts
        self.same.update(seen)
        return True

    def _is_known(self, one: Value, other: Value) -> bool:
        return is_reference(one) and is_reference(other) and (one, other) in self.same

    def _compare(self, one: Value, other: Value) -> list[tuple[Value, Value]] | None:
        """Compare two values in themselves; the pairs of their parts, or None where they differ.

        References to the source's pages lead to nothing on sheets.
        """
        if self._is_page(other):
            return [] if self.imposed.resolve(one) is None else None
        streams = _stream(one, self.imposed), _stream(other, self.source)
        if streams[0] != streams[1]:
            return None
        left, right = self.imposed.resolve(one), self.source.resolve(other)
        if isinstance(left, dict) and isinstance(right, dict):
            right = {key: item for key, item in right.items() if not self._is_page(item)}
            hidden = {"/Length"} if streams[0] is not None else set()
            keys = left.keys() - hidden
            same = keys == right.keys() - hidden
            return [(left[key], right[key]) for key in keys] if same else None
        if isinstance(left, list) and isinstance(right, list):
            return list(zip(left, right, strict=True)) if len(left) == len(right) else None
        if is_number(left) and is_number(right):
            return [] if isclose(left, right, rel_tol=1e-6, abs_tol=1e-6) else None
        return [] if type(left) is type(right) and left == right else None

    def _is_page(self, item: Value) -> bool:
        return is_reference(item) and item in self.pages

    @cached_property
    def pages(self) -> frozenset[str]:
        """What refers to the pages of the source; sheets have objects of other numbers."""
        return frozenset(page.reference for page in self.source.pages)


def _stream(item: Value, document: Document) -> bytes | None:
    """The bytes of a stream as they are coded; None of what is none."""
    return document.raw(item) if is_reference(item) and document.is_stream(item) else None
