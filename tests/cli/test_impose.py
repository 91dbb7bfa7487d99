"""``impose`` and odd files: each is repaired and told, or refused and nothing is written.

Refused means: the file's name, what is wrong with it, what to do, and exit code 1.
"""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PageObject, PdfWriter
from pypdf.generic import NameObject, PdfObject

from tests.build.publications import run, run_here
from tests.cli.impositions import SOUND, check_with_qpdf, impose, nothing_written, read_sides
from tests.imposition.pages import numbered_pdf, write_objects
from tests.reading.foreign import annotate, numbers, stream, with_entry, write_pdf

# Odd files: each with the code of its problem, and words of what is said.
REFUSED: Mapping[str, tuple[bytes, str, str]] = {
    "empty": (b"", "pdf-empty", "the file is empty"),
    "a picture": (b"\xff\xd8\xff\xe0 JFIF", "pdf-not-a-pdf", "a JPEG picture"),
    "a text": (b"News of the day", "pdf-not-a-pdf", "not a PDF"),
    "truncated": (SOUND[: len(SOUND) // 2], "pdf-damaged", "cut off or damaged"),
    "damaged": (b"%PDF-1.7\n" * 40, "pdf-damaged", "cut off or damaged"),
    "a page lost": (SOUND.replace(b"/Count 4", b"/Count 5"), "pdf-pages-lost", "5 pages, and 4"),
    "locked": (write_pdf(encrypt="secret"), "pdf-password", "viewer with its password"),
    "no pages": (write_pdf(0), "pdf-without-pages", "no pages"),
    "no area": (with_entry("/TrimBox", numbers(0, 0, 0, 50)), "page-without-area", "page 2: "),
    "no width": (with_entry("/MediaBox", numbers(7, 0, 7, 50)), "page-without-area", "page 2: "),
    "14,400 points": (
        with_entry("/MediaBox", numbers(0, 0, 14400, 14400)),
        "page-too-large",
        "page 2: two pages of 5080 × 5080 mm",
    ),
    "more than PDF allows": (
        with_entry("/MediaBox", numbers(0, 0, 14401, 10)),
        "page-beyond-limit",
        "page 2: it measures 14401 × 10",
    ),
}


@pytest.mark.parametrize(("data", "code", "told"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_imposed(tmp_path: Path, data: bytes, code: str, told: str) -> None:
    done = impose(tmp_path, data)
    assert done.code == 1
    assert done.out == ""
    assert f"in.pdf: error[{code}]: " in done.err
    assert told in done.err
    assert re.search(r"^ {4}\S.*\.$", done.err, re.MULTILINE), "no hint"
    assert done.err.endswith("\n1 problem; no file was changed.\n")
    assert nothing_written(tmp_path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = impose(tmp_path, None)
    assert done.code == 1
    assert "in.pdf: error[unreadable-file]: cannot read it: " in done.err
    assert "See that the file is there" in done.err
    assert nothing_written(tmp_path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "in.pdf").mkdir()
    done = impose(tmp_path, None)
    assert done.code == 2
    assert "'in.pdf' is a directory" in done.err
    assert nothing_written(tmp_path)


def test_a_folder_is_no_output(tmp_path: Path) -> None:
    (tmp_path / "sheets").mkdir()
    done = impose(tmp_path, SOUND, output="sheets")
    assert done.code == 2
    assert "'sheets' is a directory" in done.err
    assert list((tmp_path / "sheets").iterdir()) == []


def test_an_output_has_a_name(tmp_path: Path) -> None:
    assert impose(tmp_path, SOUND, output="").code in {1, 2}
    assert nothing_written(tmp_path)


def test_the_source_is_not_overwritten(tmp_path: Path) -> None:
    done = impose(tmp_path, SOUND, output="./in.pdf")
    assert (tmp_path / "in.pdf").read_bytes() == SOUND
    assert done.code in {1, 2}


def stamped() -> bytes:
    def change(writer: PdfWriter, pages: list[PageObject]) -> None:
        look = stream("0 0 20 10 re f", Subtype=NameObject("/Form"), BBox=numbers(0, 0, 20, 10))
        reference: PdfObject = writer._add_object(look)
        annotate(writer, pages[0], rect=(100, 40, 140, 60), look=reference)

    return write_pdf(4, change=change)


REPAIRED: Mapping[str, tuple[bytes, str]] = {
    "no cross-reference table": (SOUND.replace(b"\nxref\n", b"\nxxxx\n"), "warning[pdf-repaired]"),
    "its end is missing": (SOUND[: SOUND.rindex(b"startxref")], "warning[pdf-repaired]"),
    "two ends": (SOUND + b"%%EOF\n", ""),
    "locked with an empty password": (write_pdf(4, encrypt=""), "warning[pdf-unlocked]"),
    "a stamp": (stamped(), "note[annotations-flattened]: page 1: "),
}


@pytest.mark.parametrize(("data", "notice"), REPAIRED.values(), ids=REPAIRED)
def test_a_file_that_can_be_repaired(tmp_path: Path, data: bytes, notice: str) -> None:
    done = impose(tmp_path, data)
    assert done.code == 0, done.err
    assert f"in.pdf: {notice}" in done.err or not notice
    assert done.out.startswith("4 pages on 1 sheet")
    assert "✔ out.pdf\n" in done.out
    check_with_qpdf(tmp_path / "out.pdf")
    assert read_sides(tmp_path / "out.pdf") == (["4 1", "2 3"] if b"/F1" in data else ["", ""])


def test_what_stands_before_the_header_is_left_out(tmp_path: Path) -> None:
    done = impose(tmp_path, b"junk\n" + SOUND)
    assert done.code == 0
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-1.7\n")
    check_with_qpdf(tmp_path / "out.pdf")


def test_a_stamp_is_on_its_sheet(tmp_path: Path) -> None:
    """In the middle of page 1, which measures 200 × 100 points and lies right of the fold."""
    assert impose(tmp_path, stamped()).code == 0
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        image = document[0].render(scale=1, grayscale=True, draw_annots=False).to_pil()
        middle, width = image.height // 2, image.width // 2
        assert image.getpixel((width + 120, middle)) == 0
        assert image.getpixel((width - 80, middle)) == 255


def form_field() -> bytes:
    field = "<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Ada)/F 4/Rect[50 50 150 80]"
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Annots[4 0 R]>>"
    text = "/Tx BMC BT /F1 20 Tf 5 5 Td (Ada) Tj ET EMC"
    font = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    look = f"<</Subtype/Form/BBox[0 0 100 30]/Resources{font}/Length {len(text)}>>"
    return write_objects(
        [
            "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page,
            f"{field}/AP<</N 5 0 R>>>>",
            f"{look}stream\n{text}\nendstream",
        ]
    )


def test_what_was_filled_in_is_printed(tmp_path: Path) -> None:
    done = impose(tmp_path, form_field())
    assert done.code == 0, done.err
    assert "in.pdf: note[annotations-flattened]: page 1: " in done.err
    assert read_sides(tmp_path / "out.pdf") == ["Ada", ""]
    check_with_qpdf(tmp_path / "out.pdf")


WORKING = (
    "--scheme perfect-bound --signature 1",
    "--scheme folded-section --grid 2x2 --gathered --paper 20x26in",
    "--scheme perfect-bound --signature 1 --paper tabloid --milling 3mm --marks collation,fold",
    "--scheme cut-and-stack --grid 2 --gutter 5mm --paper a3",
    "--scheme n-up --grid 2x2 --scale fit",
    "--scheme mini-zine --scale fit",
    "--scheme custom --front '4 1' --back '2 3' --folds 'left under'",
    "--style work-and-turn --paper a2",
)


@pytest.mark.parametrize("line", WORKING)
def test_what_is_written_is_sound(tmp_path: Path, line: str) -> None:
    done = impose(tmp_path, SOUND, line)
    assert done.code == 0, done.err
    check_with_qpdf(tmp_path / "out.pdf")
    words = " ".join(read_sides(tmp_path / "out.pdf")).split()
    assert set(words) == set("1234")


def test_a_page_of_14400_points_can_be_made_to_fit(tmp_path: Path) -> None:
    done = impose(tmp_path, with_entry("/MediaBox", numbers(0, 0, 14400, 14400)), "--scale fit")
    assert done.code == 0, done.err
    check_with_qpdf(tmp_path / "out.pdf")


@pytest.mark.parametrize("line", WORKING[1:4])
def test_the_same_bytes_on_another_day_in_another_place(tmp_path: Path, line: str) -> None:
    (tmp_path / "in.pdf").write_bytes(SOUND)
    made = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        words = ("impose", "in.pdf", "-o", f"{seed}.pdf", *shlex.split(line))
        done = run(*words, cwd=tmp_path, PYTHONHASHSEED=seed, TZ=zone)
        assert done.code == 0, done.err
        made.append((tmp_path / f"{seed}.pdf").read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("out-cover.pdf", "--cover"),
        ("in.pdf", "--filler out.pdf"),
        ("in.pdf", "--cover --preview out-cover.pdf"),
        ("in.pdf", "--instructions out.pdf"),
    ],
)
def test_no_file_that_is_read_or_written_is_overwritten(
    tmp_path: Path, source: str, line: str
) -> None:
    """Nor by the name of a part of the output."""
    for name in ("in.pdf", "out-cover.pdf", "out.pdf"):
        (tmp_path / name).write_bytes(numbered_pdf(8))
    arguments = [
        str(tmp_path / each) if each.endswith(".pdf") else each for each in shlex.split(line)
    ]
    done = run_here("impose", str(tmp_path / source), "-o", str(tmp_path / "out.pdf"), *arguments)
    assert (done.code, "error[same-file]" in done.err) == (1, True)
    assert all(path.read_bytes() == numbered_pdf(8) for path in tmp_path.iterdir())


def test_pages_that_meet_in_the_fold_are_told_with_their_creep(tmp_path: Path) -> None:
    booklet = numbered_pdf(12)
    done = impose(tmp_path, booklet, "--weight 160")
    assert "    0.20 mm  pages 3, 4, 9, 10\n    0.40 mm  pages 5, 8\n" in done.out
    assert "Pages 6 and 7 meet in the fold: a picture across them stays whole." in done.out
    assert "Of an outer margin of 10 mm, 9.60 mm stay" in done.out
    done = impose(tmp_path, booklet, "--weight 160 --creep outwards --paper tabloid")
    assert "Pages are moved away from the spine" in done.out
    assert "meet in the fold" not in done.out
    assert "in.pdf: warning[crossover-gap]: pages 12 and 1 are seen side by side" in done.err


def test_a_mill_that_does_not_reach_all_folds_is_told(tmp_path: Path) -> None:
    line = "--scheme perfect-bound --signature 8 --caliper 0.3 --milling 2mm --paper tabloid"
    done = impose(tmp_path, numbered_pdf(32), line)
    assert done.code == 0, done.err
    assert "in.pdf: warning[milling-too-shallow]: the innermost fold of 32 pages" in done.err
    assert "mill 2 mm off" in impose(tmp_path, numbered_pdf(48), line).out
