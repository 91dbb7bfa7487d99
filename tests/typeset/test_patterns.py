"""Patterns parsed when they are asked for are those that Pyphen parses at once."""

from pathlib import Path

import pyphen
import pytest

from pamphleteer.typeset.patterns import LazyHyphDict, LazyPatterns

EAGER = LazyHyphDict.__mro__[1]


@pytest.mark.parametrize("language", ["en_GB", "en_US", "es", "fr", "it_IT", "pl_PL", "pt_PT"])
def test_a_dictionary_is_as_pyphen_reads_it(language: str) -> None:
    path = pyphen.LANGUAGES[language]
    lazy, eager = LazyHyphDict(path), EAGER(path)
    assert isinstance(lazy.patterns, LazyPatterns)
    assert {letters: lazy.patterns.get(letters) for letters in lazy.patterns} == eager.patterns
    assert lazy.maxlen == eager.maxlen


ODD = {
    "comments and settings": "% a comment\nLEFTHYPHENMIN 2\na1b\n\n # 1\n",
    "noughts": "a0b1\na0b\nc0d\n.a2\n",
    "a coded letter": "^^e41b\na2\n",
    "a changed spelling": "omma2a1n./mm=,3,1\n.as3s\n",
    "the same letters twice": "a1b\n1ab\n",
    "the same letters, the second with a nought": "a1b\na0b3\n",
    "nothing plain": "a0b1\n",
}


@pytest.mark.parametrize("lines", ODD.values(), ids=ODD)
def test_what_is_not_plain_is_as_pyphen_reads_it(lines: str, tmp_path: Path) -> None:
    path = tmp_path / "hyph_xx.dic"
    path.write_text(f"UTF-8\n{lines}", encoding="utf-8")
    lazy, eager = LazyHyphDict(path), EAGER(path)
    assert {letters: lazy.patterns.get(letters) for letters in lazy.patterns} == eager.patterns
    for word in ("ommaan", "asass", "ababb", "äbb"):
        assert lazy.positions(word) == eager.positions(word)


def test_weasyprint_hyphenates_with_them() -> None:
    assert isinstance(pyphen.Pyphen(lang="sv").hd, LazyHyphDict)
