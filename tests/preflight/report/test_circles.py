"""Each place that was found is in one of the circles of its finding, and all stay on the page."""

from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.preflight.report.circles import MOST_CIRCLES, draw_circles, unit_of
from pamphleteer.units import Box, Pt, Size

SLACK = 1e-6


def box(x: float, y: float, width: float, height: float) -> Box:
    return Box(x=Pt(x), y=Pt(y), width=Pt(width), height=Pt(height))


@st.composite
def pages(draw: st.DrawFn) -> tuple[Size, list[list[Box]]]:
    """A page, and findings with places on it."""
    width, height = draw(st.floats(60, 3000)), draw(st.floats(60, 3000))
    share = st.floats(0, 1)
    places = st.builds(
        lambda x, y, w, h: box(x * width, y * height, w * (1 - x) * width, h * (1 - y) * height),
        *(share, share, share, share),
    )
    findings = draw(st.lists(st.lists(places, max_size=16), max_size=4))
    return Size(width=Pt(width), height=Pt(height)), findings


def holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x + SLACK
        and outer.y <= inner.y + SLACK
        and outer.x + outer.width >= inner.x + inner.width - SLACK
        and outer.y + outer.height >= inner.y + inner.height - SLACK
    )


@given(pages())
def test_circles_hold_their_places_and_stay_on_the_page(page: tuple[Size, list[list[Box]]]) -> None:
    size, findings = page
    whole, radius = box(0, 0, size.width, size.height), unit_of(size)
    for places, circles in zip(findings, draw_circles(findings, size), strict=True):
        assert len(circles) <= MOST_CIRCLES
        assert bool(circles) == bool(places)
        assert all(any(holds(circle.box, place) for circle in circles) for place in places)
        for circle in circles:
            assert holds(whole, circle.box)
            assert radius <= circle.disc.x <= size.width - radius
            assert radius <= circle.disc.y <= size.height - radius


def test_what_is_far_apart_is_circled_apart_and_what_is_near_together() -> None:
    size = Size(width=Pt(640), height=Pt(640))
    near, far = [box(100, 100, 50, 10), box(100, 115, 50, 10)], box(400, 400, 50, 10)
    (circles,) = draw_circles([[*near, far]], size)

    assert [round(circle.box.height) for circle in circles] == [35, 20]


def test_numbers_do_not_cover_each_other() -> None:
    size = Size(width=Pt(640), height=Pt(640))
    place = box(100, 100, 200, 200)
    discs = [circles[0].disc for circles in draw_circles([[place]] * 12, size)]

    least = 2 * unit_of(size)
    apart = [
        ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
        for index, one in enumerate(discs)
        for other in discs[:index]
    ]
    assert min(apart) >= least - SLACK
