"""Sidebars: their columns are never narrower than words."""

from pathlib import Path

import pytest

from pamphleteer.layout.galleys import piece_galleys
from tests.issue.publications import article, make_publication
from tests.layout.desks import galleys_in, make_desk


@pytest.mark.parametrize(
    ("braces", "told"),
    [
        ("span=2 columns=3", []),
        ("span=2 columns=5", ["the sidebar is too narrow for 5 columns: it has 3"]),
        ("columns=2 place=top", ["the sidebar is too narrow for 2 columns: it has 1"]),
        ("columns=1 place=top", []),
    ],
)
def test_a_sidebar_has_no_columns_that_are_too_narrow(
    tmp_path: Path, braces: str, told: list[str]
) -> None:
    text = f"Some words.\n\n::: sidebar {{{braces}}}\nOther words.\n:::\n\nMore words."
    publication = make_publication(tmp_path)
    publication.write({"winter/articles/news.md": article(text)})
    galleys = galleys_in(piece_galleys(make_desk(tmp_path / "winter")))
    problems = [each for galley in galleys for each in galley.problems]
    assert [each.message for each in problems] == told
    assert all((each.code, each.severity) == ("too-narrow", "warning") for each in problems)
    assert all(each.pos and each.pos.line == 7 for each in problems)
