"""Small edits move few pages: none before the edited article, and after it as few as can be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pamphleteer.makeup.model import Page
from tests.makeup.issues import Draft, IssueDraft, Set, issue, make, stories
from tests.makeup.lines import Strip, plain

LEAST = 4
"""Lines of a paragraph that may have one more or less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """An issue before and after one of its articles, by its index, became a line longer or less."""

    before: Set
    after: Set
    index: int

    @property
    def first(self) -> int:
        """The first page, as an index, on which the article stands before or after."""
        return min(pages[0] for pages in self._pages)

    @property
    def last(self) -> int:
        """The last one."""
        return max(pages[-1] for pages in self._pages)

    @property
    def _pages(self) -> list[list[int]]:
        name = f"story-{self.index}"
        return [
            [
                at
                for at, page in enumerate(made.pages)
                if any(placed.thread.path == name for placed in page.placed)
            ]
            for made in (self.before, self.after)
        ]

    def changed(self, start: int, end: int | None = None) -> int:
        """How many of some pages are no longer as they were."""
        one, other = (list(map(look_of, made.pages)) for made in (self.before, self.after))
        end = max(len(one), len(other)) if end is None else end
        return sum(one[at : at + 1] != other[at : at + 1] for at in range(start, end))


def look_of(page: Page) -> tuple[Any, ...]:
    """All that stands on a page and where; lines of an article by their numbers."""
    placed = [(each.thread.path, each.x, each.y, each.frame.content) for each in page.placed]
    return page.blank, page.panels, placed


def lengthened(text: Sequence[Strip], at: int, lines: int) -> tuple[Strip, ...]:
    """A text with one more line behind one of its lines, or without that line."""
    return (*text[:at], *[text[at]] * (1 + lines), *text[at + 1 :])


def edit(draft: IssueDraft, index: int, *, at: int, lines: int) -> Edit:
    """Make an issue up before and after an edit."""
    piece = draft.pieces[index]
    mended = replace(piece, text=lengthened(piece.text, at, lines))
    pieces = (*draft.pieces[:index], mended, *draft.pieces[index + 1 :])
    return Edit(before=make(draft), after=make(replace(draft, pieces=pieces)), index=index)


def editable(text: Sequence[Strip]) -> list[int]:
    """Lines within paragraphs that stay paragraphs without one."""
    lengths = [sum(other.block == each.block for other in text) for each in text]
    return [
        at
        for at, (each, length) in enumerate(zip(text, lengths, strict=True))
        if each.group is None and length >= LEAST and not each.gap
    ]


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """Issues of two to five articles, of which one is edited."""
    pieces = draw(st.lists(stories, min_size=2, max_size=5))
    index = draw(st.integers(0, len(pieces) - 1))
    places = editable(pieces[index].text)
    assume(places)
    draft = replace(issue(*pieces, multiple=1), cuts=True)
    lines = draw(st.sampled_from([-1, 1]))
    return edit(draft, index, at=draw(st.sampled_from(places)), lines=lines)


@given(edits())
@settings(max_examples=300)
def test_no_page_before_the_edited_article_changes(edited: Edit) -> None:
    assert edited.changed(0, edited.first) == 0


@given(edits())
@settings(max_examples=100)
def test_the_issue_grows_or_shrinks_by_a_page_at_most(edited: Edit) -> None:
    assert abs(len(edited.before.pages) - len(edited.after.pages)) <= 1


def articles(*lengths: int, new_page: int | None = None) -> IssueDraft:
    pieces = [
        Draft(kind="story", head=2, text=tuple(plain(length)), new_page=at == new_page)
        for at, length in enumerate(lengths)
    ]
    return replace(issue(*pieces, multiple=1), cuts=True)


def test_an_edit_moves_nothing_beyond_an_article_that_has_a_page_of_its_own() -> None:
    draft = articles(130, 90, 150, 200, new_page=2)
    edited = edit(draft, 0, at=20, lines=1)
    third = next(
        at
        for at, page in enumerate(edited.before.pages)
        if any(placed.thread.path == "story-2" for placed in page.placed)
    )
    assert edited.changed(third) == 0


def test_most_pages_behind_an_edited_article_stay_as_they_are() -> None:
    """A line that is more or less in an ending is taken up by the room below it, as a rule.

    Of the pages behind the edited article at most a quarter change, over forty edits of issues in
    which all articles run on.
    """
    changed = total = 0
    for seed in range(40):
        lengths = [40 + (seed * 37 + at * 53) % 140 for at in range(5)]
        edited = edit(articles(*lengths), seed % 4, at=10, lines=1 if seed % 2 else -1)
        changed += edited.changed(edited.last + 1)
        total += len(edited.before.pages) - edited.last - 1
    assert total > 100
    assert changed <= total / 4, (changed, total)
