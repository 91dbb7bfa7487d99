"""Whether a form XObject shows a page: the same content, drawn with the same resources.

The two belong to two documents, so that no object need have the same number in both: what counts is
what they are made of, down to the bytes of fonts and pictures.
"""

from dataclasses import dataclass, field
from math import isclose

from pamphleteer.objects import Document, Page, Value, is_reference

CODING = ("/Filter", "/DecodeParms")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """An imposed document beside its source, and pairs of objects that were seen to be the same."""

    imposed: Document
    source: Document
    same: set[tuple[Value, Value]] = field(default_factory=set)

    def shows_page(self, form: str, page: Page) -> bool:
        """See whether a form has a page's content, resources and transparency group."""
        entries = self.imposed.entries(form)
        return (
            self._has_content(form, page)
            and self._is_same(entries.get("/Resources"), page.entries.get("/Resources", {}))
            and self._is_same(entries.get("/Group"), page.entries.get("/Group"))
        )

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
            if is_reference(pair[0]) and is_reference(pair[1]):
                if self._is_known(*pair) or pair in seen:
                    continue
                if not self._is_same_stream(*pair):
                    return False
                seen.add(pair)
            parts = _pair_parts(self.imposed.resolve(pair[0]), self.source.resolve(pair[1]))
            if parts is None:
                return False
            pending += parts
        self.same.update(seen)
        return True

    def _is_known(self, one: Value, other: Value) -> bool:
        return is_reference(one) and is_reference(other) and (one, other) in self.same

    def _is_same_stream(self, one: str, other: str) -> bool:
        """Compare the bytes of two streams; what are none have none."""
        streams = self.imposed.is_stream(one), self.source.is_stream(other)
        if streams == (True, True):
            return self.imposed.raw(one) == self.source.raw(other)
        return streams == (False, False)


def _pair_parts(one: Value, other: Value) -> list[tuple[Value, Value]] | None:
    """Pair what two values are made of, or None where they differ in themselves."""
    if isinstance(one, dict) and isinstance(other, dict):
        left, right = one.keys() - {"/Length"}, other.keys() - {"/Length"}
        return [(one[key], other[key]) for key in left] if left == right else None
    if isinstance(one, list) and isinstance(other, list):
        return list(zip(one, other, strict=True)) if len(one) == len(other) else None
    if isinstance(one, int | float) and isinstance(other, int | float):
        return [] if isclose(one, other, rel_tol=1e-6, abs_tol=1e-6) else None
    return [] if one == other else None
