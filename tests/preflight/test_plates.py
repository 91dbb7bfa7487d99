"""Inks are estimated from marks; Ghostscript, which makes real plates, must come to the same."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from pamphleteer.reading.content.pages import read_pages
from pamphleteer.reading.plates import Plates
from pamphleteer.reading.samples import Samples
from tests.preflight.documents import Document, picture, stream, text, write
from tests.preflight.planting import on_page

STENCIL = stream(
    b"\x0f\x0f",
    "/Type /XObject /Subtype /Image /Width 8 /Height 2 /ImageMask true /BitsPerComponent 1",
)

SHARES = {
    "areas": on_page("0.2 0.9 0 0 k 60 60 200 200 re f 0 0 0 1 k 100 100 60 60 re f\n"),
    "overprinting": on_page(
        "0.2 0.9 0 0 k 60 60 200 200 re f /G gs 0 0 0 1 k 100 100 60 60 re f\n",
        resources={"ExtGState": {"/G": "<</OP true /op true /OPM 1>>"}},
    ),
    "hole": on_page("0 0 0 1 k 60 60 200 200 re 100 100 60 60 re f*\n"),
    "circle": on_page("0 0.5 0 0 k 60 160 m 60 300 260 300 260 160 c 260 20 60 20 60 160 c f\n"),
    "turned": on_page("0.7 0.7 -0.7 0.7 200 60 cm 1 0 0 0 k 0 0 150 90 re f\n"),
    "picture": on_page(
        "q 200 0 0 150 60 60 cm /Im1 Do Q\n",
        (picture(300, 200, fill=b"\xe0\x40\x00\x80"),),
        resources={"XObject": {"/Im1": "100 0 R"}},
    ),
    "stencil": on_page(
        "0 1 1 0 k q 200 0 0 150 60 60 cm /Im1 Do Q\n",
        (STENCIL,),
        resources={"XObject": {"/Im1": "100 0 R"}},
    ),
    "text": on_page("".join(text("No heat, no rent " * 2, y=60 + 12 * n) for n in range(12))),
}
TOLERANCE = {"text": 1.0}
"""Per cent of the page by which the estimate may be off; of all others half of that."""


def by_ghostscript(pdf: bytes, folder: Path) -> dict[str, float]:
    """Per cent of the third page that each ink covers."""
    (folder / "in.pdf").write_bytes(pdf)
    command = ["gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r36",
               "-dOverprint=/simulate", "-dFirstPage=3", "-dLastPage=3",
               f"-sOutputFile={folder}/p.tif", f"{folder}/in.pdf"]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    shares = {}
    for path in folder.glob("p(*).tif"):
        with Image.open(path) as plate:
            counts = ImageChops.invert(plate.convert("L")).histogram()
        share = sum(value * count for value, count in enumerate(counts)) / 2.55 / sum(counts)
        shares[path.stem.removeprefix("p(").removesuffix(")")] = share
    return shares


@pytest.mark.parametrize("name", SHARES)
def test_plates_are_those_of_ghostscript(name: str, tmp_path: Path) -> None:
    pdf = write(SHARES[name])
    reader = PdfReader(BytesIO(pdf))
    page = list(read_pages(reader))[2]
    medium = page.boxes["MediaBox"]
    plates = Plates(medium, page.marks, Samples(reader))

    ours = {ink: 100 * share for ink, share in plates.coverage(medium)}

    real = by_ghostscript(pdf, tmp_path)
    for ink in ("Cyan", "Magenta", "Yellow", "Black"):
        assert ours.get(ink, 0) == pytest.approx(real[ink], abs=TOLERANCE.get(name, 0.5)), ink


def test_the_heaviest_place_is_where_it_is() -> None:
    document = on_page("0.5 0.5 0 0 k 60 60 90 90 re f 1 1 0 0 k 300 400 60 60 re f\n")
    reader = PdfReader(BytesIO(write(document)))
    page = list(read_pages(reader))[2]

    heaviest = Plates(page.boxes["MediaBox"], page.marks, Samples(reader)).heaviest()

    assert heaviest is not None
    share, (left, bottom, right, top) = heaviest
    assert share == pytest.approx(2, abs=0.02)
    assert 295 < left < right < 365
    assert 395 < bottom < top < 465


def test_a_page_without_ink_has_no_plates() -> None:
    reader = PdfReader(BytesIO(write(Document(pages=on_page().pages[:1]))))
    assert Plates((0, 0, 100, 100), (), Samples(reader)).heaviest() is None
