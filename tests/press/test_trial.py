"""The trial print bears what the questions ask about, where they say it stands."""

from functools import cache
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from pamphleteer.desk.trial_print import QUESTIONS, RIGHT_SCALE_MM
from pamphleteer.imposition.printer import BOUNDS
from pamphleteer.press.trial import (
    EDGE_REACH,
    EDGE_STEP,
    REACH,
    RIGHT_SCALE,
    takes_trial,
    trial_passes,
    trial_pdf,
)
from pamphleteer.units import parse_size
from tests.imposition.pages import A4, LETTER

PIXELS = 10
"""To the millimetre."""

SIZES = {"letter": (279.4, 215.9), "a4": (297.0, 210.0)}
PAPERS = pytest.mark.parametrize("name", SIZES)


@cache
def trial_on(name: str) -> bytes:
    return trial_pdf(parse_size(name))


@cache
def drawn(name: str, index: int) -> Image.Image:
    with pypdfium2.PdfDocument(trial_on(name)) as document:
        image = document[index].render(scale=PIXELS * 25.4 / 72, grayscale=True).to_pil()
        return image.convert("L")  # type: ignore[no-any-return]


def is_inked(name: str, index: int, *, x: float, y: float) -> bool:
    """Whether there is ink a tenth of a millimetre about a point, counted from the middle, y up."""
    image, (width, height) = drawn(name, index), SIZES[name]
    at = (round(PIXELS * (width / 2 + x)), round(PIXELS * (height / 2 - y)))
    box = (max(0, at[0] - 1), max(0, at[1] - 1), at[0] + 2, at[1] + 2)
    return image.crop(box).getextrema()[0] < 160  # type: ignore[operator]


def read_wishes(pdf: bytes) -> Any:
    root: Any = PdfReader(BytesIO(pdf)).root_object
    return root["/ViewerPreferences"]


def texts(pdf: bytes) -> list[str]:
    """The text of each page without its spaces, which are not kept apart in drawings."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = [page.get_textpage().get_text_bounded() for page in document]
    return ["".join(text.split()) for text in found]


def test_six_sides_as_a_duplex_printer_takes_them() -> None:
    found = texts(trial_on("letter"))
    names = [f"{face}{number}" for number in "123" for face in ("FRONT", "BACK")]
    assert len(found) == len(names)
    for text, name in zip(found, names, strict=True):
        assert text.startswith(f"{name}Thisarrowpointstothetop")


def test_fronts_and_backs_apart() -> None:
    fronts, backs = trial_passes(A4)
    assert [text[:6] for text in texts(fronts)] == ["FRONT1", "FRONT2", "FRONT3"]
    assert [text[:5] for text in texts(backs)] == ["BACK1", "BACK2", "BACK3"]
    for pdf in (fronts, backs):
        wishes = read_wishes(pdf)
        assert (wishes["/PrintScaling"], wishes["/Duplex"]) == ("/None", "/Simplex")


def test_a_printer_that_turns_the_paper_is_not_told_over_which_edge() -> None:
    wishes = read_wishes(trial_on("letter"))
    assert wishes["/PrintScaling"] == "/None"
    assert "/Duplex" not in wishes


@PAPERS
def test_sides_are_landscape(name: str) -> None:
    width, height = SIZES[name]
    for page in PdfReader(BytesIO(trial_on(name))).pages:
        assert float(page.mediabox.width) == pytest.approx(width * 72 / 25.4, abs=0.01)
        assert float(page.mediabox.height) == pytest.approx(height * 72 / 25.4, abs=0.01)


@PAPERS
def test_every_millimetre_of_the_scales_is_where_it_is_said_to_be(name: str) -> None:
    for value in range(-REACH, REACH + 1):
        way = 1 if value > 0 else -1
        if value:
            assert is_inked(name, 0, x=value, y=way * 1.2)
            assert not is_inked(name, 0, x=value - way * 0.5, y=way * 1.2)
            assert is_inked(name, 0, x=-way * 1.2, y=value)
            assert not is_inked(name, 0, x=-way * 1.2, y=value - way * 0.5)
        assert is_inked(name, 0, x=RIGHT_SCALE_MM + 1.2, y=value)
        assert not is_inked(name, 0, x=RIGHT_SCALE_MM + 1.2, y=value + 0.5)
    assert is_inked(name, 0, x=0, y=0)


@PAPERS
def test_lines_along_the_edges_count_from_them(name: str) -> None:
    right, top = (length / 2 for length in SIZES[name])
    for value in range(1, EDGE_REACH + 1):
        along = (value - (EDGE_REACH + 1) / 2) * EDGE_STEP
        for sign in (-1, 1):
            assert is_inked(name, 0, x=sign * (right - value), y=-along)
            assert not is_inked(name, 0, x=sign * (right - value + 0.5), y=-along)
            assert is_inked(name, 0, x=along, y=sign * (top - value))
            assert not is_inked(name, 0, x=along, y=sign * (top - value + 0.5))


@PAPERS
def test_backs_have_a_cross_and_a_line_across_the_sheet(name: str) -> None:
    right = SIZES[name][0] / 2
    for x in range(-int(right), int(right)):
        assert is_inked(name, 1, x=x, y=0)
    for y in range(-REACH - 9, REACH + 10):
        assert is_inked(name, 1, x=0, y=y)
    assert not is_inked(name, 1, x=20, y=10)


def test_scales_are_those_that_the_questions_mean() -> None:
    assert RIGHT_SCALE == RIGHT_SCALE_MM
    assert {question.number for question in QUESTIONS if question.number} <= set(BOUNDS)
    assert BOUNDS["offset_x_mm"] == BOUNDS["offset_y_mm"] == (-REACH, REACH)


def test_same_paper_same_bytes() -> None:
    assert trial_on("letter") == trial_pdf(LETTER)


def test_paper_that_is_too_small_is_refused() -> None:
    assert takes_trial(parse_size("a3"))
    assert not takes_trial(parse_size("a5"))
    with pytest.raises(ValueError, match="276 × 190 mm"):
        trial_pdf(parse_size("half-letter"))
