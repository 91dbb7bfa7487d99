"""Random English: words as they are printed, with all that may stand in a line around them."""

from dataclasses import dataclass
from html import escape

from hypothesis import strategies as st

TEXT = """
a I the of to in and that is was for on with they at be this have from or one had by not
what all were we when your can said there use each which their time will way about many
then them would write like these her make two has look more day could go come did number
people than first water been call who now find long down get made may part meeting rent
different office official committee neighborhood organization understanding international
correspondence solidarity affiliation efficient workers negotiation demonstration housing
representative newspaper responsibility difficult insufficient fluently inflation
well-known self-organization long-term 2026 14th $40 don’t workers’ Avery Toward Yesterday
"""
WORDS = TEXT.split()
KINDS = ("plain",) * 9 + (
    *("em", "strong", "both", "link", "smallcaps", "raised", "note", "code", "quoted", "bracketed"),
    *("comma", "stop", "dash", "semicolon"),
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words and how they are marked up."""

    kind: str
    words: tuple[str, ...]

    @property
    def html(self) -> str:
        """The phrase as it is written."""
        text = escape(" ".join(self.words))
        forms = {
            "em": f"<em>{text}</em>",
            "strong": f"<strong>{text}</strong>",
            "both": f"<strong>{text} <em>{escape(self.words[-1])}</em></strong>",
            "link": f'<a href="https://example.org/">{text}</a>',
            "smallcaps": f'<span class="smallcaps">{text}</span>',
            "raised": f"{text}<sup>7</sup>",
            "note": f'{text}<span class="note">One.</span>',
            "code": f"<code>{text}</code>",
        }
        return forms.get(self.kind, escape(self.printed))

    @property
    def printed(self) -> str:
        """The phrase as it is read; a note's number is left out."""
        text = " ".join(self.words)
        forms = {
            "both": f"{text} {self.words[-1]}",
            "raised": f"{text}7",
            "quoted": f"“{text}”",
            "bracketed": f"({text})",
            "comma": f"{text},",
            "stop": f"{text}.",
            "semicolon": f"{text};",
            "dash": f"{text} —",
        }
        return forms.get(self.kind, text)


PHRASES = st.builds(
    Phrase,
    kind=st.sampled_from(KINDS),
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(tuple),
)


def prose(*, least: int = 12, most: int = 30) -> st.SearchStrategy[tuple[Phrase, ...]]:
    """One paragraph of so many phrases."""
    return st.lists(PHRASES, min_size=least, max_size=most).map(tuple)


def html(phrases: tuple[Phrase, ...]) -> str:
    return " ".join(phrase.html for phrase in phrases)


def printed(phrases: tuple[Phrase, ...]) -> str:
    return " ".join(phrase.printed for phrase in phrases)
