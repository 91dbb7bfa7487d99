"""Law 1: no word is lost. The finished PDF is read back and compared with the source, word by word.

A word is a run of letters and digits, in lower case and free of ligatures and presentation forms,
so that quotes, dashes and small capitals do not count. The comparison is of the text layer, read by
PDFium from the bytes that will be handed over; each frame's words are those whose origin lies in
it, so that a word must be on the page and in its place.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pamphleteer.problems import IssueError, Problem, SourcePos, error
from pamphleteer.reading.text import WORD, PrintedWord, Region, normal_text, read_regions

MOST_NAMED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What should stand in some regions: passages of the source with the place where each begins.

    Where ``exact``, nothing else may stand there.
    """

    passages: tuple[tuple[str, SourcePos], ...]
    regions: tuple[Region, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class SourceWord:
    """A word of the source and the place of its line."""

    text: str
    pos: SourcePos


def compare_words(pdf: bytes, printed: Sequence[Printed]) -> None:
    """Compare what a PDF prints with what it should.

    Raises:
        IssueError: ``words-lost`` or ``words-doubled``, with file and line; words that were moved
            are lost in one place and doubled in another.
    """
    regions = [region for matter in printed for region in matter.regions]
    words = iter(read_regions(pdf, regions))
    problems: list[Problem] = []
    for matter in printed:
        found = [word for _ in matter.regions for word in next(words)]
        problems += _compare(matter, found)
    if problems:
        raise IssueError(problems)


def words_of(text: str) -> list[str]:
    """The words of a text, as they are compared."""
    return WORD.findall(normal_text(text))


def source_words(passages: Iterable[tuple[str, SourcePos]]) -> Iterator[SourceWord]:
    """The words of passages with their lines: one newline stands for each line of the source."""
    for text, pos in passages:
        for offset, line in enumerate(text.split("\n")):
            place = SourcePos(path=pos.path, line=pos.line + offset if pos.line else 0)
            yield from (SourceWord(word, place) for word in words_of(line))


def _compare(matter: Printed, found: Sequence[PrintedWord]) -> list[Problem]:
    if matter.exact:
        return _compare_exactly(list(source_words(matter.passages)), found)
    return [
        problem
        for passage in matter.passages
        for problem in _find_passage(list(source_words([passage])), found)
    ]


def _compare_exactly(wanted: Sequence[SourceWord], found: Sequence[PrintedWord]) -> list[Problem]:
    joined = join_broken(wanted, found)
    if [word.text for word in wanted] == joined:
        return []
    return list(_differences(wanted, joined))


def join_broken(wanted: Sequence[SourceWord], found: Sequence[PrintedWord]) -> list[str]:
    """Join the parts of words that were broken at a line's end, as the wanted words ask for it.

    "self-" and "less" at a line's end are "selfless" if that is the next word wanted, and "self",
    "less" if these are.
    """
    joined: list[str] = []
    at = 0
    for word in found:
        if joined and word.begins_line and _continues(joined[-1], word.text, wanted, at - 1):
            joined[-1] += word.text
        else:
            joined.append(word.text)
            at += 1
    return joined


def _continues(part: str, rest: str, wanted: Sequence[SourceWord], at: int) -> bool:
    """Whether the word wanted, or one near it if some were lost, begins with both parts."""
    near = wanted[max(0, at - 1) : at + 2] if at < len(wanted) else wanted[-2:]
    exact = at < len(wanted) and wanted[at].text == part
    return not exact and any(word.text.startswith(part + rest) for word in near)


def _find_passage(wanted: Sequence[SourceWord], found: Sequence[PrintedWord]) -> list[Problem]:
    """Look for a passage whole, wherever it begins; a word may be broken over many lines."""
    texts = [word.text for word in wanted]
    for start, word in enumerate(found):
        if texts and texts[0].startswith(word.text):
            joined = join_broken(wanted, found[start:])
            if joined[: len(texts)] == texts:
                return []
    return [_problem("words-lost", "not printed", wanted)] if wanted else []


def _differences(wanted: Sequence[SourceWord], joined: Sequence[str]) -> Iterator[Problem]:
    texts = [word.text for word in wanted]
    matcher = SequenceMatcher(None, texts, joined, autojunk=False)
    nowhere = SourceWord("", wanted[-1].pos if wanted else SourcePos(path=""))
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        place = wanted[i1].pos if i1 < len(wanted) else nowhere.pos
        if kind in ("delete", "replace"):
            yield _problem("words-lost", "not printed", wanted[i1:i2])
        if kind in ("insert", "replace"):
            extra = [SourceWord(text, place) for text in joined[j1:j2]]
            yield _problem("words-doubled", "printed, but not in the source here", extra)


def _problem(code: str, what: str, words: Sequence[SourceWord]) -> Problem:
    named = " ".join(word.text for word in words[:MOST_NAMED])
    more = f" and {len(words) - MOST_NAMED} more" if len(words) > MOST_NAMED else ""
    return error(
        code,
        f'{what}: "{named}"{more}',
        hint="Nothing was written. This is a fault of Pamphleteer: please report it.",
        pos=words[0].pos,
    )
