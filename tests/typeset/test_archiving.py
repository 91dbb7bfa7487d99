"""What makes a tagged PDF keep two standards: metadata, labels, languages, and how streams end."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pydyf
import pytest
from PIL import Image
from pypdf import PdfReader

from pamphleteer.typeset.drawing import Graft
from pamphleteer.typeset.fetching import Asset
from pamphleteer.units import Pt
from tests.build.judges import faults_of
from tests.typeset.composing import draw, typesetter

FRENCH = "<p>un</p><p>deux <em lang=en>three</em> <em lang=de>vier</em></p>"


def picture() -> Asset:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), (200, 30, 30)).save(out, "PNG")
    return Asset(content=out.getvalue(), media_type="image/png")


@pytest.fixture
def written() -> bytes:
    """Two pages: a text in French with words of other languages, and a picture."""
    setter = typesetter("img { width: 20pt }", {"red.png": picture()})
    grafts = [
        Graft(page=1, frame=setter.thread(FRENCH, language="fr", path="un.md").pour(*SIZE), **AT),
        Graft(page=2, frame=setter.thread(IMAGE, language="en", path="two.md").pour(*SIZE), **AT),
    ]
    return draw(setter, grafts, pages=2).tagged_pdf()


SIZE = (Pt(100), Pt(100))
AT: dict[str, Any] = {"x": Pt(10), "y": Pt(20)}
IMAGE = '<p><img src="red.png" alt="A red square"></p>'


def languages(reader: PdfReader) -> Iterator[tuple[str, str]]:
    """Each tag that tells a language, and which."""
    tags: Any = reader.root_object["/StructTreeRoot"]
    waiting = list(reversed(tags["/K"]))
    while waiting:
        tag = waiting.pop().get_object()
        if isinstance(tag, dict) and "/S" in tag:
            if "/Lang" in tag:
                yield tag["/S"], tag["/Lang"]
            waiting += reversed(tag.get("/K", []))


def test_tags_tell_their_language_where_it_changes(written: bytes) -> None:
    """Also where it changes back to that of the document, and nowhere else."""
    reader = PdfReader(io.BytesIO(written))
    assert str(reader.root_object["/Lang"]) == "en"
    told = list(languages(reader))
    assert [language for _, language in told] == ["fr", "fr", "en", "de"]
    assert [tag for tag, _ in told[:2]] == ["/P", "/P"]


def test_pages_are_labelled_with_their_folios(written: bytes) -> None:
    assert PdfReader(io.BytesIO(written)).page_labels == ["1", "2"]


def test_metadata_can_be_read_without_a_reader_and_claim_both_standards(written: bytes) -> None:
    (packet,) = re.findall(rb"<\?xpacket begin.*?<\?xpacket end", written, re.DOTALL)
    assert b'pdfaid:part="2"' in packet
    assert b'pdfaid:conformance="A"' in packet
    assert b"<pdfuaid:part>1</pdfuaid:part>" in packet


def test_a_judge_finds_no_fault(written: bytes, tmp_path: Path) -> None:
    path = tmp_path / "written.pdf"
    path.write_bytes(written)
    assert faults_of(path) == []


def test_a_plain_pdf_claims_nothing(written: bytes) -> None:
    setter = typesetter()
    frame = setter.thread(FRENCH, language="fr", path="un.md").pour(*SIZE)
    drawing = draw(setter, [Graft(page=1, frame=frame, **AT)])
    before = drawing.plain_pdf()
    drawing.tagged_pdf()
    assert drawing.plain_pdf() == before
    assert b"/OutputIntent" not in before


@pytest.mark.parametrize("last", [b"\r", b"\n", b"x"])
def test_a_stream_says_how_long_it_is_whatever_it_ends_in(last: bytes) -> None:
    r"""Before ``endstream``, ``\r\n`` is one end of line."""
    written: bytes = pydyf.Stream([b"abc" + last]).data
    head, _, tail = written.partition(b"stream\n")
    data, _, _ = tail.rpartition(b"endstream")
    end = b"\r\n" if data.endswith(b"\r\n") else b"\n"
    assert data.removesuffix(end) == b"abc" + last
    assert b"/Length 4" in head
