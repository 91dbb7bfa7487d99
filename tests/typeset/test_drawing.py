"""Frames on their pages: where they stand, their backgrounds, bookmarks, links and bytes."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from pamphleteer.typeset.drawing import Graft
from pamphleteer.typeset.frame import Frame
from pamphleteer.typeset.thread import Thread
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import Pt
from tests.typeset.composing import draw, pour_all, typesetter

WHITE, RED = (255, 255, 255), (255, 0, 0)
ROOT = Path(__file__).parents[2]


def thread_in(setter: Typesetter, matter: str) -> Thread:
    return setter.thread(matter, language="en", path="story.md")


def place(frame: Frame, *, page: int = 1, x: float = 0, y: float = 0) -> Graft:
    return Graft(page=page, frame=frame, x=Pt(x), y=Pt(y))


def colours_at(pdf: bytes, *points: tuple[int, int]) -> list[tuple[int, ...]]:
    """The colours of points of page one, measured from its top left corner in points."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()
    return [picture.getpixel((2 * x, 2 * y)) for x, y in points]


def test_a_background_is_where_its_frame_stands() -> None:
    setter = typesetter("div { background: red; margin: 10pt; height: auto; padding: 20pt }")
    frame = thread_in(setter, "<div><p>.</p></div>").pour(Pt(100), Pt(100))
    pdf = draw(setter, [place(frame, x=70, y=150)]).plain_pdf()
    inside, beside, corner, below = ((85, 170), (75, 170), (15, 20), (85, 220))
    assert colours_at(pdf, inside, beside, corner, below) == [RED, WHITE, WHITE, WHITE]


def test_a_background_picture_is_where_its_frame_stands() -> None:
    setter = typesetter("div { background: linear-gradient(red, red); padding: 20pt }")
    frame = thread_in(setter, "<div><p>.</p></div>").pour(Pt(100), Pt(100))
    pdf = draw(setter, [place(frame, x=70, y=150)]).plain_pdf()
    assert colours_at(pdf, (80, 160), (15, 20)) == [RED, WHITE]


def test_each_part_of_a_divided_background_is_where_its_frame_stands() -> None:
    setter = typesetter("div { background: red; padding: 0 }")
    frames = pour_all(thread_in(setter, "<div><p>.</p><p>.</p></div>"), 12)
    grafts = [place(frames[0], x=10, y=250), place(frames[1], x=120, y=50)]
    points = (60, 256), (60, 56), (170, 56), (170, 256)
    assert colours_at(draw(setter, grafts).plain_pdf(), *points) == [RED, WHITE, RED, WHITE]


def test_text_stands_where_its_frame_stands() -> None:
    setter = typesetter()
    frame = thread_in(setter, "<p>one</p>").pour(Pt(100), Pt(12))
    document = pypdfium2.PdfDocument(draw(setter, [place(frame, x=70, y=150)]).plain_pdf())
    found = document[0].get_textpage()
    index = found.get_text_range().index("one")
    left, bottom, _, top = found.get_charbox(index, loose=True)
    document.close()
    assert left == pytest.approx(70, abs=1)
    assert 300 - 150 - 12 < bottom < top < 300 - 150 + 2


def test_frames_are_read_in_the_order_of_their_grafts() -> None:
    setter = typesetter()
    frames = pour_all(thread_in(setter, "<p>one</p><p>two</p><p>three</p>"), 12)
    places = [(100, 200), (100, 10), (0, 100)]
    grafts = [place(frame, x=x, y=y) for frame, (x, y) in zip(frames, places, strict=True)]
    text = PdfReader(io.BytesIO(draw(setter, grafts).tagged_pdf())).pages[0].extract_text()
    assert text.split() == [".", "one", "two", "three"]


def bookmarked_pages(pdf: bytes) -> list[int | None]:
    """The pages, counted from 0, to which the bookmarks lead; none is below another."""
    reader = PdfReader(io.BytesIO(pdf))
    entries = [entry for entry in reader.outline if not isinstance(entry, list)]
    assert len(entries) == len(reader.outline)
    return [reader.get_destination_page_number(entry) for entry in entries]


def test_a_heading_has_one_bookmark_though_it_is_cut() -> None:
    """G8: also when its parts stand on different pages."""
    setter = typesetter("h2 { bookmark-level: 1; orphans: 1; widows: 1 }")
    matter = "<h2>one<br>two<br>three</h2><p>four</p><h2>one two three</h2>"
    frames = pour_all(thread_in(setter, matter), 12)
    assert len(frames) == 5
    grafts = [place(frame, page=1 + index // 2) for index, frame in enumerate(frames)]
    assert bookmarked_pages(draw(setter, grafts, pages=3).tagged_pdf()) == [0, 2]


def test_links_from_one_thread_lead_into_another() -> None:
    setter = typesetter()
    call = thread_in(setter, '<p><a href="#there">one</a></p>').pour(Pt(100), Pt(12))
    target = thread_in(setter, '<p id="there">two</p>').pour(Pt(100), Pt(12))
    pdf = draw(setter, [place(call), place(target, page=2, y=100)], pages=2).tagged_pdf()
    reader = PdfReader(io.BytesIO(pdf))
    links = [link.get_object() for link in reader.pages[0].annotations or []]
    assert [link["/Subtype"] for link in links] == ["/Link"]
    (target_of_link,) = reader.named_destinations.values()
    assert reader.get_destination_page_number(target_of_link) == 1
    assert target_of_link.top == pytest.approx(300 - 100, abs=1)


def test_a_link_with_emphasis_is_one_link() -> None:
    setter = typesetter("")
    matter = '<p><a href="https://example.org/">One <em>and <b>the</b></em> same</a></p>'
    frame = thread_in(setter, matter).pour(Pt(200), Pt(100))
    page = PdfReader(io.BytesIO(draw(setter, [place(frame)]).tagged_pdf())).pages[0]
    links: Any = page["/Annots"]
    assert len(links) == 1


def test_notes_are_drawn_at_the_foot_of_their_frame() -> None:
    setter = typesetter()
    matter = '<p>one<span class="note">two</span></p>'
    frame = thread_in(setter, matter).pour(Pt(100), Pt(200))
    document = pypdfium2.PdfDocument(draw(setter, [place(frame, y=50)]).plain_pdf())
    found = document[0].get_textpage()
    bottom = found.get_charbox(found.get_text_range().index("two"), loose=True)[1]
    document.close()
    assert bottom == pytest.approx(300 - 250, abs=4)


def test_a_page_that_is_not_there() -> None:
    setter = typesetter()
    frame = thread_in(setter, "<p>one</p>").pour(Pt(100), Pt(12))
    for page in (0, 2):
        with pytest.raises(ValueError, match=f"page {page} of 1"):
            draw(setter, [place(frame, page=page)])


def test_a_drawing_can_be_written_again_and_again() -> None:
    setter = typesetter("div { background: red }")
    frame = thread_in(setter, "<div><p>one <em>two</em></p></div>").pour(Pt(100), Pt(24))
    drawing = draw(setter, [place(frame, x=10, y=10)])
    tagged, plain = drawing.tagged_pdf(), drawing.plain_pdf()
    assert (drawing.tagged_pdf(), drawing.plain_pdf()) == (tagged, plain)
    assert "/StructTreeRoot" in PdfReader(io.BytesIO(tagged)).root_object
    assert "/StructTreeRoot" not in PdfReader(io.BytesIO(plain)).root_object


SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "C", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/New_York", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
)


def test_the_same_matter_gives_the_same_bytes(tmp_path: Path) -> None:
    """Law 3: whatever the hash seed, time zone, locale and folder."""
    written = []
    for number, surroundings in enumerate(SURROUNDINGS):
        folder = tmp_path / f"folder {number}"
        folder.mkdir()
        environment = os.environ | surroundings | {"PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "tests.typeset.write_pdfs", str(folder)]
        subprocess.run(command, check=True, cwd=folder, env=environment)
        written.append([(folder / name).read_bytes() for name in ("tagged.pdf", "plain.pdf")])
    assert written[0] == written[1]
    assert not any(str(tmp_path).encode() in pdf for pdf in written[0])
