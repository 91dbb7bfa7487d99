"""Articles by chance: of all lengths, in one to five columns, with all that may stand in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from tests.build.random_issues import apart, texts
from tests.build.random_issues.pen import Pen, Voice
from tests.build.random_issues.texts import Brief

LENGTHS: Mapping[tuple[int, int], float] = {(4, 30): 1, (30, 130): 4, (150, 450): 5, (450, 1300): 2}
"""Words of articles, from and to, and how often."""

SHORT: Mapping[tuple[int, int], float] = {(10, 70): 1}
"""Words of what is to stand on one page whole, beside another."""

COLUMNS: Mapping[int, float] = {1: 2, 2: 1, 3: 2, 4: 0.5, 5: 0.3}
"""The columns that are asked for, where they are not the page's."""

LONGEST = {1: 12, 2: 12, 3: 8, 4: 4, 5: 3}
"""The letters of the longest word in so many columns."""

YES_NO: Mapping[str, float] = {"yes": 1, "no": 1}

PAGE_COLUMNS = 2

APART_EVERY = 90
"""Words for each thing that may stand apart at the most."""

PAGE_WORDS = 380
APART_WORDS = 100
"""About how many words a page holds, and how many something apart takes the room of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An article: its file, the columns that are asked for, and about how many pages it takes."""

    text: str
    columns: int | None
    paragraphs: int
    lines: int
    pages: float


def write_article(
    pen: Pen, *, language: str, lengths: Mapping[tuple[int, int], float] = LENGTHS
) -> Written:
    """Write an article with its front matter."""
    is_short = lengths is SHORT
    columns = None if is_short or pen.happens(0.7) else pen.pick(COLUMNS)
    voice = Voice(
        language=pen.pick({language: 12, "de": 1, "fr": 1, "es": 1, "pl": 1}),
        longest=LONGEST[columns or PAGE_COLUMNS],
    )
    brief = Brief(pen=pen, voice=voice, columns=columns or PAGE_COLUMNS, flow=pen.strand())
    least, most = pen.pick(lengths)
    words = pen.between(least, most)
    if brief.is_narrow:
        words = min(words, 300)
    things = 0 if is_short else pen.between(0, words // APART_EVERY)
    blocks = [texts.prose(brief, words)] if is_short else _write_body(brief, words, things)
    head = _write_head(brief, language, blocks)
    body = "\n\n".join((*blocks, *brief.notes))
    pages = (words + APART_WORDS * (things + len(head.get("figures", ())))) / PAGE_WORDS
    return Written(
        text=f"---\n{yaml.safe_dump(head, allow_unicode=True, sort_keys=False)}---\n{body}\n",
        columns=columns,
        paragraphs=_count_paragraphs(blocks),
        lines=words // 7,
        pages=pages,
    )


def write_text(pen: Pen, *, words: int, language: str) -> str:
    """A short text for a box, a notice or a colophon, without front matter but a headline."""
    brief = Brief(pen=pen, voice=Voice(language=language), columns=2, flow=pen.strand())
    parts = [f"# {brief.apart(1, 4)}", texts.prose(brief, words)]
    return "\n\n".join(parts) + "\n"


def _write_body(brief: Brief, words: int, things: int) -> list[str]:
    """Blocks of text until there are so many words, and things apart among them."""
    pen, blocks = brief.pen, [texts.paragraph(brief, words=min(words, 60))]
    if things and pen.happens(0.15):
        blocks.insert(0, pen.pick(apart.KINDS)(brief))
        things -= 1
    kinds = texts.NARROW if brief.is_narrow else texts.KINDS
    written, has_crosshead = _count_words(blocks), False
    while written < words:
        if pen.happens(0.2):
            level = "###" if has_crosshead and pen.happens(0.3) else "##"
            blocks.append(f"{level} {brief.words(1, 5)}")
            has_crosshead = True
        elif things and pen.happens(0.35):
            blocks.append(pen.pick(apart.KINDS)(brief))
            things -= 1
            continue
        block = pen.pick(kinds)(brief)
        blocks.append(block)
        written += _count_words([block])
    blocks += [pen.pick(apart.KINDS)(brief) for _ in range(min(things, 1))]
    return blocks


def _write_head(brief: Brief, language: str, blocks: list[str]) -> dict[str, Any]:
    """The front matter; what stands in contents may come again."""
    pen = brief.pen
    head: dict[str, Any] = {"headline": brief.words(1, 9, pen.repeated)}
    lengths = {"kicker": (1, 3), "standfirst": (4, 25), "byline": (1, 6)}
    head |= {key: brief.apart(*some) for key, some in lengths.items() if pen.happens(0.5)}
    head |= {key: pen.pick(YES_NO) for key in ("drop_cap", "end_mark") if pen.happens(0.3)}
    if pen.happens(0.3):
        head["running_head"] = brief.words(1, 3, pen.loose)
    if brief.voice.language != language:
        head["language"] = brief.voice.language
    if pen.happens(0.05):
        head["signature"] = brief.apart(1, 4)
    return head | _write_inserts(brief, _count_paragraphs(blocks))


def _write_inserts(brief: Brief, paragraphs: int) -> dict[str, Any]:
    """Figures and pull quotes that the front matter adds to the text."""
    pen = brief.pen
    added: dict[str, Any] = {}
    if not brief.is_narrow and pen.happens(0.15):
        after = str(pen.between(0, paragraphs))
        added["figures"] = [{**apart.head_figure(brief), "after": after}]
    if brief.plain and pen.happens(0.8):
        added["pull_quotes"] = [_quote(brief, brief.plain[0])]
    return added


def _quote(brief: Brief, passage: str) -> str | dict[str, str]:
    if brief.pen.happens(0.5) and not brief.is_narrow:
        return passage
    span = "page" if brief.is_narrow else brief.pen.pick({"1": 1, "2": 1, "page": 1})
    return {"quote": passage, "span": span, "place": brief.pen.pick({"top": 1, "foot": 1})}


def _count_paragraphs(blocks: list[str]) -> int:
    """Paragraphs that count for ``after``: those that are no list and no container."""
    starts = ("#", "-", ">", "`", ":", "|", "!", "1.")
    return sum(not block.startswith(starts) or block.startswith("---") for block in blocks)


def _count_words(blocks: list[str]) -> int:
    return sum(len(block.split()) for block in blocks)
