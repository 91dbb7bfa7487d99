"""The grid's arithmetic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.layout.grid import Grid
from pamphleteer.units import Pt, Size

lengths = st.floats(1, 60, allow_nan=False).map(Pt)
grids = st.builds(
    Grid,
    trim=st.builds(Size, width=st.just(Pt(400)), height=st.just(Pt(600))),
    top=lengths,
    inner=lengths,
    outer=lengths,
    lines=st.integers(1, 60),
    leading=st.floats(7, 20).map(Pt),
    columns=st.integers(1, 5),
    gutter=st.floats(0, 20).map(Pt),
)


@given(grids)
def test_columns_and_gutters_fill_the_type_area(grid: Grid) -> None:
    filled = grid.columns * grid.measure + (grid.columns - 1) * grid.gutter
    assert filled == pytest.approx(grid.width)
    assert grid.width + grid.inner + grid.outer == pytest.approx(grid.trim.width)


@given(grids, st.integers(1, 99))
def test_facing_pages_mirror_each_other(grid: Grid, page: int) -> None:
    right_margin = grid.trim.width - grid.left(page) - grid.width
    assert grid.left(page + 1) == pytest.approx(right_margin)
    assert grid.left(page + 2) == grid.left(page)


@given(grids, st.integers(0, 60))
def test_so_many_rows_are_so_many_rows_deep(grid: Grid, rows: int) -> None:
    depth = Pt(grid.y(rows) - grid.top)
    assert depth == pytest.approx(rows * grid.leading)
    assert grid.rows(depth) == rows


@given(grids, st.floats(0, 1000), st.floats(0, 1000))
def test_more_depth_never_takes_fewer_rows(grid: Grid, one: float, other: float) -> None:
    shallow, deep = sorted((grid.rows(Pt(one)), grid.rows(Pt(one + other))))
    assert (shallow, deep) == (grid.rows(Pt(one)), grid.rows(Pt(one + other)))
    assert deep * grid.leading >= one + other - 0.1 - 1e-6
    assert (deep - 1) * grid.leading < one + other


@given(grids, st.integers(1, 60))
def test_a_tenth_of_a_point_takes_no_row_but_two_do(grid: Grid, rows: int) -> None:
    assert grid.rows(Pt(rows * grid.leading + 0.09)) == rows
    assert grid.rows(Pt(rows * grid.leading + 0.2)) == rows + 1


def test_no_depth_takes_no_row(grid_of_six_picas: Grid) -> None:
    assert [grid_of_six_picas.rows(Pt(depth)) for depth in (-5, 0, 0.05)] == [0, 0, 0]


@pytest.fixture
def grid_of_six_picas() -> Grid:
    size = Size(width=Pt(400), height=Pt(600))
    return Grid(
        trim=size,
        top=Pt(50),
        inner=Pt(40),
        outer=Pt(30),
        lines=40,
        leading=Pt(12),
        columns=2,
        gutter=Pt(10),
    )


def test_a_measure_in_part_of_the_width(grid_of_six_picas: Grid) -> None:
    assert grid_of_six_picas.measure == Pt(160)
    assert grid_of_six_picas.measure_in(Pt(100), 3) == pytest.approx(80 / 3)
