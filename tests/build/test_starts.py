"""Where articles begin, and in how many columns."""

from pathlib import Path

import pytest

from tests.build.pdf import Letter, plain, plain_letters, read_letters
from tests.build.publications import Publication, article, make_publication, manifest, prose

LEFT, WIDTH, GUTTER, COLUMN, MIDDLE = 38, 324, 14, 155, 198


class Built:
    """An issue of articles of so many words each, by their names, and its letters."""

    def __init__(self, root: Path, words: dict[str, int], order: list[str]) -> None:
        texts = {
            f"winter/articles/{name}.md": article(
                f"Headline of {name}", prose(count, paragraph=50, seed=1000 * at), "drop_cap: no"
            )
            for at, (name, count) in enumerate(words.items(), start=1)
        }
        self.words = words
        self.publication: Publication = make_publication(
            root, {**texts, "winter/issue.yaml": manifest([*order, "contact"])}
        )

    def build(self) -> "Built":
        done = self.publication.build_here("--only", "screen")
        assert done.code == 0, done.err
        letters = read_letters(self.publication.screen)
        self.text, self.letters = plain_letters(letters)
        self.small, self.body_letters = plain_letters(each for each in letters if each.size == 9)
        return self

    def head(self, name: str) -> Letter:
        """The first letter of an article's headline, which is larger than running heads."""
        return next(each for each in self._found(f"Headline of {name}") if each.size > 12)

    def body(self, name: str) -> list[Letter]:
        """All letters of an article's text."""
        at = list(self.words).index(name) + 1
        text = plain(prose(self.words[name], paragraph=50, seed=1000 * at))
        start = self.small.index(text)
        return self.body_letters[start : start + len(text)]

    def _found(self, words: str) -> list[Letter]:
        starts = (at for at in range(len(self.text)) if self.text.startswith(plain(words), at))
        return [self.letters[at] for at in starts]


def test_two_short_articles_stand_side_by_side(tmp_path: Path) -> None:
    order = ["articles/a.md", "articles/b.md", "{article: articles/c.md, start: beside}"]
    made = Built(tmp_path, {"a": 120, "b": 60, "c": 70}, order).build()
    left, right = made.head("b"), made.head("c")
    assert (left.page, left.y) == (right.page, right.y)
    assert left.x < MIDDLE < right.x
    assert all(each.x < MIDDLE for each in made.body("b"))
    assert all(each.x > MIDDLE for each in made.body("c"))


def test_an_article_begins_on_top_of_a_column(tmp_path: Path) -> None:
    order = ["articles/a.md", "{article: articles/b.md, start: new-column}"]
    made = Built(tmp_path, {"a": 300, "b": 200}, order).build()
    head = made.head("b")
    assert head.page == made.body("a")[-1].page == 2
    assert head.x > MIDDLE
    assert head.y < 51 + 40


def test_it_begins_on_the_next_page_where_no_column_is_left(tmp_path: Path) -> None:
    order = ["articles/a.md", "{article: articles/b.md, columns: 1, start: new-column}"]
    made = Built(tmp_path, {"a": 300, "b": 100}, order).build()
    assert made.head("b").page == 3
    assert made.head("b").x < MIDDLE


@pytest.mark.parametrize(("side", "page"), [("left", 4), ("right", 3)])
def test_an_article_begins_on_its_side(tmp_path: Path, side: str, page: int) -> None:
    words = {"a": 300, "b": 100} if side == "right" else {"a": 500, "b": 100}
    order = ["articles/a.md", f"{{article: articles/b.md, start: {side}-page}}"]
    made = Built(tmp_path, words, order).build()
    assert made.head("b").page == page


@pytest.mark.parametrize("columns", [1, 3])
def test_an_article_has_columns_of_its_own(tmp_path: Path, columns: int) -> None:
    order = ["articles/a.md", f"{{article: articles/b.md, columns: {columns}}}"]
    made = Built(tmp_path, {"a": 100, "b": 150}, order).build()
    step = (WIDTH + GUTTER) / columns
    places = [each.x - (LEFT if each.page % 2 else LEFT - 4) + 1 for each in made.body("b")]
    assert {int(place // step) for place in places} == set(range(columns))
    assert step - GUTTER - 10 < max(place % step for place in places) < step - GUTTER


def test_a_banner_stands_in_a_column_of_the_article_before_it(tmp_path: Path) -> None:
    order = ["articles/a.md", "{banner: One column only, columns: 1}", "articles/b.md"]
    made = Built(tmp_path, {"a": 100, "b": 100}, order).build()
    at = made.text.index(plain("One column only"))
    banner = made.letters[at : at + len(plain("One column only"))]
    assert max(each.x for each in banner) - min(each.x for each in banner) < COLUMN
    assert banner[0].y < made.head("b").y
    assert banner[0].y > made.head("a").y


BAD = {
    "too many": (
        ["articles/a.md", *[f"{{article: articles/{name}.md, start: beside}}" for name in "bc"]],
        ["winter/issue.yaml:7:5 bad-start"],
    ),
    "columns": (
        ["{article: articles/a.md, columns: 2}", "{article: articles/b.md, start: beside}"],
        ["winter/issue.yaml:5:5 bad-start"],
    ),
    "a jump": (
        [
            "articles/a.md",
            "{article: articles/b.md, start: beside, jump: {after: 2 lines, to: 3}}",
        ],
        ["winter/issue.yaml:6:5 bad-start"],
    ),
    "too long": (
        ["articles/long.md", "{article: articles/b.md, start: beside}"],
        ["winter/articles/long.md no-room"],
    ),
}


@pytest.mark.parametrize(("order", "told"), BAD.values(), ids=BAD)
def test_side_by_side_that_cannot_be_is_told(
    tmp_path: Path, order: list[str], told: list[str]
) -> None:
    made = Built(tmp_path, {"a": 50, "b": 50, "c": 50, "long": 900}, order)
    assert made.publication.faults() == told


def test_what_has_no_room_side_by_side_is_told_with_the_fix(tmp_path: Path) -> None:
    order = ["articles/long.md", "{article: articles/b.md, start: beside}"]
    done = Built(tmp_path, {"b": 50, "long": 900}, order).publication.build_here()
    assert done.code == 1
    assert "shorten them, or take out {start: beside}" in done.err
