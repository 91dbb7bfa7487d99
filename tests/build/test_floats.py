"""What stands apart from the text: where it is asked for, in its order, and on the grid."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import page as page_validation
import pytest

from pamphleteer.build import Built, build_issue
from pamphleteer.problems import IssueError
from tests.build.drawn import Drawn, pictures
from tests.build.pdf import Letter, plain, plain_letters, read_letters
from tests.build.photographs import SHAPES, photographs
from tests.build.publications import Publication, article, make_publication, manifest, prose

LEFT, TOP, WIDTH, COLUMN, LEADING, TRIM = 38, 51, 324, 155, 12, (396, 612)
BLEED = 9
PARAGRAPHS = prose(14 * 70, paragraph=70).split("\n\n")

FIGURES = {
    "wide": '![w](../images/wide.png "Above both columns"){credit="N. N." span=2 place=top}',
    "square": '![s](../images/square.png "Here in its column")',
    "land": '![l](../images/land.png "Here across the page"){span=page}',
    "portrait": '![p](../images/portrait.png "At its side"){span=2 place=foot width=50mm}',
    "tower": '![t](../images/tower.png "Too deep")',
}
GROUP = """::: figures {columns=2 caption="Three of a group" span=2 place=top}
![a](../images/land.png)
![b](../images/portrait.png)
![](../images/square.png){decorative}
:::"""
TABLE = "| Name | Value |\n|---|---|\n| one | seven |\n| two | nine |\n{span=2 place=top}"
QUOTE = '::: pull-quote {span=2 place=top by="A neighbor"}\nHeat is not a favor\n:::'
SIDEBAR = f"""::: sidebar {{title="Our demands" span=2 columns=2 place=foot}}
{prose(60, seed=4000)}

- one demand
- another one
:::"""
NOTICE = '::: notice {title="Meeting" place=column-foot}\nOn Friday at eight.\n:::'
BLEEDS = {
    "top": '![b](../images/wide.png "Off the head"){span=bleed}',
    "foot": '![b](../images/wide.png "Off the foot"){span=bleed place=foot}',
}


def among(paragraphs: list[str], *things: str) -> str:
    """An article's text with one thing after every other paragraph."""
    parts = []
    for at, paragraph in enumerate(paragraphs):
        parts.append(paragraph)
        if at % 2 == 0 and at // 2 < len(things):
            parts.append(things[at // 2])
    return "\n\n".join(parts)


@dataclass(frozen=True, kw_only=True)
class Issue:
    """A publication that was built, and what was read of its screen PDF."""

    publication: Publication
    built: Built

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        return read_letters(self.publication.screen)

    @cached_property
    def drawn(self) -> list[Drawn]:
        return list(pictures(self.publication.screen))

    def first(self, words: str) -> Letter:
        """The first letter of words that stand in the PDF once."""
        text, letters = plain_letters(self.letters)
        assert text.count(plain(words)) == 1, words
        return letters[text.index(plain(words))]


def issue_of(factory: pytest.TempPathFactory, body: str) -> Issue:
    files: dict[str, str | bytes] = {
        "winter/issue.yaml": manifest(["articles/story.md", "contact"]),
        "winter/articles/story.md": article("A story", body),
        **photographs(),
    }
    publication = make_publication(factory.mktemp("floats"), files)
    return Issue(publication=publication, built=build_issue(publication.issue, only=("screen",)))


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Issue:
    things = (*FIGURES.values(), GROUP)
    return issue_of(tmp_path_factory, among(PARAGRAPHS, *things))


@pytest.fixture(scope="module")
def matter(tmp_path_factory: pytest.TempPathFactory) -> Issue:
    things = (BLEEDS["top"], QUOTE, SIDEBAR, NOTICE, TABLE, BLEEDS["foot"])
    return issue_of(tmp_path_factory, among(PARAGRAPHS, *things))


@pytest.fixture(scope="module", params=["figures", "matter"])
def issue(request: pytest.FixtureRequest) -> Issue:
    made: Issue = request.getfixturevalue(request.param)
    return made


def test_text_keeps_to_the_grid(issue: Issue) -> None:
    """The text of sidebars, too."""
    body = [each for each in issue.letters if each.size == 9 and "Libertine" in each.font]
    phases = Counter(round(each.y % LEADING, 1) for each in body)
    assert len(body) > 4000
    assert phases.most_common(1)[0][1] > 0.99 * len(body), phases


def test_pdf_ua_1(issue: Issue) -> None:
    report = page_validation.validate_pdf(issue.publication.screen, profile="ua1")
    assert [fault.message for fault in report.failures] == []


def test_pictures_are_cut_a_little_and_never_squeezed(figures: Issue) -> None:
    shapes = [round(width / depth, 2) for width, depth in SHAPES.values()]
    for each in figures.drawn:
        assert any(abs(each.width / each.depth - shape) < 0.02 for shape in shapes), each


def test_figures_stand_in_their_order_at_most_a_page_after_their_mention(figures: Issue) -> None:
    captions = ("Above both", "Here in its", "Here across", "At its side", "Too deep", "Three of a")
    pages = [figures.first(caption).page for caption in captions]
    assert pages == sorted(pages)
    for index, page in enumerate(pages):
        mention = figures.first(PARAGRAPHS[2 * index][:30])
        assert 0 <= page - mention.page <= 1


def test_figures_have_the_width_that_was_asked_for(figures: Issue) -> None:
    wide, square, land, portrait, *_ = figures.drawn
    assert wide.width == pytest.approx(WIDTH, abs=6)
    assert square.width == pytest.approx(COLUMN, abs=6)
    assert land.width == pytest.approx(WIDTH, abs=6)
    assert portrait.width == pytest.approx(50 / 25.4 * 72, abs=6)


def test_a_narrow_picture_has_its_caption_at_its_side(figures: Issue) -> None:
    portrait, caption = figures.drawn[3], figures.first("At its side")
    assert caption.x > portrait.x + portrait.width
    assert portrait.top < caption.y < portrait.top + portrait.depth + LEADING


def test_a_figure_deeper_than_a_page_is_made_smaller_and_that_is_told(figures: Issue) -> None:
    told, *small = figures.built.problems
    lines = among(PARAGRAPHS, *FIGURES.values()).splitlines()
    line = next(at for at, text in enumerate(lines, start=4) if "tower" in text)
    assert (told.code, told.pos and told.pos.line) == ("figure-scaled", line)
    assert {each.code for each in small} <= {"soft-picture", "coarse-picture"}
    tower = next(each for each in figures.drawn if each.depth > 2 * each.width)
    assert tower.depth < 43 * LEADING
    assert tower.width < COLUMN


def test_a_group_has_rows_of_equal_depth(figures: Issue) -> None:
    one, other = figures.drawn[-2:]
    assert one.depth == pytest.approx(other.depth, abs=1)
    assert one.top == pytest.approx(other.top, abs=1)
    assert other.x + other.width == pytest.approx(one.x + WIDTH, abs=6)


def test_what_bleeds_runs_off_the_page_and_covers_its_furniture(matter: Issue) -> None:
    above, below = (each for each in matter.drawn if each.width > TRIM[0])
    for picture in (above, below):
        assert -BLEED - 4 < picture.x <= -BLEED
        assert TRIM[0] + BLEED <= picture.x + picture.width < TRIM[0] + BLEED + 4
    assert -BLEED - 4 < above.top <= -BLEED
    assert TRIM[1] + BLEED <= below.top + below.depth < TRIM[1] + BLEED + 4
    for picture, edge in ((above, range(50)), (below, range(570, 612))):
        texts = [each for each in matter.letters if each.page == picture.page]
        assert not [each for each in texts if round(each.y) in edge]


def test_a_sidebar_has_columns_of_its_own(matter: Issue) -> None:
    title, text = matter.first("Our demands"), matter.first(prose(60, seed=4000)[:20])
    demand = matter.first("another one")
    assert title.page == text.page == demand.page
    assert title.y < text.y
    assert demand.x > text.x + COLUMN / 2


def test_quotes_and_tables_stand_across_the_columns(matter: Issue) -> None:
    assert matter.first("Heat is not a favor").size > 20
    assert matter.first("A neighbor").y > matter.first("Heat is not a favor").y
    name, value = matter.first("Name"), matter.first("Value")
    assert value.x - name.x > 0.3 * WIDTH


def test_a_notice_stands_at_the_foot_of_its_column(matter: Issue) -> None:
    place = matter.first("On Friday at eight")
    below = [
        each
        for each in matter.letters
        if each.page == place.page and place.y < each.y < TOP + 43 * LEADING
    ]
    column = range(round(place.x) - 20, round(place.x) + COLUMN)
    assert not [each for each in below if round(each.x) in column and each.y > place.y + 1]


def with_deep_pictures(folder: Path, body: str) -> Path:
    files: dict[str, str | bytes] = {"winter/articles/news.md": article("News", body)}
    return make_publication(folder, {**files, **photographs()}).issue


DEEP = "![d](../images/tower.png){span=2 place=top}"


def test_pictures_that_follow_one_another_stand_on_a_page_each(tmp_path: Path) -> None:
    """Three as deep as a page, with no text between them."""
    body = "\n\n".join([PARAGRAPHS[0], DEEP, DEEP, DEEP, *PARAGRAPHS[1:]])
    issue = with_deep_pictures(tmp_path, body)
    build_issue(issue)
    drawn = pictures(issue / "out" / f"{issue.name}-screen.pdf")
    assert [each.page for each in drawn if each.depth > 40 * LEADING] == [2, 3, 4]


def test_what_would_stand_more_than_a_page_after_its_mention_is_refused(tmp_path: Path) -> None:
    """Three as deep as a page, with a short line before each: two more pages would be empty."""
    body = "\n\n".join(["One.", DEEP, "Two.", DEEP, "Three.", DEEP, *PARAGRAPHS])
    issue = with_deep_pictures(tmp_path, body)
    with pytest.raises(IssueError) as refused:
        build_issue(issue)
    lines = article("News", body).split("\n")
    found = [at for at, line in enumerate(lines, start=1) if line == DEEP]
    told = [(each.code, each.pos and each.pos.line) for each in refused.value.problems]
    assert told == [("late-figure", line) for line in found[1:]]
    assert not (issue / "out").exists()
