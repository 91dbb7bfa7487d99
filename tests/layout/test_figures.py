"""Figures: whole lines deep, cut a little, never squeezed, and as wide as they were asked to be."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.images import Picture
from pamphleteer.issue.model import Figure, PictureFile, Placement, Rich
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.figures import (
    ABOVE,
    BELOW,
    GAP,
    bleeding_figure,
    column_figure,
    float_figure,
)
from pamphleteer.layout.galley import Slip
from pamphleteer.problems import SourcePos
from pamphleteer.resources import resource_folder
from pamphleteer.units import Pt
from tests.layout.desks import make_desk

POS = SourcePos(path="a.md", line=3)
CAPTION = Rich(html="A caption", text="A caption", pos=POS)
CAPTION_DEPTH = 18
"""What the tests' gauge says of anything."""
SIZE = re.compile(r"width: ([\d.]+)pt; height: ([\d.]+)pt")
LEADING = 12
FLOAT_GAP = 12

shapes = st.tuples(st.integers(20, 3000), st.integers(20, 3000))


@cache
def desk() -> Desk:
    return make_desk(resource_folder("issues") / "spring-2026")


def desk_with(sizes: list[tuple[int, int]]) -> Desk:
    """A desk on which pictures of these sizes in pixels lie, by their number."""
    pictures = {
        Path(f"{at}.png"): Picture(
            name=f"{at}.png", content=b"", media_type="image/png", width=width, height=height
        )
        for at, (width, height) in enumerate(sizes)
    }
    return replace(desk(), pictures=pictures)


def figure_of(
    count: int, *, columns: int = 1, width: float | None = None, caption: bool = False
) -> Figure:
    files = (PictureFile(image=Path(f"{at}.png"), alt="a", pos=POS) for at in range(count))
    return Figure(
        name="",
        pictures=tuple(files),
        caption=CAPTION if caption else None,
        credit=None,
        pos=POS,
        columns=columns,
        placement=Placement(width=Pt(width) if width else None),
    )


def sizes_in(slip: Slip) -> list[tuple[float, float]]:
    """The widths and depths of the pictures."""
    images = re.findall(r"<img[^>]*>", slip.html)
    found = [match for image in images if (match := SIZE.search(image))]
    return [(float(match[1]), float(match[2])) for match in found]


@given(shapes, st.booleans(), st.floats(60, 320))
def test_a_figure_makes_whole_lines(shape: tuple[int, int], caption: bool, measure: float) -> None:
    made = desk_with([shape])
    for slip, free in (
        (
            column_figure(made, figure_of(1, caption=caption), Pt(measure)),
            (ABOVE + BELOW) * LEADING,
        ),
        (float_figure(made, figure_of(1, caption=caption), Pt(measure)), FLOAT_GAP),
    ):
        ((width, depth),) = sizes_in(slip)
        words = CAPTION_DEPTH if caption and 'class="beside"' not in slip.html else 0
        lines = (depth + words + free) / LEADING
        assert lines == pytest.approx(round(lines), abs=0.001)
        assert 2 <= round(lines) <= made.grid.lines
        assert width <= measure + 0.001


@given(shapes, st.floats(60, 320))
def test_it_is_cut_by_half_a_line_at_most(shape: tuple[int, int], measure: float) -> None:
    made = desk_with([shape])
    slip = column_figure(made, figure_of(1), Pt(measure))
    ((width, depth),) = sizes_in(slip)
    natural = width * shape[1] / shape[0]
    assert abs(natural - depth) <= LEADING / 2 + 0.001 or natural < LEADING


@given(shapes, st.floats(60, 320))
def test_one_that_is_made_smaller_is_told(shape: tuple[int, int], measure: float) -> None:
    made = desk_with([shape])
    slip = float_figure(made, figure_of(1), Pt(measure))
    ((width, _),) = sizes_in(slip)
    is_smaller = width < measure - 0.001
    assert [problem.code for problem in slip.problems] == ["figure-scaled"] * is_smaller
    assert is_smaller or measure * shape[1] / shape[0] <= made.grid.lines * LEADING


@given(shapes, st.floats(20, 400), st.booleans())
def test_a_width_is_kept_or_told(shape: tuple[int, int], asked: float, caption: bool) -> None:
    made = desk_with([shape])
    slip = float_figure(made, figure_of(1, width=asked, caption=caption), Pt(300))
    ((width, _),) = sizes_in(slip)
    assert width == pytest.approx(asked, abs=1) or slip.problems


def test_a_narrow_picture_has_its_caption_at_its_side() -> None:
    made = desk_with([(100, 100)])
    beside = float_figure(made, figure_of(1, width=200, caption=True), Pt(300)).html
    below = float_figure(made, figure_of(1, width=220, caption=True), Pt(300)).html
    assert 'class="beside"' in beside
    assert 'class="beside"' not in below


@given(st.lists(shapes, min_size=2, max_size=7), st.integers(1, 4), st.booleans())
def test_the_pictures_of_a_row_are_equally_deep_and_fill_it(
    sizes: list[tuple[int, int]], columns: int, caption: bool
) -> None:
    made = desk_with(sizes)
    slip = float_figure(made, figure_of(len(sizes), columns=columns, caption=caption), Pt(300))
    found = sizes_in(slip)
    assert len(found) == len(sizes)
    rows = [found[at : at + columns] for at in range(0, len(found), columns)]
    wide = [sum(width for width, _ in row) + GAP * (len(row) - 1) for row in rows]
    for row, width in zip(rows, wide, strict=True):
        assert max(depth for _, depth in row) - min(depth for _, depth in row) < 0.001
        if len(row) == min(columns, len(sizes)):
            assert width == pytest.approx(max(wide), abs=0.01)
    depth = sum(row[0][1] for row in rows) + GAP * (len(rows) - 1)
    words = CAPTION_DEPTH if caption and 'class="beside"' not in slip.html else 0
    lines = (depth + FLOAT_GAP + words) / LEADING
    assert lines == pytest.approx(round(lines), abs=0.001)


@given(shapes, st.booleans())
def test_one_that_bleeds_is_as_wide_as_the_bleed(shape: tuple[int, int], foot: bool) -> None:
    made = desk_with([shape])
    slip = bleeding_figure(made, figure_of(1), foot=foot)
    grid = made.grid
    if slip is None:
        assert grid.bled.width * shape[1] / shape[0] > grid.lines * LEADING
        return
    ((width, depth),) = sizes_in(slip)
    assert width == grid.bled.width == grid.trim.width + 18
    margin = grid.trim.height - grid.y(grid.lines) if foot else grid.top
    lines = (depth - grid.bleed - margin + FLOAT_GAP) / LEADING
    assert lines == pytest.approx(round(lines), abs=0.001)


def test_a_decorative_picture_is_no_image_to_read_out() -> None:
    made = desk_with([(100, 100)])
    figure = figure_of(1)
    silent = replace(figure, pictures=(replace(figure.pictures[0], alt=""),))
    html = column_figure(made, silent, Pt(155)).html
    assert "<img" not in html
    assert "background: url(0.png)" in html
