"""Imposed files: boxes, marks, ink and codes of sheets, and text near the cut and the fold."""

from io import BytesIO

from pypdf import PdfReader, PdfWriter

from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.marks import choose_marks
from pamphleteer.imposition.placing import Setting
from pamphleteer.papers import find_paper
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.units import Pt
from tests.preflight.documents import Document, Page, check, findings, sound_page, text, write

A5 = (0.0, 0.0, 420.0, 595.0)


def booklet(*, more: str = "", shift: float = 0, marks: str = "none", paper: str = "a4") -> bytes:
    """Four pages on a sheet; the third has something more on it, and may be moved for creep."""
    plain = text("No heat, no rent", y=300)
    pages = tuple(
        Page(content=plain + (more if number == 3 else ""), media=A5, trim=A5, bleed=A5)
        for number in range(1, 5)
    )
    pdf = write(Document(pages=pages))
    plan = plan_job(4, Job())
    setting = Setting(
        paper=find_paper(paper), marks=choose_marks(marks), shifts={3: Pt(shift)} if shift else {}
    )
    return impose_pdf(pdf, plan, setting)


def test_a_sound_sheet_is_sound() -> None:
    assert findings(check(booklet(), "office")) == []


def test_marks_around_pages_are_no_fault() -> None:
    assert findings(check(booklet(marks="sheetfed", paper="sra3"), "office")) == []


def test_text_near_the_cut_of_a_page_is_told_of_its_side() -> None:
    found = check(booklet(more=text("near", x=396, y=200, size=9)), "office")

    assert findings(found) == [("safe-area", 2)]


def test_text_that_creep_moves_to_the_cut_is_told() -> None:
    near = text("near", x=386, y=200, size=9)

    assert findings(check(booklet(more=near), "office")) == []
    assert findings(check(booklet(more=near, shift=-9), "office")) == [("safe-area", 2)]


def test_something_across_a_page_is_told() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(booklet(marks="sheetfed", paper="sra3"))))
    form = writer.pages[0]["/Resources"]["/XObject"]["/Marks"].get_object()  # type: ignore[index]
    left, bottom, right, top = (float(value) for value in form["/BBox"])
    across = f"{(left + right) / 2 + 100} {(bottom + top) / 2} 30 30 re f"
    form.set_data(form.get_data() + f"\nq {across} Q".encode())
    out = BytesIO()
    writer.write(out)

    assert findings(check(out.getvalue(), "office")) == [("sheet-mark", 1)]


def test_a_page_with_bleed_is_no_sheet() -> None:
    page = sound_page()
    pdf = write(Document(pages=(page,) * 4))
    assert findings(check(pdf)) == []
