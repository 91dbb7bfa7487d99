"""Fillers: used where a page has room, each once at most, and never the cause of a page."""

from pathlib import Path

import pytest

from tests.build.pdf import page_sizes, plain, plain_letters, read_letters
from tests.build.publications import (
    PUBLICATION,
    Publication,
    article,
    make_publication,
    manifest,
    prose,
)

POSTER = article("Strike supper", "Soup at six, songs at seven.")
FILLERS = """fillers:
  - banner: Pay your dues
  - {notice: poster.md, size: 1/8}
  - {notice: poster.md, size: 1/3}
  - {notice: poster.md, size: full}
"""


ONE_SIDED = "loose-leaf, flip: simplex"


def write(root: Path, *articles: int, fillers: str = FILLERS, scheme: str = "") -> Publication:
    """An issue of articles of so many words, each on a page of its own, without a back page."""
    names = [f"{number}.md" for number in range(len(articles))]
    order = [names[0], *(f"{{article: {name}, start: new-page}}" for name in names[1:])]
    texts = {
        f"winter/{name}": article(f"Story {name[0]}", prose(words, seed=at))
        for at, (name, words) in enumerate(zip(names, articles, strict=True))
    }
    printing = f"printing: {{scheme: {scheme}}}\n" if scheme else ""
    shared = {"publication.yaml": PUBLICATION + printing + fillers, "poster.md": POSTER}
    return make_publication(root, {**shared, **texts, "winter/issue.yaml": manifest(order)})


def build(publication: Publication) -> str:
    done = publication.build_here("--only", "screen")
    assert done.code == 0, done.out + done.err
    return done.out


def pages_with(publication: Publication, words: str) -> list[int]:
    """The pages on which words stand, once for each time."""
    text, letters = plain_letters(read_letters(publication.screen))
    wanted, found, at = plain(words), [], -1
    while (at := text.find(wanted, at + 1)) >= 0:
        found.append(letters[at].page)
    return found


def test_they_fill_the_room_that_pages_have(tmp_path: Path) -> None:
    """The first and the last page of articles have room: for one slogan, and for one notice."""
    bare = write(tmp_path / "bare", 140, 640, 900, fillers="", scheme=ONE_SIDED)
    build(bare)
    publication = write(tmp_path / "filled", 140, 640, 900, scheme=ONE_SIDED)
    build(publication)
    assert page_sizes(publication.screen) == page_sizes(bare.screen)
    slogan, found = (pages_with(publication, words) for words in ("Pay your dues", "Strike supper"))
    assert len(slogan) == 1
    assert found
    assert all(found.count(page) == 1 for page in found), "none in a column above another"


def test_full_pages_need_none(tmp_path: Path) -> None:
    publication = write(tmp_path, 1500, scheme=ONE_SIDED)
    last = len(page_sizes(publication.screen)) if build(publication) else 0
    assert set(pages_with(publication, "Strike supper")) <= {last}
    assert set(pages_with(publication, "Pay your dues")) <= {last}


def test_a_blank_page_takes_a_filler_of_half_a_page_or_more(tmp_path: Path) -> None:
    """Two pages and two blank ones: a whole page fills the first of them, nothing the other."""
    publication = write(tmp_path, 200, 200)
    told = build(publication)
    assert len(page_sizes(publication.screen)) == 4
    assert "3 pages, with 1 blank page" in told
    assert 3 in pages_with(publication, "Strike supper")
    assert 4 not in {letter.page for letter in read_letters(publication.screen)}


def test_one_that_is_not_used_is_checked_all_the_same(tmp_path: Path) -> None:
    fillers = f"fillers:\n  - {{notice: poster.md, size: 1/8}}\n  - banner: {'Grow ' * 90}\n"
    publication = write(tmp_path, 300, fillers=fillers)
    publication.write({"poster.md": article("Poster", prose(400))})
    assert publication.faults() == ["publication.yaml:10:5 notice-too-long"]


@pytest.mark.parametrize("entry", ["banner: Dues, columns: 1", "notice: poster.md, size: 1/4"])
def test_one_in_a_column_stands_at_the_outer_edge(tmp_path: Path, entry: str) -> None:
    publication = write(tmp_path, 140, fillers=f"fillers: [{{{entry}}}]\n", scheme=ONE_SIDED)
    build(publication)
    text, letters = plain_letters(each for each in read_letters(publication.screen) if each.y < 560)
    at = text.find("dues") if "banner" in entry else text.find("strikesupper")
    assert letters[at].x > 198, "the middle of the page"
