"""What an imposed file tells a printer and a viewer, and what it is made of."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject
from weasyprint import HTML

from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.schemes import leaves
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.ticket.table import Flip
from tests.imposition.pages import (
    A4,
    draw_number,
    numbered_pdf,
)
from tests.press.test_sheets import impose_booklet, read_catalog, read_drawn


@pytest.mark.parametrize(
    ("flip", "duplex"),
    [("short-edge", "/DuplexFlipShortEdge"), ("long-edge", "/DuplexFlipLongEdge")],
)
def test_the_printer_is_told_how_to_print(flip: Flip, duplex: str) -> None:
    wishes = "/NumCopies 3/DisplayDocTitle true/PrintScaling/AppDefault/Duplex/Simplex"
    pdf = numbered_pdf(4, catalog=f"/ViewerPreferences <<{wishes}>>")
    catalog = read_catalog(impose_booklet(pdf, 4, flip=flip))
    assert catalog["/ViewerPreferences"] == {
        "/PrintScaling": "/None",
        "/Duplex": duplex,
        "/NumCopies": 3,
        "/DisplayDocTitle": True,
    }


def test_a_one_sided_printer_is_told_so() -> None:
    imposed = impose_pdf(
        numbered_pdf(1), leaves(1, two_sided=False), Setting(paper=A4, flip="long-edge")
    )
    assert read_catalog(imposed)["/ViewerPreferences"] == {
        "/PrintScaling": "/None",
        "/Duplex": "/Simplex",
    }


HTML_PAGES = """<html lang="fr"><title>Numéro 14</title>
<style>@page { size: 5.5in 8.5in; bleed: 3mm; marks: crop } h1 { break-before: page }</style>
<body>{}<a href="https://example.org">lien</a>"""


@pytest.fixture(scope="module")
def tagged() -> bytes:
    heads = "".join(f"<h1 id=h{number}>Page {number}</h1><p>texte" for number in range(1, 5))
    pdf = HTML(string=HTML_PAGES.replace("{}", heads)).write_pdf(pdf_variant="pdf/ua-1")
    assert isinstance(pdf, bytes)
    return pdf


def test_title_and_language_stay_and_the_pages_structure_goes(tagged: bytes) -> None:
    reader = PdfReader(BytesIO(impose_booklet(tagged, 4)))
    assert reader.metadata
    assert reader.metadata.title == "Numéro 14"
    catalog = read_catalog(impose_booklet(tagged, 4))
    kept = {"/Type", "/Pages", "/Lang", "/ViewerPreferences", "/PageLabels"}
    assert set(catalog) == kept | {"/Outlines", "/Metadata"}
    assert "pdfuaid" not in catalog["/Metadata"].get_data().decode()
    assert "Numéro 14" in catalog["/Metadata"].get_data().decode()
    assert catalog["/Lang"] == "fr"
    for page in reader.pages:
        assert "/Annots" not in page
        assert "/StructParents" not in page
    assert b"/StructElem" not in impose_booklet(tagged, 4)
    assert b"/Annot" not in impose_booklet(tagged, 4)


def test_each_pages_own_stream_is_its_form(tagged: bytes) -> None:
    sources = [page.raw_get("/Contents").get_object() for page in PdfReader(BytesIO(tagged)).pages]
    forms = read_drawn(impose_booklet(tagged, 4))
    assert all(isinstance(form, StreamObject) and "/BBox" in form for form in forms)
    assert {form._data for form in forms} == {source._data for source in sources}  # type: ignore[attr-defined]


@pytest.mark.parametrize("flip", ["short-edge", "long-edge"])
def test_qpdf_finds_nothing_wrong(tagged: bytes, flip: Flip, tmp_path: Path) -> None:
    split = numbered_pdf(8, draw=lambda number: draw_number(number).replace(" q ", "\nq "))
    for index, (pdf, count) in enumerate([(tagged, 4), (split, 8), (numbered_pdf(12), 12)]):
        path = tmp_path / f"{index}.pdf"
        path.write_bytes(impose_booklet(pdf, count, flip=flip))
        run = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr


IMPOSE_STDIN = """
import sys
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.schemes import saddle_stitch
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.units import parse_size
pdf = sys.stdin.buffer.read()
imposed = impose_pdf(pdf, saddle_stitch(4), Setting(paper=parse_size("letter"), flip="short-edge"))
sys.stdout.buffer.write(imposed)
"""


def test_the_same_input_gives_the_same_bytes(tagged: bytes, tmp_path: Path) -> None:
    expected = impose_booklet(tagged, 4)
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        run = subprocess.run(
            [sys.executable, "-c", IMPOSE_STDIN],
            input=tagged,
            capture_output=True,
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        )
        assert run.stdout == expected


def test_the_identifier_tells_plans_apart() -> None:
    pdf = numbered_pdf(4)
    short, long = (
        PdfReader(BytesIO(impose_booklet(pdf, 4, flip=flip))).trailer["/ID"]
        for flip in ("short-edge", "long-edge")
    )
    assert short != long
