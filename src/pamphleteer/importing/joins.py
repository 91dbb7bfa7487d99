"""Paragraphs that a page break had cut in two, joined again.

The rules are asked in order, and the first that has an answer is followed. Each answer carries its
reason; what is not sure is told to the editor, whether joined or left.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pamphleteer.importing.clues import (
    Vocabulary,
    bare_end,
    begins_small,
    ends_in_abbreviation,
    ends_sentence,
    first_word,
    has_address,
    last_word,
)
from pamphleteer.importing.hyphens import Cut, find_cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Seam:
    """Two paragraphs, one after the other, as printed text.

    ``page_ends``: a page number or running head stood between them and was left out.
    """

    before: str
    after: str
    vocabulary: Vocabulary
    page_ends: bool = False

    @property
    def before_is_short(self) -> bool:
        """Whether the first is too short to be a sentence cut off: a salutation, a signature."""
        return len(self.before.split()) < 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether two paragraphs are one, why, and whether that is sure.

    ``cut`` is the word that was cut between them, if one was.
    """

    join: bool
    reason: str
    sure: bool = True
    cut: Cut | None = None


def _sentence_ended(seam: Seam) -> Verdict | None:
    if not ends_sentence(seam.before):
        return None
    if not begins_small(seam.after):
        return Verdict(join=False, reason="a sentence ends, and a capital follows")
    if ends_in_abbreviation(seam.before):
        return Verdict(
            join=True, sure=False, reason="small letters follow what may be an abbreviation"
        )
    return Verdict(join=False, sure=False, reason="a sentence ends, but small letters follow")


def _short_before(seam: Seam) -> Verdict | None:
    if not seam.before_is_short:
        return None
    reason = "the first is too short to be half of a paragraph"
    return Verdict(join=False, sure=not begins_small(seam.after), reason=reason)


def _word_cut(seam: Seam) -> Verdict | None:
    cut = find_cut(seam.before, seam.after, seam.vocabulary)
    if not cut:
        return None
    reason = f'the first ends inside a word, which is now "{cut.whole}"'
    return Verdict(join=True, sure=cut.is_sure, cut=cut, reason=reason)


def _colon(seam: Seam) -> Verdict | None:
    if not bare_end(seam.before).endswith(":"):
        return None
    reason = "the first ends in a colon"
    return Verdict(join=False, sure=not begins_small(seam.after), reason=reason)


def _small_letter(seam: Seam) -> Verdict | None:
    if not begins_small(seam.after):
        return None
    reason = "the first has no full stop, and the second begins in lower case"
    return Verdict(join=True, reason=reason)


def _word_before_another(seam: Seam) -> Verdict | None:
    word = last_word(seam.before)
    if not (seam.before.endswith(word) and seam.vocabulary.ends_no_sentence(word)):
        return None
    return Verdict(join=True, sure=False, reason=f'no sentence ends with "{word}"')


def _page_end(seam: Seam) -> Verdict | None:
    if not seam.page_ends:
        return None
    reason = "the first has no full stop, and a page ended after it"
    return Verdict(join=True, sure=False, reason=reason)


def _address(seam: Seam) -> Verdict | None:
    if not (has_address(seam.before) or has_address(seam.after)):
        return None
    return Verdict(join=False, sure=False, reason="one of them has an address")


def _open_end(seam: Seam) -> Verdict | None:
    """An end that no paragraph has: a comma, a dash, an open bracket."""
    end = seam.before.rstrip()
    bracket_open = end.count("(") > end.count(")") and seam.after.count(")") > seam.after.count("(")
    if not (end.endswith((",", "–", "—", "(", " -", "&")) or bracket_open) or len(end) < 60:
        return None
    reason = "the first ends where no paragraph ends, at a comma, a dash or an open bracket"
    return Verdict(join=True, sure=False, reason=reason)


def _name_or_number(seam: Seam) -> Verdict | None:
    """A capital that needs no new sentence, after a small word, before a sentence's end."""
    word = first_word(seam.after)
    number = seam.after[:1].isdigit()
    if not (number or seam.vocabulary.is_name(word)):
        return None
    if not (last_word(seam.before)[:1].islower() and ends_sentence(seam.after)):
        return None
    start = seam.after.split()[0].rstrip(",.;:")
    what = "number" if number else "name"
    reason = f'the first has no full stop, and "{start}" is a {what}'
    return Verdict(join=True, sure=False, reason=reason)


def _unfinished(seam: Seam) -> Verdict | None:  # noqa: ARG001  # the last rule of the table
    reason = "the first has no full stop, but nothing shows that the second goes on from it"
    return Verdict(join=False, sure=False, reason=reason)


SEAM_RULES: tuple[Callable[[Seam], Verdict | None], ...] = (
    _sentence_ended,
    _short_before,
    _word_cut,
    _colon,
    _small_letter,
    _word_before_another,
    _page_end,
    _address,
    _open_end,
    _name_or_number,
    _unfinished,
)


def judge_seam(seam: Seam) -> Verdict:
    """Say whether the second paragraph goes on with the first."""
    verdicts = (rule(seam) for rule in SEAM_RULES)
    return next(verdict for verdict in verdicts if verdict)
