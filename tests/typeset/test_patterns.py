"""Patterns parsed when they are asked for are those that Pyphen parses at once."""

from pathlib import Path
from typing import Any

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.typeset.patterns import LazyHyphDict

EAGER = LazyHyphDict.__mro__[1]
LANGUAGES = ("en_GB", "en_US", "es", "fr", "it_IT", "pl_PL", "pt_PT")


@pytest.fixture(scope="module", params=LANGUAGES)
def both(request: pytest.FixtureRequest) -> tuple[LazyHyphDict, LazyHyphDict]:
    """A language's dictionary, read when asked and read at once."""
    path = pyphen.LANGUAGES[request.param]
    return LazyHyphDict(path), EAGER(path)


def test_each_pattern_is_as_pyphen_reads_it(both: tuple[Any, Any]) -> None:
    lazy, eager = both
    assert sum(isinstance(pattern, str) for pattern in lazy.patterns.values()) > 100
    assert {letters: lazy.patterns.get(letters) for letters in lazy.patterns} == eager.patterns
    assert lazy.maxlen == eager.maxlen


@given(word=st.text(st.sampled_from("abcdeéghilmnoñprstuy'-"), max_size=20))
def test_words_are_divided_as_pyphen_divides_them(both: tuple[Any, Any], word: str) -> None:
    lazy, eager = both
    assert lazy.positions(word) == eager.positions(word)


ODD = {
    "comments and settings": "% a comment\nLEFTHYPHENMIN 2\na1b\n\n # 1\n",
    "noughts": "a0b1\na0b\nc0d\n.a2\n",
    "a coded letter": "^^e41b\na2\n",
    "a changed spelling": "omma2a1n./mm=,3,1\n.as3s\n",
    "white space and digits beyond ASCII": "a1b\n\u00a0b1a\na\u0663b\n\u2003\na1s\u0085\n",
    "signs in one line, and no end of line": "a1b\n% / # ^ 0 %\nb1a\n% once more",
    "the same letters twice": "a1b\n1ab\n",
    "the same letters, the second with a nought": "a1b\na0b3\n",
    "nothing plain": "a0b1\n",
    "a longer word than patterns": "a1b\nb1a\n",
}


@pytest.mark.parametrize("lines", ODD.values(), ids=ODD)
def test_what_is_not_plain_is_read_as_pyphen_reads_it(lines: str, tmp_path: Path) -> None:
    path = tmp_path / "hyph_xx.dic"
    path.write_text(f"UTF-8\n{lines}", encoding="utf-8")
    lazy, eager = LazyHyphDict(path), EAGER(path)
    for word in ("ommaan", "asass", "Ababb", "äbb", "ababababab"):
        assert lazy.positions(word) == eager.positions(word)
        assert [point.data for point in lazy.positions(word)] == [
            point.data for point in eager.positions(word)
        ]


def test_weasyprint_hyphenates_with_them() -> None:
    assert isinstance(pyphen.Pyphen(lang="sv").hd, LazyHyphDict)
