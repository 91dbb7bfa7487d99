"""What cannot be placed as it was written is told with file, line and fix, and nothing written."""

from pathlib import Path

import pytest

from tests.build.photographs import paint
from tests.build.publications import Publication, article, make_publication, manifest, prose

HEAD = "| " + " | ".join(f"c{at}" for at in range(40)) + " |\n" + "|---" * 40 + "|\n"
TABLE = HEAD + "| " + " | ".join("1" for _ in range(40)) + " |\n"

FAULTS = {
    "two figures with the same name": (
        '![One](a.png "A"){#map}\n\n![Two](a.png "B"){#map}\n',
        "winter/articles/news.md:6 duplicate-name",
    ),
    "a table of forty columns": (TABLE, "winter/articles/news.md:4 table-too-wide"),
    "an unknown place": (
        '![One](a.png "A"){place=middle}\n',
        "winter/articles/news.md:4 bad-attribute",
    ),
    "an unknown place of a sidebar": (
        "::: sidebar {place=left}\nWords.\n:::\n",
        "winter/articles/news.md:4 bad-attribute",
    ),
    "a footnote longer than a page": (
        f"A word.[^1]\n\n[^1]: {prose(900, paragraph=900)}\n",
        "winter/articles/news.md:6 note-too-long",
    ),
}


@pytest.mark.parametrize(("body", "fault"), FAULTS.values(), ids=FAULTS)
def test_it_is_told_where_it_is_written(tmp_path: Path, body: str, fault: str) -> None:
    publication = write(tmp_path, body)
    assert publication.faults() == [fault]


@pytest.mark.parametrize("body", [body for body, _ in FAULTS.values()], ids=FAULTS)
def test_a_fix_is_named(tmp_path: Path, body: str) -> None:
    (problem,) = write(tmp_path, body).build_here("--json").json["problems"]
    assert problem["hint"]


def test_a_jump_to_an_earlier_page(tmp_path: Path) -> None:
    order = ["articles/first.md", "{article: articles/news.md, jump: {after: 3 lines, to: 2}}"]
    publication = make_publication(
        tmp_path,
        {
            "winter/issue.yaml": manifest(order),
            "winter/articles/first.md": article("First", prose(1300)),
            "winter/articles/news.md": article("News", prose(300, seed=900)),
        },
    )
    assert publication.faults() == ["winter/issue.yaml:6:39 bad-jump"]


def test_a_figure_taller_than_the_page_is_made_smaller(tmp_path: Path) -> None:
    publication = write(tmp_path, f'{prose(80)}\n\n![A tower](tall.png "A tower.")\n')
    publication.write({"winter/articles/tall.png": paint((300, 3000))})
    done = publication.build_here("--json")
    assert done.code == 0
    (told,) = done.json["problems"]
    place = (told["path"].removeprefix(f"{tmp_path}/issues/"), told["line"])
    assert (told["severity"], told["code"], place) == (
        "warning",
        "figure-scaled",
        ("winter/articles/news.md", 8),
    )
    assert told["hint"]


def write(root: Path, body: str) -> Publication:
    """An issue whose one article begins on line 4, beside a picture."""
    files: dict[str, str | bytes] = {
        "winter/articles/news.md": article("News", body),
        "winter/articles/a.png": paint((300, 200)),
    }
    return make_publication(root, files)
