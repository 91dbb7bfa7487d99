"""Creep: leaves count from the outside, and what is done against it keeps the outer margin."""

from dataclasses import replace
from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.imposition.creep import (
    ROUND_FOLD,
    SHARP_CREASE,
    Creep,
    Mode,
    Stock,
    depth_of,
    least_outer_margin,
    shifts,
)
from pamphleteer.units import POINTS_PER_UNIT, Pt

PAGES = st.integers(1, 40).map(lambda sheets: 4 * sheets)
STOCKS = st.floats(0.03, 0.5).map(lambda caliper: Stock(caliper_mm=caliper))
FACTORS = st.floats(SHARP_CREASE, ROUND_FOLD)
MODES: list[Mode] = ["inwards", "outwards", "scaling"]
MARGINS = st.floats(0, 72).map(Pt)
WIDTH = Pt(396)

TWELVE_PAGES = [0, 0, 0.1, 0.1, 0.2, 0.2, 0.2, 0.2, 0.1, 0.1, 0, 0]
"""Millimetres towards the spine on leaves of 0.1 mm: three folded sheets."""


def in_mm(length: Pt) -> float:
    return length / POINTS_PER_UNIT["mm"]


def test_three_sheets_of_office_paper() -> None:
    found = shifts(12, Stock(caliper_mm=0.1), kappa=1.0, mode="inwards")
    assert [in_mm(creep.shift) for creep in found] == pytest.approx(TWELVE_PAGES)
    assert {creep.scale for creep in found} == {1}


def test_caliper_is_grammage_times_bulk() -> None:
    stock = Stock.of_weight(grammage=80, bulk=1.25)
    assert stock.caliper_mm == pytest.approx(0.1)
    assert in_mm(stock.caliper) == pytest.approx(0.1)


def test_a_round_fold_is_half_a_circle() -> None:
    assert pytest.approx(pi / 2) == ROUND_FOLD


@given(PAGES)
def test_pages_of_a_sheet_lie_as_deep_as_it_does(pages: int) -> None:
    for sheet in range(pages // 4):
        from_front, from_back = (
            (2 * sheet + 1, 2 * sheet + 2),
            (pages - 2 * sheet, pages - 2 * sheet - 1),
        )
        assert {depth_of(page, pages) for page in from_front + from_back} == {sheet}


@given(PAGES, st.data())
def test_depth_is_the_same_from_both_ends(pages: int, data: st.DataObject) -> None:
    page = data.draw(st.integers(1, pages))
    assert depth_of(page, pages) == depth_of(pages + 1 - page, pages)
    assert depth_of(1, pages) == 0
    assert depth_of(pages // 2, pages) == pages // 4 - 1


@given(PAGES, STOCKS, FACTORS)
def test_inwards_and_outwards_differ_by_one_shift_of_all(
    pages: int, stock: Stock, kappa: float
) -> None:
    inwards = shifts(pages, stock, kappa=kappa, mode="inwards")
    outwards = shifts(pages, stock, kappa=kappa, mode="outwards")
    all_of_it = kappa * stock.caliper * (pages // 4 - 1)
    for one, other in zip(inwards, outwards, strict=True):
        assert one.shift - other.shift == pytest.approx(all_of_it)
        assert one.shift >= Pt(0) >= other.shift
    assert inwards[0].shift == inwards[-1].shift == Pt(0)
    assert outwards[pages // 2 - 1].shift == outwards[pages // 2].shift == Pt(0)


@given(PAGES, STOCKS, FACTORS, MARGINS)
def test_scaling_keeps_the_outer_margin_and_the_spine(
    pages: int, stock: Stock, kappa: float, margin: Pt
) -> None:
    found = shifts(pages, stock, kappa=kappa, mode="scaling", page_width=WIDTH, outer_margin=margin)
    for page, creep in enumerate(found, start=1):
        cut = WIDTH - kappa * stock.caliper * depth_of(page, pages)
        assert cut - (WIDTH - margin) * creep.scale == pytest.approx(margin, abs=1e-9)
        assert creep.shift == Pt(0)


@given(PAGES, STOCKS, FACTORS, st.tuples(MARGINS, st.sampled_from([None, *MODES])))
def test_what_stays_of_the_margin(
    pages: int, stock: Stock, kappa: float, kept: tuple[Pt, Mode | None]
) -> None:
    margin, mode = kept
    undone = (Creep(),) * pages
    if mode:
        undone = shifts(pages, stock, kappa=kappa, mode=mode, page_width=WIDTH, outer_margin=margin)
    left = least_outer_margin(margin, undone, stock, kappa=kappa, page_width=WIDTH)
    lost = kappa * stock.caliper * (pages // 4 - 1)
    expected = margin - lost if mode in (None, "outwards") else margin
    assert left == pytest.approx(expected, abs=1e-9)


def test_margins_narrow_with_all_else_where_the_pages_edge_is_kept() -> None:
    stock = Stock(caliper_mm=1 / POINTS_PER_UNIT["mm"])
    undone = shifts(12, stock, mode="scaling", page_width=Pt(200))
    left = least_outer_margin(Pt(20), undone, stock, page_width=Pt(200))
    assert left == pytest.approx(20 * 198 / 200)


@pytest.mark.parametrize("mode", MODES)
def test_a_single_sheet_does_not_creep(mode: Mode) -> None:
    assert shifts(4, Stock(caliper_mm=0.3), mode=mode, page_width=WIDTH) == (Creep(),) * 4


@pytest.mark.parametrize("pages", [-4, 0, 2, 6])
def test_a_signature_has_a_multiple_of_four_pages(pages: int) -> None:
    stock = Stock(caliper_mm=0.1)
    for reckon in (lambda: shifts(pages, stock), lambda: depth_of(1, pages)):
        with pytest.raises(ValueError, match=f"not {pages}$"):
            reckon()
    undone = (Creep(),) * max(0, pages)
    with pytest.raises(ValueError, match=f"not {len(undone)}$"):
        least_outer_margin(Pt(9), undone, stock)


def test_what_cannot_be_is_refused() -> None:
    stock = Stock(caliper_mm=0.1)
    with pytest.raises(ValueError, match="no page 13"):
        depth_of(13, 12)
    with pytest.raises(ValueError, match="fold factor"):
        shifts(8, stock, kappa=0.9)
    with pytest.raises(ValueError, match="width is needed"):
        shifts(8, stock, mode="scaling")
    with pytest.raises(ValueError, match="too narrow"):
        shifts(80, stock, mode="scaling", page_width=Pt(5))
    for caliper in (-0.1, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="thick"):
            Stock(caliper_mm=caliper)


@given(PAGES, STOCKS, FACTORS)
def test_a_cover_of_the_same_paper_changes_nothing(pages: int, stock: Stock, kappa: float) -> None:
    for mode in MODES:
        plain, covered = (
            shifts(pages, stock, kappa=kappa, mode=mode, page_width=WIDTH, cover=cover)
            for cover in (None, stock)
        )
        assert plain == covered


@given(PAGES, STOCKS, STOCKS, FACTORS)
def test_a_cover_pushes_all_within_it_by_its_own_thickness(
    pages: int, stock: Stock, cover: Stock, kappa: float
) -> None:
    within = shifts(pages, stock, kappa=kappa, cover=cover)
    for page, creep in enumerate(within, start=1):
        inner = depth_of(page, pages)
        leaves = [cover, *[stock] * (inner - 1)][:inner]
        assert creep.shift == pytest.approx(kappa * sum(leaf.caliper for leaf in leaves))


@given(PAGES, STOCKS, STOCKS, st.integers(1, 4))
def test_a_cover_that_is_folded_again_has_more_leaves(
    pages: int, stock: Stock, cover: Stock, leaves: int
) -> None:
    within = shifts(pages, stock, cover=replace(cover, leaves=leaves))
    for page, creep in enumerate(within, start=1):
        outside = range(depth_of(page, pages))
        thick = [(cover if leaf < leaves else stock).caliper for leaf in outside]
        assert creep.shift == pytest.approx(sum(thick))


@given(PAGES, STOCKS, STOCKS, MARGINS)
def test_moved_inwards_pages_within_a_cover_keep_their_outer_margin(
    pages: int, stock: Stock, cover: Stock, margin: Pt
) -> None:
    undone = shifts(pages, stock, mode="inwards", cover=cover)
    left = least_outer_margin(margin, undone, stock, cover=cover)
    assert left == pytest.approx(margin)
