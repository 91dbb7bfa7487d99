"""How articles begin and end: a drop cap and small capitals, and a mark behind the last word."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pamphleteer.issue.model import (
    Article,
    ArticleItem,
    Aside,
    Block,
    Figure,
    Issue,
    NoticeItem,
    Placement,
)
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.fonts import FontLibrary
from pamphleteer.layout.grid import Grid
from pamphleteer.layout.html_text import end_of_text, first_text
from pamphleteer.layout.initials import GAP, Initial, draw_initial, opening_of
from pamphleteer.layout.spec import Layout
from pamphleteer.problems import IssueError, Problem, error
from pamphleteer.units import Pt

Part = Block | Figure | Aside

CODE = re.compile(r"<(code|pre|a)\b")
"""Elements whose first letter is no drop cap: their letters are of another face, or a link's."""

EM = Pt(1)

END_MARK = '\u2060<span class="end-mark"></span>'
"""A word joiner keeps the mark on the line of the last word."""


def initial_of(article: Article, layout: Layout, grid: Grid, fonts: FontLibrary) -> Initial | None:
    """The drawing of an article's first letter, if it can have a drop cap."""
    letters = "".join(_letters(block) for block in _text_of(article.body)[:1])
    return draw_initial(letters, layout, grid, fonts) if letters else None


def refuse_openings_in_boxes(issue: Issue) -> None:
    """Stop an issue in which a text that is no article asks for a drop cap or an end mark.

    Raises:
        IssueError: ``no-drop-cap`` or ``no-end-mark``, for each.
    """
    texts = (
        item.notice.article if isinstance(item, NoticeItem) else getattr(item, "article", None)
        for item in issue.items
        if not isinstance(item, ArticleItem)
    )
    problems = [problem for text in texts if text for problem in _not_in_boxes(text)]
    if problems:
        raise IssueError(problems)


def _not_in_boxes(text: Article) -> Iterator[Problem]:
    for key, asked in (("drop_cap", text.drop_cap), ("end_mark", text.end_mark)):
        if asked:
            what = key.replace("_", " ")
            message = f"this text is no article, and has no {what}"
            hint = f"Take {key} out of its head."
            yield error(f"no-{what.replace(' ', '-')}", message, hint=hint, pos=text.headline.pos)


def initials_of(
    issue: Issue, layout: Layout, grid: Grid, fonts: FontLibrary
) -> Iterator[tuple[str, bytes]]:
    """The drawings of the first letters of an issue's articles, as SVG, by their names."""
    for item in issue.items:
        if isinstance(item, ArticleItem):
            initial = initial_of(item.article, layout, grid, fonts)
            if initial:
                yield initial.name, initial.svg


def with_opening(article: Article, desk: Desk, measure: Pt) -> Article:
    """An article with a drop cap and small capitals, if it or the layout asks for them.

    Raises:
        IssueError: ``no-drop-cap``: its author asks for one, and it begins with no letter that
            has a capital.
    """
    wanted = article.drop_cap
    if wanted is None:
        wanted = desk.layout.opening.drop_cap > 0 and _is_long(article, desk, measure)
    initial = initial_of(article, desk.layout, desk.grid, desk.fonts) if wanted else None
    if initial:
        return _with_html(article, 0, lambda html: _opened(html, initial, desk))
    if article.drop_cap:
        raise IssueError([_no_drop_cap(article)])
    return article


def with_end_mark(article: Article, desk: Desk) -> Article:
    """An article with a mark behind its last word, if it or the layout asks for one."""
    wanted = desk.layout.opening.end_mark if article.end_mark is None else article.end_mark
    return _with_html(article, -1, _ended) if wanted and _text_of(article.body) else article


def _ended(html: str) -> str:
    place = end_of_text(html)
    return f"{html[:place]}{END_MARK}{html[place:]}"


def _with_html(article: Article, number: int, change: Callable[[str], str]) -> Article:
    """An article in which the HTML of one of its blocks is another; ``number`` as in a list."""
    chosen = _text_of(article.body)[number]
    body = tuple(
        replace(chosen, html=change(chosen.html)) if part is chosen else part
        for part in article.body
    )
    return replace(article, body=body)


def _text_of(body: Sequence[Part]) -> list[Block]:
    """The blocks with words that stand in the columns."""
    blocks = (part for part in body if isinstance(part, Block) and part.kind != "break")
    return [block for block in blocks if block.placement == Placement()]


def _letters(block: Block) -> str:
    """The letters that would be a paragraph's drop cap."""
    text = first_text(block.html) if block.kind == "paragraph" else None
    if text is None or CODE.search(block.html[: text.start]):
        return ""
    return opening_of(block.html[text.start : text.end])


def _is_long(article: Article, desk: Desk, measure: Pt) -> bool:
    """Whether an article is long enough, and its first paragraph has text beside all of a cap."""
    opening, text = desk.layout.opening, _text_of(article.body)
    if sum(len(block.text.split()) for block in text) < opening.from_words:
        return False
    width = desk.text_width(text[0].text, desk.layout.sizes.text)
    return width > (opening.drop_cap + 1) * measure


def _opened(html: str, initial: Initial, desk: Desk) -> str:
    """A paragraph with its drop cap before it, its first letter unseen, and small capitals."""
    text = first_text(html)
    if text is None:
        raise ValueError("a paragraph has words")
    tag_end = html.index(">") + 1
    drawing = (
        f'<span class="drop-cap" style="width: {initial.width:.3f}pt; '
        f"height: {initial.height:.3f}pt; margin: {-initial.rise:.3f}pt {GAP}pt 0 0; "
        f'background-image: url({initial.name})"></span>'
    )
    paragraph = (
        f'{html[: tag_end - 1]} class="opens" style="orphans: {desk.layout.opening.drop_cap}">'
    )
    between, words = html[tag_end : text.start], html[text.start : text.end]
    return f"{paragraph}{drawing}{between}{_first_words(words, desk)}{html[text.end :]}"


def _first_words(words: str, desk: Desk) -> str:
    unseen = opening_of(words)
    rest = words[len(unseen) :]
    if rest.startswith(" "):
        unseen, rest = f"{unseen} ", rest[1:]
    capitals = small_capitals(rest, desk.layout.opening.small_capitals)
    width = desk.text_width(unseen, EM)
    return (
        f'<span class="opening"><span class="unseen" style="margin-left: {-width:.3f}em">{unseen}'
        f"</span>{capitals}</span>{rest[len(capitals) :]}"
    )


def small_capitals(text: str, letters: int) -> str:
    """The whole words at a text's beginning that have so many letters, or a few more.

    A word at the text's end may go on behind the next tag, and does not count.
    """
    taken = 0
    for space in re.finditer(r"\s", text):
        taken = space.start()
        if taken >= letters:
            break
    return text[:taken]


def _no_drop_cap(article: Article) -> Problem:
    return error(
        "no-drop-cap",
        "the article cannot begin with a drop cap",
        hint="Begin it with a paragraph whose first letter is in the display type, as a capital; "
        "or take out drop_cap.",
        pos=article.headline.pos,
    )
