"""What can be seen in a text without understanding it: capitals, ends of sentences, names."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pamphleteer.importing.names import CONJUNCTIONS, DANGLING, STOP_WORDS

CLOSERS = "'\"’”»›)]*_ "
OPENERS = "'\"‘“«‹([*_¿¡ "
SENTENCE_ENDS = tuple(".!?…。！？؟।")
REFERENCE = re.compile(r"(\[\^?\w+\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)$")
ADDRESS = re.compile(r"https?://|www\.\w|\b[\w.+-]+@[\w-]+\.\w|\b[\w-]+\.(org|com|net|info|eu)\b")
ABBREVIATION = re.compile(r"(\b\w\.)+|\b(Mr|Mrs|Ms|Dr|St|vs|etc|cf|ca|no|vol|bzw|usw|Hr|Fr)\.")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        with from into onto over under than that this these those your their after
        before between about against without within through toward towards upon
        until when where while what have been will were they them must should would
        could does
        """,
    )
)
"""Words of four letters or more that title case may leave small."""

HeadShape = Literal["capitals", "title case", "short"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The documents' language, and how they spell words: small, or capital inside a sentence."""

    small: frozenset[str]
    names: frozenset[str]
    language: str | None

    def is_name(self, word: str) -> bool:
        """Whether a word is always capital, also where no sentence begins."""
        return word in self.names and word.casefold() not in self.small

    def joins_words(self, word: str) -> bool:
        """Whether a word is the language's "and" or "or"."""
        return word.casefold() in CONJUNCTIONS.get(self.language or "", "").split()

    def ends_no_sentence(self, word: str) -> bool:
        """Whether a word always goes before another, as "the" does."""
        return word in DANGLING.get(self.language or "", "").split()


def read_vocabulary(texts: Iterable[str]) -> Vocabulary:
    """Collect the spellings of running text; heads are left out by their length."""
    small: set[str] = set()
    names: set[str] = set()
    texts = tuple(texts)
    for text in texts:
        if len(text) < 60:
            continue
        for match in WORD.finditer(text):
            word = match[0]
            if word[0].islower():
                small.add(word.casefold())
            elif re.search(r"[\w,] ['\"‘“(]?$", text[: match.start()][-3:]):
                names.add(word)
    language = guess_language(texts)
    return Vocabulary(small=frozenset(small), names=frozenset(names), language=language)


def first_word(text: str) -> str:
    """The first word of a text, without quotes and brackets before it."""
    match = WORD.match(text.lstrip(OPENERS))
    return match[0] if match else ""


def last_word(text: str) -> str:
    """The last word of a text, with what closes it taken off."""
    found = WORD.findall(text.rstrip(CLOSERS)[-80:])
    return found[-1] if found else ""


def begins_small(text: str) -> bool:
    """Whether a text begins in lower case, quotes and brackets apart."""
    return text.lstrip(OPENERS)[:1].islower()


def bare_end(text: str) -> str:
    """A text without the footnote mark, quotes and brackets that close it."""
    return REFERENCE.sub("", text.rstrip(CLOSERS)).rstrip(CLOSERS) or text


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bare_end(text).endswith(SENTENCE_ENDS)


def ends_in_abbreviation(text: str) -> bool:
    """Whether the stop at the end may belong to an abbreviation (U.S., Dr.)."""
    words = bare_end(text).split()
    return bool(words) and bool(ABBREVIATION.fullmatch(words[-1].lstrip(OPENERS)))


def has_address(text: str) -> bool:
    """Whether a text holds a web or mail address."""
    return bool(ADDRESS.search(text))


def in_capitals(text: str) -> bool:
    """Whether all letters are capitals, and there are at least four."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 4 and all(letter.isupper() for letter in letters)


def in_title_case(text: str) -> bool:
    """Whether all weighty words begin with a capital (Why the State Wants Us Afraid)."""
    weighty = [
        word for word in WORD.findall(text) if len(word) >= 4 and word.casefold() not in SMALL_WORDS
    ]
    first = text.lstrip(OPENERS)[:1]
    return bool(weighty) and not first.islower() and all(word[0].isupper() for word in weighty)


def head_shape(text: str) -> HeadShape | None:
    """How a line looks like a head, or None if it looks like none."""
    words = text.split()
    if not words or len(text) > 120 or has_address(text) or not WORD.search(text):
        return None
    end = bare_end(text)[-1]
    if in_capitals(text):
        return "capitals" if len(words) <= 16 and end not in ",;:." else None
    if end in ",;:.!…" or begins_small(text):
        return None
    if in_title_case(text) and 2 <= len(words) <= 14:
        return "title case"
    return "short" if len(words) <= 8 and len(text) <= 60 else None


def guess_language(texts: Iterable[str]) -> str | None:
    """Guess a language from its commonest words; None where they are few or two are near."""
    counts = Counter(word.casefold() for text in texts for word in WORD.findall(text))
    scores = sorted(
        (
            (sum(counts[word] for word in words.split()), language)
            for language, words in STOP_WORDS.items()
        ),
        reverse=True,
    )
    (best, language), (second, _) = scores[:2]
    return language if best >= 12 and best > 1.3 * second else None
