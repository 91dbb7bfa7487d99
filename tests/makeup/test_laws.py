"""Issues made by chance, of threads that are made of integers, keep every law of the make-up."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pamphleteer.layout.grid import Grid, Spacing
from tests.makeup.issues import (
    IssueDraft,
    contact,
    grids,
    issue,
    issues,
    make,
    spacings,
    story,
    texts_of,
)
from tests.makeup.laws import LAWS, last_depths
from tests.makeup.lines import Strip, plain, short_texts


@given(issues())
@settings(max_examples=400)
def test_every_law_holds_of_every_issue(draft: IssueDraft) -> None:
    made = make(draft)
    for law in LAWS:
        law(made)


@given(short_texts(), st.integers(24, 30), st.sampled_from([1, 2, 2, 3]))
@settings(max_examples=200)
def test_every_law_holds_of_short_articles(text: list[Strip], lines: int, columns: int) -> None:
    """Where few lines are to be balanced, there is least to choose from."""
    made = make(issue(story(text), contact(), lines=lines, columns=columns))
    for law in LAWS:
        law(made)


@given(st.lists(st.integers(1, 300), min_size=1, max_size=4), grids, spacings)
def test_columns_are_equally_deep_where_an_article_ends(
    lengths: list[int], grid: Grid, spacing: Spacing
) -> None:
    """Lines that may be parted anywhere leave the columns at most one line apart."""
    pieces = (*(story(plain(length)) for length in lengths), contact())
    made = make(IssueDraft(pieces=pieces, grid=grid, spacing=spacing, multiple=4, masthead=3))
    for text in texts_of(made):
        depths = last_depths(made, text)
        assert max(depths) - min(depths) <= 1
        assert depths == sorted(depths, reverse=True)
