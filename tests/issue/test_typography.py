"""Quotes, dashes and spaces in each language's way."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.issue.languages import CONVENTIONS, convention_for
from pamphleteer.issue.typography import Piece, set_pieces, set_text

NB, NARROW = "\u00a0", "\u202f"

ENGLISH = {
    '"Yes," he said.': "“Yes,” he said.",
    "Don't, the workers' own": "Don’t, the workers’ own",
    "\"He said 'no' twice\"": "“He said ‘no’ twice”",
    "'Tis the '90s, rock 'n' roll": "’Tis the ’90s, rock ’n’ roll",
    "the '26 strike and 'that' one": "the ’26 strike and ‘that’ one",
    '"\'Tis"': "“’Tis”",
    '("a") ["b"] --"c"': "(“a”) [“b”] --“c”",
    "a--b": "a–b",
    "a---b": "a—b",
    "a -- b": f"a{NB}– b",
    "a - b": f"a{NB}– b",
    "a – b": f"a{NB}– b",
    "a --- b": f"a{NB}— b",
    "-- A. Name": "– A. Name",
    "well-known": "well-known",
    "run --fast": "run --fast",
    "a -b": "a -b",
    "----": "----",
    "wait... what....": "wait… what….",
    'a 6" pipe': 'a 6" pipe',
    '"in 1917"': "“in 1917”",
    '"A paragraph that goes on': "“A paragraph that goes on",
    'and ends here."': "and ends here.”",
    'a"b': 'a"b',
    "“set” already ’tis": "“set” already ’tis",
    "Jones's and O'Hara": "Jones’s and O’Hara",
    '"a" "b"': "“a” “b”",
    '"a"—"b"': "“a”—“b”",
}

OTHERS = {
    ("de", "\"Er sagt 'ja', geht's\" - so"): f"„Er sagt ‚ja‘, geht’s“{NB}– so",
    ("de-CH", '"ja"'): "«ja»",
    ("de-Latn-CH", '"ja"'): "«ja»",
    ("fr", '"Quoi ?" dit-il: non!'): f"«{NARROW}Quoi{NARROW}?{NARROW}» dit-il{NB}: non{NARROW}!",
    ("fr", "l'\"affaire\" d'État"): f"l’«{NARROW}affaire{NARROW}» d’État",
    ("fr", "« ici », «là»"): f"«{NARROW}ici{NARROW}», «{NARROW}là{NARROW}»",
    ("fr", "à 12:30, http://a.org?b"): "à 12:30, http://a.org?b",
    ("fr", "Quoi ?!"): f"Quoi{NARROW}?!",
    ("fr-CA", '"Quoi?" dit-il:'): f"«{NARROW}Quoi?{NARROW}» dit-il{NB}:",
    ("es", "¿\"Sí\"? 'no'"): "¿«Sí»? “no”",
    ("es-MX", '"sí"'): "“sí”",
    ("it", 'dell\'"Unità"'): "dell’«Unità»",
    ("pt", '"sim"'): "«sim»",
    ("pt-BR", '"sim"'): "“sim”",
    ("nl", "\"ja\" 'nee'"): "“ja” ‘nee’",
    ("pl", "\"tak\" 'nie'"): "„tak” «nie»",
    ("sv", "\"ja\" 'nej'"): "”ja” ’nej’",
    ("ru", '"да"'): "«да»",
    ("xx", '"a"'): "“a”",
}


@pytest.mark.parametrize(("written", "printed"), ENGLISH.items())
def test_english(written: str, printed: str) -> None:
    assert set_text(written, convention_for("en-GB")) == printed


@pytest.mark.parametrize(("case", "printed"), OTHERS.items())
def test_other_languages(case: tuple[str, str], printed: str) -> None:
    language, written = case
    assert set_text(written, convention_for(language)) == printed


def test_a_quotation_reaches_over_pieces_and_leaves_fixed_ones() -> None:
    pieces = [
        Piece(text='"a '),
        Piece(text='"--', fixed=True),
        Piece(text="b"),
        Piece(text="\n", fixed=True),
        Piece(text='c"'),
    ]
    assert set_pieces(pieces, convention_for("en")) == ["“a ", '"--', "b", "\n", "c”"]


@given(st.sampled_from(sorted(CONVENTIONS)), st.text(st.sampled_from("ab1 '\".-\n«»!?;:é()—")))
def test_only_marks_and_spaces_change(language: str, text: str) -> None:
    printed = set_text(text, convention_for(language))
    assert [c for c in printed if c.isalnum()] == [c for c in text if c.isalnum()]
    words = "".join(c if c.isalnum() else " " for c in text).split()
    assert "".join(c if c.isalnum() else " " for c in printed).split() == words


@given(st.sampled_from(sorted(CONVENTIONS)), st.text(st.sampled_from("ab1 '\".-«»!?é")))
def test_what_is_fixed_stays(language: str, text: str) -> None:
    assert set_pieces([Piece(text=text, fixed=True)], convention_for(language))[0] is not None


@given(st.text(), st.lists(st.integers(0, 30)))
def test_cutting_a_text_into_pieces_changes_nothing(text: str, cuts: list[int]) -> None:
    places = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = [Piece(text=text[a:b]) for a, b in pairwise(places)]
    english = convention_for("en")
    assert "".join(set_pieces(pieces, english)) == set_text(text, english)
