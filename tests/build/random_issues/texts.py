"""Blocks of text in Markdown: what stands in the columns of an article."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.build.random_issues.pen import Pen, Strand, Voice

PARAGRAPHS = (8, 15, 25, 40, 60, 90, 140)
"""Words of paragraphs."""

SENTENCE = 14


@dataclass(slots=True, kw_only=True)
class Brief:
    """What a writer is told: the pen, the voice, the columns, and the strand of the text.

    ``notes`` has the footnotes so far, which are written at an article's end; ``plain`` passages
    that a quote may take from the text, each a copy of words that follow one another.
    """

    pen: Pen
    voice: Voice
    columns: int
    flow: Strand
    notes: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)

    @property
    def is_narrow(self) -> bool:
        """Whether the columns have room for little more than a word or two."""
        return self.columns >= 4

    def words(self, least: int, most: int, strand: Strand | None = None) -> str:
        """Some words, of the text if no other strand is given."""
        strand = self.flow if strand is None else strand
        return self.pen.words(self.pen.between(least, most), self.voice, strand)

    def apart(self, least: int, most: int) -> str:
        """Some words of a strand of their own."""
        return self.words(least, most, self.pen.strand())


def prose(brief: Brief, words: int, strand: Strand | None = None) -> str:
    """Sentences of so many words in all."""
    strand = brief.flow if strand is None else strand
    made = []
    while words > 0:
        count = min(words, brief.pen.between(4, 2 * SENTENCE))
        made.append(brief.pen.sentence(count, brief.voice, strand))
        words -= count
    return " ".join(made)


def paragraph(brief: Brief, *, words: int | None = None) -> str:
    """A paragraph, with emphasis, links and notes in it now and then."""
    pen = brief.pen
    count = words or pen.chance.choice(PARAGRAPHS)
    text = prose(brief, count)
    if pen.happens(0.15):
        text += f" {_marked(brief)}"
    if pen.happens(0.1) and not text.endswith("*"):
        text += _note(brief)
    if pen.happens(0.05):
        passage = pen.words(pen.between(4, 9), brief.voice, pen.repeated)
        brief.plain.append(passage)
        text += f" We {passage}."
    return text


def _marked(brief: Brief) -> str:
    """A few words with inline markup."""
    words = brief.words(1, 3)
    forms: Mapping[str, float] = {
        f"*{words}*": 3,
        f"**{words}**": 3,
        f"[{words}]{{.smallcaps}}": 2,
        f"[{words}]{{lang=fr}}": 1,
        f"[{words.split()[0]}]{{.nobreak}} {' '.join(words.split()[1:])}".strip(): 1,
        f"[{words}](https://example.org/a)": 1,
        f"`{words.split()[0]}` {' '.join(words.split()[1:])}".strip(): 1,
    }
    return brief.pen.pick(forms)


def _note(brief: Brief) -> str:
    """The call of a note, short or long; inline, or by a mark."""
    pen = brief.pen
    most = 12 if brief.columns > 2 else 12 if pen.happens(0.8) else 60
    text = prose(brief, pen.between(3, most), pen.strand())
    if pen.happens(0.4):
        return f"^[{text}]"
    mark = f"[^{len(brief.notes) + 1}]"
    brief.notes.append(f"{mark}: {text}")
    return mark


def bullets(brief: Brief) -> str:
    """A list, with numbers or without, perhaps with one within."""
    pen = brief.pen
    ordered, nested = pen.happens(0.4), not brief.is_narrow and pen.happens(0.2)
    items = []
    for number in range(1, pen.between(2, 7) + 1):
        sign = f"{number}." if ordered else "-"
        items.append(f"{sign} {brief.words(2, pen.chance.choice((5, 12, 30)))}")
        if nested and number == 2:
            items += [f"{' ' * (len(sign) + 1)}- {brief.words(1, 8)}" for _ in range(2)]
    return "\n".join(items)


def quotation(brief: Brief) -> str:
    """A block quote of one paragraph or two."""
    made = [prose(brief, brief.pen.between(5, 50)) for _ in range(brief.pen.between(1, 2))]
    return "\n>\n".join(f"> {text}" for text in made)


def code(brief: Brief) -> str:
    """A few short lines of code."""
    lines = [brief.words(1, 2) for _ in range(brief.pen.between(1, 6))]
    return "\n".join(("```", *lines, "```"))


def verse(brief: Brief) -> str:
    """A poem of one stanza or more, with a title or without."""
    pen = brief.pen
    title = f' {{title="{brief.apart(1, 4)}"}}' if pen.happens(0.5) else ""
    stanzas = [
        "\n".join(
            f"{'  ' * (line % 2)}{brief.words(2, 3 if brief.columns > 2 else 6)}"
            for line in range(pen.between(2, 6))
        )
        for _ in range(pen.between(1, 4))
    ]
    return f"::: verse{title}\n" + "\n\n".join(stanzas) + "\n:::"


def letter(brief: Brief) -> str:
    """A letter to the editors, signed or not."""
    pen = brief.pen
    parts = [prose(brief, pen.between(10, 70)) for _ in range(pen.between(1, 2))]
    if pen.happens(0.8):
        parts.append(f"-- {brief.words(1, 4)}")
    return "::: letter\n" + "\n\n".join(parts) + "\n:::"


def interview(brief: Brief) -> str:
    """Questions and answers."""
    parts = []
    for _ in range(brief.pen.between(1, 5)):
        parts.append(f"**Ana:** {prose(brief, brief.pen.between(4, 18))}")
        parts.append(f"**Noor:** {prose(brief, brief.pen.between(8, 80))}")
    return "::: interview\n" + "\n\n".join(parts) + "\n:::"


def table(brief: Brief, *, columns: int | None = None, attributes: str = "") -> str:
    """A table of short cells; its head is repeated where it goes on in another column."""
    pen = brief.pen
    count = columns or pen.between(2, 3 if brief.columns == 1 else 2)
    strand = brief.flow if columns is None else pen.strand()
    head = [brief.words(1, 1, pen.repeated) for _ in range(count)]
    rows = [[brief.words(1, 2, strand) for _ in range(count)] for _ in range(pen.between(1, 9))]
    signs = [pen.chance.choice(("---", "---:", ":---:")) for _ in range(count)]
    lines = [f"| {' | '.join(cells)} |" for cells in (head, signs, *rows)]
    return "\n".join([*lines, *([attributes] if attributes else [])])


def separator(brief: Brief) -> str:
    """A break between paragraphs."""
    return f"---\n\n{prose(brief, 12)}"


Writer = Callable[[Brief], str]

KINDS: Mapping[Writer, float] = {
    paragraph: 24,
    bullets: 2,
    quotation: 1,
    code: 0.4,
    verse: 0.5,
    letter: 0.3,
    interview: 0.4,
    table: 1,
    separator: 0.5,
}
"""What stands in a text, and how often."""

NARROW: Mapping[Writer, float] = {paragraph: 8, bullets: 1}
"""What stands in columns of a few words."""
