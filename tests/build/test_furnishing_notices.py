"""Notices and advertisements in fractions of the page, and the colophon."""

from io import BytesIO
from pathlib import Path

import page as page_validation
import pytest
from PIL import Image

from tests.build.drawn import pictures
from tests.build.pdf import plain, plain_letters, read_letters
from tests.build.publications import (
    PUBLICATION,
    Publication,
    article,
    make_publication,
    manifest,
    prose,
)

LEFT, TOP, WIDTH, GUTTER, LEADING, LINES = 38, 51, 324, 14, 12, 43
"""The booklet's grid on a right page of half-letter."""
EDGE = 2.5
COLUMN = (WIDTH - GUTTER) / 2
ROWS = {"1/8": 10, "1/4": 21, "1/3": 13, "1/2": 21, "2/3": 28, "full": 43}
WIDTHS = {"1/8": COLUMN, "1/4": COLUMN, "1/3": WIDTH, "1/2": WIDTH, "2/3": WIDTH, "full": WIDTH}
MEETING = article("House meeting", "Every *first* Monday, in the laundry room.", "byline: Ana")


def picture(width: float, depth: float) -> bytes:
    """A picture of this shape."""
    out = BytesIO()
    Image.new("RGB", (round(width), round(depth)), "#204060").save(out, "PNG")
    return out.getvalue()


def write(root: Path, entries: list[str], **files: str | bytes) -> Publication:
    texts = {f"winter/{name.replace('_', '.')}": content for name, content in files.items()}
    long = {"winter/articles/news.md": article("News", prose(700))}
    order = {"winter/issue.yaml": manifest(["articles/news.md", *entries, "contact"])}
    return make_publication(root, {**long, **texts, **order})


def build(publication: Publication) -> str:
    done = publication.build_here("--only", "screen")
    assert done.code == 0, done.out + done.err
    return done.err


@pytest.mark.parametrize("size", ROWS)
def test_a_picture_fills_its_fraction_of_the_page(tmp_path: Path, size: str) -> None:
    depth = ROWS[size] * LEADING - 2 * EDGE
    entry = f"{{notice: ad.png, size: {size}, alt: A circle}}"
    publication = write(tmp_path, [entry], ad_png=picture(4 * WIDTHS[size], 4 * depth))
    assert "warning" not in build(publication)
    (drawn,) = pictures(publication.screen)
    assert drawn.width == pytest.approx(WIDTHS[size], abs=0.3)
    assert drawn.depth == pytest.approx(depth, abs=0.3)
    rows = (drawn.top - EDGE - TOP) / LEADING
    assert rows == pytest.approx(round(rows), abs=0.05), "it stands on the grid"
    if WIDTHS[size] == WIDTH:
        assert round(rows) + ROWS[size] == LINES, "at the page's foot"


def test_a_picture_of_another_shape_is_not_cut_but_told(tmp_path: Path) -> None:
    publication = write(
        tmp_path, ["{notice: ad.png, size: 1/2, alt: A circle}"], ad_png=picture(500, 500)
    )
    told = build(publication)
    assert "issue.yaml:6:14: warning[notice-shape]: ad.png" in told
    assert "114 x 87 mm" in told
    (drawn,) = pictures(publication.screen)
    assert drawn.width == pytest.approx(drawn.depth)
    assert drawn.depth == pytest.approx(ROWS["1/2"] * LEADING - 2 * EDGE, abs=0.3)


def test_a_text_has_the_largest_type_that_fits(tmp_path: Path) -> None:
    sizes = {}
    for size in ("1/8", "1/2"):
        long = article("House meeting", prose(20), "byline: Ana")
        entry = f"{{notice: meeting.md, size: {size}}}"
        publication = write(tmp_path / size.replace("/", "-"), [entry], meeting_md=long)
        build(publication)
        text, letters = plain_letters(read_letters(publication.screen))
        at = text.rindex("housemeeting")
        assert text.index("ana", at) > text.index(plain(prose(20)), at)
        sizes[size] = letters[at + 20].size
    assert sizes["1/2"] > 14
    assert 7.5 <= sizes["1/8"] < 10


def test_a_text_stands_in_the_middle_of_its_frame(tmp_path: Path) -> None:
    publication = write(tmp_path, ["{notice: meeting.md, size: 1/2}"], meeting_md=MEETING)
    build(publication)
    text, letters = plain_letters(each for each in read_letters(publication.screen))
    start = text.rindex("housemeeting")
    ink = letters[start : text.index("byana" if "byana" in text else "ana", start) + 3]
    foot, head = TOP + LINES * LEADING, TOP + (LINES - ROWS["1/2"]) * LEADING
    above, below = ink[0].y - 0.8 * ink[0].size - head, foot - ink[-1].y
    assert above == pytest.approx(below, abs=LEADING)
    assert above > 4 * LEADING


def test_a_text_too_long_for_its_fraction_is_told(tmp_path: Path) -> None:
    publication = write(
        tmp_path,
        ["{notice: a.md, size: 1/8}", "{notice: b.md, size: 1/2}"],
        a_md=article("A", prose(90)),
        b_md=article("B", prose(600)),
    )
    done = publication.build_here("--json")
    assert done.code == 1
    told = [(each["code"], each["line"], each["column"]) for each in done.json["problems"]]
    assert told == [("notice-too-long", 6, 5), ("notice-too-long", 7, 5)]
    assert "too many" in done.json["problems"][0]["message"]


def test_several_notices_share_a_page_and_the_text_runs_around_them(tmp_path: Path) -> None:
    """Each word of notices and articles is printed, and no frame overlaps another."""
    entries = [f"{{notice: {name}.md, size: {size}}}" for name, size in SEVERAL.items()]
    texts = {f"{name}_md": article(f"Notice {name}", prose(12)) for name in SEVERAL}
    more = {"more_md": article("More", prose(900, seed=3))}
    publication = write(tmp_path, [*entries, "more.md"], **texts, **more)
    build(publication)
    text, _ = plain_letters(read_letters(publication.screen))
    assert all(text.count(plain(f"Notice {name}")) == 1 for name in SEVERAL)
    report = page_validation.validate_pdf(publication.screen, profile="ua1")
    assert [fault.message for fault in report.failures] == []


SEVERAL = {"a": "1/4", "b": "1/4", "c": "1/8", "d": "full", "e": "1/3", "f": "1/4"}


def test_a_colophon_is_a_box_in_small_type(tmp_path: Path) -> None:
    files = {
        "publication.yaml": f"{PUBLICATION}colophon: colophon.md\n",
        "colophon.md": article("Colophon", "Made by four of us. Printed on scraps."),
        "winter/issue.yaml": manifest(["articles/news.md", "colophon", "contact"]),
    }
    publication = make_publication(tmp_path, files)
    build(publication)
    text, letters = plain_letters(read_letters(publication.screen))
    small = letters[text.index(plain("Made by four of us"))]
    body = letters[text.index(plain("A few words"))]
    assert small.size < body.size - 1
    assert small.page == letters[text.index(plain("Write to us"))].page
