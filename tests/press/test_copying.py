"""Parts of a job say of themselves what the job does: labels, bookmarks, links, title and inks."""

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from pamphleteer.imposition.duplex import back_matrix
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.printer import Printer, flip_of
from pamphleteer.objects import read_document
from pamphleteer.press.copying import copy_sides, write_for
from pamphleteer.press.covers import split_cover
from pamphleteer.press.duplex import corrected
from pamphleteer.press.printers import for_printer
from pamphleteer.press.sheets import impose_pdf
from tests.imposition.pages import LETTER, numbered_pdf
from tests.press.linked import linked_pdf, read_bookmarks, read_labels
from tests.press.test_duplex import BY_HAND, LANDSCAPE, askew

EIGHT = plan_job(8, Job(cover=True))


def imposed(pdf: bytes, printer: Printer | None = None, **given: Any) -> bytes:
    flip = flip_of(printer) if printer else "short-edge"
    return impose_pdf(pdf, EIGHT, Setting(paper=LETTER, flip=flip, **given))


def fronts_and_backs(job: bytes) -> tuple[bytes, bytes]:
    fronts, backs, _ = for_printer(job, BY_HAND, Path("zine.pdf")).values()
    return fronts, backs


def led(pdf: bytes) -> list[tuple[str, str]]:
    """Titles of bookmarks, and the labels of the sides to which they lead."""
    labels = read_labels(pdf)
    return [(title, labels[side]) for title, side in read_bookmarks(pdf) if side is not None]


def test_a_cover_apart_has_its_own_labels_and_bookmarks() -> None:
    cover, inside = split_cover(imposed(linked_pdf(8)), sides=2)
    assert read_labels(cover) == ["Sheet 1 front: 8, 1", "Sheet 1 back: 2, 7"]
    assert read_labels(inside) == ["Sheet 2 front: 6, 3", "Sheet 2 back: 4, 5"]
    chapters = [title for title, _ in read_bookmarks(inside) if title.startswith("Chapter")]
    assert chapters == [f"Chapter {number}" for number in (3, 4, 5, 6)]


def test_backs_in_the_order_in_which_they_are_printed() -> None:
    fronts, backs = fronts_and_backs(imposed(linked_pdf(8), BY_HAND))
    assert read_labels(fronts) == ["Sheet 1 front: 8, 1", "Sheet 2 front: 6, 3"]
    assert read_labels(backs) == ["Sheet 2 back: 5, 4", "Sheet 1 back: 7, 2"]
    assert ("Part of 4", "Sheet 2 back: 5, 4") in led(backs)


@pytest.mark.parametrize("kind", ["cover", "by hand", "both"])
def test_each_bookmark_is_in_the_part_that_has_its_side(kind: str) -> None:
    """Of all parts together there are those of the job, none twice, and all lead where they did."""
    job = imposed(linked_pdf(8), BY_HAND)
    parts: Sequence[bytes] = (job,) if kind == "by hand" else split_cover(job, sides=2)
    if kind != "cover":
        parts = [side for part in parts for side in fronts_and_backs(part)]
    found = [one for part in parts for one in led(part)]
    assert sorted(found) == sorted(led(job))
    assert len(found) == 16


def test_backs_that_are_moved_keep_all() -> None:
    printer = askew(Printer(name="office", duplex="short-edge"))
    job = imposed(linked_pdf(8), printer)
    made = corrected(job, printer)
    assert (read_labels(made), read_bookmarks(made)) == (read_labels(job), read_bookmarks(job))


def outline(*titles: tuple[str, int | None, str]) -> str:
    """Bookmarks one below another: a title, the number of a page's object, more of its entries."""
    title, page, more = titles[0]
    dest = f"/Dest[{page} 0 R/Fit]" if page else ""
    first = f"/First {outline(*titles[1:])}" if titles[1:] else ""
    return f"<</Title({title}){dest}{first}{more}>>"


def test_headings_stand_above_what_is_in_a_part() -> None:
    """One that leads to another file stays where bookmarks below it do not; so does a mere line."""
    below = outline(("Cover", 6, ""), ("Inside", 10, ""))
    line = f"/Next {outline(('A line', None, ''))}"
    catalog = f"/Outlines <</First {below[:-2]}{line}>>>>"
    job = imposed(numbered_pdf(8, catalog=catalog))
    cover, inside = split_cover(job, sides=2)
    assert [title for title, _ in read_bookmarks(job)] == ["Cover", "Inside", "A line"]
    assert read_bookmarks(cover) == [("Cover", 0), ("A line", None)]
    assert read_bookmarks(inside) == [("Cover", None), ("Inside", 0), ("A line", None)]


def links_of(pdf: bytes) -> list[list[Any]]:
    pages = PdfReader(BytesIO(pdf)).pages
    return [[link.get_object() for link in page.get("/Annots", ())] for page in pages]


def test_links_lead_within_a_part_or_out_of_the_document() -> None:
    """No page of another part is dragged along by one."""
    job = imposed(linked_pdf(8), links=True)
    for part, pages in zip(split_cover(job, sides=2), ((8, 1, 2, 7), (6, 3, 4, 5)), strict=True):
        reader = PdfReader(BytesIO(part))
        links = [link for side in links_of(part) for link in side]
        out = [link["/A"]["/URI"] for link in links if "/A" in link]
        assert sorted(out) == sorted(f"https://example.org/{page}" for page in pages)
        goals = [link["/Dest"][0].idnum for link in links if "/Dest" in link]
        own = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
        assert len(goals) == 4
        assert set(goals) <= own
        assert len(re.findall(rb"/Type /Page\b", part)) == 2
    fronts, backs = fronts_and_backs(job)  # 8 is beside 1, and 7 beside 2
    assert all(any("/Dest" in link for link in links_of(part)[0]) for part in (fronts, backs))


def middle_of(rect: Any) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in rect)
    return (left + right) / 2, (bottom + top) / 2


def test_links_are_moved_with_their_backs() -> None:
    printer = askew(Printer(name="office", duplex="short-edge"))
    job = imposed(linked_pdf(8), printer, links=True)
    a, b, c, d, e, f = back_matrix(LANDSCAPE, printer)
    pairs = zip(links_of(job), links_of(corrected(job, printer)), strict=True)
    for side, (before, after) in enumerate(pairs):
        for old, new in zip(before, after, strict=True):
            (x, y), middle = (middle_of(link["/Rect"]) for link in (old, new))
            moved = (a * x + c * y + e, b * x + d * y + f) if side % 2 else (x, y)
            assert middle == pytest.approx(moved, abs=0.01)


def described(pdf: bytes) -> bytes:
    """The document with a title, XMP and an output intent."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    intent = {"/Type": NameObject("/OutputIntent"), "/S": NameObject("/GTS_PDFX"),
              "/OutputConditionIdentifier": TextStringObject("FOGRA51")}  # fmt: skip
    entries = {NameObject(key): value for key, value in intent.items()}
    writer.root_object[NameObject("/OutputIntents")] = ArrayObject([DictionaryObject(entries)])
    writer.add_metadata({"/Title": "The Stairwell", "/Author": "Ana & Co."})
    writer.xmp_metadata = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_title_inks_and_metadata_go_with_each_part() -> None:
    job = imposed(described(linked_pdf(8)), BY_HAND)
    wanted: Any = PdfReader(BytesIO(job)).root_object["/Metadata"]
    assert b"The Stairwell" in wanted.get_data()
    for part in (*split_cover(job, sides=2), *fronts_and_backs(job), corrected(job, BY_HAND)):
        reader = PdfReader(BytesIO(part))
        root: Any = reader.root_object
        assert reader.metadata
        assert (reader.metadata.title, reader.metadata.author) == ("The Stairwell", "Ana & Co.")
        assert root["/Metadata"].get_data() == wanted.get_data()
        (intent,) = (each.get_object() for each in root["/OutputIntents"])
        assert intent["/OutputConditionIdentifier"] == "FOGRA51"


def test_a_document_without_labels_or_bookmarks_gets_none() -> None:
    copy = write_for(copy_sides(read_document(numbered_pdf(3)), [3, 1]), duplex=None)
    root: Any = PdfReader(BytesIO(copy)).root_object
    assert not {"/PageLabels", "/Outlines", "/Metadata"} & {*root}
