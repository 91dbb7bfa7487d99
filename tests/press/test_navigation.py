"""Imposed sheets on a screen: bookmarks, labels, links and boxes."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.schemes import n_up, saddle_stitch
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.units import Pt, Size
from tests.imposition.pages import LETTER, numbered_pdf
from tests.press.linked import linked_pdf, read_bookmarks


def impose(pdf: bytes, **given: Any) -> bytes:
    return impose_pdf(pdf, saddle_stitch(4), Setting(paper=LETTER, **given))


def imposed(pdf: bytes, **given: Any) -> PdfReader:
    return PdfReader(BytesIO(impose(pdf, **given)))


def test_bookmarks_lead_to_the_sides_on_which_their_pages_stand() -> None:
    sides = {1: 0, 2: 1, 3: 1, 4: 0}
    expected = [
        (f"{name} {number}", side)
        for number, side in sides.items()
        for name in ("Chapter", "Part of")
    ]
    assert read_bookmarks(impose(linked_pdf())) == expected


def test_sides_are_labelled_with_their_sheets_and_pages() -> None:
    assert imposed(linked_pdf()).page_labels == ["Sheet 1 front: 4, 1", "Sheet 1 back: 2, 3"]


def test_the_pages_own_labels_are_told() -> None:
    labels = "/PageLabels <</Nums [0 <</S/r>> 2 <</S/D>>]>>"
    reader = imposed(numbered_pdf(4, catalog=labels))
    assert reader.page_labels == ["Sheet 1 front: 2, i", "Sheet 1 back: ii, 1"]


def test_links_are_dropped_for_the_press_and_moved_for_the_screen() -> None:
    assert all("/Annots" not in page for page in imposed(linked_pdf()).pages)
    front, back = imposed(linked_pdf(), links=True).pages
    links = [link.get_object() for link in front["/Annots"]]  # type: ignore[attr-defined]
    rights = [link for link in links if float(link["/Rect"][0]) > 396]
    assert [link["/A"]["/URI"] for link in rights if "/A" in link] == ["https://example.org/1"]
    (inner,) = (link for link in rights if "/A" not in link)
    assert inner["/Dest"][0].get_object() == front  # page 4, on the same side
    assert len(back["/Annots"]) == 4  # type: ignore[arg-type]


def test_links_of_pages_that_are_scaled_and_turned_stand_where_their_words_do() -> None:
    link = "<</Type/Annot/Subtype/Link/Rect[20 540 60 580]/A<</S/URI/URI(https://example.org)>>>>"
    page = f"/MediaBox [0 0 396 612] /Rotate 90 /Annots [{link}]"
    paper = Size(width=Pt(612), height=Pt(396))
    setting = Setting(paper=paper, scale=0.5, links=True)
    plan = n_up(2, rows=1, columns=2, two_sided=False)
    reader = PdfReader(BytesIO(impose_pdf(numbered_pdf(2, page=page), plan, setting)))
    rects = [
        [round(float(edge)) for edge in each.get_object()["/Rect"]]
        for each in reader.pages[0]["/Annots"]  # type: ignore[attr-defined]
    ]
    # The black square at the head's left has come to the head's right.
    assert rects == [[270, 267, 290, 287], [576, 267, 596, 287]]


def test_a_sheet_has_the_boxes_of_what_is_trimmed() -> None:
    bleeding = "/MediaBox [-9 -9 405 621] /BleedBox [-9 -9 405 621] /TrimBox [0 0 396 612]"
    pdf = numbered_pdf(4, page=bleeding)
    paper = Size(width=Pt(900), height=Pt(700))
    (front, _) = PdfReader(BytesIO(impose_pdf(pdf, saddle_stitch(4), Setting(paper=paper)))).pages
    assert [float(edge) for edge in front.trimbox] == [54, 44, 846, 656]
    assert [float(edge) for edge in front.bleedbox] == [45, 35, 855, 665]


def test_a_bookmark_that_leads_nowhere_stays_as_a_heading() -> None:
    pdf = numbered_pdf(4, catalog="/Outlines <</First <</Title(A)/Dest[7 0 R/Fit]>>>>")
    outline: list[Any] = imposed(pdf).outline
    assert [item.title for item in outline] == ["A"]
