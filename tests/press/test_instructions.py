"""The instructions' page: one, whole, readable, and the same each time."""

import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import page as page_validation
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pamphleteer.imposition.instructions import Instructions, instruct
from pamphleteer.imposition.jobs import Job
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Fold, Plan
from pamphleteer.imposition.printer import Manual, Printer
from pamphleteer.imposition.schemes import own_signature, saddle_stitch
from pamphleteer.press.instructions import instructions_pdf, office_page
from pamphleteer.problems import IssueError
from pamphleteer.units import parse_size
from tests.imposition.jobs import PRESS_SHEET, planned_jobs

PAGE = parse_size("half-letter")
HAND = Printer(
    name="attic", duplex="manual", manual=Manual(order="reversed", turned=True, turn_over=True)
)
EDGE = 24
"""Office printers leave less than this many points unprinted."""


def booklet(title: str = "Winter 2026") -> Instructions:
    setting = Setting(paper=parse_size("letter"))
    return instruct(saddle_stitch(12), setting, page=PAGE, copies=100, title=title)


def words_of(text: str) -> list[str]:
    """Words without hyphens and signs that a line's end may add."""
    return re.findall(r"\w+", text)


def check(made: Instructions, pdf: bytes) -> None:
    """See that there is one page, that all is on it, and nothing beyond its edges."""
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        width, height = document[0].get_size()
        texts = document[0].get_textpage()
        found = " ".join(words_of(texts.get_text_range()))
        for index in range(texts.count_chars()):
            left, bottom, right, top = texts.get_charbox(index)
            assert left == right or (left >= EDGE and right <= width - EDGE)
            assert left == right or (bottom >= EDGE and top <= height - EDGE)
    for text in [made.title, made.kind, *(step.text for step in made.steps)]:
        assert " ".join(words_of(text)) in found


def test_a_page_of_instructions_is_accessible_and_whole(tmp_path: Path) -> None:
    made = booklet()
    pdf = instructions_pdf(made)
    check(made, pdf)
    path = tmp_path / "instructions.pdf"
    path.write_bytes(pdf)
    report = page_validation.validate_pdf(path, profile="ua1")
    assert [fault.message for fault in report.failures] == []
    reader = PdfReader(BytesIO(pdf))
    assert reader.metadata
    assert reader.metadata.title == "Winter 2026: how to print and fold it"


@settings(max_examples=20, deadline=None)
@given(planned_jobs(), st.integers(1, 2000), st.sampled_from([None, HAND]))
def test_every_job_has_one_page(
    planned: tuple[Plan, Job, int], copies: int, printer: Printer | None
) -> None:
    made = instruct(
        planned[0], Setting(paper=PRESS_SHEET), page=PAGE, copies=copies, printer=printer
    )
    check(made, instructions_pdf(made))


@pytest.mark.parametrize(
    "title",
    ["The Very Long Name of a Federation of Tenants’ Unions, Winter and Spring 2026" * 2, "W" * 90],
)
def test_a_long_title_stays_on_the_page(title: str) -> None:
    pdf = instructions_pdf(booklet(title))
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1


def test_a_title_that_no_font_has_is_refused() -> None:
    with pytest.raises(IssueError, match="missing-glyph"):
        instructions_pdf(booklet("日本"))


def test_markup_in_a_title_is_text() -> None:
    made = booklet("Bread & <b>Roses</b>")
    check(made, instructions_pdf(made))


def test_many_folds_still_fit() -> None:
    count = 2**8
    front = " / ".join(
        " ".join(f"{16 * row + column + 1}" for column in range(16)) for row in range(8)
    )
    back = " / ".join(
        " ".join(f"{128 + 16 * row + column + 1}" for column in range(16)) for row in range(8)
    )
    folds = [Fold(half="left"), Fold(half="top")] * 3 + [Fold(half="left")]
    plan = own_signature(count, front, back, folds)
    made = instruct(plan, Setting(paper=parse_size("9000pt x 8000pt")), page=PAGE)
    check(made, instructions_pdf(made))


def test_the_page_is_of_the_family_of_the_papers() -> None:
    assert office_page(parse_size("tabloid")) == parse_size("letter")
    assert office_page(parse_size("a3")) == parse_size("a4")
    pdf = instructions_pdf(booklet(), page=parse_size("a4"))
    with pypdfium2.PdfDocument(pdf) as document:
        assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=0.01)


WRITE = """
import sys
from tests.press.test_instructions import booklet, instructions_pdf
sys.stdout.buffer.write(instructions_pdf(booklet()))
"""


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    expected = instructions_pdf(booklet())
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        run = subprocess.run(
            [sys.executable, "-c", WRITE],
            capture_output=True,
            check=True,
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "TZ": zone,
                "PYTHONPATH": str(Path(__file__).parents[2]),
            },
        )
        assert run.stdout == expected
