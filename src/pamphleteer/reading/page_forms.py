"""Whether a form XObject shows a page: the same content, drawn with the same resources.

The two belong to two documents, so that no object has the same number in both: what counts is what
they are made of, down to the bytes of fonts and pictures.
"""

from math import isclose

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject


def shows_page(form: StreamObject, page: PageObject, known: set[tuple[int, int]]) -> bool:
    """See whether a form has a page's content, resources and transparency group."""
    resources = page.get_inherited("/Resources", DictionaryObject())
    return (
        _has_content(form, page, known)
        and _is_same(form["/Resources"], resources, known)
        and _is_same(form.get("/Group"), page.get("/Group"), known)
    )


def _has_content(form: StreamObject, page: PageObject, known: set[tuple[int, int]]) -> bool:
    """Compare the encoded bytes, or for several streams the decoded ones (7.8.2)."""
    contents = page["/Contents"] if page.get("/Contents") else ArrayObject()
    parts = contents if isinstance(contents, ArrayObject) else [contents]
    found = [part.get_object() for part in parts]
    streams = [stream for stream in found if isinstance(stream, StreamObject)]
    if len(streams) == 1:
        coding = ("/Filter", "/DecodeParms")
        return form._data == streams[0]._data and all(
            _is_same(form.get(key), streams[0].get(key), known) for key in coding
        )
    return form.get_data() == b"\n".join(stream.get_data() for stream in streams)


def _is_same(one: object, other: object, known: set[tuple[int, int]]) -> bool:
    """Compare objects of two documents through all references, which may form circles."""
    seen: set[tuple[int, int]] = set()
    pending = [(one, other)]
    while pending:
        left, right = (_resolve(item) for item in pending.pop())
        pair = (id(left), id(right))
        if left is right or pair in known or pair in seen:
            continue
        parts = _pair_parts(left, right)
        if parts is None:
            return False
        if parts:
            seen.add(pair)
        pending += parts
    known |= seen
    return True


def _resolve(item: object) -> object:
    return item.get_object() if isinstance(item, PdfObject) else item


def _pair_parts(one: object, other: object) -> list[tuple[object, object]] | None:
    """Pair what two objects are made of, or None where they differ in themselves."""
    if isinstance(one, DictionaryObject) and isinstance(other, DictionaryObject):
        streams = [getattr(item, "_data", None) for item in (one, other)]
        if streams[0] != streams[1] or one.keys() != other.keys():
            return None
        return [(one.raw_get(key), other.raw_get(key)) for key in one]
    if isinstance(one, ArrayObject) and isinstance(other, ArrayObject):
        return list(zip(one, other, strict=True)) if len(one) == len(other) else None
    if isinstance(one, int | float) and isinstance(other, int | float):
        return [] if isclose(one, other, rel_tol=1e-6, abs_tol=1e-6) else None
    return [] if type(one) is type(other) and one == other else None
