"""QR codes: vectors that a telephone reads from the page."""

import io
import xml.etree.ElementTree as ET

import pypdfium2
import pytest
import zxingcpp

from pamphleteer.images import draw_qr
from pamphleteer.problems import IssueError, SourcePos
from pamphleteer.typeset.drawing import Graft
from pamphleteer.typeset.fetching import Asset
from pamphleteer.units import Pt
from tests.typeset.composing import draw, typesetter

URLS = (
    "https://leftcom.org",
    "https://example.org/news?issue=14&from=print#top",
    "https://example.org/" + "long/" * 40,
    "https://example.org/żółć/日本",
)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("url", URLS)
def test_a_code_that_was_printed_opens_what_it_should(url: str) -> None:
    """On paper of 300 dots to the inch, 78 points wide, as the booklet prints it."""
    code = Asset(content=draw_qr(url, ink="#111111"), media_type="image/svg+xml")
    setter = typesetter("img { width: 78pt; height: 78pt }", {"qr.svg": code})
    thread = setter.thread('<p><img alt="code" src="qr.svg"></p>', language="en", path="a.md")
    frame = thread.pour(Pt(100), Pt(100))
    pdf = draw(setter, [Graft(page=1, frame=frame, x=Pt(50), y=Pt(100))]).plain_pdf()
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=300 / 72).to_pil()
    images = [each for each in document[0].get_objects() if each.type == 3]
    document.close()
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [url]
    assert not images


def test_a_code_is_drawn_with_lines_in_its_ink_and_a_quiet_zone() -> None:
    root = ET.parse(io.BytesIO(draw_qr("https://leftcom.org", ink="#b01722"))).getroot()
    assert root.tag == f"{SVG}svg"
    assert {each.tag for each in root.iter()} == {f"{SVG}svg", f"{SVG}path"}
    (path,) = root.iter(f"{SVG}path")
    assert path.attrib["stroke"] == "#b01722"
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    assert width == height == 4 + 25 + 4
    assert path.attrib["d"].startswith("M4 4.5h7")


def test_the_same_code_is_drawn_with_the_same_bytes() -> None:
    assert draw_qr(URLS[1], ink="#111") == draw_qr(URLS[1], ink="#111")


def test_an_address_that_no_code_holds_is_told_with_its_place() -> None:
    here = SourcePos(path="publication.yaml", line=12, column=9)
    with pytest.raises(IssueError) as caught:
        draw_qr("https://example.org/" + "a" * 4000, ink="#111", pos=here)
    (problem,) = caught.value.problems
    assert (problem.code, problem.pos) == ("qr-too-long", here)
    assert "4020 characters" in problem.message
