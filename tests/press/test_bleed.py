"""Bleed: drawn beyond the trim, but never across a fold, and to the middle of a gutter at most.

Pages measure 60 by 80 points, one pixel each, and have a grey of their own far beyond their
BleedBox.
"""

from collections.abc import Sequence
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from pamphleteer.imposition.jobs import Job
from pamphleteer.imposition.placing import Bed, Setting
from pamphleteer.imposition.plan import Side
from pamphleteer.units import Pt, Size
from tests.press.pixels import Imposed, Page, asked, draw_side, impose, make_pdf
from tests.press.test_sheets import differ

WHITE = 255


def grey(number: int) -> int:
    return 10 * number


def bleeding(count: int, bleed: int) -> bytes:
    edges = f"{-bleed} {-bleed} {60 + bleed} {80 + bleed}"
    keys = f"/MediaBox [-99 -99 159 179] /BleedBox [{edges}] /TrimBox [0 0 60 80]"
    page = Page(size=(60, 80), keys=keys)
    return make_pdf(
        count, [page], lambda number, _: f"{grey(number) / 255:.5f} g -99 -99 258 278 re f"
    )


def impose_bleeding(
    count: int, job: Job, *, bleed: int, gutter: int = 0, paper: tuple[float, float] = (240, 180)
) -> Imposed:
    size = Size(width=Pt(paper[0]), height=Pt(paper[1]))
    return impose(
        count,
        job,
        Setting(paper=size, gutter=Pt(gutter)),
        kind=[Page(size=(60, 80))],
        pdf=bleeding(count, bleed),
    )


def across(image: Image.Image, y: int) -> list[tuple[int, int]]:
    """The greys that a row of pixels goes through, and how many pixels of each."""
    row = [int(image.getpixel((x, y))) for x in range(image.width)]  # type: ignore[arg-type]
    return [(level, len(list(run))) for level, run in groupby(row)]


def test_bleed_is_drawn_at_outer_edges_and_not_across_the_fold() -> None:
    image = draw_side(impose_bleeding(4, Job(), bleed=14), 0)
    assert across(image, 90) == [(WHITE, 46), (grey(4), 74), (grey(1), 74), (WHITE, 46)]
    assert across(image.rotate(90, expand=True), 90)[0] == (WHITE, 50 - 14)
    assert across(image, 50 - 14 - 1) == [(WHITE, 240)]
    assert across(image, 50 - 14) == across(image, 90) == across(image, 130 + 14 - 1)


@pytest.mark.parametrize(
    ("gutter", "between"), [(0, 0), (20, 0), (28, 0), (40, 12)], ids=lambda given: f"{given} points"
)
def test_bleed_reaches_to_the_middle_of_a_gutter_at_most(gutter: int, between: int) -> None:
    job = Job(scheme="cards", columns=2)
    image = draw_side(impose_bleeding(4, job, bleed=14, gutter=gutter), 0)
    (outside, first), one, *gap, other, (_, last) = across(image, 90)
    assert (outside, first, last) == (WHITE, *[(240 - 120 - gutter) // 2 - 14] * 2)
    reach = min(14, gutter // 2)
    assert (one, other) == ((grey(1), 74 + reach), (grey(3), 74 + reach))
    assert gap == [(WHITE, between)] * bool(between)


@settings(max_examples=40)
@given(asked(), st.integers(0, 30), st.integers(0, 15).map(lambda half: 2 * half))
def test_bleed_is_drawn_where_no_other_page_may_be(
    job: tuple[int, Job], bleed: int, gutter: int
) -> None:
    imposed = impose_bleeding(*job, bleed=bleed, gutter=gutter, paper=(2400, 2600))
    for index, side in enumerate(imposed.sides):
        expected = draw_expected(side, imposed.bed, bleed)
        assert differ(draw_side(imposed, index), expected) == 0


def draw_expected(side: Side, bed: Bed, bleed: int) -> Image.Image:
    """Each page in its grey, and beyond it the bleed, to the middle between cells at most."""
    height = int(bed.sheet.height)
    image = Image.new("L", (int(bed.sheet.width), height), WHITE)
    paint = ImageDraw.Draw(image)
    for row, slots in enumerate(side.rows):
        for column, slot in enumerate(slots):
            if slot.page:
                x0, x1 = widen([bed.box(row, at)[::2] for at in range(side.columns)], column, bleed)
                y0, y1 = widen(
                    [bed.box(at, column)[1::2] for at in range(len(side.rows))][::-1],
                    -1 - row,
                    bleed,
                )
                paint.rectangle((x0, height - y1, x1 - 1, height - y0 - 1), fill=grey(slot.page))
    return image


def widen(spans: Sequence[tuple[float, float]], index: int, bleed: int) -> tuple[float, float]:
    """A span of several, wider by the bleed on both sides, to the middle between them at most."""
    index %= len(spans)
    low, high = spans[index]
    least = (spans[index - 1][1] + low) / 2 if index else low - bleed
    most = (high + spans[index + 1][0]) / 2 if index + 1 < len(spans) else high + bleed
    return max(low - bleed, least), min(high + bleed, most)
