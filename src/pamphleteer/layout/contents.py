"""The list "In this issue": what the issue's articles are called, and where they begin."""

from dataclasses import dataclass, replace
from html import escape

from pamphleteer.issue.model import Article, ArticleItem, ContentsItem
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.galley import Galley, PanelGalley, Passage
from pamphleteer.layout.words import fixed_words

PLACEHOLDER = 88
"""A page number that is as wide as any of two figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the list; ``page`` is a placeholder before the pages are made up."""

    article: Article
    page: int

    @property
    def html(self) -> str:
        """The headline; one with links is set plain, since the whole line is a link."""
        headline = self.article.headline
        return headline.html if "<a " not in headline.html else escape(headline.text)


def contents_galley(desk: Desk, item: ContentsItem) -> PanelGalley:
    """The list across all columns, in lists side by side."""
    return PanelGalley(text=_galley(desk, item, desk.grid.columns), kind="contents")


def narrow_contents(desk: Desk, item: ContentsItem) -> Galley:
    """The list in some of the columns."""
    return _galley(desk, item, item.columns or 1, is_narrow=True)


def _galley(desk: Desk, item: ContentsItem, columns: int, *, is_narrow: bool = False) -> Galley:
    entries = [
        Entry(article=each.article, page=desk.numbers.get(each.article.name, PLACEHOLDER))
        for each in desk.issue.items
        if isinstance(each, ArticleItem) and each.is_listed
    ]
    deep = -(-len(entries) // columns)
    title = item.title.text if item.title else fixed_words(desk.issue.language).contents
    return Galley(
        html=desk.fill(
            "contents.html.j2",
            line=item.pos.line,
            title=item.title.html if item.title else escape(title),
            is_narrow=is_narrow,
            lists=[entries[at : at + deep] for at in range(0, len(entries), deep)],
        ),
        language=desk.issue.language,
        path=item.pos.path,
        passages=(
            Passage(text=title, pos=item.title.pos if item.title else item.pos),
            *(
                Passage(text=f"{each.page} {each.article.headline.text}", pos=item.pos)
                for each in entries
            ),
        ),
        exact=True,
        numbered=lambda numbers: _galley(
            replace(desk, numbers=numbers), item, columns, is_narrow=is_narrow
        ),
    )
