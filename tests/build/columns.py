"""The lines of articles as they stand in columns, found by letters alone.

The source's letters are looked for in the PDF's, in order; so each line is known to belong to a
block of an article, and lost or moved matter is seen here too, by other means than the build's own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pamphleteer.issue.model import Aside, Block, BoxItem, Figure
from tests.build.finished import Finished
from tests.build.pdf import Letter, plain, plain_letters

SAME_LINE = 4.0
"""Points by which letters of one line may differ in height: raised and lowered ones."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line: its page, its column from 0, and its baseline from the page's top."""

    page: int
    column: int
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBlock:
    """A block of an article and the lines in which it stands."""

    kind: str
    text: str
    lines: tuple[Place, ...]

    @property
    def parts(self) -> list[list[Place]]:
        """The lines by the columns they stand in."""
        groups = groupby(self.lines, key=lambda line: (line.page, line.column))
        return [list(lines) for _, lines in groups]


def stories(finished: Finished) -> list[list[SetBlock]]:
    """The blocks of each article, and last of the box, as they were set."""
    text, letters = plain_letters(finished.matter)
    boxes = (item.article for item in finished.issue.items if isinstance(item, BoxItem))
    found, at = [], 0
    for article in (*finished.articles, *boxes):
        headline = plain(article.headline.text)
        at = text.index(headline, at) + len(headline)
        blocks = []
        for part in article.body:
            words = plain(printed_text(part))
            start = text.index(words, at)
            at = start + len(words)
            lines = tuple(_lines(letters[start:at], finished))
            kind = part.kind if isinstance(part, Block) else "figure"
            blocks.append(SetBlock(kind=kind, text=printed_text(part), lines=lines))
        found.append(blocks)
    return found


def printed_text(part: Block | Figure | Aside) -> str:
    """The text of a block, or of a figure's caption, or of all that is in an aside."""
    if isinstance(part, Block):
        return part.text
    if isinstance(part, Aside):
        return " ".join(map(printed_text, part.body))
    return part.caption.text if part.caption else ""


def _lines(letters: Sequence[Letter], finished: Finished) -> Iterator[Place]:
    """A line's baseline is that of its first letter."""
    begun: Place | None = None
    for letter in letters:
        place = Place(letter.page, column_of(letter, finished), letter.y)
        if begun is None or _is_other_line(begun, place):
            begun = place
            yield place


def _is_other_line(one: Place, other: Place) -> bool:
    here = (one.page, one.column) == (other.page, other.column)
    return not here or abs(one.y - other.y) > SAME_LINE


def column_of(letter: Letter, finished: Finished) -> int:
    """The half of the type area that a letter stands in."""
    grid = finished.grid
    return int(letter.x > grid.left(letter.page) + grid.width / 2)


def ends(blocks: Sequence[SetBlock]) -> list[list[Place]]:
    """The columns of the last stretch of an article: those on the page on which it ends."""
    lines = [line for block in blocks for line in block.lines]
    last = [line for line in lines if line.page == lines[-1].page]
    return [list(column) for _, column in groupby(last, key=lambda line: line.column)]


def columns(blocks: Sequence[SetBlock]) -> Iterator[list[tuple[SetBlock, Place]]]:
    """All columns of an article with the lines in them, each with its block."""
    lines = [(block, line) for block in blocks for line in block.lines]
    for _, column in groupby(lines, key=lambda entry: (entry[1].page, entry[1].column)):
        yield list(column)
